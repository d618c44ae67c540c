import { describe, expect, it } from "vitest";
import { accountFields } from "../../src/facts/index.js";
import { ask, askUnfitted, faultsOf } from "./ask-classifiers.js";

const fields = { a: "number", b: "number", tags: "set", dear: "money" };
const minMax = { by: "minMax", better: "more", whenAllEqual: 0.5 };
const card = {
  method: "scorecard",
  labels: { key: {}, important: {}, ordinary: {} },
  weightsSumTo: 1,
  missing: "undecided",
  criteria: [
    { of: "a", weight: 0.75, normalise: minMax },
    { of: "b", weight: 0.25, normalise: { ...minMax, better: "less" } },
  ],
  bands: [
    { segment: "key", atLeast: 0.75 },
    { segment: "important", moreThan: 0.25 },
    { segment: "ordinary" },
  ],
};
const row = (a?: number, b?: number) => ({
  own: { ...(a === undefined ? {} : { a }), ...(b === undefined ? {} : { b }) },
});
const one = (normalise: object, of = "a") => ({
  ...card,
  criteria: [{ of, weight: 1, normalise }],
});
const scoresOf = (written: object, accounts: readonly object[], more: object = {}) =>
  ask({ card: written }, accounts, { fields, ...more }).scores("card");
const faults = (more: object) => faultsOf({ card: { ...card, ...more } }, { fields }).join(", ");

describe("SEG-14 a weighted scorecard", () => {
  const accounts = [row(0, 10), row(10, 10), row(10, 0), row(5, 5), row(0, 0)];

  it("adds weight × normalised criterion, and cuts the sum into bands, both sides of each", () => {
    const { scores, labels } = ask({ card }, accounts, { fields });
    expect(scores("card")).toEqual([0, 0.75, 1, 0.5, 0.25]);
    expect(labels()).toEqual(["ordinary", "key", "key", "important", "ordinary"]);
  });

  it("says how every criterion counted, which bands there are and what is short", () => {
    const { segment } = ask({ card }, accounts, { fields }).decide(3);
    expect(segment.because[0]).toEqual({
      kind: "step",
      step: "weightedScore",
      path: "segments.card.criteria",
      details: { weightsSumTo: 1, score: 0.5 },
      of: [
        {
          kind: "step",
          step: "criterion",
          path: "segments.card.criteria[0]",
          details: { of: "a", weight: 0.75, by: "minMax", value: 5, normalised: 0.5 },
          of: [],
        },
        {
          kind: "step",
          step: "criterion",
          path: "segments.card.criteria[1]",
          details: { of: "b", weight: 0.25, by: "minMax", value: 5, normalised: 0.5 },
          of: [],
        },
      ],
    });
    expect(segment.because[1]).toMatchObject({
      kind: "rule",
      rule: "segments.card.bands[0]",
      outcome: "key",
      verdict: "notMet",
      of: [{ path: "card.score", value: 0.5, bound: 0.75, shortBy: 0.25 }],
    });
  });

  it("is undecided between the bands that a missing criterion leaves", () => {
    const { segment } = ask({ card }, [...accounts, row(10)], { fields }).decide(5);
    expect(segment.value).toEqual({ kind: "segment", segment: "key" });
    expect(segment.missing).toEqual([]);
    const other = ask({ card }, [...accounts, row(undefined, 0)], { fields }).decide(5).segment;
    expect(other.value).toEqual({
      kind: "undecided",
      candidates: ["key", "important", "ordinary"],
    });
    expect(other.missing).toEqual([{ path: "a", why: "missing" }]);
    const third = ask({ card }, [...accounts, row(0)], { fields }).decide(5).segment;
    expect(third.value).toEqual({ kind: "segment", segment: "ordinary" });
  });

  it("or leaves the criterion out and rescales the weights", () => {
    const rescaled = { ...card, missing: "rescale" };
    expect(scoresOf(rescaled, [...accounts, row(5), row(undefined, 2), row()])).toEqual([
      ...[0, 0.75, 1, 0.5, 0.25],
      ...[0.5, 0.8, undefined],
    ]);
    const { segment } = ask({ card: rescaled }, [...accounts, row()], { fields }).decide(5);
    expect(segment.value).toEqual({
      kind: "undecided",
      candidates: ["key", "important", "ordinary"],
    });
    const { value } = ask({ card: rescaled }, [row(1, 1), row(2, 2)], { fields }).decide(0).segment;
    expect(value).toEqual({ kind: "segment", segment: "ordinary" });
  });

  it("does not let a criterion of no weight decide anything", () => {
    const z = { by: "z", better: "more", deviation: "population" };
    const criteria = [
      { ...card.criteria[0], weight: 1 },
      { of: "b", weight: 0, normalise: z },
    ];
    const { value } = ask({ card: { ...card, criteria } }, [row(9), row(0, 1)], { fields }).decide(
      0,
    ).segment;
    expect(value).toEqual({ kind: "segment", segment: "key" });
  });

  it("takes weights of 100 and from parameters", () => {
    const hundred = {
      ...card,
      weightsSumTo: 100,
      criteria: [
        { ...card.criteria[0], weight: { parameter: "heavy" } },
        { ...card.criteria[1], weight: 25 },
      ],
      bands: [{ segment: "key", atLeast: 75 }, { segment: "ordinary" }],
    };
    expect(scoresOf(hundred, accounts, { parameters: { heavy: 75 } })).toEqual([
      0, 75, 100, 50, 25,
    ]);
  });

  it("leaves an account unclassified that no band holds", () => {
    const bands = [{ segment: "key", atLeast: 0.5 }];
    const { labels, decide } = ask(
      { card: { ...card, labels: { key: {} }, bands } },
      [...accounts, row()],
      { fields },
    );
    expect(labels().slice(0, 2)).toEqual(["unclassified", "key"]);
    expect(decide(5).segment.value).toEqual({
      kind: "undecided",
      candidates: ["key", "unclassified"],
    });
  });

  describe("SEG-14 normalises by a named method", () => {
    it("minMax: 0 … 1, and not beyond for an account outside the base that was fitted", () => {
      const { compiled } = ask({ card: one(minMax) }, [row(2), row(4)], { fields });
      const classifier = compiled.classifiers.get("card")!;
      expect(classifier.method === "scorecard" && classifier.fit).toEqual({
        method: "scorecard",
        scales: [{ by: "minMax", minimum: 2, maximum: 4 }],
      });
    });

    it("minMax: a stated share where all are equal, also one account alone", () => {
      expect(scoresOf(one(minMax), [row(7), row(7)])).toEqual([0.5, 0.5]);
      expect(scoresOf(one({ ...minMax, whenAllEqual: 1 }), [row(7)])).toEqual([1]);
    });

    it("minMax: does not overflow over the widest range there is", () => {
      const wide = [row(-Number.MAX_VALUE), row(Number.MAX_VALUE), row(0)];
      expect(scoresOf(one(minMax), wide)).toEqual([0, 1, 0.5]);
    });

    it.each([
      ["lowest", "more", [0, 0.25, 0.25, 0.75, 1]],
      ["mean", "more", [0, 0.375, 0.375, 0.75, 1]],
      ["highest", "more", [0, 0.5, 0.5, 0.75, 1]],
      ["lowest", "less", [1, 0.5, 0.5, 0.25, 0]],
      ["highest", "less", [1, 0.75, 0.75, 0.25, 0]],
    ])("rank: ties get the %s rank, %s is better", (ties, better, expected) => {
      const rank = { by: "rank", better, ties, whenAllEqual: 0.5 };
      expect(scoresOf(one(rank), [row(1), row(2), row(2), row(3), row(4)])).toEqual(expected);
    });

    it("rank: a stated share where all are equal", () => {
      const rank = { by: "rank", better: "more", ties: "mean", whenAllEqual: 0.25 };
      expect(scoresOf(one(rank), [row(3), row(3)])).toEqual([0.25, 0.25]);
    });

    it.each([
      ["population", [-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2]],
      ["sample", [-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2].map((z) => z * Math.sqrt(7 / 8))],
    ])("z: standard deviations of the %s", (deviation, expected) => {
      // Mean 5, squares 32: the deviation is 2 of the population, √(32/7) of the sample.
      const z = { by: "z", better: "more", deviation };
      const scores = scoresOf(
        one(z),
        [2, 4, 4, 4, 5, 5, 7, 9].map((each) => row(each)),
      );
      scores.forEach((score, index) => {
        expect(score).toBeCloseTo(expected[index]!, 12);
      });
      const less = scoresOf(one({ ...z, better: "less" }), [row(1), row(3)]);
      expect(less[0]).toBe(-less[1]!);
    });

    it("z: 0 where all are equal, or there is one account alone", () => {
      const sample = { by: "z", better: "more", deviation: "sample" };
      expect(scoresOf(one(sample), [row(3), row(3)])).toEqual([0, 0]);
      expect(scoresOf(one(sample), [row(3)])).toEqual([0]);
    });

    it("z: every band is possible while the value is missing", () => {
      const z = { by: "z", better: "more", deviation: "population" };
      const { value } = ask({ card: one(z) }, [row(), row(1)], { fields }).decide(0).segment;
      expect(value).toEqual({ kind: "undecided", candidates: ["key", "important", "ordinary"] });
    });

    it("bands: points by fixed bounds, inclusive", () => {
      const bands = {
        by: "bands",
        bands: [{ points: 1, atLeast: 10 }, { points: 0.3, atLeast: 5 }, { points: 0 }],
      };
      const accounts = [10, 9, 5, 4].map((each) => row(each));
      expect(scoresOf(one(bands), accounts)).toEqual([1, 0.3, 0.3, 0]);
      const { value } = ask({ card: one(bands) }, [row()], { fields }).decide(0).segment;
      expect(value).toEqual({ kind: "undecided", candidates: ["key", "important", "ordinary"] });
    });

    it("bands: of money too", () => {
      const atLeast = { amount: "5.00", currency: "EUR" };
      const bands = { by: "bands", bands: [{ points: 1, atLeast }, { points: 0 }] };
      const dear = (minor: number) => ({ own: { dear: { minor, currency: "EUR" } } });
      expect(scoresOf(one(bands, "dear"), [dear(500), dear(499)])).toEqual([1, 0]);
    });

    it("points: by word, for categories, texts, yes and no, and other classifiers", () => {
      const level = { by: "points", points: { low: 0, medium: 0.5, high: 1 } };
      const judged = ["low", "medium", "high"].map((value) => ({
        judgements: { effort: { value } },
      }));
      expect(scoresOf(one(level, "effort"), judged)).toEqual([0, 0.5, 1]);
      const text = { by: "points", points: { north: 1 }, otherwise: 0.4 };
      const regions = [{ region: "north" }, { region: "south" }, {}];
      expect(scoresOf(one(text, "region"), regions)).toEqual([1, 0.4, undefined]);
      const flag = { by: "points", points: { true: 1, false: 0 } };
      const groups = [{ inGroup: true }, { inGroup: false }];
      expect(scoresOf(one(flag, "inGroup"), groups)).toEqual([1, 0]);
      const { value } = ask({ card: one(text, "region") }, [{}], { fields }).decide(0).segment;
      expect(value).toEqual({ kind: "undecided", candidates: ["key", "important"] });
      const tier = {
        method: "bands",
        labels: { top: {} },
        of: "a",
        bands: [{ segment: "top", atLeast: 5 }],
        missing: "undecided",
      };
      const byTier = one({ by: "points", points: { top: 1 } }, "tier");
      expect(ask({ tier, card: byTier }, [row(5), row(4)], { fields }).labels()).toEqual([
        "key",
        "unclassified",
      ]);
    });
  });

  it("leaves an account unclassified of which a criterion is known to be none", () => {
    const measures = { best: { maximum: "orders.quantity", over: "always" } };
    const base = { coverage: { orders: "complete" } };
    const both = {
      ...card,
      criteria: [{ ...card.criteria[0] }, { ...card.criteria[1], of: "best" }],
    };
    const asked = (missing: string, own: object) =>
      ask({ card: { ...both, missing } }, [own, row(0), row(4)], { fields, measures }, base);
    expect(asked("undecided", row(3)).labels()[0]).toBe("unclassified");
    expect(asked("undecided", {}).labels()[0]).toBe("unclassified");
    expect(asked("rescale", row(3)).scores("card")[0]).toBe(0.75);
    const only = {
      ...card,
      missing: "rescale",
      criteria: [{ ...card.criteria[0], of: "best", weight: 1 }],
    };
    expect(ask({ card: only }, [{}], { fields, measures }, base).labels()).toEqual([
      "unclassified",
    ]);
  });

  it.each(["undecided", "rescale"])(
    "demands its scales where the fit is missing: %s",
    (missing) => {
      const written = { card: { ...card, missing } };
      expect(askUnfitted(written, row(1, 2), { fields }).segment).toMatchObject({
        value: { kind: "undecided", candidates: ["key", "important", "ordinary"] },
        missing: [{ path: "segments.card", why: "notFitted" }],
      });
      const { segment } = askUnfitted(written, row(1), { fields });
      const lacked = segment.missing.map(({ path, why }) => `${path} ${why}`);
      expect(lacked).toEqual(["b missing", "segments.card notFitted"]);
      const { fit } = ask(written, [], { fields });
      expect(fit.classifiers["card"]).toEqual({ method: "scorecard", scales: [null, null] });
    },
  );

  it("SEG-14 takes the sixteen grouping criteria of S1 T7", () => {
    const names = [
      ...[
        "turnover",
        "marketShare",
        "customerMargin",
        "lifetimeValue",
        "image",
        "relationshipYears",
      ],
      ...[
        "growthPotential",
        "industry",
        "region",
        "strategicFit",
        "priceLevel",
        "shareOfPurchases",
      ],
      ...[
        "financialStability",
        "potentialForSeveralServices",
        "offeringFit",
        "topManagementContacts",
      ],
      "cashFlowOutlook",
    ];
    const own = {
      customerMargin: "money",
      lifetimeValue: "money",
      relationshipYears: "number",
      shareOfPurchases: "number",
      offeringFit: ["low", "medium", "high"],
    };
    const kinds: Readonly<Record<string, unknown>> = { ...accountFields, ...own };
    const criteria = names.map((of, index) => {
      const kind = kinds[of];
      const words = Array.isArray(kind) ? kind : ["true", "false"];
      const points = Object.fromEntries(words.map((word, at) => [word, at / (words.length - 1)]));
      const normalise =
        kind === "number" || kind === "money"
          ? minMax
          : {
              by: "points",
              points: kind === "text" ? {} : points,
              ...(kind === "text" ? { otherwise: 0.5 } : {}),
            };
      return { of, weight: index === 0 ? 20 : 5, normalise };
    });
    const written = {
      ...card,
      weightsSumTo: 100,
      criteria,
      bands: [{ segment: "key", atLeast: 50 }, { segment: "ordinary" }],
    };
    expect(faultsOf({ card: written }, { fields: own })).toEqual([]);
    expect(criteria).toHaveLength(17);
  });
});

describe("a scorecard that does not compile", () => {
  const [first, second] = card.criteria;
  const at = "segments.card";
  const normalised = (normalise: object, of = "a") => ({
    criteria: [{ of, weight: 1, normalise }],
  });
  it.each<[object, string]>([
    [{}, ""],
    [{ missing: "ignore" }, `unknown-value at ${at}.missing`],
    [{ weightsSumTo: 10 }, `unknown-value at ${at}.weightsSumTo`],
    [{ criteria: [first] }, `weights-do-not-sum at ${at}.criteria`],
    [{ criteria: [] }, `empty-list at ${at}.criteria, weights-do-not-sum at ${at}.criteria`],
    [{ criteria: [7] }, `not-a-criterion at ${at}.criteria[0]`],
    [
      {
        criteria: [
          { ...first, weight: 1.25 },
          { ...second, weight: -0.25 },
        ],
      },
      `out-of-range at ${at}.criteria[1].weight`,
    ],
    [{ criteria: [{ ...first, weight: "1" }] }, `wrong-value-type at ${at}.criteria[0].weight`],
    [{ criteria: [{ ...first, of: "c", weight: 1 }] }, `unknown-field at ${at}.criteria[0].of`],
    [
      { criteria: [{ ...first, weight: 1, wight: 1 }] },
      `unknown-property at ${at}.criteria[0].wight`,
    ],
    [normalised({ by: "minmax" }), `unknown-value at ${at}.criteria[0].normalise.by`],
    [normalised({ ...minMax, low: 1 }), `unknown-property at ${at}.criteria[0].normalise.low`],
    [
      normalised({ ...minMax, better: "most" }),
      `unknown-value at ${at}.criteria[0].normalise.better`,
    ],
    [
      normalised({ ...minMax, whenAllEqual: 2 }),
      `out-of-range at ${at}.criteria[0].normalise.whenAllEqual`,
    ],
    [
      normalised({ ...minMax, whenAllEqual: -1 }),
      `out-of-range at ${at}.criteria[0].normalise.whenAllEqual`,
    ],
    [
      normalised({ by: "rank", better: "more", ties: "mid", whenAllEqual: 0 }),
      `unknown-value at ${at}.criteria[0].normalise.ties`,
    ],
    [
      normalised({ by: "z", better: "more", deviation: "x" }),
      `unknown-value at ${at}.criteria[0].normalise.deviation`,
    ],
    [normalised(minMax, "region"), `wrong-field-kind at ${at}.criteria[0].normalise.by`],
    [
      normalised({ by: "points", points: {} }, "a"),
      `wrong-field-kind at ${at}.criteria[0].normalise.by`,
    ],
    [
      normalised({ by: "points", points: {} }, "tags"),
      `wrong-field-kind at ${at}.criteria[0].normalise.by`,
    ],
    [
      normalised({ by: "points", points: {} }, "region"),
      `missing-property at ${at}.criteria[0].normalise.otherwise`,
    ],
    [
      normalised({ by: "points", points: { low: 0, medum: 1, high: "1" } }, "effort"),
      `unknown-value at ${at}.criteria[0].normalise.points.medum, wrong-value-type at ${at}.criteria[0].normalise.points.high, missing-property at ${at}.criteria[0].normalise.points.medium`,
    ],
    [
      normalised({ by: "points", points: { low: 0, medium: 1 }, otherwise: "x" }, "effort"),
      `wrong-value-type at ${at}.criteria[0].normalise.otherwise`,
    ],
    [normalised({ by: "bands", bands: [] }), `empty-list at ${at}.criteria[0].normalise.bands`],
    [
      normalised({ by: "bands", bands: [{ points: 1, atLeast: 5 }] }),
      `not-a-band at ${at}.criteria[0].normalise.bands[0]`,
    ],
    [
      normalised({ by: "bands", bands: [{ points: "1", more: 1 }] }),
      `unknown-property at ${at}.criteria[0].normalise.bands[0].more, wrong-value-type at ${at}.criteria[0].normalise.bands[0].points`,
    ],
    [
      normalised({
        by: "bands",
        bands: [{ points: 1, atLeast: 5 }, { points: 2, atLeast: 5 }, { points: 0 }],
      }),
      `bands-out-of-order at ${at}.criteria[0].normalise.bands[1]`,
    ],
    [
      normalised({ by: "bands", bands: [{ points: 1, atLeast: "5" }, { points: 0 }] }),
      `wrong-value-type at ${at}.criteria[0].normalise.bands[0].atLeast`,
    ],
    [
      { bands: [{ segment: "key", atLeast: { cut: "x" } }] },
      `unknown-cut at ${at}.bands[0].atLeast.cut`,
    ],
  ])("%j", (more, expected) => {
    expect(faults(more)).toBe(expected);
  });

  it("has at most 10 000 criteria", () => {
    expect(faults({ criteria: Array.from({ length: 10_001 }, () => first) })).toContain("too-many");
  });
});
