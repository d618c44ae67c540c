import { LAST_EPOCH_DAY } from "../time/index.js";
import type { BoundTest, CompiledCondition } from "./compiled-condition.js";
import { assuming, boundOf, type Row } from "./evaluate.js";
import { relativeDay } from "./relative-day.js";
import type { Slot } from "./scope.js";

/**
 * The first day on which a condition's verdict could differ although no fact does: the day on which
 * a date relative to `asOf` reaches or passes the date it is compared with, or a count of days its
 * bound.
 *
 * On every day before it the verdict is the same; on the day itself it need not differ.
 *
 * @param condition - compiled condition
 * @param row - cells by slot
 * @returns an epoch day after the day of asking, or `Infinity` when time alone changes nothing
 *
 * @example Thirty days since the last order
 * ```ts
 * import { compileCondition, nextChange, Scope } from "hoito/rules";
 *
 * const scope = new Scope({ kinds: new Map([["daysSinceOrder", "number"]]) });
 * const written = { field: "daysSinceOrder", atLeast: 30 };
 * const condition = compileCondition(written, scope, "when", new Map())!;
 * nextChange(condition, { cells: [28], asOf: 17_500, cuts: new Map(), ageing: new Set([0]) });
 * // => 17_502
 * ```
 *
 * @category Rules
 */
export function nextChange(condition: CompiledCondition, row: Row): number {
  switch (condition.kind) {
    case "bound":
      return nextCrossing(condition, row);
    case "list":
      return isAgeing(condition.slot, row) ? row.asOf + 1 : Number.POSITIVE_INFINITY;
    case "missing":
      return Number.POSITIVE_INFINITY;
    default: {
      let next = Number.POSITIVE_INFINITY;
      for (const part of condition.of) next = Math.min(next, nextChange(part, row));
      return next;
    }
  }
}

function nextCrossing({ slot, operand, assumed }: BoundTest, row: Row): number {
  const cell = assuming(row.cells[slot.index], assumed);
  if (typeof cell !== "number") return Number.POSITIVE_INFINITY;
  if (operand.from === "asOf") {
    const { duration, sign } = operand;
    const standing = (day: number): number | undefined => {
      const bound = relativeDay(day, duration, sign);
      return bound === undefined ? undefined : Math.sign(bound - cell);
    };
    const today = standing(row.asOf);
    return firstDayWhen(row.asOf, (day) => standing(day) !== today);
  }
  const bound = boundOf(operand, row);
  if (typeof bound !== "number") return Number.POSITIVE_INFINITY;
  const boundGrows = operand.from === "field" && isAgeing(operand.slot, row);
  const cellGrows = isAgeing(slot, row);
  if (cellGrows === boundGrows) return Number.POSITIVE_INFINITY;
  const daysUntilEqual = cellGrows ? bound - cell : cell - bound;
  if (daysUntilEqual < 0) return Number.POSITIVE_INFINITY;
  return row.asOf + Math.max(1, Math.ceil(daysUntilEqual));
}

/** Whether a slot holds a number that grows every day; an assumed one stands still. */
function isAgeing(slot: Slot, row: Row): boolean {
  return row.ageing.has(slot.index) && typeof row.cells[slot.index] === "number";
}

/**
 * The first day after `asOf` on which a test turns true that stays true once it is.
 *
 * @param asOf - epoch day
 * @param test - asked of epoch days; once true it must stay true
 * @returns an epoch day, or `Infinity` when the test is true already on `asOf` or false on the last
 *   known day
 *
 * @category Rules
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
