import type { AccountRecords } from "../facts/index.js";
import { shiftDayWithin, toCivilDate } from "../time/index.js";
import type { CompiledInterval } from "./compile-cadence.js";
import type { Contact, Contacts } from "./contacts.js";
import {
  type Demand,
  knownSince,
  relationshipStart,
  undecided,
  unknownActivities,
} from "./demand.js";

/**
 * The next contact an interval demands, counted from the last contact that was completed.
 *
 * Contacts that weigh less than 1 add up until they reach it; what goes beyond 1 is not carried over. Where no contact
 * is known, the policy says what to count from; where older activities are not known, the contact is undecided unless
 * even the latest unknown one would be too long ago.
 */
export function intervalDemand(
  interval: CompiledInterval,
  contacts: Contacts,
  records: AccountRecords,
  asOf: number,
): Demand {
  const { nextChange } = contacts;
  const { last, ordinal } = lastFull(contacts.held);
  const key = `#${ordinal + 1}`;
  const unclear = contacts.unclear.filter(({ day }) => (day ?? asOf) >= (last ?? -Infinity));
  if (unclear.length > 0) return undecided(key, unclear.map((each) => each.missing), nextChange);
  if (last !== undefined) return demandFrom(last, "lastContact", interval, key, nextChange);

  const since = knownSince(records);
  const start = relationshipStart(records);
  if (since > (start ?? Number.NEGATIVE_INFINITY)) {
    const isLate = since <= asOf && shiftDayWithin(since - 1, interval.latest, 1) < asOf;
    if (isLate) return demandFrom(since - 1, "noContactSince", interval, key, nextChange);
    return undecided(key, [unknownActivities(records)], nextChange);
  }
  if (interval.cadence.whenNever === "dueAtOnce") {
    const days = { earliest: asOf, ideal: asOf, latest: asOf };
    const because = [reason(interval, "dueAtOnce", asOf)];
    return { open: [{ key, days }], because, missing: [], nextChange: asOf + 1 };
  }
  if (start === undefined) {
    return undecided(key, [{ path: "relationshipStart", why: "missing" }], nextChange);
  }
  return demandFrom(start, "relationshipStart", interval, key, nextChange);
}

/** The last day on which a whole contact was completed, and how many whole contacts there have been. */
function lastFull(held: readonly Contact[]): { last: number | undefined; ordinal: number } {
  let last: number | undefined;
  let ordinal = 0;
  let credit = 0;
  for (const { day, weight } of held) {
    credit += weight;
    if (credit < 1) continue;
    last = day;
    ordinal += 1;
    credit = 0;
  }
  return { last, ordinal };
}

function demandFrom(
  anchor: number,
  step: string,
  interval: CompiledInterval,
  key: string,
  nextChange: number,
): Demand {
  const days = {
    earliest: shiftDayWithin(anchor, interval.earliest, 1),
    ideal: shiftDayWithin(anchor, interval.ideal, 1),
    latest: shiftDayWithin(anchor, interval.latest, 1),
  };
  return { open: [{ key, days }], because: [reason(interval, step, anchor)], missing: [], nextChange };
}

function reason(interval: CompiledInterval, step: string, anchor: number): Demand["because"][number] {
  const details = { countedFrom: toCivilDate(anchor) };
  return { kind: "step", step, path: `cadences.${interval.name}`, details, of: [] };
}
