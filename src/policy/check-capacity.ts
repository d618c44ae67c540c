import {
  type Feasibility,
  type Overload,
  placeDuties,
  type Schedule,
  type ScheduleDuty,
  type ScheduleRules,
  type UnplacedDuty,
  type WeekLoad,
} from "../cadence/index.js";
import type { CustomerBase } from "../facts/index.js";
import type { Finding, OptionNames } from "../shapes/index.js";
import {
  type CivilDate,
  type IsoWeekText,
  isoWeekOf,
  requireCalendar,
  toIsoWeekText,
} from "../time/index.js";
import type { CompiledPolicy, Provenance } from "./compiled-policy.js";
import {
  dutiesToSchedule,
  GATHER_OPTIONS,
  type GatherContext,
  type UndecidedAccount,
} from "./duties-to-schedule.js";
import { provenanceOf } from "./provenance.js";
import { dayOfAsking, requireCompiled, requireUntil } from "./require-asked.js";
import { scheduleRulesOf } from "./schedule-rules-of.js";

/**
 * What the capacity of a field force is checked with.
 *
 * @category Policy
 */
export interface CapacityContext extends GatherContext {
  /** In place of the policy's own `schedule`, to see what other rules would bring. */
  readonly rules?: ScheduleRules;
}

const CAPACITY_OPTIONS: OptionNames<CapacityContext> = { ...GATHER_OPTIONS, rules: true };

/**
 * What the duties of one segment ask for in one week.
 *
 * @category Policy
 */
export interface WeekDemand {
  /** Absent for duties of accounts cared for without a segment. */
  readonly segment?: string;
  /** The week of the ideal day; that of `asOf` where it has passed. */
  readonly week: IsoWeekText;
  readonly duties: number;
  readonly minutes: number;
}

/**
 * Weeks in which people cannot do all that belongs there, and what would help.
 *
 * @category Policy
 */
export interface CapacityGap extends Overload {
  /**
   * For each cadence how many of its contacts would have to go if it alone gave way; `notEnough`
   * where even all of them are too few.
   */
  readonly aloneGives: readonly {
    readonly cadence: string;
    readonly contacts: number | "notEnough";
  }[];
}

/**
 * Whether a policy can be kept with the people there are.
 *
 * @category Policy
 */
export interface CapacityCheck {
  /** Never `feasible` while something could not be counted because a fact is missing. */
  readonly feasibility: Feasibility;
  /** By week, then segment. */
  readonly demand: readonly WeekDemand[];
  /** What all people together have whose capacity is known, manual entries and plans included. */
  readonly capacity: readonly { readonly week: IsoWeekText; readonly minutes: number }[];
  readonly gaps: readonly CapacityGap[];
  /** What has to go when the least significant goes first, by cadence. */
  readonly leftOut: readonly {
    readonly cadence: string;
    readonly contacts: number;
    readonly minutes: number;
  }[];
  /** What cannot be counted for another reason, such as an unknown effort, by id. */
  readonly notCounted: Schedule["unplaced"];
  readonly undecided: readonly UndecidedAccount[];
  readonly findings: readonly Finding[];
  readonly madeWith: Provenance;
}

/** Reasons that a missing fact gives. */
const UNKNOWN: ReadonlySet<UnplacedDuty["reason"]> = new Set<UnplacedDuty["reason"]>([
  "windowUnknown",
  "effortUnknown",
  "eligibleUnknown",
  "capacityUnknown",
]);

/**
 * Whether the people of a base can do all that a policy demands until the end of a horizon, before
 * anybody plans it: the demand by segment and week, the weeks that are overloaded, and which
 * cadence would have to give how much.
 *
 * The answer is exact where the contacts that people share take equally long; otherwise it is
 * proven infeasible, feasible because a way was found, or undecided with a bound.
 *
 * @param base - all accounts with their records and people, in any order
 * @param compiled - the policy, with its fit where it has cuts
 * @param context - `asOf` and `until`, the calendar, substitutions, and scheduling rules where those
 *   of the policy are not to be used
 * @returns the verdict with its proof; an empty base is feasible
 * @throws {@link HoitoError} `missing-schedule-rules` where neither the policy nor the context has any;
 *   in JavaScript also `not-a-compiled-policy`, `not-a-base`, `not-a-calendar` and `unknown-option`;
 *   else as `placeDuties` does
 *
 * @example One person, and visits of an hour and a half every week
 * ```ts
 * import {
 *   type CarePolicy,
 *   checkCapacity,
 *   compileCalendar,
 *   compilePolicy,
 *   orThrow,
 * } from "hoito";
 *
 * const policy: CarePolicy = {
 *   id: "demo",
 *   version: "1",
 *   segments: {
 *     level: {
 *       method: "rules",
 *       labels: { gold: {} },
 *       hitPolicy: "first",
 *       rules: [],
 *       otherwise: "gold",
 *     },
 *   },
 *   care: {
 *     segmentedBy: "level",
 *     models: {
 *       close: { ownership: { mode: "onePerson" }, cadences: ["visits"], significance: 1 },
 *     },
 *     bySegment: { gold: "close" },
 *   },
 *   cadences: {
 *     visits: {
 *       method: "quota",
 *       counts: { field: "kind", equals: "visit" },
 *       atLeast: 1,
 *       per: "week",
 *       counting: "held",
 *       spread: "even",
 *       roll: "previous",
 *       effortMinutes: 90,
 *     },
 *   },
 *   schedule: {
 *     shortWeeks: { fullWeekDays: 5 },
 *     late: "leave",
 *     evenWithinDays: 3,
 *     levelSteps: 10,
 *     farFromMinutes: 120,
 *   },
 * };
 * const owner = { role: "responsible", naming: "named", personId: "anna" } as const;
 * const base = {
 *   accounts: [{ id: "A" }, { id: "B" }],
 *   coverage: { activities: "complete", ownerships: "complete" },
 *   ownerships: [
 *     { ...owner, accountId: "A" },
 *     { ...owner, accountId: "B" },
 *   ],
 *   people: [{ id: "anna", weeklyCapacityMinutes: 120 }],
 * } as const;
 * const span = { from: "2018-01-01", until: "2018-03-01" } as const;
 * const { feasibility, gaps } = checkCapacity(base, orThrow(compilePolicy(policy)), {
 *   asOf: "2018-01-01",
 *   until: "2018-01-15",
 *   calendar: orThrow(compileCalendar({ ...span, weekend: ["saturday", "sunday"] })),
 * });
 * feasibility.kind; // => "infeasible"
 * gaps[0]?.shortMinutes; // => 90
 * gaps[0]?.aloneGives; // => [{ cadence: "visits", contacts: 1 }]
 * ```
 *
 * @category Policy
 */
export function checkCapacity(
  base: CustomerBase,
  compiled: CompiledPolicy,
  context: CapacityContext,
): CapacityCheck {
  requireCompiled(compiled);
  const day = dayOfAsking(context, CAPACITY_OPTIONS);
  requireCalendar(context);
  requireUntil(context);
  const { asOf, until, calendar } = context;
  const rules = scheduleRulesOf(compiled, context);
  const { duties, people, manual, undecided, findings } = dutiesToSchedule(base, compiled, context);
  const schedule = placeDuties(duties, people, { asOf, until, calendar, rules, manual });
  const { unplaced, overloads, feasibility, loads } = schedule;
  const isLeftOut = ({ reason }: Schedule["unplaced"][number]): boolean => reason === "noCapacity";
  const leftOut = new Set(unplaced.filter(isLeftOut).map(({ id }) => id));
  const notCounted = unplaced.filter((each) => !isLeftOut(each));
  const uncounted = new Set(notCounted.map(({ id }) => id));
  const counted = duties.filter(({ id }) => !uncounted.has(id));
  const isUnknown = ({ reason }: Schedule["unplaced"][number]): boolean => UNKNOWN.has(reason);
  const isAllCounted = undecided.length === 0 && !notCounted.some(isUnknown);
  return {
    feasibility:
      feasibility.kind === "feasible" && !isAllCounted
        ? { ...feasibility, kind: "undecided" }
        : feasibility,
    demand: demandOf(counted, asOf),
    capacity: capacityOf(loads),
    gaps: overloads.map((overload) => ({ ...overload, aloneGives: aloneGives(overload, counted) })),
    leftOut: byCadence(counted.filter(({ id }) => leftOut.has(id))),
    notCounted,
    undecided,
    findings,
    madeWith: provenanceOf(compiled, day),
  };
}

function demandOf(duties: readonly ScheduleDuty[], asOf: CivilDate): readonly WeekDemand[] {
  const found = new Map<string, WeekDemand>();
  for (const duty of duties) {
    const { segment, effortMinutes = 0 } = duty;
    const week = weekOfDuty(duty, asOf);
    const key = `${week} ${segment ?? ""}`;
    const known = found.get(key) ?? { duties: 0, minutes: 0 };
    const sums = { duties: known.duties + 1, minutes: known.minutes + effortMinutes };
    found.set(key, { ...(segment === undefined ? {} : { segment }), week, ...sums });
  }
  return [...found.keys()].sort().map((key) => found.get(key)!);
}

/** The week of the day that is planned, or else of the ideal one; of `asOf` where it has passed. */
export function weekOfDuty({ pinned, window }: ScheduleDuty, asOf: CivilDate): IsoWeekText {
  const ideal = pinned?.day ?? window!.ideal;
  return toIsoWeekText(isoWeekOf(ideal < asOf ? asOf : ideal));
}

function capacityOf(loads: readonly WeekLoad[]): CapacityCheck["capacity"] {
  const found = new Map<IsoWeekText, number>();
  for (const { week, capacityMinutes } of loads) {
    found.set(week, (found.get(week) ?? 0) + capacityMinutes);
  }
  return [...found].map(([week, minutes]) => ({ week, minutes }));
}

/** Contacts of one cadence take equally long, so the shortage tells how many. */
function aloneGives(
  { byCadence: demanded, shortMinutes }: Overload,
  duties: readonly ScheduleDuty[],
): CapacityGap["aloneGives"] {
  return demanded.map(({ cadence, duties: there }) => {
    const minutes = duties.find((duty) => duty.cadence === cadence)!.effortMinutes!;
    const contacts = Math.ceil(shortMinutes / minutes);
    return { cadence, contacts: contacts <= there ? contacts : "notEnough" };
  });
}

function byCadence(duties: readonly ScheduleDuty[]): CapacityCheck["leftOut"] {
  const found = new Map<string, { contacts: number; minutes: number }>();
  for (const duty of duties) {
    const cadence = duty.cadence!;
    const { contacts, minutes } = found.get(cadence) ?? { contacts: 0, minutes: 0 };
    found.set(cadence, { contacts: contacts + 1, minutes: minutes + duty.effortMinutes! });
  }
  return [...found.keys()].sort().map((cadence) => ({ cadence, ...found.get(cadence)! }));
}
