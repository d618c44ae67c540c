import type { UnitPlace } from "./unit.js";

/**
 * How the duties of one account's units are made into one list.
 *
 * @category Segments
 */
export type UnitDutyRule = "strictest" | "each";

/** A duty as far as merging looks into it. */
interface DutyLike {
  readonly id: string;
}

/**
 * The duties of one unit.
 *
 * @category Segments
 */
export interface DutiesOfUnit<D> {
  readonly unit: UnitPlace & { readonly id: string };
  readonly duties: readonly D[];
}

/**
 * A duty with the units that demand it.
 *
 * @category Segments
 */
export type UnitDuty<D> = D & { readonly unitIds: readonly string[] };

/** The ordinal of an interval counts the contacts of one unit, so it tells no duties apart. */
const ORDINAL = /\|#\d+$/;

/**
 * The duties of one account whose units were each asked on their own.
 *
 * - `strictest`: units that owe the same duty (the same account, cadence, line and period) owe it
 *   once, as the most pressing of them; what one unit alone owes stays. The next contact of an
 *   interval is the same duty in all units, whatever its ordinal.
 * - `each`: every unit owes its own, and its id begins with the unit's.
 *
 * @param units - the units with their duties, which bear the account's id
 * @param rule - how they merge
 * @param compare - which of two duties is the more pressing, such as `compareDuties`
 * @returns duties, most pressing first; none for no units
 *
 * @example One visit serves both lines
 * ```ts
 * import { mergeUnitDuties } from "hoito/segments";
 *
 * const visit = { id: "A|visit|1", daysLate: 0 };
 * const units = [
 *   { unit: { id: "A|businessLine=x", accountId: "A" }, duties: [visit] },
 *   { unit: { id: "A|businessLine=y", accountId: "A" }, duties: [{ ...visit, daysLate: 3 }] },
 * ];
 * const [duty] = mergeUnitDuties(units, "strictest", (a, b) => b.daysLate - a.daysLate);
 * duty?.daysLate; // => 3
 * duty?.unitIds; // => ["A|businessLine=x", "A|businessLine=y"]
 * ```
 *
 * @category Segments
 */
export function mergeUnitDuties<D extends DutyLike>(
  units: readonly DutiesOfUnit<D>[],
  rule: UnitDutyRule,
  compare: (left: D, right: D) => number,
): readonly UnitDuty<D>[] {
  const owed = new Map<string, { duty: D; readonly unitIds: string[] }>();
  for (const { unit, duties } of units) {
    for (const duty of duties) {
      const own = rule === "each" ? { ...duty, id: `${unit.id}#${duty.id}` } : duty;
      const same = rule === "each" ? own.id : own.id.replace(ORDINAL, "");
      const before = owed.get(same);
      if (before === undefined) owed.set(same, { duty: own, unitIds: [unit.id] });
      else {
        before.unitIds.push(unit.id);
        if (compare(own, before.duty) < 0) before.duty = own;
      }
    }
  }
  const merged = [...owed.values()].map(({ duty, unitIds }) => ({ ...duty, unitIds }));
  return merged.sort(compare);
}
