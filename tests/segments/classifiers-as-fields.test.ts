import { describe, expect, it } from "vitest";
import {
  classifyAccounts,
  compilePolicy,
  factsNeeded,
  scoreAccounts,
} from "../../src/policy/index.js";
import { nearestMiss } from "../../src/rules/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { faultOf } from "../time/fault-of.js";
import { ask, asOf, faultsOf, policyOf, valued } from "./ask-classifiers.js";

const fields = { value: "number" };
const size = {
  method: "bands",
  labels: { large: {}, small: {} },
  of: "value",
  bands: [{ segment: "large", atLeast: 100 }, { segment: "small" }],
  missing: "undecided",
};
const rules = (when: object, more: object = {}) => ({
  method: "rules",
  labels: { yes: {}, no: {} },
  hitPolicy: "first",
  rules: [{ segment: "yes", when }],
  otherwise: "no",
  ...more,
});
const isLarge = rules({ field: "size", equals: "large" });

describe("SEG-08 every classifier is a field that others can read", () => {
  it("under its own name, whatever the order in the policy", () => {
    for (const segments of [
      { size, isLarge },
      { isLarge, size },
    ]) {
      const asked = ask(segments, valued([100, 99]), { fields });
      expect(asked.labels("isLarge")).toEqual(["yes", "no"]);
      expect(asked.labels("size")).toEqual(["large", "small"]);
    }
  });

  it("is unknown while it is undecided, and lacks what the other one lacks", () => {
    const { segment } = ask({ size, isLarge }, valued([undefined]), { fields }).decide(0);
    expect(segment.value).toEqual({ kind: "undecided", candidates: ["yes", "no"] });
    expect(segment.missing).toEqual([{ path: "value", why: "missing" }]);
  });

  it("is unknown while its rules contradict each other, and says so", () => {
    const labels = { large: {}, small: {} };
    const when = { field: "value", atLeast: 1 };
    const both = [
      { segment: "large", when },
      { segment: "small", when },
    ];
    const torn = { ...rules(when), labels, rules: both, hitPolicy: "unique", otherwise: "small" };
    const { segment } = ask({ size: torn, isLarge }, valued([5]), { fields }).decide(0);
    expect(segment.missing).toEqual([{ path: "segments.size", why: "inConflict" }]);
  });

  it("can be asked for what it left out and could not place", () => {
    const segments = {
      size: {
        ...rules({ field: "value", atLeast: 5 }),
        labels: { large: {} },
        rules: [
          { exclude: true, when: { field: "value", lessThan: 0 } },
          { segment: "large", when: { field: "value", atLeast: 5 } },
        ],
        otherwise: undefined,
      },
      out: rules({ field: "size", equals: "excluded" }),
      none: rules({ field: "size", isOneOf: ["unclassified"] }),
    };
    delete (segments.size as { otherwise?: unknown }).otherwise;
    const asked = ask(segments, valued([-1, 0, 5]), { fields });
    expect(asked.labels("out")).toEqual(["yes", "no", "no"]);
    expect(asked.labels("none")).toEqual(["no", "yes", "no"]);
  });

  it("is a set under `collect`", () => {
    const tags = {
      method: "rules",
      labels: { big: {}, even: {}, other: {} },
      hitPolicy: "collect",
      rules: [
        { segment: "big", when: { field: "value", atLeast: 5 } },
        { segment: "even", when: { field: "value", isOneOf: [2, 4, 6] } },
        { exclude: true, when: { field: "value", equals: 0 } },
      ],
    };
    const segments = {
      tags,
      both: rules({ field: "tags", includesAllOf: ["big", "even"] }),
      out: rules({ field: "tags", includesAnyOf: ["excluded", "unclassified"] }),
    };
    const asked = ask(segments, valued([6, 5, 0, 1]), { fields });
    expect(asked.labels("tags")).toEqual(["big+even", "big", "excluded", "unclassified"]);
    expect(asked.labels("both")).toEqual(["yes", "no", "no", "no"]);
    expect(asked.labels("out")).toEqual(["no", "no", "yes", "yes"]);
  });

  const card = {
    method: "scorecard",
    labels: { top: {}, rest: {} },
    weightsSumTo: 1,
    missing: "undecided",
    criteria: [
      { of: "value", weight: 1, normalise: { by: "minMax", better: "more", whenAllEqual: 1 } },
    ],
    bands: [{ segment: "top", atLeast: 0.9 }, { segment: "rest" }],
  };

  it("its score is a field too, which the next one may cut, rank or score by", () => {
    const abc = {
      method: "abc",
      labels: { A: {}, B: {} },
      of: "card.score",
      by: "rank",
      classes: [{ segment: "A", upToShare: 0.5 }, { segment: "B" }],
      boundary: "include",
      zero: "B",
      negative: "B",
      missing: "undecided",
    };
    const again = { ...card, criteria: [{ ...card.criteria[0], of: "card.score" }] };
    const high = rules({ field: "card.score", moreThan: 0.5 });
    const asked = ask({ high, again, abc, card }, valued([0, 5, 8, 10, undefined]), { fields });
    expect(asked.scores("card")).toEqual([0, 0.5, 0.8, 1, undefined]);
    expect(asked.labels("abc")).toEqual(["B", "B", "A", "A", "undecided"]);
    expect(asked.scores("again")).toEqual([0, 0.5, 0.8, 1, undefined]);
    expect(asked.labels("high")).toEqual(["no", "no", "yes", "yes", "undecided"]);
    const { missing } = ask({ card, high }, valued([undefined, 1]), { fields }).decide(0).segment;
    expect(missing).toEqual([{ path: "value", why: "missing" }]);
  });

  it("tells how every classifier came out that the answer depends on, each once", () => {
    const chain = {
      size,
      isLarge,
      both: rules({
        all: [
          { field: "size", equals: "large" },
          { field: "isLarge", equals: "yes" },
        ],
      }),
    };
    const { because } = ask(chain, valued([60]), { fields }).decide(0).segment;
    expect(because.map((each) => (each.kind === "step" ? each.path : each.kind))).toEqual([
      ...["rule", "segments.both.otherwise", "segments.size", "segments.isLarge"],
    ]);
    expect(because[2]).toMatchObject({
      kind: "step",
      step: "classifier",
      details: { classifier: "size", method: "bands", outcome: "small" },
      of: [{ kind: "rule", of: [{ path: "value", shortBy: 40 }] }, { step: "otherwise" }],
    });
    expect(nearestMiss(because)?.rule.rule).toBe("segments.both.rules[0]");
  });

  it("takes the days of the classifiers it reads into account when it says how long it holds", () => {
    const measures = {
      last: { latest: "orders.orderedOn", over: "always" },
      days: { daysSince: "last" },
    };
    const orders = [
      { id: 1, accountId: 0, orderedOn: "2018-03-01", value: { minor: 1, currency: "EUR" } },
    ];
    const base = { coverage: { orders: "complete" }, orders };
    const recent = {
      ...size,
      of: "days",
      bands: [{ segment: "large", atMost: 40 }, { segment: "small" }],
    };
    const asked = ask({ size: recent, isLarge }, [{}], { measures }, base);
    expect(asked.decide(0).validUntilDate).toBe("2018-04-10");
    const scored = { ...card, criteria: [{ ...card.criteria[0], of: "days" }] };
    const daily = ask(
      { card: scored, x: rules({ field: "card", equals: "top" }) },
      [{}],
      { measures },
      base,
    );
    expect(daily.decide(0).validUntilDate).toBe("2018-03-29");
  });

  it("asks of an integrator only what is no classifier", () => {
    const compiled = orThrow(compilePolicy(policyOf({ size, isLarge, card }, { fields })));
    expect(factsNeeded(compiled, { asOf }).accountFields).toEqual(["value"]);
  });
});

describe("SEG-08 circles are refused", () => {
  it.each<[object, string]>([
    [{ a: rules({ field: "a", equals: "yes" }) }, "classifier-cycle at segments.a"],
    [
      { a: rules({ field: "b", equals: "yes" }), b: rules({ field: "a", equals: "yes" }) },
      "classifier-cycle at segments.a",
    ],
    [{ size, isLarge, b: rules({ field: "isLarge", equals: "yes" }) }, ""],
    [
      {
        a: rules({ field: "a", equals: "yes" }),
        b: rules({ field: "a", equals: "yes" }),
        c: rules({
          any: [
            { field: "c", equals: "yes" },
            { field: "size", equals: "large" },
          ],
        }),
        size,
      },
      "classifier-cycle at segments.a, classifier-cycle at segments.c",
    ],
  ])("%j", (segments, expected) => {
    expect(faultsOf(segments, { fields }).join(", ")).toBe(expected);
  });

  it("naming the circle, a long one in short", () => {
    const names = Array.from({ length: 12 }, (_, each) => `c${each}`);
    const ring = Object.fromEntries(
      names.map((name, at) => [name, rules({ field: names[(at + 1) % 12]!, equals: "yes" })]),
    );
    const { findings } = compilePolicy(policyOf(ring));
    expect(findings[0]?.message).toBe(
      `\`c0\` depends on itself: ${names.slice(0, 10).join(" → ")} → …`,
    );
    const two = { a: ring["c0"], b: rules({ field: "a", equals: "yes" }) };
    const pair = { a: rules({ field: "b", equals: "yes" }), b: two.b };
    expect(compilePolicy(policyOf(pair)).findings[0]?.message).toBe(
      "`a` depends on itself: a → b → a",
    );
  });
});

describe("hostile policies", () => {
  const chain = (length: number) =>
    Object.fromEntries(
      Array.from({ length }, (_, at) => {
        const earlier = (back: number) => ({ field: `c${at - back}`, equals: "yes" });
        const when = { any: [earlier(1), earlier(2)] };
        return [`c${at}`, at < 2 ? rules({ field: "headcount", atLeast: 1 }) : rules(when)];
      }),
    );

  it("classifiers read each other at most 64 deep", () => {
    expect(faultsOf(chain(65))).toEqual([]);
    expect(faultsOf(chain(66))).toEqual(["too-deep at segments.c65"]);
  });

  it("an account that lacks a fact is asked of each classifier once, however often it is read", () => {
    const { segment } = ask(chain(65), [{}]).decide(0);
    expect(segment.value).toEqual({ kind: "undecided", candidates: ["yes", "no"] });
    expect(segment.missing).toEqual([{ path: "headcount", why: "missing" }]);
    expect(segment.because).toHaveLength(65);
  });
});

describe("names of classifiers", () => {
  it.each<[string, object, string]>([
    ["region", {}, "name-taken at segments.region"],
    ["value", { fields }, "name-taken at segments.value"],
    ["score", { measures: { score: { supplied: "number" } } }, "name-taken at segments.score"],
    ["tier", { fields }, ""],
  ])("%s is taken or not", (name, more, expected) => {
    expect(faultsOf({ [name]: rules({ field: "headcount", atLeast: 1 }) }, more).join()).toBe(
      expected,
    );
  });

  it("misspelt ones and their labels are met with the right ones", () => {
    const messages = (when: object) => {
      const policy = policyOf({ size, isLarge: rules(when) }, { fields });
      return compilePolicy(policy).findings.map(({ message }) => message);
    };
    expect(messages({ field: "siez", equals: "large" })).toEqual([
      "there is no field `siez`; did you mean `size`?",
    ]);
    expect(messages({ field: "size", equals: "lrage" })[0]).toContain("did you mean `large`?");
    expect(messages({ field: "size.score", atLeast: 1 })[0]).toContain(
      "there is no field `size.score`",
    );
  });
});

describe("what can be asked in bulk", () => {
  const { compiled, base } = ask({ size }, valued([1]), { fields });

  it("throws for a classifier or score that is not there", () => {
    const labels = () => classifyAccounts(base, compiled, { asOf, classifier: "siez" });
    expect(faultOf(labels)).toEqual(["unknown-classifier", "context.classifier", "siez"]);
    const scores = () => scoreAccounts(base, compiled, { asOf, classifier: "size" });
    expect(faultOf(scores)).toEqual(["unknown-score", "context.score", "score"]);
  });
});

describe("SEG-10 allowed moves are data", () => {
  it("that names labels", () => {
    const moves = [{ from: "small", to: "large" }];
    const { compiled } = ask({ size: { ...size, moves } }, [], { fields });
    expect(compiled.classifiers.get("size")?.moves).toEqual(moves);
    const faults = (each: object) =>
      faultsOf({ size: { ...size, moves: each } }, { fields }).join();
    expect(faults([{ from: "smal", to: "large" }])).toBe(
      "unknown-segment at segments.size.moves[0].from",
    );
    expect(faults([{ from: "small", to: "lage" }])).toBe(
      "unknown-segment at segments.size.moves[0].to",
    );
    expect(faults([{ from: "small", to: "large", when: 1 }])).toBe(
      "unknown-property at segments.size.moves[0].when",
    );
    expect(faults([7])).toBe("not-a-move at segments.size.moves[0]");
    expect(faults(Array(10_001).fill(moves[0]))).toBe("too-many at segments.size.moves");
  });

  it("SEG-24 exit actions are three words", () => {
    const labels = { ...size.labels, small: { exitActions: ["raisePrice"] } };
    const { findings } = compilePolicy(policyOf({ size: { ...size, labels } }, { fields }));
    expect(findings).toMatchObject([
      {
        code: "unknown-value",
        path: "segments.size.labels.small.exitActions[0]",
        suggestion: "raisePrices",
      },
    ]);
  });
});
