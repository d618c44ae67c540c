import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Audience, nextBenefit, type ReportView, redact } from "../../src/care/index.js";
import type { AccountRecords } from "../../src/facts/index.js";
import {
  type CareDecision,
  type CarePolicy,
  compilePolicy,
  decideCare,
} from "../../src/policy/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { compileCalendar, isCivilDate } from "../../src/time/index.js";

const calendar = orThrow(
  compileCalendar({ from: "2018-01-01", until: "2019-01-01", weekend: ["saturday", "sunday"] }),
);
const asOf = "2018-05-15";
const NUM_RUNS = 100;

/** A word that stands nowhere else: what it is, and a number. */
const token = (what: string, index: number): string => `zq${what}${index}qz`;

/** A policy whose every name and text is such a word. */
const policies: fc.Arbitrary<CarePolicy> = fc
  .record({
    limits: fc.uniqueArray(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 4 }),
    word: fc.constantFrom("atLeast", "moreThan"),
    hitPolicy: fc.constantFrom("first", "first", "unique", "collect"),
    byCut: fc.boolean(),
    salt: fc.nat(9),
  })
  .map(({ limits, word, hitPolicy, byCut, salt }): CarePolicy => {
    const sorted = limits.toSorted((a, b) => b - a);
    const label = (index: number) => token("class", index);
    const measure = token("measure", salt);
    const names = [...sorted.keys(), sorted.length];
    const bound = (index: number) => ({ amount: `${sorted[index]}.00`, currency: "EUR" });
    return {
      id: token("policy", salt),
      version: "1",
      currency: "EUR",
      measures: { [measure]: { sum: "orders.value", over: "always", title: token("text", 0) } },
      parameters: { [token("parameter", 0)]: bound(0) },
      segments: {
        [token("classifier", 0)]: {
          method: "rules",
          labels: Object.fromEntries(
            names.map((index) => [label(index), { aliases: [token("alias", index)] }]),
          ),
          hitPolicy,
          rules: sorted.map((_, index) => ({
            segment: label(index),
            title: token("title", index),
            note: token("note", index),
            source: token("source", index),
            when: {
              field: measure,
              [word]: byCut && index === 0 ? { parameter: token("parameter", 0) } : bound(index),
            },
          })),
          otherwise: label(sorted.length),
        },
      },
      care: {
        segmentedBy: token("classifier", 0),
        models: Object.fromEntries(
          names.map((index) => [
            token("model", index),
            {
              title: token("text", 1),
              ownership: { mode: "onePerson" },
              cadences: [token("cadence", index)],
              significance: index + 1,
            },
          ]),
        ),
        bySegment: Object.fromEntries(names.map((index) => [label(index), token("model", index)])),
      },
      cadences: Object.fromEntries(
        names.map((index) => [
          token("cadence", index),
          {
            title: token("text", 2),
            method: "interval",
            counts: { field: "kind", equals: "visit" },
            earliest: { days: 0 },
            ideal: { months: 1 },
            latest: { months: 2 },
            whenNever: "dueAtOnce",
            roll: "next",
          },
        ]),
      ),
    } as CarePolicy;
  });

/** An account whose id, name and everything said of it are such words. */
function recordsOf(index: number, euros: number | undefined): AccountRecords {
  const id = token("id", index);
  return {
    account: {
      id,
      names: [{ name: token("name", index), kind: "official" }],
      industry: token("industry", index),
      own: { remark: token("own", index) },
      dealerId: token("id", (index + 1) % 3),
    },
    coverage: {
      ...(euros === undefined ? {} : { orders: "complete" }),
      ownerships: "complete",
      activities: "complete",
    },
    orders: [
      {
        id: 1,
        accountId: id,
        orderedOn: "2018-01-10",
        value: { minor: (euros ?? 0) * 100, currency: "EUR" },
      },
    ],
    ownerships: [
      { accountId: id, personId: token("person", index), role: "responsible", naming: "named" },
    ],
    contactPersons: [{ id: 1, accountId: id, personalNote: token("personal", index) }],
  };
}

const bases = fc.array(fc.option(fc.integer({ min: 0, max: 6_000 }), { nil: undefined }), {
  minLength: 3,
  maxLength: 3,
});

const cases = fc.record({ policy: policies, euros: bases, reader: fc.nat(2) });

interface Told {
  readonly records: readonly AccountRecords[];
  readonly decisions: readonly CareDecision[];
}

function tell(policy: CarePolicy, euros: readonly (number | undefined)[]): Told {
  const compiled = orThrow(compilePolicy(policy));
  const records = euros.map((each, index) => recordsOf(index, each));
  return {
    records,
    decisions: records.map((each) => decideCare(each, compiled, { asOf, calendar })),
  };
}

/** Everything that a host might put into one report, some of it nested where it does not belong. */
function reportOf({ records, decisions }: Told, policy: CarePolicy): unknown {
  const ladder = {
    mostBenefitsFirst: Object.keys(policy.segments[policy.care.segmentedBy]!.labels),
    fields: Object.keys(policy.measures!),
  };
  return decisions.map((decision, index) => ({
    ...decision,
    nextBenefit: nextBenefit(decision.segment, ladder),
    records: records[index],
    value: { peers: decisions, amount: token("text", 3) },
    window: { earliest: token("text", 4), window: decisions },
    duties: { value: { kind: "duties", duties: [decisions, decision.duties, decision] } },
    [token("key", index)]: policy,
  }));
}

/** Any JSON, under names that the library and hosts use. */
const words = [
  ...["account", "accountId", "accounts", "id", "names", "name", "duties", "value", "window"],
  ...["earliest", "nextBenefit", "amount", "minor", "currency", "segment", "because", "total"],
  ...["zqsecretqz", "__proto__", "constructor"],
];
const leaves = fc.constantFrom<unknown>(
  ...["A", "B", "gold", "2018-01-01", "2018-01-01", "EUR", 5, 0.5, true, null],
);
const anyReport = fc.letrec((tie) => ({
  leaf: leaves,
  object: fc.dictionary(fc.constantFrom(...words), tie("any"), { maxKeys: 5 }),
  /** Parts as the library builds them, with anything at all in their places. */
  window: fc.record({ window: fc.record({ earliest: tie("any"), ideal: leaves, latest: leaves }) }),
  benefit: fc.record({
    nextBenefit: fc.record({
      value: fc.record({ amount: fc.record({ minor: leaves, currency: leaves }) }),
    }),
  }),
  total: fc.record({ total: fc.oneof(fc.constant({ minor: 5, currency: "EUR" }), tie("any")) }),
  account: fc.record({
    account: fc.record({ id: leaves, names: fc.array(fc.record({ name: tie("any") })) }),
  }),
  owned: fc
    .tuple(
      fc.constantFrom("A", "A", "A", "B"),
      tie("object"),
      fc.oneof(tie("window"), tie("benefit"), tie("total"), tie("account")),
    )
    .map(([accountId, some, part]) => ({ ...(some as object), accountId, ...(part as object) })),
  any: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    tie("leaf"),
    tie("object"),
    tie("owned"),
    tie("window"),
    fc.array(tie("any"), { maxLength: 3 }),
  ),
})).owned;

function leavesOf(view: ReportView, parent = ""): (readonly [string, ReportView])[] {
  if (typeof view !== "object" || view === null) return [[parent, view]];
  if (Array.isArray(view)) return view.flatMap((each) => leavesOf(each as ReportView, parent));
  return Object.entries(view).flatMap(([name, each]) => leavesOf(each, name));
}

describe("the laws of confidentiality", () => {
  it("care-20: a customer's view of any base under any policy names no class, no model, no rule and no other customer", () => {
    let namesSeen = 0;
    let amountsSeen = 0;
    fc.assert(
      fc.property(cases, ({ policy, euros, reader }) => {
        const told = tell(policy, euros);
        const view = redact(reportOf(told, policy), { customer: token("id", reader) });
        const text = JSON.stringify(view);
        const own = [token("id", reader), token("name", reader)];
        const found: readonly string[] = text.match(/zq[a-z]+\d+qz/g) ?? [];
        expect(found.filter((each) => !own.includes(each))).toEqual([]);
        if (found.includes(token("name", reader))) namesSeen++;
        if (text.includes(`"nextBenefit"`)) amountsSeen++;
      }),
      { numRuns: NUM_RUNS },
    );
    expect(namesSeen).toBe(NUM_RUNS);
    expect(amountsSeen).toBeGreaterThan(0);
  });

  it("care-21: whatever a report holds, a customer's view has no property that is not declared and no text but the own id and names, days and currencies", () => {
    const declared = new Set([
      ...["account", "id", "names", "name", "duties", "value", "window", "earliest", "ideal"],
      ...["latest", "nextBenefit", "amount", "minor", "currency", "total"],
    ]);
    let seen = 0;
    fc.assert(
      fc.property(anyReport, (report) => {
        const view = redact(report, { customer: "A" }, { total: "money", names: "container" });
        for (const [name, leaf] of leavesOf(view)) {
          if (leaf === null) continue;
          seen++;
          expect(declared.has(name)).toBe(true);
          if (typeof leaf !== "string" || name === "name" || name === "currency") continue;
          expect(name === "id" ? leaf === "A" : isCivilDate(leaf)).toBe(true);
        }
        const properties = JSON.stringify(view).match(/"[^"]+"(?=:)/g) ?? [];
        for (const each of properties) expect(declared.has(each.slice(1, -1))).toBe(true);
      }),
      { numRuns: 2000 },
    );
    expect(seen).toBeGreaterThan(500);
  });

  it("care-22: what is public of a decision is the same for every account of a policy", () => {
    fc.assert(
      fc.property(cases, ({ policy, euros }) => {
        const { decisions } = tell(policy, euros);
        const views = decisions.map((each) => redact(each, "public"));
        for (const view of views) expect(view).toEqual(views[0]);
        expect(JSON.stringify(views[0])).toContain(token("class", 0));
        expect(JSON.stringify(views)).not.toMatch(/zq(id|name|own|person|industry)\d/);
      }),
      { numRuns: NUM_RUNS },
    );
  });

  it("care-23: the internal view holds everything but personal notes, and redacting it for anybody gives what redacting the report gives", () => {
    const audiences: fc.Arbitrary<Audience> = fc.constantFrom<Audience>(
      ...["public" as const, "internal" as const],
      { customer: token("id", 0) },
    );
    fc.assert(
      fc.property(cases, audiences, ({ policy, euros }, audience) => {
        const report = reportOf(tell(policy, euros), policy);
        const internal = redact(report, "internal");
        const withoutNotes = JSON.parse(
          JSON.stringify(report, (name, value: unknown) =>
            name === "personalNote" ? undefined : value,
          ),
        ) as unknown;
        expect(internal).toEqual(withoutNotes);
        expect(JSON.stringify(internal)).not.toContain("zqpersonal");
        expect(redact(internal, audience)).toEqual(redact(report, audience));
      }),
      { numRuns: 30 },
    );
  });

  it("care-24: the amount to the next benefit is the least that brings a better class", () => {
    let seen = 0;
    const one = fc.record({
      policy: policies.filter((each) => JSON.stringify(each).includes(`"hitPolicy":"first"`)),
      euros: fc.integer({ min: 0, max: 6_000 }),
    });
    fc.assert(
      fc.property(one, ({ policy, euros }) => {
        const labels = Object.keys(Object.values(policy.segments)[0]!.labels);
        const ladder = { mostBenefitsFirst: labels, fields: Object.keys(policy.measures!) };
        const compiled = orThrow(compilePolicy(policy));
        const placeWith = (minor: number): readonly [number, ReturnType<typeof nextBenefit>] => {
          const records = recordsOf(0, 0);
          const order = { ...records.orders![0]!, value: { minor, currency: "EUR" } };
          const asked = { ...records, orders: [order] };
          const { segment } = decideCare(asked, compiled, { asOf, calendar });
          const label = segment.value.kind === "segment" ? segment.value.segment : "";
          return [labels.indexOf(label), nextBenefit(segment, ladder)];
        };
        const [place, { value }] = placeWith(euros * 100);
        expect(value.kind).toBe(place === 0 ? "none" : "amount");
        if (value.kind !== "amount") return;
        seen++;
        const { minor } = value.amount;
        expect(placeWith(euros * 100 + minor)[0]).toBeLessThan(place);
        expect(placeWith(euros * 100 + minor - 1)[0]).toBe(place);
      }),
      { numRuns: NUM_RUNS },
    );
    expect(seen).toBeGreaterThan(0);
  });
});
