import fc from "fast-check";
import type {
  AnchoredCadence,
  Cadence,
  EventCadence,
  FatigueLimit,
  Reach,
  SurveyCadence,
} from "../../src/cadence/index.js";
import type { AccountRecords, Permission } from "../../src/facts/index.js";
import { toCivilDate } from "../../src/time/index.js";
import { dates, FIRST, histories, offsets, cadences as others, stated } from "./histories.js";

const maybe = <T>(each: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(each, { nil: undefined });

const visit = { field: "kind", equals: "visit" } as const;
const call = { field: "kind", equals: "call" } as const;

/** Three lengths in days, each at least as long as the one before. */
const three = fc.tuple(fc.nat(10), fc.nat(15), fc.nat(20)).map(([a, b, c]) => {
  return { earliest: { days: a }, ideal: { days: a + b }, latest: { days: a + b + c } };
});

const fatigues: fc.Arbitrary<FatigueLimit> = fc.record({
  counts: fc.constantFrom(visit, call, { field: "channel", equals: "remote" } as const),
  atMost: fc.integer({ min: 1, max: 3 }),
  within: fc.integer({ min: 1, max: 40 }).map((days) => ({ days })),
});

/** Ways of reaching an account. */
export const reaches: fc.Arbitrary<Reach> = fc
  .record({
    channels: fc.constantFrom(["email"], ["email", "phone"], ["phone", "email"]),
    purpose: maybe(fc.constantFrom("survey", "news")),
    isMarketing: fc.boolean(),
    level: fc.constantFrom("account", "contactPerson"),
    whenNone: fc.constantFrom("allowed", "forbidden"),
    whenUnknown: fc.constantFrom("undecided", "forbidden"),
  })
  .map((each) => stated<Reach>(each));

const shared = {
  roll: fc.constantFrom("next", "previous", "modified", "nearest"),
  whenUnknown: maybe(fc.constant("notMet")),
  reach: maybe(reaches),
  fatigue: maybe(fatigues),
  appliesWhen: maybe(fc.constant({ field: "region", equals: "north" } as const)),
} as const;

const answers = fc.constantFrom<EventCadence["answeredBy"]>(
  { contact: visit },
  { contact: call },
  { contact: { field: "channel", equals: "onSite" } },
);
const lapses = fc.oneof(
  fc.constant("never" as const),
  fc.nat(60).map((days) => ({ days })),
);

const events: fc.Arbitrary<EventCadence> = fc
  .record({
    ...shared,
    method: fc.constant("event"),
    source: fc.constantFrom(
      { record: "serviceChanges", on: "completedOn", field: "completedOn" },
      { record: "feedback", on: "receivedOn", field: "answeredOn" },
      { record: "account", on: "relationshipStart", field: "relationshipEnd" },
      { record: "followUps", on: "dueOn", field: "doneOn" },
    ),
    which: fc.constantFrom("each", "first", "latest"),
    three,
    answers,
    byField: fc.boolean(),
    lapses,
  })
  .map(({ source, three: lengths, answers: contact, byField, ...rest }) => {
    const { record, on, field } = source;
    const answeredBy = byField && field !== on ? { ...contact, field } : contact;
    return stated<EventCadence>({ ...rest, ...lengths, record, on, answeredBy });
  });

const anchored: fc.Arbitrary<AnchoredCadence> = fc
  .record({
    ...shared,
    method: fc.constant("anchored"),
    record: fc.constant("contracts"),
    three,
    oddDay: maybe(fc.constantFrom("earlier", "later")),
    answeredBy: answers,
    lapses,
  })
  .map(({ three: lengths, oddDay, ...rest }) => {
    const before = {
      before: "endsOn",
      ...lengths,
      earliest: lengths.latest,
      latest: lengths.earliest,
    };
    const { earliest, latest } = lengths;
    const half = { halfWay: ["startsOn", "endsOn"], oddDay, earliest, latest };
    return stated<AnchoredCadence>({ ...rest, anchor: oddDay === undefined ? before : half });
  });

const surveys: fc.Arbitrary<SurveyCadence> = fc
  .record({
    ...shared,
    method: fc.constant("survey"),
    counts: fc.constantFrom(visit, {
      all: [visit, { field: "channel", equals: "remote" } as const],
    }),
    per: fc.constantFrom("quarter", "month", "half"),
    three,
    skippedAfter: maybe(fc.constant(call)),
    contractual: maybe(
      fc.constantFrom("skipping", "skippingAndFatigue").map((overrides) => {
        return { where: { field: "recurring", equals: true }, overrides };
      }),
    ),
  })
  .map(({ three: lengths, ...rest }) => stated<SurveyCadence>({ ...rest, ...lengths }));

/** Cadences that records raise, and surveys. */
export const newKinds: fc.Arbitrary<Cadence> = fc.oneof(events, anchored, surveys);

/** Cadences of every kind. */
export const allKinds: fc.Arbitrary<Cadence> = fc.oneof(others as fc.Arbitrary<Cadence>, newKinds);

const ids = fc.integer({ min: 1, max: 4 });
const permissions: fc.Arbitrary<Permission> = fc
  .record({
    accountId: fc.constant("A"),
    verdict: fc.constantFrom("allowed", "allowed", "forbidden", "doNotContact", "marketingBan"),
    channel: maybe(fc.constantFrom("email", "phone")),
    purpose: maybe(fc.constantFrom("survey", "news")),
    contactPersonId: maybe(ids),
    validFrom: maybe(dates),
    validUntil: maybe(dates),
  })
  .map((each) => stated<Permission>(each));

const list = <T>(each: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(each, { maxLength: 4 });

const extras = fc.record({
  contracts: list(
    fc
      .record({ id: ids, startsOn: dates, endsOn: maybe(dates), recurring: maybe(fc.boolean()) })
      .map((each) => stated<object>({ accountId: "A", ...each })),
  ),
  serviceChanges: list(
    fc
      .record({ id: ids, requestedOn: dates, completedOn: maybe(dates) })
      .map((each) => stated<object>({ accountId: "A", ...each })),
  ),
  feedback: list(
    fc
      .record({ id: ids, receivedOn: dates, answeredOn: maybe(dates) })
      .map((each) => stated<object>({ accountId: "A", ...each })),
  ),
  permissions: list(permissions),
  contactPersons: list(
    fc
      .record({ id: ids, decisionRole: maybe(fc.constantFrom("decisionMaker", "expert")) })
      .map((each) => stated<object>({ accountId: "A", ...each })),
  ),
  followUps: list(
    fc
      .record({ what: fc.constant("x"), dueOn: maybe(dates), doneOn: maybe(dates) })
      .map((each) => stated<object>(each)),
  ),
  region: maybe(fc.constantFrom("north", "south")),
  end: maybe(dates),
});

const kinds = ["contracts", "serviceChanges", "feedback", "permissions", "contactPersons"] as const;
const coverages = fc.record(
  Object.fromEntries(
    kinds.map((kind) => [
      kind,
      fc.oneof(
        { weight: 6, arbitrary: fc.constant("complete" as const) },
        { weight: 1, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: offsets.map((day) => ({ since: toCivilDate(FIRST + day) })) },
      ),
    ]),
  ),
);

/** Account `A` with records of many kinds; what `coverage` leaves out is unknown. */
export const accounts: fc.Arbitrary<AccountRecords> = fc
  .tuple(histories, extras, coverages)
  .map(([history, { followUps, region, end, ...lists }, coverage]) => {
    const [first, ...rest] = history.activities!;
    const activities = first === undefined ? [] : [{ ...first, followUps }, ...rest];
    const account = stated<object>({ ...history.account, region, relationshipEnd: end });
    return {
      ...lists,
      account,
      activities,
      coverage: stated<object>({ ...coverage, ...history.coverage }),
    } as unknown as AccountRecords;
  });
