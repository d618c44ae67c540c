import { type AccountRecords, type Ownership, recordFields } from "../facts/index.js";
import { whyUnreadable } from "../rules/index.js";
import {
  type Decision,
  HoitoError,
  type MissingFact,
  type Reason,
  showInput,
} from "../shapes/index.js";
import { readEpochDay } from "../time/index.js";
import type { Owner, OwnerOutcome, OwnerPlace, OwnershipRule } from "./ownership.js";

/** How many people are responsible where a number of people is. */
const PEOPLE = { onePerson: 1, pair: 2 } as const;

/** What every ownership says. */
const NEEDED = ["naming", "personId", "role"] as const;

/**
 * Who is responsible for an account under an ownership rule, and which places are still empty.
 *
 * Only ownerships in force on the day of asking count: from their first day until the day before
 * `validUntil`. Somebody named for no region or business line in particular fills any; a place for
 * a region asks for the account's own region; where the company has no business lines, one person
 * is named for all. A team asks for a member and for nobody responsible, a pair for two different
 * people. Who is proposed is not named, and who executes is not responsible. Nobody is known to be
 * lacking where ownerships are not complete, or one of them does not say who, in which role, or
 * whether that person is named. Owners come by role, region, business line and id, each
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
  const hidden = hiddenBehind(inForce, records);
  if (hidden.length > 0) return undecided(rule, hidden);
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
    .flatMap((ownership) => [dayOf(ownership, "validFrom"), dayOf(ownership, "validUntil")])
    .flatMap((day) => day ?? [])
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

function isInForce(ownership: Ownership, asOf: number): boolean {
  const from = dayOf(ownership, "validFrom") ?? asOf;
  const until = dayOf(ownership, "validUntil") ?? Number.POSITIVE_INFINITY;
  return from <= asOf && asOf < until;
}

function dayOf(ownership: Ownership, name: "validFrom" | "validUntil"): number | undefined {
  const date = ownership[name];
  if (date === undefined) return undefined;
  const day = readEpochDay(date);
  if (day !== undefined) return day;
  const at = { code: "not-a-civil-date", path: `ownerships.${name}`, received: date };
  throw new HoitoError(`${showInput(date)} is no day`, at);
}

/** Why somebody may be named of whom nothing can be read. */
function hiddenBehind(
  inForce: readonly Ownership[],
  { coverage }: AccountRecords,
): readonly MissingFact[] {
  const found = new Map<string, MissingFact>();
  for (const ownership of inForce) {
    if (ownership.role === "executor" || ownership.naming === "proposed") continue;
    for (const name of NEEDED) {
      if (isReadable(ownership, name)) continue;
      const path = `ownerships.${name}`;
      const why = whyUnreadable(ownership[name], "text");
      found.set(`${path} ${why}`, { path, why });
    }
  }
  const gap: MissingFact = { path: "ownerships", why: "incomplete" };
  const unread = [...found.keys()].sort().map((key) => found.get(key)!);
  return coverage.ownerships === "complete" ? unread : [gap, ...unread];
}

function isReadable(ownership: Ownership, name: (typeof NEEDED)[number]): boolean {
  const written: unknown = ownership[name];
  if (name === "personId") return typeof written === "string" || typeof written === "number";
  return (recordFields.ownerships[name] as readonly unknown[]).includes(written);
}

/** By role, place and id, so that the order does not depend on that of the records. */
function ownersOf(ownerships: readonly Ownership[], naming: Ownership["naming"]): readonly Owner[] {
  const byPlace = new Map<string, Owner>();
  for (const ownership of ownerships) {
    const { personId, role, region, businessLine, naming: own } = ownership;
    if (own !== naming || role === "executor") continue;
    if (!isReadable(ownership, "role") || !isReadable(ownership, "personId")) continue;
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
