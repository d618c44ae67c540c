import type { ConditionNames, RuleSet, Slot } from "../rules/index.js";
import type { AbcBoundary, AbcClassifier, AbcFit } from "./abc-classifier.js";
import type { LifecycleClassifier } from "./assignment/lifecycle-classifier.js";
import type { CompiledLifecycleClassifier } from "./assignment/method-lifecycle.js";
import type { BandsClassifier } from "./bands-classifier.js";
import type { AllowedMove, Place, RulesClassifier, SegmentLabel } from "./classifier.js";
import type { MatrixClassifier } from "./matrix-classifier.js";
import type { CutBoundary, RfmClassifier, RfmCuts, RfmFit, RfmScoring } from "./rfm-classifier.js";
import type { Normalisation, ScorecardClassifier, ScorecardFit } from "./scorecard-classifier.js";

/**
 * A way of sorting accounts into segments, told apart by its `method`.
 *
 * @category Segments
 */
export type Classifier<
  Labels = Readonly<Record<string, SegmentLabel>>,
  N extends ConditionNames = ConditionNames,
> =
  | RulesClassifier<Labels, N>
  | BandsClassifier<Labels, N>
  | AbcClassifier<Labels, N>
  | RfmClassifier<Labels, N>
  | MatrixClassifier<Labels, N>
  | ScorecardClassifier<Labels, N>
  | LifecycleClassifier<Labels, N>;

/** What every classifier has after its check. */
export interface CompiledHead {
  readonly name: string;
  readonly labels: ReadonlyMap<string, SegmentLabel>;
  /** Changes of segment that are allowed; `undefined` where all are. */
  readonly moves: readonly AllowedMove[] | undefined;
  /** The names of the fields it reads, other classifiers' among them. */
  readonly reads: ReadonlySet<string>;
}

/** What decides by a rule set. */
export interface RuleParts {
  readonly rules: RuleSet;
}

export interface CompiledRules extends CompiledHead, RuleParts {
  readonly method: "rules";
}

export interface CompiledBands extends CompiledHead, RuleParts {
  readonly method: "bands";
}

export interface AbcParts extends RuleParts {
  readonly slot: Slot;
  readonly by: "cumulativeShare" | "rank";
  readonly boundary: AbcBoundary;
  /** Cumulative shares of all classes but the last. */
  readonly shares: readonly number[];
  /** Names of the cuts, as conditions and reasons know them. */
  readonly cutNames: readonly string[];
  readonly fit: AbcFit | undefined;
}

export interface CompiledAbc extends CompiledHead, AbcParts {
  readonly method: "abc";
}

export interface RfmParts {
  /** Slots of recency, frequency and monetary value. */
  readonly axes: readonly [Slot, Slot, Slot];
  readonly bins: number;
  /** One unit of monetary value: 100 for cents, 1 for numbers. */
  readonly unit: number;
  readonly scoring: RfmScoring;
  readonly boundary: CutBoundary;
  /** The ranges as rules over the scores, for reasons. */
  readonly ranges: RuleSet;
  /** The segment of every triple of scores. */
  readonly table: readonly string[];
  readonly neverBought: Place;
  readonly missing: Place | "undecided";
  /** Cuts that need no fit. */
  readonly fixed: RfmCuts | undefined;
  readonly fit: RfmFit | undefined;
}

export interface CompiledRfm extends CompiledHead, RfmParts {
  readonly method: "rfm";
}

export interface MatrixParts {
  readonly axes: readonly { readonly slot: Slot; readonly values: readonly string[] }[];
  /** Segment by the positions of the axes' values, the last axis running fastest. */
  readonly cells: readonly string[];
}

export interface CompiledMatrix extends CompiledHead, MatrixParts {
  readonly method: "matrix";
}

export interface CompiledCriterion {
  readonly slot: Slot;
  readonly weight: number;
  readonly normalise: Normalisation;
  /** Bounds of point bands as cells; `undefined` for the rest. */
  readonly bounds: readonly (number | undefined)[];
}

export interface ScorecardParts {
  readonly criteria: readonly CompiledCriterion[];
  readonly weightsSumTo: number;
  readonly rescales: boolean;
  /** The bands as rules over the score. */
  readonly bands: RuleSet;
  readonly fit: ScorecardFit | undefined;
}

export interface CompiledScorecard extends CompiledHead, ScorecardParts {
  readonly method: "scorecard";
}

/**
 * A classifier after its check.
 *
 * @category Segments
 */
export type CompiledClassifier =
  | CompiledRules
  | CompiledBands
  | CompiledAbc
  | CompiledRfm
  | CompiledMatrix
  | CompiledScorecard
  | CompiledLifecycleClassifier;

/**
 * What a classifier depends on in the whole base, as plain JSON.
 *
 * @category Segments
 */
export type ClassifierFit = AbcFit | RfmFit | ScorecardFit;
