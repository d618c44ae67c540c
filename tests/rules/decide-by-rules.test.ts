import { describe, expect, it } from "vitest";
import type { HitPolicy, Hits } from "../../src/rules/index.js";
import { decide, type SampleRule } from "./ask.js";

/** Rules over fields of their own, so that each is met (1), not met (0) or unknown (absent) at will. */
const FIELDS = ["headcount", "shopCount", "daysSinceOrder"];

function rule(index: number, gives: string, more: Partial<SampleRule> = {}): SampleRule {
  return { gives, when: { field: FIELDS[index], equals: 1 }, ...more };
}

function hits(
  hitPolicy: HitPolicy,
  outcomes: readonly string[],
  truths: string,
  otherwise?: string,
): Hits {
  const facts = [...truths].map((each, index) => [FIELDS[index], each === "?" ? {} : Number(each)]);
  const rules = outcomes.map((gives, index) => rule(index, gives));
  return decide(hitPolicy, rules, otherwise, Object.fromEntries(facts)).hits;
}

function decided(...outcomes: readonly string[]): Hits {
  return { kind: "decided", outcomes };
}

function undecided(...candidates: readonly (string | undefined)[]): Hits {
  return { kind: "undecided", candidates };
}

function conflict(...outcomes: readonly string[]): Hits {
  return { kind: "conflict", outcomes };
}

describe("RULE-03 the first rule that is met", () => {
  it.each<[string, Hits]>([
    ["11", decided("a")],
    ["10", decided("a")],
    ["01", decided("b")],
    ["00", decided("z")],
    ["1?", decided("a")],
    // An unknown earlier rule blocks the later ones.
    ["?1", undecided("a", "b")],
    ["?0", undecided("a", "z")],
    ["0?", undecided("b", "z")],
    ["??", undecided("a", "b", "z")],
  ])("a, b, else z where they are %s", (truths, expected) => {
    expect(hits("first", ["a", "b"], truths, "z")).toEqual(expected);
  });

  it("is decided all the same when all that is possible agrees", () => {
    expect(hits("first", ["a", "a"], "?1", "z")).toEqual(decided("a"));
    expect(hits("first", ["a", "a"], "??", "z")).toEqual(undecided("a", "z"));
    expect(hits("first", ["a", "a"], "??", "a")).toEqual(decided("a"));
    expect(hits("first", ["a", "b", "a"], "?01", "z")).toEqual(decided("a"));
  });

  it("gives nothing without a default, and nothing is a candidate", () => {
    expect(hits("first", ["a"], "0")).toEqual(decided());
    expect(hits("first", ["a"], "?")).toEqual(undecided("a", undefined));
    expect(hits("first", [], "")).toEqual(decided());
    expect(hits("first", [], "", "z")).toEqual(decided("z"));
  });
});

describe("RULE-03 the only rule that may be met", () => {
  it.each<[string, Hits]>([
    ["10", decided("a")],
    ["01", decided("b")],
    ["00", decided("z")],
    ["11", conflict("a", "b")],
    ["11?", conflict("a", "b")],
    ["1?", undecided("a", "b")],
    ["?1", undecided("b", "a")],
    ["?0", undecided("a", "z")],
    ["??", undecided("a", "b", "z")],
  ])("a, b, else z where they are %s", (truths, expected) => {
    expect(hits("unique", ["a", "b", "c"].slice(0, truths.length), truths, "z")).toEqual(expected);
  });

  it("does not conflict with itself", () => {
    expect(hits("unique", ["a", "a"], "11", "z")).toEqual(decided("a"));
    expect(hits("unique", ["a", "a"], "1?", "z")).toEqual(decided("a"));
    expect(hits("unique", ["a", "a"], "??", "a")).toEqual(decided("a"));
  });

  it("gives nothing without a default", () => {
    expect(hits("unique", ["a"], "0")).toEqual(decided());
    expect(hits("unique", ["a"], "?")).toEqual(undecided("a", undefined));
    expect(hits("unique", [], "")).toEqual(decided());
  });
});

describe("RULE-03 all rules that are met", () => {
  it.each<[string, Hits]>([
    ["11", decided("a", "b")],
    ["10", decided("a")],
    ["00", decided("z")],
    ["1?", undecided("a", "b")],
    ["?1", undecided("b", "a")],
    ["?0", undecided("a", "z")],
    ["??", undecided("a", "b", "z")],
  ])("a, b, else z where they are %s", (truths, expected) => {
    expect(hits("collect", ["a", "b"], truths, "z")).toEqual(expected);
  });

  it("names an outcome once, and is decided when it is certain by another rule", () => {
    expect(hits("collect", ["a", "a"], "11", "z")).toEqual(decided("a"));
    expect(hits("collect", ["a", "a"], "1?", "z")).toEqual(decided("a"));
    expect(hits("collect", ["a", "b", "a"], "?11", "z")).toEqual(decided("b", "a"));
  });

  it("is decided when the one unknown outcome is the default too", () => {
    expect(hits("collect", ["a"], "?", "a")).toEqual(decided("a"));
    expect(hits("collect", ["a", "b"], "?0", "a")).toEqual(decided("a"));
    expect(hits("collect", ["a", "b"], "??", "a")).toEqual(undecided("a", "b"));
  });

  it("gives nothing without a default", () => {
    expect(hits("collect", ["a"], "0")).toEqual(decided());
    expect(hits("collect", ["a"], "?")).toEqual(undecided("a", undefined));
    expect(hits("collect", [], "")).toEqual(decided());
  });
});

describe("RULE-03 a rule may take unknown as not met", () => {
  const lenient = rule(0, "a", { whenUnknown: "notMet" });

  it.each<HitPolicy>(["first", "unique", "collect"])("under %s", (hitPolicy) => {
    const rules = [lenient, rule(1, "b")];
    expect(decide(hitPolicy, rules, "z", { shopCount: 1 }).hits).toEqual(decided("b"));
    expect(decide(hitPolicy, rules, "z", { shopCount: 0 }).hits).toEqual(decided("z"));
    expect(decide(hitPolicy, rules, "z", { headcount: 1, shopCount: 0 }).hits).toEqual(
      decided("a"),
    );
  });

  it("and its reason shows it, the verdict staying unknown", () => {
    const { because } = decide("first", [lenient, rule(1, "b")], "z", { shopCount: 1 });
    expect(because).toMatchObject([
      { kind: "rule", outcome: "a", verdict: "unknown", takenAsNotMet: true },
      { kind: "rule", outcome: "b", verdict: "met" },
    ]);
    expect(because[1]).not.toHaveProperty("takenAsNotMet");
    const known = decide("first", [lenient], "z", { headcount: 0 });
    expect(known.because[0]).not.toHaveProperty("takenAsNotMet");
    const strict = decide("first", [rule(0, "a")], "z", {});
    expect(strict.because[0]).not.toHaveProperty("takenAsNotMet");
  });
});

describe("RULE-04 every rule says how it came out", () => {
  it("with its path, outcome, title and source, those behind the first hit too", () => {
    const told = { title: "large", source: "S1 2.4", note: "left out" };
    const rules = [rule(0, "a", told), rule(1, "b")];
    const { because } = decide("first", rules, "z", { headcount: 1, shopCount: 0 });
    const [first, second] = because;
    expect(Object.keys(first!).toSorted()).toEqual(
      ["kind", "of", "outcome", "rule", "source", "title", "verdict"].toSorted(),
    );
    expect(first).toMatchObject({
      kind: "rule",
      rule: "rules[0]",
      outcome: "a",
      verdict: "met",
      title: "large",
      source: "S1 2.4",
      of: [{ kind: "comparison", path: "headcount", verdict: "met" }],
    });
    expect(Object.keys(second!).toSorted()).toEqual(["kind", "of", "outcome", "rule", "verdict"]);
    expect(second).toMatchObject({ rule: "rules[1]", verdict: "notMet" });
  });
});
