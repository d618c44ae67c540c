import type { CivilDate } from "../time/index.js";
import type { Money } from "./money.js";
import type { RecordId } from "./record-id.js";

/** A three-step scale, for what people estimate rather than count. */
export type Level = "low" | "medium" | "high";

/** Where something is heading. */
export type Trend = "falling" | "steady" | "rising";

/**
 * A value that somebody judged, with who and when, so that gut feel can be told from data.
 *
 * @category Facts
 */
export interface Judged<T> {
  readonly value: T;
  /** The person in the company who judged. */
  readonly judgedBy?: RecordId;
  readonly judgedOn?: CivilDate;
  readonly basis?: "data" | "judgement" | "insideKnowledge";
}

/** How much one service could still grow at an account. */
export interface ServicePotential extends Judged<Level> {
  readonly service: string;
}

/**
 * What people think of an account. Each judgement may be missing, and then it is unknown.
 *
 * @category Facts
 */
export interface Judgements {
  readonly growthPotential?: Judged<Level>;
  readonly veryFastGrowth?: Judged<boolean>;
  readonly buyingPotential?: Judged<Level>;
  readonly potentialPerService?: readonly ServicePotential[];
  /** Revenue may be expected from several business lines. */
  readonly potentialForSeveralServices?: Judged<boolean>;
  readonly potentialForAllServices?: Judged<boolean>;
  /** 0 … 1. */
  readonly purchaseProbability?: Judged<number>;
  readonly forecastableInvoicing?: Judged<boolean>;
  readonly personalRelationship?: Judged<"none" | "weak" | "good">;
  readonly awareness?: Judged<Level>;
  readonly position?: Judged<Level>;
  readonly strategicImportance?: Judged<Level>;
  /** Effort that caring for the account takes. */
  readonly effort?: Judged<Level>;
  readonly attractiveness?: Judged<Level>;
  readonly strength?: Judged<Level>;
  readonly strategicFit?: Judged<Level>;
  readonly referenceValue?: Judged<Level>;
  readonly competenceValue?: Judged<Level>;
  readonly image?: Judged<Level>;
  readonly priceLevel?: Judged<Level>;
  /** The account's share of its own market, 0 … 1. */
  readonly marketShare?: Judged<number>;
  /** Persons of its top management whom we know. */
  readonly topManagementContacts?: Judged<number>;
  readonly financialStability?: Judged<Level>;
  readonly cashFlowOutlook?: Judged<Trend>;
  readonly paymentBehaviour?: Judged<"good" | "late" | "bad">;
  readonly purchaseForecastTrend?: Judged<Trend>;
  /** What the account buys of our category from everybody, a year. */
  readonly totalConsumption?: Judged<Money>;
  readonly mutualCommitment?: Judged<boolean>;
}
