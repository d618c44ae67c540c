import { type Checked, errorAt } from "../shapes/index.js";
import { type CivilDate, isCivilDate } from "../time/index.js";
import type { Activity, ActivityStatus, Instant } from "./activity.js";

/**
 * One step in the life of a visit, with what becomes known by it.
 *
 * @category Facts
 */
export type VisitStep =
  | { readonly step: "hold"; readonly heldOn: CivilDate }
  | { readonly step: "complete"; readonly closedAt?: Instant; readonly loggedAt?: Instant }
  | { readonly step: "cancel" }
  | { readonly step: "move"; readonly plannedOn: CivilDate };

/**
 * The steps that are legal from each status, and the status each leads to; every other step is
 * refused.
 *
 * @category Facts
 */
export const legalVisitSteps: Readonly<
  Record<ActivityStatus, { readonly [Step in VisitStep["step"]]?: ActivityStatus }>
> = {
  planned: { hold: "held", move: "planned", cancel: "cancelled" },
  held: { complete: "complete" },
  complete: {},
  cancelled: {},
};

/** Why a step that is not legal from a status is not. */
const WHY: Readonly<Record<ActivityStatus, string>> = {
  planned: "has to be held before it can be completed",
  held: "has taken place, so it can only be completed",
  complete: "is closed for good",
  cancelled: "will not take place; plan a new one",
};

/**
 * The visit after one step of its life: planned → held → complete, or planned → cancelled; a move
 * keeps it planned and remembers the day it was moved away from.
 *
 * The steps legal from each status are {@link legalVisitSteps}. A visit that had no planned day is
 * moved without leaving a trace in `movedFrom`. A `loggedAt` or `closedAt` that is not given stays
 * what it was.
 *
 * @param visit - an activity of any kind, at any status; it is not changed
 * @param step - what happens, with the day or moment that belongs to it
 * @returns the visit after the step, or the findings `illegal-step` (with the steps that are legal
 *   now) or `not-a-civil-date`
 *
 * @example A visit is moved, and cannot be completed before it is held
 * ```ts
 * import { stepVisit, type Activity } from "hoito/facts";
 *
 * const visit: Activity = {
 *   id: 1,
 *   accountId: "A",
 *   kind: "visit",
 *   status: "planned",
 *   plannedOn: "2018-01-22",
 * };
 * const moved = stepVisit(visit, { step: "move", plannedOn: "2018-01-29" });
 * moved.ok && moved.value.movedFrom; // => ["2018-01-22"]
 * stepVisit(visit, { step: "complete" }).findings[0]?.code; // => "illegal-step"
 * ```
 *
 * @category Facts
 */
export function stepVisit<Visit extends Activity>(visit: Visit, step: VisitStep): Checked<Visit> {
  const legal = legalVisitSteps[visit.status];
  const status = legal[step.step];
  if (status === undefined) {
    const names = Object.keys(legal).join(", ");
    const now = names === "" ? "no step is legal" : `legal now: ${names}`;
    const message = `a \`${visit.status}\` visit ${WHY[visit.status]}; ${now}`;
    return { ok: false, findings: [errorAt("step", "illegal-step", message)] };
  }
  switch (step.step) {
    case "hold":
      return onDay("heldOn", step.heldOn, { ...visit, status, heldOn: step.heldOn });
    case "move": {
      const movedFrom = [...(visit.movedFrom ?? [])];
      if (visit.plannedOn !== undefined) movedFrom.push(visit.plannedOn);
      const moved = { ...visit, status, plannedOn: step.plannedOn };
      return onDay("plannedOn", step.plannedOn, movedFrom.length ? { ...moved, movedFrom } : moved);
    }
    case "complete": {
      const { step: _, ...moments } = step;
      return { ok: true, value: { ...visit, ...moments, status }, findings: [] };
    }
    case "cancel":
      return { ok: true, value: { ...visit, status }, findings: [] };
  }
}

function onDay<Visit>(path: string, day: unknown, visit: Visit): Checked<Visit> {
  if (isCivilDate(day)) return { ok: true, value: visit, findings: [] };
  const message = `\`${day}\` is not a civil date`;
  return { ok: false, findings: [errorAt(path, "not-a-civil-date", message)] };
}
