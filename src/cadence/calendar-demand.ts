import type { AccountRecords } from "../facts/index.js";
import { nextPeriodChange, periodWithin } from "../measures/index.js";
import type { PeriodDays, PeriodDefinition } from "../time/index.js";
import type { CompiledQuota } from "./compiled-cadence.js";
import { type Contacts, rounded, UNKNOWN_DAY } from "./contacts.js";
import { type Demand, gapsOf, type Horizon, type OpenContact, undecided } from "./demand.js";
import type { Standing } from "./duty.js";
import { quotaReason, standingOf } from "./standing.js";

/**
 * The contacts of the current period that are not yet made, and those of the periods that begin
 * before the horizon.
 *
 * Under `even` the k-th of n belongs into the k-th of n equal parts of the period: it may be made
 * from the part's first day, is ideal from its middle day and late after its last; under `anyTime`
 * it may be made at any time, and is late, with the period. What a period lacked lapses with it. A
 * day between the company's own periods demands nothing.
 */
export function* calendarDemands(
  quota: CompiledQuota,
  definition: PeriodDefinition,
  contacts: Contacts,
  records: AccountRecords,
  horizon: Horizon,
): Generator<Demand> {
  const { asOf, until } = horizon;
  const nextPeriod = nextPeriodChange(definition, asOf);
  const nextChange = Math.min(contacts.nextChange, nextPeriod);
  const current = periodWithin(asOf, definition, 0);
  if (current === undefined) yield { open: [], because: [], missing: [], nextChange };
  else yield demandOf(quota, current, contacts, records, horizon, nextChange);
  for (let day = nextPeriod; day < until; day = nextPeriodChange(definition, day)) {
    const period = periodWithin(day, definition, 0);
    if (period !== undefined) {
      yield demandOf(quota, period, contacts, records, horizon, nextChange);
    }
  }
}

function demandOf(
  quota: CompiledQuota,
  period: PeriodDays,
  contacts: Contacts,
  records: AccountRecords,
  horizon: Horizon,
  nextChange: number,
): Demand {
  const { label: key, fromDay, untilDay } = period;
  const inPeriod = ({ day }: { day: number }): boolean => day >= fromDay && day < untilDay;
  const held = contacts.held.filter(inPeriod);
  const planned = contacts.planned.filter(inPeriod);
  const standing = standingOf(quota, key, held, planned);
  const report = { standing, because: [quotaReason(quota, standing)], missing: [] };
  const { atMost = Number.POSITIVE_INFINITY } = quota;
  if (rounded(standing.held + standing.planned) > atMost) {
    return { ...report, open: [], closed: { key, status: "exceeded" }, nextChange };
  }
  const isKnown = fromDay > horizon.asOf && quota.cadence.counting === "held";
  const doubts = isKnown
    ? []
    : [
        ...contacts.unclear.filter((each) => inPeriod(each) || each.day === UNKNOWN_DAY),
        ...gapsOf(records, "activities").filter(({ day }) => day >= fromDay),
      ];
  const isEnough = standing.remaining === 0 && quota.atMost === undefined;
  if (doubts.length > 0 && !isEnough) return undecided(key, doubts, nextChange);
  if (standing.remaining === 0) {
    return { ...report, open: [], closed: { key, status: "fulfilled" }, nextChange };
  }
  const { open, nextStart } = openContacts(quota, period, standing, horizon);
  return { ...report, open, nextChange: Math.min(nextChange, nextStart) };
}

/** The contacts not yet made, up to and including the first whose part is still to come. */
function openContacts(
  { atLeast = 0, cadence }: CompiledQuota,
  { label, fromDay, untilDay }: PeriodDays,
  { remaining }: Standing,
  { asOf, until }: Horizon,
): { readonly open: readonly OpenContact[]; readonly nextStart: number } {
  const open: OpenContact[] = [];
  const length = untilDay - fromDay;
  for (let ordinal = Math.floor(atLeast - remaining) + 1; ordinal <= atLeast; ordinal++) {
    const start = fromDay + Math.floor(((ordinal - 1) * length) / atLeast);
    const end = Math.max(start + 1, fromDay + Math.floor((ordinal * length) / atLeast));
    const ideal = start + Math.floor((end - start) / 2);
    const days =
      cadence.spread === "even"
        ? { earliest: start, ideal, latest: end - 1 }
        : { earliest: fromDay, ideal, latest: untilDay - 1 };
    open.push({ key: `${label}#${ordinal}`, days });
    if (start > asOf && start >= until) return { open, nextStart: start };
  }
  return { open, nextStart: Number.POSITIVE_INFINITY };
}
