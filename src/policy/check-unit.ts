import { ANNOTATIONS, type Scope } from "../rules/index.js";
import type { CarePolicy } from "./care-policy.js";

const WORDS = ["per", "recordsWithoutLine", "duties", ...ANNOTATIONS];
const SPLITS = ["businessLine", "region"];
const WITHOUT_LINE = ["everyUnit", "noUnit", "unknown"];
const DUTIES = ["strictest", "each"];

/** Checks the chapter that says what is classified; a policy without it classifies accounts. */
export function checkUnit({ unit, businessLines }: CarePolicy, scope: Scope): void {
  if (unit === undefined) return;
  scope.checkWords(unit, WORDS, "unit");
  const { per, recordsWithoutLine, duties } = unit;
  if (per.length === 0) scope.fault("unit.per", "empty-list", "a unit is split by something");
  for (const [index, split] of per.entries()) scope.checkWord(split, SPLITS, `unit.per[${index}]`);
  scope.checkWord(recordsWithoutLine, WITHOUT_LINE, "unit.recordsWithoutLine");
  scope.checkWord(duties, DUTIES, "unit.duties");
  if (!per.includes("businessLine") || businessLines !== undefined) return;
  const text = "units are split by business line, and the policy names none";
  scope.fault("unit.per", "no-business-lines", text);
}
