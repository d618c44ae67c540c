import { describe, expect, it } from "vitest";
import {
  type Audience,
  type BenefitLadder,
  classWords,
  findDisclosures,
  nextBenefit,
  redact,
  type VisiblePlaces,
} from "../../src/care/index.js";
import type { SegmentOutcome } from "../../src/segments/index.js";
import type { ComparisonReason, Decision, RuleReason } from "../../src/shapes/index.js";

const short: ComparisonReason = {
  kind: "comparison",
  path: "bought",
  comparison: "atLeast",
  verdict: "notMet",
  value: { minor: 4_880_000, currency: "EUR" },
  bound: { minor: 5_000_000, currency: "EUR" },
  shortBy: { minor: 120_000, currency: "EUR" },
};

function rule(outcome: string, of: readonly ComparisonReason[] = [short]): RuleReason {
  return { kind: "rule", rule: `rules.${outcome}`, outcome, verdict: "notMet", of };
}

/** A decision as `decideCare` gives it, with everything that must not get out. */
function decision(id: string | number) {
  return {
    account: {
      id,
      names: [{ name: `${id} Oy`, kind: "official" }],
      judgements: { strategicImportance: { value: "high" } },
      own: { tier: "gold" },
      mergedFrom: ["other"],
    },
    segment: {
      value: { kind: "segment", segment: "silver" },
      because: [
        { ...rule("gold"), title: "Gold customers", source: "policy 7" },
        { kind: "step", step: "otherwise", path: "x", details: { segment: "silver" }, of: [short] },
      ],
      missing: [{ path: "headcount", why: "missing" }],
    },
    careModel: { value: { kind: "model", model: "silverCare" }, because: [], missing: [] },
    owner: { value: { kind: "named", owners: [{ personId: "anna" }] }, because: [], missing: [] },
    duties: {
      value: {
        kind: "duties",
        duties: [
          {
            id: `${id}|silverVisits|2018#1`,
            accountId: id,
            cadence: "silverVisits",
            title: "Silver visit",
            significance: 2,
            value: {
              status: "due",
              daysLate: 0,
              window: { earliest: "2018-02-01", ideal: "2018-02-05", latest: "2018-02-09" },
            },
            because: [],
          },
        ],
      },
    },
    nextBenefit: { value: { kind: "amount", amount: { minor: 120_000, currency: "EUR" } } },
    madeWith: { policyId: "silver-and-gold" },
  };
}

const forA: Audience = { customer: "A" };

describe("CARE-11 a customer sees its own and no class", () => {
  const seen = {
    account: { id: "A", names: [{ name: "A Oy" }] },
    duties: {
      value: {
        duties: [
          {
            value: {
              window: { earliest: "2018-02-01", ideal: "2018-02-05", latest: "2018-02-09" },
            },
          },
        ],
      },
    },
    nextBenefit: { value: { amount: { minor: 120_000, currency: "EUR" } } },
  };

  it("CARE-11 the own name, the coming contacts and the amount to the next benefit stay (S0 §3.8)", () => {
    expect(redact(decision("A"), forA)).toEqual(seen);
    expect(redact([decision("B"), decision("A"), decision("C")], forA)).toEqual([seen]);
  });

  it("CARE-11 a customer-facing export of a class is empty of it (S4 §9.14)", () => {
    const text = JSON.stringify(redact(decision("A"), forA)).toLowerCase();
    for (const word of ["gold", "silver", "anna", "other", "high", "policy", "significance"]) {
      expect(text).not.toContain(word);
    }
  });

  it("CARE-11 another account's part is left out whole, ids are compared exactly", () => {
    expect(redact(decision("B"), forA)).toBeNull();
    expect(redact(decision(1), { customer: "1" })).toBeNull();
    expect(redact(decision(1), { customer: 1 })).toMatchObject({ account: { id: 1 } });
    expect(redact({ accounts: [{ id: "A" }] }, forA)).toBeNull();
  });

  const open: VisiblePlaces = {
    invoices: "container",
    peers: "container",
    total: "money",
    "invoices.paid": "yesNo",
    days: "date",
    count: "number",
  };
  const see = (part: object, places = open) => redact({ accountId: "A", ...part }, forA, places);

  it("CARE-11 a part within another account's, or about two accounts, is left out", () => {
    const peer = { accountId: "B", count: 3 };
    expect(see({ peers: [peer, { ...peer, accountId: "A" }] })).toEqual({ peers: [{ count: 3 }] });
    expect(see({ peers: [{ account: "B", count: 3 }] })).toBeNull();
    expect(see({ peers: [{ account: { id: "B" }, accountId: "A", count: 3 }] })).toBeNull();
    expect(see({ peers: [{ account: {}, count: 3 }] })).toBeNull();
    expect(see({ peers: [{ accountId: null, count: 3 }] })).toBeNull();
    expect(see({ peers: { account: "A", count: 3 } })).toEqual({ peers: { count: 3 } });
  });

  it("CARE-11 what is about nobody shows nothing, though its places are open", () => {
    expect(redact({ count: 3, invoices: [{ paid: true }] }, forA, open)).toBeNull();
    const about = { invoices: [{ count: 1 }, { accountId: "A", count: 2 }] };
    expect(redact(about, forA, open)).toEqual({ invoices: [{ count: 2 }] });
    const accounts = {
      accounts: [
        { id: "A", count: 1 },
        { id: "B", count: 2 },
      ],
    };
    expect(redact(accounts, forA, { ...open, accounts: "container" })).toEqual({
      accounts: [{ count: 1 }],
    });
  });

  it("CARE-11 a host opens places by form; anything of another form stays closed", () => {
    const invoices = [
      { total: { minor: 5, currency: "EUR", note: "gold" }, paid: true, text: "gold" },
      { total: "gold", paid: "gold", days: "gold", count: "gold" },
      { total: { minor: 0.5, currency: "EUR" }, days: ["2018-02-01", "gold"], count: Number.NaN },
      { total: { minor: 1, currency: "gold" } },
      { days: ["gold"], text: [], gold: [] },
    ];
    expect(see({ invoices })).toEqual({
      invoices: [{ total: { minor: 5, currency: "EUR" }, paid: true }, { days: ["2018-02-01"] }],
    });
    expect(see({ paid: true })).toBeNull();
    expect(see({ count: { gold: 1 }, invoices: "gold" })).toBeNull();
    expect(see({ text: "gold" }, { text: "text" } as unknown as VisiblePlaces)).toBeNull();
  });

  it("CARE-11 names and ids are the customer's own", () => {
    const account = { id: "A", names: [{ name: { gold: 1 } }, "gold"] };
    expect(redact({ account }, forA)).toEqual({ account: { id: "A" } });
  });

  it("CARE-11 no host can open what carries classes", () => {
    for (const place of ["segment", "account.own", "duties.title", "because"]) {
      expect(() => see({}, { [place]: "container" })).toThrow(
        expect.objectContaining({ code: "not-releasable", path: `places.${place}` }),
      );
    }
  });

  it("CARE-11 prototype keys are names like any other", () => {
    const hostile = JSON.parse(`{"accountId":"A","__proto__":{"count":1},"count":2}`) as object;
    expect(JSON.stringify(redact(hostile, forA, open))).toBe(`{"count":2}`);
    expect(JSON.stringify(redact(hostile, "internal"))).toBe(JSON.stringify(hostile));
  });
});

describe("CARE-11 three visibility classes", () => {
  it("CARE-11 criteria are public; segment data and customer data are not (S3 §2.30)", () => {
    expect(redact([decision("A"), decision("B")], "public")).toEqual(
      ["A", "B"].map(() => ({
        segment: {
          because: [
            {
              kind: "rule",
              rule: "rules.gold",
              outcome: "gold",
              title: "Gold customers",
              source: "policy 7",
              of: [
                {
                  kind: "comparison",
                  path: "bought",
                  comparison: "atLeast",
                  bound: { minor: 5_000_000, currency: "EUR" },
                },
              ],
            },
          ],
        },
      })),
    );
  });

  const boundOf = (comparison: object) => {
    const because = [{ kind: "all", verdict: "met", of: [{ ...short, ...comparison }] }];
    const view = redact({ because }, "public") as { because: [{ of: [{ bound?: unknown }] }] };
    return view.because[0].of[0].bound;
  };

  it("CARE-11 a bound is a criterion unless it is the customer's or all customers'", () => {
    expect(boundOf({})).toEqual(short.bound);
    expect(boundOf({ boundFrom: { kind: "parameter", name: "limit" } })).toEqual(short.bound);
    expect(boundOf({ boundFrom: { kind: "asOf", name: "asOfMinus" } })).toEqual(short.bound);
    expect(boundOf({ boundFrom: { kind: "field", name: "target" } })).toBeUndefined();
    expect(boundOf({ boundFrom: { kind: "cut", name: "top" } })).toBeUndefined();
    expect(boundOf({ boundFrom: "parameter" })).toBeUndefined();
    expect(boundOf({ bound: undefined })).toBeUndefined();
  });

  it("CARE-11 of a policy the rules are public", () => {
    const when = { field: "headcount", atLeast: 1000 };
    const policy = {
      id: "secret",
      segments: {
        size: {
          method: "rules",
          labels: { large: { decidedBy: "board" } },
          rules: [{ segment: "large", when, note: "between us" }, { exclude: true, when }, 7],
        },
      },
      care: { exceptions: [{ accountId: "A", reason: "friend" }] },
    };
    expect(redact(policy, "public")).toEqual({
      segments: {
        size: {
          rules: [
            { segment: "large", when },
            { exclude: true, when },
          ],
        },
      },
    });
    expect(redact({ rules: [{ segment: "large" }] }, "public")).toEqual({
      rules: [{ segment: "large" }],
    });
  });

  it("CARE-11 nothing else is public, whatever it is", () => {
    expect(redact("A Oy", "public")).toBeNull();
    expect(redact({ segment: "gold", value: { segment: "gold" } }, "public")).toBeNull();
    expect(redact({ because: "gold", rules: "gold" }, "public")).toEqual({
      because: [],
      rules: [],
    });
    const odd = [{ kind: "rule", of: "gold", rule: { gold: 1 } }, "gold", { kind: 7, of: [] }];
    expect(redact({ because: odd }, "public")).toEqual({ because: [{ kind: "rule", of: [] }] });
    expect(redact({ segments: ["gold"] }, "public")).toEqual({ segments: [] });
  });

  it("CARE-11 internally everything is there but personal notes", () => {
    const person = { id: 1, name: "Aino", personalNote: "likes to ski", knows: undefined };
    const report = {
      ...decision("A"),
      contactPersons: [person],
      odd: [undefined, Number.NaN, null],
    };
    expect(redact(report, "internal")).toEqual({
      ...decision("A"),
      contactPersons: [{ id: 1, name: "Aino" }],
      odd: [null, null, null],
    });
    expect(redact(() => 1, "internal")).toBeNull();
  });

  it.each([
    "Internal",
    "customer",
    undefined,
    null,
    {},
    { customer: undefined },
    { kind: "customer", accountId: "A" },
  ])("CARE-11 an audience %j is refused, not taken for a customer without an id", (audience) => {
    const nobodys = { account: { names: [{ name: "Aalto Oy" }] } };
    const refused = expect.objectContaining({ code: "unknown-audience", path: "audience" });
    expect(() => redact(nobodys, audience as unknown as Audience)).toThrow(refused);
    expect(redact(nobodys, { customer: 7 })).toBeNull();
  });

  it("CARE-11 reports are bounded: 64 levels, no circles", () => {
    const nest = (levels: number): unknown =>
      Array.from({ length: levels }).reduce<unknown>((inner) => ({ inner }), 1);
    expect(redact(nest(64), "internal")).toEqual(nest(64));
    const deep = expect.objectContaining({ code: "too-deep", path: "report" });
    expect(() => redact(nest(65), "internal")).toThrow(deep);
    const circle: { self?: unknown } = {};
    circle.self = circle;
    expect(() => redact(circle, "public")).toThrow(deep);
    const doubled = Array.from({ length: 30 }).reduce<unknown>((inner) => [inner, inner], 1);
    expect(() => redact(doubled, forA)).toThrow(expect.objectContaining({ code: "too-large" }));
  });
});

describe("CARE-11 the missing amount to the next benefit", () => {
  const ladder: BenefitLadder = {
    mostBenefitsFirst: ["gold", "silver", "basic"],
    fields: ["bought"],
  };
  const to = (
    because: readonly RuleReason[],
    value: SegmentOutcome = { kind: "segment", segment: "basic" },
    missing: Decision<SegmentOutcome>["missing"] = [],
  ) => nextBenefit({ value, because, missing }, ladder);
  const by = (minor: number, rest: object = {}): ComparisonReason => {
    return { ...short, shortBy: { minor, currency: "EUR" }, ...rest };
  };
  const amount = (minor: number) => ({ kind: "amount", amount: { minor, currency: "EUR" } });

  it("CARE-11 the least amount of any better class, without a word about classes", () => {
    const because = [rule("gold", [by(500)]), rule("silver", [by(200)])];
    expect(to(because)).toEqual({ value: amount(200), because: [], missing: [] });
    expect(to(because, { kind: "segment", segment: "silver" }).value).toEqual(amount(500));
    expect(to(because, { kind: "segment", segment: "gold" }).value).toEqual({ kind: "none" });
    expect(to(because, { kind: "segment", segment: "unranked" }).value).toEqual(amount(200));
    expect(to(because, { kind: "unclassified" }).value).toEqual(amount(200));
    expect(to(because.toReversed()).value).toEqual(amount(200));
  });

  it("CARE-11 an amount that must be exceeded is a cent more", () => {
    expect(to([rule("gold", [by(0, { comparison: "moreThan" })])]).value).toEqual(amount(1));
  });

  it.each<[string, readonly RuleReason[]]>([
    ["a rule that fails by two comparisons", [rule("gold", [by(5), by(6)])]],
    ["another field than customers may know", [rule("gold", [by(5, { path: "margin" })])]],
    ["a ceiling instead of a floor", [rule("gold", [by(5, { comparison: "atMost" })])]],
    ["a number instead of money", [rule("gold", [{ ...short, shortBy: 5 }])]],
    ["a list instead of money", [rule("gold", [{ ...short, shortBy: ["a"] }])]],
    ["a rule that is met", [{ ...rule("gold"), verdict: "met" }]],
    ["a rule of no better class", [rule("other", [by(5)])]],
    ["no rule", []],
  ])("CARE-11 no amount is told of %s", (_, because) => {
    expect(to(because).value).toEqual({ kind: "none" });
  });

  it("CARE-11 an undecided class gives no amount and does not say what is missing", () => {
    const missing = [{ path: "goldRevenue", why: "missing" }] as const;
    const undecided = { kind: "undecided", candidates: ["gold", "basic"] } as const;
    expect(to([rule("gold", [by(5)])], undecided, missing)).toEqual({
      value: { kind: "undecided" },
      because: [],
      missing: [{ path: "segment", why: "missing" }],
    });
    const conflict = { kind: "conflict", candidates: ["gold", "silver"] } as const;
    expect(to([], conflict)).toEqual({ value: { kind: "undecided" }, because: [], missing: [] });
    const step = { kind: "step", step: "x", path: "x", details: {}, of: [] } as const;
    const value = { kind: "unclassified" } as const;
    expect(nextBenefit({ value, because: [step], missing: [] }, ladder).value.kind).toBe("none");
  });
});

describe("CARE-11 words that must not reach a customer", () => {
  const words = classWords({ gold: { title: "Best customers", aliases: ["AAA"] }, C: {} });

  it("CARE-11 names, aliases and titles, each once", () => {
    expect(words).toEqual(["gold", "AAA", "Best customers", "C"]);
    expect(classWords({ gold: { aliases: ["gold"] } })).toEqual(["gold"]);
  });

  it.each<[unknown, string[]]>([
    ["As a GOLD customer", [""]],
    ["your gold-card", [""]],
    ["Goldstein, marigold, gold2, 2gold", []],
    ["marigold and gold", [""]],
    ["our best customers", [""]],
    ["A C major", [""]],
    ["Äc ÄC C𝐀 𝐀C", []],
    [{ letter: ["fine", "gold"] }, ["letter[1]"]],
    [{ class: { gold: 1 } }, ["class.gold"]],
    [{ a: 7, b: null, d: true }, []],
    ["", []],
  ])("CARE-11 %j is found at %j", (written, paths) => {
    const found = findDisclosures(written, words);
    expect(found.map(({ path }) => path)).toEqual(paths);
    expect(found.every(({ code }) => code === "confidential-word")).toBe(true);
  });

  it("CARE-11 an empty word is in nothing; deep writing ends", () => {
    expect(findDisclosures("gold", [""])).toEqual([]);
    const circle: { self?: unknown } = {};
    circle.self = circle;
    expect(findDisclosures(circle, words)).toEqual([]);
    const doubled = Array.from({ length: 30 }).reduce<unknown>((inner) => [inner, inner], 1);
    expect(() => findDisclosures(doubled, words)).toThrow(
      expect.objectContaining({ code: "too-large", path: "written" }),
    );
  });
});
