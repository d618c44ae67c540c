import { describe, expect, it } from "vitest";
import {
  type HitPolicy,
  proveSame,
  type RuleSet,
  restateRules,
  type SetDifference,
} from "../../../src/rules/index.js";
import { type Posed, posedSet } from "./pose.js";

const CONTEXT = {
  asOf: 0,
  cuts: new Map<string, number>(),
  currency: "EUR",
  canBeNone: () => false,
  mostSteps: 10_000,
};

type Rules = Posed["rules"];
interface Sided {
  readonly before: Rules;
  readonly after: Rules;
  readonly hitPolicy?: HitPolicy;
  readonly otherwise?: readonly [before: string | undefined, after: string | undefined];
}

/** Two rule sets of one scope. */
function compare({
  before,
  after,
  hitPolicy = "first",
  otherwise = [undefined, undefined],
}: Sided) {
  const kinds = { headcount: "number", chain: "boolean" } as const;
  const { set } = posedSet({ kinds, rules: [...before, ...after], hitPolicy });
  const sides: readonly RuleSet[] = [
    { ...set, rules: set.rules.slice(0, before.length), otherwise: otherwise[0] },
    { ...set, rules: set.rules.slice(before.length), otherwise: otherwise[1] },
  ];
  return proveSame(sides[0]!, sides[1]!, CONTEXT);
}

const from = (atLeast: number) => ["large", { field: "headcount", atLeast }] as const;
const below = (lessThan: number) => ["small", { field: "headcount", lessThan }] as const;
const differs = (found: SetDifference) => found.kind === "differ" && [found.before, found.after];
const LARGE = { kind: "outcome", outcome: "large" };
const SMALL = { kind: "outcome", outcome: "small" };
const NONE = { kind: "none" };

describe("RULE-08 proveSame", () => {
  it("shows whom a bound that moved has moved", () => {
    const found = compare({ before: [from(500)], after: [from(1000)] });
    expect(found).toEqual({
      ...{ kind: "differ", witness: { headcount: 500 } },
      ...{ before: [LARGE], after: [NONE] },
    });
  });

  it("proves the same rules in another order the same, where order plays no part", () => {
    for (const hitPolicy of ["first", "unique", "collect"] as const) {
      const given = { before: [from(500), below(500)], after: [below(500), from(500)], hitPolicy };
      expect(compare(given)).toEqual({ kind: "same" });
    }
    const overlapping = { before: [from(400), below(500)], after: [below(500), from(400)] };
    expect(differs(compare(overlapping))).toEqual([[LARGE], [SMALL]]);
    expect(compare({ ...overlapping, hitPolicy: "collect" })).toEqual({ kind: "same" });
  });

  it("tells a default from none", () => {
    const sides = { before: [from(500)], after: [from(500)] };
    const found = compare({ ...sides, otherwise: ["small", undefined] });
    expect(differs(found)).toEqual([[SMALL], [NONE]]);
    const collected = compare({ ...sides, hitPolicy: "collect", otherwise: ["small", undefined] });
    expect(differs(collected)).toEqual([[SMALL], [NONE]]);
    const unique = compare({ ...sides, hitPolicy: "unique", otherwise: ["small", "large"] });
    expect(differs(unique)).toEqual([[SMALL], [LARGE]]);
  });

  it("tells a conflict of a unique rule set from an answer", () => {
    const found = compare({
      before: [from(500), below(501)],
      after: [from(500), below(500)],
      hitPolicy: "unique",
    });
    expect(differs(found)).toEqual([[{ kind: "conflict" }], [LARGE]]);
  });

  it("names what is open where facts are missing on one side only", () => {
    const found = compare({
      before: [["large", { field: "headcount", isMissing: true }]],
      after: [
        ["small", { field: "headcount", isMissing: true }],
        ["large", { field: "chain", equals: true }],
      ],
    });
    expect(differs(found)).toEqual([[LARGE], [SMALL]]);
  });

  it("does not know where fields are compared with one another", () => {
    const kinds = { headcount: "number", shopCount: "number" } as const;
    const opaque = {
      all: [
        { field: "headcount", moreThan: { field: "shopCount" } },
        { field: "headcount", lessThan: { field: "shopCount" } },
      ],
    };
    const { set } = posedSet({ kinds, rules: [["x", opaque]] });
    const nobody = { ...set, rules: [] };
    expect(proveSame(set, nobody, CONTEXT)).toEqual({ kind: "undecided", why: "opaqueTest" });
  });

  it("restates rules in other slots and cuts, compared fields too", () => {
    const kinds = { revenue: "number", profit: "number" } as const;
    const rules = [
      ["a", { field: "revenue", atLeast: { field: "profit" } }],
      ["b", { not: { field: "revenue", atLeast: { cut: "top" } } }],
      ["c", { field: "revenue", isOneOf: [1] }],
    ] as const;
    const { set, scope } = posedSet({ kinds, rules, cutKinds: { top: "number" } } as Posed);
    const slots = scope.slots.map((slot) => ({ ...slot, name: `${slot.name}!` }));
    const moved = restateRules(set, {
      slotOf: ({ index }) => slots[index]!,
      cutOf: (cut) => `${cut}!`,
    });
    const text = JSON.stringify(moved);
    expect(text).toContain('"top!"');
    expect(text).not.toMatch(/"(revenue|profit|top)"/);
  });
});
