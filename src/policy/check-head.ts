import { isCurrency } from "../facts/index.js";
import { errorAt, type Finding, nearestName } from "../shapes/index.js";
import { isCivilDate } from "../time/index.js";
import type { CarePolicy, PolicyStatus } from "./care-policy.js";
import { checkReadinessChapter } from "./check-readiness.js";
import { checkUnit } from "./check-unit.js";

/** Most entries in one chapter of a policy. */
const MAX_ENTRIES = 10_000;

const STATUSES: readonly PolicyStatus[] = ["draft", "proposed", "approved", "inForce", "retired"];
const PROPERTIES = [
  ...[
    "$schema",
    "id",
    "version",
    "title",
    "note",
    "source",
    "validFrom",
    "validUntil",
    "status",
    "history",
  ],
  ...[
    "scope",
    "basedOn",
    "currency",
    "businessLines",
    "unit",
    "readiness",
    "fields",
    "parameters",
    "measures",
    "cuts",
  ],
  ...["segments", "care", "cadences", "schedule", "campaigns", "kpis"],
];
const CHAPTERS = [
  "fields",
  "parameters",
  "measures",
  "cuts",
  "segments",
  "cadences",
  "campaigns",
  "kpis",
] as const;
const KINDS = ["number", "money", "date", "boolean", "text", "set"];
/** A name that stands in JSON, in TypeScript and in a path without quotes. */
const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

/**
 * Checks what a policy says of itself, and the names of everything it declares.
 */
export function checkHead(policy: CarePolicy, findings: Finding[]): void {
  for (const word of Object.keys(policy)) {
    if (PROPERTIES.includes(word)) continue;
    const near = nearestName(word, PROPERTIES);
    const shown = word.slice(0, 80);
    findings.push(errorAt(shown, "unknown-property", `a policy has no \`${shown}\``, near));
  }
  for (const word of ["id", "version"] as const) {
    if (typeof policy[word] === "string" && policy[word] !== "") continue;
    findings.push(errorAt(word, "missing-property", `a policy says its \`${word}\``));
  }
  checkValidity(policy, findings);
  checkUnit(policy, findings);
  checkReadinessChapter(policy, findings);
  const { currency, businessLines, status, fields = {} } = policy;
  if (currency !== undefined && !isCurrency(currency)) {
    const text = `\`${String(currency).slice(0, 40)}\` is no ISO 4217 code`;
    findings.push(errorAt("currency", "not-a-currency", text));
  }
  if (businessLines !== undefined && !isTexts(businessLines)) {
    findings.push(errorAt("businessLines", "not-a-list", "`businessLines` is a list of names"));
  }
  if (status !== undefined && !STATUSES.includes(status)) {
    const near = nearestName(String(status), STATUSES);
    findings.push(errorAt("status", "unknown-value", "there is no such status", near));
  }
  for (const [name, kind] of Object.entries(fields)) {
    if (KINDS.some((each) => each === kind) || isTexts(kind)) continue;
    const near = nearestName(String(kind), KINDS);
    const text = "a field is of a kind or one of some words";
    findings.push(errorAt(`fields.${name}`, "unknown-value", text, near));
  }
  for (const chapter of CHAPTERS) checkNames(policy[chapter], chapter, findings);
  checkNames(policy.care.models, "care.models", findings);
  for (const [name, { labels }] of Object.entries(policy.segments)) {
    checkNames(labels, `segments.${name}.labels`, findings);
  }
}

/** Whether something is a list of one text or more. */
function isTexts(written: unknown): boolean {
  if (!Array.isArray(written) || written.length === 0) return false;
  return written.every((each) => typeof each === "string");
}

function checkValidity({ validFrom, validUntil }: CarePolicy, findings: Finding[]): void {
  for (const [word, date] of Object.entries({ validFrom, validUntil })) {
    if (date === undefined || isCivilDate(date)) continue;
    findings.push(errorAt(word, "not-a-civil-date", `\`${String(date).slice(0, 40)}\` is no date`));
  }
  if (validFrom !== undefined && validUntil !== undefined && validUntil <= validFrom) {
    const text = `a policy cannot end on ${validUntil} when it begins on ${validFrom}`;
    findings.push(errorAt("validUntil", "span-reversed", text));
  }
}

function checkNames(chapter: object | undefined, path: string, findings: Finding[]): void {
  const names = Object.keys(chapter ?? {});
  if (names.length > MAX_ENTRIES) {
    findings.push(errorAt(path, "too-many", `a chapter has at most ${MAX_ENTRIES} entries`));
  }
  for (const name of names) {
    if (NAME.test(name)) continue;
    const shown = name.slice(0, 80);
    const form = "a letter, then letters, digits, `-` or `_`, at most 64";
    const text = `\`${shown}\` is no name: ${form}`;
    findings.push(errorAt(`${path}.${shown}`, "not-a-name", text));
  }
}
