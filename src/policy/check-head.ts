import { isCurrency } from "../facts/index.js";
import { ANNOTATIONS, isObject, type Scope } from "../rules/index.js";
import { isCivilDate } from "../time/index.js";
import type { CarePolicy } from "./care-policy.js";
import { CHAPTERS } from "./chapters.js";
import { checkOrigin } from "./check-origin.js";
import { checkReadinessChapter } from "./check-readiness.js";
import { checkUnit } from "./check-unit.js";

/** Most entries in one chapter of a policy. */
const MAX_ENTRIES = 10_000;

const PROPERTIES = [
  "$schema",
  "id",
  "version",
  ...ANNOTATIONS,
  "validFrom",
  "validUntil",
  "status",
  "history",
  "scope",
  "basedOn",
  "currency",
  "businessLines",
  ...CHAPTERS.keys(),
];
/** Without these there is no policy; every other chapter may be left out. */
const NEEDED = ["segments", "care", "cadences"] as const;
const KINDS = ["number", "money", "date", "boolean", "text", "set"];
/** A name that stands in JSON, in TypeScript and in a path without quotes. */
const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

/**
 * Checks what a policy says of itself, and the names of everything it declares.
 *
 * @returns whether the chapters are there that nothing can be read without
 */
export function checkHead(policy: CarePolicy, scope: Scope): boolean {
  scope.checkWords(policy, PROPERTIES, "");
  for (const word of ["id", "version"] as const) {
    if (typeof policy[word] === "string" && policy[word] !== "") continue;
    scope.fault(word, "missing-property", `a policy says its \`${word}\``);
  }
  checkValidity(policy, scope);
  checkOrigin(policy, scope);
  checkUnit(policy, scope);
  checkReadinessChapter(policy, scope);
  const { currency, businessLines, fields = {} } = policy;
  if (currency !== undefined && !isCurrency(currency)) {
    const text = `\`${String(currency).slice(0, 40)}\` is no ISO 4217 code`;
    scope.fault("currency", "not-a-currency", text);
  }
  if (businessLines !== undefined && !isTexts(businessLines)) {
    scope.fault("businessLines", "not-a-list", "`businessLines` is a list of names");
  }
  for (const [name, kind] of Object.entries(fields)) {
    if (!isTexts(kind)) scope.checkWord(kind, KINDS, `fields.${name}`);
  }
  for (const [chapter, entries] of CHAPTERS) {
    if (entries === "named") checkNames(policy[chapter as keyof CarePolicy], chapter, scope);
  }
  const lacking = NEEDED.filter((chapter) => !isObject(policy[chapter]));
  for (const chapter of lacking) {
    const text = `a policy has the chapter \`${chapter}\`, which is an object`;
    scope.fault(chapter, "malformed-policy", text);
  }
  if (lacking.length > 0) return false;
  checkNames(policy.care.models, "care.models", scope);
  for (const [name, classifier] of Object.entries(policy.segments)) {
    if (isObject(classifier)) checkNames(classifier.labels, `segments.${name}.labels`, scope);
  }
  return true;
}

/** Whether something is a list of one text or more. */
function isTexts(written: unknown): boolean {
  if (!Array.isArray(written) || written.length === 0) return false;
  return written.every((each) => typeof each === "string");
}

function checkValidity({ validFrom, validUntil }: CarePolicy, scope: Scope): void {
  for (const [word, date] of Object.entries({ validFrom, validUntil })) {
    if (date === undefined || isCivilDate(date)) continue;
    scope.fault(word, "not-a-civil-date", `\`${String(date).slice(0, 40)}\` is no date`);
  }
  if (validFrom !== undefined && validUntil !== undefined && validUntil <= validFrom) {
    const text = `a policy cannot end on ${validUntil} when it begins on ${validFrom}`;
    scope.fault("validUntil", "span-reversed", text);
  }
}

function checkNames(chapter: unknown, path: string, scope: Scope): void {
  const names = Object.keys(chapter ?? {});
  if (names.length > MAX_ENTRIES) {
    scope.fault(path, "too-many", `a chapter has at most ${MAX_ENTRIES} entries`);
  }
  for (const name of names) {
    if (NAME.test(name)) continue;
    const shown = name.slice(0, 80);
    const form = "a letter, then letters, digits, `-` or `_`, at most 64";
    const text = `\`${shown}\` is no name: ${form}`;
    scope.fault(`${path}.${shown}`, "not-a-name", text);
  }
}
