import { describe, expect, it } from "vitest";
import {
  type SegmentDemands,
  type SegmentFacts,
  segmentQuality,
} from "../../../src/segments/index.js";
import { orThrow } from "../../../src/shapes/index.js";
import golden from "../../golden/segments/assignment-coverage.json" with { type: "json" };
import { codesOf, columnOf } from "./columns.js";

const demands: SegmentDemands = {
  labels: ["key", "standard"],
  minimumSize: "none",
  criteria: ["headcount", "region"],
  geographicFields: ["region"],
};
const labels = columnOf([
  [1, "key"],
  [2, "key"],
  [3, "standard"],
  [4, "standard"],
  [5, "standard"],
  [6, "undecided"],
  [7, "conflict"],
  [8, "excluded"],
]);
const report = (facts: Partial<SegmentFacts> = {}, changed: Partial<SegmentDemands> = {}) =>
  orThrow(segmentQuality({ labels, ...facts }, { ...demands, ...changed }));

describe.each(golden)("$description", ({ given, expected }) => {
  it("SEG-22 coverage is the classified accounts among all", () => {
    const { total, classified } = given;
    const all = Array.from({ length: total }, (_, id) => id);
    const column = columnOf(
      all.map((id) => [id, id < classified ? ["key", "standard"][id % 2]! : "unclassified"]),
    );
    const { coverage, segments } = report({ labels: column });
    expect(coverage).toMatchObject({
      value: expected.coverage,
      numerator: classified,
      denominator: total,
    });
    expect(segments.find(({ label }) => label === "unclassified")?.size).toBe(expected.outside);
  });
});

describe("SEG-22 size and share", () => {
  it("SEG-22 of accounts: the segments and what stands beside them make up the whole", () => {
    const { accounts, segments, coverage, undecided, overlap } = report();
    expect(accounts).toBe(8);
    expect(
      segments.map(({ label, size, shareOfAccounts }) => [label, size, shareOfAccounts.value]),
    ).toEqual([
      ["key", 2, 0.25],
      ["standard", 3, 0.375],
      ["excluded", 1, 0.125],
      ["unclassified", 0, 0],
      ["undecided", 2, 0.25],
    ]);
    expect([coverage.value, undecided.value, overlap.value]).toEqual([0.625, 0.125, 0.125]);
    expect(segments[0]).not.toHaveProperty("shareOfRevenue");
  });

  it("SEG-22 of revenue: what is unknown is left out and told", () => {
    const revenue = [600, 200, 100, undefined, 100, 0, 0, undefined];
    const { segments } = report({ revenue });
    expect(segments.map(({ shareOfRevenue }) => shareOfRevenue?.value)).toEqual([
      0.8, 0.2, 0, 0, 0,
    ]);
    expect(segments[0]!.shareOfRevenue).toEqual({
      ...{ value: 0.8, numerator: 800, denominator: 1000, method: "revenueOfAll" },
      excluded: [{ reason: "unknownRevenue", count: 2 }],
    });
  });

  it("of no accounts, and of no revenue, shares are undefined and not 0", () => {
    const empty = report({ labels: columnOf([]), revenue: [] });
    expect(empty.coverage.undefinedBecause).toBe("zeroDenominator");
    expect(empty.segments[0]!.shareOfRevenue?.undefinedBecause).toBe("zeroDenominator");
    const one = report({ labels: columnOf([[1, "key"]]), revenue: [0], measure: [5] });
    expect(one.coverage.value).toBe(1);
    expect(one.segments[0]!.shareOfRevenue?.undefinedBecause).toBe("zeroDenominator");
    expect(one.spread?.betweenShare.undefinedBecause).toBe("zeroDenominator");
  });

  it("SEG-22 a segment that is too small to serve is warned about", () => {
    const small = segmentQuality({ labels }, { ...demands, minimumSize: 3 });
    expect(codesOf(small)).toEqual(["labels.key: segment-too-small"]);
    expect(small.ok).toBe(true);
    expect(codesOf(segmentQuality({ labels }, { ...demands, minimumSize: 2 }))).toEqual([]);
  });
});

describe("SEG-22 undecided for lack of facts", () => {
  it("SEG-22 the fact that would decide most by itself comes first", () => {
    const column = columnOf([
      [4, "undecided"],
      [3, "undecided"],
      [2, "undecided"],
      [1, "undecided"],
      [5, "key"],
    ]);
    const headcount = { path: "headcount", why: "missing" } as const;
    const growth = { path: "growth", why: "missing" } as const;
    const image = { path: "image", why: "missing" } as const;
    const missing = [
      [headcount, headcount],
      [headcount],
      [growth, image],
      [image, growth],
      [growth],
    ];
    expect(report({ labels: column, missing }).decidingFacts).toEqual([
      { path: "headcount", accounts: 2, alone: 2, example: 3 },
      { path: "growth", accounts: 2, alone: 0, example: 1 },
      { path: "image", accounts: 2, alone: 0, example: 1 },
    ]);
    const more = [[growth, image], [growth, headcount], [growth, image], [image], []];
    expect(report({ labels: column, missing: more }).decidingFacts.map(({ path }) => path)).toEqual(
      [...["image", "growth", "headcount"]],
    );
    expect(report().decidingFacts).toEqual([]);
  });
});

describe("SEG-22 spread within and between segments", () => {
  it("SEG-22 squares within and between, by hand", () => {
    // key: 10, 14 with mean 12; standard: 2, 4 with mean 3; mean of all 7.5.
    const measure = [10, 14, 2, 4, undefined, 99, 99, 99];
    const { spread } = report({ measure });
    expect(spread).toEqual({
      segments: [
        { label: "key", known: 2, mean: 12, standardDeviation: 2 },
        { label: "standard", known: 2, mean: 3, standardDeviation: 1 },
      ],
      within: 10,
      between: 81,
      betweenShare: {
        ...{ value: 81 / 91, numerator: 81, denominator: 91, method: "betweenOfTotalSquares" },
        excluded: [{ reason: "unknownMeasure", count: 1 }],
      },
    });
  });

  it("a segment of which nothing is known has no mean", () => {
    const unknown = [1, 3, ...Array<undefined>(6).fill(undefined)];
    expect(report({ measure: unknown }).spread?.segments[1]).toEqual({
      label: "standard",
      known: 0,
    });
  });
});

describe("SEG-22 drift", () => {
  it("SEG-22 how the shares have changed, and how many accounts that is at the least", () => {
    const before = columnOf([
      [1, "key"],
      [2, "standard"],
      [3, "standard"],
      [9, "standard"],
    ]);
    const { drift } = report({ before });
    // Before 1/4 and 3/4; after 2/8, 3/8, excluded 1/8, undecided 2/8: half of 3/8 + 1/8 + 2/8.
    expect(drift?.dissimilarity.value).toBe(0.375);
    expect(drift?.changes[1]).toMatchObject({
      label: "standard",
      before: { value: 0.75 },
      after: { value: 0.375 },
    });
    expect(report({ before: labels }).drift?.dissimilarity.value).toBe(0);
    const none = report({ before: columnOf([]) }).drift;
    expect(none?.dissimilarity.undefinedBecause).toBe("zeroDenominator");
  });
});

describe("SEG-22 what is wrong is a finding", () => {
  const findings = (facts: Partial<SegmentFacts>, changed: Partial<SegmentDemands> = {}) =>
    codesOf(segmentQuality({ labels, ...facts }, { ...demands, ...changed }));

  it("SEG-22 where an account is must not be the only criterion", () => {
    const warning = ["criteria: geographic-criterion-alone"];
    expect(findings({}, { criteria: ["region"] })).toEqual(warning);
    const both = { criteria: ["region", "city"], geographicFields: ["region", "city"] };
    expect(findings({}, both)).toEqual(warning);
    expect(findings({}, { criteria: [] })).toEqual([]);
  });

  it("columns that hold something else, and demands that cannot be met", () => {
    const odd = Array<number>(8).fill(0.5);
    expect(findings({ revenue: odd }).slice(0, 1)).toEqual(["revenue[0]: not-whole"]);
    const nan = [...Array<number>(7).fill(1), Number.NaN];
    expect(findings({ measure: nan })).toEqual(["measure[7]: wrong-value-type"]);
    expect(findings({}, { minimumSize: -1 })).toEqual(["minimumSize: out-of-range"]);
    expect(findings({}, { minimumSize: 0 })).toEqual([]);
    expect(findings({ labels: columnOf([[1, "gold"]]) })).toEqual([
      "labels.dictionary[0]: unknown-label",
    ]);
    expect(findings({ before: columnOf([[1, "gold"]]) })).toEqual([
      "before.dictionary[0]: unknown-label",
    ]);
  });

  it("a column of another length is a broken contract", () => {
    for (const name of ["revenue", "measure", "missing"]) {
      expect(() => findings({ [name]: [] })).toThrow(
        expect.objectContaining({ code: "not-aligned", path: name }),
      );
    }
  });
});
