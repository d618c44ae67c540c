import { errorAt, type Finding, nearestName, showInput } from "../../shapes/index.js";
import { isCivilDate, toEpochDay } from "../../time/index.js";
import { checkReason } from "./propose-membership.js";
import type { CompiledStayRule } from "./stay-rule.js";
import type { StayHistory, StayReading, StayState } from "./stay-state.js";

/** What is wrong with the state to go on from. */
export function checkState(
  previous: StayState,
  rule: CompiledStayRule,
  asOf: number,
): readonly Finding[] {
  if (previous.format !== "hoito-stay/1") {
    const text = `${showInput(previous.format)} is no format that is read here`;
    return [errorAt("previous.format", "unknown-format", text)];
  }
  const findings = [...checkLabel(previous.label, rule, "previous.label")];
  if (toEpochDay(previous.until) > asOf) {
    const text = `the state is of ${previous.until}, which is later than asked`;
    findings.push(errorAt("previous.until", "span-reversed", text));
  }
  return findings;
}

/** What is wrong with readings and moves; nothing may be read twice on one day. */
export function checkHistory(
  { readings, moves = [] }: StayHistory,
  rule: CompiledStayRule,
): readonly Finding[] {
  const findings: Finding[] = [];
  const read = new Map<string, unknown>();
  for (const [index, reading] of readings.entries()) {
    const path = `readings[${index}]`;
    const value = reading[rule.by];
    if (read.has(reading.on) && read.get(reading.on) !== value) {
      const text = `there are two readings of \`${reading.on}\``;
      findings.push(errorAt(`${path}.on`, "duplicate-reading", text));
    }
    read.set(reading.on, value);
    findings.push(...checkDay(reading.on, `${path}.on`), ...checkReading(reading, rule, path));
  }
  const moved = new Set<string>();
  for (const [index, { on, to, reason }] of moves.entries()) {
    const path = `moves[${index}]`;
    if (moved.has(on)) {
      findings.push(errorAt(`${path}.on`, "duplicate-move", `there are two moves on \`${on}\``));
    }
    moved.add(on);
    findings.push(...checkDay(on, `${path}.on`), ...checkLabel(to, rule, `${path}.to`));
    findings.push(...checkReason(reason, `${path}.reason`));
  }
  return findings;
}

function checkDay(on: unknown, path: string): readonly Finding[] {
  if (isCivilDate(on)) return [];
  return [errorAt(path, "not-a-civil-date", `${showInput(on)} is not a civil date`)];
}

function checkReading(
  { score, label }: StayReading,
  rule: CompiledStayRule,
  path: string,
): readonly Finding[] {
  if (rule.by === "label") {
    return label === undefined ? [] : checkLabel(label, rule, `${path}.label`);
  }
  if (score === undefined || Number.isFinite(score)) return [];
  return [errorAt(`${path}.score`, "wrong-value-type", `${showInput(score)} is no number`)];
}

function checkLabel(label: string, { labels }: CompiledStayRule, path: string): readonly Finding[] {
  if (labels.includes(label)) return [];
  const text = `there is no label ${showInput(label)}`;
  return [errorAt(path, "unknown-label", text, nearestName(String(label), labels))];
}
