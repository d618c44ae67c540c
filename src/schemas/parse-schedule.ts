import * as z from "zod";
import type {
  Feasibility,
  Overload,
  Schedule,
  ScheduleChanges,
  ScheduleConflict,
  ScheduleEntry,
  ScheduleGoals,
  UnplacedDuty,
  WeekLoad,
} from "../cadence/index.js";
import { type Checked, checked, errorAt, type Finding, showInput } from "../shapes/index.js";
import { type IsoWeekText, isoWeekOf, toIsoWeekText } from "../time/index.js";
import type { Bounds } from "./check-bounds.js";
import { parseJson } from "./parse-json.js";
import { civilDate, count, recordId, size } from "./value-schemas.js";

const text = z.string().min(1);
const minutes = z.int().min(0).max(527_040);

const week: z.ZodType<IsoWeekText> = z.custom<IsoWeekText>(
  (value) => typeof value === "string" && /^\d{4}-W\d{2}$/.test(value),
  { error: ({ input }) => `${showInput(input)} is no week written YYYY-Www` },
);

const entry: z.ZodType<ScheduleEntry> = z.strictObject({
  id: text,
  kind: z.enum(["placed", "pinned", "manual"]),
  personId: recordId,
  week,
  day: civilDate,
  minutes: z.exactOptional(minutes),
  sequence: count,
  isLate: z.exactOptional(z.literal(true)),
  accountId: z.exactOptional(recordId),
  significance: z.exactOptional(z.int().min(1)),
  latest: z.exactOptional(civilDate),
  cadence: z.exactOptional(text),
  title: z.exactOptional(z.string()),
});

const unplaced: z.ZodType<UnplacedDuty> = z.strictObject({
  id: text,
  accountId: recordId,
  reason: z.enum([
    "forbidden",
    "permissionUnknown",
    "windowUnknown",
    "effortUnknown",
    "eligibleUnknown",
    "capacityUnknown",
    "nobodyEligible",
    "windowPassed",
    "afterHorizon",
    "noOpenDay",
    "noCapacity",
  ]),
  cadence: z.exactOptional(text),
});

const place = z.strictObject({ personId: recordId, day: civilDate });

const changes: z.ZodType<ScheduleChanges> = z.strictObject({
  added: z.array(text),
  moved: z.array(z.strictObject({ id: text, from: place, to: place })),
  removed: z.array(z.strictObject({ id: text, from: place })),
});

const feasibility: z.ZodType<Feasibility> = z.strictObject({
  kind: z.enum(["feasible", "infeasible", "undecided"]),
  fewestLeftOut: z.exactOptional(count),
  placedMinutes: size,
  atMostMinutes: size,
  gapMinutes: size,
});

const overload: z.ZodType<Overload> = z.strictObject({
  kind: z.enum(["interval", "cut"]),
  cells: z.array(z.strictObject({ personId: recordId, weeks: z.array(week) })),
  duties: count,
  demandedMinutes: size,
  availableMinutes: size,
  usableMinutes: size,
  shortMinutes: size,
  byCadence: z.array(z.strictObject({ cadence: z.string(), duties: count, minutes: size })),
});

const conflict: z.ZodType<ScheduleConflict> = z.strictObject({
  id: text,
  why: z.enum([
    "unknownPerson",
    "notEligible",
    "closedDay",
    "outsideWindow",
    "overCapacity",
    "minutesUnknown",
  ]),
});

const load: z.ZodType<WeekLoad> = z.strictObject({
  personId: recordId,
  week,
  minutes: count,
  capacityMinutes: count,
});

const goals: z.ZodType<ScheduleGoals> = z.strictObject({
  promises: count,
  promisesKept: count,
  placed: count,
  ownerKept: count,
  daysOffIdeal: count,
  unevenness: size,
  trips: count,
  promisesAndOwners: z.enum(["optimal", "heuristic"]),
});

/** What a schedule of a whole base says besides is left out: a next run does not read it. */
export const scheduleSchema: z.ZodType<Schedule> = z.object({
  format: z.literal("hoito-schedule/1"),
  asOf: civilDate,
  until: civilDate,
  entries: z.array(entry),
  unplaced: z.array(unplaced),
  changes,
  feasibility,
  overloads: z.array(overload),
  conflicts: z.array(conflict),
  loads: z.array(load),
  goals,
  later: z.array(entry),
  withdrawn: z.array(entry),
});

/** A year of a million duties has some fifteen values a duty. */
const BOUNDS: Bounds = { depth: 8, nodes: 50_000_000, textLength: 10_000 };

/**
 * A schedule that was stored, out of untrusted input: what a next run takes as its `previous`.
 *
 * Beside the form of every value it is checked that the week of an entry is that of its day, and
 * that no duty stands in the schedule twice. Where `scheduleDuties` made it, what is undecided, the
 * findings and the provenance are left out; they belong to the run that made them.
 *
 * @param input - the schedule as JSON text or as an object
 * @returns the schedule, or findings such as `missing-property`, `not-a-civil-date`, `wrong-week`,
 *   `duplicate-id` and `unknown-value` for a format that this version does not read
 *
 * @example A schedule that somebody has cut short
 * ```ts
 * import { parseSchedule } from "hoito/schemas";
 *
 * const { findings } = parseSchedule('{"format":"hoito-schedule/1","asOf":"2018-02-30"}');
 * findings[0]?.code; // => "not-a-civil-date"
 * findings[1]?.path; // => "until"
 * ```
 *
 * @category Schemas
 */
export function parseSchedule(input: unknown): Checked<Schedule> {
  const read = parseJson(scheduleSchema, input, { what: "schedule", bounds: BOUNDS });
  return read.ok ? checked(contradictions(read.value), () => read.value) : read;
}

function contradictions({ entries, later, withdrawn }: Schedule): readonly Finding[] {
  const findings: Finding[] = [];
  const duties = new Set<string>();
  for (const [list, there] of Object.entries({ entries, later, withdrawn })) {
    for (const [index, { id, kind, day, week: written }] of there.entries()) {
      const path = `${list}[${index}]`;
      const right = toIsoWeekText(isoWeekOf(day));
      if (written !== right) {
        const message = `\`${day}\` lies in \`${right}\`, not in \`${written}\``;
        findings.push(errorAt(`${path}.week`, "wrong-week", message));
      }
      if (kind === "manual") continue;
      if (duties.has(id)) {
        findings.push(errorAt(`${path}.id`, "duplicate-id", `\`${id}\` stands there twice`));
      }
      duties.add(id);
    }
  }
  return findings;
}
