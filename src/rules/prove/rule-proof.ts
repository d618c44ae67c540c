import type { PlainValue } from "../../shapes/index.js";
import type { DerivedSlot } from "./derived-slot.js";
import type { WhyUndecided } from "./find-witness.js";
import type { Bearings, SlotBounds } from "./slot-values.js";

/**
 * An account as small as it can be: the fields it needs and their values, `null` for one known to
 * be none. Fields that are not there are unknown. It is a row of fields and measures that the
 * evaluator confirms; whether records can bring it about is another question.
 *
 * @category Rules
 */
export type Witness = Readonly<Record<string, PlainValue | null>>;

/**
 * Whether something can happen: with a witness, proved impossible, or undecided with the reason.
 *
 * @category Rules
 */
export type Possibility =
  | { readonly kind: "possible"; readonly witness: Witness }
  | { readonly kind: "impossible" }
  | { readonly kind: "undecided"; readonly why: WhyUndecided };

/**
 * What a proof came to about one rule.
 *
 * @category Rules
 */
export interface RuleProof {
  /** Path of the rule in the policy. */
  readonly rule: string;
  readonly outcome: string;
  /** Whether its condition can be met at all. */
  readonly canBeMet: Possibility;
  /** Whether it can decide: be met while, under `first`, no earlier rule is. */
  readonly canDecide: Possibility;
  /** Where it cannot decide: the earlier rules that are met, or left open, where it is met. */
  readonly shadowedBy: readonly string[];
  /**
   * Comparisons without which the rule would be met by the same accounts; not asked of a rule of
   * more than two hundred.
   */
  readonly idle: readonly IdleComparison[];
  /**
   * Under `first`, others without which all rules together would give the same, because earlier
   * rules take every account that they tell apart; not asked behind fifty rules and more.
   */
  readonly idleInSet: readonly IdleComparison[];
}

/**
 * A comparison that makes no difference.
 *
 * @category Rules
 */
export interface IdleComparison {
  readonly field: string;
  readonly comparison: string;
  readonly bound?: PlainValue;
}

/**
 * Two rules of different outcomes and whether an account can meet both.
 *
 * @category Rules
 */
export interface Overlap {
  readonly rules: readonly [string, string];
  readonly answer: Exclude<Possibility, { readonly kind: "impossible" }>;
}

/**
 * What holds for every account that there could be.
 *
 * @category Rules
 */
export interface RuleSetProof {
  /** Whether an account can meet no rule at all. */
  readonly gap: Possibility;
  /** Up to eight accounts that meet no rule, each in a hole of its own; the first is the gap's. */
  readonly holes: readonly Witness[];
  readonly rules: readonly RuleProof[];
  /**
   * Under `unique`: for each rule the first earlier one of another outcome that it overlaps with or
   * might; none means that no account ever meets two rules of different outcomes. Empty under the
   * other hit policies, which allow it.
   */
  readonly overlaps: readonly Overlap[];
}

/**
 * What a proof takes for granted, and how long it may take.
 *
 * @category Rules
 */
export interface ProofContext extends Bearings, SlotBounds {
  readonly currency: string;
  /** Slots that other rules fill, each after those that its rules read. */
  readonly derived?: readonly DerivedSlot[];
  /**
   * Questions, choices and conflicts over all that is asked; one question takes at most a tenth.
   * Five hundred rules take some ten to thirty thousand.
   */
  readonly mostSteps: number;
}
