import { createRequire } from "node:module";
import type { SmallCase } from "../cadence/schedule/random-problems.js";
import { slowCapacity, slowSlots } from "./slow-schedule.js";

// The package is CommonJS, and its types say otherwise.
const highsLoader: typeof import("highs").default = createRequire(import.meta.url)("highs");
const highs = await highsLoader();

/** A duty in a slot, and what that is worth. */
export interface Choice {
  readonly duty: string;
  readonly slot: string;
  readonly isPromised: boolean;
  readonly isOwners: boolean;
  /** Fewest days off the ideal within the slot, beyond what counts as even. */
  readonly daysOff: number;
  readonly significance: number;
}

/** Every duty in every slot that it could stand in. */
export function choicesOf({ duties, people, context }: SmallCase): readonly Choice[] {
  const days = (from: string, to: string): number =>
    Math.abs(Date.parse(to) - Date.parse(from)) / 86_400_000;
  return duties
    .filter(({ permission }) => permission === "allowed")
    .flatMap((duty) => {
      const promise = context.previous?.entries.find(({ id }) => id === duty.id);
      if (promise !== undefined && promise.day >= context.until) return [];
      const ideal = duty.window!.ideal < context.asOf ? context.asOf : duty.window!.ideal;
      return slowSlots(duty, people, context).map((slot): Choice => {
        const isPromised =
          promise?.personId === slot.personId && slot.days.includes(promise.day as never);
        const off = slot.days.map((day) => days(ideal, day) - context.rules.evenWithinDays);
        const daysOff = Math.max(0, Math.min(...off));
        return {
          ...{ duty: duty.id, slot: `${slot.personId}_${slot.week}`, isPromised },
          isOwners: slot.personId === duty.eligible?.[0],
          daysOff: isPromised
            ? Math.max(0, days(ideal, promise.day) - context.rules.evenWithinDays)
            : daysOff,
          significance: duty.significance,
        };
      });
    });
}

/** How many whole contacts of a length each slot holds. */
export function unitsOf({ people, context }: SmallCase, slot: string, minutes: number): number {
  const person = people.find(({ id }) => slot.startsWith(`${id}_`))!;
  return Math.floor(slowCapacity(person, slot.slice(-8), context) / minutes);
}

/** The best value of a sum over choices, each duty once and no slot overfull (HiGHS). */
export function bestSum(
  choices: readonly Choice[],
  units: (slot: string) => number,
  value: (choice: Choice) => number,
  must: {
    readonly placed?: ReadonlySet<string>;
    readonly also?: { readonly value: (choice: Choice) => number; readonly atLeast: number };
  } = {},
): number {
  const allowed = choices.filter(({ duty }) => must.placed?.has(duty) ?? true);
  if (allowed.length === 0) return 0;
  const sum = (of: readonly Choice[], weight: (choice: Choice) => number): string => {
    const terms = of.map((each) => `${weight(each)} x${choices.indexOf(each)}`);
    return terms.join(" + ").replaceAll("+ -", "- ");
  };
  const rows: string[] = [];
  for (const duty of new Set(allowed.map((each) => each.duty))) {
    const own = allowed.filter((each) => each.duty === duty);
    rows.push(`${sum(own, () => 1)} ${must.placed === undefined ? "<=" : "="} 1`);
  }
  for (const slot of new Set(allowed.map((each) => each.slot))) {
    const there = allowed.filter((each) => each.slot === slot);
    rows.push(`${sum(there, () => 1)} <= ${units(slot)}`);
  }
  if (must.also !== undefined)
    rows.push(`${sum(allowed, must.also.value)} >= ${must.also.atLeast}`);
  const named = rows.map((row, index) => `c${index}: ${row}`);
  const bounds = allowed.map((each) => `0 <= x${choices.indexOf(each)} <= 1`);
  const program = ["Maximize", `obj: ${sum(allowed, value)}`, "Subject To", ...named];
  const solved = highs.solve([...program, "Bounds", ...bounds, "End"].join("\n"));
  if (solved.Status !== "Optimal") throw new Error(solved.Status);
  return Math.round(solved.ObjectiveValue);
}
