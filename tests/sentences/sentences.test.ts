import { compileCalendar, compilePolicy, decideCare, definePolicy, money, orThrow } from "hoito";
import { tellComparison, tellSegment, tellValue } from "hoito/sentences";
import { describe, expect, it } from "vitest";

const policy = definePolicy({
  id: "told",
  version: "1",
  currency: "EUR",
  measures: {
    revenue: { sum: "revenues.amount", over: { rolling: { months: 12 } } },
    lastOrder: { latest: "orders.orderedOn", over: "always" },
  },
  segments: {
    group: {
      method: "rules",
      labels: { key: {}, standard: {} },
      hitPolicy: "first",
      assume: { veryFastGrowth: false },
      rules: [
        {
          exclude: true,
          when: { field: "relations", includes: "competitor" },
          whenUnknown: "notMet",
        },
        {
          segment: "key",
          when: {
            all: [
              {
                any: [
                  { field: "headcount", atLeast: 1000 },
                  { field: "veryFastGrowth", equals: true },
                ],
              },
              { field: "revenue", moreThan: { amount: "50000.00", currency: "EUR" } },
            ],
          },
        },
        {
          segment: "standard",
          when: { field: "lastOrder", onOrAfter: { asOfMinus: { months: 6 } } },
        },
      ],
    },
  },
  care: {
    segmentedBy: "group",
    models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
    bySegment: { key: "light", standard: "light" },
  },
  cadences: {},
});
const compiled = orThrow(compilePolicy(policy));
const calendar = orThrow(
  compileCalendar({ from: "2018-01-01", until: "2019-01-01", weekend: ["saturday", "sunday"] }),
);

function segmentOf(account: object, revenue: string, orderedOn?: `${number}-${number}-${number}`) {
  const orders =
    orderedOn === undefined ? [] : [{ id: 1, accountId: 1, orderedOn, value: money("1", "EUR") }];
  return decideCare(
    {
      account: { id: 1, ...account },
      coverage: { revenues: "complete", orders: "complete" },
      revenues: [{ accountId: 1, bookedOn: "2018-02-01", amount: money(revenue, "EUR") }],
      orders,
    },
    compiled,
    { asOf: "2018-06-30", calendar },
  ).segment;
}

describe("tellSegment", () => {
  it("RULE-04 says how much an account is short of the nearest rule", () => {
    const lines = tellSegment(segmentOf({ headcount: 1200 }, "48800", "2018-03-01"), "en");
    expect(lines).toEqual([
      "The segment is standard.",
      "Because lastOrder is 2018-03-01, on or after 2017-12-30.",
      "Nearest to key: revenue is 48,800.00 EUR, not more than 50,000.00 EUR (1,200.00 EUR short).",
    ]);
  });

  it("says the same in Finnish", () => {
    const lines = tellSegment(segmentOf({ headcount: 1200 }, "48800", "2018-03-01"), "fi");
    expect(lines).toEqual([
      "Segmentti on standard.",
      "Perusteena lastOrder: 2018-03-01, ehto aikaisintaan 2017-12-30 täyttyy.",
      "Lähimpänä key: revenue: 48\u00a0800,00 EUR, ehto yli 50\u00a0000,00 EUR ei täyty (puuttuu 1\u00a0200,00 EUR).",
    ]);
  });

  it("names the facts that an undecided segment lacks", () => {
    const lines = tellSegment(segmentOf({}, "60000", "2018-03-01"), "en");
    expect(lines).toEqual([
      "The segment is undecided between key, standard.",
      "headcount is not known: it is missing.",
    ]);
  });

  it("tells an excluded and an unclassified account, and one that has no date at all", () => {
    const excluded = segmentOf({ relations: ["competitor"], headcount: 1 }, "60000");
    expect(tellSegment(excluded, "en").slice(0, 2)).toEqual([
      "The account is left out of segmentation.",
      "Because relations is competitor, a set that includes competitor.",
    ]);
    const lines = tellSegment(segmentOf({ headcount: 1 }, "40000"), "en");
    expect(lines[0]).toBe("No segment fits the account.");
    expect(lines.at(-1)).toBe("Nearest to standard: there is no lastOrder.");
  });

  it("tells the cell of a matrix by its axes", () => {
    const details = { revenueClass: "C", potential: "high" };
    const cell = {
      kind: "step",
      step: "matrixCell",
      path: "segments.x.cells",
      details,
      of: [],
    } as const;
    const found = {
      value: { kind: "segment", segment: "develop" },
      because: [cell],
      missing: [],
    } as const;
    expect(tellSegment(found, "en")).toEqual([
      "The segment is develop.",
      "Because revenueClass is C; potential is high.",
    ]);
    expect(tellSegment(found, "fi")[1]).toBe("Perusteena revenueClass: C; potential: high.");
    const undecided = { kind: "undecided", candidates: ["a", "b"] } as const;
    const missing = [{ path: "segments.x", why: "inConflict" }] as const;
    expect(tellSegment({ value: undecided, because: [cell], missing }, "en")[1]).toBe(
      "segments.x is not known: its rules contradict each other.",
    );
    expect(
      tellSegment({ value: { kind: "excluded" }, because: [cell], missing: [] }, "en"),
    ).toHaveLength(1);
  });

  it("tells candidates, several segments and the default", () => {
    const of = { because: [], missing: [] };
    expect(
      tellSegment({ value: { kind: "conflict", candidates: ["a", "b"] }, ...of }, "en"),
    ).toEqual(["Several segments fit though only one may: a, b."]);
    expect(tellSegment({ value: { kind: "segments", segments: ["a", "b"] }, ...of }, "en")).toEqual(
      ["The segment is a, b."],
    );
    expect(tellSegment({ value: { kind: "segment", segment: "a" }, ...of }, "en")).toEqual([
      "The segment is a.",
      "No rule is met, and this is the default.",
    ]);
  });
});

describe("SEG-04 tells what people decide", () => {
  const step = (name: string, state: string) => {
    const details = { segment: "key", decidedBy: "managementTeam", state };
    return { kind: "step", step: name, path: "memberships", details, of: [] } as const;
  };
  const rule = {
    kind: "step",
    step: "otherwise",
    path: "segments.group",
    details: {},
    of: [],
  } as const;
  const standard = { kind: "segment", segment: "standard" } as const;

  it.each([
    ["notProposed", "nobody has put it forward", "sitä ei ole ehdotettu"],
    ["proposed", "the decision is still to come", "päätös puuttuu vielä"],
    ["refused", "it was refused", "se on hylätty"],
    ["approved", "the approval is not yet in force", "hyväksyntä ei ole vielä voimassa"],
    ["ended", "the approval has ended", "hyväksyntä on päättynyt"],
  ])("SEG-04 a proposal: %s", (state, english, finnish) => {
    const because = [rule, step("notApproved", state)];
    const segment = { value: standard, because, missing: [] };
    expect(tellSegment(segment, "en")).toEqual([
      "The segment is standard.",
      `By the rules it would be key, on which managementTeam decides; ${english}.`,
    ]);
    expect(tellSegment(segment, "fi")[1]).toBe(
      `Sääntöjen mukaan se olisi key, josta päättää managementTeam; ${finnish}.`,
    );
  });

  it("SEG-04 a membership in force, and one that is not", () => {
    const told = (
      state: string,
      value: Parameters<typeof tellSegment>[0]["value"],
      language: "en" | "fi",
    ) =>
      tellSegment({ value, because: [rule, step("membership", state)], missing: [] }, language)[1];
    const key = { kind: "segment", segment: "key" } as const;
    expect(told("inForce", key, "en")).toBe("Approved by managementTeam.");
    expect(told("inForce", key, "fi")).toBe("Hyväksyjä: managementTeam.");
    expect(told("refused", standard, "en")).toBe(told("ended", standard, "en"));
    expect(told("refused", standard, "en")).not.toContain("managementTeam");
    const conflict = { kind: "conflict", candidates: ["key", "standard"] } as const;
    expect(told("inForce", conflict, "en")).toBeUndefined();
  });
});

describe("tellComparison", () => {
  const reason = { kind: "comparison", path: "headcount", comparison: "atLeast" } as const;

  it("tells unknown facts that stand behind a measure", () => {
    const missing = [{ path: "orders", why: "notSupplied" }] as const;
    const told = tellComparison({ ...reason, path: "revenue", verdict: "unknown", missing }, "en");
    expect(told).toBe("revenue is not known: such records are not supplied (orders)");
    expect(tellComparison({ ...reason, verdict: "unknown" }, "fi")).toBe(
      "headcount: ei tiedossa, ",
    );
  });

  it("tells whether a fact is there", () => {
    const asked = { ...reason, comparison: "isMissing" } as const;
    expect(tellComparison({ ...asked, verdict: "met", bound: true }, "en")).toBe(
      "headcount is missing",
    );
    expect(tellComparison({ ...asked, verdict: "met", bound: false }, "en")).toBe(
      "headcount is there",
    );
    expect(tellComparison({ ...asked, verdict: "notMet", bound: true }, "fi")).toBe(
      "headcount: on annettu",
    );
    expect(tellComparison({ ...asked, verdict: "notMet", bound: false }, "fi")).toBe(
      "headcount: puuttuu",
    );
  });

  it("marks what was assumed, counts days, and copes with a word it does not know", () => {
    const assumed = { ...reason, verdict: "met", value: 5, bound: 3, assumed: true } as const;
    expect(tellComparison(assumed, "en")).toBe("headcount is 5, at least 3 (assumed)");
    expect(tellComparison(assumed, "fi")).toBe("headcount: 5, ehto vähintään 3 täyttyy (oletus)");
    const late = { ...reason, path: "last", comparison: "before", verdict: "notMet" } as const;
    const days = {
      ...late,
      value: "2018-03-05",
      bound: "2018-03-01",
      shortBy: 4,
      unit: "days",
    } as const;
    expect(tellComparison(days, "en")).toBe(
      "last is 2018-03-05, not before 2018-03-01 (4 days over)",
    );
    expect(tellComparison(days, "fi")).toContain("(ylittyy 4 päivää)");
    const strange = {
      ...reason,
      comparison: "resembles",
      verdict: "met",
      value: "a",
      bound: "b",
    } as const;
    expect(tellComparison(strange, "en")).toBe("headcount is a, resembles b");
  });

  it("tells an equal value once, and another with what it should be", () => {
    const equal = { ...reason, path: "kind", comparison: "equals", value: "person" } as const;
    const met = { ...equal, verdict: "met", bound: "person" } as const;
    expect(tellComparison(met, "en")).toBe("kind is person");
    expect(tellComparison(met, "fi")).toBe("kind: person");
    const notMet = { ...equal, verdict: "notMet", bound: "organisation" } as const;
    expect(tellComparison(notMet, "en")).toBe("kind is person, not organisation");
  });

  it("tells a value that is known to be none", () => {
    const none = { ...reason, path: "lastOrder", verdict: "notMet", value: null } as const;
    expect(tellComparison(none, "en")).toBe("there is no lastOrder");
    expect(tellComparison(none, "fi")).toBe("lastOrder: ei ole");
    const both = { ...reason, verdict: "met", value: 3, bound: null } as const;
    expect(tellComparison(both, "en")).toBe("headcount is 3, at least none");
  });
});

describe("tellValue", () => {
  it("groups thousands from a thousand on and keeps decimals", () => {
    expect(tellValue(999, "en")).toBe("999");
    expect(tellValue(1000, "en")).toBe("1,000");
    expect(tellValue(-1234567.25, "en")).toBe("-1,234,567.25");
    expect(tellValue(1234.5, "fi")).toBe("1\u00a0234,5");
    expect(tellValue(1e21, "en")).toBe("1e+21");
  });

  it("writes money, truth, lists and nothing", () => {
    expect(tellValue({ minor: -120050, currency: "EUR" }, "en")).toBe("-1,200.50 EUR");
    expect(tellValue({ minor: 1200, currency: "JPY" }, "en")).toBe("1,200 JPY");
    expect([tellValue(true, "en"), tellValue(false, "fi")]).toEqual(["yes", "ei"]);
    expect(tellValue(["a", 1000], "en")).toBe("a, 1,000");
    expect(tellValue(null, "fi")).toBe("ei mitään");
  });
});
