import type { Ownership } from "../facts/index.js";
import { type Checked, errorAt } from "../shapes/index.js";
import { type CivilDate, isCivilDate } from "../time/index.js";

/**
 * Where the naming of an owner stands: nobody yet, somebody proposed, somebody named, or somebody
 * who was named and has given the account up.
 *
 * @category Care
 */
export type NamingState = "unassigned" | "proposed" | "named" | "released";

/**
 * One step in the naming of an owner.
 *
 * @category Care
 */
export type NamingStep =
  | { readonly step: "propose"; readonly owner: Omit<Ownership, "naming"> }
  | { readonly step: "name"; readonly on: CivilDate }
  | { readonly step: "withdraw" }
  /** `on` is the first day without this owner. */
  | { readonly step: "release"; readonly on: CivilDate };

/**
 * The steps that are legal from each state, and the state each leads to; every other step is
 * refused.
 *
 * @category Care
 */
export const legalNamingSteps: Readonly<
  Record<NamingState, { readonly [Step in NamingStep["step"]]?: NamingState }>
> = {
  unassigned: { propose: "proposed" },
  proposed: { name: "named", withdraw: "unassigned" },
  named: { release: "released" },
  released: {},
};

/**
 * Where the naming of an owner stands.
 *
 * @param ownership - the record, or `undefined` where there is none
 * @returns `released` for a named ownership with an end, whatever day it is
 *
 * @category Care
 */
export function namingState(ownership: Ownership | undefined): NamingState {
  if (ownership === undefined) return "unassigned";
  const isReleased = ownership.naming === "named" && ownership.validUntil !== undefined;
  return isReleased ? "released" : ownership.naming;
}

/**
 * The ownership after one step of its life: unassigned → proposed → named → released.
 *
 * Nobody is named who was not proposed. A proposal that is withdrawn leaves no record. The legal
 * steps are {@link legalNamingSteps}.
 *
 * @param ownership - the record, or `undefined` where nobody is assigned; it is not changed
 * @param step - what happens, with the owner or the day that belongs to it
 * @returns the record after the step, or the findings `illegal-step`, `not-a-civil-date` or
 *   `span-reversed` (released on or before the first day)
 *
 * @example Proposed, then named
 * ```ts
 * import { orThrow } from "hoito";
 * import { stepNaming } from "hoito/care";
 *
 * const owner = { accountId: "A", personId: "anna", role: "responsible" } as const;
 * const proposed = orThrow(stepNaming(undefined, { step: "propose", owner }));
 * const named = stepNaming(proposed, { step: "name", on: "2020-05-04" });
 * named.ok && named.value?.naming; // => "named"
 * stepNaming(undefined, { step: "name", on: "2020-05-04" }).findings[0]?.code; // => "illegal-step"
 * ```
 *
 * @category Care
 */
export function stepNaming(
  ownership: Ownership | undefined,
  step: NamingStep,
): Checked<Ownership | undefined> {
  const state = namingState(ownership);
  const legal = legalNamingSteps[state];
  if (legal[step.step] === undefined) {
    const names = Object.keys(legal).join(", ");
    const now = names === "" ? "no step is legal" : `legal now: ${names}`;
    return fault("step", "illegal-step", `nobody can be \`${state}\` and ${step.step}; ${now}`);
  }
  if (step.step === "propose") return done({ ...step.owner, naming: "proposed" });
  if (step.step === "withdraw") return done(undefined);
  if (!isCivilDate(step.on)) return fault("on", "not-a-civil-date", "a step has its day");
  const known = ownership!;
  if (step.step === "name") return done({ ...known, naming: "named", validFrom: step.on });
  if (known.validFrom !== undefined && step.on <= known.validFrom) {
    const text = `nobody named on ${known.validFrom} is released on ${step.on}`;
    return fault("on", "span-reversed", text);
  }
  return done({ ...known, validUntil: step.on });
}

function done(value: Ownership | undefined): Checked<Ownership | undefined> {
  return { ok: true, value, findings: [] };
}

function fault(path: string, code: string, text: string): Checked<Ownership | undefined> {
  return { ok: false, findings: [errorAt(path, code, text)] };
}
