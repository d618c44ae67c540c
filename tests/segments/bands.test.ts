import { describe, expect, it } from "vitest";
import { ask, faultsOf, valued } from "./ask-classifiers.js";

const fields = { value: "number", dear: "money", seen: "date" };
const labels = { large: {}, medium: {}, small: {} };
const size = {
  method: "bands",
  labels,
  of: "value",
  bands: [
    { segment: "large", atLeast: 100 },
    { segment: "medium", moreThan: 10 },
    { segment: "small" },
  ],
  missing: "undecided",
};
const euro = (amount: string) => ({ amount, currency: "EUR" });
const labelsOf = (more: object, values: readonly (number | undefined)[], policy: object = {}) =>
  ask({ size: { ...size, ...more } }, valued(values), { fields, ...policy }).labels();
const faults = (more: object) => faultsOf({ size: { ...size, ...more } }, { fields }).join(", ");

describe("SEG-07 bands by cut points", () => {
  it("include their bound with `atLeast` and not with `moreThan`", () => {
    expect(labelsOf({}, [100, 99.5, 10.5, 10, -1])).toEqual([
      ...["large", "medium", "medium", "small", "small"],
    ]);
  });

  it("run the other way with `atMost` and `lessThan`", () => {
    const bands = [
      { segment: "large", atMost: 30 },
      { segment: "medium", lessThan: 90 },
      { segment: "small" },
    ];
    expect(labelsOf({ bands }, [30, 31, 89, 90])).toEqual(["large", "medium", "medium", "small"]);
  });

  it("leave a value beyond the last bound unclassified", () => {
    const bands = [{ segment: "large", atLeast: 100 }];
    expect(labelsOf({ bands, labels: { large: {} } }, [100, 99])).toEqual([
      "large",
      "unclassified",
    ]);
  });

  it("take bounds from parameters and from cuts over the base", () => {
    const bands = [
      { segment: "large", atLeast: { cut: "top" } },
      { segment: "medium", atLeast: { parameter: "some" } },
      { segment: "small" },
    ];
    const measures = { score: { supplied: "number" } };
    const policy = {
      fields: {},
      measures,
      parameters: { some: 5 },
      cuts: { top: { of: "score", quantile: 0.5, type: 1 } },
    };
    const base = { measures: { score: [1, 5, 7, 9] } };
    const asked = ask({ size: { ...size, of: "score", bands } }, [{}, {}, {}, {}], policy, base);
    expect(asked.fit.cuts).toEqual({ top: 5 });
    expect(asked.labels()).toEqual(["small", "large", "large", "large"]);
  });

  it("cut money at exact amounts", () => {
    const bands = [{ segment: "large", atLeast: euro("10.00") }, { segment: "small" }];
    const accounts = [1000, 999].map((minor) => ({ own: { dear: { minor, currency: "EUR" } } }));
    const dear = { ...size, of: "dear", labels: { large: {}, small: {} }, bands };
    const named = { size: dear };
    expect(ask(named, accounts, { fields: { dear: "money" } }).labels()).toEqual([
      "large",
      "small",
    ]);
  });

  it.each([
    ["undecided", ["undecided"]],
    ["excluded", ["excluded"]],
    ["small", ["small"]],
  ])("put a missing value at its stated place: %s", (missing, expected) => {
    expect(labelsOf({ missing }, [undefined])).toEqual(expected);
  });

  it("put a value that is known to be none into the last band, or at the stated place", () => {
    const measures = {
      last: { latest: "orders.orderedOn", over: "always" },
      days: { daysSince: "last" },
    };
    const base = { coverage: { orders: "complete" } };
    const bands = [{ segment: "large", atMost: 30 }, { segment: "small" }];
    const recent = { ...size, of: "days", bands, labels: { large: {}, small: {} } };
    const asked = (missing: string) => ask({ x: { ...recent, missing } }, [{}], { measures }, base);
    expect(asked("undecided").labels()).toEqual(["small"]);
    expect(asked("excluded").labels()).toEqual(["excluded"]);
  });

  it("say how far an account is from the next band, and when time alone moves it", () => {
    const orders = [
      { id: 1, accountId: 0, orderedOn: "2018-03-01", value: { minor: 1, currency: "EUR" } },
    ];
    const measures = {
      last: { latest: "orders.orderedOn", over: "always" },
      days: { daysSince: "last" },
    };
    const bands = [{ segment: "large", atMost: 30 }, { segment: "small" }];
    const recent = { ...size, of: "days", bands, labels: { large: {}, small: {} } };
    const base = { coverage: { orders: "complete" }, orders };
    const { segment, validUntilDate } = ask({ recent }, [{}], { measures }, base).decide(0);
    expect(segment.value).toEqual({ kind: "segment", segment: "large" });
    expect(validUntilDate).toBe("2018-03-31");
    const short = ask({ size }, valued([99]), { fields }).decide(0).segment;
    expect(short.because[0]).toMatchObject({
      kind: "rule",
      rule: "segments.size.bands[0]",
      outcome: "large",
      verdict: "notMet",
      of: [{ path: "value", comparison: "atLeast", value: 99, bound: 100, shortBy: 1 }],
    });
    const rest = ask({ size }, valued([5]), { fields }).decide(0).segment;
    expect(rest.because.at(-1)).toMatchObject({
      step: "otherwise",
      path: "segments.size.bands",
      details: { segment: "small" },
    });
  });

  it("are undecided between the bands while the value is missing", () => {
    const { value, missing } = ask({ size }, valued([undefined]), { fields }).decide(0).segment;
    expect(value).toEqual({ kind: "undecided", candidates: ["large", "medium", "small"] });
    expect(missing).toEqual([{ path: "value", why: "missing" }]);
  });
});

describe("bands that do not compile", () => {
  const [first, second, rest] = size.bands;
  it.each<[object, string]>([
    [{}, ""],
    [{ of: "valu" }, "unknown-field at segments.size.of"],
    [{ of: "seen" }, "wrong-field-kind at segments.size.of"],
    [{ missing: "nowhere" }, "unknown-segment at segments.size.missing"],
    [{ missing: 7 }, "unknown-segment at segments.size.missing"],
    [{ bands: [] }, "empty-list at segments.size.bands"],
    [{ bands: [3] }, "not-a-band at segments.size.bands[0]"],
    [
      { bands: [{ ...first, segment: "lage" }] },
      "unknown-segment at segments.size.bands[0].segment",
    ],
    [{ bands: [{ ...first, atlast: 1 }] }, "unknown-property at segments.size.bands[0].atlast"],
    [{ bands: [rest, first] }, "not-a-band at segments.size.bands[0]"],
    [{ bands: [{ ...first, atMost: 3 }] }, "not-a-band at segments.size.bands[0]"],
    [
      { bands: [{ segment: "large", atLeast: "9" }] },
      "wrong-value-type at segments.size.bands[0].atLeast",
    ],
    [
      { bands: [first, { segment: "small", lessThan: 10 }] },
      "not-a-band at segments.size.bands[1]",
    ],
    [{ bands: [second, first] }, "bands-out-of-order at segments.size.bands[1]"],
    [
      { bands: [first, { segment: "small", atLeast: 100 }] },
      "bands-out-of-order at segments.size.bands[1]",
    ],
    [
      { bands: [first, { segment: "small", moreThan: 100 }] },
      "bands-out-of-order at segments.size.bands[1]",
    ],
    [
      {
        bands: [
          { segment: "large", moreThan: 5 },
          { segment: "small", atLeast: 5 },
        ],
      },
      "",
    ],
    [
      {
        bands: [
          { segment: "large", lessThan: 5 },
          { segment: "small", atMost: 5 },
        ],
      },
      "",
    ],
    [
      {
        bands: [
          { segment: "large", atMost: 5 },
          { segment: "small", atMost: 4 },
        ],
      },
      "bands-out-of-order at segments.size.bands[1]",
    ],
    [{ bandz: [] }, "unknown-property at segments.size.bandz"],
  ])("%j", (more, expected) => {
    expect(faults(more)).toBe(expected);
  });

  it("has at most 10 000 bands", () => {
    const bands = Array.from({ length: 10_001 }, (_, each) => ({
      segment: "large",
      atLeast: -each,
    }));
    expect(faults({ bands })).toBe("too-many at segments.size.bands");
    expect(faults({ bands: bands.slice(1) })).toBe("");
  });
});
