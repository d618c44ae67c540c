import { describe, expect, it } from "vitest";
import { type CareOutcome, moveOnCare, nextCareMove } from "../../src/care/index.js";
import type { Cell } from "../../src/rules/index.js";
import type { Decision, Reason } from "../../src/shapes/index.js";
import golden from "../golden/care/s2-contract-limit.json" with { type: "json" };
import { compileChapter, rowOf } from "./compile-chapter.js";

const one = { cadences: "none", significance: 1 } as const;
const models = {
  team: { ...one, ownership: { mode: "team" } },
  named: { ...one, ownership: { mode: "onePerson" } },
  large: { ...one, ownership: { mode: "onePerson", team: "required" } },
} as const;
const overLimit = { field: "contractValue", moreThan: { parameter: "limit" } };
const broadAndRich = {
  all: [
    { field: "serviceBreadth", atLeast: 5 },
    { field: "revenue", atLeast: { amount: "100000.00", currency: "EUR" } },
  ],
};
const sme = {
  from: "team",
  climbs: "stepByStep",
  steps: [
    { to: "named", when: overLimit },
    { to: "large", when: broadAndRich },
  ],
};
const chapter = { models, bySegment: { A: "team", B: "team", C: "team" }, paths: { sme } };
const parameters = { limit: { amount: "20000.00", currency: "EUR" } };

function compiled(path: object = {}, limit: Readonly<Record<string, unknown>> = parameters) {
  return compileChapter({ ...chapter, paths: { sme: { ...sme, ...path } } }, limit);
}

function moved(
  facts: Readonly<Record<string, Cell>>,
  path: object = {},
  value: CareOutcome = { kind: "model", model: "team" },
  because: readonly Reason[] = [],
): Decision<CareOutcome> {
  const { care, scope } = compiled(path);
  return moveOnCare({ value, because, missing: [] }, care, rowOf(scope, facts));
}

describe("CARE-06 from the team to a named manager to the care of large customers", () => {
  it.each(golden)("CARE-06 $description ($source)", ({ given, expected, missing = [] }) => {
    const decision = moved(given as Readonly<Record<string, Cell>>);
    expect(decision.value).toEqual(expected);
    expect(decision.missing).toEqual(missing);
  });

  it("CARE-06 no limit configured is an error, never a default", () => {
    expect(compiled({}, {}).faults).toEqual([
      "unknown-parameter at care.paths.sme.steps[0].when.moreThan.parameter",
    ]);
    expect(compiled({}, { limit: { open: "money", question: "which limit?" } }).faults).toEqual([
      "open-parameter at parameters.limit",
    ]);
    expect(
      compiled({ steps: [{ to: "named" }, { to: "large", when: broadAndRich }] }).faults,
    ).toEqual(["step-without-condition at care.paths.sme.steps[0].when"]);
  });

  it("CARE-06 the reason tells every step with how far it was", () => {
    const { because } = moved({ contractValue: 1_999_900, serviceBreadth: 1 });
    expect(because).toMatchObject([
      {
        kind: "step",
        step: "carePath",
        path: "care.paths.sme",
        details: { from: "team", to: ["team"] },
        of: [
          {
            kind: "rule",
            rule: "care.paths.sme.steps[0]",
            outcome: "named",
            verdict: "notMet",
            of: [{ path: "contractValue", shortBy: { minor: 100, currency: "EUR" } }],
          },
          { kind: "rule", outcome: "large", verdict: "notMet" },
        ],
      },
    ]);
  });

  it("CARE-06 unknown steps leave every model they could lead to", () => {
    const rich = { serviceBreadth: 5, revenue: 10_000_000 };
    expect(moved(rich).value).toEqual({ kind: "undecided", candidates: ["team", "large"] });
    expect(moved({}).value).toEqual({ kind: "undecided", candidates: ["team", "named", "large"] });
    expect(moved({}).missing.map(({ path }) => path)).toEqual([
      "contractValue",
      "serviceBreadth",
      "revenue",
    ]);
    const half = moved({ contractValue: 2_000_001, serviceBreadth: 5 });
    expect(half.value).toEqual({ kind: "undecided", candidates: ["named", "large"] });
    expect(half.missing).toEqual([{ path: "revenue", why: "missing" }]);
  });

  it("CARE-06 what lies behind a step that is not met is not missing", () => {
    const steps = [
      { to: "named", when: overLimit },
      { to: "large", when: broadAndRich },
    ];
    const third = { to: "top", when: { field: "headcount", atLeast: 5 } };
    const top = { ...models, top: models.large };
    const { care, scope } = compileChapter(
      { ...chapter, models: top, paths: { sme: { ...sme, steps: [...steps, third] } } },
      parameters,
    );
    const entitled = { value: { kind: "model", model: "team" }, because: [], missing: [] } as const;
    const decision = moveOnCare(entitled, care, rowOf(scope, { serviceBreadth: 1, revenue: 1 }));
    expect(decision.value).toEqual({ kind: "undecided", candidates: ["team", "named"] });
    expect(decision.missing.map(({ path }) => path)).toEqual(["contractValue"]);
  });

  it("CARE-06 an unknown step is no step where the company says so", () => {
    const [first, second] = sme.steps;
    const lenient = { steps: [{ ...first, whenUnknown: "notMet" }, second] };
    expect(moved({}, lenient)).toMatchObject({
      value: { kind: "model", model: "team" },
      missing: [],
    });
  });

  it("CARE-06 the highest step that is met counts where the company says so", () => {
    const highest = { climbs: "highestMet" };
    const rich = { serviceBreadth: 5, revenue: 10_000_000 };
    const modelOf = (facts: Readonly<Record<string, Cell>>) => moved(facts, highest).value;
    expect(modelOf({ contractValue: 0, ...rich })).toEqual({ kind: "model", model: "large" });
    expect(modelOf(rich)).toEqual({ kind: "model", model: "large" });
    expect(modelOf({ contractValue: 2_000_001, serviceBreadth: 4 })).toMatchObject({
      model: "named",
    });
    expect(modelOf({ contractValue: 0, serviceBreadth: 4 })).toMatchObject({ model: "team" });
    const open = moved({ contractValue: 2_000_001 }, highest);
    expect(open.value).toEqual({ kind: "undecided", candidates: ["named", "large"] });
    expect(open.missing.map(({ path }) => path)).toEqual(["serviceBreadth", "revenue"]);
    const wide = moved({ serviceBreadth: 4 }, highest);
    expect(wide.value).toEqual({ kind: "undecided", candidates: ["team", "named"] });
    expect(wide.missing.map(({ path }) => path)).toEqual(["contractValue"]);
  });

  it("CARE-06 candidates walk the path too, and may come to one model", () => {
    const candidates = ["team", "named"];
    const undecided = { kind: "undecided" as const, candidates };
    expect(moved({ contractValue: 2_000_001, serviceBreadth: 1 }, {}, undecided)).toMatchObject({
      value: { kind: "model", model: "named" },
      missing: [],
    });
    expect(moved({ contractValue: 0 }, {}, undecided).value).toEqual(undecided);
    const none = { kind: "undecided" as const, candidates: ["none", "team"] };
    expect(moved({ contractValue: 0 }, {}, none).value).toEqual(none);
  });

  it("CARE-06 an exception, no model, and a model without a path stay as they are", () => {
    const over = { contractValue: 2_000_001, serviceBreadth: 1 };
    const exception = {
      kind: "step",
      step: "careException",
      path: "",
      details: {},
      of: [],
    } as const;
    const kept = moved(over, {}, { kind: "model", model: "team" }, [exception]);
    expect(kept).toEqual({
      value: { kind: "model", model: "team" },
      because: [exception],
      missing: [],
    });
    expect(moved(over, {}, { kind: "none" }).because).toEqual([]);
    expect(moved(over, {}, { kind: "model", model: "large" })).toEqual({
      value: { kind: "model", model: "large" },
      because: [],
      missing: [],
    });
    const step = { kind: "step", step: "careBySegment", path: "", details: {}, of: [] } as const;
    expect(moved(over, {}, { kind: "model", model: "team" }, [step])).toMatchObject({
      value: { model: "named" },
      because: [step, { step: "carePath" }],
    });
  });

  it("CARE-06 the first day on which time alone could move an account", () => {
    const steps = [{ to: "named", when: { field: "silence", atLeast: 30 } }];
    const { care, scope } = compileChapter({
      ...chapter,
      bySegment: { A: "team", B: "team", C: "large" },
      paths: { sme: { ...sme, steps } },
    });
    expect(nextCareMove(care, rowOf(scope, { silence: 28 }, 17_532, ["silence"]))).toBe(17_534);
    expect(nextCareMove(care, rowOf(scope, { silence: 28 }))).toBe(Number.POSITIVE_INFINITY);
    const without = compileChapter();
    expect(nextCareMove(without.care, rowOf(without.scope, {}))).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("CARE-06 what a path must say", () => {
  const at = "care.paths.sme";

  it.each<[object, string[]]>([
    [{ title: "a", note: "b", source: "c" }, []],
    [{ form: "team" }, [`unknown-property at ${at}.form`]],
    [{ climbs: "inTurn" }, [`unknown-value at ${at}.climbs`]],
    [{ from: "teem" }, [`unknown-care-model at ${at}.from`]],
    [
      { steps: [] },
      [
        `empty-list at ${at}.steps`,
        "orphaned-care-model at care.models.named",
        "orphaned-care-model at care.models.large",
      ],
    ],
    [
      { steps: [...sme.steps, { to: "team", when: overLimit }] },
      [`circular-path at ${at}.steps[2].to`],
    ],
    [
      { steps: [...sme.steps, { to: "larg", when: overLimit }] },
      [`unknown-care-model at ${at}.steps[2].to`],
    ],
    [
      { steps: [sme.steps[0], { ...sme.steps[1], unless: 1 }] },
      [`unknown-property at ${at}.steps[1].unless`],
    ],
    [
      { steps: [sme.steps[0], { to: "large", when: { field: "revenu", atLeast: 1 } }] },
      [`unknown-field at ${at}.steps[1].when.field`],
    ],
  ])("CARE-06 %j: %j", (change, expected) => {
    expect(compiled(change).faults).toEqual(expected);
  });

  it("CARE-06 two paths from one model are refused", () => {
    const paths = { sme, other: { ...sme, climbs: "highestMet" } };
    expect(compileChapter({ ...chapter, paths }, parameters).faults).toEqual([
      "duplicate-path at care.paths.other.from",
    ]);
  });
});
