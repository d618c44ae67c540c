import { shiftDayWithin } from "../time/index.js";
import type { Cell } from "./cell.js";
import type { BoundTest, CompiledCondition, ListTest, Order } from "./compile-condition.js";
import type { Operand } from "./operand.js";

/** The cells of one account or record, by slot, with what else a condition may look at. */
export interface Row {
  readonly cells: readonly Cell[];
  /** The day of asking, as an epoch day. */
  readonly asOf: number;
  /** Cut points of the fit by name; without a fit there are none. */
  readonly cuts: ReadonlyMap<string, number>;
  /** Slots whose number grows by one every day, such as the days since the last order. */
  readonly ageing: ReadonlySet<number>;
}

/** Not met. */
export const NOT_MET = 0;
/** A fact is missing. */
export const UNKNOWN = 1;
/** Met. */
export const MET = 2;

/** A truth value as a number, ordered so that `all` is the least, `any` the greatest and `not` the distance to two. */
export type Truth = typeof NOT_MET | typeof UNKNOWN | typeof MET;

/**
 * Whether a condition is met by a row, in Kleene's three values (1938): an unknown part makes the whole unknown only
 * when the other parts do not settle it.
 *
 * @param condition - compiled condition
 * @param row - cells by slot
 * @returns 0 not met, 1 unknown, 2 met
 */
export function evaluate(condition: CompiledCondition, row: Row): Truth {
  switch (condition.kind) {
    case "bound":
      return testBound(condition, row);
    case "list":
      return testList(condition, row.cells[condition.slot.index]);
    case "missing":
      return truth(isAbsent(row.cells[condition.slot.index]) === condition.expected);
    case "not":
      return (MET - evaluate(condition.of[0]!, row)) as Truth;
    case "all": {
      let least: Truth = MET;
      for (const part of condition.of) {
        const each = evaluate(part, row);
        if (each === NOT_MET) return NOT_MET;
        if (each < least) least = each;
      }
      return least;
    }
    case "any": {
      let greatest: Truth = NOT_MET;
      for (const part of condition.of) {
        const each = evaluate(part, row);
        if (each === MET) return MET;
        if (each > greatest) greatest = each;
      }
      return greatest;
    }
  }
}

/** The bound of a comparison on this row: `undefined` unknown, `null` known to be none. */
export function boundOf(operand: Operand, row: Row): Cell {
  switch (operand.from) {
    case "literal":
    case "parameter":
      return operand.value;
    case "field":
      return row.cells[operand.slot.index];
    case "cut":
      return row.cuts.get(operand.name);
    case "asOf":
      return shiftDayWithin(row.asOf, operand.duration, operand.sign);
  }
}

function testBound(test: BoundTest, row: Row): Truth {
  const cell = assuming(row.cells[test.slot.index], test.assumed);
  const bound = boundOf(test.operand, row);
  if (cell === undefined || bound === undefined) return UNKNOWN;
  if (cell === null || bound === null) return NOT_MET;
  return truth(stands(cell, test.order, bound));
}

function testList(test: ListTest, cell: Cell): Truth {
  const known = assuming(cell, test.assumed);
  if (known === undefined) return UNKNOWN;
  switch (test.word) {
    case "isOneOf":
      return truth(test.values.has(known));
    case "isNoneOf":
      return truth(!test.values.has(known));
    case "includes":
    case "includesAnyOf":
      return truth(Array.isArray(known) && known.some((each) => test.values.has(each)));
    case "includesAllOf": {
      const words: readonly unknown[] = Array.isArray(known) ? known : [];
      return truth(known !== null && [...test.values].every((each) => words.includes(each)));
    }
  }
}

/** What the policy assumes where a fact is unknown; a fact that is known to be none is not unknown. */
export function assuming(cell: Cell, assumed: Cell): Cell {
  return cell === undefined ? assumed : cell;
}

function isAbsent(cell: Cell): boolean {
  return cell === undefined || cell === null;
}

function stands(cell: Exclude<Cell, null | undefined>, order: Order, bound: typeof cell): boolean {
  switch (order) {
    case "atLeast":
      return cell >= bound;
    case "moreThan":
      return cell > bound;
    case "atMost":
      return cell <= bound;
    case "lessThan":
      return cell < bound;
    case "equal":
      return cell === bound;
    case "startsWith":
      return (cell as string).startsWith(bound as string);
  }
}

function truth(holds: boolean): Truth {
  return holds ? MET : NOT_MET;
}
