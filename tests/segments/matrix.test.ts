import { describe, expect, it } from "vitest";
import { Scope } from "../../src/rules/index.js";
import { type Classifier, classify, compileClassifier } from "../../src/segments/index.js";
import { tellSegment } from "../../src/sentences/index.js";
import { ask, faultsOf } from "./ask-classifiers.js";

const fields = { now: ["good", "bad"], later: ["good", "bad"], tags: "set" };
const matrix = {
  method: "matrix",
  labels: { star: {}, keep: {}, drop: {} },
  axes: [
    { field: "now", values: ["good", "bad"] },
    { field: "later", values: ["good", "bad"] },
  ],
  cells: { good: { good: "star", bad: "keep" }, bad: { good: "keep", bad: "drop" } },
};
const asked = (own: object) => ask({ cell: matrix }, [{ own }], { fields });
const faults = (more: object) => faultsOf({ cell: { ...matrix, ...more } }, { fields }).join(", ");

describe("SEG-08 SEG-09 SEG-12 SEG-13 one matrix for all", () => {
  it("looks the segment up, and says by which values", () => {
    const { segment } = asked({ now: "good", later: "bad" }).decide(0);
    expect(segment).toEqual({
      value: { kind: "segment", segment: "keep" },
      because: [
        {
          kind: "step",
          step: "matrixCell",
          path: "segments.cell.cells",
          details: { now: "good", later: "bad" },
          of: [],
        },
      ],
      missing: [],
    });
    expect(tellSegment(segment, "en")).toEqual([
      "The segment is keep.",
      "Because now is good; later is bad.",
    ]);
  });

  it("is undecided between the cells that a missing axis leaves, and names what is missing", () => {
    const { segment } = asked({ now: "good" }).decide(0);
    expect(segment.value).toEqual({ kind: "undecided", candidates: ["star", "keep"] });
    expect(segment.missing).toEqual([{ path: "later", why: "missing" }]);
    expect(segment.because).toMatchObject([{ details: { now: "good" } }]);
    expect(tellSegment(segment, "en").join(" ")).toContain("undecided between star, keep");
    const { value, missing } = asked({}).decide(0).segment;
    expect(value).toEqual({ kind: "undecided", candidates: ["star", "keep", "drop"] });
    expect(missing.map(({ path }) => path)).toEqual(["now", "later"]);
  });

  it("is decided all the same where every cell that is left agrees", () => {
    const cells = { good: { good: "star", bad: "star" }, bad: { good: "keep", bad: "drop" } };
    const { segment } = ask({ cell: { ...matrix, cells } }, [{ own: { now: "good" } }], {
      fields,
    }).decide(0);
    expect(segment.value).toEqual({ kind: "segment", segment: "star" });
    expect(segment.missing).toEqual([]);
  });

  const rules = {
    method: "rules",
    labels: { good: {}, bad: {} },
    hitPolicy: "first",
    rules: [
      { exclude: true, when: { field: "relations", includes: "competitor" } },
      { segment: "good", when: { field: "headcount", atLeast: 100 } },
      { segment: "bad", when: { field: "headcount", atLeast: 10 } },
    ],
  };
  const cell = {
    ...matrix,
    axes: [{ field: "size", values: ["good", "bad"] }, matrix.axes[1]],
  };
  const through = (account: object) =>
    ask({ size: rules, cell }, [{ relations: ["customer"], own: { later: "good" }, ...account }], {
      fields,
    });

  it("passes on what another classifier left out or could not place", () => {
    expect(through({ headcount: 100 }).labels()).toEqual(["star"]);
    expect(through({ headcount: 9 }).labels()).toEqual(["unclassified"]);
    expect(through({ relations: ["competitor"], headcount: 9 }).labels()).toEqual(["excluded"]);
  });

  it("takes only those values for possible that the other classifier does", () => {
    const { segment } = through({}).decide(0);
    expect(segment.value).toEqual({
      kind: "undecided",
      candidates: ["unclassified", "star", "keep"],
    });
    expect(segment.missing).toEqual([{ path: "headcount", why: "missing" }]);
  });

  it("takes a left-out outcome as a value of its own where the axis lists it", () => {
    const own = {
      ...cell,
      axes: [{ field: "size", values: ["good", "bad", "excluded"] }, matrix.axes[1]],
      cells: { ...matrix.cells, excluded: { good: "drop", bad: "drop" } },
    };
    const accounts = [{ relations: ["competitor"], own: { later: "good" } }];
    expect(ask({ size: rules, cell: own }, accounts, { fields }).labels()).toEqual(["drop"]);
  });

  it("leaves an account unclassified of which an axis is known to be none", () => {
    const scored = {
      method: "scorecard",
      labels: { good: {}, bad: {} },
      weightsSumTo: 1,
      missing: "undecided",
      criteria: [
        { of: "best", weight: 1, normalise: { by: "minMax", better: "more", whenAllEqual: 0 } },
      ],
      bands: [{ segment: "good", atLeast: 0.5 }, { segment: "bad" }],
    };
    const measures = { best: { maximum: "orders.quantity", over: "always" } };
    const base = { coverage: { orders: "complete" } };
    const axes = [{ field: "scored", values: ["good", "bad"] }, matrix.axes[1]];
    const asked = ask(
      { scored, cell: { ...matrix, axes } },
      [{ own: { later: "good" } }],
      { fields, measures },
      base,
    );
    expect(asked.labels("scored")).toEqual(["unclassified"]);
    expect(asked.labels()).toEqual(["unclassified"]);
  });
});

describe("a matrix over a bare row", () => {
  it("takes every word of an unknown axis for possible", () => {
    const kinds = new Map([
      ["now", ["good", "bad"]],
      ["later", ["good", "bad"]],
    ]);
    const scope = new Scope({ kinds });
    const compiled = compileClassifier("cell", matrix as unknown as Classifier, scope);
    const row = { cells: ["good", undefined], asOf: 0, cuts: new Map(), ageing: new Set<number>() };
    expect(classify(compiled, row)).toEqual({ kind: "undecided", candidates: ["star", "keep"] });
  });
});

describe("a matrix that does not compile", () => {
  const [now, later] = matrix.axes;
  it.each<[object, string]>([
    [{}, ""],
    [{ axes: [] }, "empty-list at segments.cell.axes"],
    [{ axes: Array(9).fill({ field: "now", values: ["good"] }) }, "too-many at segments.cell.axes"],
    [
      { axes: Array(2).fill({ field: "now", values: Array(101).fill("good") }) },
      "too-many at segments.cell.axes",
    ],
    [{ axes: [{ ...now, value: 1 }, later] }, "unknown-property at segments.cell.axes[0].value"],
    [{ axes: [{ ...now, field: "nwo" }, later] }, "unknown-field at segments.cell.axes[0].field"],
    [
      { axes: [{ ...now, field: "tags" }, later] },
      "wrong-field-kind at segments.cell.axes[0].field",
    ],
    [
      { axes: [{ ...now, values: ["good", "bda"] }, later] },
      "unknown-value at segments.cell.axes[0].values[1], missing-axis-value at segments.cell.axes[0].values",
    ],
    [
      { axes: [{ ...now, values: ["good", "bad", "good"] }, later] },
      "duplicate-value at segments.cell.axes[0].values[2]",
    ],
    [
      { cells: { ...matrix.cells, bad: "drop" } },
      "missing-cell at segments.cell.cells.bad, label-without-cell at segments.cell.labels.drop",
    ],
    [
      { cells: { good: matrix.cells.good } },
      "missing-cell at segments.cell.cells.bad, label-without-cell at segments.cell.labels.drop",
    ],
    [
      { cells: { ...matrix.cells, ugly: { good: "star" } } },
      "unknown-value at segments.cell.cells.ugly",
    ],
    [
      { cells: { ...matrix.cells, bad: { good: "kep", bad: "drop" } } },
      "unknown-segment at segments.cell.cells.bad.good",
    ],
    [
      { cells: { ...matrix.cells, bad: { good: "keep", bad: { good: "drop" } } } },
      "unknown-segment at segments.cell.cells.bad.bad, label-without-cell at segments.cell.labels.drop",
    ],
    [{ labels: { ...matrix.labels, lost: {} } }, "label-without-cell at segments.cell.labels.lost"],
  ])("%j", (more, expected) => {
    expect(faults(more)).toBe(expected);
  });
});
