import { type CustomerBase, compareIds } from "../../facts/index.js";
import type { CivilDate, IsoWeekText } from "../../time/index.js";
import { weekOfDuty } from "../check-capacity.js";
import { dayOfAsking, requirePair } from "../require-asked.js";
import {
  CONTACT_OPTIONS,
  type ContactComparisonContext,
  checkHorizon,
  type OwedAccount,
  type OwedContact,
  owedContacts,
} from "./owed-contacts.js";
import { type PolicyPair, readAccounts } from "./read-accounts.js";

/**
 * Contacts and the time they take under two policies.
 *
 * @category Policy
 */
export interface WorkChange {
  readonly contacts: { readonly before: number; readonly after: number };
  /** Of the contacts whose effort is known. */
  readonly minutes: {
    readonly before: number;
    readonly after: number;
    /**
     * After less before; absent while the effort of any of these contacts is unknown, and of any sum
     * while some account could not be compared, for nobody knows which sums it belongs to.
     */
    readonly difference?: number;
  };
  /** Contacts of which nobody has said how long they take. */
  readonly unknownEffort: { readonly before: number; readonly after: number };
}

/**
 * The work of one segment in one week.
 *
 * @category Policy
 */
export interface WeekWork extends WorkChange {
  /** Under the policy that asks for the contact; absent for accounts cared for without a segment. */
  readonly segment?: string;
  /** The week of the ideal day, or of the planned one; that of `asOf` where it has passed. */
  readonly week: IsoWeekText;
}

/**
 * What another policy would cost in working time.
 *
 * @category Policy
 */
export interface HourComparison {
  readonly from: CivilDate;
  /** Exclusive. */
  readonly until: CivilDate;
  readonly total: WorkChange;
  /** By segment, those without a segment first. */
  readonly bySegment: readonly (WorkChange & { readonly segment?: string })[];
  readonly byWeek: readonly (WorkChange & { readonly week: IsoWeekText })[];
  /** By week, then segment. */
  readonly rows: readonly WeekWork[];
  /** Cadences without an effort, with the contacts that are counted without time. */
  readonly unknownEffort: readonly {
    readonly cadence: string;
    readonly before: number;
    readonly after: number;
  }[];
  /** Contacts that are known under one policy, but cannot be compared, and are not counted above. */
  readonly notCompared: {
    readonly accounts: number;
    readonly before: number;
    readonly after: number;
  };
}

/**
 * The minutes of service that two policies demand, by segment and ISO week, and their difference.
 *
 * Contacts are those of {@link compareContacts}, each with the effort of its cadence in whole minutes
 * and in the week that `checkCapacity` counts it in, which is after the horizon where its window only
 * begins before `until`. An account that changes its segment takes its time along: it is counted in
 * one segment before and in another after. A contact without a known effort is listed and is not 0
 * minutes: the difference of every sum that it belongs to is absent. While an account could not be
 * compared (`notCompared`) every difference is: that nothing changes is not known then.
 *
 * @param base - all accounts with their records, in any order
 * @param policies - before and after
 * @param context - `asOf`, `until`, the working calendar, and `memberships`
 * @returns minutes; a segment and week without contacts on both sides has no row
 * @throws {@link HoitoError} `not-a-civil-date`; `span-reversed` when `until` is not after `asOf`;
 *   in JavaScript also `not-a-compiled-policy`, `not-a-base` and `unknown-option`
 *
 * @example Three hours more
 * ```ts
 * import { type CarePolicy, compileCalendar, compilePolicy, orThrow } from "hoito";
 * import { compareHours } from "hoito/policy";
 *
 * const withLargeFrom = (atLeast: number): CarePolicy => ({
 *   id: "demo",
 *   version: String(atLeast),
 *   segments: {
 *     size: {
 *       method: "rules",
 *       labels: { large: {}, small: {} },
 *       hitPolicy: "first",
 *       rules: [{ segment: "large", when: { field: "headcount", atLeast } }],
 *       otherwise: "small",
 *     },
 *   },
 *   care: {
 *     segmentedBy: "size",
 *     models: {
 *       personal: { ownership: { mode: "none" }, cadences: ["visit"], significance: 1 },
 *       light: { ownership: { mode: "none" }, cadences: "none", significance: 2 },
 *     },
 *     bySegment: { large: "personal", small: "light" },
 *   },
 *   cadences: {
 *     visit: {
 *       method: "quota",
 *       counts: { field: "kind", equals: "visit" },
 *       atLeast: 1,
 *       per: "month",
 *       counting: "held",
 *       spread: "anyTime",
 *       roll: "previous",
 *       effortMinutes: 60,
 *     },
 *   },
 * });
 * const compile = (atLeast: number) => orThrow(compilePolicy(withLargeFrom(atLeast)));
 * const policies = { before: compile(1000), after: compile(500) };
 * const accounts = [1200, 700, 20].map((headcount, index) => ({ id: "ABC"[index]!, headcount }));
 * const span = { from: "2018-01-01", until: "2019-01-01" } as const;
 * const calendar = orThrow(compileCalendar({ ...span, weekend: ["saturday", "sunday"] }));
 * const base = { accounts, coverage: { activities: "complete" } } as const;
 * const context = { asOf: "2018-01-01", until: "2018-04-01", calendar } as const;
 *
 * const { total, rows } = compareHours(base, policies, context);
 * total.minutes; // => { before: 180, after: 360, difference: 180 }
 * rows[0]?.segment; // => "large"
 * rows[0]?.minutes; // => { before: 60, after: 120, difference: 60 }
 * ```
 *
 * @category Policy
 */
export function compareHours(
  base: CustomerBase,
  policies: PolicyPair,
  context: ContactComparisonContext,
): HourComparison {
  requirePair(policies);
  dayOfAsking(context, CONTACT_OPTIONS);
  const tally = hourTally(context);
  for (const account of readAccounts(base, policies, context)) {
    tally.add(owedContacts(account, policies, context));
  }
  return tally.finish();
}

/** Counts the time of accounts one by one. */
export function hourTally(context: ContactComparisonContext): HourTally {
  checkHorizon(context);
  const { asOf, until } = context;
  const total = noWork();
  const rows = new Map<string, Sums & Pick<WeekWork, "segment" | "week">>();
  const bySegment = new Map<string, Sums & Pick<WeekWork, "segment">>();
  const byWeek = new Map<string, Sums & Pick<WeekWork, "week">>();
  const unknown = new Map<string, { cadence: string; before: number; after: number }>();
  const notCompared = { accounts: 0, before: 0, after: 0 };
  const weeks = new Map<CivilDate, IsoWeekText>();
  return { add, finish };

  function add(account: OwedAccount): void {
    for (const { before, after, cadence } of account.groups) {
      for (const each of before) addContact(each, "before", cadence);
      for (const each of after) addContact(each, "after", cadence);
    }
    if (account.notCompared.length > 0) notCompared.accounts++;
    for (const { before, after } of account.notCompared) {
      notCompared.before += before;
      notCompared.after += after;
    }
  }

  function addContact(contact: OwedContact, side: "before" | "after", cadence: string): void {
    const { segment, effortMinutes } = contact;
    const { pinned, window } = contact;
    const week = entry(weeks, pinned?.day ?? window.ideal, () => weekOfDuty(contact, asOf));
    const name = segment === undefined ? {} : { segment };
    const key = segment ?? "";
    const sums: readonly Sums[] = [
      total,
      entry(rows, `${week} ${key}`, () => ({ ...name, week, ...noWork() })),
      entry(bySegment, key, () => ({ ...name, ...noWork() })),
      entry(byWeek, week, () => ({ week, ...noWork() })),
    ];
    for (const { contacts, minutes, unknownEffort } of sums) {
      contacts[side]++;
      if (effortMinutes === undefined) unknownEffort[side]++;
      else minutes[side] += effortMinutes;
    }
    if (effortMinutes !== undefined) return;
    entry(unknown, cadence, () => ({ cadence, before: 0, after: 0 }))[side]++;
  }

  function finish(): HourComparison {
    const told = notCompared.accounts > 0 ? <T extends Sums>(sums: T) => sums : withDifference;
    return {
      from: asOf,
      until,
      total: told(total),
      bySegment: inOrder(bySegment).map(told),
      byWeek: inOrder(byWeek).map(told),
      rows: inOrder(rows).map(told),
      unknownEffort: inOrder(unknown),
      notCompared,
    };
  }
}

/** Collects what accounts are owed, and then says what it takes. */
export interface HourTally {
  readonly add: (account: OwedAccount) => void;
  readonly finish: () => HourComparison;
}

interface BothSides {
  before: number;
  after: number;
}

interface Sums {
  readonly contacts: BothSides;
  readonly minutes: BothSides;
  readonly unknownEffort: BothSides;
}

function noWork(): Sums {
  return {
    contacts: { before: 0, after: 0 },
    minutes: { before: 0, after: 0 },
    unknownEffort: { before: 0, after: 0 },
  };
}

function entry<T>(all: Map<string, T>, key: string, empty: () => T): T {
  const found = all.get(key) ?? empty();
  all.set(key, found);
  return found;
}

function inOrder<T>(all: ReadonlyMap<string, T>): readonly T[] {
  return [...all].sort(([left], [right]) => compareIds(left, right)).map(([, each]) => each);
}

function withDifference<T extends Sums>(sums: T): T & WorkChange {
  const { minutes, unknownEffort } = sums;
  if (unknownEffort.before + unknownEffort.after > 0) return sums;
  return { ...sums, minutes: { ...minutes, difference: minutes.after - minutes.before } };
}
