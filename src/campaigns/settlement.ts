import type { Instant, Money, RecordId } from "../facts/index.js";
import type { MomentOfAsking } from "./moment-of-asking.js";
import type { TeamGoal } from "./prize.js";
import type { CampaignStage } from "./stage-of-campaign.js";

/** Figures by name: numbers or money; what is not there is unknown. */
export type SuppliedFigures = Readonly<Record<string, number | Money>>;

/** What a settlement needs beside the ledger. */
export interface SettlementContext extends MomentOfAsking {
  readonly teamFigures?: SuppliedFigures;
  readonly memberFigures?: readonly {
    readonly memberId: RecordId;
    readonly figures: SuppliedFigures;
  }[];
}

/**
 * What a campaign pays, and why.
 *
 * @category Campaigns
 */
export interface Settlement {
  readonly at: Instant;
  /** Final once the stage is `settled`; before that the figures are what would be paid now. */
  readonly stage: CampaignStage;
  readonly goals: readonly GoalOutcome[];
  /** By rank, as on the board. */
  readonly members: readonly MemberSettlement[];
  readonly payOut: Money;
  /** What could still be added by prizes whose figures are unknown. */
  readonly undecided: Money;
  /** Present when the budget lowered all prizes. */
  readonly scaledFrom?: Money;
}

/** Whether a team goal was reached, and how far it was. */
export interface GoalOutcome {
  readonly rule: TeamGoal["rule"];
  readonly isReached: boolean;
  /** Members who reached their own threshold. */
  readonly reachedBy: number;
  readonly members: number;
  /** Points of all members together. */
  readonly points: number;
}

/** What one member gets. */
export interface MemberSettlement {
  readonly memberId: RecordId;
  readonly points: number;
  readonly rank: number;
  readonly prizes: readonly Prize[];
  readonly total: Money;
}

/** One prize, or one whose figure is not known. */
export interface Prize {
  readonly kind: "team" | "tier" | "rank" | "figure";
  /** Path in the definition. */
  readonly path: string;
  readonly verdict: "won" | "undecided";
  readonly amount: Money;
  /** What had to be reached, of a team prize under all-of or share, and of a tier. */
  readonly threshold?: number;
}
