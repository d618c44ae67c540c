import type { AccountRecords } from "../facts/index.js";
import { nextPeriodChange, nextWindowChange } from "../measures/index.js";
import { type Duration, type PeriodDays, type PeriodDefinition, periodDays, shiftDayWithin } from "../time/index.js";
import type { Standing } from "./cadence.js";
import type { CompiledQuota } from "./compile-cadence.js";
import type { Contact, Contacts } from "./contacts.js";
import {
  type Demand,
  knownSince,
  type OpenContact,
  relationshipStart,
  undecided,
  unknownActivities,
} from "./demand.js";

/**
 * What a quota still demands on a day.
 *
 * Of a calendar quota: the contacts of the current period that are not yet made. Under `even` the k-th of n belongs into
 * the k-th of n equal parts of the period: it may be made from the part's first day, is ideal from its middle day and
 * late after its last; under `anyTime` it may be made, and is late, with the period. What a period lacked lapses with it.
 *
 * Of a rolling quota: the next contact. It is ideal an n-th of the length after the last one, and late from the day on
 * which fewer than n lie within the length.
 */
export function quotaDemand(
  quota: CompiledQuota,
  contacts: Contacts,
  records: AccountRecords,
  asOf: number,
): Demand {
  return quota.per.kind === "calendar"
    ? calendarDemand(quota, quota.per.definition, contacts, records, asOf)
    : rollingDemand(quota, quota.per.duration, contacts, records, asOf);
}

function calendarDemand(
  quota: CompiledQuota,
  definition: PeriodDefinition,
  contacts: Contacts,
  records: AccountRecords,
  asOf: number,
): Demand {
  const nextChange = Math.min(contacts.nextChange, nextPeriodChange(definition, asOf));
  const period = periodDays(asOf, definition);
  if (period === undefined) return { open: [], because: [], missing: [], nextChange };
  const inPeriod = (day: number): boolean => day >= period.fromDay && day < period.untilDay;
  const standing = stand(quota, period.label, contacts, inPeriod);
  const unclear = contacts.unclear.filter(({ day }) => day === undefined || inPeriod(day));
  const isEnough = standing.remaining === 0 && quota.atMost === undefined;
  if (!isEnough && unclear.length > 0) {
    return undecided(period.label, unclear.map((each) => each.missing), nextChange);
  }
  if (!isEnough && knownSince(records) > period.fromDay) {
    return undecided(period.label, [unknownActivities(records)], nextChange);
  }
  const report = { standing, because: [reason(quota, standing)], missing: [], nextChange };
  if (standing.held + standing.planned > (quota.atMost ?? Number.POSITIVE_INFINITY)) {
    return { ...report, open: [], closed: { key: period.label, status: "exceeded" } };
  }
  const open = openContacts(quota, period, standing, asOf);
  if (open.length > 0) return { ...report, open };
  return { ...report, open, closed: { key: period.label, status: "fulfilled" } };
}

/** The contacts not yet made, up to and including the first whose day is still to come. */
function openContacts(
  { atLeast = 0, cadence }: CompiledQuota,
  { label, fromDay, untilDay }: PeriodDays,
  { remaining }: Standing,
  asOf: number,
): readonly OpenContact[] {
  const open: OpenContact[] = [];
  const length = untilDay - fromDay;
  for (let ordinal = Math.floor(atLeast - remaining) + 1; ordinal <= atLeast; ordinal++) {
    const start = fromDay + Math.floor(((ordinal - 1) * length) / atLeast);
    const end = Math.max(start + 1, fromDay + Math.floor((ordinal * length) / atLeast));
    const ideal = start + Math.floor((end - start) / 2);
    const isEven = cadence.spread === "even";
    const days = isEven
      ? { earliest: start, ideal, latest: end - 1 }
      : { earliest: fromDay, ideal, latest: untilDay - 1 };
    open.push({ key: `${label}#${ordinal}`, days });
    if (start > asOf) break;
  }
  return open;
}

function rollingDemand(
  quota: CompiledQuota,
  duration: Duration,
  contacts: Contacts,
  records: AccountRecords,
  asOf: number,
): Demand {
  const from = shiftDayWithin(asOf, duration, -1) + 1;
  const standing = stand(quota, "rolling", contacts, (day) => day >= from);
  const counted = [...contacts.held, ...(countsPlans(quota) ? contacts.planned : [])];
  const within = counted.filter(({ day }) => day >= from);
  const leaves = nextWindowChange({ kind: "rolling", duration }, within[0]?.day ?? asOf, asOf);
  const nextChange = Math.min(contacts.nextChange, leaves);
  const key = `#${counted.length + 1}`;
  const unclear = contacts.unclear.filter(({ day }) => day === undefined || day >= from);
  const isEnough = standing.remaining === 0 && quota.atMost === undefined;
  if (!isEnough && unclear.length > 0) {
    return undecided(key, unclear.map((each) => each.missing), nextChange);
  }
  if (!isEnough && knownSince(records) > from) {
    return undecided(key, [unknownActivities(records)], nextChange);
  }
  const report = { standing, because: [reason(quota, standing)], missing: [], nextChange };
  if (standing.held + standing.planned > (quota.atMost ?? Number.POSITIVE_INFINITY)) {
    return { ...report, open: [], closed: { key, status: "exceeded" } };
  }
  const { atLeast } = quota;
  if (atLeast === undefined) return { ...report, open: [], closed: { key, status: "fulfilled" } };
  const last = counted.at(-1)?.day ?? relationshipStart(records) ?? asOf;
  const oldestNeeded = nthLatest(counted, atLeast) ?? relationshipStart(records);
  const latest = oldestNeeded === undefined ? asOf : shiftDayWithin(oldestNeeded, duration, 1);
  const pace = Math.floor((shiftDayWithin(last, duration, 1) - last) / atLeast);
  const ideal = Math.min(last + pace, latest);
  const earliest = Math.min(counted.length === 0 ? last : last + 1, ideal);
  return { ...report, open: [{ key, days: { earliest, ideal, latest } }] };
}

/** The day of the contact with which, counted from the latest back, `wanted` is reached. */
function nthLatest(contacts: readonly Contact[], wanted: number): number | undefined {
  let weight = 0;
  for (const contact of contacts.toReversed()) {
    weight += contact.weight;
    if (weight >= wanted) return contact.day;
  }
  return undefined;
}

function stand(
  quota: CompiledQuota,
  period: string,
  contacts: Contacts,
  counts: (day: number) => boolean,
): Standing {
  const { atLeast, atMost } = quota;
  const held = weightOf(contacts.held, counts);
  const planned = countsPlans(quota) ? weightOf(contacts.planned, counts) : 0;
  return {
    period,
    ...(atLeast === undefined ? {} : { atLeast }),
    ...(atMost === undefined ? {} : { atMost }),
    held,
    planned,
    earned: Math.min(held + planned, atMost ?? Number.POSITIVE_INFINITY),
    remaining: Math.max(0, (atLeast ?? 0) - held - planned),
  };
}

function weightOf(contacts: readonly Contact[], counts: (day: number) => boolean): number {
  return contacts.reduce((sum, { day, weight }) => (counts(day) ? sum + weight : sum), 0);
}

function countsPlans({ cadence }: CompiledQuota): boolean {
  return cadence.counting === "heldOrPlanned";
}

function reason(quota: CompiledQuota, { period, held, planned, remaining }: Standing): Demand["because"][number] {
  const { atLeast, atMost } = quota;
  const details = {
    period,
    ...(atLeast === undefined ? {} : { atLeast }),
    ...(atMost === undefined ? {} : { atMost }),
    ...{ held, planned, remaining, spread: quota.cadence.spread },
  };
  return { kind: "step", step: "quota", path: `cadences.${quota.name}`, details, of: [] };
}
