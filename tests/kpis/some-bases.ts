import fc from "fast-check";
import type { Account, CustomerBase, Money } from "../../src/facts/index.js";
import {
  type ArgumentSpec,
  type BoardContext,
  type BoardSurroundings,
  type CompiledKpis,
  compileKpis,
  type KpiArgument,
  type KpiChapter,
  kpiCatalogue,
} from "../../src/kpis/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { type CivilDate, toCivilDate } from "../../src/time/index.js";

export type Base = CustomerBase & BoardSurroundings;

/** Days of 2017 and 2018, and a few after. */
const days = fc.integer({ min: 17_167, max: 17_900 }).map((day): CivilDate => toCivilDate(day));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const amounts: fc.Arbitrary<Money> = fc.record({
  minor: fc.integer({ min: -500, max: 5000 }),
  currency: fc.constantFrom("EUR", "EUR", "EUR", "SEK"),
});
const words = fc.constantFrom("a", "b", "c");
const owned = { id: fc.nat(60), accountId: fc.nat(6) };
const instants = days.map((day) => `${day}T10:00:00Z` as const);

/** A record without the properties that are `undefined`. */
function dense<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return arbitrary.map(
    (record) =>
      Object.fromEntries(
        Object.entries(record as object).filter(([, value]) => value !== undefined),
      ) as T,
  );
}

function list(model: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<readonly never[]> {
  return fc.array(dense(fc.record(model)), { maxLength: 12 }) as fc.Arbitrary<never[]>;
}

const accounts: fc.Arbitrary<readonly Account[]> = fc
  .array(
    dense(
      fc.record({
        region: maybe(words),
        industry: maybe(words),
        headcount: maybe(fc.nat(9)),
        names: maybe(words.map((name) => [{ name, kind: "official" as const }])),
        relationshipStart: maybe(days),
        relationshipEnd: maybe(days),
        marketingAttributes: maybe(fc.constant(["eNews" as const])),
        judgements: maybe(
          dense(
            fc.record({
              purchaseForecastTrend: maybe(
                fc.record({ value: fc.constantFrom("falling" as const, "rising" as const) }),
              ),
              totalConsumption: maybe(fc.record({ value: amounts })),
              referenceValue: maybe(
                fc.record({
                  value: fc.constantFrom("low" as const, "high" as const),
                  judgedOn: days,
                }),
              ),
            }),
          ),
        ),
      }),
    ),
    { maxLength: 6 },
  )
  .map((all) => all.map((each, id) => ({ ...each, id }) as Account));

/**
 * Bases of a few accounts with records of every kind, some of them orphans, doubles and strange.
 */
export const someBases: fc.Arbitrary<Base> = fc
  .record({
    accounts,
    activities: list({
      ...owned,
      kind: fc.constantFrom("visit", "call", "training"),
      status: fc.constantFrom("planned", "held", "complete", "cancelled"),
      direction: maybe(fc.constantFrom("inbound", "outbound")),
      channel: maybe(fc.constantFrom("visit", "web", "phone")),
      purpose: maybe(fc.constantFrom("sales", "care")),
      businessLine: maybe(words),
      personId: maybe(fc.nat(3)),
      plannedOn: maybe(days),
      heldOn: maybe(days),
      loggedAt: maybe(instants),
      closedAt: maybe(instants),
      notes: maybe(words),
      noteQuality: maybe(fc.constantFrom("none", "plain", "good")),
      topic: maybe(words),
      personsMet: maybe(fc.array(fc.nat(4), { maxLength: 2 })),
      durationMinutes: maybe(fc.integer({ min: 0, max: 90 })),
      cost: maybe(amounts),
    }),
    orders: list({
      ...owned,
      orderedOn: days,
      value: amounts,
      margin: maybe(amounts),
      businessLine: maybe(words),
      product: maybe(words),
      brand: maybe(words),
      promisedOn: maybe(days),
      deliveredOn: maybe(days),
    }),
    revenues: list({
      accountId: fc.nat(6),
      bookedOn: days,
      amount: amounts,
      cost: maybe(amounts),
      margin: maybe(amounts),
    }),
    offers: list({
      ...owned,
      madeOn: days,
      value: maybe(amounts),
      status: fc.constantFrom("open", "won", "delivered", "lost"),
      decidedOn: maybe(days),
    }),
    cases: list({
      ...owned,
      kind: fc.constant("question"),
      receivedOn: days,
      solvedOn: maybe(days),
      solvedAtFirstContact: maybe(fc.boolean()),
      repeated: maybe(fc.boolean()),
    }),
    tasks: list({
      ...owned,
      kind: fc.constant("action"),
      topic: words,
      senderId: fc.nat(3),
      receiverId: fc.nat(3),
      openedOn: days,
      acknowledgedOn: maybe(days),
    }),
    contracts: list({
      ...owned,
      startsOn: days,
      endsOn: maybe(days),
      value: maybe(amounts),
      includesTechnology: maybe(fc.boolean()),
    }),
    surveyAnswers: list({
      accountId: fc.nat(6),
      answeredOn: days,
      scale: fc.constantFrom("nps", "csat", "ces5", "ces7"),
      score: fc.integer({ min: -1, max: 11 }),
    }),
    terminations: list({ accountId: fc.nat(6), endedOn: days, reason: maybe(words) }),
    contactPersons: list({
      ...owned,
      decisionRole: maybe(fc.constantFrom("decisionMaker", "expert")),
    }),
    ownerships: list({
      accountId: fc.nat(6),
      personId: fc.nat(3),
      role: fc.constant("responsible"),
      naming: fc.constantFrom("named", "proposed"),
    }),
    serviceItems: list({
      accountId: fc.nat(6),
      service: words,
      countedOn: days,
      itemCount: fc.nat(5),
      componentCount: maybe(fc.nat(5)),
    }),
    segments: fc.array(maybe(words), { minLength: 6, maxLength: 6 }),
    before: fc.array(maybe(words), { minLength: 6, maxLength: 6 }),
    withheld: fc.constantFrom("orders", "activities", "none", "none", "none"),
  })
  .map(({ segments, before, withheld, ...lists }): Base => {
    const kinds = Object.keys(lists).filter((kind) => kind !== "accounts" && kind !== withheld);
    const coverage = Object.fromEntries(kinds.map((kind) => [kind, "complete"]));
    const rows = lists.accounts.length;
    const labels = { segment: segments.slice(0, rows), before: before.slice(0, rows) };
    return { ...lists, coverage, labels } as unknown as Base;
  });

/** Texts and lists that arguments of these names take. */
const TEXTS: Readonly<Record<string, KpiArgument>> = {
  column: "segment",
  before: "before",
  now: "segment",
  zone: "UTC",
  time: "12:00",
  kinds: ["visit", "call"],
  types: ["visit"],
  channels: ["visit", "web"],
  fields: ["region", "headcount", "referenceValue"],
  order: ["a", "b", "c"],
  except: ["c"],
  notClassified: ["c"],
};

function argumentOf(name: string, spec: ArgumentSpec, at: number): KpiArgument {
  switch (spec.kind) {
    case "word":
      return spec.words[at % spec.words.length]!;
    case "oneOf":
      return spec.values[0]!;
    case "number":
      return name === "type" ? 7 : spec.atMost <= 1 ? 0.5 : 3;
    case "numbers":
      return [7, 30];
    case "duration":
      return { months: 6 };
    default:
      return TEXTS[name]!;
  }
}

/** Every figure of the catalogue twice, with one choice of words and with another. */
export const everyKpi: CompiledKpis = orThrow(
  compileKpis(
    Object.fromEntries(
      kpiCatalogue.flatMap(({ figure, arguments: specs }) =>
        [0, 1].map((at) => {
          const entries = Object.entries(specs);
          const method = entries.map(([name, spec]) => [name, argumentOf(name, spec, at)]);
          const definition = { figure, version: "1", with: Object.fromEntries(method) };
          return [`${figure}${at}`, definition];
        }),
      ),
    ) as KpiChapter,
    { currency: "EUR" },
  ),
);

/** Days of asking, periods and cuts. */
export const someContexts: fc.Arbitrary<BoardContext> = fc.record({
  asOf: days,
  period: fc.constantFrom<BoardContext["period"]>(
    { calendar: "year" },
    { calendar: "quarter", offset: -1 },
    { rolling: { months: 12 } },
    "always",
  ),
  periodsBefore: fc.nat(1),
  cutBy: fc.constantFrom([], ["segment"], ["region", "owner"]),
});
