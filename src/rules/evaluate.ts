import type { Cell } from "./cell.js";
import type { Order } from "./comparison-words.js";
import type { BoundTest, CompiledCondition, ListTest } from "./compiled-condition.js";
import type { Operand } from "./operand.js";
import { relativeDay } from "./relative-day.js";

/** The cells of one account or record, by slot, with what else a condition may look at. */
export interface Row {
  readonly cells: readonly Cell[];
  /** The day of asking, as an epoch day. */
  readonly asOf: number;
  /**
   * Cut points of the fit by name, `null` where no value is great enough; without a fit there are
   * none.
   */
  readonly cuts: ReadonlyMap<string, number | null>;
  /** Slots whose number grows by one every day, such as the days since the last order. */
  readonly ageing: ReadonlySet<number>;
  /** What an unknown word may still turn out to be, by slot; any of its kind where it is not told. */
  readonly possible?: ReadonlyMap<number, readonly string[]>;
}

/** Where conditions name no cuts, or there is no fit that has found any. */
export const NO_CUTS: ReadonlyMap<string, number> = new Map();

/** Where no number grows by itself from day to day. */
export const NOTHING_AGES: ReadonlySet<number> = new Set();

/** Not met. */
export const NOT_MET = 0;
/** A fact is missing. */
export const UNKNOWN = 1;
/** Met. */
export const MET = 2;

/**
 * A truth value as a number, ordered so that `all` is the least, `any` the greatest and `not` the
 * distance to two.
 *
 * @category Rules
 */
export type Truth = typeof NOT_MET | typeof UNKNOWN | typeof MET;

/**
 * Whether a condition is met by a row, in Kleene's three values (1938).
 *
 * An unknown part makes the whole unknown only when the other parts do not settle it. `atLeast`,
 * `atMost`, `onOrAfter`, `onOrBefore` and both ends of `between` include their bound; `moreThan`,
 * `lessThan`, `after` and `before` do not. A fact known to be none (`null`) meets no comparison,
 * and a bound known to be none is met by no fact; `isMissing` alone is never unknown. A bound that
 * is missing, has no fit yet or lies beyond the known years leaves the comparison unknown.
 *
 * @param condition - compiled condition
 * @param row - cells by slot
 * @returns 0 not met, 1 unknown, 2 met
 *
 * @example At least is inclusive, and a missing fact is not a no
 * ```ts
 * import { compileCondition, evaluate, MET, NOT_MET, Scope, UNKNOWN } from "hoito/rules";
 *
 * const scope = new Scope({
 *   kinds: new Map([["headcount", "number"]]),
 *   currency: "EUR",
 * });
 * const written = { field: "headcount", atLeast: 1000 };
 * const condition = compileCondition(written, scope, "when", new Map())!;
 * const context = { asOf: 0, cuts: new Map(), ageing: new Set<number>() };
 * evaluate(condition, { ...context, cells: [1000] }) === MET; // => true
 * evaluate(condition, { ...context, cells: [999] }) === NOT_MET; // => true
 * evaluate(condition, { ...context, cells: [undefined] }) === UNKNOWN; // => true
 * ```
 *
 * @category Rules
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
      return assuming(row.cells[operand.slot.index], operand.assumed);
    case "cut":
      return row.cuts.get(operand.name);
    case "asOf":
      return relativeDay(row.asOf, operand.duration, operand.sign);
  }
}

/** What the policy assumes where a fact is unknown; a fact that is none is not unknown. */
export function assuming(cell: Cell, assumed: Cell): Cell {
  return cell === undefined ? assumed : cell;
}

function testBound(test: BoundTest, row: Row): Truth {
  const cell = assuming(row.cells[test.slot.index], test.assumed);
  const bound = boundOf(test.operand, row);
  if (cell === null || bound === null) return NOT_MET;
  if (cell === undefined || bound === undefined) return UNKNOWN;
  return truth(stands(cell, test.order, bound));
}

function testList({ word, values, assumed }: ListTest, cell: Cell): Truth {
  const known = assuming(cell, assumed);
  if (known === undefined) return UNKNOWN;
  if (known === null) return NOT_MET;
  switch (word) {
    case "isOneOf":
      return truth(values.has(known));
    case "isNoneOf":
      return truth(!values.has(known));
    case "includes":
    case "includesAnyOf":
      return truth((known as readonly string[]).some((each) => values.has(each)));
    case "includesAllOf": {
      const words = new Set<Cell>(known as readonly string[]);
      return truth([...values].every((each) => words.has(each)));
    }
  }
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
