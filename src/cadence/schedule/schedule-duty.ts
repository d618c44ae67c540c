import type { Absence, RecordId } from "../../facts/index.js";
import type { CivilDate, WorkingCalendar } from "../../time/index.js";
import type { DutyWindow } from "../duty.js";

/**
 * A duty as the scheduler sees it: when it belongs, how long it takes, who may do it.
 *
 * @category Schedule
 */
export interface ScheduleDuty {
  /** The same from run to run: it is what a promise, a pin and a calendar entry hang on. */
  readonly id: string;
  readonly accountId: RecordId;
  /** Absent while nobody can say when it belongs. */
  readonly window?: DutyWindow;
  /** Whole minutes, the way there included; absent while nobody has said. */
  readonly effortMinutes?: number;
  /** Who may do it, the owner first; absent while nobody can say. */
  readonly eligible?: readonly RecordId[];
  /** 1 is the most significant. */
  readonly significance: number;
  /** Whether the account may be contacted this way: unknown is never taken as allowed. */
  readonly permission: "allowed" | "forbidden" | "unknown";
  /** Days on which the account receives nobody. */
  readonly closedDays?: readonly CivilDate[];
  readonly region?: string;
  /** One way; from `farFromMinutes` of the rules on, visits to one region make one trip. */
  readonly travelMinutes?: number;
  /** Somebody fixed who does it and when: it is never moved. */
  readonly pinned?: { readonly personId: RecordId; readonly day: CivilDate };
  readonly cadence?: string;
  readonly segment?: string;
  readonly title?: string;
}

/**
 * Somebody who does duties.
 *
 * @category Schedule
 */
export interface SchedulePerson {
  readonly id: RecordId;
  /** Whole minutes of a full week; absent while nobody has said. */
  readonly weeklyCapacityMinutes?: number;
  /** A person without a list is taken to be there. */
  readonly absences?: readonly Absence[];
  /** The person's own working days; without it the company's. */
  readonly calendar?: WorkingCalendar;
}

/**
 * Something that stands in a person's calendar already and is no duty of ours to move.
 *
 * @category Schedule
 */
export interface ManualEntry {
  readonly id: string;
  readonly personId: RecordId;
  readonly day: CivilDate;
  /** Whole minutes; absent while nobody has said, and then it takes no capacity. */
  readonly minutes?: number;
  readonly accountId?: RecordId;
  readonly title?: string;
}
