import type { Instant, RecordId } from "../facts/index.js";
import type { MissingFact } from "../shapes/index.js";
import type { CivilDate } from "../time/index.js";
import type { Exclusion } from "../value/index.js";
import type {
  AfterDeadlineRule,
  AlikeNotesRule,
  BackDatedRule,
  BurstRule,
  CrowdedDayRule,
  DeadlineRushRule,
  SelfDealingRule,
  SignalDefinition,
} from "./signal-definition.js";

/** What a signal can be about. */
export type SignalKind = Exclude<keyof SignalDefinition, "title" | "note" | "source">;

/** An activity as evidence. */
export interface SignalledActivity {
  readonly id: RecordId;
  readonly accountId: RecordId;
  readonly heldOn: CivilDate;
  /** When it was first told as held. */
  readonly writtenAt: Instant;
}

interface AnySignal<Kind extends SignalKind, Rule, Evidence = SignalledActivity> {
  readonly kind: Kind;
  readonly memberId: RecordId;
  /** By the moment they were written down, then by id. */
  readonly activities: readonly Evidence[];
  /** The rule with its thresholds, as the definition has it. */
  readonly rule: Rule;
}

/** Many activities written down within a short span. */
export interface BurstSignal extends AnySignal<"burst", BurstRule> {
  /** Most of them within one span. */
  readonly mostWithin: number;
}

/** Many activities of one week written down just before its deadline. */
export interface DeadlineRushSignal extends AnySignal<"deadlineRush", DeadlineRushRule> {
  readonly deadlineAt: Instant;
}

/** Activities held long before they were written down. */
export interface BackDatedSignal
  extends AnySignal<
    "backDated",
    BackDatedRule,
    SignalledActivity & { readonly daysLater: number }
  > {}

/** Activities written down after the deadline of their week. */
export interface AfterDeadlineSignal
  extends AnySignal<
    "afterDeadline",
    AfterDeadlineRule,
    SignalledActivity & { readonly deadlineAt: Instant }
  > {}

/** Notes that are alike. */
export interface AlikeNotesSignal extends AnySignal<"alikeNotes", AlikeNotesRule> {
  /** The least alike two notes that link the others, whole percent, rounded down. */
  readonly leastPercent: number;
  readonly accounts: number;
}

/** Activities at accounts that the member has a tie to. */
export interface SelfDealingSignal
  extends AnySignal<
    "selfDealing",
    SelfDealingRule,
    SignalledActivity & { readonly relations: readonly string[] }
  > {}

/** More visits on one day than anybody could travel to. */
export interface CrowdedDaySignal extends AnySignal<"crowdedDay", CrowdedDayRule> {
  readonly day: CivilDate;
  /** Visits or accounts, as the rule counts. */
  readonly count: number;
}

/**
 * Something worth a look, with its evidence.
 *
 * @category Campaigns
 */
export type Signal =
  | BurstSignal
  | DeadlineRushSignal
  | BackDatedSignal
  | AfterDeadlineSignal
  | AlikeNotesSignal
  | SelfDealingSignal
  | CrowdedDaySignal;

/**
 * What was found and what it was looked for in.
 *
 * @category Campaigns
 */
export interface SignalReport {
  /** In the order of the kinds above, then of members, then of activities. */
  readonly signals: readonly Signal[];
  /** Activities that were looked at. */
  readonly activities: number;
  /**
   * Activities that could not be judged: `undated`, `unknownWhetherCounted`, `unknownWhetherVisit`,
   * and `notesNotCompared` beyond 1 000 different notes of one member.
   */
  readonly excluded: readonly Exclusion[];
  /** Facts without which a rule was not looked for at all. */
  readonly missing: readonly MissingFact[];
}

/**
 * A tie of a member to an account, as the host knows it.
 *
 * @category Campaigns
 */
export interface MemberTie {
  readonly memberId: RecordId;
  readonly accountId: RecordId;
  /** In the host's words. */
  readonly relation: string;
}
