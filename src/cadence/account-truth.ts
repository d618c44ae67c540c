import {
  type CompiledCondition,
  type ExplainedRow,
  evaluate,
  explainCondition,
  missingFacts,
  NOT_MET,
  nextChange,
  type Truth,
  UNKNOWN,
} from "../rules/index.js";
import type { MissingFact } from "../shapes/index.js";

/** How a condition comes out, what it lacks, and until when that stays. */
export interface Verdict {
  readonly truth: Truth;
  /** Not empty when it is unknown. */
  readonly missing: readonly MissingFact[];
  readonly nextChange: number;
}

const NO_ACCOUNT: Verdict = {
  truth: UNKNOWN,
  missing: [{ path: "account", why: "notSupplied" }],
  nextChange: Number.POSITIVE_INFINITY,
};
const UNASKED: Verdict = { truth: NOT_MET, missing: [], nextChange: Number.POSITIVE_INFINITY };

/** What a condition says of a row; without one it is unknown, or not met where that is accepted. */
export function verdictOn(
  condition: CompiledCondition,
  row: ExplainedRow | undefined,
  whenUnknown: "notMet" | undefined,
): Verdict {
  if (row === undefined) return whenUnknown === "notMet" ? UNASKED : NO_ACCOUNT;
  const truth = evaluate(condition, row);
  const change = nextChange(condition, row);
  if (truth !== UNKNOWN) return { truth, missing: [], nextChange: change };
  if (whenUnknown === "notMet") return { truth: NOT_MET, missing: [], nextChange: change };
  return { truth, missing: missingFacts([explainCondition(condition, row)]), nextChange: change };
}
