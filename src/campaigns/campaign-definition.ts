import type { DecimalMoney } from "../facts/index.js";
import type { Annotated, Condition } from "../rules/index.js";
import type {
  CivilDate,
  ClockChangePolicy,
  ClockTime,
  DateSpan,
  IsoWeekText,
  RollConvention,
  Weekday,
} from "../time/index.js";
import type { Cap } from "./cap.js";
import type { Criterion } from "./criterion.js";
import type { FigurePrize, PersonalTiers, RankPrizes, TeamGoal } from "./prize.js";

/**
 * A points campaign as data: when it runs, what earns points, what limits them, what they win.
 *
 * @category Campaigns
 */
export interface CampaignDefinition extends Annotated {
  /** The zone whose clocks the deadlines follow, such as `"Europe/Helsinki"`. */
  readonly zone: string;
  readonly period: DateSpan;
  readonly weeks: CampaignWeeks;
  readonly deadline: CampaignDeadline;
  readonly life: CampaignLife;
  /** Points are whole multiples of 1 / `unitsPerPoint`, 1 … 1 000; without it they are whole. */
  readonly unitsPerPoint?: number;
  /** Which activities are scored, as in `{ field: "kind", isOneOf: ["visit", "training"] }`. */
  readonly counts: Condition;
  /** What an activity does that becomes known to its week only after the deadline. */
  readonly lateActivities: "failTheWeek" | "leftOut";
  /**
   * A week without activities: all criteria but the judged ones are met (`vacuous`), none is
   * (`zero`), or the week is not asked of the member (`excused`).
   */
  readonly emptyWeek: "vacuous" | "zero" | "excused";
  readonly absence: AbsenceRule;
  readonly criteria: Readonly<Record<string, Criterion>>;
  /** Applied one after the other, in this order. */
  readonly caps?: readonly Cap[];
  readonly ranking: Ranking;
  readonly teamGoals?: readonly TeamGoal[];
  readonly tiers?: PersonalTiers;
  readonly rankPrizes?: RankPrizes;
  /** Figures that the host supplies at settlement, and their kind. */
  readonly figures?: Readonly<Record<string, "number" | "money">>;
  readonly figurePrizes?: readonly FigurePrize[];
  readonly budget?: Budget;
}

/**
 * Which weeks are scored: those whose deadline falls within the period (before rolling), all that
 * the period touches, or those named. Excused weeks are taken out; practice weeks are scored, but
 * not by criteria that begin after practice.
 */
export interface CampaignWeeks {
  readonly scored: "deadlineWithin" | "touched" | readonly IsoWeekText[];
  readonly practice?: readonly IsoWeekText[];
  readonly excused?: readonly IsoWeekText[];
}

/** When the work of a week must be complete: a time on a weekday of the week after. */
export interface CampaignDeadline extends ClockChangePolicy {
  readonly weekday: Weekday;
  readonly time: ClockTime;
  /** Whether the very moment is in time. */
  readonly bound: "inclusive" | "exclusive";
  /** Where the deadline goes when its weekday is not worked; `skip` leaves the week unscored. */
  readonly roll: RollConvention;
}

/** The stations of a campaign beside its period. */
export interface CampaignLife {
  readonly announcedOn: CivilDate;
  /** Nothing that happens after this moment, on the clocks of the zone, counts any more. */
  readonly cutOff: { readonly date: CivilDate; readonly time: ClockTime };
  /** For so many days after a week's deadline a verdict on its activities still counts; 0 … 366. */
  readonly judgingDays: number;
}

/** What absence and part time change. */
export interface AbsenceRule {
  /** A week with at least so many absent working days is excused, 1 … 7; or none ever is. */
  readonly excusedFromDays: number | "never";
  /** Thresholds of goals and tiers: the same for all, or in proportion to the weeks asked of one. */
  readonly thresholds: "full" | "proRata";
  /** Whether part time lowers the thresholds likewise. */
  readonly partTime: "full" | "proRata";
  /** What becomes of a threshold that is not whole. */
  readonly rounding: "up" | "down" | "halfUp";
}

/** How a board is ordered. */
export interface Ranking {
  /** 1 2 2 4, 1 2 2 3, or 1 2 3 4 with the member's id as the last word. */
  readonly ranks: "competition" | "dense" | "ordinal";
  /** What decides between equal points, first to last; whatever is still equal shares a rank. */
  readonly ties: readonly TieBreaker[];
}

/** Weeks with all their points, fewest points ever reversed, or who had the points first. */
export type TieBreaker = "mostFullWeeks" | "fewestReversals" | "earliest";

/** What may be paid out at most, and what becomes of prizes beyond it. */
export interface Budget {
  readonly amount: DecimalMoney;
  /**
   * `refuse` will not open a campaign whose worst case costs more; `scaleDown` lowers all prizes
   * in proportion at settlement, after every cap.
   */
  readonly whenExceeded: "refuse" | "scaleDown";
}
