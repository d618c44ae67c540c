import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AccountRecords, CustomerBase } from "../../src/facts/index.js";
import {
  type CareDecision,
  type CarePolicy,
  type CompiledPolicy,
  classifyAccount,
  classifyAccounts,
  compilePolicy,
  decideCare,
  explainAccount,
  type Fit,
  factsNeeded,
  fitPolicy,
  policyInForce,
  withFit,
  withParameters,
} from "../../src/policy/index.js";
import { policyHash } from "../../src/policy/policy-hash.js";
import { labelOf } from "../../src/segments/index.js";
import { orThrow } from "../../src/shapes/index.js";
import {
  addDays,
  type CivilDate,
  FIRST_DAY,
  LAST_DAY,
  LAST_EPOCH_DAY,
  toCivilDate,
  toEpochDay,
} from "../../src/time/index.js";
import { calendar, sampleBase, samplePolicy } from "../policy/sample-policy.js";
import { someDays, somePolicies, someRecords } from "../policy/some-policies.js";
import { fnv1a } from "../reference/fnv-1a.js";

const compile = (policy: CarePolicy): CompiledPolicy => orThrow(compilePolicy(policy));
const decide = (records: AccountRecords, compiled: CompiledPolicy, asOf: CivilDate) =>
  decideCare(records, compiled, { asOf, calendar });

/** What a decision says, without its reasons and without counts of days, which go on. */
const answerOf = ({ segment, careModel, owner, duties }: CareDecision): object => {
  const due = duties.value.kind === "duties" ? duties.value.duties : [];
  return {
    segment: segment.value,
    careModel: careModel.value,
    owner: owner.value,
    duties: duties.value.kind,
    due: due.map(({ id, value }) => [id, value.status]),
  };
};

const shuffledKeys = (value: unknown, order: (left: string, right: string) => number): unknown => {
  if (Array.isArray(value)) return value.map((each) => shuffledKeys(each, order));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([left], [right]) => order(left, right));
  return Object.fromEntries(entries.map(([name, each]) => [name, shuffledKeys(each, order)]));
};

describe("policy", () => {
  it("policy-1: an answer holds on every day before the day until which it is valid", () => {
    fc.assert(
      fc.property(somePolicies, someRecords, someDays, (policy, records, asOf) => {
        const compiled = compile(policy);
        const today = decide(records, compiled, asOf);
        const horizon = addDays(asOf, 400);
        const { validUntilDate = LAST_DAY } = today;
        expect(validUntilDate > asOf).toBe(true);
        const until = [validUntilDate, horizon].sort()[0] as CivilDate;
        for (let date = addDays(asOf, 1); date < until; date = addDays(date, 5)) {
          expect([date, answerOf(decide(records, compiled, date))]).toEqual([
            date,
            answerOf(today),
          ]);
        }
        const lastDay = addDays(until, -1);
        expect(answerOf(decide(records, compiled, lastDay))).toEqual(answerOf(today));
      }),
    );
  });

  it("policy-2: an answer that is valid without end never changes", () => {
    const settled = fc.tuple(somePolicies.map(withoutPeriods), someRecords, someDays);
    fc.assert(
      fc.property(settled, ([policy, records, start]) => {
        const compiled = compile(policy);
        let asOf = start;
        let answer = decide(records, compiled, asOf);
        for (let hops = 0; answer.validUntilDate !== undefined; hops++) {
          // A list of days is looked up anew every day, for ever.
          fc.pre(hops < 60);
          asOf = answer.validUntilDate;
          answer = decide(records, compiled, asOf);
        }
        for (const days of [1, 7, 31, 92, 366, 1000, 5000, 50_000]) {
          const date = toCivilDate(Math.min(toEpochDay(asOf) + days, LAST_EPOCH_DAY));
          const later = decide(records, compiled, date);
          expect([date, answerOf(later)]).toEqual([date, answerOf(answer)]);
        }
      }),
    );
  });

  it("policy-3: an account fed with what a policy needs alone gets the same segment and duties as one fed with everything", () => {
    fc.assert(
      fc.property(somePolicies, someRecords, someDays, (policy, records, asOf) => {
        const compiled = compile(policy);
        const fed = feed(records, compiled, asOf);
        expect(answerOf(decide(fed, compiled, asOf))).toEqual(
          answerOf(decide(records, compiled, asOf)),
        );
      }),
    );
  });

  it("policy-4: whatever is handed over as a policy, compiling it answers and never throws", () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
    });
    fc.assert(
      fc.property(anything, (junk) => {
        const result = compilePolicy(junk as CarePolicy);
        expect(result.ok).toBe(false);
        expect(result.findings.length).toBeGreaterThan(0);
      }),
    );
  });

  it("policy-5: a policy with anything in any place compiles or is refused with findings, and what compiles can be asked", () => {
    const places = placesIn(samplePolicy);
    const junk = fc.oneof(
      fc.anything({ withNullPrototype: true, withBigInt: true, withObjectString: true }),
      fc.constantFrom<unknown[]>(undefined, null, [], {}, "", 0, -1, 0.5, "none", "always", "key"),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), junk, (place, value) => {
        const result = compilePolicy(replaced(samplePolicy, place, value) as CarePolicy);
        expect(result.ok).toBe(result.findings.length === 0);
        if (!result.ok) return;
        const fitted = fitPolicy(sampleBase, result.value, { asOf: "2018-03-28" });
        const { data } = classifyAccounts(sampleBase, fitted, { asOf: "2018-03-28" });
        expect(data).toHaveLength(10);
        const account = { id: 1 };
        const coverage = { orders: "complete", activities: "complete" } as const;
        decide({ account, coverage }, fitted, "2018-03-28");
        factsNeeded(fitted, { asOf: "2018-03-28" });
      }),
      { numRuns: 500 },
    );
  });

  it("policy-6: the hash of a policy does not depend on the order of its properties", () => {
    const orders = fc.infiniteStream(fc.integer({ min: -1, max: 1 }));
    fc.assert(
      fc.property(fc.jsonValue(), somePolicies, orders, (json, policy, order) => {
        const next = () => order.next().value;
        for (const document of [json, policy]) {
          expect(policyHash(shuffledKeys(document, next))).toBe(policyHash(document));
        }
      }),
    );
  });

  it("policy-7: the hash of a policy is FNV-1a of its JSON with its properties in order", () => {
    const inOrder = (left: string, right: string) => (left < right ? -1 : 1);
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        // Names that are whole numbers come first in every object, whatever the order.
        fc.pre(!/"\d+":/.test(JSON.stringify(json)));
        expect(policyHash(json)).toBe(fnv1a(JSON.stringify(shuffledKeys(json, inOrder))));
      }),
    );
  });

  it("policy-8: a fit written as JSON and read again gives the same answers, in bulk and alone", () => {
    const bases = fc.array(someRecords, { maxLength: 8 }).map(baseOf);
    const shares = fc.double({ min: 0, max: 1, noNaN: true });
    const types = fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8, 9);
    fc.assert(
      fc.property(bases, shares, types, someDays, (base, quantile, type, asOf) => {
        const cut = { of: "revenue", quantile, type } as const;
        const compiled = compile({ ...samplePolicy, cuts: { topFifth: cut } });
        const fitted = fitPolicy(base, compiled, { asOf });
        const read = JSON.parse(JSON.stringify(fitted.fit)) as Fit;
        const again = orThrow(withFit(compiled, read));
        expect(read).toEqual(fitted.fit);
        const bulk = classifyAccounts(base, fitted, { asOf });
        expect(classifyAccounts(base, again, { asOf })).toEqual(bulk);
        for (const [index, account] of base.accounts.entries()) {
          const { value } = decide(recordsOf(base, account.id), again, asOf).segment;
          const label = value.kind === "segment" ? value.segment : value.kind;
          expect(bulk.dictionary[bulk.data[index]!]).toBe(label);
        }
      }),
    );
  });

  it("policy-9: asking and fitting change nothing that they are given", () => {
    fc.assert(
      fc.property(somePolicies, someRecords, someDays, (policy, records, asOf) => {
        const before = structuredClone([policy, records]);
        const compiled = compile(policy);
        const base = baseOf([records]);
        decide(records, fitPolicy(base, compiled, { asOf }), asOf);
        classifyAccounts(base, compiled, { asOf });
        withParameters(policy, {});
        expect([policy, records]).toEqual(before);
      }),
    );
  });

  it("policy-10: the version in force does not depend on the order of the versions, and holds on that day", () => {
    const dates = fc.constantFrom("2018-01-01", "2018-02-01", "2018-03-01", "2018-04-01");
    const versions = fc
      .array(fc.record({ validFrom: dates, validUntil: dates }, { requiredKeys: [] }), {
        maxLength: 4,
      })
      .map((spans) =>
        spans.map((span, each) => ({ ...samplePolicy, ...span, version: `${each}` }) as CarePolicy),
      );
    const shuffled = versions.chain((each) => {
      const whole = fc.shuffledSubarray(each, { minLength: each.length });
      return fc.tuple(fc.constant(each), whole);
    });
    fc.assert(
      fc.property(shuffled, dates, ([some, other], asOf) => {
        const day = asOf as CivilDate;
        const result = policyInForce(some, day);
        expect(policyInForce(other, day)).toEqual(result);
        if (!result.ok) return;
        const { validFrom = "", validUntil = "~" } = result.value;
        expect(validFrom <= day && day < validUntil).toBe(true);
      }),
    );
  });

  it("policy-11: every day there is can be asked, however long the durations of a policy are", () => {
    const days = fc.constantFrom(FIRST_DAY, "1900-03-31" as const, "2018-03-28" as const, LAST_DAY);
    const policies = fc.oneof(somePolicies, somePolicies.map(stretched));
    fc.assert(
      fc.property(policies, someRecords, days, (policy, records, asOf) => {
        const compiled = compile(policy);
        const { validUntilDate = "~" } = decide(records, compiled, asOf);
        expect(validUntilDate > asOf).toBe(true);
        const fitted = fitPolicy(baseOf([records]), compiled, { asOf });
        expect(classifyAccounts(baseOf([records]), fitted, { asOf }).data).toHaveLength(1);
        expect(factsNeeded(compiled, { asOf }).records.length).toBeGreaterThan(0);
      }),
    );
  });

  it("policy-12: an account asked alone, with reasons or without, is classified as it is in bulk", () => {
    fc.assert(
      fc.property(somePolicies, someRecords, someDays, (policy, records, asOf) => {
        const compiled = compile(policy);
        const { account, measures = {}, ...rest } = records;
        const columns = Object.entries(measures).map(([name, value]) => [name, [value]]);
        const supplied = Object.fromEntries(columns) as NonNullable<CustomerBase["measures"]>;
        const base: CustomerBase = { accounts: [account], ...rest, measures: supplied };
        for (const classifier of compiled.classifiers.keys()) {
          const context = { asOf, classifier };
          const alone = classifyAccount(records, compiled, context);
          expect(explainAccount(records, compiled, context).value).toEqual(alone);
          const { data, dictionary } = classifyAccounts(base, compiled, context);
          expect(dictionary[data[0]!]).toBe(labelOf(alone));
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** The same policy with every length of time the longest there is. */
function stretched(policy: CarePolicy): CarePolicy {
  return JSON.parse(JSON.stringify(policy), (_, value: unknown) => {
    const isObject = typeof value === "object" && value !== null;
    const isDuration =
      isObject &&
      ["days", "weeks", "months"].some((unit) => {
        return typeof (value as Record<string, unknown>)[unit] === "number";
      });
    return isDuration ? { years: 10_000, months: 10_000, days: 10_000 } : value;
  }) as CarePolicy;
}

/** A policy whose answers come to rest: all of history counts, and no duty comes back. */
function withoutPeriods(policy: CarePolicy): CarePolicy {
  const counted = Object.entries(policy.measures ?? {}).map(([name, measure]) => {
    return [name, "over" in measure ? { ...measure, over: "always" } : measure] as const;
  });
  const growth = { supplied: "number" } as const;
  const rhythm = { ratio: "orders", to: "months" } as const;
  const { visit } = samplePolicy.cadences;
  const once = { ...visit, whenNever: "fromRelationshipStart" } as const;
  return {
    ...policy,
    measures: { ...Object.fromEntries(counted), growth, rhythm } as CarePolicy["measures"] & object,
    cadences: { visit: once, call: once },
  };
}

/** An account with the fields and records that a policy needs, and the coverage that this leaves. */
function feed(records: AccountRecords, compiled: CompiledPolicy, asOf: CivilDate): AccountRecords {
  const needed = factsNeeded(compiled, { asOf });
  const { account, coverage, measures = {} } = records;
  const since = needed.records.flatMap((each) => {
    const isWhole = each.since !== undefined && coverage[each.kind] === "complete";
    return isWhole ? [[each.kind, { since: each.since }] as const] : [];
  });
  const { own = {}, ...properties } = account;
  const names = ["id", ...needed.accountFields];
  const fed: Record<string, unknown> = {
    account: { ...pick(properties, names), own: pick(own, names) },
    coverage: {
      ...pick(
        coverage,
        needed.records.map(({ kind }) => kind),
      ),
      ...Object.fromEntries(since),
    },
    measures: pick(measures, needed.suppliedMeasures),
  };
  const dates = { orders: "orderedOn", activities: "heldOn" };
  for (const { kind, fields, since } of needed.records) {
    const dated = (dates as Record<string, string>)[kind]!;
    const list = (records as unknown as Record<string, Record<string, string>[]>)[kind];
    const recent = list?.filter((each) => since === undefined || each[dated]! >= since);
    if (recent) fed[kind] = recent.map((each) => pick(each, ["accountId", ...fields]));
  }
  return fed as unknown as AccountRecords;
}

function pick(from: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)));
}

/** Some accounts as one base; each takes its number for its id. */
function baseOf(all: readonly AccountRecords[]): CustomerBase {
  const of = <T extends object>(lists: readonly (readonly T[] | undefined)[]) =>
    lists.flatMap((list, id) => (list ?? []).map((each) => ({ ...each, accountId: id })));
  return {
    accounts: all.map(({ account }, id) => ({ ...account, id })),
    coverage: all[0]?.coverage ?? {},
    orders: of(all.map((each) => each.orders)),
    activities: of(all.map((each) => each.activities)),
  };
}

function recordsOf(base: CustomerBase, id: string | number): AccountRecords {
  const { accounts, coverage, orders = [], activities = [] } = base;
  return {
    account: accounts.find((each) => each.id === id)!,
    coverage,
    orders: orders.filter((each) => each.accountId === id),
    activities: activities.filter((each) => each.accountId === id),
  };
}

type Place = readonly string[];

/** Every place in a document, the inner ones before those around them. */
function placesIn(value: unknown, at: Place = []): Place[] {
  if (typeof value !== "object" || value === null) return [at];
  const inner = Object.entries(value).flatMap(([name, each]) => placesIn(each, [...at, name]));
  return [...inner, at];
}

function replaced(value: unknown, [name, ...rest]: Place, by: unknown): unknown {
  if (name === undefined) return by;
  if (Array.isArray(value)) {
    return value.map((each, at) => (`${at}` === name ? replaced(each, rest, by) : each));
  }
  const node = value as Readonly<Record<string, unknown>>;
  return { ...node, [name]: replaced(node[name], rest, by) };
}
