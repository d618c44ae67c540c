import type { RecordId } from "../../facts/index.js";
import type { CivilDate, IsoWeekText, WorkingCalendar } from "../../time/index.js";
import type { Overload } from "./overload.js";
import type { ManualEntry } from "./schedule-duty.js";
import type { ScheduleRules } from "./schedule-rules.js";

/**
 * What a schedule is made with.
 *
 * @category Schedule
 */
export interface PlaceContext {
  /** The first day on which something may be placed. */
  readonly asOf: CivilDate;
  /** Exclusive; at most 4 000 days after `asOf`. */
  readonly until: CivilDate;
  /** The company's; it covers `asOf` until `until`. */
  readonly calendar: WorkingCalendar;
  readonly rules: ScheduleRules;
  readonly manual?: readonly ManualEntry[];
  /** The schedule given out before: what it promises is kept wherever it can be. */
  readonly previous?: Schedule;
}

/**
 * One thing in the calendar of one person.
 *
 * @category Schedule
 */
export interface ScheduleEntry {
  /** Of the duty or of the manual entry. */
  readonly id: string;
  readonly kind: "placed" | "pinned" | "manual";
  readonly personId: RecordId;
  readonly week: IsoWeekText;
  readonly day: CivilDate;
  /** Absent when nobody has said how long it takes. */
  readonly minutes?: number;
  /** How often this entry was moved since it was first given out. */
  readonly sequence: number;
  /** The duty's latest day has passed, and the rules say to place it all the same. */
  readonly isLate?: true;
  readonly accountId?: RecordId;
  readonly significance?: number;
  readonly latest?: CivilDate;
  readonly cadence?: string;
  readonly title?: string;
}

/**
 * Why a duty has no place.
 *
 * - `forbidden`, `permissionUnknown`: the account must not, or may not, be contacted this way.
 * - `windowUnknown`, `effortUnknown`, `eligibleUnknown`, `capacityUnknown`: a fact is missing.
 * - `nobodyEligible`: nobody who may do it is among the people.
 * - `windowPassed`: its latest day lies before the first day, and the rules leave it.
 * - `afterHorizon`: its ideal or promised day lies after the last day.
 * - `noOpenDay`: nobody who may do it works on any day on which it could be done.
 * - `noCapacity`: there is no room; the overloads say where.
 *
 * @category Schedule
 */
export type UnplacedReason =
  | "forbidden"
  | "permissionUnknown"
  | "windowUnknown"
  | "effortUnknown"
  | "eligibleUnknown"
  | "capacityUnknown"
  | "nobodyEligible"
  | "windowPassed"
  | "afterHorizon"
  | "noOpenDay"
  | "noCapacity";

/**
 * A duty that has no place, and why.
 *
 * @category Schedule
 */
export interface UnplacedDuty {
  readonly id: string;
  readonly accountId: RecordId;
  readonly reason: UnplacedReason;
  readonly cadence?: string;
}

/**
 * A pinned or manual entry that stands although something speaks against it.
 *
 * @category Schedule
 */
export interface ScheduleConflict {
  readonly id: string;
  readonly why:
    | "unknownPerson"
    | "notEligible"
    | "closedDay"
    | "outsideWindow"
    | "overCapacity"
    | "minutesUnknown";
}

/**
 * What one person has to do in one week, and how much time there is for it. Nobody can tell of
 * people whose weekly capacity is not known, so they have none.
 *
 * @category Schedule
 */
export interface WeekLoad {
  readonly personId: RecordId;
  readonly week: IsoWeekText;
  readonly minutes: number;
  readonly capacityMinutes: number;
}

/**
 * A place in the calendar: who and when.
 *
 * @category Schedule
 */
export interface SchedulePlace {
  readonly personId: RecordId;
  readonly day: CivilDate;
}

/**
 * What differs from the schedule given out before, from `asOf` until `until`.
 *
 * @category Schedule
 */
export interface ScheduleChanges {
  readonly added: readonly string[];
  readonly moved: readonly {
    readonly id: string;
    readonly from: SchedulePlace;
    readonly to: SchedulePlace;
  }[];
  readonly removed: readonly { readonly id: string; readonly from: SchedulePlace }[];
}

/**
 * Whether all that asks for a place in the horizon can have one.
 *
 * - `feasible`: all of it has one.
 * - `infeasible`: the overloads prove that nobody can place it all.
 * - `undecided`: not all was placed, and it is not known whether anybody could: contacts take
 *   unequally long or keep a distance.
 *
 * @category Schedule
 */
export interface Feasibility {
  readonly kind: "feasible" | "infeasible" | "undecided";
  /** How many duties anybody must leave out, where that is known exactly. */
  readonly fewestLeftOut?: number;
  readonly placedMinutes: number;
  /** Nobody can place more. */
  readonly atMostMinutes: number;
  /** The second minus the first: 0 where the answer is exact. */
  readonly gapMinutes: number;
}

/**
 * How well the soft goals are met, in their order.
 *
 * @category Schedule
 */
export interface ScheduleGoals {
  /** Promises that could still be kept by themselves, and how many of them were. */
  readonly promises: number;
  readonly promisesKept: number;
  /** Placed duties, and how many of them their owner does. */
  readonly placed: number;
  readonly ownerKept: number;
  /** Days by which placed duties miss their ideal day beyond what the rules allow. */
  readonly daysOffIdeal: number;
  /** How unevenly the weeks are loaded, see the rules; only comparable within one problem. */
  readonly unevenness: number;
  /** Trips to far regions: people × days × regions. */
  readonly trips: number;
  /** `optimal`: no schedule keeps more promises, and of those none keeps more owners. */
  readonly promisesAndOwners: "optimal" | "heuristic";
}

/**
 * Who does what on which day, and what has no place and why: plain JSON, and the `previous` of the
 * next run.
 *
 * @category Schedule
 */
export interface Schedule {
  readonly format: "hoito-schedule/1";
  readonly asOf: CivilDate;
  readonly until: CivilDate;
  /** By day and person; what was placed by id, then pins and manual entries by id. */
  readonly entries: readonly ScheduleEntry[];
  /** By id. */
  readonly unplaced: readonly UnplacedDuty[];
  readonly changes: ScheduleChanges;
  readonly feasibility: Feasibility;
  readonly overloads: readonly Overload[];
  readonly conflicts: readonly ScheduleConflict[];
  readonly loads: readonly WeekLoad[];
  readonly goals: ScheduleGoals;
  /** What the schedule before gave out for days after the horizon: it stands, unlooked at. */
  readonly later: readonly ScheduleEntry[];
  /** Entries taken back whose day is still to come: a calendar must hear of them. */
  readonly withdrawn: readonly ScheduleEntry[];
}
