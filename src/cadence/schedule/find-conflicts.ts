import { compareIds } from "../../facts/index.js";
import type { Board } from "./board.js";
import type { FixedEntry, Problem } from "./problem.js";
import type { ScheduleConflict } from "./schedule.js";

/** What speaks against pins and manual entries, in the order of their ids. */
export function findConflicts(problem: Problem, board: Board): readonly ScheduleConflict[] {
  const conflicts = problem.fixed.flatMap((entry) =>
    whatSpeaksAgainst(entry, problem, board).map((why) => ({ id: entry.id, why })),
  );
  return conflicts.sort((left, right) => {
    return compareIds(left.id, right.id) || compareIds(left.why, right.why);
  });
}

function whatSpeaksAgainst(
  { personId, day, minutes, duty }: FixedEntry,
  problem: Problem,
  board: Board,
): readonly ScheduleConflict["why"][] {
  const { staff, dayCount, weekCount, weekOfDay, dates } = problem;
  const found: ScheduleConflict["why"][] = [];
  const date = dates[day]!;
  const person = staff.numbers.get(personId);
  if (person === undefined) found.push("unknownPerson");
  else {
    const isOff = staff.open[person * dayCount + day] === 0;
    if (isOff || duty?.closedDays?.includes(date) === true) found.push("closedDay");
    const slot = person * weekCount + weekOfDay[day]!;
    const isOver = board.load[slot]! > staff.capacity[slot]!;
    if (isOver && staff.isKnown[person] === 1) found.push("overCapacity");
  }
  if (minutes === undefined) found.push("minutesUnknown");
  if (duty === undefined) return found;
  if (duty.eligible?.includes(personId) === false) found.push("notEligible");
  const { window } = duty;
  const isOutside = window !== undefined && (date < window.earliest || date > window.latest);
  if (isOutside) found.push("outsideWindow");
  return found;
}
