import type { Scope } from "../rules/index.js";
import { isCivilDate, toEpochDay } from "../time/index.js";
import type { CompiledClassifier } from "../segments/index.js";
import type { CareChapter, CareException, CareModel } from "./care-model.js";

/** The care chapter after its check. */
export interface CompiledCare {
  readonly segmentedBy: string;
  readonly models: ReadonlyMap<string, CareModel>;
  readonly bySegment: ReadonlyMap<string, string>;
  readonly exceptions: readonly CompiledException[];
}

/** An exception with its days: the first, and the first after it. */
export interface CompiledException {
  readonly exception: CareException;
  readonly path: string;
  readonly fromDay: number;
  readonly untilDay: number;
}

const MODES = ["none", "named", "onePerson"];

/**
 * Checks the care chapter: exactly one model for each segment, none missing and none that nobody is entitled to, every
 * exception with its reason. Faults are recorded in the scope.
 */
export function compileCare(
  care: CareChapter,
  classifiers: ReadonlyMap<string, CompiledClassifier>,
  cadences: readonly string[],
  scope: Scope,
): CompiledCare {
  const models = new Map(Object.entries(care.models));
  const bySegment = new Map(Object.entries(care.bySegment));
  const classifier = classifiers.get(care.segmentedBy);
  if (classifier === undefined) {
    scope.unknownName(care.segmentedBy, "classifier", classifiers.keys(), "care.segmentedBy");
  } else {
    checkSegments(classifier, bySegment, models, scope);
  }
  for (const [name, model] of models) checkModel(name, model, cadences, scope);
  const exceptions = (care.exceptions ?? []).map((each, index) => {
    return compileException(each, models, scope, `care.exceptions[${index}]`);
  });
  checkUse(models, bySegment, exceptions, scope);
  return { segmentedBy: care.segmentedBy, models, bySegment, exceptions };
}

function checkSegments(
  classifier: CompiledClassifier,
  bySegment: ReadonlyMap<string, string>,
  models: ReadonlyMap<string, CareModel>,
  scope: Scope,
): void {
  for (const label of classifier.labels.keys()) {
    if (bySegment.has(label)) continue;
    const text = `segment \`${label}\` has no care model`;
    scope.fault(`care.bySegment.${label}`, "segment-without-care", text);
  }
  for (const [label, model] of bySegment) {
    const path = `care.bySegment.${label}`;
    if (!classifier.labels.has(label)) {
      scope.unknownName(label, "segment", classifier.labels.keys(), path);
    }
    if (!models.has(model)) scope.unknownName(model, "care-model", models.keys(), path);
  }
}

function checkModel(
  name: string,
  model: CareModel,
  cadences: readonly string[],
  scope: Scope,
): void {
  const path = `care.models.${name}`;
  if (name === "none") scope.fault(path, "reserved-name", "`none` stands for no care model");
  if (!MODES.includes(model.ownership.mode)) {
    scope.unknownName(model.ownership.mode, "ownership-mode", MODES, `${path}.ownership.mode`);
  }
  if (!(Number.isInteger(model.significance) && model.significance >= 1)) {
    const text = "`significance` is a whole number from 1, the most significant";
    scope.fault(`${path}.significance`, "out-of-range", text);
  }
  if (model.cadences === "none") return;
  for (const [index, cadence] of model.cadences.entries()) {
    if (!cadences.includes(cadence)) {
      scope.unknownName(cadence, "cadence", cadences, `${path}.cadences[${index}]`);
    }
  }
  if (model.cadences.length === 0) {
    const text = "a care model without a cadence says `none`";
    scope.fault(`${path}.cadences`, "empty-list", text);
  }
}

function compileException(
  exception: CareException,
  models: ReadonlyMap<string, CareModel>,
  scope: Scope,
  path: string,
): CompiledException {
  const { model, reason, validFrom, validUntil } = exception;
  if (!models.has(model)) scope.unknownName(model, "care-model", models.keys(), `${path}.model`);
  if (typeof reason !== "string" || reason.trim() === "") {
    scope.fault(`${path}.reason`, "exception-without-reason", "an exception says its reason");
  }
  const fromDay = dayOr(validFrom, Number.NEGATIVE_INFINITY, scope, `${path}.validFrom`);
  const untilDay = dayOr(validUntil, Number.POSITIVE_INFINITY, scope, `${path}.validUntil`);
  return { exception, path, fromDay, untilDay };
}

function dayOr(date: unknown, fallback: number, scope: Scope, path: string): number {
  if (date === undefined) return fallback;
  if (isCivilDate(date)) return toEpochDay(date);
  scope.fault(path, "not-a-civil-date", `\`${String(date).slice(0, 40)}\` is no date`);
  return fallback;
}

function checkUse(
  models: ReadonlyMap<string, CareModel>,
  bySegment: ReadonlyMap<string, string>,
  exceptions: readonly CompiledException[],
  scope: Scope,
): void {
  const used = new Set([...bySegment.values(), ...exceptions.map((each) => each.exception.model)]);
  for (const name of models.keys()) {
    if (used.has(name)) continue;
    scope.fault(`care.models.${name}`, "orphaned-care-model", `nobody is entitled to \`${name}\``);
  }
  for (const [index, { exception, fromDay, untilDay }] of exceptions.entries()) {
    const clash = exceptions.slice(0, index).some((earlier) => {
      const same = earlier.exception.accountId === exception.accountId;
      return same && earlier.fromDay < untilDay && fromDay < earlier.untilDay;
    });
    if (!clash) continue;
    const text = `account \`${exception.accountId}\` has two exceptions at the same time`;
    scope.fault(`care.exceptions[${index}]`, "overlapping-exceptions", text);
  }
}
