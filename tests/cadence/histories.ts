import fc from "fast-check";
import type { IntervalCadence, QuotaCadence } from "../../src/cadence/index.js";
import type { AccountRecords, Activity, Coverage } from "../../src/facts/index.js";
import { type CivilDate, toCivilDate, toEpochDay } from "../../src/time/index.js";
import type { Length } from "../reference/daily-duties.js";

/** The first of the days on which anything happens. */
export const FIRST: number = toEpochDay("2018-01-01");
const LENGTH = 200;
export const offsets: fc.Arbitrary<number> = fc.nat(LENGTH);
export const dates: fc.Arbitrary<CivilDate> = offsets.map((each) => toCivilDate(FIRST + each));

const words = <const T extends readonly string[]>(
  ...each: T
): fc.Arbitrary<T[number] | undefined> => fc.option(fc.constantFrom(...each), { nil: undefined });

export const activities: fc.Arbitrary<Activity> = fc
  .record({
    id: fc.nat(),
    kind: fc.constantFrom("visit", "call"),
    status: fc.constantFrom("planned", "held", "complete", "cancelled"),
    plannedOn: fc.option(dates, { nil: undefined }),
    heldOn: fc.option(dates, { nil: undefined, freq: 20 }),
    channel: words("onSite", "remote"),
    businessLine: words("training", "employment"),
  })
  .map((fields) => {
    const given = Object.entries(fields).filter(([, value]) => value !== undefined);
    return { accountId: "A", ...Object.fromEntries(given) } as unknown as Activity;
  });

export const lengths: fc.Arbitrary<Length> = fc.oneof(
  fc.record({ months: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ days: fc.integer({ min: 1, max: 70 }) }),
);

const shared = {
  counts: fc.constantFrom<QuotaCadence["counts"]>(
    { field: "kind", equals: "visit" },
    { field: "channel", equals: "onSite" },
    {
      any: [
        { field: "kind", equals: "call" },
        { field: "channel", equals: "onSite" },
      ],
    },
    { field: "heldOn", onOrAfter: { asOfMinus: { days: 40 } } },
  ),
  roll: fc.constantFrom("next", "previous", "modified", "nearest"),
  whenUnknown: fc.constantFrom(undefined, "notMet"),
  perBusinessLine: fc.constantFrom(undefined, true),
  weights: fc.constantFrom(undefined, [
    { when: { field: "kind", equals: "call" }, weight: 0.4 },
    { when: { field: "channel", equals: "remote" }, weight: 2 },
  ]),
} as const;

/** Leaves out what is `undefined`: a cadence has no such properties. */
export function stated<T>(written: object): T {
  const given = Object.entries(written).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as T;
}

export const quotas: fc.Arbitrary<QuotaCadence> = fc
  .record({
    ...shared,
    method: fc.constant("quota"),
    least: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
    room: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
    per: fc.oneof(
      fc.constantFrom("year", "half", "quarter", "month", "week"),
      fc.constant({
        own: [
          { label: "spring", from: "2018-01-15", until: "2018-03-29" },
          { label: "summer", from: "2018-05-01", until: "2018-05-02" },
        ],
      }),
      lengths.map((rolling) => ({ rolling })),
    ),
    counting: fc.constantFrom("held", "heldOrPlanned"),
    spread: fc.constantFrom("even", "anyTime"),
  })
  .filter(({ least, room }) => least !== undefined || (room ?? 0) > 0)
  .map(({ least, room, ...rest }) => {
    const atMost = room === undefined ? undefined : (least ?? 0) + room;
    return stated<QuotaCadence>({ ...rest, atLeast: least, atMost });
  });

const intervals: fc.Arbitrary<IntervalCadence> = fc
  .record({
    ...shared,
    method: fc.constant("interval"),
    days: fc.oneof(...[3, 60].map((most) => fc.tuple(fc.nat(most), fc.nat(most), fc.nat(most)))),
    whenNever: fc.constantFrom("dueAtOnce", "fromRelationshipStart"),
  })
  .map(({ days, ...rest }) => {
    const [earliest, ideal, latest] = days
      .toSorted((a, b) => a - b)
      .map((each) => ({ days: each }));
    return stated<IntervalCadence>({ ...rest, earliest, ideal, latest });
  });

export const cadences: fc.Arbitrary<QuotaCadence | IntervalCadence> = fc.oneof(quotas, intervals);

const coverages: fc.Arbitrary<Coverage> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ activities: "complete" } as const) },
  { weight: 2, arbitrary: dates.map((since) => ({ activities: { since } })) },
  fc.constant({}),
);

export const histories: fc.Arbitrary<AccountRecords> = fc
  .record({
    activities: fc.oneof(...[1, 4, 12].map((maxLength) => fc.array(activities, { maxLength }))),
    coverage: coverages,
    start: fc.option(dates, { nil: undefined }),
  })
  .map(({ activities: list, coverage, start }) => {
    const account = start === undefined ? { id: "A" } : { id: "A", relationshipStart: start };
    return { account, coverage, activities: list };
  });
