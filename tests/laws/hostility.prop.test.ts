import fc from "fast-check";
import {
  type CarePolicy,
  compileCalendar,
  compilePolicy,
  computeBoard,
  decideCare,
  fitPolicy,
  money,
  orThrow,
} from "hoito";
import * as schemas from "hoito/schemas";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askEverything, compileUnread } from "../hostility/ask-everything.js";
import { bigPolicies } from "../hostility/big-policies.js";
import { changedGlobals, globalObjects } from "../hostility/global-objects.js";
import { type Edit, mutate, OUTSIDE_JSON } from "../hostility/mutate.js";
import { type Names, namedPolicy } from "../hostility/named-policy.js";
import { seeds } from "../hostility/seed-policies.js";
import { storedDocuments } from "../hostility/stored-documents.js";

const anything = fc.nat(1_000_000);
const edit: fc.Arbitrary<Edit> = fc.record({ at: anything, does: anything, by: anything });
const edits = fc.array(edit, { minLength: 1, maxLength: 3 });
const anySeed = fc.constantFrom(...seeds);

/** Every way in, and whether it gave back what it should. */
const readers: readonly ((input: unknown) => boolean)[] = [
  schemas.parsePolicy,
  schemas.parseFit,
  schemas.parseSchedule,
  schemas.parseLedger,
  schemas.parseCampaignEvents,
  schemas.parseMemberships,
  schemas.parseStayState,
  schemas.parseLifecycleMemory,
  schemas.parseBoard,
  schemas.parsePartialBoard,
  schemas.parseCases,
]
  .map((parse) => (input: unknown) => {
    const read = parse(input);
    return read.ok || read.findings.length > 0;
  })
  .concat([
    (input) => schemas.parseCustomerBase(input).findings.length > 0,
    (input) => Array.isArray(schemas.parseRows("orders", input).findings),
    (input) => Array.isArray(schemas.parseRows("accounts", [input]).findings),
  ]);

const outside = fc.constantFrom(...OUTSIDE_JSON).map((make) => make());

const NAMES = ["constructor", "toString", "valueOf", "hasOwnProperty", "isPrototypeOf", "then"];
const ORDINARY: Names = {
  field: "storeCount",
  parameter: "few",
  measure: "revenue",
  classifier: "group",
  label: "key",
  model: "personal",
  cadence: "visit",
  kpi: "classified",
};

describe("hostility", () => {
  let before: ReturnType<typeof globalObjects>;
  beforeAll(() => {
    before = globalObjects();
  });
  afterAll(() => expect(changedGlobals(before)).toEqual([]));

  it("hostility-1: whatever is handed over to be read, findings come back and nothing is thrown", () => {
    fc.assert(
      fc.property(fc.oneof(outside, fc.anything(), fc.string()), (input) => {
        for (const read of readers) expect(read(input)).toBe(true);
        compileUnread(input);
      }),
      { numRuns: 40 },
    );
  });

  it("hostility-2: a real policy with any few changes is refused by its path or answers every question", () => {
    fc.assert(
      fc.property(anySeed, edits, (seed, changes) => {
        const document = mutate(seed.policy, changes);
        askEverything(document, seed);
        compileUnread(document);
      }),
      { numRuns: RUNS },
    );
  });

  it("hostility-3: neither what is read nor any global object is changed, nor need it be changeable", () => {
    fc.assert(
      fc.property(anySeed, edits, (seed, changes) => {
        const document = deepFrozen(mutate(seed.policy, changes));
        const text = JSON.stringify(document);
        askEverything(document, { ...seed, sample: deepFrozen(seed.sample) });
        expect(JSON.stringify(document)).toBe(text);
        expect(changedGlobals(before)).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  it("hostility-4: a name that every object inherits is a name like any other", () => {
    const plain = answers(ORDINARY);
    fc.assert(
      fc.property(fc.shuffledSubarray(NAMES, { minLength: 6 }), anything, (drawn, turn) => {
        const own = Object.keys(ORDINARY) as (keyof Names)[];
        const names = { ...ORDINARY };
        // Fields, measures and classifiers share one room of names, so that each name is used once.
        for (const [index, name] of drawn.entries())
          names[own[(index + turn) % own.length]!] = name;
        expect(answers(names)).toEqual(plain);
      }),
      { numRuns: 40 },
    );
  });

  it("hostility-5: what hoito stored is refused, or taken without a fault, whatever was changed in it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...storedDocuments), edits, ([, take], changes) => {
        take(changes);
      }),
      { numRuns: 40 },
    );
  });

  it("hostility-6: twice the policy takes no more than a little over twice the reading", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(bigPolicies)), (make) => {
        const [once, twice] = [100, 200].map((count) => readsOf(make(count)));
        expect(twice! / once!).toBeLessThan(2.2);
      }),
      { numRuns: 20 },
    );
  });
});

/** In continuous integration these run in each of five time zones: a thousand different ones. */
const RUNS = 200;

/** What a policy under these names says of three accounts, whatever the names are. */
function answers(names: Names): unknown {
  const fitted = fitPolicy(baseOf(names), orThrow(compilePolicy(namedPolicy(names))), { asOf });
  const decisions = accountsOf(names).map((account) => {
    const own = orders.filter(({ accountId }) => accountId === account.id);
    const records = { account, coverage, orders: own, activities: [] };
    const { segment, careModel, duties } = decideCare(records, fitted, { asOf, calendar });
    const due = duties.value.kind === "duties" ? duties.value.duties : [];
    return {
      isKey: segment.value.kind === "segment" && segment.value.segment === names.label,
      isPersonal: careModel.value.kind === "model" && careModel.value.model === names.model,
      due: due.map(({ value }) => value),
      why: segment.missing.map(({ why }) => why),
    };
  });
  const labels = { [names.classifier]: ["a", undefined, "b"] };
  const board = computeBoard({ ...baseOf(names), labels }, fitted.kpis, { asOf, period: "always" });
  const figures = board.rows.map(({ figure }) => [figure.numerator, figure.denominator]);
  const unnamed = computeBoard(baseOf(names), fitted.kpis, { asOf, period: "always" });
  const excluded = unnamed.rows.map(({ figure }) => figure.excluded);
  return { decisions, figures, excluded };
}

const asOf = "2018-06-30";
const calendar = orThrow(
  compileCalendar({ from: "2018-01-01", until: "2019-06-01", weekend: ["saturday", "sunday"] }),
);
const coverage = { orders: "complete", activities: "complete" } as const;
const orders = [
  { id: 1, accountId: "A", orderedOn: "2018-02-05", value: money("10.00", "EUR") },
  { id: 2, accountId: "B", orderedOn: "2018-02-05", value: money("90.00", "EUR") },
] as const;

function accountsOf({ field }: Names) {
  return [
    { id: "A", own: { [field]: 1 } },
    { id: "B", own: { [field]: 5 } },
    { id: "C", own: {} },
  ];
}

function baseOf(names: Names) {
  return { accounts: accountsOf(names), coverage, orders, activities: [] };
}

/** How often compiling looks at a part of a document. */
function readsOf(document: object): number {
  let reads = 0;
  const watched = <T>(value: T): T => {
    if (typeof value !== "object" || value === null) return value;
    return new Proxy(value, {
      get: (target, key, receiver) => {
        reads++;
        return watched(Reflect.get(target, key, receiver));
      },
    });
  };
  compilePolicy(watched(document) as CarePolicy);
  return reads;
}

function deepFrozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  if (ArrayBuffer.isView(value)) return value;
  Object.freeze(value);
  for (const each of Object.values(value)) deepFrozen(each);
  return value;
}
