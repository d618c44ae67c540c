import type { AccountRecords } from "../facts/index.js";
import type { Decision, MissingFact, PlainValue } from "../shapes/index.js";
import type { OwningUnitRule, RevenueShare } from "./ownership.js";

/**
 * How much of an account's services one unit delivers, in whatever the host counts: services,
 * hours, minor units of one currency.
 *
 * @category Care
 */
export interface ServiceDelivery {
  readonly unit: string;
  /** From 0. */
  readonly amount: number;
}

/**
 * The unit that an account belongs to.
 *
 * @category Care
 */
export type OwningUnitOutcome =
  | { readonly kind: "unit"; readonly unit: string }
  | { readonly kind: "shared"; readonly split: readonly RevenueShare[] }
  /** Several units deliver equally much, and more than any other; somebody has to decide. */
  | { readonly kind: "tie"; readonly units: readonly string[] }
  /** No unit delivers anything. */
  | { readonly kind: "nobody" }
  | { readonly kind: "undecided" };

/** The unit of an account that belongs to no region in particular. */
const CENTRE = "central";

/**
 * The unit that an account belongs to under its model's rule.
 *
 * `regional` gives the account's own region, `central` the unit `central`, `shared` the split as it
 * is. Under `largestServiceShare` the amounts of a unit are added and the greatest sum decides; a
 * tie is reported with its units in alphabetical order and never broken.
 *
 * @param rule - what the care model says
 * @param records - the account
 * @param deliveries - which unit delivers how much; not needed by other rules, and unknown where it
 *   is not given
 * @returns the unit, the split, a tie, nobody, or undecided with the facts that are missing
 *
 * @example A tie is for people to break
 * ```ts
 * import { findOwningUnit } from "hoito/care";
 *
 * const records = { account: { id: "A" }, coverage: {} };
 * const rule = { by: "largestServiceShare" } as const;
 * const deliver = (north: number, central: number) => [
 *   { unit: "north", amount: north },
 *   { unit: "central", amount: central },
 * ];
 * findOwningUnit(rule, records, deliver(60, 40)).value; // => { kind: "unit", unit: "north" }
 * findOwningUnit(rule, records, deliver(50, 50)).value;
 * // => { kind: "tie", units: ["central", "north"] }
 * ```
 *
 * @category Care
 */
export function findOwningUnit(
  rule: OwningUnitRule,
  records: Pick<AccountRecords, "account">,
  deliveries?: readonly ServiceDelivery[],
): Decision<OwningUnitOutcome> {
  switch (rule.by) {
    case "central":
      return decided(rule, { kind: "unit", unit: CENTRE });
    case "shared":
      return decided(rule, { kind: "shared", split: rule.split });
    case "regional": {
      const { region } = records.account;
      if (region !== undefined) return decided(rule, { kind: "unit", unit: region });
      return undecided(rule, [{ path: "region", why: "missing" }]);
    }
    case "largestServiceShare":
      if (deliveries !== undefined) return largest(rule, deliveries);
      return undecided(rule, [{ path: "deliveries", why: "notSupplied" }]);
  }
}

function largest(
  rule: OwningUnitRule,
  deliveries: readonly ServiceDelivery[],
): Decision<OwningUnitOutcome> {
  const wrong = deliveries.find(({ amount }) => !(Number.isSafeInteger(amount) && amount >= 0));
  if (wrong !== undefined) return undecided(rule, [{ path: "deliveries", why: "illTyped" }]);
  const amounts = new Map<string, number>();
  for (const { unit, amount } of deliveries) amounts.set(unit, (amounts.get(unit) ?? 0) + amount);
  const most = Math.max(0, ...amounts.values());
  if (most === 0) return decided(rule, { kind: "nobody" });
  const units = [...amounts.keys()].filter((unit) => amounts.get(unit) === most).sort();
  const details = { amount: most, units };
  if (units.length > 1) return decided(rule, { kind: "tie", units }, details);
  return decided(rule, { kind: "unit", unit: units[0]! }, details);
}

function decided(
  rule: OwningUnitRule,
  value: OwningUnitOutcome,
  details: Readonly<Record<string, PlainValue>> = {},
): Decision<OwningUnitOutcome> {
  const told = { by: rule.by, ...details };
  const because = {
    kind: "step",
    step: "owningUnit",
    path: "ownership.unit",
    details: told,
  } as const;
  return { value, because: [{ ...because, of: [] }], missing: [] };
}

function undecided(
  rule: OwningUnitRule,
  missing: readonly MissingFact[],
): Decision<OwningUnitOutcome> {
  return { ...decided(rule, { kind: "undecided" }), missing };
}
