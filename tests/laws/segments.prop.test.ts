import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CustomerBase } from "../../src/facts/index.js";
import { classifyAccounts, compilePolicy, decideCare } from "../../src/policy/index.js";
import type { Cell } from "../../src/rules/index.js";
import { classify, explainSegment, type SegmentOutcome } from "../../src/segments/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { calendar } from "../policy/sample-policy.js";
import { someDays, somePolicies, someRecords } from "../policy/some-policies.js";
import { compileOne, rowOf } from "../segments/classify-one.js";

const NAMES = ["headcount", "chain", "region"] as const;
const values = {
  headcount: fc.nat(5),
  chain: fc.boolean(),
  region: fc.constantFrom("north", "south"),
};
const whole = fc.record(values);
const partial = fc.record(values, { requiredKeys: [] });

const tests = fc.oneof(
  fc
    .tuple(fc.constantFrom("atLeast", "moreThan", "atMost", "lessThan", "equals"), fc.nat(5))
    .map(([word, bound]) => ({ field: "headcount", [word]: bound })),
  fc.boolean().map((equals) => ({ field: "chain", equals })),
  fc.constantFrom("north", "south").map((region) => ({ field: "region", equals: region })),
);
const conditions = fc.oneof(
  tests,
  fc.array(tests, { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
  fc.array(tests, { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
  tests.map((not) => ({ not })),
);
const labels = ["first", "second", "third"] as const;
const classifiers = fc.record(
  {
    method: fc.constant("rules"),
    labels: fc.constant({ first: { decidedBy: "managementTeam" }, second: {}, third: {} }),
    hitPolicy: fc.constantFrom("first", "unique", "collect"),
    rules: fc.array(
      fc
        .tuple(
          fc.oneof(
            { weight: 4, arbitrary: fc.constantFrom(...labels).map((segment) => ({ segment })) },
            fc.constant({ exclude: true }),
          ),
          conditions,
        )
        .map(([outcome, when]) => ({ ...outcome, when })),
      { maxLength: 4 },
    ),
    otherwise: fc.constantFrom(...labels),
  },
  { requiredKeys: ["method", "labels", "hitPolicy", "rules"] },
);

const labelsOf = (outcome: SegmentOutcome): readonly string[] => {
  if (outcome.kind === "segment") return [outcome.segment];
  if (outcome.kind === "segments") return outcome.segments;
  return "candidates" in outcome ? outcome.candidates : [outcome.kind];
};

const ask = (written: unknown, facts: Readonly<Record<string, Cell>>) => {
  const { compiled, scope, findings } = compileOne(written);
  expect(findings).toEqual([]);
  return explainSegment(compiled, rowOf(scope, facts));
};

describe("segments", () => {
  it("segments-1: shuffling the accounts shuffles the answers and changes nothing else", () => {
    const shuffled = fc
      .array(someRecords, { minLength: 1, maxLength: 6 })
      .chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray([...all.keys()], { minLength: all.length })),
      );
    fc.assert(
      fc.property(somePolicies, shuffled, someDays, (policy, [all, order], asOf) => {
        const compiled = orThrow(compilePolicy(policy));
        const base: CustomerBase = {
          accounts: all.map(({ account }, id) => ({ ...account, id })),
          coverage: all[0]!.coverage,
          orders: all.flatMap(({ orders = [] }, accountId) =>
            orders.map((each) => ({ ...each, accountId })),
          ),
        };
        const accounts = order.map((each) => base.accounts[each]!);
        const label = (of: CustomerBase) => {
          const { data, dictionary } = classifyAccounts(of, compiled, { asOf });
          return [...data].map((code) => dictionary[code]);
        };
        const before = label(base);
        expect(label({ ...base, accounts })).toEqual(order.map((each) => before[each]));
      }),
    );
  });

  it("segments-2: explained or not, the answer is the same, and every rule has its verdict", () => {
    fc.assert(
      fc.property(classifiers, partial, (written, facts) => {
        const { compiled, scope } = compileOne(written);
        const row = rowOf(scope, facts);
        const { value, because } = explainSegment(compiled, row);
        expect(classify(compiled, row)).toEqual(value);
        const rules = because.filter((each) => each.kind === "rule");
        expect(rules.map(({ rule }) => rule)).toEqual(
          written.rules.map((_, each) => `segments.group.rules[${each}]`),
        );
      }),
    );
  });

  it("segments-3: whatever a missing fact turns out to be, the answer is one that was possible, and a conflict stays one", () => {
    fc.assert(
      fc.property(classifiers, whole, fc.subarray([...NAMES]), (written, facts, known) => {
        const some = Object.fromEntries(known.map((name) => [name, facts[name]]));
        const before = ask(written, some);
        const after = ask(written, facts);
        const [possible, found] = [before, after].map(({ value }) => labelsOf(value));
        if (before.value.kind === "conflict") {
          expect(after.value.kind).toBe("conflict");
          expect(found).toEqual(expect.arrayContaining([...possible!]));
        } else if (before.value.kind === "undecided") {
          expect(possible).toEqual(expect.arrayContaining([...found!]));
        } else {
          expect(after.value).toEqual(before.value);
        }
      }),
    );
  });

  it("segments-4: an answer names missing facts exactly when it is undecided, and only facts that are missing", () => {
    fc.assert(
      fc.property(classifiers, partial, (written, facts) => {
        const { value, missing } = ask(written, facts);
        expect(missing.length > 0).toBe(value.kind === "undecided");
        for (const { path } of missing) expect(Object.hasOwn(facts, path)).toBe(false);
      }),
    );
  });

  it("segments-5: under `first` the rules after one that is met change nothing", () => {
    fc.assert(
      fc.property(classifiers, whole, (written, facts) => {
        const first = { ...written, hitPolicy: "first" };
        const { because, value } = ask(first, facts);
        const met = because.findIndex((each) => each.kind === "rule" && each.verdict === "met");
        if (met < 0) return;
        const shorter = { ...first, rules: written.rules.slice(0, met + 1) };
        expect(ask(shorter, facts).value).toEqual(value);
      }),
    );
  });

  it("segments-6: with every fact known, `collect` gives what `first` gives, or excludes, and `unique` agrees with both or finds a conflict", () => {
    fc.assert(
      fc.property(classifiers, whole, (written, facts) => {
        const [first, unique, collect] = ["first", "unique", "collect"].map(
          (hitPolicy) => ask({ ...written, hitPolicy }, facts).value,
        );
        if (collect!.kind !== "excluded") {
          expect(labelsOf(collect!)).toContain(labelsOf(first!)[0]);
        }
        if (unique!.kind === "conflict") {
          expect(labelsOf(unique!).length).toBeGreaterThan(1);
        } else {
          expect(unique).toEqual(first);
          expect(labelsOf(collect!)).toEqual(labelsOf(unique!));
        }
      }),
    );
  });

  it("segments-7: one account asked alone has the segment it has among all others", () => {
    fc.assert(
      fc.property(somePolicies, someRecords, someDays, (policy, records, asOf) => {
        const compiled = orThrow(compilePolicy(policy));
        const { account, measures: _, ...lists } = records;
        const base: CustomerBase = { ...lists, accounts: [{ id: "Z" }, account] };
        const { data, dictionary } = classifyAccounts(base, compiled, { asOf });
        const alone = { account, ...lists };
        const { value } = decideCare(alone, compiled, { asOf, calendar }).segment;
        const isListed = value.kind === "segment" || value.kind === "segments";
        expect(dictionary[data[1]!]).toBe(isListed ? labelsOf(value).join("+") : value.kind);
      }),
    );
  });
});
