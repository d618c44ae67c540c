import { compareIds } from "../../facts/index.js";
import type { Board } from "./board.js";
import type { FixedEntry, Problem } from "./problem.js";
import type { ScheduleEntry } from "./schedule.js";
import type { ManualEntry } from "./schedule-duty.js";

/** An entry while its optional properties are still to be set. */
type OpenEntry = { -readonly [Name in keyof ScheduleEntry]: ScheduleEntry[Name] };

/**
 * Everything that stands in somebody's calendar, by day and person: first what was placed, then
 * pins and manual entries, each by id. Who is not among the people comes last.
 */
export function entriesOf(problem: Problem, board: Board): readonly ScheduleEntry[] {
  const { duties, staff, weekCount, dayCount, fixed } = problem;
  const others = staff.ids.length;
  const perDay = others + 1;
  // Sorted by counting: where the entries of each person × day begin.
  const begin = new Int32Array(dayCount * perDay + 1);
  const placedCell = (duty: number): number =>
    board.dayOf[duty]! * perDay + Math.floor(board.slotOf[duty]! / weekCount);
  const fixedCell = ({ personId, day }: FixedEntry): number =>
    day * perDay + (staff.numbers.get(personId) ?? others);
  const placed: number[] = [];
  for (let duty = 0; duty < duties.length; duty++) if (board.slotOf[duty]! >= 0) placed.push(duty);
  const byId = fixed.toSorted((left, right) => compareIds(left.id, right.id));
  for (const duty of placed) begin[placedCell(duty) + 1]!++;
  for (const entry of byId) begin[fixedCell(entry) + 1]!++;
  for (let cell = 1; cell < begin.length; cell++) begin[cell]! += begin[cell - 1]!;
  const entries = new Array<ScheduleEntry>(placed.length + byId.length);
  for (const duty of placed)
    entries[begin[placedCell(duty)]!++] = placedEntry(problem, board, duty);
  for (const entry of byId) entries[begin[fixedCell(entry)]!++] = fixedEntry(problem, entry);
  return entries;
}

function placedEntry(problem: Problem, board: Board, index: number): ScheduleEntry {
  const duty = problem.duties[index]!;
  const { id, accountId, significance, window, cadence, title } = duty;
  const personId = problem.staff.ids[Math.floor(board.slotOf[index]! / problem.weekCount)]!;
  const day = problem.dates[board.dayOf[index]!]!;
  const week = problem.weeks[problem.weekOfDay[board.dayOf[index]!]!]!;
  const entry: OpenEntry = {
    id,
    kind: "placed",
    personId,
    week,
    day,
    minutes: problem.effort[index]!,
    sequence: sequenceOf(problem, id, personId, day),
    accountId,
    significance,
    latest: window!.latest,
  };
  if (problem.isLate[index] === 1) entry.isLate = true;
  if (cadence !== undefined) entry.cadence = cadence;
  if (title !== undefined) entry.title = title;
  return entry;
}

function fixedEntry(problem: Problem, fixed: FixedEntry): ScheduleEntry {
  const { id, personId, day: index, minutes, duty, manual } = fixed;
  const day = problem.dates[index]!;
  const week = problem.weeks[problem.weekOfDay[index]!]!;
  const kind = duty === undefined ? "manual" : "pinned";
  const sequence = duty === undefined ? 0 : sequenceOf(problem, id, personId, day);
  const entry: OpenEntry = { id, kind, personId, week, day, sequence };
  const { accountId, title }: Partial<ManualEntry> = duty ?? manual!;
  if (minutes !== undefined) entry.minutes = minutes;
  if (accountId !== undefined) entry.accountId = accountId;
  if (title !== undefined) entry.title = title;
  if (duty === undefined) return entry;
  entry.significance = duty.significance;
  if (duty.window !== undefined) entry.latest = duty.window.latest;
  if (duty.cadence !== undefined) entry.cadence = duty.cadence;
  return entry;
}

/** How often an entry was moved or taken back since it was first given out. */
function sequenceOf(
  { given: { standing, withdrawn } }: Problem,
  id: string,
  personId: ScheduleEntry["personId"],
  day: ScheduleEntry["day"],
): number {
  const before = standing.get(id);
  if (before?.day === day && before.personId === personId) return before.sequence;
  const last = before ?? withdrawn.get(id);
  return last === undefined ? 0 : last.sequence + 1;
}
