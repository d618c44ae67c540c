import type { RecordId } from "../../facts/index.js";
import { HoitoError } from "../../shapes/index.js";
import { toEpochDay } from "../../time/index.js";
import type { GivenOut } from "./compare-schedules.js";
import { DutyReader } from "./duty-reader.js";
import { type Horizon, horizonOf } from "./horizon.js";
import type { PlaceContext, UnplacedReason } from "./schedule.js";
import type { ManualEntry, ScheduleDuty, SchedulePerson } from "./schedule-duty.js";
import { readStaff, requireMinutes, type Staff } from "./staff.js";

/** A duty or manual entry that stands where somebody put it. */
export interface FixedEntry {
  readonly id: string;
  readonly personId: RecordId;
  readonly day: number;
  readonly minutes: number | undefined;
  /** One of the two. */
  readonly duty?: ScheduleDuty;
  readonly manual?: ManualEntry;
}

/**
 * Duties and people as numbers in flat arrays: duties in the order of their ids, days counted from
 * the first of the horizon, slots person × week.
 */
export interface Problem extends Horizon {
  readonly context: PlaceContext;
  readonly given: GivenOut;
  readonly staff: Staff;
  /** The duties that ask for a place. */
  readonly duties: readonly ScheduleDuty[];
  readonly effort: Int32Array;
  /** First and last day on which it can be done, both inclusive and within the horizon. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** The first day of the horizon where it has passed. */
  readonly ideal: Int32Array;
  readonly isLate: Uint8Array;
  /** The people who may do duty d: `eligible[eligibleFrom[d]]` until `eligibleFrom[d + 1]`. */
  readonly eligible: Int32Array;
  readonly eligibleFrom: Int32Array;
  /** 1 where the first of them is the owner. */
  readonly hasOwner: Uint8Array;
  readonly account: Int32Array;
  readonly accountCount: number;
  /** Number of the far region, −1 where it is not far. */
  readonly region: Int32Array;
  readonly regionCount: number;
  readonly closed: readonly (ReadonlySet<number> | undefined)[];
  /** Slot and day that were promised and can be kept, −1 for none. */
  readonly promisedSlot: Int32Array;
  readonly promisedDay: Int32Array;
  readonly fixed: readonly FixedEntry[];
  /** Minutes that fixed entries take, by slot. */
  readonly taken: Int32Array;
  readonly unplaced: ReadonlyMap<ScheduleDuty, UnplacedReason>;
}

/** Lays a problem out in numbers, and sorts out what can have no place. */
export function readProblem(
  duties: readonly ScheduleDuty[],
  people: readonly SchedulePerson[],
  context: PlaceContext,
): Problem {
  const horizon = horizonOf(context.asOf, context.until);
  const staff = readStaff(people, context, horizon);
  const reader = new DutyReader(duties, staff, context, horizon);
  for (const duty of inOrderOfIds(duties)) reader.read(duty);
  for (const manual of context.manual ?? []) {
    const { id, personId, day, minutes } = manual;
    if (minutes !== undefined) requireMinutes(minutes, "manual.minutes");
    const index = toEpochDay(day) - horizon.fromDay;
    const isWithin = index >= 0 && index < horizon.dayCount;
    if (isWithin) reader.fixed.push({ id, personId, day: index, minutes, manual });
  }
  return reader.finish();
}

function inOrderOfIds(duties: readonly ScheduleDuty[]): readonly ScheduleDuty[] {
  const isSorted = duties.every(({ id }, index) => index === 0 || duties[index - 1]!.id < id);
  if (isSorted) return duties;
  const sorted = duties.toSorted((left, right) => (left.id < right.id ? -1 : 1));
  for (let index = 1; index < sorted.length; index++) {
    const { id } = sorted[index]!;
    if (sorted[index - 1]!.id !== id) continue;
    const message = `two duties have the id \`${id}\``;
    throw new HoitoError(message, { code: "duplicate-id", path: "duties", received: id });
  }
  return sorted;
}
