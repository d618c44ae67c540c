import type { AccountRecords, Ownership } from "../facts/index.js";
import type { Decision, MissingFact, Reason } from "../shapes/index.js";
import { toEpochDay } from "../time/index.js";
import type { Owner, OwnerOutcome, OwnerPlace, OwnershipRule } from "./ownership.js";

/** How many people are responsible where a number of people is. */
const PEOPLE = { onePerson: 1, pair: 2 } as const;

/**
 * Who is responsible for an account under an ownership rule, and which places are still empty.
 *
 * Only ownerships in force on the day of asking count: from their first day until the day before
 * `validUntil`. Somebody named for no region or business line in particular fills any; a place for
 * a region asks for the account's own region; where the company has no business lines, one person
 * is named for all. A team asks for a member and for nobody responsible, a pair for two different
 * people. Who is proposed is not named, and who executes is not responsible. Nobody is known to be
 * lacking where ownerships are not complete. Owners come by role, region, business line and id, each
 * once.
 *
 * @param rule - what the care model asks for
 * @param records - the account with its ownerships
 * @param businessLines - the company's business lines
 * @param asOf - day of asking as an epoch day
 * @returns nobody needed, who is named, which places lack somebody, several where the model asks
 * for one or two, or undecided with the facts that are missing
 * @throws {@link HoitoError} `not-a-civil-date` when an ownership begins or ends on no date
 *
 * @example Proposed is not named
 * ```ts
 * import { findOwner } from "hoito/care";
 * import type { AccountRecords } from "hoito/facts";
 *
 * const anna = { accountId: "A", personId: "anna", role: "responsible" } as const;
 * const records: AccountRecords = {
 *   account: { id: "A" },
 *   coverage: { ownerships: "complete" },
 *   ownerships: [{ ...anna, naming: "proposed" }],
 * };
 * const { value } = findOwner({ mode: "onePerson" }, records, [], 0);
 * value.kind; // => "lacking"
 * value.kind === "lacking" && value.lacking; // => [{ role: "responsible" }]
 * ```
 *
 * @category Care
 */
export function findOwner(
  rule: OwnershipRule,
  records: AccountRecords,
  businessLines: readonly string[],
  asOf: number,
): Decision<OwnerOutcome> {
  if (rule.mode === "none") return decided({ kind: "notNeeded" }, rule, []);
  const missing = missingFor(rule, records);
  if (missing.length > 0) return undecided(rule, missing);
  const inForce = (records.ownerships ?? []).filter((each) => isInForce(each, asOf));
  const owners = ownersOf(inForce, "named");
  const responsible = owners.filter((each) => each.role === "responsible");
  const people = new Set(responsible.map((each) => each.personId)).size;
  if ((rule.mode === "onePerson" || rule.mode === "pair") && people > PEOPLE[rule.mode]) {
    return decided({ kind: "several", owners: responsible }, rule, responsible);
  }
  const lacking =
    rule.mode === "pair"
      ? Array.from({ length: PEOPLE.pair - people }, (): OwnerPlace => ({ role: "responsible" }))
      : placesOf(rule, records, businessLines).filter((place) => !isFilled(place, owners));
  if (lacking.length === 0) return decided({ kind: "named", owners }, rule, owners);
  if (records.coverage.ownerships !== "complete") {
    return undecided(rule, [{ path: "ownerships", why: "incomplete" }]);
  }
  const proposed = ownersOf(inForce, "proposed");
  return decided({ kind: "lacking", owners, lacking, proposed }, rule, owners);
}

/**
 * The first day after `asOf` on which an ownership of the account begins or ends.
 *
 * @param records - the account with its ownerships
 * @param asOf - an epoch day
 * @returns an epoch day, or `Infinity` when none is to come
 * @throws {@link HoitoError} `not-a-civil-date` when an ownership begins or ends on no date
 *
 * @category Care
 */
export function nextOwnership(records: AccountRecords, asOf: number): number {
  const days = (records.ownerships ?? [])
    .flatMap(({ validFrom, validUntil }) => [validFrom, validUntil])
    .flatMap((date) => (date === undefined ? [] : [toEpochDay(date)]))
    .filter((day) => day > asOf);
  return Math.min(...days, Number.POSITIVE_INFINITY);
}

function missingFor(rule: OwnershipRule, records: AccountRecords): readonly MissingFact[] {
  if (records.coverage.ownerships === undefined)
    return [{ path: "ownerships", why: "notSupplied" }];
  const needsRegion = rule.mode === "named" && rule.per.includes("region");
  const hasRegion = records.account.region !== undefined;
  return needsRegion && !hasRegion ? [{ path: "region", why: "missing" }] : [];
}

function isInForce({ validFrom, validUntil }: Ownership, asOf: number): boolean {
  const begun = validFrom === undefined || toEpochDay(validFrom) <= asOf;
  return begun && (validUntil === undefined || asOf < toEpochDay(validUntil));
}

/** By role, place and id, so that the order does not depend on that of the records. */
function ownersOf(ownerships: readonly Ownership[], naming: Ownership["naming"]): readonly Owner[] {
  const byPlace = new Map<string, Owner>();
  for (const { personId, role, region, businessLine, naming: own } of ownerships) {
    if (own !== naming || role === "executor") continue;
    const place = {
      ...(region === undefined ? {} : { region }),
      ...(businessLine === undefined ? {} : { businessLine }),
    };
    const key = JSON.stringify([role, region ?? "", businessLine ?? "", personId]);
    byPlace.set(key, { personId, role, ...place });
  }
  return [...byPlace.keys()].sort().map((key) => byPlace.get(key)!);
}

function placesOf(
  rule: Exclude<OwnershipRule, { readonly mode: "none" | "pair" }>,
  { account }: AccountRecords,
  businessLines: readonly string[],
): readonly OwnerPlace[] {
  if (rule.mode === "team") return [{ role: "teamMember" }];
  if (rule.mode === "onePerson") {
    const places: OwnerPlace[] = [{ role: "responsible" }];
    if (rule.team === "required") places.push({ role: "teamMember" });
    if (rule.steeringGroup === "required") places.push({ role: "steeringGroup" });
    return places;
  }
  const region = rule.per.includes("region") ? { region: account.region! } : {};
  const place: OwnerPlace = { role: "responsible", ...region };
  if (!rule.per.includes("businessLine") || businessLines.length === 0) return [place];
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

function undecided(rule: OwnershipRule, missing: readonly MissingFact[]): Decision<OwnerOutcome> {
  return { value: { kind: "undecided" }, because: [reason(rule, [])], missing };
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
