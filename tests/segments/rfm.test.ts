import { describe, expect, it } from "vitest";
import { rfmScores } from "../../src/segments/index.js";
import { faultOf } from "../time/fault-of.js";
import { ask, askUnfitted, faultsOf } from "./ask-classifiers.js";

const fields = { r: "number", f: "number", m: "number", dear: "money", seen: "date" };
const rfm = {
  method: "rfm",
  labels: { best: {}, rest: {}, lost: {} },
  recency: "r",
  frequency: "f",
  monetary: "m",
  bins: 3,
  scoring: {
    by: "thresholds",
    boundary: "upper",
    recency: [10, 20],
    frequency: [2, 4],
    monetary: [5, 9],
  },
  hitPolicy: "unique",
  segments: [
    { segment: "best", recency: [3, 3], frequency: [2, 3] },
    { segment: "lost", recency: [1, 1] },
  ],
  otherwise: "rest",
  neverBought: "lost",
  missing: "undecided",
};
const row = (r?: number, f?: number, m?: number) => ({
  own: Object.fromEntries(Object.entries({ r, f, m }).filter(([, each]) => each !== undefined)),
});
const scores = (rows: readonly object[], more: object = {}) => {
  const asked = ask({ rfm: { ...rfm, ...more } }, rows, { fields });
  return asked.scores("rfm");
};
const faults = (more: object) => faultsOf({ rfm: { ...rfm, ...more } }, { fields }).join(", ");

describe("SEG-15 RFM by fixed thresholds", () => {
  it("scores each axis on both sides of its thresholds, the most recent highest", () => {
    const rows = [row(9, 1, 4), row(10, 2, 5), row(20, 4, 9), row(19, 3, 8)];
    expect(scores(rows)).toEqual([311, 222, 133, 222]);
    const scoring = { ...rfm.scoring, boundary: "lower" };
    expect(
      scores([row(10, 2, 5), row(11, 3, 6), row(20, 4, 9), row(21, 5, 10)], { scoring }),
    ).toEqual([...[311, 222, 222, 133]]);
  });

  it("gives the segment by ranges of scores, and every axis as a field of its own", () => {
    const asked = ask({ rfm }, [row(1, 2, 0), row(1, 1, 9), row(30, 9, 9), row(15, 9, 9)], {
      fields,
    });
    expect(asked.labels()).toEqual(["best", "rest", "lost", "rest"]);
    expect(asked.scores("rfm", "recency")).toEqual([3, 3, 1, 2]);
    expect(asked.scores("rfm", "frequency")).toEqual([2, 1, 3, 3]);
    expect(asked.scores("rfm", "monetary")).toEqual([1, 3, 3, 3]);
    expect(asked.fit.classifiers).toEqual({});
  });

  it("is undecided between the segments of all scores that are left, and names what is missing", () => {
    const { segment } = ask({ rfm }, [row(1, undefined, 3)], { fields }).decide(0);
    expect(segment.value).toEqual({ kind: "undecided", candidates: ["rest", "best"] });
    expect(segment.missing).toEqual([{ path: "f", why: "missing" }]);
    const decided = ask({ rfm }, [row(1, 2)], { fields });
    expect(decided.labels()).toEqual(["best"]);
    expect(decided.scores("rfm")).toEqual([undefined]);
    expect(decided.scores("rfm", "frequency")).toEqual([2]);
    expect(decided.decide(0).segment.missing).toEqual([]);
  });

  it.each(["excluded", "rest"])("puts a missing measure at its stated place: %s", (missing) => {
    const asked = ask({ rfm: { ...rfm, missing } }, [row(1)], { fields });
    expect(asked.labels()).toEqual([missing]);
  });

  it("has a place for those who never bought, and no score of them", () => {
    const measures = {
      last: { latest: "orders.orderedOn", over: "always" },
      days: { daysSince: "last" },
    };
    const base = { coverage: { orders: "complete" } };
    for (const neverBought of ["lost", "excluded"]) {
      const never = { ...rfm, recency: "days", neverBought };
      const asked = ask({ rfm: never }, [row(undefined, 0, 0)], { fields, measures }, base);
      expect(asked.labels()).toEqual([neverBought]);
      expect(asked.scores("rfm")).toEqual([undefined]);
    }
  });

  it("tells the scores, the cuts and the method", () => {
    const { because } = ask({ rfm }, [row(1, 2, 0)], { fields }).decide(0).segment;
    expect(because[0]).toEqual({
      kind: "step",
      step: "rfmScores",
      path: "segments.rfm.scoring",
      details: { by: "thresholds", bins: 3, score: 321 },
      of: [
        {
          kind: "step",
          step: "axisScore",
          path: "segments.rfm.recency",
          details: { of: "r", value: 1, score: 3, cuts: [10, 20] },
          of: [],
        },
        {
          kind: "step",
          step: "axisScore",
          path: "segments.rfm.frequency",
          details: { of: "f", value: 2, score: 2, cuts: [2, 4] },
          of: [],
        },
        {
          kind: "step",
          step: "axisScore",
          path: "segments.rfm.monetary",
          details: { of: "m", value: 0, score: 1, cuts: [5, 9] },
          of: [],
        },
      ],
    });
    expect(because[1]).toMatchObject({ kind: "rule", outcome: "best", verdict: "met" });
    const { because: unknown } = ask({ rfm }, [{ own: {} }], { fields }).decide(0).segment;
    expect(unknown[0]).toMatchObject({
      details: { by: "thresholds" },
      of: [{ details: { of: "r" } }, {}, {}],
    });
  });

  it("knows the day on which recency alone lowers the score", () => {
    const measures = {
      last: { latest: "orders.orderedOn", over: "always" },
      days: { daysSince: "last" },
    };
    const value = { minor: 1, currency: "EUR" };
    const orders = [{ id: 1, accountId: 0, orderedOn: "2018-03-20", value }];
    const base = { coverage: { orders: "complete" }, orders };
    const asked = (scoring: object) =>
      ask(
        { rfm: { ...rfm, recency: "days", scoring } },
        [row(undefined, 1, 1)],
        { fields, measures },
        base,
      );
    expect(asked(rfm.scoring).decide(0).validUntilDate).toBe("2018-03-30");
    const lower = { ...rfm.scoring, boundary: "lower", recency: [8, 20] };
    expect(asked(lower).decide(0).validUntilDate).toBe("2018-03-29");
    const past = { ...rfm.scoring, recency: [2, 7] };
    expect(asked(past).decide(0).validUntilDate).toBeUndefined();
    const nested = { by: "nested", type: 1, boundary: "lower" };
    expect(asked(nested).decide(0).validUntilDate).toBe("2018-03-29");
    const late = { ...rfm, monetary: "days", scoring: nested };
    const all = ask({ rfm: late }, [row(1, 1)], { fields, measures }, base);
    expect(all.decide(0).validUntilDate).toBe("2018-03-29");
    const unfitted = askUnfitted(
      { rfm: { ...rfm, scoring: { by: "nearestRank", boundary: "lower" } } },
      row(1, 1, 1),
      { fields },
    );
    expect(unfitted.validUntilDate).toBeUndefined();
  });
});

describe("SEG-15 RFM cut over the base, by a named method", () => {
  const rows = [1, 2, 3, 4, 5, 6].map((each) => row(each, each, each));

  it.each([
    // Type 7 of 1 … 6: thirds at 2⅔ and 4⅓.
    [{ by: "quantile", type: 7, boundary: "lower" }, [311, 311, 222, 222, 133, 133]],
    // Type 6: position 7/3 and 14/3.
    [{ by: "quantile", type: 6, boundary: "upper" }, [311, 311, 222, 222, 133, 133]],
    // Nearest rank: the cuts are 2 and 4 themselves.
    [{ by: "nearestRank", boundary: "lower" }, [311, 311, 222, 222, 133, 133]],
    [{ by: "nearestRank", boundary: "upper" }, [311, 222, 222, 133, 133, 133]],
    // Type 7 plus one: 3⅔ and 5⅓.
    [{ by: "rfmPackage" }, [311, 311, 311, 222, 222, 133]],
    [{ by: "ntile", ties: "lower" }, [311, 311, 222, 222, 133, 133]],
  ])("%j", (scoring, expected) => {
    expect(scores(rows, { scoring })).toEqual(expected);
  });

  it("returns the cut points", () => {
    const scoring = { by: "nearestRank", boundary: "lower" };
    const { fit } = ask({ rfm: { ...rfm, scoring } }, [...rows, row(1)], { fields });
    expect(fit.classifiers["rfm"]).toEqual({
      method: "rfm",
      recency: [2, 4],
      frequency: [[2, 4]],
      monetary: [[2, 4]],
      counted: 6,
      leftOut: 1,
    });
  });

  it("ntile keeps ties together, in the tile of the lowest or of the highest", () => {
    const tied = [1, 2, 2, 2, 3, 4].map((each) => row(1, each, 1));
    const frequency = (ties: string, all = tied) =>
      ask({ rfm: { ...rfm, scoring: { by: "ntile", ties } } }, all, { fields }).scores(
        "rfm",
        "frequency",
      );
    // SQL: 1 2 | 2 2 | 3 4.
    expect(frequency("lower")).toEqual([1, 1, 1, 1, 3, 3]);
    expect(frequency("upper")).toEqual([1, 2, 2, 2, 3, 3]);
    // Seven rows: the first tile has one more.
    const seven = [1, 2, 3, 4, 5, 6, 7].map((each) => row(1, each, 1));
    expect(frequency("lower", seven)).toEqual([1, 1, 1, 2, 2, 3, 3]);
    expect(frequency("lower", [row(1, 1, 1), row(1, 2, 1)])).toEqual([1, 2]);
    expect(frequency("lower", [row(1, 5, 1), row(1, 5, 1), row(1, 5, 1)])).toEqual([1, 1, 1]);
    expect(frequency("upper", [row(1, 5, 1), row(1, 5, 1), row(1, 5, 1)])).toEqual([3, 3, 3]);
  });

  it("nested cuts frequency within each recency, and money within both", () => {
    const nested = { by: "nested", type: 1, boundary: "lower" };
    const all = [
      ...[row(1, 1, 10), row(1, 1, 20), row(1, 9, 30), row(1, 9, 40)],
      ...[row(50, 100, 1), row(50, 100, 2), row(50, 200, 3), row(50, 200, 4)],
    ];
    const asked = ask({ rfm: { ...rfm, bins: 2, scoring: nested, segments: [] } }, all, { fields });
    expect(asked.scores("rfm")).toEqual([211, 212, 221, 222, 111, 112, 121, 122]);
    expect(asked.fit.classifiers["rfm"]).toMatchObject({
      recency: [1],
      frequency: [[100], [1]],
      monetary: [[1], [3], [10], [30]],
    });
    const same = ask({ rfm: { ...rfm, bins: 2, scoring: nested, segments: [] } }, [row(1, 1, 1)], {
      fields,
    });
    expect(same.fit.classifiers["rfm"]).toMatchObject({
      frequency: [null, [1]],
      monetary: [null, null, [1], null],
    });
    const { because } = asked.decide(0).segment;
    expect(because[0]).toMatchObject({
      of: [{ details: { cuts: [1] } }, { details: { score: 1 } }, {}],
    });
  });

  it("nested does not know the scores below an axis that is missing", () => {
    const nested = { by: "nested", type: 1, boundary: "lower" };
    const all = [...rows, row(undefined, 1, 1), row(1, undefined, 1), row(1, 1)];
    const asked = ask({ rfm: { ...rfm, scoring: nested } }, all, { fields });
    expect(asked.scores("rfm", "frequency").slice(6)).toEqual([undefined, undefined, 1]);
    expect(asked.scores("rfm", "monetary").slice(6)).toEqual([undefined, undefined, undefined]);
  });

  it("adds one whole unit of money under `rfmPackage`", () => {
    const dear = (minor: number) => ({ own: { r: 1, f: 1, dear: { minor, currency: "EUR" } } });
    const written = {
      ...rfm,
      monetary: "dear",
      bins: 2,
      scoring: { by: "rfmPackage" },
      segments: [],
    };
    const { fit, scores } = ask({ rfm: written }, [dear(100), dear(300)], { fields });
    expect(fit.classifiers["rfm"]).toMatchObject({ monetary: [[300]] });
    expect(scores("rfm", "monetary")).toEqual([1, 2]);
  });

  it("demands its fit by name where it is missing, and where nobody has all three measures", () => {
    const scoring = { by: "nearestRank", boundary: "lower" };
    const { segment } = askUnfitted({ rfm: { ...rfm, scoring } }, row(1, 1, 1), { fields });
    expect(segment.value).toEqual({ kind: "undecided", candidates: ["lost", "rest", "best"] });
    expect(segment.missing).toEqual([{ path: "segments.rfm", why: "notFitted" }]);
    expect(ask({ rfm: { ...rfm, scoring } }, [row(1)], { fields }).fit.classifiers).toEqual({});
    expect(ask({ rfm: { ...rfm, scoring } }, [], { fields }).fit.classifiers).toEqual({});
  });

  it("is undecided within a cell of a nested fit where nobody was", () => {
    const nested = { by: "nested", type: 1, boundary: "lower" };
    const { compiled } = ask(
      { rfm: { ...rfm, bins: 2, scoring: nested, segments: [] } },
      [row(1, 1, 1)],
      { fields },
    );
    const classifier = compiled.classifiers.get("rfm")!;
    expect(classifier.method === "rfm" && classifier.fit?.frequency[0]).toBeNull();
  });
});

describe("SEG-15 named segments are proved exclusive", () => {
  it("finds an overlap with a score that shows it, and allows it under `first`", () => {
    const segments = [
      { segment: "best", recency: [2, 3] },
      { segment: "lost", recency: [1, 2], frequency: [2, 2] },
    ];
    expect(faults({ segments })).toBe("overlapping-ranges at segments.rfm.segments[1]");
    const [finding] = faultsOf({ rfm: { ...rfm, segments } }, { fields });
    expect(finding).toBeDefined();
    expect(faults({ segments, hitPolicy: "first" })).toBe("");
    const asked = ask(
      { rfm: { ...rfm, segments, hitPolicy: "first" } },
      [row(15, 3, 1), row(30, 3, 1)],
      { fields },
    );
    expect(asked.labels()).toEqual(["best", "lost"]);
  });

  it("finds a hole unless there is a default, once", () => {
    const { otherwise: _, ...bare } = rfm;
    const written = { rfm: bare };
    expect(faultsOf(written, { fields })).toEqual(["uncovered-score at segments.rfm.segments"]);
    const whole = {
      ...bare,
      labels: { best: {}, rest: {} },
      neverBought: "rest",
      segments: [
        { segment: "best", recency: [2, 3] },
        { segment: "rest", recency: [1, 1] },
      ],
    };
    expect(faultsOf({ rfm: whole }, { fields })).toEqual([]);
  });
});

describe("RFM that does not compile", () => {
  const { scoring } = rfm;
  const at = "segments.rfm";
  it.each<[object, string]>([
    [{}, ""],
    [{ recency: "rr" }, `unknown-field at ${at}.recency`],
    [{ frequency: "seen" }, `wrong-field-kind at ${at}.frequency`],
    [{ bins: 1 }, `out-of-range at ${at}.bins`],
    [{ bins: 10 }, `out-of-range at ${at}.bins`],
    [{ bins: 2.5 }, `out-of-range at ${at}.bins`],
    [{ hitPolicy: "collect" }, `unknown-value at ${at}.hitPolicy`],
    [{ neverBought: "undecided" }, `unknown-segment at ${at}.neverBought`],
    [{ missing: "x" }, `unknown-segment at ${at}.missing`],
    [{ otherwise: "excluded" }, `unknown-segment at ${at}.otherwise`],
    [{ segments: [7] }, `not-a-range at ${at}.segments[0]`],
    [{ segments: [{ segment: "bset" }] }, `unknown-segment at ${at}.segments[0].segment`],
    [{ segments: [{ segment: "best", r: 1 }] }, `unknown-property at ${at}.segments[0].r`],
    [
      { segments: [{ segment: "best", recency: [0, 3] }] },
      `not-a-range at ${at}.segments[0].recency`,
    ],
    [
      { segments: [{ segment: "best", recency: [1, 4] }] },
      `not-a-range at ${at}.segments[0].recency`,
    ],
    [
      { segments: [{ segment: "best", recency: [3, 1] }] },
      `not-a-range at ${at}.segments[0].recency`,
    ],
    [{ segments: [{ segment: "best", recency: [1] }] }, `not-a-range at ${at}.segments[0].recency`],
    [{ segments: [{ segment: "best", recency: 1 }] }, `not-a-range at ${at}.segments[0].recency`],
    [
      { segments: [{ segment: "best", recency: [1, 1.5] }] },
      `not-a-range at ${at}.segments[0].recency`,
    ],
    [{ scoring: { by: "quintile" } }, `unknown-value at ${at}.scoring.by`],
    [{ scoring: { by: "rfmPackage", type: 7 } }, `unknown-property at ${at}.scoring.type`],
    [{ scoring: { by: "ntile", ties: "both" } }, `unknown-value at ${at}.scoring.ties`],
    [{ scoring: { by: "nearestRank" } }, `missing-property at ${at}.scoring.boundary`],
    [
      { scoring: { by: "quantile", type: 10, boundary: "lower" } },
      `unknown-value at ${at}.scoring.type`,
    ],
    [
      { scoring: { by: "nested", type: 0.5, boundary: "lower" } },
      `unknown-value at ${at}.scoring.type`,
    ],
    [{ scoring: { ...scoring, recency: [1] } }, `out-of-range at ${at}.scoring.recency`],
    [
      { scoring: { ...scoring, recency: [2, 2] } },
      `thresholds-out-of-order at ${at}.scoring.recency`,
    ],
    [
      { scoring: { ...scoring, monetary: [2, "3"] } },
      `wrong-value-type at ${at}.scoring.monetary[1]`,
    ],
    [
      {
        monetary: "dear",
        scoring: {
          ...scoring,
          monetary: [
            { amount: "1.00", currency: "EUR" },
            { amount: "2.00", currency: "EUR" },
          ],
        },
      },
      "",
    ],
  ])("%j", (more, expected) => {
    expect(faults(more)).toBe(expected);
  });

  it("has at most 10 000 segments", () => {
    const segments = Array.from({ length: 10_001 }, () => ({ segment: "best" }));
    expect(faults({ segments, hitPolicy: "first" })).toBe(`too-many at ${at}.segments`);
  });

  it("takes money in a policy without a currency for a fault of the money alone", () => {
    const more = { fields: { ...fields }, currency: undefined };
    expect(
      faultsOf({ rfm: { ...rfm, monetary: "dear", scoring: { by: "rfmPackage" } } }, more),
    ).toEqual([]);
  });
});

describe("rfmScores", () => {
  const columns = {
    recency: Float64Array.of(5, 40, 90, 200, 1),
    frequency: Float64Array.of(9, 4, 4, 1, Number.NaN),
    monetary: Float64Array.of(900, 100, 700, 50, 1),
  };

  it("scores columns, and leaves accounts out of which a measure is missing", () => {
    const scoring = { by: "nearestRank", boundary: "lower" } as const;
    const found = rfmScores(columns, { bins: 2, scoring, unit: 1 });
    expect([...found.score]).toEqual([222, 211, 112, 111, 0]);
    expect(found.cuts).toEqual({ recency: [40], frequency: [[4]], monetary: [[100]] });
  });

  it("scores columns that are whole", () => {
    const scoring = { by: "ntile", ties: "upper" } as const;
    const whole = {
      recency: columns.recency,
      frequency: columns.recency,
      monetary: columns.recency,
    };
    const { score } = rfmScores(whole, { bins: 5, scoring, unit: 1 });
    expect([...score]).toEqual([422, 333, 244, 155, 511]);
  });

  it("scores nested too", () => {
    const scoring = { by: "nested", type: 1, boundary: "lower" } as const;
    const { recency, frequency, monetary } = rfmScores(columns, { bins: 2, scoring, unit: 1 });
    expect([...recency, ...frequency, ...monetary]).toEqual([
      ...[2, 2, 1, 1, 0],
      ...[2, 1, 2, 1, 0],
      ...[1, 1, 1, 1, 0],
    ]);
  });

  it("scores one customer alone, whose neighbours in a nested table are nobody", () => {
    const one = {
      recency: Float64Array.of(5),
      frequency: Float64Array.of(1),
      monetary: Float64Array.of(9),
    };
    const scoring = { by: "nested", type: 1, boundary: "lower" } as const;
    const { score, cuts } = rfmScores(one, { bins: 2, scoring, unit: 1 });
    expect([...score]).toEqual([211]);
    expect(cuts?.frequency).toEqual([null, [1]]);
  });

  it("has no cuts of nobody", () => {
    const none = {
      recency: new Float64Array(1).fill(Number.NaN),
      frequency: new Float64Array(1),
      monetary: new Float64Array(1),
    };
    const scoring = { by: "ntile", ties: "lower" } as const;
    expect(rfmScores(none, { bins: 5, scoring, unit: 1 })).toMatchObject({
      cuts: undefined,
      score: Uint16Array.of(0),
    });
  });
});

describe("rfmScores asked wrongly", () => {
  const of = (...values: readonly number[]) => Float64Array.from(values);
  const columns = { recency: of(1, 2), frequency: of(1, 2), monetary: of(1, 2) };
  const method = { bins: 2, scoring: { by: "ntile", ties: "upper" }, unit: 1 } as const;
  const fault = (moreColumns: object, moreMethod: object) =>
    faultOf(() => rfmScores({ ...columns, ...moreColumns }, { ...method, ...moreMethod }));

  it.each([
    [{ frequency: of(1) }, {}, ["not-aligned", "columns.frequency", 1]],
    [{ monetary: of(1, 2, 3) }, {}, ["not-aligned", "columns.monetary", 3]],
    [{}, { bins: 1 }, ["out-of-range", "method.bins", 1]],
    [{}, { bins: 10 }, ["out-of-range", "method.bins", 10]],
    [{}, { bins: 2.5 }, ["out-of-range", "method.bins", 2.5]],
    [{}, { unit: Number.NaN }, ["out-of-range", "method.unit", Number.NaN]],
    [{}, { scoring: { by: "quantle" } }, ["unknown-value", "method.scoring.by", "quantle"]],
  ])("%j %j", (moreColumns, moreMethod, expected) => {
    expect(fault(moreColumns, moreMethod)).toEqual(expected);
  });

  it("two to nine bins are scored", () => {
    for (const bins of [2, 9])
      expect(rfmScores(columns, { ...method, bins }).score).toHaveLength(2);
  });
});
