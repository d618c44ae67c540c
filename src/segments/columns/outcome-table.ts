import type { SegmentOutcome } from "../classifier.js";

/** Outcomes by code, each once, in the order in which they were met. */
export interface OutcomeTable {
  readonly list: readonly SegmentOutcome[];
  codeOf(outcome: SegmentOutcome): number;
}

/** A table that is still empty. */
export function outcomeTable(): OutcomeTable {
  const list: SegmentOutcome[] = [];
  const codes = new Map<string, number>();
  return {
    list,
    codeOf(outcome) {
      const key = JSON.stringify(outcome);
      const known = codes.get(key);
      if (known !== undefined) return known;
      codes.set(key, list.length);
      return list.push(outcome) - 1;
    },
  };
}
