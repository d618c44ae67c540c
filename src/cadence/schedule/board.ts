import type { Problem } from "./problem.js";

/** A duty that a promise is broken for weighs more than any number of owners. */
const PROMISE = 2 ** 40;

/**
 * Where every duty stands while a schedule is made, and what that leaves room for.
 *
 * It is written to in place: a schedule of a million duties is made of many small moves.
 */
export class Board {
  readonly problem: Problem;
  readonly slotCount: number;
  /** Slot and day of each duty, −1 while it has none. */
  readonly slotOf: Int32Array;
  readonly dayOf: Int32Array;
  /** Minutes by slot, fixed entries included, and by person × day, without them. */
  readonly load: Int32Array;
  readonly #dayLoad: Int32Array;
  /** Duties of each slot, as lists linked both ways. */
  readonly head: Int32Array;
  readonly next: Int32Array;
  readonly #previous: Int32Array;
  /** Visits by trip: person × day × far region. */
  readonly #visits = new Map<number, number>();
  /** Duties by account, only where contacts keep a distance. */
  readonly #ofAccount: readonly number[][];

  constructor(problem: Problem) {
    this.problem = problem;
    const { duties, staff, dayCount, taken, accountCount, account } = problem;
    this.slotCount = staff.capacity.length;
    this.slotOf = new Int32Array(duties.length).fill(-1);
    this.dayOf = new Int32Array(duties.length).fill(-1);
    this.load = taken.slice();
    this.#dayLoad = new Int32Array(staff.ids.length * dayCount);
    this.head = new Int32Array(this.slotCount).fill(-1);
    this.next = new Int32Array(duties.length).fill(-1);
    this.#previous = new Int32Array(duties.length).fill(-1);
    const ofAccount: number[][] = [];
    if (problem.context.rules.minimumGapDays !== undefined) {
      for (let each = 0; each < accountCount; each++) ofAccount.push([]);
      for (let duty = 0; duty < duties.length; duty++) ofAccount[account[duty]!]!.push(duty);
    }
    this.#ofAccount = ofAccount;
  }

  /** Whether there is room for a duty beside what stands there. */
  fits(duty: number, slot: number): boolean {
    const minutes = this.problem.effort[duty]!;
    return minutes === 0 || this.load[slot]! + minutes <= this.problem.staff.capacity[slot]!;
  }

  /** What a slot costs a duty in promises and owners. */
  costOf(duty: number, slot: number): number {
    const { promisedSlot, hasOwner, eligible, eligibleFrom, weekCount } = this.problem;
    const promised = promisedSlot[duty]!;
    const broken = promised >= 0 && promised !== slot ? PROMISE : 0;
    const owner = eligible[eligibleFrom[duty]!]! * weekCount;
    const isOwners = hasOwner[duty] === 1 && slot >= owner && slot < owner + weekCount;
    return isOwners ? broken : broken + 1;
  }

  /** Writes the slots in which a duty has an open day into a buffer, and returns how many. */
  slotsOf(duty: number, into: Int32Array): number {
    const { eligible, eligibleFrom, first, last, weekOfDay, weekCount } = this.problem;
    const from = weekOfDay[first[duty]!]!;
    const to = weekOfDay[last[duty]!]!;
    let count = 0;
    for (let place = eligibleFrom[duty]!; place < eligibleFrom[duty + 1]!; place++) {
      for (let week = from; week <= to; week++) {
        const slot = eligible[place]! * weekCount + week;
        if (this.isUsable(duty, slot)) into[count++] = slot;
      }
    }
    return count;
  }

  /** Whether a duty has an open day in a slot of somebody who may do it. */
  isUsable(duty: number, slot: number): boolean {
    const { first, last, weekStart, weekCount, dayCount, staff, closed } = this.problem;
    if (staff.openDays[slot] === 0) return false;
    const person = Math.floor(slot / weekCount);
    const week = slot - person * weekCount;
    const from = Math.max(first[duty]!, weekStart[week]!);
    const end = Math.min(last[duty]! + 1, weekStart[week + 1]!);
    const off = closed[duty];
    if (off === undefined && end - from === weekStart[week + 1]! - weekStart[week]!) return true;
    for (let day = from; day < end; day++) {
      if (staff.open[person * dayCount + day] === 1 && off?.has(day) !== true) return true;
    }
    return false;
  }

  /** Days by which a day misses the ideal one beyond what the rules allow. */
  daysOff(duty: number, day: number): number {
    const off = Math.abs(day - this.problem.ideal[duty]!);
    return Math.max(0, off - this.problem.context.rules.evenWithinDays);
  }

  /**
   * The best day of a slot for a duty: the promised one; otherwise nearest to the ideal, no new
   * trip, little to do that day, nearest within what counts as even, earliest. −1 where none is
   * open, or all are too near to another contact of the account.
   */
  dayIn(duty: number, slot: number): number {
    const { problem } = this;
    const { first, last, weekStart, weekCount, dayCount, staff, closed, ideal } = problem;
    if (problem.promisedSlot[duty] === slot) {
      const promised = problem.promisedDay[duty]!;
      return this.#isApart(duty, promised) ? promised : -1;
    }
    const person = Math.floor(slot / weekCount);
    const week = slot - person * weekCount;
    const end = Math.min(last[duty]! + 1, weekStart[week + 1]!);
    const off = closed[duty];
    let best = -1;
    let score = Number.POSITIVE_INFINITY;
    for (let day = Math.max(first[duty]!, weekStart[week]!); day < end; day++) {
      if (staff.open[person * dayCount + day] === 0 || off?.has(day) === true) continue;
      if (!this.#isApart(duty, day)) continue;
      const busy = this.#dayLoad[person * dayCount + day]!;
      const trip = this.addsTrip(duty, slot, day) ? 1 : 0;
      const away = Math.abs(day - ideal[duty]!);
      // Digits of one number, the weightiest first: days off, trip, minutes of the day, distance.
      const found = ((this.daysOff(duty, day) * 2 + trip) * 2 ** 24 + busy) * 2 ** 13 + away;
      if (found >= score) continue;
      best = day;
      score = found;
    }
    return best;
  }

  /** Whether a visit on that day would be the first of its far region. */
  addsTrip(duty: number, slot: number, day: number): boolean {
    const key = this.#tripKey(duty, slot, day);
    return key >= 0 && !this.#visits.has(key);
  }

  /** How many trips to far regions there are. */
  get tripCount(): number {
    return this.#visits.size;
  }

  /** How uneven a slot is with that many minutes: each step of its capacity weighs more. */
  unevenness(slot: number, minutes: number): number {
    const capacity = this.problem.staff.capacity[slot]!;
    const scaled = minutes * this.problem.context.rules.levelSteps;
    if (capacity === 0) return 0;
    const step = Math.floor(scaled / capacity);
    return (capacity * step * (step - 1)) / 2 + (scaled - step * capacity) * step;
  }

  /** Puts a duty on a day of a slot, taking it from where it stood. */
  put(duty: number, slot: number, day: number): void {
    this.lift(duty);
    const { effort } = this.problem;
    this.slotOf[duty] = slot;
    this.dayOf[duty] = day;
    const after = this.head[slot]!;
    this.next[duty] = after;
    this.#previous[duty] = -1;
    if (after >= 0) this.#previous[after] = duty;
    this.head[slot] = duty;
    this.load[slot]! += effort[duty]!;
    this.#dayLoad[this.#cell(slot, day)]! += effort[duty]!;
    this.#countTrip(duty, slot, day, 1);
  }

  /** Takes a duty from where it stands. */
  lift(duty: number): void {
    const slot = this.slotOf[duty]!;
    if (slot < 0) return;
    const { effort } = this.problem;
    const day = this.dayOf[duty]!;
    const before = this.#previous[duty]!;
    const after = this.next[duty]!;
    if (before >= 0) this.next[before] = after;
    else this.head[slot] = after;
    if (after >= 0) this.#previous[after] = before;
    this.load[slot]! -= effort[duty]!;
    this.#dayLoad[this.#cell(slot, day)]! -= effort[duty]!;
    this.slotOf[duty] = -1;
    this.dayOf[duty] = -1;
    this.#countTrip(duty, slot, day, -1);
  }

  #cell(slot: number, day: number): number {
    const { weekCount, dayCount } = this.problem;
    return Math.floor(slot / weekCount) * dayCount + day;
  }

  #tripKey(duty: number, slot: number, day: number): number {
    const { region, regionCount } = this.problem;
    if (region[duty]! < 0) return -1;
    return this.#cell(slot, day) * regionCount + region[duty]!;
  }

  #countTrip(duty: number, slot: number, day: number, by: 1 | -1): void {
    const key = this.#tripKey(duty, slot, day);
    if (key < 0) return;
    const visits = (this.#visits.get(key) ?? 0) + by;
    if (visits > 0) this.#visits.set(key, visits);
    else this.#visits.delete(key);
  }

  /** Whether a day is far enough from every other contact of the account. */
  #isApart(duty: number, day: number): boolean {
    const { account, context } = this.problem;
    const gap = context.rules.minimumGapDays;
    if (gap === undefined) return true;
    return this.#ofAccount[account[duty]!]!.every((other) => {
      return (
        other === duty || this.dayOf[other] === -1 || Math.abs(this.dayOf[other]! - day) >= gap
      );
    });
  }
}
