import { describe, expect, it } from "vitest";
import { classifyOne } from "./classify-one.js";

const large = { segment: "large", when: { field: "headcount", atLeast: 1000 } };
const medium = { segment: "medium", when: { field: "headcount", atLeast: 100 } };
const northern = { segment: "northern", when: { field: "region", equals: "north" } };
const competitor = { exclude: true, when: { field: "relations", includes: "competitor" } };
const labels = { large: {}, medium: {}, northern: {}, other: {} };
const classifier = (hitPolicy: string, rules: readonly object[], otherwise?: string) => {
  return { method: "rules", labels, hitPolicy, rules, ...(otherwise && { otherwise }) };
};
const known = { headcount: 5, region: "south", relations: ["customer"] };
const outcomeOf = (written: unknown, facts: object) =>
  classifyOne(written, { ...known, ...facts }).value;

describe("SEG-01 the first rule that is met", () => {
  const first = classifier("first", [competitor, large, medium], "other");

  it("gives the segment, and later rules do not matter", () => {
    expect(outcomeOf(first, { headcount: 1000 })).toEqual({ kind: "segment", segment: "large" });
    expect(outcomeOf(first, { headcount: 999 })).toEqual({ kind: "segment", segment: "medium" });
  });

  it("gives the default where none is met, and says so", () => {
    const { value, because } = classifyOne(first, { ...known, headcount: 99 });
    expect(value).toEqual({ kind: "segment", segment: "other" });
    expect(because.at(-1)).toEqual({
      kind: "step",
      step: "otherwise",
      path: "segments.group.otherwise",
      details: { segment: "other" },
      of: [],
    });
  });

  it("leaves accounts unclassified without a default", () => {
    const { value, because } = classifyOne(classifier("first", [large]), known);
    expect(value).toEqual({ kind: "unclassified" });
    expect(because.at(-1)).toMatchObject({ details: { segment: "unclassified" } });
  });

  it("excludes as an outcome of its own", () => {
    const facts = { headcount: 5000, relations: ["customer", "competitor"] };
    expect(outcomeOf(first, facts)).toEqual({ kind: "excluded" });
    expect(outcomeOf(classifier("first", [large, competitor]), facts)).toEqual({
      kind: "segment",
      segment: "large",
    });
  });

  it("is undecided between all that a missing fact leaves possible, and names it", () => {
    const { value, missing, because } = classifyOne(first, { ...known, headcount: undefined });
    expect(value).toEqual({ kind: "undecided", candidates: ["large", "medium", "other"] });
    expect(missing).toEqual([{ path: "headcount", why: "missing" }]);
    expect(because).toHaveLength(3);
    expect(outcomeOf(first, { relations: undefined })).toEqual({
      kind: "undecided",
      candidates: ["excluded", "other"],
    });
    expect(outcomeOf(classifier("first", [large]), { headcount: undefined })).toEqual({
      kind: "undecided",
      candidates: ["large", "unclassified"],
    });
  });

  it("lacks no fact that only rules after one that is met ask for", () => {
    const rules = [northern, medium, { segment: "large", when: { field: "chain", equals: true } }];
    const facts = { headcount: 100, region: undefined, chain: undefined };
    const { value, missing } = classifyOne(classifier("first", rules), { ...known, ...facts });
    expect(value).toEqual({ kind: "undecided", candidates: ["northern", "medium"] });
    expect(missing).toEqual([{ path: "region", why: "missing" }]);
    const all = classifyOne(classifier("collect", rules), { ...known, ...facts });
    expect(all.missing.map(({ path }) => path)).toEqual(["region", "chain"]);
  });

  it("is decided all the same where everything possible agrees, and lacks nothing then", () => {
    const same = [{ ...northern, segment: "large" }, large];
    const { value, missing } = classifyOne(classifier("first", same), {
      ...known,
      region: undefined,
      headcount: 1000,
    });
    expect(value).toEqual({ kind: "segment", segment: "large" });
    expect(missing).toEqual([]);
  });

  it("takes an unknown rule as not met where the policy says so", () => {
    const lenient = classifier("first", [{ ...large, whenUnknown: "notMet" }], "other");
    const { value, missing, because } = classifyOne(lenient, { ...known, headcount: undefined });
    expect(value).toEqual({ kind: "segment", segment: "other" });
    expect(missing).toEqual([]);
    expect(because[0]).toMatchObject({ verdict: "unknown", takenAsNotMet: true });
    expect(because[1]).toMatchObject({ step: "otherwise" });
  });

  it("takes an assumed value where a fact is missing, and shows it", () => {
    const assuming = { ...classifier("first", [large], "other"), assume: { headcount: 1 } };
    const { value, because } = classifyOne(assuming, { ...known, headcount: undefined });
    expect(value).toEqual({ kind: "segment", segment: "other" });
    expect(because[0]).toMatchObject({ of: [{ value: 1, assumed: true, verdict: "notMet" }] });
    expect(classifyOne(assuming, { ...known, headcount: 2000 }).value).toEqual({
      kind: "segment",
      segment: "large",
    });
  });
});

describe("SEG-01 the only rule that may be met", () => {
  const unique = classifier("unique", [large, medium, northern, competitor], "other");

  it("gives its segment", () => {
    expect(outcomeOf(unique, { headcount: 100 })).toEqual({ kind: "segment", segment: "medium" });
    expect(outcomeOf(unique, {})).toEqual({ kind: "segment", segment: "other" });
    expect(outcomeOf(unique, { relations: ["competitor"] })).toEqual({ kind: "excluded" });
  });

  it("is a conflict where rules of different segments are met", () => {
    const { value, missing } = classifyOne(unique, { ...known, headcount: 1000 });
    expect(value).toEqual({ kind: "conflict", candidates: ["large", "medium"] });
    expect(missing).toEqual([]);
    expect(outcomeOf(unique, { region: "north", relations: ["competitor"] })).toEqual({
      kind: "conflict",
      candidates: ["northern", "excluded"],
    });
  });

  it("is none where they give the same segment", () => {
    const twice = classifier("unique", [large, { ...northern, segment: "large" }]);
    expect(outcomeOf(twice, { headcount: 1000, region: "north" })).toEqual({
      kind: "segment",
      segment: "large",
    });
  });

  it("is undecided where an unknown rule could join the one that is met", () => {
    expect(outcomeOf(unique, { headcount: 100, region: undefined })).toEqual({
      kind: "undecided",
      candidates: ["medium", "northern"],
    });
    expect(outcomeOf(unique, { region: undefined })).toEqual({
      kind: "undecided",
      candidates: ["northern", "other"],
    });
  });
});

describe("SEG-01 all rules that are met", () => {
  const collect = classifier("collect", [large, medium, northern, competitor], "other");

  it("gives each segment once, in the order of the labels", () => {
    const several = classifier("collect", [northern, large, { ...medium, segment: "northern" }]);
    expect(outcomeOf(collect, { headcount: 1000, region: "north" })).toEqual({
      kind: "segments",
      segments: ["large", "medium", "northern"],
    });
    expect(outcomeOf(several, { headcount: 1000, region: "north" })).toEqual({
      kind: "segments",
      segments: ["large", "northern"],
    });
  });

  it("gives the default, or nothing, where none is met", () => {
    expect(outcomeOf(collect, {})).toEqual({ kind: "segments", segments: ["other"] });
    expect(outcomeOf(classifier("collect", [large]), {})).toEqual({ kind: "unclassified" });
  });

  it("excludes whatever else is met, or unknown", () => {
    const facts = { relations: ["competitor"] };
    expect(outcomeOf(collect, { ...facts, headcount: 1000 })).toEqual({ kind: "excluded" });
    const { value, missing } = classifyOne(collect, { ...known, ...facts, headcount: undefined });
    expect(value).toEqual({ kind: "excluded" });
    expect(missing).toEqual([]);
  });

  it("is undecided where a rule is unknown", () => {
    expect(outcomeOf(collect, { region: undefined, headcount: 100 })).toEqual({
      kind: "undecided",
      candidates: ["medium", "northern"],
    });
    expect(outcomeOf(collect, { region: undefined })).toEqual({
      kind: "undecided",
      candidates: ["northern", "other"],
    });
    expect(outcomeOf(collect, { relations: undefined, headcount: 1000 })).toEqual({
      kind: "undecided",
      candidates: ["large", "medium", "excluded"],
    });
  });
});

describe("SEG-02 labels", () => {
  const written = {
    ...classifier("first", [large], "other"),
    labels: {
      large: {
        title: "Large customers",
        aliases: ["suurasiakkaat"],
        axes: { growthPotential: "high", relationship: "strong" },
        decidedBy: "managementTeam",
        source: "S1 §2.1",
      },
      other: { note: "everybody else" },
    },
  };

  it("say who has the last word, and nothing else changes the answer", () => {
    expect(outcomeOf(written, { headcount: 1000 })).toEqual({
      kind: "segment",
      segment: "large",
      decidedBy: "managementTeam",
    });
    expect(outcomeOf(written, {})).toEqual({ kind: "segment", segment: "other" });
  });
});
