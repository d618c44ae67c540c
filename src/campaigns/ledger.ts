import type { Instant, RecordId } from "../facts/index.js";
import type { IsoWeekText } from "../time/index.js";
import type { Withheld } from "./apply-caps.js";
import type { CampaignEvent } from "./campaign-event.js";

/**
 * Every point of a campaign as it stood at a moment, and what it was made of: plain JSON, to be
 * stored and handed back.
 *
 * @category Campaigns
 */
export interface Ledger {
  readonly format: "hoito-ledger/1";
  readonly campaign: string;
  /** Of what the points were made with: definition, members, excused weeks, deadlines. */
  readonly hash: string;
  /** Nothing later is booked. */
  readonly at: Instant;
  /** By member's id: numbers by size, then texts. */
  readonly members: readonly MemberPage[];
}

/** One member's part of a ledger. */
export interface MemberPage {
  readonly memberId: RecordId;
  /** One for each week that the period touches, in order. */
  readonly weeks: readonly WeekPage[];
  /** What happened to activities and credits of none of these weeks. */
  readonly elsewhere: readonly (readonly CampaignEvent[])[];
}

/** One member's week. */
export interface WeekPage {
  readonly week: IsoWeekText;
  /** Events by activity or credit, each in order of time. */
  readonly histories: readonly (readonly CampaignEvent[])[];
  /** In the order of booking. Nothing here is ever changed: what was wrong is reversed. */
  readonly entries: readonly LedgerEntry[];
}

/**
 * Points won or lost at a moment, with the events, the rule and the caps that made them.
 *
 * @category Campaigns
 */
export interface LedgerEntry {
  readonly id: string;
  readonly at: Instant;
  readonly kind: "award" | "reversal";
  readonly cause: EntryCause;
  readonly memberId: RecordId;
  readonly week: IsoWeekText;
  /** Name of the criterion. */
  readonly criterion: string;
  /** Whole units, negative for a reversal; 0 for an award that caps took whole. */
  readonly units: number;
  readonly accountId?: RecordId;
  /** What was looked at when a week was scored; afterwards what changed it. */
  readonly events: readonly EventName[];
  readonly withheld?: readonly Withheld[];
}

/**
 * Why an entry was made: the deadline struck; a judge spoke; an activity came too late, was
 * deleted, cancelled, edited or moved out of the week; a credit was given or withdrawn; or another
 * entry gave or took room under a cap.
 */
export type EntryCause =
  | "deadline"
  | "judged"
  | "late"
  | "deleted"
  | "cancelled"
  | "edited"
  | "movedOut"
  | "credited"
  | "withdrawn"
  | "cap";

/** Which event. */
export interface EventName {
  readonly id: RecordId;
  readonly kind: CampaignEvent["kind"];
  readonly at: Instant;
}
