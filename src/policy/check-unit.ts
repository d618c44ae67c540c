import { ANNOTATIONS } from "../rules/index.js";
import { errorAt, type Finding, nearestName, showInput } from "../shapes/index.js";
import type { CarePolicy } from "./care-policy.js";

const WORDS = ["per", "recordsWithoutLine", "duties", ...ANNOTATIONS];
const SPLITS = ["businessLine", "region"];
const WITHOUT_LINE = ["everyUnit", "noUnit", "unknown"];
const DUTIES = ["strictest", "each"];

/** Checks the chapter that says what is classified; a policy without it classifies accounts. */
export function checkUnit({ unit, businessLines }: CarePolicy, findings: Finding[]): void {
  if (unit === undefined) return;
  for (const word of Object.keys(unit)) {
    if (WORDS.includes(word)) continue;
    const text = `${showInput(word)} says nothing here`;
    findings.push(
      errorAt(`unit.${word.slice(0, 80)}`, "unknown-property", text, nearestName(word, WORDS)),
    );
  }
  const { per, recordsWithoutLine, duties } = unit;
  if (per.length === 0) {
    findings.push(errorAt("unit.per", "empty-list", "a unit is split by something"));
  }
  for (const [index, split] of per.entries()) {
    checkWord(split, SPLITS, `unit.per[${index}]`, findings);
  }
  checkWord(recordsWithoutLine, WITHOUT_LINE, "unit.recordsWithoutLine", findings);
  checkWord(duties, DUTIES, "unit.duties", findings);
  if (!per.includes("businessLine") || businessLines !== undefined) return;
  const text = "units are split by business line, and the policy names none";
  findings.push(errorAt("unit.per", "no-business-lines", text));
}

function checkWord(
  word: string,
  known: readonly string[],
  path: string,
  findings: Finding[],
): void {
  if (known.includes(word)) return;
  const near = nearestName(String(word), known);
  findings.push(errorAt(path, "unknown-value", `${showInput(word)} says nothing here`, near));
}
