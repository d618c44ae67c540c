import {
  type PlaceContext,
  placeDuties,
  type Schedule,
  type ScheduleRules,
} from "../cadence/index.js";
import type { CustomerBase } from "../facts/index.js";
import type { Finding, OptionNames } from "../shapes/index.js";
import { requireCalendar } from "../time/index.js";
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
 * What a whole base is scheduled with.
 *
 * @category Policy
 */
export interface ScheduleContext extends GatherContext {
  /** In place of the policy's own `schedule`, to see what other rules would bring. */
  readonly rules?: ScheduleRules;
  /** What was given out before: its promises are kept wherever they can be. */
  readonly previous?: Schedule;
}

const SCHEDULE_OPTIONS: OptionNames<ScheduleContext> = {
  ...GATHER_OPTIONS,
  rules: true,
  previous: true,
};

/**
 * The schedule of a whole base: plain JSON, and the `previous` of the next run.
 *
 * @category Policy
 */
export interface CareSchedule extends Schedule {
  /** Accounts of which something has to be known before all of it can be scheduled. */
  readonly undecided: readonly UndecidedAccount[];
  readonly findings: readonly Finding[];
  readonly madeWith: Provenance;
}

/**
 * Who contacts which account on which day until the end of a horizon: every account is classified,
 * its care model asked for the duties ahead, and those are placed (`placeDuties`).
 *
 * The owner may do a duty, for its business line first, then the team, then who stands in for them.
 * A planned activity that takes the place of a duty pins it to its day; any other planned activity
 * of a person takes that person's time. Part of a minute counts as a whole one. A duty whose
 * effort, window or owner is unknown is left out with that as its reason, and never guessed.
 *
 * Gotchas: `calendar` must cover the whole horizon. `base.people` without a weekly capacity have no
 * known room, and nobody has where the base has no list of people. What was promised is kept only
 * where `previous` is handed over; `parseSchedule` of the schemas reads it back from storage. Records
 * of no account of the base are not counted: `orphan-record` says how many.
 *
 * @param base - all accounts with their records and people, in any order
 * @param compiled - the policy, with its fit where it has cuts
 * @param context - `asOf` and `until`, the calendar, substitutions, the schedule given out before, and
 *   scheduling rules where those of the policy are not to be used
 * @returns entries by day, what has no place and why, what is undecided, what has changed
 * @throws {@link HoitoError} `missing-schedule-rules` where neither the policy nor the context has any;
 *   in JavaScript also `not-a-compiled-policy`, `not-a-base`, `not-a-calendar` and `unknown-option`;
 *   else as `placeDuties` does
 *
 * @example A visit a month
 * ```ts
 * import {
 *   type CarePolicy,
 *   compileCalendar,
 *   compilePolicy,
 *   orThrow,
 *   scheduleDuties,
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
 *       per: "month",
 *       counting: "held",
 *       spread: "even",
 *       roll: "previous",
 *       effortMinutes: 90,
 *     },
 *   },
 *   schedule: {
 *     shortWeeks: { fullWeekDays: 5 },
 *     late: { withinDays: 10 },
 *     evenWithinDays: 3,
 *     levelSteps: 10,
 *     farFromMinutes: 120,
 *   },
 * };
 * const owner = { role: "responsible", naming: "named", accountId: "A", personId: "anna" } as const;
 * const base = {
 *   accounts: [{ id: "A" }],
 *   coverage: { activities: "complete", ownerships: "complete" },
 *   ownerships: [owner],
 *   people: [{ id: "anna", weeklyCapacityMinutes: 600 }],
 * } as const;
 * const span = { from: "2018-01-01", until: "2019-02-01" } as const;
 * const schedule = scheduleDuties(base, orThrow(compilePolicy(policy)), {
 *   asOf: "2018-01-01",
 *   until: "2019-01-01",
 *   calendar: orThrow(compileCalendar({ ...span, weekend: ["saturday", "sunday"] })),
 * });
 * schedule.entries.length; // => 12
 * schedule.feasibility.kind; // => "feasible"
 * ```
 *
 * @category Policy
 */
export function scheduleDuties(
  base: CustomerBase,
  compiled: CompiledPolicy,
  context: ScheduleContext,
): CareSchedule {
  requireCompiled(compiled);
  const day = dayOfAsking(context, SCHEDULE_OPTIONS);
  requireCalendar(context);
  requireUntil(context);
  const { asOf, until, calendar, previous } = context;
  const rules = scheduleRulesOf(compiled, context);
  const { duties, people, manual, undecided, findings } = dutiesToSchedule(base, compiled, context);
  const placing: PlaceContext = { asOf, until, calendar, rules, manual };
  const schedule = placeDuties(
    duties,
    people,
    previous === undefined ? placing : { ...placing, previous },
  );
  const madeWith = provenanceOf(compiled, day);
  return { ...schedule, undecided, findings, madeWith };
}
