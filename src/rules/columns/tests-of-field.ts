import type { Order } from "../comparison-words.js";
import type { CompiledCondition } from "../compiled-condition.js";
import { boundOf, type Row } from "../evaluate.js";

/** What conditions compare one field with; nothing else of its values matters to them. */
export interface TestsOfField {
  /** Values from which on a comparison comes out otherwise, as the least of them. */
  readonly thresholds: Set<number>;
  readonly words: Set<string>;
  readonly prefixes: Set<string>;
}

/** Tests that nothing asks yet. */
export function noTests(): TestsOfField {
  return { thresholds: new Set(), words: new Set(), prefixes: new Set() };
}

/**
 * The slots that a condition reads, on either side.
 */
export function slotsRead(
  condition: CompiledCondition,
  slots: Set<number> = new Set(),
): Set<number> {
  switch (condition.kind) {
    case "bound":
      if (condition.operand.from === "field") slots.add(condition.operand.slot.index);
      slots.add(condition.slot.index);
      return slots;
    case "list":
    case "missing":
      return slots.add(condition.slot.index);
    default:
      for (const part of condition.of) slotsRead(part, slots);
      return slots;
  }
}

/** Adds what one test compares its field with, as that stands on a day under a fit. */
export function addTests(
  condition: Exclude<CompiledCondition, { readonly of: unknown }>,
  row: Pick<Row, "asOf" | "cuts">,
  tests: TestsOfField,
): void {
  switch (condition.kind) {
    case "bound": {
      // A field compared with itself tells no values apart.
      if (condition.operand.from === "field") return;
      const bound = boundOf(condition.operand, row as Row);
      if (typeof bound === "number") addThreshold(bound, condition.order, tests);
      else if (typeof bound === "string") {
        (condition.order === "startsWith" ? tests.prefixes : tests.words).add(bound);
      }
      return;
    }
    case "list":
      for (const value of condition.values) {
        if (typeof value === "number") addThreshold(value, "equal", tests);
        else tests.words.add(value as string);
      }
      return;
    case "missing":
      return;
  }
}

/** Adds where a comparison comes out otherwise: from its bound on, or from just above it, or both. */
export function addThreshold(bound: number, order: Order, { thresholds }: TestsOfField): void {
  if (order !== "moreThan" && order !== "atMost") thresholds.add(bound);
  if (order === "atLeast" || order === "lessThan") return;
  const above = nextUp(bound);
  if (above !== Number.POSITIVE_INFINITY) thresholds.add(above);
}

/** The least number above a finite one. */
export function nextUp(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  ONE_NUMBER[0] = value;
  ITS_BITS[0]! += value > 0 ? 1n : -1n;
  return ONE_NUMBER[0]!;
}

const ONE_NUMBER = new Float64Array(1);
const ITS_BITS = new BigInt64Array(ONE_NUMBER.buffer);
