import type { ExplainedRow } from "../rules/index.js";
import type { MissingFact } from "../shapes/index.js";
import type { CompiledCare } from "./compile-care.js";

/**
 * How much is known of what must be known of an account.
 *
 * @category Data depth
 */
export interface DataGaps {
  /** The known part of the required fields, 0 … 1. */
  readonly value?: number;
  readonly undefinedBecause?: "nothingRequired";
  /** Required fields that are known. */
  readonly numerator: number;
  /** Required fields. */
  readonly denominator: number;
  readonly excluded: readonly never[];
  readonly method: "requiredFields";
  /** In the order in which the policy asks for them. */
  readonly missing: readonly MissingFact[];
}

/**
 * Which of the fields that a class must have known are missing of one account.
 *
 * A field is known when it can be read as what the policy declares it to be; one that is known to
 * be none (the last order of an account that never ordered) is known. A class without required
 * fields has nothing to be complete in.
 *
 * @param row - the cells of the account, with why those that are unknown are
 * @param care - the compiled chapter
 * @param segment - the account's class
 * @returns the known share with what is missing
 *
 * @category Data depth
 */
export function findDataGaps(
  row: ExplainedRow,
  care: Pick<CompiledCare, "dataDepth">,
  segment: string,
): DataGaps {
  const slots = care.dataDepth.get(segment) ?? [];
  const missing = slots
    .filter((slot) => row.cells[slot.index] === undefined)
    .flatMap((slot) => row.whyUnknown(slot));
  const unknown = slots.filter((slot) => row.cells[slot.index] === undefined).length;
  const [numerator, denominator] = [slots.length - unknown, slots.length];
  return {
    ...(denominator === 0
      ? { undefinedBecause: "nothingRequired" as const }
      : { value: numerator / denominator }),
    numerator,
    denominator,
    excluded: [],
    method: "requiredFields",
    missing,
  };
}
