/**
 * The three truth values of a condition: a fact that is missing makes it unknown, never silently
 * not met.
 */
export type Verdict = "met" | "notMet" | "unknown";

/** A value as reasons show it: plain JSON, money with its currency, dates as text. */
export type PlainValue =
  | string
  | number
  | boolean
  | { readonly minor: number; readonly currency: string }
  | readonly (string | number)[];

/** A fact that would have been needed. */
export interface MissingFact {
  /** Field, measure, kind of record, or part of the fit. */
  readonly path: string;
  readonly why:
    | "missing"
    | "illTyped"
    | "otherCurrency"
    | "notSupplied"
    | "incomplete"
    | "zeroDenominator"
    | "outOfRange"
    | "notFitted"
    | "inConflict";
}

/** One comparison, with what was compared and how far it was from the other verdict. */
export interface ComparisonReason {
  readonly kind: "comparison";
  /** The field or measure that was compared. */
  readonly path: string;
  readonly comparison: string;
  readonly verdict: Verdict;
  /** What the fact was; absent when it is unknown, `null` when it is known that there is none. */
  readonly value?: PlainValue | null;
  /** What it was compared with; absent when that is unknown. */
  readonly bound?: PlainValue | null;
  /** Where the bound came from, when it was not written in the condition itself. */
  readonly boundFrom?: {
    readonly kind: "parameter" | "field" | "cut" | "asOf";
    readonly name: string;
  };
  /** The bound was missing and the policy assumed this one. */
  readonly boundAssumed?: true;
  /** How far the value is from the bound: a number, minor units of money, or days. */
  readonly shortBy?: PlainValue;
  readonly unit?: "days";
  /** The fact was missing and the policy assumed this value. */
  readonly assumed?: true;
  readonly missing?: readonly MissingFact[];
}

/** Conditions joined by all, any or not. */
export interface GroupReason {
  readonly kind: "all" | "any" | "not";
  readonly verdict: Verdict;
  readonly title?: string;
  readonly of: readonly Reason[];
}

/** One rule of a policy and how it came out. */
export interface RuleReason {
  readonly kind: "rule";
  /** Path of the rule in the policy document. */
  readonly rule: string;
  /** What the rule gives when it is met. */
  readonly outcome: string;
  readonly verdict: Verdict;
  /** The policy says that this rule, being unknown, counts as not met. */
  readonly takenAsNotMet?: true;
  readonly title?: string;
  readonly source?: string;
  readonly of: readonly Reason[];
}

/**
 * A step of the policy that is no comparison: a default, an assignment, an exception, a count
 * within a window.
 */
export interface StepReason {
  readonly kind: "step";
  /** Stable name of the step, in camelCase. */
  readonly step: string;
  /** Path in the policy document, or of the records it looked at. */
  readonly path: string;
  readonly details: Readonly<Record<string, PlainValue>>;
  readonly of: readonly Reason[];
}

/** Why: a tree made of data, never of prose. */
export type Reason = ComparisonReason | GroupReason | RuleReason | StepReason;

/**
 * An answer that explains itself: the value, the tree of reasons, and the facts that would have
 * been needed. An undecided value lists its candidates.
 *
 * @category Shapes
 */
export interface Decision<Value> {
  readonly value: Value;
  readonly because: readonly Reason[];
  readonly missing: readonly MissingFact[];
}
