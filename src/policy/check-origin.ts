import { isObject, type JsonObject, type Scope } from "../rules/index.js";
import { showInput } from "../shapes/index.js";
import { isCivilDate } from "../time/index.js";
import type { CarePolicy, PolicyStatus } from "./care-policy.js";

const STATUSES: readonly PolicyStatus[] = ["draft", "proposed", "approved", "inForce", "retired"];

/** Checks where a policy holds, what it was made from, where it stands and who moved it on. */
export function checkOrigin(
  { scope: holds, basedOn, status, history }: CarePolicy,
  scope: Scope,
): void {
  if (status !== undefined) scope.checkWord(status, STATUSES, "status");
  if (history !== undefined && !Array.isArray(history)) {
    scope.fault("history", "not-a-list", "`history` is a list of steps");
  } else for (const [index, step] of (history ?? []).entries()) checkStep(step, index, scope);
  if (basedOn !== undefined && isKnown(basedOn, ["id", "version"], "basedOn", scope)) {
    for (const word of ["id", "version"] as const)
      checkText(basedOn[word], `basedOn.${word}`, scope);
  }
  if (holds === undefined || !isKnown(holds, ["units", "pilot"], "scope", scope)) return;
  const { units = [], pilot = false } = holds as JsonObject;
  if (!Array.isArray(units) || units.some((each) => typeof each !== "string")) {
    scope.fault("scope.units", "not-a-list", "`units` is a list of names");
  }
  if (typeof pilot === "boolean") return;
  scope.fault("scope.pilot", "wrong-type", "`pilot` is `true` or `false`");
}

function checkStep(step: unknown, index: number, scope: Scope): void {
  const path = `history[${index}]`;
  if (!isKnown(step, ["status", "by", "on"], path, scope)) return;
  const { status, by, on } = step;
  scope.checkWord(status, STATUSES, `${path}.status`);
  checkText(by, `${path}.by`, scope);
  if (isCivilDate(on)) return;
  scope.fault(`${path}.on`, "not-a-civil-date", `${showInput(on)} is no date`);
}

function isKnown(
  written: unknown,
  words: readonly string[],
  path: string,
  scope: Scope,
): written is JsonObject {
  if (isObject(written)) scope.checkWords(written, words, path);
  else scope.fault(path, "wrong-type", `${showInput(written)} is no object`);
  return isObject(written);
}

function checkText(written: unknown, path: string, scope: Scope): void {
  if (typeof written === "string") return;
  scope.fault(path, "wrong-type", `${showInput(written)} is no text`);
}
