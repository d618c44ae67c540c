import { describe, expect, it } from "vitest";
import { compileOne } from "./classify-one.js";

const rule = { segment: "large", when: { field: "headcount", atLeast: 1000 } };
const good = {
  method: "rules",
  labels: { large: {}, other: {} },
  hitPolicy: "first",
  rules: [rule],
  otherwise: "other",
};
const when = { field: "chain", equals: true };
const found = (more: object): string => {
  const { findings } = compileOne({ ...good, ...more });
  return findings.map(({ code, path }) => `${code} at ${path}`).join(", ");
};

describe("SEG-01 classifiers that do not compile", () => {
  it.each<[object, string]>([
    [{ method: "ruels" }, "unknown-value at segments.group.method"],
    [{ method: 7 }, "unknown-value at segments.group.method"],
    [{ hitPolicy: "frist" }, "unknown-value at segments.group.hitPolicy"],
    [{ otherwise: "othr" }, "unknown-segment at segments.group.otherwise"],
    [{ otherwize: "other" }, "unknown-property at segments.group.otherwize"],
    [
      { rules: [{ ...rule, segment: "lrage" }] },
      "unknown-segment at segments.group.rules[0].segment",
    ],
    [{ rules: [{ ...rule, segment: null }] }, "unknown-segment at segments.group.rules[0].segment"],
    [{ rules: [{ when }] }, "no-outcome at segments.group.rules[0]"],
    [{ rules: [{ exclude: false, when }] }, "no-outcome at segments.group.rules[0]"],
    [{ rules: [{ ...rule, exclude: true }] }, "no-outcome at segments.group.rules[0]"],
    [{ rules: [{ ...rule, exclude: false }] }, "no-outcome at segments.group.rules[0]"],
    [{ rules: [{ ...rule, wen: when }] }, "unknown-property at segments.group.rules[0].wen"],
    [{ rules: [{ segment: "large" }] }, "not-a-condition at segments.group.rules[0].when"],
    [
      { rules: [rule, { ...rule, whenUnknown: "met" }] },
      "unknown-value at segments.group.rules[1].whenUnknown",
    ],
    [
      { rules: [{ ...rule, when: { field: "hedcount", atLeast: 1 } }] },
      "unknown-field at segments.group.rules[0].when.field",
    ],
    [{ assume: { hedcount: 1 } }, "unknown-field at segments.group.assume.hedcount"],
    [{ assume: { headcount: "1" } }, "wrong-value-type at segments.group.assume.headcount"],
  ])("%j", (more, expected) => {
    expect(found(more)).toBe(expected);
  });

  it("finds everything at once, with what was probably meant", () => {
    const { findings } = compileOne({
      ...good,
      hitPolicy: "frist",
      otherwise: "othr",
      rules: [
        { ...rule, segment: "lrage" },
        { ...rule, titel: "x" },
      ],
    });
    expect(findings.map(({ message }) => message)).toEqual([
      "`frist` is no hit policy; did you mean `first`?",
      "there is no segment `lrage`; did you mean `large`?",
      "`titel` says nothing here; did you mean `title`?",
      "there is no segment `othr`; did you mean `other`?",
    ]);
  });

  it("shortens long words", () => {
    const long = "x".repeat(200);
    const { findings } = compileOne({ ...good, hitPolicy: long, [long]: 1 });
    const texts = [
      `\`${long.slice(0, 80)}\` says nothing here`,
      `\`${long.slice(0, 80)}\` is no hit policy`,
    ];
    expect(findings.map(({ message }) => message)).toEqual(texts);
  });

  it("has at most 10 000 labels and 10 000 rules", () => {
    const most = Array.from({ length: 10_000 }, () => rule);
    expect(found({ rules: most })).toBe("");
    expect(found({ rules: [...most, rule] })).toBe("too-many at segments.group.rules");
    const labels = Object.fromEntries(most.map((_, each) => [`l${each}`, {}]));
    const { l0: _, ...fewer } = labels;
    expect(found({ labels: { ...fewer, ...good.labels }, rules: [] })).toBe(
      "too-many at segments.group.labels",
    );
    const { l1: __, ...fit } = fewer;
    expect(found({ labels: { ...fit, ...good.labels }, rules: [] })).toBe("");
  });
});

describe("classifiers with a part of another shape", () => {
  const at = (method: string, more: object) => {
    const { labels } = good;
    const { findings } = compileOne({ method, labels, ...more });
    return findings.map(({ code, path }) => `${code} at ${path.slice("segments.group".length)}`);
  };

  it.each([
    ["rules", { hitPolicy: "first" }, ["missing-property at .rules"]],
    ["rules", { hitPolicy: "first", rules: {} }, ["malformed-classifier at .rules"]],
    ["rules", { hitPolicy: "first", rules: [null] }, ["malformed-classifier at "]],
    ["bands", {}, ["missing-property at .bands"]],
    ["abc", { classes: { large: 0.8 } }, ["malformed-classifier at .classes"]],
    ["rfm", {}, ["missing-property at .scoring", "missing-property at .segments"]],
    ["rfm", { scoring: "ntile", segments: [] }, ["malformed-classifier at .scoring"]],
    ["matrix", { cells: {} }, ["missing-property at .axes"]],
    ["scorecard", { bands: [] }, ["missing-property at .criteria"]],
    [
      "lifecycle",
      { start: "large" },
      [
        "missing-property at .startsRelationship",
        "missing-property at .events",
        "missing-property at .transitions",
      ],
    ],
  ])("%s: %j", (method, more, expected) => {
    expect(at(method, more)).toEqual(expected);
  });

  it("labels that are none, beside all else that is wrong", () => {
    expect(found({ labels: undefined, otherwise: undefined, rules: [] })).toBe(
      "missing-property at segments.group.labels",
    );
    expect(found({ labels: { ...good.labels, large: null }, hitPolicy: "frist" })).toBe(
      "malformed-classifier at segments.group.labels.large, unknown-value at segments.group.hitPolicy",
    );
  });

  it("a misspelt value does not hide what is wrong with the bands, classes and criteria", () => {
    const bands = [{ segment: "lrage", atLest: 1 }, { segment: "other" }];
    expect(at("bands", { of: "hedcount", missing: "undecided", bands })).toEqual([
      "unknown-field at .of",
      "unknown-property at .bands[0].atLest",
      "unknown-segment at .bands[0].segment",
      "not-a-band at .bands[0]",
    ]);
    expect(
      at("bands", {
        of: "hedcount",
        missing: "undecided",
        bands: [{ segment: "large", atLeast: 1 }],
      }),
    ).toEqual(["unknown-field at .of"]);
    const abc = { by: "rank", boundary: "include", zero: "other", negative: "other" };
    const classes = [{ segment: "lrage", upToShare: 80 }, { segment: "other" }];
    expect(at("abc", { ...abc, missing: "undecided", of: "hedcount", classes })).toEqual([
      "unknown-field at .of",
      "unknown-segment at .classes[0].segment",
      "shares-out-of-order at .classes[0].upToShare",
    ]);
    const card = { weightsSumTo: 1, missing: "undecided", bands: [{ segment: "large" }] };
    const normalise = { by: "minmax" };
    expect(
      at("scorecard", { ...card, criteria: [{ of: "hedcount", weight: 1, normalise }] }),
    ).toEqual(["unknown-field at .criteria[0].of", "unknown-value at .criteria[0].normalise.by"]);
    expect(
      at("scorecard", {
        ...card,
        criteria: [
          {
            of: "hedcount",
            weight: 1,
            normalise: { by: "z", better: "more", deviation: "sample" },
          },
        ],
      }),
    ).toEqual(["unknown-field at .criteria[0].of"]);
    expect(at("scorecard", { ...card, criteria: [{ of: "headcount", weight: 1 }] })).toEqual([
      "missing-property at .criteria[0].normalise",
    ]);
  });
});

describe("SEG-02 labels that do not compile", () => {
  it.each(["excluded", "unclassified", "undecided", "conflict", "absent"])(
    "the outcome %s",
    (name) => {
      const labels = { ...good.labels, [name]: {} };
      expect(found({ labels })).toBe(`reserved-name at segments.group.labels.${name}`);
    },
  );

  it.each([
    [{ unlessApproved: "other", decidedBy: "board" }, ""],
    [{ unlessApproved: "other" }, "missing-property at segments.group.labels.large.decidedBy"],
    [
      { unlessApproved: "othr", decidedBy: "board" },
      "unknown-segment at segments.group.labels.large.unlessApproved",
    ],
    [
      { unlessApproved: "large", decidedBy: "board" },
      "needs-approval at segments.group.labels.large.unlessApproved",
    ],
  ])("SEG-04 what holds until somebody decides: %j", (large, expected) => {
    expect(found({ labels: { ...good.labels, large } })).toBe(expected);
  });

  it("a misspelt property", () => {
    const labels = { ...good.labels, large: { decideBy: "managementTeam" } };
    const { findings } = compileOne({ ...good, labels });
    expect(findings).toEqual([
      {
        code: "unknown-property",
        severity: "error",
        path: "segments.group.labels.large.decideBy",
        message: "`decideBy` says nothing here; did you mean `decidedBy`?",
        suggestion: "decidedBy",
      },
    ]);
  });
});
