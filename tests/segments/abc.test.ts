import { describe, expect, it } from "vitest";
import { abcClasses } from "../../src/segments/index.js";
import { tellSegment } from "../../src/sentences/index.js";
import { faultOf } from "../time/fault-of.js";
import { ask, askUnfitted, faultsOf, valued } from "./ask-classifiers.js";

const fields = { value: "number", seen: "date" };
const abc = {
  method: "abc",
  labels: { A: {}, B: {}, C: {} },
  of: "value",
  by: "cumulativeShare",
  classes: [{ segment: "A", upToShare: 0.8 }, { segment: "B", upToShare: 0.95 }, { segment: "C" }],
  boundary: "include",
  zero: "excluded",
  negative: "C",
  missing: "undecided",
};
const asked = (more: object, values: readonly (number | undefined)[], policy: object = {}) =>
  ask({ abc: { ...abc, ...more } }, valued(values), { fields, ...policy });
const faults = (more: object) => faultsOf({ abc: { ...abc, ...more } }, { fields }).join(", ");

describe("SEG-07 ABC by cumulative share", () => {
  it("states its cut values, sizes, shares and the 80/20 number in the fit", () => {
    const { fit } = asked({}, [40, 25, 20, 10, 4, 1, 0, -7, undefined, 0]);
    expect(fit.classifiers["abc"]).toEqual({
      method: "abc",
      cuts: [20, 10],
      counted: 6,
      total: 100,
      zero: 2,
      negative: 1,
      missing: 1,
      classes: [
        { accounts: 3, total: 85, shareOfAccounts: 0.5, shareOfTotal: 0.85 },
        { accounts: 1, total: 10, shareOfAccounts: 1 / 6, shareOfTotal: 0.1 },
        { accounts: 2, total: 5, shareOfAccounts: 1 / 3, shareOfTotal: 0.05 },
      ],
      topFifth: { accounts: 1, shareOfTotal: 0.4 },
    });
  });

  it("holds an empty class open: nothing is great enough for it", () => {
    const { fit, labels, compiled, decide } = asked({ boundary: "exclude" }, [90, 9, 1]);
    expect(fit.classifiers["abc"]).toMatchObject({ cuts: [null, 90] });
    expect(labels()).toEqual(["B", "C", "C"]);
    expect(compiled.cutPoints.get("abc.A")).toBeNull();
    expect(decide(0).segment.because[1]).toMatchObject({
      outcome: "A",
      verdict: "notMet",
      of: [{ value: 90, bound: null, boundFrom: { kind: "cut", name: "abc.A" } }],
    });
  });

  it("takes shares from parameters", () => {
    const classes = [{ segment: "A", upToShare: { parameter: "top" } }, { segment: "C" }];
    const { labels } = asked({ classes }, [6, 3, 1], { parameters: { top: 0.5 } });
    expect(labels()).toEqual(["A", "C", "C"]);
  });

  it("does not miss a share that is reached but for the rounding of decimals", () => {
    // 0.4 + 0.3 is 0.7, but all four come to 0.9999999999999999.
    const classes = [{ segment: "A", upToShare: 0.7 }, { segment: "C" }];
    const { labels } = asked({ classes, boundary: "exclude" }, [0.4, 0.3, 0.2, 0.1]);
    expect(labels()).toEqual(["A", "A", "C", "C"]);
  });

  it("under `exclude` more money may lower a class, which no other boundary does", () => {
    const { labels } = asked({ boundary: "exclude" }, [70, 30]);
    expect(labels()).toEqual(["A", "C"]);
    expect(asked({ boundary: "exclude" }, [270, 30]).labels()).toEqual(["B", "C"]);
    expect(asked({}, [70, 30]).labels()[0]).toBe("A");
    expect(asked({}, [270, 30]).labels()[0]).toBe("A");
  });

  it("tells the method, the cut and what an account is short of", () => {
    const { decide } = asked({}, [40, 25, 20, 10, 4, 1]);
    const { segment } = decide(3);
    expect(segment.because[0]).toEqual({
      kind: "step",
      step: "rankInBase",
      path: "segments.abc",
      details: { of: "value", by: "cumulativeShare", boundary: "include", shares: [0.8, 0.95] },
      of: [],
    });
    expect(tellSegment(segment, "en")).toEqual([
      "The segment is B.",
      "Because value is 10, at least 10.",
      "Nearest to A: value is 10, not at least 20 (10 short).",
    ]);
  });

  it("is undecided for a positive value until it is fitted, and for nothing else", () => {
    for (const values of [[], [0, 0], [-1, 0], [undefined]]) {
      expect(asked({}, values).fit.classifiers).toEqual({});
    }
    const other = ask({ abc }, [{ own: { value: 0 } }, { own: { value: -3 } }, { own: {} }], {
      fields,
    });
    expect(other.labels()).toEqual(["excluded", "C", "undecided"]);
    const { segment } = ask({ abc }, valued([0]), { fields }).decide(0);
    expect(segment.value).toEqual({ kind: "excluded" });
  });

  it("demands its cuts by name where the fit is missing", () => {
    const { segment } = askUnfitted({ abc }, { own: { value: 5 } }, { fields });
    expect(segment.value).toEqual({ kind: "undecided", candidates: ["A", "B", "C"] });
    const paths = segment.missing.map(({ path, why }) => `${path} ${why}`);
    expect(paths).toEqual(["cuts.abc.A notFitted", "cuts.abc.B notFitted"]);
    expect(askUnfitted({ abc }, { own: { value: 0 } }, { fields }).segment.value.kind).toBe(
      "excluded",
    );
  });

  it("gives no cuts for a total that is no number", () => {
    expect(asked({}, [1e308, 1e308]).fit.classifiers).toEqual({});
    expect(asked({}, [1e308, 1e308]).labels()).toEqual(["undecided", "undecided"]);
  });

  it.each([
    [{ zero: "C" }, 0, "C"],
    [{ negative: "excluded" }, -1, "excluded"],
    [{ missing: "A" }, undefined, "A"],
    [{ missing: "excluded" }, undefined, "excluded"],
  ] as const)("%j places %s in %s", (more, value, expected) => {
    expect(asked(more, [5, value]).labels()[1]).toBe(expected);
  });

  it("leaves a value that is known to be none unclassified where missing ones are undecided", () => {
    const measures = { best: { maximum: "orders.quantity", over: "always" } };
    const base = { coverage: { orders: "complete" } };
    const best = { ...abc, of: "best" };
    expect(ask({ abc: best }, [{}], { measures }, base).labels()).toEqual(["unclassified"]);
    expect(ask({ abc: { ...best, missing: "C" } }, [{}], { measures }, base).labels()).toEqual([
      "C",
    ]);
  });
});

describe("abcClasses", () => {
  it("codes classes, zero, negative and missing without a policy", () => {
    const definition = { by: "rank", boundary: "nearest", shares: [0.5] } as const;
    const { classes, fit } = abcClasses([4, 3, 2, 1, 0, -1, Number.NaN, undefined], definition);
    expect([...classes]).toEqual([0, 0, 1, 1, 253, 254, 255, 255]);
    expect(fit).toMatchObject({ cuts: [3], counted: 4, missing: 2 });
  });

  it("has no fit of no positive value", () => {
    const definition = { by: "cumulativeShare", boundary: "include", shares: [0.8] } as const;
    expect(abcClasses([], definition)).toEqual({ classes: new Uint8Array(0), fit: undefined });
    expect(abcClasses([0], definition).fit).toBeUndefined();
    expect([...abcClasses([1e308, 1e308], definition).classes]).toEqual([0, 0]);
  });

  it("passes over classes that nothing is great enough for", () => {
    const definition = { by: "cumulativeShare", boundary: "exclude", shares: [0.1, 0.9] } as const;
    expect([...abcClasses([50, 50], definition).classes]).toEqual([2, 2]);
    expect([...abcClasses([50, 40, 10], definition).classes]).toEqual([1, 1, 2]);
  });
});

describe("abcClasses asked wrongly", () => {
  const cut = (shares: readonly number[]) => () =>
    abcClasses([3, 2, 1], { by: "rank", boundary: "include", shares });

  it.each([
    [[0.8, 0.8], 1],
    [[0.9, 0.8], 1],
    [[0], 0],
    [[1], 0],
    [[80], 0],
    [[Number.NaN], 0],
  ])("shares that do not rise between 0 and 1: %j", (shares, at) => {
    const path = `definition.shares[${at}]`;
    expect(faultOf(cut(shares))).toEqual(["shares-out-of-order", path, shares[at]]);
  });

  it("more shares than there are codes of classes", () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => (at + 1) / 1000);
    expect(faultOf(cut(many(253)))).toEqual(["too-many", "definition.shares", 253]);
    expect(cut(many(252))().classes).toHaveLength(3);
  });
});

describe("ABC that does not compile", () => {
  const [a, b, c] = abc.classes;
  it.each<[object, string]>([
    [{}, ""],
    [{ of: "seen" }, "wrong-field-kind at segments.abc.of"],
    [{ by: "share" }, "unknown-value at segments.abc.by"],
    [{ boundary: "inclde" }, "unknown-value at segments.abc.boundary"],
    [{ zero: "undecided" }, "unknown-segment at segments.abc.zero"],
    [{ negative: "D" }, "unknown-segment at segments.abc.negative"],
    [{ missing: "D" }, "unknown-segment at segments.abc.missing"],
    [{ classes: [] }, "empty-list at segments.abc.classes"],
    [{ classes: [c] }, ""],
    [{ classes: [a, b] }, "not-a-class at segments.abc.classes[1]"],
    [{ classes: [a, { segment: "B" }, c] }, "not-a-class at segments.abc.classes[1]"],
    [
      { classes: [a, a, c] },
      "duplicate-value at segments.abc.classes[1].segment, shares-out-of-order at segments.abc.classes[1].upToShare",
    ],
    [{ classes: [b, a, c] }, "shares-out-of-order at segments.abc.classes[1].upToShare"],
    [
      { classes: [{ ...a, upToShare: 0 }, c] },
      "shares-out-of-order at segments.abc.classes[0].upToShare",
    ],
    [
      { classes: [{ ...a, upToShare: 1 }, c] },
      "shares-out-of-order at segments.abc.classes[0].upToShare",
    ],
    [
      { classes: [{ ...a, upToShare: "0.8" }, c] },
      "wrong-value-type at segments.abc.classes[0].upToShare",
    ],
    [
      { classes: [{ ...a, upToShare: { cut: "x" } }, c] },
      "unknown-cut at segments.abc.classes[0].upToShare.cut",
    ],
    [
      { classes: [{ ...a, upToShare: { field: "value" } }, c] },
      "wrong-value-type at segments.abc.classes[0].upToShare",
    ],
    [
      { classes: [{ ...a, segment: "AA" }, c] },
      "unknown-segment at segments.abc.classes[0].segment",
    ],
    [{ classes: [{ ...a, upTo: 1 }, c] }, "unknown-property at segments.abc.classes[0].upTo"],
  ])("%j", (more, expected) => {
    expect(faults(more)).toBe(expected);
  });

  it("has at most 10 000 classes", () => {
    const many = Array.from({ length: 10_001 }, () => a);
    expect(faults({ classes: many })).toBe("too-many at segments.abc.classes");
  });
});
