import type { RecordId } from "../../facts/index.js";
import {
  type CivilDate,
  type IsoWeekText,
  isoWeekOfDay,
  toEpochDay,
  toIsoWeekText,
  weekdayIndex,
} from "../../time/index.js";
import type { Schedule } from "./schedule.js";

/**
 * Whether one person's coming weeks are planned.
 *
 * @category Schedule
 */
export interface PlannedWeeks {
  readonly personId: RecordId;
  /** `planned` when all weeks are; `unknown` when none is known not to be, but one is unknown. */
  readonly verdict: PlannedVerdict;
  readonly weeks: readonly {
    readonly week: IsoWeekText;
    readonly entries: number;
    readonly verdict: PlannedVerdict;
  }[];
}

/** A week that reaches beyond the schedule with too few entries is unknown. */
export type PlannedVerdict = "planned" | "notPlanned" | "unknown";

/**
 * Whether the next weeks of people are planned, as in "the following three weeks are in the
 * calendar".
 *
 * Sources say neither whether the running week is the first of them nor how many entries make a
 * planned week, so both are asked for. Days of the first week before `asOf` count too.
 *
 * @param schedule - as `placeDuties` gives it
 * @param people - whose weeks, in any order
 * @param rules - `asOf`; how many weeks, from this one or the next; entries that a week must have
 * @returns one answer a person, in the order of `people`
 *
 * @example The week after next has nothing
 * ```ts
 * import { plannedWeeks, type Schedule } from "hoito/cadence";
 *
 * const entry = { kind: "placed", personId: "anna", sequence: 0 } as const;
 * const entries: Schedule["entries"] = [
 *   { ...entry, id: "A", week: "2018-W04", day: "2018-01-23" },
 *   { ...entry, id: "B", week: "2018-W06", day: "2018-02-06" },
 * ];
 * const schedule = { entries, asOf: "2018-01-15", until: "2018-04-01" } as const;
 * const rules = { asOf: "2018-01-15", from: "nextWeek", weeks: 3, atLeast: 1 } as const;
 * const [anna] = plannedWeeks(schedule, ["anna"], rules);
 * anna?.weeks.map(({ verdict }) => verdict); // => ["planned", "notPlanned", "planned"]
 * anna?.verdict; // => "notPlanned"
 * ```
 *
 * @category Schedule
 */
export function plannedWeeks(
  schedule: Pick<Schedule, "entries" | "asOf" | "until">,
  people: readonly RecordId[],
  rules: {
    readonly asOf: CivilDate;
    readonly from: "thisWeek" | "nextWeek";
    readonly weeks: number;
    readonly atLeast: number;
  },
): readonly PlannedWeeks[] {
  const today = toEpochDay(rules.asOf);
  const first = today + 1 - weekdayIndex(today) + (rules.from === "nextWeek" ? 7 : 0);
  const [begin, end] = [toEpochDay(schedule.asOf), toEpochDay(schedule.until)];
  const weeks = Array.from({ length: rules.weeks }, (_, index) => {
    const monday = first + index * 7;
    const isCovered = Math.max(monday, today) >= begin && monday + 7 <= end;
    return { week: toIsoWeekText(isoWeekOfDay(monday)), isCovered };
  });
  const counts = new Map<RecordId, Map<IsoWeekText, number>>(people.map((id) => [id, new Map()]));
  for (const { personId, week } of schedule.entries) {
    const ofPerson = counts.get(personId);
    ofPerson?.set(week, (ofPerson.get(week) ?? 0) + 1);
  }
  return people.map((personId) => {
    const found = weeks.map(({ week, isCovered }): PlannedWeeks["weeks"][number] => {
      const entries = counts.get(personId)!.get(week) ?? 0;
      if (entries >= rules.atLeast) return { week, entries, verdict: "planned" };
      return { week, entries, verdict: isCovered ? "notPlanned" : "unknown" };
    });
    return { personId, verdict: verdictOf(found.map(({ verdict }) => verdict)), weeks: found };
  });
}

function verdictOf(verdicts: readonly PlannedVerdict[]): PlannedVerdict {
  if (verdicts.includes("notPlanned")) return "notPlanned";
  return verdicts.includes("unknown") ? "unknown" : "planned";
}
