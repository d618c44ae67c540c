import type { CivilDate } from "../time/index.js";
import type { Money } from "./money.js";
import type { RecordId } from "./record-id.js";

/** A moment as ISO 8601 text in UTC, such as `"2018-01-22T10:00:00Z"`. */
export type Instant = `${string}Z`;

/**
 * Something that was, or is to be, done with an account: a visit, a call, a message, a survey …
 *
 * @category Facts
 */
export interface Activity {
  readonly id: RecordId;
  readonly accountId: RecordId;
  /**
   * `visit`, `meeting`, `training`, `campaignTalk`, `call`, `message`, `survey`, `priceNotice`,
   * `marketing`, `needsAssessment`, or a kind of the host's own.
   */
  readonly kind: string;
  readonly channel?: string;
  readonly direction?: "inbound" | "outbound";
  readonly purpose?: "sales" | "care";
  readonly businessLine?: string;
  readonly personId?: RecordId;
  readonly plannedOn?: CivilDate;
  readonly heldOn?: CivilDate;
  /** When it was first written down, as a plan or afterwards. */
  readonly enteredAt?: Instant;
  /** When what happened was written down. */
  readonly loggedAt?: Instant;
  /** When it was closed as complete. */
  readonly closedAt?: Instant;
  readonly status: ActivityStatus;
  /** Dates it was moved away from, oldest first. */
  readonly movedFrom?: readonly CivilDate[];
  readonly heading?: ActivityHeading;
  readonly notes?: string;
  readonly noteQuality?: "none" | "plain" | "good";
  readonly noteJudgedAt?: Instant;
  readonly topic?: string;
  readonly personsMet?: readonly RecordId[];
  readonly followUps?: readonly FollowUp[];
  readonly joint?: boolean;
  readonly automated?: boolean;
  readonly durationMinutes?: number;
  readonly cost?: Money;
}

/** Where an activity stands in its life. */
export type ActivityStatus = "planned" | "held" | "complete" | "cancelled";

/** What a logged visit must carry in its heading. */
export interface ActivityHeading {
  readonly customer?: string;
  readonly site?: string;
  readonly reason?: string;
}

/** Something promised to the account. */
export interface FollowUp {
  readonly what: string;
  readonly dueOn?: CivilDate;
  readonly doneOn?: CivilDate;
}

/**
 * Something one person asks of another about an account; open for the sender until the receiver
 * acknowledges it.
 *
 * @category Facts
 */
export interface Task {
  readonly id: RecordId;
  readonly accountId: RecordId;
  readonly kind: "action" | "information";
  /**
   * `complaint`, `sampleOrder`, `brochureOrder`, `sparePart`, `notice`, or a topic of the host's
   * own.
   */
  readonly topic: string;
  readonly senderId: RecordId;
  readonly receiverId: RecordId;
  readonly openedOn: CivilDate;
  readonly acknowledgedOn?: CivilDate;
}
