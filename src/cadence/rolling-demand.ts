import type { AccountRecords } from "../facts/index.js";
import { nextWindowChange } from "../measures/index.js";
import { type Duration, LAST_EPOCH_DAY, shiftDayWithin } from "../time/index.js";
import type { CompiledQuota } from "./compiled-cadence.js";
import { type Contact, type Contacts, rounded, weightOf } from "./contacts.js";
import {
  type Demand,
  EVER,
  gapsOf,
  type Horizon,
  missingOf,
  NEVER,
  NO_START,
  relationshipStart,
  undecided,
} from "./demand.js";
import type { WindowDays } from "./settle-window.js";
import { quotaReason, standingOf } from "./standing.js";

/**
 * The next contact of a quota over the days up to the day of asking, and those after it that begin
 * before the horizon, as if each were made on its ideal day.
 *
 * It is ideal an n-th of the length after the last one, and late after the day on which, without
 * it, fewer than n lie within the length; a relationship has one length from its start. Plans count
 * that lie at most one length ahead. The most is exceeded where any one length holds more.
 */
export function* rollingDemands(
  quota: CompiledQuota,
  duration: Duration,
  contacts: Contacts,
  records: AccountRecords,
  { asOf, until }: Horizon,
): Generator<Demand> {
  const counted = [...contacts.held, ...plansWithin(contacts, duration, asOf)];
  const next = nextDemand(quota, duration, contacts, records, asOf);
  yield next;
  const { atLeast } = quota;
  let [open] = next.open;
  if (atLeast === undefined || open === undefined || next.missing.length > 0) return;
  while (open.days.ideal < LAST_EPOCH_DAY) {
    const previous = counted.at(-1)?.day ?? EVER;
    counted.push({ day: Math.max(open.days.ideal, asOf, previous + 1), weight: 1 });
    const start = relationshipStart(records) ?? EVER;
    const needed = Math.max(nthLatest(counted, atLeast), start);
    const days = daysAfter(counted.at(-1)!.day, needed, atLeast, duration);
    if (days.earliest >= until) return;
    open = { key: `#${counted.length + 1}`, days };
    yield { open: [open], because: next.because, missing: [], nextChange: NEVER };
  }
}

function plansWithin({ planned }: Contacts, duration: Duration, asOf: number): readonly Contact[] {
  return planned.filter(({ day }) => dayBefore(day, duration) <= asOf);
}

function nextDemand(
  quota: CompiledQuota,
  duration: Duration,
  contacts: Contacts,
  records: AccountRecords,
  asOf: number,
): Demand {
  const { atLeast, atMost = NEVER } = quota;
  const from = dayBefore(asOf, duration);
  const isRecent = ({ day }: { readonly day: number }): boolean => day > from;
  const planned = plansWithin(contacts, duration, asOf);
  const counted = [...contacts.held, ...planned];
  const doubts = [...contacts.unclear, ...gapsOf(records, "activities")];
  const key = `#${counted.length + 1}`;
  const nextPlan = contacts.planned[planned.length];
  const nextChange = Math.min(
    contacts.nextChange,
    nextLapse([...counted, ...doubts].filter(isRecent), duration, asOf),
    nextPlan === undefined ? NEVER : dayBefore(nextPlan.day, duration),
  );
  const standing = standingOf(quota, "rolling", contacts.held.filter(isRecent), planned);
  const report = { standing, because: [quotaReason(quota, standing)], missing: [], nextChange };
  if ([asOf, ...planned.map(({ day }) => day)].some((end) => weightUpTo(end) > atMost)) {
    return { ...report, open: [], closed: { key, status: "exceeded" } };
  }
  const excess = atMost === NEVER ? [] : doubts.filter(isRecent);
  if (excess.length > 0) return undecided(key, excess, nextChange);
  if (atLeast === undefined) return { ...report, open: [], closed: { key, status: "fulfilled" } };

  const needed = Math.max(nthLatest(counted, atLeast), relationshipStart(records) ?? EVER);
  const hidden = doubts.filter(({ day }) => day > needed);
  if (needed === EVER) return undecided(key, [...hidden, NO_START], nextChange);
  const soonest = hidden.reduce((latest, { day }) => Math.max(latest, day), needed);
  if (soonest === NEVER) return undecided(key, hidden, nextChange);
  const days = daysAfter(counted.at(-1)?.day, soonest, atLeast, duration);
  return { ...report, open: [{ key, days }], missing: missingOf(hidden) };

  function weightUpTo(end: number): number {
    const since = dayBefore(end, duration);
    return weightOf(counted.filter(({ day }) => day > since && day <= end));
  }
}

/** The last day that no longer lies within the length that ends with a day. */
function dayBefore(day: number, duration: Duration): number {
  return shiftDayWithin(day, duration, -1);
}

/** The first day on which one of these no longer lies within the length. */
function nextLapse(
  recent: readonly { readonly day: number }[],
  duration: Duration,
  asOf: number,
): number {
  const oldest = recent.reduce((least, { day }) => Math.min(least, day), NEVER);
  return nextWindowChange({ kind: "rolling", duration }, oldest, asOf);
}

/** The day of the contact with which, from the latest back, `wanted` is reached; −∞ if none. */
function nthLatest(contacts: readonly Contact[], wanted: number): number {
  let weight = 0;
  for (const contact of contacts.toReversed()) {
    weight = rounded(weight + contact.weight);
    if (weight >= wanted) return contact.day;
  }
  return EVER;
}

/** The window of the contact after the last, where the one on `needed` keeps the quota up. */
function daysAfter(
  latestContact: number | undefined,
  needed: number,
  atLeast: number,
  duration: Duration,
): WindowDays {
  const last = Math.max(latestContact ?? EVER, needed);
  const latest = nextLapse([{ day: needed }], duration, needed);
  const length = nextLapse([{ day: last }], duration, last) - last;
  const ideal = Math.min(last + Math.floor(length / atLeast), latest);
  const earliest = last === latestContact ? last + 1 : last;
  return { earliest: Math.min(earliest, ideal), ideal, latest };
}
