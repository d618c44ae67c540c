import type { DutyStatus } from "../cadence/index.js";
import type { AccountRecords, RecordId } from "../facts/index.js";
import type { SegmentMembership } from "../segments/index.js";
import type { CalendarDefinition, CivilDate } from "../time/index.js";

/**
 * A contact as a test expects it; what is left out may be anything.
 *
 * @category Policy cases
 */
export interface DutyExpectation {
  readonly cadence: string;
  readonly businessLine?: string;
  readonly status?: DutyStatus;
  readonly earliest?: CivilDate;
  readonly ideal?: CivilDate;
  readonly latest?: CivilDate;
  readonly daysLate?: number;
  readonly effortMinutes?: number;
  readonly channel?: string;
}

/**
 * What a case expects of a policy; what is left out is not looked at, and at least one thing is
 * there.
 *
 * @category Policy cases
 */
export interface CaseExpectation {
  /** Of the classifier that care goes by: a label, or `excluded`, `unclassified`, `undecided`. */
  readonly segment?: string;
  /** Labels by classifier. */
  readonly segments?: Readonly<Record<string, string>>;
  /** A care model, `none` or `undecided`. */
  readonly model?: string;
  /** Everybody responsible, in any order. */
  readonly responsible?: readonly RecordId[];
  /** All duties there are, in any order; an empty list says that nothing is. */
  readonly duties?: readonly DutyExpectation[];
  /** Paths of rules that are met and of steps that were taken, among others. */
  readonly because?: readonly string[];
  /** All facts that are missing, as paths, in any order. */
  readonly missing?: readonly string[];
  /** Codes of all findings, in any order. */
  readonly findings?: readonly string[];
  /** First day on which the answer could change; `null` where none will. */
  readonly validUntilDate?: CivilDate | null;
}

/**
 * A worked case of a policy as plain JSON: what is known of an account, and what the policy has to
 * say of it.
 *
 * @category Policy cases
 */
export interface PolicyCase {
  readonly description: string;
  readonly note?: string;
  readonly source?: string;
  /** Id of the policy it is meant for; another one fails the case. */
  readonly policy?: string;
  readonly given: AccountRecords;
  /** What people have decided about the account's segment. */
  readonly memberships?: readonly SegmentMembership[];
  readonly asOf: CivilDate;
  /** Needed where duties, owners, models or `validUntilDate` are expected. */
  readonly calendar?: CalendarDefinition;
  readonly expect: CaseExpectation;
}
