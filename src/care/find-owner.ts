import type { AccountRecords, Ownership } from "../facts/index.js";
import type { Decision, MissingFact, Reason } from "../shapes/index.js";
import { toEpochDay } from "../time/index.js";
import type { Owner, OwnerOutcome, OwnerPlace, OwnershipRule } from "./care-model.js";

/**
 * Who is responsible for an account under an ownership rule, and which places are still empty.
 *
 * Only ownerships in force on the day of asking count. Somebody named for no region or business line in particular
 * fills any; a place for a region asks for the account's own region.
 *
 * @param rule - what the care model asks for
 * @param records - the account with its ownerships
 * @param businessLines - the company's business lines
 * @param asOf - day of asking as an epoch day
 */
export function findOwner(
  rule: OwnershipRule,
  records: AccountRecords,
  businessLines: readonly string[],
  asOf: number,
): Decision<OwnerOutcome> {
  if (rule.mode === "none") return decided({ kind: "notNeeded" }, rule, []);
  const missing = missingFor(rule, records);
  if (missing.length > 0) {
    return { value: { kind: "undecided" }, because: [reason(rule, [])], missing };
  }
  const inForce = (records.ownerships ?? []).filter((each) => isInForce(each, asOf));
  const owners = inForce.filter((each) => each.naming === "named").flatMap(toOwner);
  const proposed = inForce.filter((each) => each.naming === "proposed").flatMap(toOwner);
  const responsible = owners.filter((each) => each.role === "responsible");
  if (rule.mode === "onePerson" && new Set(responsible.map((each) => each.personId)).size > 1) {
    return decided({ kind: "several", owners: responsible }, rule, responsible);
  }
  const lacking = placesOf(rule, records, businessLines).filter((place) => !isFilled(place, owners));
  if (lacking.length > 0) {
    return decided({ kind: "lacking", owners, lacking, proposed }, rule, owners);
  }
  return decided({ kind: "named", owners }, rule, owners);
}

/** The first day after `asOf` on which an ownership of the account begins or ends. */
export function nextOwnership(records: AccountRecords, asOf: number): number {
  const days = (records.ownerships ?? [])
    .flatMap(({ validFrom, validUntil }) => [validFrom, validUntil])
    .flatMap((date) => (date === undefined ? [] : [toEpochDay(date)]))
    .filter((day) => day > asOf);
  return Math.min(...days, Number.POSITIVE_INFINITY);
}

function missingFor(rule: OwnershipRule, records: AccountRecords): readonly MissingFact[] {
  if (records.coverage.ownerships === undefined) return [{ path: "ownerships", why: "notSupplied" }];
  const needsRegion = rule.mode === "named" && rule.per.includes("region");
  const hasRegion = records.account.region !== undefined;
  return needsRegion && !hasRegion ? [{ path: "region", why: "missing" }] : [];
}

function isInForce({ validFrom, validUntil }: Ownership, asOf: number): boolean {
  const begun = validFrom === undefined || toEpochDay(validFrom) <= asOf;
  return begun && (validUntil === undefined || asOf < toEpochDay(validUntil));
}

function toOwner({ personId, role, region, businessLine }: Ownership): readonly Owner[] {
  if (role === "executor") return [];
  return [
    {
      personId,
      role,
      ...(region === undefined ? {} : { region }),
      ...(businessLine === undefined ? {} : { businessLine }),
    },
  ];
}

function placesOf(
  rule: Exclude<OwnershipRule, { readonly mode: "none" }>,
  { account }: AccountRecords,
  businessLines: readonly string[],
): readonly OwnerPlace[] {
  if (rule.mode === "onePerson") {
    const places: OwnerPlace[] = [{ role: "responsible" }];
    if (rule.team === "required") places.push({ role: "teamMember" });
    if (rule.steeringGroup === "required") places.push({ role: "steeringGroup" });
    return places;
  }
  const role = "responsible";
  const place = rule.per.includes("region") ? { role, region: account.region! } as const : { role } as const;
  if (!rule.per.includes("businessLine")) return [place];
  return businessLines.map((businessLine) => ({ ...place, businessLine }));
}

function isFilled(place: OwnerPlace, owners: readonly Owner[]): boolean {
  return owners.some(({ role, region, businessLine }) => {
    const inRegion = place.region === undefined || (region ?? place.region) === place.region;
    const line = place.businessLine;
    const inLine = line === undefined || (businessLine ?? line) === line;
    return role === place.role && inRegion && inLine;
  });
}

function decided(
  value: OwnerOutcome,
  rule: OwnershipRule,
  owners: readonly Owner[],
): Decision<OwnerOutcome> {
  return { value, because: [reason(rule, owners)], missing: [] };
}

function reason(rule: OwnershipRule, owners: readonly Owner[]): Reason {
  const details = { mode: rule.mode, named: owners.map((each) => each.personId) };
  return { kind: "step", step: "ownership", path: "ownerships", details, of: [] };
}
