import type { AccountRecords } from "../facts/index.js";
import { LAST_EPOCH_DAY, shiftDayWithin, toCivilDate } from "../time/index.js";
import type { CompiledInterval } from "./compiled-cadence.js";
import { type Contact, type Contacts, rounded } from "./contacts.js";
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

/**
 * The next contact an interval demands, counted from the last contact that was completed, and those
 * after it that begin before the horizon, each counted from the ideal day of the one before.
 *
 * Contacts that weigh less than 1 add up until they reach it; what goes beyond 1 is not carried
 * over. Where there has been no contact, the policy says what to count from. Where a contact may be
 * unknown, the next one is undecided, unless it is late even when counted from the last day on
 * which the unknown one can have been made. A contact that is overdue is counted from on the day of
 * asking: one that is missed is made up for once. Nobody can tell what follows an unknown one.
 */
export function* intervalDemands(
  interval: CompiledInterval,
  contacts: Contacts,
  records: AccountRecords,
  { asOf, until }: Horizon,
): Generator<Demand> {
  const { ordinal, ...last } = lastFull(contacts.held);
  const next = nextDemand(interval, contacts, records, asOf, { ...last, key: `#${ordinal + 1}` });
  yield next;
  const [first] = next.open;
  if (first === undefined || next.missing.length > 0) return;
  let anchor = Math.max(first.days.ideal, asOf);
  for (let number = ordinal + 2; anchor < LAST_EPOCH_DAY; number++) {
    const demand = demandFrom(anchor, "previousIdeal", interval, `#${number}`, NEVER);
    const { earliest, ideal } = demand.open[0]!.days;
    if (earliest >= until) return;
    yield demand;
    anchor = Math.max(ideal, anchor + 1);
  }
}

function nextDemand(
  interval: CompiledInterval,
  { held, unclear, nextChange }: Contacts,
  records: AccountRecords,
  asOf: number,
  { key, last, settled }: { key: string; last: number | undefined; settled: number },
): Demand {
  const start = relationshipStart(records);
  const asksStart = last === undefined && interval.cadence.whenNever === "fromRelationshipStart";
  const anchor = asksStart ? start : last;
  const doubts = [
    ...unclear.filter(({ day }) => day > settled),
    ...gapsOf(records, "activities").filter(({ day }) => day > settled && day >= (start ?? EVER)),
    ...(asksStart && start === undefined ? [NO_START] : []),
  ];
  if (doubts.length > 0) {
    const known = Math.max(held.at(-1)?.day ?? EVER, anchor ?? EVER);
    const soonest = doubts.reduce((latest, { day }) => Math.max(latest, day), known);
    if (soonest === NEVER) return undecided(key, doubts, nextChange);
    const demand = demandFrom(soonest, "noContactSince", interval, key, nextChange);
    return { ...demand, missing: missingOf(doubts) };
  }
  if (anchor === undefined) {
    const days = { earliest: asOf, ideal: asOf, latest: asOf };
    const because = [reason(interval, "dueAtOnce", asOf)];
    return { open: [{ key, days, isAtOnce: true }], because, missing: [], nextChange };
  }
  const step = asksStart ? "relationshipStart" : "lastContact";
  return demandFrom(anchor, step, interval, key, nextChange);
}

/**
 * The last day on which a whole contact was completed, how many whole contacts there have been,
 * and the day before which nothing more can change that: of the last contact that was whole alone.
 */
function lastFull(held: readonly Contact[]): {
  last: number | undefined;
  ordinal: number;
  settled: number;
} {
  let last: number | undefined;
  let ordinal = 0;
  let settled = EVER;
  let credit = 0;
  for (const { day, weight } of held) {
    credit = rounded(credit + weight);
    if (weight >= 1) settled = day;
    if (credit < 1) continue;
    last = day;
    ordinal += 1;
    credit = 0;
  }
  return { last, ordinal, settled };
}

function demandFrom(
  anchor: number,
  step: string,
  interval: CompiledInterval,
  key: string,
  nextChange: number,
): Demand {
  const days: WindowDays = {
    earliest: shiftDayWithin(anchor, interval.earliest, 1),
    ideal: shiftDayWithin(anchor, interval.ideal, 1),
    latest: shiftDayWithin(anchor, interval.latest, 1),
  };
  const because = [reason(interval, step, anchor)];
  return { open: [{ key, days }], because, missing: [], nextChange };
}

function reason(
  interval: CompiledInterval,
  step: string,
  anchor: number,
): Demand["because"][number] {
  const details = { countedFrom: toCivilDate(anchor) };
  return { kind: "step", step, path: `cadences.${interval.name}`, details, of: [] };
}
