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

describe("SEG-02 labels that do not compile", () => {
  it.each(["excluded", "unclassified", "undecided", "conflict"])("the outcome %s", (name) => {
    const labels = { ...good.labels, [name]: {} };
    expect(found({ labels })).toBe(`reserved-name at segments.group.labels.${name}`);
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
