import { LAST_EPOCH_DAY, shiftDayWithin } from "../time/index.js";
import type { BoundTest, CompiledCondition } from "./compile-condition.js";
import { boundOf, type Row } from "./evaluate.js";

/**
 * The first day after the day of asking on which a condition's verdict could differ although no fact does: the day on
 * which a date relative to `asOf` reaches or passes the date it is compared with, or a count of days its bound.
 *
 * @param condition - compiled condition
 * @param row - cells by slot
 * @returns an epoch day, or `Infinity` when time alone changes nothing
 */
export function nextChange(condition: CompiledCondition, row: Row): number {
  switch (condition.kind) {
    case "bound":
      return nextCrossing(condition, row);
    case "list":
      return row.ageing.has(condition.slot.index) ? row.asOf + 1 : Number.POSITIVE_INFINITY;
    case "missing":
      return Number.POSITIVE_INFINITY;
    default:
      return Math.min(...condition.of.map((part) => nextChange(part, row)));
  }
}

function nextCrossing({ slot, operand }: BoundTest, row: Row): number {
  const cell = row.cells[slot.index];
  if (typeof cell !== "number") return Number.POSITIVE_INFINITY;
  if (operand.from === "asOf") {
    const boundOn = (day: number): number => shiftDayWithin(day, operand.duration, operand.sign);
    const reaches = firstDayWhen(row.asOf, (day) => boundOn(day) >= cell);
    const passes = firstDayWhen(row.asOf, (day) => boundOn(day) > cell);
    return Math.min(reaches, passes);
  }
  if (operand.from === "field") return fieldCrossing(slot.index, operand.slot.index, row);
  const bound = boundOf(operand, row);
  if (!row.ageing.has(slot.index) || typeof bound !== "number") return Number.POSITIVE_INFINITY;
  const reaches = row.asOf + Math.ceil(bound - cell);
  if (reaches > row.asOf) return reaches;
  return bound >= cell ? row.asOf + 1 : Number.POSITIVE_INFINITY;
}

/** Two counts of days grow together; one that grows beside one that stands still may pass it any day. */
function fieldCrossing(left: number, right: number, row: Row): number {
  const together = row.ageing.has(left) === row.ageing.has(right);
  return together ? Number.POSITIVE_INFINITY : row.asOf + 1;
}

/**
 * The first day after `asOf` on which a test turns true that stays true once it is; `Infinity` when it is true already
 * or never will be within the supported dates.
 */
export function firstDayWhen(asOf: number, test: (day: number) => boolean): number {
  if (test(asOf) || !test(LAST_EPOCH_DAY)) return Number.POSITIVE_INFINITY;
  let before = asOf;
  let after = LAST_EPOCH_DAY;
  while (after - before > 1) {
    const middle = before + Math.floor((after - before) / 2);
    if (test(middle)) after = middle;
    else before = middle;
  }
  return after;
}
