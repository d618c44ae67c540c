import type { RecordId } from "../../facts/index.js";
import { HoitoError } from "../../shapes/index.js";
import { type CivilDate, toEpochDay } from "../../time/index.js";
import { type GivenOut, givenOut } from "./compare-schedules.js";
import { type DaysKeptFree, daysKeptFree } from "./days-kept-free.js";
import type { Horizon } from "./horizon.js";
import type { FixedEntry, Problem } from "./problem.js";
import type { PlaceContext, UnplacedReason } from "./schedule.js";
import type { ScheduleDuty } from "./schedule-duty.js";
import { requireMinutes, type Staff } from "./staff.js";

/** Most people who may do one duty. */
const MAX_ELIGIBLE = 100;

/** Gathers duties into the arrays of a problem. */
export class DutyReader {
  readonly fixed: FixedEntry[] = [];
  readonly #staff: Staff;
  readonly #context: PlaceContext;
  readonly #horizon: Horizon;
  readonly #given: GivenOut;
  readonly #duties: ScheduleDuty[] = [];
  readonly #unplaced = new Map<ScheduleDuty, UnplacedReason>();
  readonly #columns: {
    readonly [Name in "effort" | "first" | "last" | "ideal" | "account" | "region"]: Int32Array;
  };
  readonly #isLate: Uint8Array;
  readonly #hasOwner: Uint8Array;
  readonly #promisedSlot: Int32Array;
  readonly #promisedDay: Int32Array;
  readonly #eligibleFrom: Int32Array;
  readonly #eligible: number[] = [];
  readonly #accounts = new Map<RecordId, number>();
  readonly #regions = new Map<string, number>();
  readonly #closed: (ReadonlySet<number> | undefined)[] = [];
  readonly #closedSets = new Map<readonly CivilDate[], ReadonlySet<number>>();
  readonly #keptFree: DaysKeptFree;

  constructor(
    duties: readonly ScheduleDuty[],
    staff: Staff,
    context: PlaceContext,
    horizon: Horizon,
  ) {
    const most = duties.length;
    this.#staff = staff;
    this.#keptFree = daysKeptFree(duties, context, horizon);
    this.#context = context;
    this.#horizon = horizon;
    const column = (): Int32Array => new Int32Array(most);
    this.#columns = {
      effort: column(),
      first: column(),
      last: column(),
      ideal: column(),
      account: column(),
      region: column(),
    };
    this.#isLate = new Uint8Array(most);
    this.#hasOwner = new Uint8Array(most);
    this.#promisedSlot = column().fill(-1);
    this.#promisedDay = column().fill(-1);
    this.#eligibleFrom = new Int32Array(most + 1);
    this.#given = givenOut(context);
  }

  read(duty: ScheduleDuty): void {
    const reason = this.#place(duty);
    if (reason !== undefined) this.#unplaced.set(duty, reason);
  }

  #place(duty: ScheduleDuty): UnplacedReason | undefined {
    const { permission, pinned, effortMinutes } = duty;
    const { fromDay, dayCount } = this.#horizon;
    if (permission !== "allowed")
      return permission === "forbidden" ? permission : "permissionUnknown";
    if (effortMinutes !== undefined) requireMinutes(effortMinutes, "duties.effortMinutes");
    const pinnedDay = pinned === undefined ? -1 : toEpochDay(pinned.day) - fromDay;
    if (pinned !== undefined && pinnedDay >= 0) {
      if (pinnedDay >= dayCount) return "afterHorizon";
      const { personId } = pinned;
      this.fixed.push({
        id: duty.id,
        personId,
        day: pinnedDay,
        minutes: effortMinutes,
        duty,
      });
      return undefined;
    }
    if (duty.window === undefined) return "windowUnknown";
    if (effortMinutes === undefined) return "effortUnknown";
    return this.#readWindow(duty) ?? this.#readPeople(duty) ?? this.#add(duty, effortMinutes);
  }

  #readWindow({ id, window }: ScheduleDuty): UnplacedReason | undefined {
    const { fromDay, dayCount } = this.#horizon;
    const { first, last, ideal } = this.#columns;
    const index = this.#duties.length;
    const { late } = this.#context.rules;
    const latest = toEpochDay(window!.latest) - fromDay;
    this.#isLate[index] = Number(latest < 0);
    if (latest < 0) {
      if (late === "leave") return "windowPassed";
      first[index] = 0;
      ideal[index] = 0;
      last[index] = Math.min(late.withinDays, dayCount) - 1;
    } else {
      first[index] = Math.max(0, toEpochDay(window!.earliest) - fromDay);
      ideal[index] = Math.max(0, toEpochDay(window!.ideal) - fromDay);
      last[index] = Math.min(latest, dayCount - 1);
    }
    const promise = this.#given.standing.get(id);
    const isAfter = ideal[index]! >= dayCount || first[index]! >= dayCount;
    return isAfter || (promise !== undefined && promise.day >= this.#context.until)
      ? "afterHorizon"
      : undefined;
  }

  #readPeople({ eligible }: ScheduleDuty): UnplacedReason | undefined {
    if (eligible === undefined) return "eligibleUnknown";
    if (eligible.length > MAX_ELIGIBLE) {
      const message = `at most ${MAX_ELIGIBLE} people may do one duty`;
      const path = "duties.eligible";
      throw new HoitoError(message, { code: "too-large", path, received: eligible.length });
    }
    const { numbers, isKnown } = this.#staff;
    const index = this.#duties.length;
    const from = this.#eligibleFrom[index]!;
    this.#eligible.length = from;
    this.#hasOwner[index] = 0;
    let isAnybodyThere = false;
    for (const [place, id] of eligible.entries()) {
      const person = numbers.get(id);
      if (person === undefined) continue;
      isAnybodyThere = true;
      if (isKnown[person] === 0 || this.#eligible.indexOf(person, from) >= 0) continue;
      if (place === 0) this.#hasOwner[index] = 1;
      this.#eligible.push(person);
    }
    this.#eligibleFrom[index + 1] = this.#eligible.length;
    if (this.#eligible.length > from) return undefined;
    return isAnybodyThere ? "capacityUnknown" : "nobodyEligible";
  }

  #add(duty: ScheduleDuty, effortMinutes: number): UnplacedReason | undefined {
    const index = this.#duties.length;
    const { effort, first, last, account, region } = this.#columns;
    const closed = this.#closedOf(duty);
    const from = this.#eligibleFrom[index]!;
    const isOpenOn = (person: number, day: number): boolean =>
      this.#staff.open[person * this.#horizon.dayCount + day] === 1 && closed?.has(day) !== true;
    const isPlaceable = this.#eligible.slice(from).some((person) => {
      for (let day = first[index]!; day <= last[index]!; day++)
        if (isOpenOn(person, day)) return true;
      return false;
    });
    if (!isPlaceable) return "noOpenDay";
    this.#readPromise(duty.id, isOpenOn);
    effort[index] = effortMinutes;
    account[index] = numberOf(this.#accounts, duty.accountId);
    const { region: name, travelMinutes = 0 } = duty;
    const isFar = name !== undefined && travelMinutes >= this.#context.rules.farFromMinutes;
    region[index] = isFar ? numberOf(this.#regions, name) : -1;
    this.#closed.push(closed);
    this.#duties.push(duty);
    return undefined;
  }

  /** Takes down a promise that could be kept by itself. */
  #readPromise(id: string, isOpenOn: (person: number, day: number) => boolean): void {
    const promise = this.#given.standing.get(id);
    const person = promise && this.#staff.numbers.get(promise.personId);
    if (promise === undefined || person === undefined) return;
    const index = this.#duties.length;
    const { fromDay, weekCount, weekOfDay } = this.#horizon;
    const day = toEpochDay(promise.day) - fromDay;
    const isWithin = day >= this.#columns.first[index]! && day <= this.#columns.last[index]!;
    const mayDoIt = this.#eligible.indexOf(person, this.#eligibleFrom[index]!) >= 0;
    if (!isWithin || !mayDoIt || !isOpenOn(person, day)) return;
    this.#promisedDay[index] = day;
    this.#promisedSlot[index] = person * weekCount + weekOfDay[day]!;
  }

  /** Days on which the account is closed, or kept free beside what is fixed with it. */
  #closedOf({ accountId, closedDays }: ScheduleDuty): ReadonlySet<number> | undefined {
    const free = this.#keptFree.get(accountId);
    if (closedDays === undefined || closedDays.length === 0) return free;
    const { fromDay } = this.#horizon;
    const known = this.#closedSets.get(closedDays);
    const days = known ?? new Set(closedDays.map((day) => toEpochDay(day) - fromDay));
    this.#closedSets.set(closedDays, days);
    return free === undefined ? days : new Set([...days, ...free]);
  }

  finish(): Problem {
    const count = this.#duties.length;
    const { ids, numbers } = this.#staff;
    const { weekCount, weekOfDay } = this.#horizon;
    const taken = new Int32Array(ids.length * weekCount);
    for (const { personId, day, minutes = 0 } of this.fixed) {
      const person = numbers.get(personId);
      if (person !== undefined) taken[person * weekCount + weekOfDay[day]!]! += minutes;
    }
    const { effort, first, last, ideal, account, region } = this.#columns;
    return {
      ...this.#horizon,
      context: this.#context,
      given: this.#given,
      staff: this.#staff,
      duties: this.#duties,
      effort: effort.subarray(0, count),
      first: first.subarray(0, count),
      last: last.subarray(0, count),
      ideal: ideal.subarray(0, count),
      isLate: this.#isLate.subarray(0, count),
      eligible: Int32Array.from(this.#eligible),
      eligibleFrom: this.#eligibleFrom.subarray(0, count + 1),
      hasOwner: this.#hasOwner.subarray(0, count),
      account: account.subarray(0, count),
      accountCount: this.#accounts.size,
      region: region.subarray(0, count),
      regionCount: this.#regions.size,
      closed: this.#closed,
      promisedSlot: this.#promisedSlot.subarray(0, count),
      promisedDay: this.#promisedDay.subarray(0, count),
      fixed: this.fixed,
      taken,
      unplaced: this.#unplaced,
    };
  }
}

function numberOf<Key>(numbers: Map<Key, number>, key: Key): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}
