import fc from "fast-check";

/** Every method once, reading own fields and each other. */
export const fields = {
  value: "number",
  r: "number",
  f: "number",
  m: "number",
  level: ["low", "medium", "high"],
  word: "text",
} as const;

const bounds = fc.constantFrom("lower", "upper");
const types = fc.integer({ min: 1, max: 9 });

/** Every way of scoring that looks at the base, and one that does not. */
export const someScorings: fc.Arbitrary<object> = fc.oneof(
  fc.record({ by: fc.constant("quantile"), type: types, boundary: bounds }),
  fc.record({ by: fc.constant("nearestRank"), boundary: bounds }),
  fc.constant({ by: "rfmPackage" }),
  fc.record({ by: fc.constant("ntile"), ties: bounds }),
  fc.record({ by: fc.constant("nested"), type: types, boundary: bounds }),
  fc.record({
    by: fc.constant("thresholds"),
    boundary: bounds,
    recency: fc.constant([1, 4]),
    frequency: fc.constant([0, 3]),
    monetary: fc.constant([2, 5]),
  }),
);

const better = fc.constantFrom("more", "less");
export const someNormalisations: fc.Arbitrary<object> = fc.oneof(
  fc.record({ by: fc.constant("minMax"), better, whenAllEqual: fc.constantFrom(0, 0.5, 1) }),
  fc.record({
    by: fc.constant("rank"),
    better,
    ties: fc.constantFrom("lowest", "highest", "mean"),
    whenAllEqual: fc.constantFrom(0, 1),
  }),
  fc.record({ by: fc.constant("z"), better, deviation: fc.constantFrom("population", "sample") }),
  fc.constant({ by: "bands", bands: [{ points: 1, atLeast: 3 }, { points: 0.25 }] }),
);

const levels = ["low", "medium", "high"];

/** A policy's classifiers: bands, ABC, RFM, a scorecard, a matrix of three of them, and rules on top. */
export const someSegments: fc.Arbitrary<Readonly<Record<string, object>>> = fc
  .record({
    missing: fc.constantFrom("undecided", "excluded", "C"),
    boundary: fc.constantFrom("include", "exclude", "nearest"),
    by: fc.constantFrom("cumulativeShare", "rank"),
    scoring: someScorings,
    normalise: someNormalisations,
    treats: fc.constantFrom("undecided", "rescale"),
  })
  .map(({ missing, boundary, by, scoring, normalise, treats }) => ({
    top: {
      method: "rules",
      labels: { yes: {}, no: {} },
      hitPolicy: "first",
      rules: [
        { exclude: true, when: { field: "abc", equals: "excluded" } },
        {
          segment: "yes",
          when: {
            any: [
              { field: "field", equals: "good" },
              { field: "rfm.score", atLeast: 300 },
            ],
          },
        },
        { segment: "yes", when: { field: "card.score", moreThan: 0.9 } },
      ],
      otherwise: "no",
    },
    field: {
      method: "matrix",
      labels: { good: {}, fair: {} },
      axes: [
        { field: "abc", values: ["A", "B", "C"] },
        { field: "rfm", values: ["best", "rest"] },
      ],
      cells: {
        A: { best: "good", rest: "fair" },
        B: { best: "good", rest: "good" },
        C: { best: "fair", rest: "fair" },
      },
    },
    abc: {
      method: "abc",
      labels: { A: {}, B: {}, C: {} },
      of: "value",
      by,
      classes: [
        { segment: "A", upToShare: 0.5 },
        { segment: "B", upToShare: 0.8 },
        { segment: "C" },
      ],
      boundary,
      zero: "C",
      negative: "excluded",
      missing,
    },
    rfm: {
      method: "rfm",
      labels: { best: {}, rest: {} },
      recency: "r",
      frequency: "f",
      monetary: "m",
      bins: 3,
      scoring,
      hitPolicy: "unique",
      segments: [{ segment: "best", recency: [2, 3], frequency: [2, 3] }],
      otherwise: "rest",
      neverBought: "rest",
      missing: "undecided",
    },
    card: {
      method: "scorecard",
      labels: { key: {}, ordinary: {} },
      weightsSumTo: 1,
      missing: treats,
      criteria: [
        { of: "value", weight: 0.5, normalise },
        {
          of: "level",
          weight: 0.3,
          normalise: { by: "points", points: { low: 0, medium: 0.5, high: 1 } },
        },
        { of: "word", weight: 0.2, normalise: { by: "points", points: { x: 1 }, otherwise: 0.5 } },
      ],
      bands: [{ segment: "key", atLeast: 0.6 }, { segment: "ordinary" }],
    },
    size: {
      method: "bands",
      labels: { large: {}, small: {} },
      of: "value",
      bands: [
        { segment: "large", moreThan: 2 },
        { segment: "small", atLeast: -1 },
      ],
      missing: "undecided",
    },
  }));

const facts = {
  value: fc.integer({ min: -2, max: 6 }),
  r: fc.nat(6),
  f: fc.nat(5),
  m: fc.integer({ min: -1, max: 8 }),
  level: fc.constantFrom(...levels),
  word: fc.constantFrom("x", "y"),
};
export const wholeFacts: fc.Arbitrary<object> = fc.record(facts);
export const someFacts: fc.Arbitrary<object> = fc.oneof(
  wholeFacts,
  fc.record(facts, { requiredKeys: [] }),
);
export const someAccounts: fc.Arbitrary<readonly { readonly own: object }[]> = fc.array(
  someFacts.map((own) => ({ own })),
  { maxLength: 12 },
);
