import type { Annotated, Condition, ConditionNames, HitPolicy } from "../rules/index.js";

/**
 * How a company steers an account towards the end of the relationship (Buttle 2004, 70).
 *
 * @category Segments
 */
export type ExitAction = "raisePrices" | "reorganiseContact" | "selfService";

/**
 * What a segment is called, where it stands and what is done with it; nothing here changes who
 * belongs to it.
 *
 * @category Segments
 */
export interface SegmentLabel extends Annotated {
  /** Other names in use for the same segment. */
  readonly aliases?: readonly string[];
  /** Position on the company's own axes, such as `{ growthPotential: "high" }`. */
  readonly axes?: Readonly<Record<string, string>>;
  /** Who has the last word on a membership, such as `managementTeam`. */
  readonly decidedBy?: string;
  /**
   * The segment of accounts whose membership is not approved, once memberships are asked about;
   * without it they are unclassified until then.
   */
  readonly unlessApproved?: string;
  /** What to do with its accounts, in the company's own words, such as `invest`. */
  readonly policies?: readonly string[];
  /** How its accounts are steered towards the end. */
  readonly exitActions?: readonly ExitAction[];
}

/**
 * A change of segment that the company allows, such as from B to A.
 *
 * @category Segments
 */
export interface AllowedMove<Label extends string = string> extends Annotated {
  readonly from: Label;
  readonly to: Label;
}

/**
 * What every classifier has, whatever its method.
 *
 * @category Segments
 */
export interface ClassifierHead<Labels = Readonly<Record<string, SegmentLabel>>> extends Annotated {
  /** The segments there are, best first where their order matters. */
  readonly labels: Labels;
  /** The changes that are allowed; without this list every change is. */
  readonly moves?: readonly AllowedMove<NoInfer<keyof Labels & string>>[];
}

/**
 * Where a policy puts accounts that the method itself cannot place.
 *
 * @category Segments
 */
export type Place<Label extends string = string> = Label | "excluded";

/**
 * A rule that puts an account into a segment.
 *
 * @category Segments
 */
export interface SegmentRule<Label extends string, N extends ConditionNames> extends Annotated {
  readonly segment: Label;
  readonly when: NoInfer<Condition<N>>;
  /** Take an unknown verdict as not met, where the company accepts that. */
  readonly whenUnknown?: "notMet";
}

/**
 * A rule that leaves an account out of segmentation altogether.
 *
 * @category Segments
 */
export interface ExclusionRule<N extends ConditionNames> extends Annotated {
  readonly exclude: true;
  readonly when: NoInfer<Condition<N>>;
  readonly whenUnknown?: "notMet";
}

/**
 * A classifier by ordered rules.
 *
 * @category Segments
 */
export interface RulesClassifier<
  Labels = Readonly<Record<string, SegmentLabel>>,
  N extends ConditionNames = ConditionNames,
> extends ClassifierHead<Labels> {
  readonly method: "rules";
  readonly hitPolicy: HitPolicy;
  /** Values to take where a field is missing; reasons show it. */
  readonly assume?: { readonly [Name in AnyName<N>]?: number | boolean | string };
  readonly rules: readonly (SegmentRule<NoInfer<keyof Labels & string>, N> | ExclusionRule<N>)[];
  /** The segment of accounts that no rule fits; without it they are unclassified. */
  readonly otherwise?: NoInfer<keyof Labels & string>;
}

type AnyName<N extends ConditionNames> =
  | N["number"]
  | N["money"]
  | N["date"]
  | N["boolean"]
  | N["text"]
  | N["set"];

/**
 * What classification came to.
 *
 * @category Segments
 */
export type SegmentOutcome<Label extends string = string> =
  | { readonly kind: "segment"; readonly segment: Label; readonly decidedBy?: string }
  /** Under the hit policy `collect`: in the order of the labels. */
  | { readonly kind: "segments"; readonly segments: readonly Label[] }
  | { readonly kind: "excluded" }
  /** No rule fits and there is no default. */
  | { readonly kind: "unclassified" }
  /** Under the hit policy `unique`: rules of different segments fit. */
  | { readonly kind: "conflict"; readonly candidates: readonly Candidate<Label>[] }
  /** Facts are missing; every candidate is still possible. */
  | { readonly kind: "undecided"; readonly candidates: readonly Candidate<Label>[] };

/**
 * What an account may still turn out to be.
 *
 * @category Segments
 */
export type Candidate<Label extends string = string> = Label | "excluded" | "unclassified";
