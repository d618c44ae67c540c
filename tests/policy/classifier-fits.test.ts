import { describe, expect, it } from "vitest";
import { compilePolicy, type Fit, fitPolicy, withFit } from "../../src/policy/index.js";
import { parseFit, parsePolicy } from "../../src/schemas/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { ask, asOf, policyOf, valued } from "../segments/ask-classifiers.js";

const fields = { value: "number" };
const head = { labels: { A: {}, B: {} } };
const segments = {
  abc: {
    ...head,
    method: "abc",
    of: "value",
    by: "cumulativeShare",
    classes: [{ segment: "A", upToShare: 0.8 }, { segment: "B" }],
    boundary: "include",
    zero: "B",
    negative: "B",
    missing: "undecided",
  },
  rfm: {
    ...head,
    method: "rfm",
    recency: "value",
    frequency: "value",
    monetary: "value",
    bins: 2,
    scoring: { by: "nested", type: 7, boundary: "lower" },
    hitPolicy: "first",
    segments: [],
    otherwise: "A",
    neverBought: "B",
    missing: "undecided",
  },
  card: {
    ...head,
    method: "scorecard",
    weightsSumTo: 1,
    missing: "undecided",
    criteria: [
      { of: "value", weight: 0.5, normalise: { by: "minMax", better: "more", whenAllEqual: 1 } },
      {
        of: "value",
        weight: 0.25,
        normalise: { by: "rank", better: "more", ties: "mean", whenAllEqual: 1 },
      },
      {
        of: "value",
        weight: 0.25,
        normalise: { by: "z", better: "more", deviation: "population" },
      },
    ],
    bands: [{ segment: "A", atLeast: 0.5 }, { segment: "B" }],
  },
};
const { fit, compiled } = ask(segments, valued([1, 2, 3, 4]), { fields });
const bare = orThrow(compilePolicy(policyOf(segments, { fields })));
const found = (changed: unknown): readonly string[] => {
  const read = parseFit(changed);
  const { findings } = read.ok ? withFit(bare, read.value) : read;
  return findings.map(({ code, path }) => `${code} at ${path}`);
};
const changed = (name: string, more: object): unknown => ({
  ...fit,
  classifiers: { ...fit.classifiers, [name]: { ...fit.classifiers[name], ...more } },
});

describe("RULE-09 the fits of classifiers", () => {
  it("are plain JSON that comes back through the schemas door as it was", () => {
    expect(orThrow(parseFit(JSON.stringify(fit)))).toEqual(fit);
    expect(Object.keys(fit.classifiers).sort()).toEqual(["abc", "card", "rfm"]);
    expect(found(fit)).toEqual([]);
  });

  it.each<[string, unknown, readonly string[]]>([
    ["no text", "{", ["not-json at "]],
    [
      "another classifier",
      { ...fit, classifiers: { other: fit.classifiers["abc"] } },
      ["fit-of-another-policy at classifiers.other"],
    ],
    [
      "the fit of another method",
      { ...fit, classifiers: { abc: fit.classifiers["rfm"] } },
      ["fit-of-another-policy at classifiers.abc"],
    ],
    [
      "too few ABC cuts",
      changed("abc", { cuts: [] }),
      ["fit-of-another-policy at classifiers.abc"],
    ],
    [
      "too few RFM cuts",
      changed("rfm", { recency: [] }),
      ["fit-of-another-policy at classifiers.rfm"],
    ],
    [
      "too few lists",
      changed("rfm", { frequency: [[1]] }),
      ["fit-of-another-policy at classifiers.rfm"],
    ],
    [
      "too few cells",
      changed("rfm", { monetary: [[1]] }),
      ["fit-of-another-policy at classifiers.rfm"],
    ],
    [
      "too few cuts in a cell",
      changed("rfm", { frequency: [[1], []] }),
      ["fit-of-another-policy at classifiers.rfm"],
    ],
    [
      "too few scales",
      changed("card", { scales: [] }),
      ["fit-of-another-policy at classifiers.card"],
    ],
    [
      "another scale",
      changed("card", { scales: [null, null, { by: "rank", values: [1], counts: [1] }] }),
      ["fit-of-another-policy at classifiers.card"],
    ],
    [
      "an unknown method",
      changed("abc", { method: "xyz" }),
      ["wrong-type at classifiers.abc.method"],
    ],
    [
      "a text for a cut",
      changed("abc", { cuts: ["1"] }),
      ["not-a-number at classifiers.abc.cuts[0]"],
    ],
    ["an unknown word", { ...fit, extra: 1 }, ["unknown-property at extra"]],
    ["another format", { ...fit, format: "hoito-fit/9" }, ["unknown-value at format"]],
  ])("%s is found", (_, input, expected) => {
    expect(found(input)).toEqual(expected);
  });

  it("a text that is too long is not read", () => {
    expect(found(" ".repeat(10_000_001))).toEqual(["text-too-long at "]);
  });

  it("make the policy's cuts and classifiers anew, leaving nothing of an earlier fit", () => {
    const none = fitPolicy({ accounts: [], coverage: {} }, compiled, { asOf });
    expect([...none.cutPoints]).toEqual([]);
    const { abc, card } = Object.fromEntries(none.classifiers);
    expect(abc?.method === "abc" && abc.fit).toBeUndefined();
    expect(card?.method === "scorecard" && card.fit?.scales).toEqual([null, null, null]);
    const stored = JSON.parse(JSON.stringify(fit)) as Fit;
    expect(orThrow(withFit(none, stored)).cutPoints.get("abc.A")).toBe(2);
  });
});

describe("POL-01 the shape of classifiers at the schemas door", () => {
  const policy = policyOf(segments, { fields });

  it("is read without losing a word", () => {
    const read = orThrow(parsePolicy(JSON.stringify(policy)));
    expect(read).toEqual(policy);
    expect(compilePolicy(read).findings).toEqual([]);
  });

  it.each<[object, string]>([
    [{ abc: { ...segments.abc, classes: 3 } }, "wrong-type at segments.abc.classes"],
    [{ abc: { ...segments.abc, of: undefined } }, "missing-property at segments.abc.of"],
    [{ rfm: { ...segments.rfm, bins: "5" } }, "not-a-number at segments.rfm.bins"],
    [
      { card: { ...segments.card, bands: [{ segment: 1 }] } },
      "wrong-type at segments.card.bands[0].segment",
    ],
    [
      { card: { ...segments.card, moves: [{ from: "A" }] } },
      "missing-property at segments.card.moves[0].to",
    ],
    [
      { x: { ...head, method: "bands", of: "value" } },
      "missing-property at segments.x.bands, missing-property at segments.x.missing",
    ],
    [
      { x: { ...head, method: "matrix", axes: [{ field: 1 }] } },
      "wrong-type at segments.x.axes[0].field, missing-property at segments.x.axes[0].values, missing-property at segments.x.cells",
    ],
    [{ x: { ...head, method: "constructor" } }, ""],
  ])("%j", (more, expected) => {
    const read = parsePolicy(
      JSON.parse(JSON.stringify({ ...policy, segments: { ...segments, ...more } })),
    );
    expect(read.findings.map(({ code, path }) => `${code} at ${path}`).join(", ")).toBe(expected);
  });

  it("an unknown method is found when it is compiled, with what was probably meant", () => {
    const { findings } = compilePolicy(policyOf({ x: { ...head, method: "scorecrd" } }));
    expect(findings).toMatchObject([
      { code: "unknown-value", path: "segments.x.method", suggestion: "scorecard" },
    ]);
  });
});
