import { describe, expect, it } from "vitest";
import type { QuotaCadence } from "../../src/cadence/index.js";
import type { CivilDate, PeriodDefinition } from "../../src/time/index.js";
import golden from "../golden/cadence/quotas.json" with { type: "json" };
import { dutiesOn, dutyOn, finland2018, held, planned, statusesOf } from "./ask-duties.js";

const visits = { field: "kind", equals: "visit" } as const;

function quota(per: QuotaCadence["per"], rest: Partial<QuotaCadence> = {}): QuotaCadence {
  const fixed = { method: "quota", counts: visits, counting: "held", roll: "next" } as const;
  return { ...fixed, spread: "anyTime", per, ...rest };
}

describe("CAD-01 what the sources ask for", () => {
  it.each(golden)("CAD-01 $source: $description", ({ cadence, cases }) => {
    for (const { asOf, heldOn, plannedOn, status, standing, open } of cases) {
      const activities = [
        ...heldOn.map((day) => held(day as CivilDate)),
        ...plannedOn.map((day) => planned(day as CivilDate)),
      ];
      const duties = dutiesOn(
        { visits: cadence as unknown as QuotaCadence },
        { asOf: asOf as CivilDate, activities },
      );
      expect(duties.map(({ value }) => value.status)).toEqual(Array(open).fill(status));
      expect(duties[0]!.value.standing).toStrictEqual(standing);
    }
  });
});

describe("CAD-01 the periods of a quota", () => {
  const own: PeriodDefinition = {
    own: [
      { label: "spring", from: "2018-01-15", until: "2018-03-29" },
      { label: "autumn", from: "2018-09-01", until: "2018-12-01" },
    ],
  };

  it.each<[PeriodDefinition, string, CivilDate, CivilDate, CivilDate, CivilDate]>([
    // per, label, first day, last day, day before, day after
    ["year", "2018", "2018-01-01", "2018-12-31", "2017-12-31", "2019-01-01"],
    ["half", "2018-H1", "2018-01-01", "2018-06-30", "2017-12-31", "2018-07-01"],
    ["quarter", "2018-Q2", "2018-04-01", "2018-06-30", "2018-03-31", "2018-07-01"],
    ["month", "2018-02", "2018-02-01", "2018-02-28", "2018-01-31", "2018-03-01"],
    ["week", "2018-W03", "2018-01-15", "2018-01-21", "2018-01-14", "2018-01-22"],
    [
      { fiscal: "year", startMonth: 4 },
      "FY2017",
      "2017-04-01",
      "2018-03-31",
      "2017-03-31",
      "2018-04-01",
    ],
    [
      { fiscal: "half", startMonth: 4 },
      "FY2018-H1",
      "2018-04-01",
      "2018-09-30",
      "2018-03-31",
      "2018-10-01",
    ],
    [
      { fiscal: "quarter", startMonth: 4 },
      "FY2018-Q1",
      "2018-04-01",
      "2018-06-30",
      "2018-03-31",
      "2018-07-01",
    ],
    [own, "spring", "2018-01-15", "2018-03-28", "2018-01-14", "2018-03-29"],
  ])(
    "CAD-01 per %j: what was held in %s counts from its first to its last day",
    (per, label, first, last, before, after) => {
      const cadence = quota(per, { atLeast: 2 });
      const outside = [held(before), held(after)];
      const on = (asOf: CivilDate, activities = outside) =>
        dutiesOn({ visits: cadence }, { asOf, activities });
      expect(on(last).map(({ id }) => id)).toEqual([`A|visits|${label}#1`, `A|visits|${label}#2`]);
      expect(on(last)[0]!.value.window).toMatchObject({ earliest: first, latest: last });
      const within = [...outside, held(first), held(last)];
      expect(statusesOf(on(last, within))).toEqual({ [`A|visits|${label}`]: "fulfilled" });
      expect(on(last, within)[0]!.value.standing).toMatchObject({ period: label, held: 2 });
      expect(on(first, within)[0]!.value.standing).toMatchObject({ period: label, held: 1 });
    },
  );

  it.each<CivilDate>(["2018-01-14", "2018-03-29", "2018-08-31", "2018-12-01"])(
    "CAD-01 on %s, between the company's own periods, nothing is due",
    (asOf) => {
      const cadence = quota(own, { atLeast: 1, atMost: 1 });
      expect(dutiesOn({ visits: cadence }, { asOf, activities: [held(asOf)] })).toEqual([]);
    },
  );

  it("CAD-01 reads its numbers and its length from parameters", () => {
    const parameters = { least: 2, most: 3, length: { days: 10 } };
    const numbers = { atLeast: { parameter: "least" }, atMost: { parameter: "most" } };
    const question = { asOf: "2018-01-10", parameters } as const;
    const [byYear] = dutiesOn({ visits: quota("year", numbers) }, question);
    expect(byYear!.value.standing).toMatchObject({ atLeast: 2, atMost: 3 });
    const rolling = quota({ rolling: { parameter: "length" } }, numbers);
    const account = { relationshipStart: "2018-01-03" } as const;
    expect(dutyOn(rolling, { ...question, account }).value.window!.latest).toBe("2018-01-13");
  });

  it("CAD-01 the last week that hoito knows ends with the last day that it knows", () => {
    const asOf = "2199-12-31";
    const { value } = dutyOn(quota("week", { atLeast: 1 }), { asOf });
    expect(value.window).toEqual({ earliest: "2199-12-30", ideal: asOf, latest: asOf });
  });
});

describe("CAD-01 contacts spread over their period", () => {
  const spread = quota("quarter", { atLeast: 3, spread: "even" });

  it("CAD-01 even: the k-th of n belongs into the k-th part, ideally in its middle", () => {
    // The ninety days of the quarter fall into three times thirty.
    const duties = dutiesOn({ visits: spread }, { asOf: "2018-03-15" });
    expect(duties.map(({ id, value: { window } }) => [id, window])).toEqual([
      ["A|visits|2018-Q1#1", { earliest: "2018-01-01", ideal: "2018-01-16", latest: "2018-01-30" }],
      ["A|visits|2018-Q1#2", { earliest: "2018-01-31", ideal: "2018-02-15", latest: "2018-03-01" }],
      ["A|visits|2018-Q1#3", { earliest: "2018-03-02", ideal: "2018-03-17", latest: "2018-03-31" }],
    ]);
  });

  it.each<[CivilDate, Record<string, string>]>([
    ["2018-01-01", { "A|visits|2018-Q1#1": "ok", "A|visits|2018-Q1#2": "early" }],
    ["2018-01-15", { "A|visits|2018-Q1#1": "ok", "A|visits|2018-Q1#2": "early" }],
    ["2018-01-16", { "A|visits|2018-Q1#1": "due", "A|visits|2018-Q1#2": "early" }],
    ["2018-01-30", { "A|visits|2018-Q1#1": "due", "A|visits|2018-Q1#2": "early" }],
    [
      "2018-01-31",
      {
        "A|visits|2018-Q1#1": "late",
        "A|visits|2018-Q1#2": "ok",
        "A|visits|2018-Q1#3": "early",
      },
    ],
  ])("CAD-01 even: on %s the list ends with the next contact to come", (asOf, expected) => {
    const duties = dutiesOn({ visits: spread }, { asOf });
    expect(statusesOf(duties)).toEqual(expected);
    expect(duties.map(({ id }) => id)).toEqual(Object.keys(expected));
  });

  it("CAD-01 even: a contact made ahead of its part fulfils the next one that is open", () => {
    const activities = [held("2018-01-02"), held("2018-01-03")];
    const duties = dutiesOn({ visits: spread }, { asOf: "2018-01-31", activities });
    expect(statusesOf(duties)).toEqual({ "A|visits|2018-Q1#3": "early" });
  });

  it("CAD-01 anyTime: every contact may be made, and is late, with the period", () => {
    const cadence = quota("quarter", { atLeast: 3, roll: "previous" });
    const [first] = dutiesOn({ visits: cadence }, { asOf: "2018-01-15" });
    expect(first!.value).toMatchObject({
      status: "ok",
      window: { earliest: "2018-01-01", ideal: "2018-01-16", latest: "2018-03-31" },
    });
    // Saturday 31 March rolls back over Good Friday.
    const late = dutiesOn({ visits: cadence }, { asOf: "2018-03-30", calendar: finland2018 });
    expect(late.map(({ value }) => [value.status, value.window!.latest])).toEqual([
      ["late", "2018-03-29"],
      ["late", "2018-03-29"],
      ["late", "2018-03-29"],
    ]);
  });

  it("CAD-01 ten contacts a week are spread over seven days, each with a day of its own", () => {
    const cadence = quota("week", { atLeast: 10, spread: "even" });
    const duties = dutiesOn({ visits: cadence }, { asOf: "2018-01-21" });
    const days = duties.map(({ value: { window } }) => [window!.earliest, window!.latest]);
    expect(days).toHaveLength(10);
    for (const [earliest, latest] of days) expect(earliest).toBe(latest);
    expect(days[9]).toEqual(["2018-01-21", "2018-01-21"]);
  });
});

describe("CAD-01 planned or held, by policy", () => {
  const activities = [held("2018-01-10"), planned("2018-06-15"), planned("2018-12-31")];
  const on = (counting: "held" | "heldOrPlanned", asOf: CivilDate) =>
    dutyOn(quota("year", { atLeast: 3, counting, spread: "even" }), { asOf, activities }).value;

  it("CAD-01 a plan counts until its day has passed, where the policy counts plans", () => {
    expect(on("heldOrPlanned", "2018-06-15")).toMatchObject({
      status: "fulfilled",
      standing: { held: 1, planned: 2, earned: 3, remaining: 0 },
    });
    expect(on("heldOrPlanned", "2018-06-16")).toMatchObject({
      status: "early",
      standing: { held: 1, planned: 1, earned: 2, remaining: 1 },
    });
  });

  it("CAD-01 a plan counts for nothing where the policy counts held contacts", () => {
    const duties = dutiesOn(
      { visits: quota("year", { atLeast: 3, spread: "even" }) },
      { asOf: "2018-06-15", activities },
    );
    expect(duties.map(({ id }) => id)).toEqual(["A|visits|2018#2", "A|visits|2018#3"]);
    expect(duties[0]!.value.standing).toMatchObject({ held: 1, planned: 0, remaining: 2 });
  });

  it("CAD-01 a plan for another period counts for nothing", () => {
    const cadence = quota("quarter", { atLeast: 1, counting: "heldOrPlanned" });
    const plans = [planned("2018-04-01")];
    const on = (asOf: CivilDate) => dutyOn(cadence, { asOf, activities: plans }).value.standing;
    expect(on("2018-03-31")).toMatchObject({ period: "2018-Q1", planned: 0, remaining: 1 });
    expect(on("2018-04-01")).toMatchObject({ period: "2018-Q2", planned: 1, remaining: 0 });
  });

  it("CAD-01 a plan without a day, a cancelled visit and one held later count for nothing", () => {
    const { plannedOn: _, ...undated } = planned("2018-06-15");
    const nothing = [
      undated,
      held("2018-01-10", { status: "cancelled" }),
      planned("2018-06-15", { status: "cancelled" }),
      held("2018-06-16"),
    ];
    const cadence = quota("year", { atLeast: 1, counting: "heldOrPlanned" });
    const on = (asOf: CivilDate) => dutyOn(cadence, { asOf, activities: nothing }).value.standing;
    expect(on("2018-06-15")).toMatchObject({ held: 0, planned: 0, remaining: 1 });
    expect(on("2018-06-16")).toMatchObject({ held: 1, planned: 0, remaining: 0 });
  });

  it("CAD-01 more held and planned than the most is exceeded", () => {
    const cadence = quota("year", { atMost: 1, counting: "heldOrPlanned" });
    const both = [held("2018-01-10"), planned("2018-12-31")];
    const on = (asOf: CivilDate, which: typeof both) =>
      dutyOn(cadence, { asOf, activities: which }).value;
    expect(on("2018-06-15", both.slice(0, 1)).status).toBe("fulfilled");
    expect(on("2018-06-15", both)).toMatchObject({
      status: "exceeded",
      standing: { held: 1, planned: 1, earned: 1, remaining: 0 },
    });
  });
});
