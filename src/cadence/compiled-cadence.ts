import type { CompiledCondition, Scope, Slot } from "../rules/index.js";
import type { Duration, PeriodDefinition } from "../time/index.js";
import type { Reach } from "./any-cadence.js";
import type { Cadence } from "./cadence.js";
import type { AnchoredCadence, DutySource, EventCadence } from "./dated-cadence.js";
import type { IntervalCadence } from "./interval-cadence.js";
import type { QuotaCadence } from "./quota-cadence.js";
import type { SurveyCadence } from "./survey-cadence.js";

/**
 * A cadence after its check.
 *
 * @category Cadence
 */
export type CompiledCadence = CompiledQuota | CompiledInterval | CompiledDated | CompiledSurvey;

/** What every compiled cadence has. */
export interface CompiledShared {
  readonly name: string;
  readonly cadence: Cadence;
  readonly businessLines: readonly string[] | undefined;
  /** Over the account. */
  readonly applies: CompiledCondition | undefined;
  readonly effortMinutes: number | undefined;
  /** A field of the account. */
  readonly rank: Slot | undefined;
  readonly reach: Reach | undefined;
  readonly fatigue: CompiledFatigue | undefined;
}

/** Which activities count, and how much. */
export interface ContactRule {
  readonly scope: Scope;
  readonly counts: CompiledCondition;
  readonly weights: readonly { readonly when: CompiledCondition; readonly weight: number }[];
  readonly plansCount: boolean;
  readonly isUnknownNotMet: boolean;
}

/** A limit of contacts within a length of time, after its check. */
export interface CompiledFatigue {
  readonly contacts: ContactRule;
  readonly atMost: number;
  readonly within: Duration;
}

/** How many contacts a quota asks for. */
export interface QuotaNumbers {
  readonly atLeast: number | undefined;
  readonly atMost: number | undefined;
}

/** A quota after its check. */
export interface CompiledQuota extends CompiledShared, QuotaNumbers {
  readonly method: "quota";
  readonly cadence: QuotaCadence;
  readonly contacts: ContactRule;
  readonly per:
    | { readonly kind: "calendar"; readonly definition: PeriodDefinition }
    | { readonly kind: "rolling"; readonly duration: Duration };
  readonly adjusted: readonly (QuotaNumbers & { readonly when: CompiledCondition })[];
}

/** Three lengths of time in order. */
export interface CompiledWindow {
  readonly earliest: Duration;
  readonly ideal: Duration;
  readonly latest: Duration;
}

/** An interval after its check. */
export interface CompiledInterval extends CompiledShared, CompiledWindow {
  readonly method: "interval";
  readonly cadence: IntervalCadence;
  readonly contacts: ContactRule;
}

/** A cadence that records raise, after its check. */
export interface CompiledDated extends CompiledShared {
  readonly method: "anchored" | "event";
  readonly cadence: AnchoredCadence | EventCadence;
  readonly record: DutySource;
  /** What the conditions and dates of the record name; of the account, the policy's own scope. */
  readonly scope: Scope;
  readonly where: CompiledCondition | undefined;
  readonly anchor: CompiledAnchor;
  readonly which: EventCadence["which"];
  /** `undefined` where a duty is never given up. */
  readonly lapses: Duration | undefined;
  readonly answer: {
    readonly contacts: ContactRule | undefined;
    readonly field: Slot | undefined;
  };
}

/** Which day of a record a window lies about. */
export type CompiledAnchor =
  | (CompiledWindow & { readonly kind: "after" | "before"; readonly date: Slot })
  | (Omit<CompiledWindow, "ideal"> & {
      readonly kind: "halfWay";
      readonly from: Slot;
      readonly until: Slot;
      readonly isLater: boolean;
    });

/** A survey after its check. */
export interface CompiledSurvey extends CompiledShared, CompiledWindow {
  readonly method: "survey";
  readonly cadence: SurveyCadence;
  readonly contacts: ContactRule;
  readonly per: PeriodDefinition;
  readonly others: ContactRule | undefined;
  readonly contractual:
    | { readonly scope: Scope; readonly where: CompiledCondition; readonly beatsFatigue: boolean }
    | undefined;
}
