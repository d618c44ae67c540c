import type { Cell } from "./cell.js";
import type { BoundWord, ListWord, Order } from "./comparison-words.js";
import type { Operand } from "./operand.js";
import type { Slot } from "./scope.js";

/** Deepest nesting of `all`, `any` and `not`. */
export const MAX_DEPTH = 32;
/** Most conditions within one, and most values in one list. */
export const MAX_PARTS = 10_000;

/** A comparison of one field with one bound. */
export interface BoundTest {
  readonly kind: "bound";
  readonly slot: Slot;
  readonly word: BoundWord;
  readonly order: Order;
  readonly operand: Operand;
  readonly assumed: Cell;
}

/** A comparison of one field with a list of words or numbers. */
export interface ListTest {
  readonly kind: "list";
  readonly slot: Slot;
  readonly word: ListWord;
  readonly values: ReadonlySet<Cell>;
  readonly listFrom: string | undefined;
  readonly assumed: Cell;
}

/** Whether a fact is there at all; never unknown. */
export interface MissingTest {
  readonly kind: "missing";
  readonly slot: Slot;
  readonly expected: boolean;
}

/** Conditions joined. */
export interface Group {
  readonly kind: "all" | "any" | "not";
  readonly title: string | undefined;
  readonly of: readonly CompiledCondition[];
}

/**
 * A condition after its check: every name resolved to a slot, every bound to a number, ready to be
 * asked of any row.
 *
 * @category Rules
 */
export type CompiledCondition = BoundTest | ListTest | MissingTest | Group;
