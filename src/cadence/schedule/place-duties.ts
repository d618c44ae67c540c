import { checked, HoitoError, orThrow } from "../../shapes/index.js";
import { compareSchedules } from "./compare-schedules.js";
import { entriesOf } from "./entries-of.js";
import { findConflicts } from "./find-conflicts.js";
import { improveBoard } from "./improve-board.js";
import { fillRoom, insertDuties } from "./insert-duties.js";
import { judgeFeasibility } from "./judge-feasibility.js";
import { measureGoals, weekLoads } from "./measure-goals.js";
import { type Problem, readProblem } from "./problem.js";
import type { PlaceContext, Schedule, UnplacedDuty } from "./schedule.js";
import type { ScheduleDuty, SchedulePerson } from "./schedule-duty.js";
import { checkScheduleRules } from "./schedule-rules.js";

/**
 * Who does which duty on which day, what has no place and why, and what is new against the
 * schedule given out before.
 *
 * Never broken: the window of a duty, closed days of the company and the account, absences, the
 * weekly capacity of a person, permissions; pins and manual entries stay where they are, even where
 * something speaks against it (`conflicts`). When not everything has room, the most significant
 * duties go first, then those already promised, then those with the earlier latest day.
 *
 * Wished for, each only as far as the wishes above it allow: promises of `previous` kept (same
 * person, same day); the owner does it; near the ideal day; weeks level; one trip to a far region.
 * The first two are as good as can be wherever `goals.promisesAndOwners` says `optimal`; the others
 * are improved move by move. With duties that take equally long and no distance to keep, everything
 * that can have a place has one. The order of duties and people changes nothing, and a schedule
 * made again with itself as `previous` is the same; made on the days after, with what was promised
 * done, it moves nothing: a week that has begun holds what `previous` left of it.
 *
 * Gotchas: a window that reaches beyond the horizon is cut at its ends; a duty whose ideal day lies
 * after it waits (`afterHorizon`). A duty already done must not be among the duties.
 *
 * @param duties - what is to be done, ids unique
 * @param people - who there is, ids unique
 * @param context - the horizon, the calendar, the rules, manual entries, and the schedule before
 * @returns entries by day and person, and everything that is to be known about them; plain JSON
 * @throws {@link HoitoError} `duplicate-id`, `out-of-range`, `too-large`, `unknown-format`,
 *   `malformed-schedule`, what `checkScheduleRules` finds, and `date-outside-calendar`
 *
 * @example A visit a month, with a week of holiday
 * ```ts
 * import { compileCalendar, orThrow } from "hoito";
 * import { placeDuties } from "hoito/cadence";
 *
 * const span = { from: "2018-01-01", until: "2019-01-01" } as const;
 * const calendar = orThrow(compileCalendar({ ...span, weekend: ["saturday", "sunday"] }));
 * const rules = {
 *   shortWeeks: { fullWeekDays: 5 },
 *   late: { withinDays: 10 },
 *   evenWithinDays: 3,
 *   levelSteps: 10,
 *   farFromMinutes: 120,
 * } as const;
 * const visit = { accountId: "A", effortMinutes: 90, eligible: ["anna"], significance: 1 };
 * const schedule = placeDuties(
 *   [
 *     {
 *       ...visit,
 *       id: "A|visit|2018-02#1",
 *       permission: "allowed",
 *       window: { earliest: "2018-02-01", ideal: "2018-02-21", latest: "2018-02-28" },
 *     },
 *   ],
 *   [
 *     {
 *       id: "anna",
 *       weeklyCapacityMinutes: 600,
 *       absences: [{ from: "2018-02-19", until: "2018-02-26" }],
 *     },
 *   ],
 *   { asOf: "2018-01-15", until: "2018-04-01", calendar, rules },
 * );
 * schedule.entries.map(({ personId, day, week }) => [personId, day, week]);
 * // => [["anna", "2018-02-16", "2018-W07"]]
 * schedule.changes.added; // => ["A|visit|2018-02#1"]
 * schedule.feasibility.kind; // => "feasible"
 * ```
 *
 * @category Schedule
 */
export function placeDuties(
  duties: readonly ScheduleDuty[],
  people: readonly SchedulePerson[],
  context: PlaceContext,
): Schedule {
  const { asOf, until, rules, previous } = context;
  orThrow(checked(checkScheduleRules(rules, "rules"), () => rules));
  requireFormat(previous);
  const problem = readProblem(duties, people, context);
  const inserted = insertDuties(problem);
  const { board } = inserted;
  improveBoard(board);
  const leftOut = fillRoom(inserted);
  const insertion = { ...inserted, leftOut };
  const entries = entriesOf(problem, board);
  const { changes, later, withdrawn } = compareSchedules(problem.given, entries, context);
  return {
    format: "hoito-schedule/1",
    asOf,
    until,
    entries,
    unplaced: unplacedOf(problem, leftOut),
    changes,
    ...judgeFeasibility(problem, insertion),
    conflicts: findConflicts(problem, board),
    loads: weekLoads(problem, board),
    goals: measureGoals(problem, insertion),
    later,
    withdrawn,
  };
}

/** What was stored may be anything; `parseSchedule` of the schemas tells all that is wrong. */
function requireFormat(previous: Schedule | undefined): void {
  if (previous === undefined) return;
  const { format, ...stored } = previous;
  if ((format as unknown) !== "hoito-schedule/1") {
    const message = "the previous schedule has a format that this version does not read";
    const at = { code: "unknown-format", path: "previous.format", received: format };
    throw new HoitoError(message, at);
  }
  for (const list of ["entries", "loads", "later", "withdrawn"] as const) {
    if (Array.isArray(stored[list])) continue;
    const path = `previous.${list}`;
    const message = `the previous schedule has no list \`${list}\``;
    throw new HoitoError(message, { code: "malformed-schedule", path, received: stored[list] });
  }
}

function unplacedOf(problem: Problem, leftOut: readonly number[]): readonly UnplacedDuty[] {
  const found = [...problem.unplaced];
  for (const duty of leftOut) found.push([problem.duties[duty]!, "noCapacity"]);
  found.sort(([left], [right]) => (left.id < right.id ? -1 : 1));
  return found.map(([{ id, accountId, cadence }, reason]) => {
    return { id, accountId, reason, ...(cadence === undefined ? {} : { cadence }) };
  });
}
