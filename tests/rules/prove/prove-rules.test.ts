import { describe, expect, it } from "vitest";
import { prove } from "./pose.js";

const headcount = { headcount: "number" } as const;
const IMPOSSIBLE = { kind: "impossible" };
const witness = (fields: object): object => ({ kind: "possible", witness: fields });

describe("RULE-08 gaps", () => {
  it("finds the one number between two strict bounds", () => {
    const { gap } = prove({
      kinds: headcount,
      rules: [
        ["large", { field: "headcount", moreThan: 500 }],
        ["small", { field: "headcount", lessThan: 500 }],
      ],
    });
    expect(gap).toEqual(witness({ headcount: 500 }));
  });

  it("proves that bounds which meet leave none", () => {
    const { gap } = prove({
      kinds: headcount,
      rules: [
        ["large", { field: "headcount", atLeast: 500 }],
        ["small", { field: "headcount", lessThan: 500 }],
      ],
    });
    expect(gap).toEqual(IMPOSSIBLE);
  });

  it("finds the number between two bounds that nearly meet, whole where there is one", () => {
    const between = (low: number, high: number): object =>
      prove({
        kinds: headcount,
        rules: [
          ["large", { field: "headcount", atLeast: high }],
          ["small", { field: "headcount", atMost: low }],
        ],
      }).gap;
    expect(between(499, 501)).toEqual(witness({ headcount: 500 }));
    expect(between(499, 500)).toEqual(witness({ headcount: 499.5 }));
    expect(between(500, 500)).toEqual(IMPOSSIBLE);
  });

  it("knows no cent between two cents and no day between two days", () => {
    const euro = (amount: string): object => ({ amount, currency: "EUR" });
    const money = prove({
      kinds: { revenue: "money" },
      rules: [
        ["large", { field: "revenue", moreThan: euro("50000.00") }],
        ["small", { field: "revenue", lessThan: euro("50000.01") }],
      ],
    });
    expect(money.gap).toEqual(IMPOSSIBLE);
    const dates = (before: string): object =>
      prove({
        kinds: { relationshipStart: "date" },
        rules: [
          ["new", { field: "relationshipStart", after: "2018-01-01" }],
          ["old", { field: "relationshipStart", before }],
        ],
      }).gap;
    expect(dates("2018-01-02")).toEqual(IMPOSSIBLE);
    expect(dates("2018-01-01")).toEqual(witness({ relationshipStart: "2018-01-01" }));
  });

  it("names no more fields than the gap needs", () => {
    const { gap } = prove({
      kinds: { headcount: "number", region: "text", chain: "boolean" },
      rules: [
        [
          "a",
          {
            all: [
              { field: "headcount", atLeast: 10 },
              { field: "region", equals: "north" },
            ],
          },
        ],
        [
          "b",
          {
            all: [
              { field: "headcount", atLeast: 5 },
              { field: "chain", equals: true },
            ],
          },
        ],
      ],
    });
    expect(gap.kind === "possible" && Object.keys(gap.witness)).toEqual(["headcount"]);
  });

  it("finds a missing fact that no rule takes, and none where the policy takes it as not met", () => {
    const rules = (whenUnknown?: "notMet") =>
      prove({
        kinds: headcount,
        rules: [
          ["known", { field: "headcount", isMissing: false }],
          ["large", { field: "headcount", atLeast: 1 }, ...(whenUnknown ? [whenUnknown] : [])],
        ] as never,
      }).gap;
    expect(rules()).toEqual(IMPOSSIBLE);
    expect(rules("notMet")).toEqual(witness({}));
  });

  it("counts none as a value only where a slot may hold it", () => {
    const gap = (canBeNone: readonly string[]): object =>
      prove({
        kinds: { lastOrderDate: "date" },
        canBeNone,
        rules: [
          ["recent", { field: "lastOrderDate", onOrAfter: { asOfMinus: { days: 30 } } }],
          ["old", { field: "lastOrderDate", before: { asOfMinus: { days: 30 } } }],
        ],
      }).gap;
    expect(gap([])).toEqual(IMPOSSIBLE);
    expect(gap(["lastOrderDate"])).toEqual(witness({ lastOrderDate: null }));
  });

  it("leaves no gap between a head count and the next one, nor below none", () => {
    const gap = (counts: readonly string[], ...rules: object[]): object =>
      prove({
        kinds: { headcount: "number" },
        counts,
        rules: rules.map((rule) => ["x", rule]) as never,
      }).gap;
    const rules = [
      { field: "headcount", between: [0, 500] },
      { field: "headcount", atLeast: 501 },
    ];
    expect(gap([], ...rules)).toEqual(witness({ headcount: 500.5 }));
    expect(gap(["headcount"], ...rules)).toEqual(IMPOSSIBLE);
    expect(gap(["headcount"], { field: "headcount", moreThan: 0 })).toEqual(
      witness({ headcount: 0 }),
    );
    expect(gap(["headcount"], { field: "headcount", lessThan: -3 })).toEqual(
      witness({ headcount: 0 }),
    );
    const all = { field: "headcount", moreThan: -3.5 };
    expect(gap(["headcount"], all)).toEqual(IMPOSSIBLE);
  });

  it("knows words, prefixes and words that nobody named", () => {
    const gap = (...rules: object[]): object =>
      prove({ kinds: { region: "text" }, rules: rules.map((rule) => ["x", rule]) as never }).gap;
    const north = { field: "region", startsWith: "no" };
    expect(gap(north, { not: north })).toEqual(IMPOSSIBLE);
    expect(gap(north, { field: "region", isNoneOf: ["nord", "north"] })).toEqual(IMPOSSIBLE);
    expect(gap({ field: "region", equals: "north" })).toEqual(witness({ region: "other" }));
    expect(gap({ field: "region", startsWith: "o" })).toEqual(witness({ region: "a" }));
    const longer = gap({ field: "region", equals: "no" }, { not: north });
    expect(longer).toEqual(witness({ region: "noa" }));
  });

  it("finds a letter that no word goes on with", () => {
    const { gap } = prove({
      kinds: { region: "text" },
      rules: [
        ["x", { not: { field: "region", startsWith: "no" } }],
        ["y", { field: "region", isOneOf: ["no", "noa", "nob"] }],
        ["z", { field: "region", startsWith: "noa" }],
      ],
    });
    expect(gap).toEqual(witness({ region: "noc" }));
  });

  it("finds the one value among more than a word of bits holds", () => {
    const rules = Array.from({ length: 40 }, (_, at) => ["x", { field: "headcount", equals: at }]);
    const { gap } = prove({
      kinds: headcount,
      rules: [
        ...rules,
        ["y", { field: "headcount", lessThan: 40 }],
        ["z", { field: "headcount", moreThan: 40 }],
      ] as never,
    });
    expect(gap).toEqual(witness({ headcount: 40 }));
  });

  it("knows every combination of the words of a set", () => {
    const gap = (...rules: object[]): object =>
      prove({ kinds: { services: "set" }, rules: rules.map((rule) => ["x", rule]) as never }).gap;
    const audit = { field: "services", includes: "audit" };
    const tax = { field: "services", includes: "tax" };
    expect(gap(audit, { not: audit })).toEqual(IMPOSSIBLE);
    const all = { field: "services", includesAllOf: ["audit", "tax"] };
    const one = gap(all, { not: { any: [audit, tax] } });
    expect([["audit"], ["tax"]].map((services) => witness({ services }))).toContainEqual(one);
  });

  it("does not claim a proof over sets of more words than it tries", () => {
    const words = Array.from({ length: 9 }, (_, index) => `w${index}`);
    const some = { field: "services", includesAnyOf: words };
    const posed = { kinds: { services: "set" } } as const;
    expect(
      prove({
        ...posed,
        rules: [
          ["x", some],
          ["y", { not: some }],
        ],
      }).gap,
    ).toEqual({
      kind: "undecided",
      why: "largeSet",
    });
    expect(prove({ ...posed, rules: [["x", some]] }).gap).toEqual(witness({ services: [] }));
  });

  it("honours what the policy assumes of a missing fact", () => {
    const { gap } = prove({
      kinds: headcount,
      assume: { headcount: 0 },
      rules: [["any", { field: "headcount", atLeast: 1 }]],
    });
    expect(gap).toEqual(witness({}));
  });

  it("shows each hole once, however many values it has", () => {
    const { holes } = prove({
      kinds: { headcount: "number", chain: "boolean" },
      rules: [
        ["large", { field: "headcount", atLeast: 500 }],
        [
          "small",
          {
            all: [
              { field: "headcount", between: [1, 100] },
              { field: "chain", equals: false },
            ],
          },
        ],
      ],
    });
    const told = holes.map(({ headcount, chain }) => [Number(headcount), chain] as const);
    const isOf = (test: (each: (typeof told)[number]) => boolean): number =>
      told.filter(test).length;
    expect(isOf(([count, chain]) => count < 1 && chain === undefined)).toBe(1);
    expect(isOf(([count, chain]) => count > 100 && count < 500 && chain === undefined)).toBe(1);
    expect(isOf(([count, chain]) => count >= 1 && count <= 100 && chain === true)).toBe(1);
    expect(told).toHaveLength(3);
  });

  it("stops after eight holes", () => {
    const { holes } = prove({
      kinds: headcount,
      rules: Array.from({ length: 9 }, (_, at) => ["x", { field: "headcount", equals: at * 10 }]),
    });
    expect(holes).toHaveLength(8);
  });

  it("sees a gap in a policy of no rules at all", () => {
    expect(prove({ kinds: headcount, rules: [] }).gap).toEqual(witness({}));
  });
});

describe("RULE-08 what is opaque", () => {
  const twoFields = { headcount: "number", shopCount: "number" } as const;

  it("confirms a witness of a comparison between fields", () => {
    const { gap } = prove({
      kinds: twoFields,
      rules: [["x", { field: "headcount", atLeast: { field: "shopCount" } }]],
    });
    expect(gap.kind).toBe("possible");
    const found = gap.kind === "possible" ? gap.witness : {};
    expect(found["headcount"]).toBeLessThan(found["shopCount"] as number);
  });

  it("finds two values between the same bounds", () => {
    const inside = { between: [10, 20] };
    const { rules } = prove({
      kinds: twoFields,
      rules: [
        [
          "x",
          {
            all: [
              { field: "headcount", moreThan: 10, lessThan: 20 },
              { field: "shopCount", ...inside },
              { field: "headcount", lessThan: { field: "shopCount" } },
              { field: "shopCount", lessThan: 20 },
            ],
          },
        ],
      ],
    });
    expect(rules[0]?.canBeMet.kind).toBe("possible");
  });

  it("is undecided where nothing was confirmed", () => {
    const { rules } = prove({
      kinds: twoFields,
      rules: [
        [
          "x",
          {
            all: [
              { field: "headcount", moreThan: { field: "shopCount" } },
              { field: "headcount", lessThan: { field: "shopCount" } },
            ],
          },
        ],
      ],
    });
    expect(rules[0]?.canBeMet).toEqual({ kind: "undecided", why: "opaqueTest" });
  });

  it("gives up after so many combinations of compared fields", () => {
    const names = Array.from({ length: 12 }, (_, index) => `n${index}`);
    const kinds = Object.fromEntries(names.map((name) => [name, "number" as const]));
    const chain = names.map((name, index) => ({
      field: name,
      moreThan: { field: names[(index + 1) % names.length]! },
    }));
    const { rules } = prove({ kinds, rules: [["x", { all: chain }]] });
    expect(rules[0]?.canBeMet).toEqual({ kind: "undecided", why: "opaqueTest" });
  });

  it("proves with the cuts of a fit, and is undecided without", () => {
    const posed = {
      kinds: { revenue: "money" },
      cutKinds: { top: "money" },
      rules: [
        ["a", { field: "revenue", atLeast: { cut: "top" } }],
        ["b", { field: "revenue", lessThan: { cut: "top" } }],
      ],
    } as const;
    expect(prove({ ...posed, cuts: { top: 5_000 } }).gap).toEqual(IMPOSSIBLE);
    expect(prove(posed).gap).toEqual({ kind: "undecided", why: "opaqueTest" });
  });

  it("stops at the bound on steps and says so", () => {
    const names = Array.from({ length: 12 }, (_, index) => `n${index}`);
    const kinds = Object.fromEntries(names.map((name) => [name, "number" as const]));
    const both = (index: number) => ({
      all: [
        { field: names[index]!, equals: 0 },
        { field: names[(index + 1) % names.length]!, equals: 0 },
      ],
    });
    const rules = names.map((_, index) => ["x", both(index)] as const);
    const { gap } = prove({ kinds, rules: [...rules], mostSteps: 3 });
    expect(gap).toEqual({ kind: "undecided", why: "tooManySteps" });
  });
});

describe("RULE-08 rules that never decide", () => {
  it("names the earlier rules that take every account of a later one", () => {
    const { rules } = prove({
      kinds: headcount,
      rules: [
        ["a", { field: "headcount", atLeast: 100 }],
        ["b", { field: "headcount", lessThan: 10 }],
        ["c", { field: "headcount", lessThan: 200, atLeast: 10 }],
        ["d", { field: "headcount", atLeast: 150 }],
      ],
    });
    expect(rules.map((rule) => rule.canDecide.kind)).toEqual([
      "possible",
      "possible",
      "possible",
      "impossible",
    ]);
    expect(rules[3]?.shadowedBy).toEqual(["rules[0]", "rules[2]"]);
    expect(rules[3]?.canBeMet.kind).toBe("possible");
    expect(rules[2]?.shadowedBy).toEqual([]);
  });

  it("finds a condition that contradicts itself", () => {
    const { rules } = prove({
      kinds: headcount,
      rules: [["never", { field: "headcount", moreThan: 1000, lessThan: 500 }]],
    });
    expect(rules[0]).toMatchObject({
      rule: "rules[0]",
      outcome: "never",
      canBeMet: IMPOSSIBLE,
      canDecide: IMPOSSIBLE,
      shadowedBy: [],
      idle: [],
    });
  });

  it("does not call a rule shadowed where several may be met", () => {
    const { rules } = prove({
      kinds: headcount,
      hitPolicy: "collect",
      rules: [
        ["a", { field: "headcount", atLeast: 100 }],
        ["b", { field: "headcount", atLeast: 150 }],
      ],
    });
    expect(rules[1]?.canDecide).toEqual(witness({ headcount: 150 }));
  });
});

describe("RULE-08 comparisons that do nothing", () => {
  const idleOf = (when: object, kinds: object = headcount): readonly object[] =>
    prove({ kinds: kinds as never, rules: [["x", when as never]] }).rules[0]!.idle;

  it("finds the weaker of two bounds, and the one without effect in an any", () => {
    expect(idleOf({ field: "headcount", atLeast: 500, moreThan: 1000 })).toEqual([
      { field: "headcount", comparison: "atLeast", bound: 500 },
    ]);
    const any = [
      { field: "headcount", atLeast: 500 },
      { field: "headcount", atLeast: 1000 },
    ];
    expect(idleOf({ any })).toEqual([{ field: "headcount", comparison: "atLeast", bound: 1000 }]);
  });

  it("finds none where each bound matters, nor in a condition of one comparison", () => {
    expect(idleOf({ field: "headcount", atLeast: 500, atMost: 1000 })).toEqual([]);
    expect(idleOf({ field: "headcount", atLeast: 500 })).toEqual([]);
    expect(idleOf({ not: { field: "headcount", atLeast: 500 } })).toEqual([]);
  });

  it("shows lists, missing tests and bounds that are no value of the policy", () => {
    const kinds = { region: "text", start: "date", end: "date" };
    const region = [
      { field: "region", isOneOf: ["north", "south"] },
      { field: "region", equals: "north" },
      { field: "region", isMissing: false },
    ];
    expect(idleOf({ all: region }, kinds)).toEqual([
      { field: "region", comparison: "isOneOf", bound: ["north", "south"] },
      { field: "region", comparison: "isMissing", bound: false },
    ]);
    const dates = [
      { field: "start", after: { asOfMinus: { days: 10 } } },
      { field: "start", after: { asOfMinus: { days: 20 } } },
    ];
    expect(idleOf({ all: dates }, kinds)).toEqual([{ field: "start", comparison: "after" }]);
  });

  it("weighs a test by whom the rule meets: a missing fact meets none either way", () => {
    const not = { not: { field: "headcount", atLeast: 5, atMost: 4 } };
    expect(idleOf({ all: [not, { field: "headcount", isMissing: false }] })).toEqual([
      { field: "headcount", comparison: "isMissing", bound: false },
    ]);
  });
});

describe("RULE-08 overlaps", () => {
  const overlapping = (hitPolicy: "first" | "unique", ...bounds: readonly number[]) =>
    prove({
      kinds: headcount,
      hitPolicy,
      rules: bounds.map((bound, index) => [`s${index}`, { field: "headcount", atLeast: bound }]),
    }).overlaps;

  it("refutes a unique rule set with an account that meets two rules", () => {
    expect(overlapping("unique", 5, 10)).toEqual([
      { rules: ["rules[0]", "rules[1]"], answer: witness({ headcount: 10 }) },
    ]);
  });

  it("proves a unique rule set, allows rules of one outcome to overlap, and any under first", () => {
    const { overlaps } = prove({
      kinds: headcount,
      hitPolicy: "unique",
      rules: [
        ["a", { field: "headcount", atLeast: 10 }],
        ["a", { field: "headcount", atLeast: 20 }],
        ["b", { field: "headcount", lessThan: 10 }],
      ],
    });
    expect(overlaps).toEqual([]);
    expect(overlapping("first", 5, 10)).toEqual([]);
  });
});
