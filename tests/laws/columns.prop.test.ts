import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CustomerBase,
  joinColumns,
  recordsByAccount,
  sliceColumns,
} from "../../src/facts/index.js";
import {
  type CompiledPolicy,
  classifyAccounts,
  classifyColumns,
  classifyRows,
  columnsOfBase,
  compilePolicy,
  explainAccount,
  explainColumns,
  type Fit,
  fitColumns,
  fitPolicy,
  scoreAccounts,
  scoreColumns,
} from "../../src/policy/index.js";
import { orThrow } from "../../src/shapes/index.js";
import {
  oneBase,
  someChains,
  someKnownAccounts,
  someRules,
  someWideAccounts,
  wideFields,
  widePolicy,
} from "../policy/some-columns.js";
import { someDays, somePolicies, someRecords } from "../policy/some-policies.js";
import { ask, asOf } from "../segments/ask-classifiers.js";
import { fields, someAccounts, someSegments } from "../segments/some-classifiers.js";

const NAMES = ["top", "field", "abc", "rfm", "card", "size"] as const;
const SCORES = [
  ["card", "score"],
  ["rfm", "score"],
  ["rfm", "recency"],
  ["rfm", "frequency"],
  ["rfm", "monetary"],
] as const;

/** Accounts under a policy of each family: every method, many rules, measures over records. */
interface Case {
  readonly base: CustomerBase;
  readonly compiled: CompiledPolicy;
  readonly classifiers: readonly string[];
}
const everyMethod: fc.Arbitrary<Case> = fc
  .tuple(someSegments, someAccounts, fc.boolean())
  .map(([segments, accounts, isFitted]) => {
    const { base, compiled } = ask(segments, accounts, { fields });
    const bare = orThrow(compilePolicy(compiled.policy));
    return { base, compiled: isFitted ? compiled : bare, classifiers: NAMES };
  });
const manyRules: fc.Arbitrary<Case> = fc
  .tuple(someRules, someWideAccounts)
  .map(([rules, accounts]) => {
    const base = { accounts, coverage: {} } as unknown as CustomerBase;
    return { base, compiled: widePolicy(rules), classifiers: ["group"] };
  });
const overRecords: fc.Arbitrary<Case> = fc
  .tuple(somePolicies, fc.array(someRecords, { maxLength: 4 }), someDays)
  .map(([policy, records, day]) => {
    const base = oneBase(records);
    const compiled = fitPolicy(base, orThrow(compilePolicy(policy)), { asOf: day });
    return { base, compiled, classifiers: ["group"] };
  });
const knownFacts: fc.Arbitrary<Case> = fc
  .tuple(someChains, someKnownAccounts)
  .map(([rules, accounts]) => {
    const base = { accounts, coverage: {} } as unknown as CustomerBase;
    return { base, compiled: widePolicy(rules), classifiers: ["group"] };
  });
const someCases = fc.oneof(everyMethod, manyRules, knownFacts, overRecords);
const someBlocks = fc.constantFrom(1, 2, 3, 5, 1024);

describe("columns", () => {
  it("columns-1: columns get from every method and hit policy, in the same dictionary, what each account gets", () => {
    fc.assert(
      fc.property(someCases, ({ base, compiled, classifiers }) => {
        const columns = columnsOfBase(base, compiled, { asOf });
        for (const classifier of classifiers) {
          const context = { asOf, classifier } as const;
          expect(classifyColumns(columns, compiled, context)).toEqual(
            classifyAccounts(base, compiled, context),
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  it("columns-2: columns get the scores of each account to the last bit", () => {
    fc.assert(
      fc.property(everyMethod, ({ base, compiled }) => {
        const columns = columnsOfBase(base, compiled, { asOf });
        for (const [classifier, score] of SCORES) {
          const context = { asOf, classifier, score } as const;
          expect(scoreColumns(columns, compiled, context)).toEqual(
            scoreAccounts(base, compiled, context),
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  it("columns-3: no label and no score depends on how many rows are worked on at a time", () => {
    fc.assert(
      fc.property(someCases, someBlocks, ({ base, compiled, classifiers }, blockRows) => {
        const columns = columnsOfBase(base, compiled, { asOf });
        for (const classifier of classifiers) {
          const context = { asOf, classifier } as const;
          expect(classifyColumns(columns, compiled, { ...context, blockRows })).toEqual(
            classifyColumns(columns, compiled, context),
          );
          if (classifier !== "card") continue;
          expect(scoreColumns(columns, compiled, { ...context, blockRows })).toEqual(
            scoreColumns(columns, compiled, context),
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  it("columns-4: columns that are split and joined again get the labels they got whole, and each part its own", () => {
    fc.assert(
      fc.property(someCases, fc.array(fc.nat(14), { maxLength: 3 }), (each, cuts) => {
        const { base, compiled, classifiers } = each;
        const columns = columnsOfBase(base, compiled, { asOf });
        const ends = cuts.map((cut) => Math.min(cut, columns.rows)).sort((a, b) => a - b);
        const parts = [...ends, columns.rows].map((untilRow, at) => {
          return sliceColumns(columns, { fromRow: ends[at - 1] ?? 0, untilRow });
        });
        for (const classifier of classifiers) {
          const context = { asOf, classifier } as const;
          const whole = classifyColumns(columns, compiled, context);
          expect(classifyColumns(joinColumns(parts), compiled, context)).toEqual(whole);
          const words = parts.flatMap((part) => {
            const { data, dictionary } = classifyColumns(part, compiled, context);
            return [...data].map((code) => dictionary[code]);
          });
          expect(words).toEqual([...whole.data].map((code) => whole.dictionary[code]));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("columns-5: rows that the host reads get the labels of columns", () => {
    fc.assert(
      fc.property(someRules, someWideAccounts, someBlocks, (rules, accounts, blockRows) => {
        const compiled = widePolicy(rules);
        const names = Object.keys(wideFields) as (keyof typeof wideFields)[];
        const base = { accounts, coverage: {} } as unknown as CustomerBase;
        const found = classifyRows(accounts, compiled, {
          asOf,
          blockRows,
          fields: names,
          read({ own }, at, into) {
            for (const name of names) into[name].put(at, (own as Record<string, unknown>)[name]);
          },
        });
        expect(found).toEqual(classifyAccounts(base, compiled, { asOf }));
      }),
      { numRuns: 40 },
    );
  });

  it("columns-6: an account explained out of columns has the outcome and the reasons that it has by itself", () => {
    fc.assert(
      fc.property(fc.oneof(everyMethod, manyRules), ({ base, compiled, classifiers }) => {
        const columns = columnsOfBase(base, compiled, { asOf });
        for (const [row, records] of recordsByAccount(base).entries()) {
          for (const classifier of classifiers) {
            const context = { asOf, classifier } as const;
            const alone = explainAccount(records, compiled, context);
            const found = explainColumns(columns, row, compiled, context);
            expect(found.value).toEqual(alone.value);
            expect(found.missing.map(({ path }) => path)).toEqual(
              alone.missing.map(({ path }) => path),
            );
            expect(found.because).toHaveLength(alone.because.length);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it("columns-7: the fit of columns is the fit of the base, to the last bit", () => {
    fc.assert(
      fc.property(fc.oneof(everyMethod, overRecords), ({ base, compiled }) => {
        const columns = columnsOfBase(base, compiled, { asOf });
        const bare = orThrow(compilePolicy(compiled.policy));
        const [ofColumns, ofBase] = [
          fitColumns(columns, bare, { asOf }).fit!,
          fitPolicy(base, bare, { asOf }).fit!,
        ];
        // Why nobody has a fact only records tell.
        const paths = ({ findings = [] }: Fit) => findings.map(({ code, path }) => [code, path]);
        expect(paths(ofColumns)).toEqual(paths(ofBase));
        expect({ ...ofColumns, findings: [] }).toEqual({ ...ofBase, findings: [] });
      }),
      { numRuns: 40 },
    );
  });
});
