import type { Annotated, Condition } from "../rules/index.js";

/**
 * What is worth a look, as data: each rule with its own thresholds, none of which has a default. A
 * rule that is left out is not looked for.
 *
 * A signal is a reason to talk to a colleague, not a verdict: it bans nothing and changes no point.
 *
 * @category Campaigns
 */
export interface SignalDefinition extends Annotated {
  readonly burst?: BurstRule;
  readonly deadlineRush?: DeadlineRushRule;
  readonly backDated?: BackDatedRule;
  readonly afterDeadline?: AfterDeadlineRule;
  readonly alikeNotes?: AlikeNotesRule;
  readonly selfDealing?: SelfDealingRule;
  readonly crowdedDay?: CrowdedDayRule;
}

/** Many activities written down within a short span. */
export interface BurstRule extends Annotated {
  /** Inclusive, 2 … 1 000. */
  readonly atLeast: number;
  /** From the first to the last of them, inclusive; 1 … 10 080. */
  readonly withinMinutes: number;
}

/** Many activities of one week written down just before its deadline. */
export interface DeadlineRushRule extends Annotated {
  /** Inclusive, 1 … 1 000. */
  readonly atLeast: number;
  /** Up to the deadline, inclusive; 1 … 10 080. */
  readonly withinMinutes: number;
}

/** Activities held long before they were written down. */
export interface BackDatedRule extends Annotated {
  /** How many of them make a signal, inclusive; 1 … 1 000. */
  readonly atLeast: number;
  /** Days from the day held to the day written down that are still usual; 0 … 366. */
  readonly longestDays: number;
}

/** Activities written down after the deadline of the week they are said to belong to. */
export interface AfterDeadlineRule extends Annotated {
  /** How many of them make a signal, inclusive; 1 … 1 000. */
  readonly atLeast: number;
}

/** Notes of one member that are equal or nearly so. */
export interface AlikeNotesRule extends Annotated {
  /** How many of them make a signal, inclusive; 2 … 1 000. */
  readonly atLeast: number;
  /** Notes are alike from here on, inclusive, 1 … 100: runs of words they share, of all of both. */
  readonly likenessPercent: number;
  /** Length of the runs of words that are compared, 1 … 10. */
  readonly wordsInARow: number;
  /** Shorter notes are not compared, 1 … 100: few words are soon alike. */
  readonly shortestWords: number;
  /** Whether notes at one account count as well: the same delivery each week reads the same. */
  readonly across: "accounts" | "all";
}

/** Activities at accounts that the member has a tie to. */
export interface SelfDealingRule extends Annotated {
  /** How many of them make a signal, inclusive; 1 … 1 000. */
  readonly atLeast: number;
  /** The ties that matter, in the host's words: `owner`, `family` … */
  readonly relations: readonly string[];
}

/** More visits on one day than anybody could travel to. */
export interface CrowdedDayRule extends Annotated {
  /** Which activities take a journey. */
  readonly counts: Condition;
  /** Whether two visits to one account are two, or one place to go. */
  readonly each: "visit" | "account";
  /** Still usual, 1 … 1 000. */
  readonly mostADay: number;
}
