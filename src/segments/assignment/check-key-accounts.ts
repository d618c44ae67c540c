import { checkProperties } from "../../rules/index.js";
import { errorAt, type Finding, showInput } from "../../shapes/index.js";
import { checkWord } from "./check-word.js";
import type { KeyAccountCandidate, KeyAccountRule } from "./key-account-choice.js";

const RULE_WORDS = ["scale", "minimumScore", "capacity", "whenFull", "ties"];
const CAPACITY_WORDS = ["accounts", "effortMinutes"];
const TIES = ["keyAccountFirst", "lessEffortFirst"];

/** What is wrong with the rule by which key accounts are chosen. */
export function checkKeyAccountRule(rule: KeyAccountRule): readonly Finding[] {
  const { scale, minimumScore, capacity, whenFull, ties } = rule;
  const findings: Finding[] = [
    ...checkProperties(rule, RULE_WORDS, ""),
    ...checkProperties(scale, ["from", "to"], "scale"),
    ...checkProperties(capacity, CAPACITY_WORDS, "capacity"),
  ];
  if (!(scale.from < scale.to)) {
    const text = "a scale goes up from one number to another";
    findings.push(errorAt("scale", "empty-range", text));
  }
  if (minimumScore !== "none" && !(minimumScore >= scale.from && minimumScore <= scale.to)) {
    const text = `${showInput(minimumScore)} is not on the scale`;
    findings.push(errorAt("minimumScore", "out-of-range", text));
  }
  const given = Object.entries(capacity).filter(([word]) => CAPACITY_WORDS.includes(word));
  if (given.length === 0) {
    findings.push(errorAt("capacity", "no-capacity", "nothing says how many can be cared for"));
  }
  for (const [word, most] of given) {
    if (Number.isSafeInteger(most) && most >= 0) continue;
    const text = `${showInput(most)} is not a whole number of 0 or more`;
    findings.push(errorAt(`capacity.${word}`, "out-of-range", text));
  }
  findings.push(...checkWord(whenFull, ["stop", "skip"], "whenFull"));
  findings.push(...ties.flatMap((tie, index) => checkWord(tie, TIES, `ties[${index}]`)));
  return findings;
}

/** What is wrong with the candidates; every account stands once and every score on the scale. */
export function checkCandidates(
  candidates: readonly KeyAccountCandidate[],
  { scale }: KeyAccountRule,
): readonly Finding[] {
  const seen = new Set<unknown>();
  return candidates.flatMap(({ accountId, score, effortMinutes }, index) => {
    const path = `candidates[${index}]`;
    const findings: Finding[] = [];
    if (seen.has(accountId)) {
      const text = `account \`${accountId}\` is a candidate twice`;
      findings.push(errorAt(`${path}.accountId`, "duplicate-account", text));
    }
    seen.add(accountId);
    if (score !== undefined && !(score >= scale.from && score <= scale.to)) {
      const text = `${showInput(score)} is not on the scale`;
      findings.push(errorAt(`${path}.score`, "out-of-range", text));
    }
    if (
      effortMinutes !== undefined &&
      !(Number.isSafeInteger(effortMinutes) && effortMinutes >= 0)
    ) {
      const text = `${showInput(effortMinutes)} is not a whole number of 0 or more`;
      findings.push(errorAt(`${path}.effortMinutes`, "out-of-range", text));
    }
    return findings;
  });
}
