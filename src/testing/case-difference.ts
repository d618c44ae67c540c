import type { CareDecision } from "../policy/index.js";
import type { Decision } from "../shapes/index.js";

/**
 * One thing that a case expects and does not get.
 *
 * @category Policy cases
 */
export interface CaseDifference {
  /** Within the case, as in `expect.duties[0]`. */
  readonly path: string;
  /**
   * `different`: something else is so. `undecided`: facts are missing, and it may yet be so.
   * `notAskable`: the case names what the policy does not have, or lacks its calendar.
   */
  readonly why: "different" | "undecided" | "notAskable";
  readonly message: string;
  readonly expected: unknown;
  readonly received: unknown;
}

/** Every decision about an account, the duties one by one. */
export function decisionsOf(care: CareDecision): readonly Decision<unknown>[] {
  const { segment, careModel, owner, duties } = care;
  const each = duties.value.kind === "duties" ? duties.value.duties : [];
  return [segment, careModel, owner, duties, ...each];
}
