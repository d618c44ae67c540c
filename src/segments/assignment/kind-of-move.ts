import type { RecordId } from "../../facts/index.js";
import { checkProperties } from "../../rules/index.js";
import { errorAt, type Finding, nearestName, showInput } from "../../shapes/index.js";
import { type CivilDate, toEpochDay } from "../../time/index.js";
import { checkWord } from "./check-word.js";
import { CONFLICT, checkLabels, type DatedLabels, OUTCOMES, readLabels } from "./label-column.js";
import type { MoveKind, MovementDefinition } from "./movement.js";

/** State of an account that is not in a column. */
export const ABSENT = "absent";

const UNDECIDED: readonly string[] = ["undecided", CONFLICT];
const MAX_EXAMPLES = 1000;

/** Two label columns read side by side. */
export interface TwoReadings {
  readonly before: ReadonlyMap<RecordId, string>;
  readonly after: ReadonlyMap<RecordId, string>;
}

const DEFINITION_WORDS = ["labels", "order", "moves", "conflicts", "examples"];

/** Reads both columns and checks them and the definition; faults are recorded. */
export function readBoth(
  before: DatedLabels,
  after: DatedLabels,
  definition: MovementDefinition,
  findings: Finding[],
): TwoReadings {
  const { labels } = definition;
  checkDefinition(definition, findings);
  checkOrder(before.asOf, after.asOf, findings);
  const outcomes = outcomesOf(definition);
  return {
    before: readLabels(before, labels, "before", findings, outcomes),
    after: readLabels(after, labels, "after", findings, outcomes),
  };
}

/** What a column may say beside a label. */
export function outcomesOf({ conflicts }: MovementDefinition): readonly string[] {
  return conflicts === "apart" ? [...OUTCOMES, CONFLICT] : OUTCOMES;
}

/** What a change is called. */
export function kindOfMove(from: string, to: string, definition: MovementDefinition): MoveKind {
  if (from === ABSENT) return "arrived";
  if (to === ABSENT) return "gone";
  if (UNDECIDED.includes(from) || UNDECIDED.includes(to)) return "undecided";
  if (from === to) return "stayed";
  const [left, right] = [from, to].map((each) => definition.labels.indexOf(each));
  if (definition.order === "none" || left === -1 || right === -1) return "moved";
  return right! < left! ? "promoted" : "demoted";
}

/** Every account of either column once, with its two states. */
export function* changes({
  before,
  after,
}: TwoReadings): Generator<readonly [RecordId, string, string]> {
  for (const [accountId, from] of before) yield [accountId, from, after.get(accountId) ?? ABSENT];
  for (const [accountId, to] of after) {
    if (!before.has(accountId)) yield [accountId, ABSENT, to];
  }
}

/** No move of any kind. */
export function noMoves(): Record<MoveKind, number> {
  return { stayed: 0, promoted: 0, demoted: 0, moved: 0, arrived: 0, gone: 0, undecided: 0 };
}

function checkDefinition(definition: MovementDefinition, findings: Finding[]): void {
  const { labels, order, moves = [], conflicts = "apart", examples = 0 } = definition;
  findings.push(...checkProperties(definition, DEFINITION_WORDS, ""));
  checkLabels(labels, "labels", findings);
  findings.push(...checkWord(order, ["bestFirst", "none"], "order"));
  findings.push(...checkWord(conflicts, ["apart"], "conflicts"));
  for (const [index, move] of moves.entries()) {
    for (const end of ["from", "to"] as const) {
      if (labels.includes(move[end])) continue;
      const text = `there is no label ${showInput(move[end])}`;
      const near = nearestName(String(move[end]), labels);
      findings.push(errorAt(`moves[${index}].${end}`, "unknown-label", text, near));
    }
  }
  if (!Number.isInteger(examples) || examples < 0 || examples > MAX_EXAMPLES) {
    const text = `${showInput(examples)} is not a whole number from 0 to ${MAX_EXAMPLES}`;
    findings.push(errorAt("examples", "out-of-range", text));
  }
}

function checkOrder(before: CivilDate, after: CivilDate, findings: Finding[]): void {
  if (toEpochDay(before) <= toEpochDay(after)) return;
  const text = `${after} is before ${before}`;
  findings.push(errorAt("after.asOf", "span-reversed", text));
}
