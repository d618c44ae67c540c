import type { Schedule } from "../../src/cadence/index.js";
import type { Activity, CustomerBase } from "../../src/facts/index.js";
import {
  type CareSchedule,
  type CompiledPolicy,
  type ScheduleContext,
  scheduleDuties,
} from "../../src/policy/index.js";
import { parseSchedule } from "../../src/schemas/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { addDays, type CivilDate } from "../../src/time/index.js";

/** What became of a base whose people do every day what the schedule says. */
export interface Kept {
  readonly first: CareSchedule;
  /** What they did, by day. */
  readonly held: readonly Activity[];
  /** Everything that any later run changed, with the day of the run. */
  readonly jumps: readonly string[];
}

/**
 * Schedules a base anew every day with the stored result of the day before, and logs in the evening
 * whatever stood in the schedule for that day.
 */
export function keepSchedule(
  base: CustomerBase,
  compiled: CompiledPolicy,
  context: ScheduleContext,
  lastDay: CivilDate,
): Kept {
  const held: Activity[] = [...(base.activities ?? [])];
  const jumps: string[] = [];
  const first = scheduleDuties(base, compiled, context);
  let today = first;
  for (let asOf = context.asOf; asOf <= lastDay; asOf = addDays(asOf, 1)) {
    if (asOf > context.asOf) {
      const previous: Schedule = orThrow(parseSchedule(JSON.stringify(today)));
      today = scheduleDuties({ ...base, activities: held }, compiled, {
        ...context,
        asOf,
        previous,
      });
      const { added, moved, removed } = today.changes;
      for (const id of added) jumps.push(`${asOf} added ${id}`);
      for (const { id, from, to } of moved) jumps.push(`${asOf} ${id}: ${from.day} to ${to.day}`);
      for (const { id } of removed) jumps.push(`${asOf} removed ${id}`);
    }
    for (const { day, accountId, personId, cadence } of today.entries) {
      if (day !== asOf || cadence === undefined) continue;
      const kind = cadence === "visits" ? "visit" : "call";
      const done = { kind, status: "complete", heldOn: day, personId } as const;
      held.push({ id: `held ${held.length}`, accountId: accountId!, ...done });
    }
  }
  return { first, held, jumps };
}
