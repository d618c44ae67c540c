import type { Board } from "./board.js";
import type { Insertion } from "./insert-duties.js";
import type { Problem } from "./problem.js";
import type { ScheduleGoals, WeekLoad } from "./schedule.js";

/** How far the soft goals are met. */
export function measureGoals(problem: Problem, insertion: Insertion): ScheduleGoals {
  const { duties, promisedSlot, eligible, eligibleFrom, hasOwner, weekCount, staff } = problem;
  const { board, componentOf, isOptimal } = insertion;
  let [promises, promisesKept, placed, ownerKept, daysOffIdeal] = [0, 0, 0, 0, 0];
  let isProven = true;
  for (let duty = 0; duty < duties.length; duty++) {
    const slot = board.slotOf[duty]!;
    const owner = eligible[eligibleFrom[duty]!]!;
    if (isOptimal[componentOf[owner]!] === 0) isProven = false;
    if (promisedSlot[duty]! >= 0) promises++;
    if (slot < 0) continue;
    placed++;
    if (promisedSlot[duty] === slot) promisesKept++;
    if (hasOwner[duty] === 1 && Math.floor(slot / weekCount) === owner) ownerKept++;
    daysOffIdeal += board.daysOff(duty, board.dayOf[duty]!);
  }
  let unevenness = 0;
  for (let slot = 0; slot < staff.capacity.length; slot++) {
    unevenness += board.unevenness(slot, board.load[slot]!);
  }
  return {
    promises,
    promisesKept,
    placed,
    ownerKept,
    daysOffIdeal,
    unevenness,
    trips: board.tripCount,
    promisesAndOwners: isProven ? "optimal" : "heuristic",
  };
}

/** Minutes and capacity of everybody whose capacity is known in every week, by person and week. */
export function weekLoads(problem: Problem, board: Board): readonly WeekLoad[] {
  const { staff, weeks, weekCount } = problem;
  return staff.ids.flatMap((personId, person) => {
    if (staff.isKnown[person] === 0) return [];
    return weeks.map((week, index): WeekLoad => {
      const slot = person * weekCount + index;
      const [minutes, capacityMinutes] = [board.load[slot]!, staff.capacity[slot]!];
      return { personId, week, minutes, capacityMinutes };
    });
  });
}
