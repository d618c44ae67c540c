import { describe, expect, it } from "vitest";
import { wholesalerPolicy } from "../../demo/policies/wholesaler.js";
import {
  type CarePolicy,
  compilePolicy,
  provePolicy,
  withParameters,
} from "../../src/policy/index.js";
import * as presets from "../../src/presets/index.js";
import { orThrow } from "../../src/shapes/index.js";

const AS_OF = { asOf: "2018-03-28" } as const;
const number = (field: string, more: object): object => ({ field, ...more });
const few = number("headcount", { lessThan: 100 });
const many = number("headcount", { atLeast: 500 });
const all = (...of: object[]): object => ({ all: of });
const kind = (equals: string): object => ({ field: "kind", equals });
const visits = {
  ...{ method: "quota", counts: all(kind("visit")), counting: "held", atLeast: 2 },
  ...{ per: { rolling: { months: 12 } }, spread: "anyTime", roll: "next" },
};
const model = (significance: number, cadences: unknown = ["visits"]): object => {
  return { ownership: { mode: "onePerson" }, cadences, significance };
};

function policyOf(care: object, cadence: object = {}, more: object = {}): CarePolicy {
  const rules = [{ segment: "large", when: many }];
  const labels = { large: {}, small: {} };
  const size = { method: "rules", hitPolicy: "first", labels, rules, otherwise: "small" };
  return {
    ...{ id: "p", version: "1", currency: "EUR", segments: { size } },
    cadences: { visits: { ...visits, ...cadence } },
    care: {
      segmentedBy: "size",
      models: { personal: model(1), light: model(2, "none") },
      bySegment: { large: "personal", small: "light" },
      ...care,
    },
    ...more,
  } as unknown as CarePolicy;
}

const found = (policy: CarePolicy): readonly string[] =>
  provePolicy(orThrow(compilePolicy(policy)), AS_OF).findings.map(({ code, path }) => {
    return `${code} ${path}`;
  });

/** A path from `light` over two steps. */
const walking = (climbs: string, first: object, second: object): object => ({
  models: { personal: model(1), light: model(2, "none"), known: model(3), key: model(4) },
  paths: {
    up: {
      ...{ from: "light", climbs },
      steps: [
        { to: "known", when: first },
        { to: "key", when: second },
      ],
    },
  },
});

describe("RULE-08 proofs of the care chapter", () => {
  it("finds nothing on a path whose every step is taken by somebody", () => {
    const rising = [number("headcount", { atLeast: 5 }), number("headcount", { atLeast: 50 })];
    expect(found(policyOf(walking("stepByStep", rising[0]!, rising[1]!)))).toEqual([]);
    expect(found(policyOf(walking("highestMet", rising[0]!, rising[1]!)))).toEqual([]);
  });

  it("contradictory-condition: a step that excludes the one before it, where steps are taken in turn", () => {
    const care = walking("stepByStep", few, many);
    expect(found(policyOf(care))).toEqual([
      "contradictory-condition care.paths.up.steps[1]",
      "unreachable-care-model care.models.key",
    ]);
    expect(found(policyOf(walking("highestMet", few, many)))).toEqual([]);
  });

  it("unreachable-rule: a step that a later one always passes", () => {
    const care = walking("highestMet", many, number("headcount", { atLeast: 5 }));
    expect(found(policyOf(care))).toEqual([
      "unreachable-rule care.paths.up.steps[0]",
      "unreachable-care-model care.models.known",
    ]);
    const never = walking("highestMet", all(few, many), many);
    expect(found(policyOf(never))).toEqual([
      "contradictory-condition care.paths.up.steps[0]",
      "unreachable-care-model care.models.known",
    ]);
  });

  it("condition-always-met, idle-comparison: a step that everybody takes, a bound without effect", () => {
    const anybody = { any: [few, number("headcount", { atLeast: 100 })] };
    expect(found(policyOf(walking("stepByStep", anybody, many)))).toEqual([
      "condition-always-met care.paths.up.steps[0]",
    ]);
    const twice = number("headcount", { atLeast: 5, moreThan: 3 });
    expect(found(policyOf(walking("stepByStep", twice, many)))).toEqual([
      "idle-comparison care.paths.up.steps[0]",
    ]);
  });

  it("unreachable-care-model: an exception alone brings somebody there, and further along a path", () => {
    const care = walking("stepByStep", number("headcount", { atLeast: 5 }), many);
    const dead = { all: [few, many] };
    const empty = policyOf({
      ...care,
      exceptions: [{ accountId: "A", model: "known", reason: "r" }],
    });
    const { size } = empty.segments as unknown as Readonly<Record<string, object>>;
    const segments = { size: { ...size, rules: [{ segment: "large", when: dead }] } };
    const policy = { ...empty, segments } as unknown as CarePolicy;
    expect(found(policy)).toEqual([
      "contradictory-rule segments.size.rules[0]",
      "unreachable-segment segments.size.labels.large",
      "unreachable-care-model care.models.personal",
    ]);
  });

  it("exception-out-of-force: an exception after the policy, before it, and within it", () => {
    const within = (validFrom: string, validUntil: string): readonly string[] =>
      found(
        policyOf(
          { exceptions: [{ accountId: "A", model: "light", reason: "r", validFrom, validUntil }] },
          {},
          { validFrom: "2018-01-01", validUntil: "2019-01-01" },
        ),
      );
    expect(within("2018-12-31", "2019-06-01")).toEqual([]);
    expect(within("2019-01-01", "2019-06-01")).toEqual([
      "exception-out-of-force care.exceptions[0]",
    ]);
    expect(within("2017-01-01", "2018-01-01")).toEqual([
      "exception-out-of-force care.exceptions[0]",
    ]);
    expect(within("2017-01-01", "2018-01-02")).toEqual([]);
  });
});

describe("RULE-08 proofs of other places with conditions", () => {
  it("finds adjustments for accounts that the cadence does not hold for", () => {
    const adjusted = (when: object): object => ({
      appliesWhen: many,
      adjusted: [{ when, atLeast: 1 }],
    });
    expect(found(policyOf({}, adjusted(few)))).toEqual([
      "contradictory-condition cadences.visits.adjusted[0].when",
    ]);
    expect(found(policyOf({}, adjusted(number("headcount", { atLeast: 900 }))))).toEqual([]);
    const unbound = { adjusted: [{ when: few, atLeast: 1 }] };
    expect(found(policyOf({}, unbound))).toEqual([]);
  });

  it("finds weights of contacts that do not count, and tired channels that never are", () => {
    const weights = (when: object): object => ({ weights: [{ when, weight: 2 }] });
    expect(found(policyOf({}, weights(kind("email"))))).toEqual([
      "contradictory-condition cadences.visits.weights[0].when",
    ]);
    expect(found(policyOf({}, weights({ field: "channel", equals: "video" })))).toEqual([]);
    const counts = all(kind("visit"), kind("email"));
    const fatigue = { counts, atMost: 2, within: { days: 30 } };
    expect(found(policyOf({}, { fatigue }))).toEqual([
      "contradictory-condition cadences.visits.fatigue.counts",
    ]);
  });

  it("finds criteria that no counted activity meets, and prizes that nobody can win", () => {
    const campaign = (counts: object, more: object): readonly string[] => {
      const { autumn } = wholesalerPolicy.campaigns!;
      const campaigns = { autumn: { ...autumn, counts, ...more } };
      return found({ ...wholesalerPolicy, campaigns } as unknown as CarePolicy).filter((each) => {
        return each.includes("campaigns.");
      });
    };
    expect(campaign({ field: "status", equals: "planned" }, {})).toEqual([
      "contradictory-condition campaigns.autumn.criteria.status.where",
    ]);
    expect(campaign(kind("visit"), {})).toEqual([]);
    const prize = (when: object): object => ({
      figures: { nps: "number" },
      figurePrizes: [{ when, prize: { amount: "20.00", currency: "USD" }, of: "team" }],
    });
    expect(campaign(kind("visit"), prize({ field: "nps", atLeast: 50 }))).toEqual([]);
    expect(campaign(kind("visit"), prize({ field: "nps", atLeast: 50, lessThan: 50 }))).toEqual([
      "contradictory-condition campaigns.autumn.figurePrizes[0].when",
    ]);
  });

  it("tells a contradiction of one condition from one with what is given", () => {
    const told = (when: object) => {
      const policy = policyOf({}, { weights: [{ when, weight: 2 }] });
      return provePolicy(orThrow(compilePolicy(policy)), AS_OF).findings[0]!.message;
    };
    expect(told(kind("email"))).toContain("together with");
    expect(told(all(kind("visit"), kind("email")))).toContain("contradicts itself");
  });

  it("finds nothing in cadences and campaigns of the presets and of the demo", () => {
    const policies = Object.values(presets).flatMap((preset) => {
      if (typeof preset !== "object" || preset === null || !("illustrativeValues" in preset))
        return [];
      return [orThrow(withParameters(preset.policy, preset.illustrativeValues))];
    });
    expect(policies.length).toBeGreaterThan(0);
    for (const policy of [...policies, wholesalerPolicy]) {
      const places = found(policy).filter((each) => /condition| care\./.test(each));
      expect(places).toEqual([]);
    }
  });
});

describe("RULE-08 proofs of scorecards and matrices", () => {
  const card = (missing: string, weight: number, upper: number): object => ({
    ...{ method: "scorecard", labels: { high: {}, low: {} }, weightsSumTo: 1, missing },
    criteria: [
      {
        of: "headcount",
        weight,
        normalise: { by: "bands", bands: [{ points: 10, atLeast: 500 }, { points: 2 }] },
      },
      {
        of: "chainSteered",
        weight: 1 - weight,
        normalise: { by: "points", points: { true: 6, false: 0 } },
      },
    ],
    bands: [{ segment: "high", atLeast: upper }, { segment: "low" }],
  });
  const reach = (value: object): readonly string[] => {
    const policy = policyOf({});
    return found({ ...policy, segments: { ...policy.segments, value } } as unknown as CarePolicy);
  };
  const OUT = ["unreachable-segment segments.value.labels.high"];

  it("unreachable-segment: a band above the best score, and one that the worst score passes", () => {
    expect(reach(card("undecided", 0.5, 8))).toEqual([]);
    expect(reach(card("undecided", 0.5, 8.5))).toEqual(OUT);
    expect(reach(card("undecided", 0.5, 1))).toEqual([
      "unreachable-segment segments.value.labels.low",
    ]);
    expect(reach(card("undecided", 0, 6))).toEqual([]);
    expect(reach(card("undecided", 0, 7))).toEqual(OUT);
  });

  it("unreachable-segment: where weights are rescaled one criterion alone may be the score", () => {
    expect(reach(card("rescale", 0.5, 8.5))).toEqual([]);
    expect(reach(card("rescale", 0.5, 10.5))).toEqual(OUT);
  });

  it("unreachable-segment: a score without bounds reaches every band", () => {
    const z = { by: "z", better: "more", deviation: "sample" };
    const criteria = [{ of: "headcount", weight: 1, normalise: z }];
    expect(reach({ ...card("undecided", 0.5, 100), criteria })).toEqual([]);
  });

  it("unreachable-cell: an axis that is another classifier passes on what it excludes", () => {
    const priority = (rules: readonly object[]): readonly string[] => {
      const size = {
        ...{ method: "rules", hitPolicy: "first", labels: { large: {}, small: {} } },
        ...{ rules, otherwise: "small" },
      };
      const matrix = {
        ...{ method: "matrix", labels: { first: {}, later: {} } },
        axes: [{ field: "size", values: ["large", "small"] }],
        cells: { large: "first", small: "later" },
      };
      return found({ ...policyOf({}), segments: { size, matrix } } as unknown as CarePolicy);
    };
    expect(priority([{ segment: "large", when: many }])).toEqual([]);
    const excluding = [
      { exclude: true, when: many },
      { segment: "large", when: few },
    ];
    expect(priority(excluding)).toEqual([]);
    const shadowed = [
      { exclude: true, when: few },
      { segment: "large", when: few },
    ];
    expect(priority(shadowed)).toEqual([
      "unreachable-rule segments.size.rules[1]",
      "unreachable-segment segments.size.labels.large",
      "unreachable-cell segments.matrix.cells.large",
      "unreachable-segment segments.matrix.labels.first",
      "unreachable-care-model care.models.personal",
    ]);
  });

  it("knows an account only by what its other classifier can say of it", () => {
    const inner = (when: object): CarePolicy => {
      const policy = policyOf({});
      const outer = {
        ...{ method: "rules", hitPolicy: "first", labels: { key: {}, other: {} } },
        rules: [{ segment: "key", when: all({ field: "size", equals: "large" }, when) }],
        otherwise: "other",
      };
      return { ...policy, segments: { ...policy.segments, outer } } as unknown as CarePolicy;
    };
    expect(found(inner({ field: "chainSteered", equals: true }))).toEqual([]);
    expect(found(inner(number("headcount", { atLeast: 800 })))).toEqual([
      "idle-comparison segments.outer.rules[0]",
    ]);
    expect(found(inner(few))).toEqual([
      "contradictory-rule segments.outer.rules[0]",
      "unreachable-segment segments.outer.labels.key",
    ]);
  });
});
