import { describe, expect, it } from "vitest";
import { findDataGaps } from "../../src/care/index.js";
import { compilePolicy, findMissingData } from "../../src/policy/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { policyOf } from "./ask-care.js";
import { compileChapter, models, rowOf } from "./compile-chapter.js";

const reads = ["headcount", "turnover", "revenue"];
const depth = {
  mostValuableFirst: ["A", "B", "C"],
  required: { A: ["headcount", "turnover"], B: ["headcount"] },
};

function compiled(change: object = {}, chapter: object = {}) {
  return compileChapter({ dataDepth: { ...depth, ...change }, ...chapter }, {}, reads);
}

describe("CARE-13 required data in proportion to value", () => {
  const at = "care.dataDepth";

  it.each<[string, object, string[]]>([
    ["the more valuable, the more fields", {}, []],
    ["a title, a note and a source", { title: "a", note: "b", source: "c" }, []],
    ["as many for the next class", { required: { A: ["headcount"], B: ["turnover"] } }, []],
    [
      "a lower class asks for more than a higher one",
      { required: { A: ["headcount"], B: ["headcount", "turnover"] } },
      [`depth-out-of-proportion at ${at}.required.B`],
    ],
    [
      "than one two steps higher",
      { required: { A: ["headcount"], C: ["headcount"] } },
      [`depth-out-of-proportion at ${at}.required.C`],
    ],
    [
      "two lower classes ask for more, the second for fewer than the first",
      { required: { B: ["headcount", "turnover"], C: ["headcount"] } },
      [
        `depth-out-of-proportion at ${at}.required.B`,
        `depth-out-of-proportion at ${at}.required.C`,
      ],
    ],
    [
      "a field written twice is one",
      { required: { A: ["headcount"], B: ["headcount", "headcount"] } },
      [],
    ],
    [
      "a field that does not exist",
      { required: { A: ["headcount", "turnovr"] } },
      [`unknown-field at ${at}.required.A[1]`],
    ],
    [
      "a class that does not exist",
      { mostValuableFirst: ["A", "B", "D"] },
      [`unknown-segment at ${at}.mostValuableFirst[2]`],
    ],
    [
      "a class in the order twice",
      { mostValuableFirst: ["A", "B", "A"], required: { A: ["headcount"] } },
      [
        `duplicate-label at ${at}.mostValuableFirst[2]`,
        `depth-out-of-proportion at ${at}.required.A`,
      ],
    ],
    [
      "a class that the order does not rank",
      { mostValuableFirst: ["A"] },
      [`unknown-ranked-segment at ${at}.required.B`],
    ],
    ["a word that says nothing", { requird: {} }, [`unknown-property at ${at}.requird`]],
  ])("CARE-13 %s", (_, change, expected) => {
    expect(compiled(change).faults).toEqual(expected);
  });

  it("CARE-13 a field nobody uses is questioned, once, unless a use is named", () => {
    const required = { A: ["headcount", "nickname"], B: ["nickname"] };
    const { findings } = compiled({ required });
    expect(findings).toMatchObject([
      {
        code: "unused-field",
        severity: "warning",
        path: `${at}.required.A[1]`,
        message: "no condition reads `nickname` and no other use is named",
      },
    ]);
    expect(compiled({ required, usedFor: { nickname: ["care", "strategy"] } }).faults).toEqual([]);
    expect(compiled({ required, usedFor: { nickname: ["cares"] } }).faults).toEqual([
      `unknown-value at ${at}.usedFor.nickname[0]`,
    ]);
    expect(compiled({ required, usedFor: { nickname: [] } }).faults).toEqual([
      `empty-list at ${at}.usedFor.nickname`,
    ]);
    expect(compiled({ usedFor: { nicknam: ["care"] } }).faults).toEqual([
      `unknown-required-field at ${at}.usedFor.nicknam`,
    ]);
  });

  it("CARE-13 the region is used where people are named for regions, a field that a path reads too", () => {
    const required = { A: ["region"] };
    expect(compiled({ required }).faults).toEqual([`unused-field at ${at}.required.A[0]`]);
    const named = (per: string[]) => ({
      models: { ...models, deep: { ...models.deep, ownership: { mode: "named", per } } },
    });
    expect(compiled({ required }, named(["region"])).faults).toEqual([]);
    expect(compiled({ required }, named(["businessLine"])).faults).toHaveLength(1);
    const when = { field: "nickname", equals: "x" };
    const paths = { up: { from: "light", climbs: "stepByStep", steps: [{ to: "deep", when }] } };
    expect(compiled({ required: { A: ["nickname"] } }, { paths }).faults).toEqual([]);
  });

  it("CARE-13 the completeness of an account, with what is missing", () => {
    const { care, scope } = compiled();
    const gaps = (facts: object, segment: string) =>
      findDataGaps(rowOf(scope, facts as Readonly<Record<string, number>>), care, segment);
    expect(gaps({ headcount: 5 }, "A")).toEqual({
      value: 0.5,
      numerator: 1,
      denominator: 2,
      excluded: [],
      method: "requiredFields",
      missing: [{ path: "turnover", why: "missing" }],
    });
    expect(gaps({ headcount: 5 }, "B")).toMatchObject({ value: 1, missing: [] });
    expect(gaps({ headcount: null, turnover: 5 }, "A")).toMatchObject({ value: 1 });
    expect(gaps({}, "A")).toMatchObject({ value: 0, numerator: 0 });
    const none = gaps({}, "C");
    expect(none).toEqual({
      undefinedBecause: "nothingRequired",
      numerator: 0,
      denominator: 0,
      excluded: [],
      method: "requiredFields",
      missing: [],
    });
  });

  it("CARE-13 by the front door an account is held against its class", () => {
    const dataDepth = {
      mostValuableFirst: ["large", "middle", "small"],
      required: { large: ["headcount", "industry"], middle: ["headcount"] },
    };
    const compiled = orThrow(compilePolicy(policyOf({ dataDepth })));
    const records = { account: { id: "A", headcount: 1000 }, coverage: {} };
    const asOf = "2018-05-15" as const;
    expect(findMissingData(records, compiled, { asOf, segment: "large" })).toMatchObject({
      value: 0.5,
      missing: [{ path: "industry", why: "missing" }],
    });
    expect(findMissingData(records, compiled, { asOf, segment: "middle" }).value).toBe(1);
  });
});
