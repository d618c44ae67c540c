import { describe, expect, it } from "vitest";
import { type CustomerBase, money, type Revenue } from "../../src/facts/index.js";
import { HoitoError, orThrow } from "../../src/shapes/index.js";
import type { CivilDate } from "../../src/time/index.js";
import {
  cellAt,
  compileProfit,
  type ProfitDefinition,
  profitByAccount,
  profitByLabel,
  profitColumn,
  profitOfAccount,
  profitOfPortfolio,
} from "../../src/value/index.js";
import golden from "../golden/value/profitability.json" with { type: "json" };

const definition: ProfitDefinition = {
  income: "revenues.amount",
  costs: ["revenues.cost", "activities.cost"],
  over: { calendar: "year" },
  currency: "EUR",
  whenCostMissing: "unknown",
  ratio: "incomeToCost",
};
const asOf = "2018-12-31";
const eur = (amount: string) => money(amount, "EUR");

const revenue = (accountId: string, amount: string, cost?: string, bookedOn = "2018-06-15") =>
  ({
    accountId,
    bookedOn: bookedOn as CivilDate,
    amount: eur(amount),
    ...(cost === undefined ? {} : { cost: eur(cost) }),
  }) satisfies Revenue;

const visit = (accountId: string, cost?: string, heldOn: string | undefined = "2018-03-01") => ({
  id: `${accountId}${heldOn}${cost}`,
  accountId,
  kind: "visit",
  status: "held" as const,
  ...(heldOn === "" ? {} : { heldOn: heldOn as CivilDate }),
  ...(cost === undefined ? {} : { cost: eur(cost) }),
});

const complete = { revenues: "complete", activities: "complete", orders: "complete" } as const;

function profitsOf(
  records: Partial<CustomerBase>,
  change: Partial<ProfitDefinition> = {},
  accounts: readonly string[] = ["A"],
) {
  const base = { accounts: accounts.map((id) => ({ id })), coverage: complete, ...records };
  const compiled = orThrow(compileProfit({ ...definition, ...change }));
  return profitByAccount(base, compiled, { asOf });
}

const one = (records: Partial<CustomerBase>, change: Partial<ProfitDefinition> = {}) =>
  profitOfAccount(profitsOf(records, change), 0);

describe("SEG-23 profitability of an account", () => {
  it.each(golden.profitability)("SEG-23 $description", ({ given, expected }) => {
    const investment = "investment" in given ? given.investment : undefined;
    const measures = investment === undefined ? {} : { measures: { won: [eur(investment)] } };
    const figures = one(
      { revenues: [revenue("A", given.income, given.cost)], ...measures },
      investment === undefined ? {} : { investment: "won" },
    );
    expect(figures.difference.value).toEqual(eur(expected.difference));
    expect(figures.ratio.value).toBeCloseTo(expected.incomeToCost, 12);
    const after = "afterInvestment" in expected ? eur(expected.afterInvestment!) : undefined;
    expect(figures.afterInvestment?.value).toEqual(after);
  });

  it("SEG-23 takes off the cost of sales and the cost of care, and shows its receipt", () => {
    const { difference, ratio, accounts, method } = one({
      revenues: [revenue("A", "500.00", "300.00"), revenue("A", "100.00", "50.00")],
      activities: [visit("A", "40.00"), visit("A", "10.00")],
    });
    expect(difference).toEqual({
      value: eur("200.00"),
      numerator: 600_00,
      denominator: 400_00,
      excluded: [],
    });
    expect(ratio).toEqual({ value: 1.5, numerator: 600_00, denominator: 400_00, excluded: [] });
    expect(accounts).toBe(1);
    expect(method).toEqual({ definition, asOf, from: "2018-01-01", until: "2019-01-01" });
  });

  it("names its ratio", () => {
    const records = { revenues: [revenue("A", "500.00", "400.00")] };
    const ratio = (name: ProfitDefinition["ratio"]) => one(records, { ratio: name }).ratio;
    expect(ratio("incomeToCost")).toMatchObject({ value: 1.25, numerator: 500_00 });
    expect(ratio("profitToIncome")).toMatchObject({ value: 0.2, denominator: 500_00 });
    expect(ratio("profitToCost")).toMatchObject({ value: 0.25, denominator: 400_00 });
  });

  it("is undefined with a reason, never 0 for nothing", () => {
    const nothing = one({ revenues: [] });
    expect(nothing.difference).toEqual({
      undefinedBecause: "noRecords",
      numerator: 0,
      denominator: 0,
      excluded: [{ reason: "accountWithoutRecords", count: 1 }],
    });
    expect(nothing.ratio.undefinedBecause).toBe("noRecords");
    const free = one({ revenues: [revenue("A", "5.00", "0.00")] });
    expect(free.difference.value).toEqual(eur("5.00"));
    expect(free.ratio.undefinedBecause).toBe("zeroDenominator");
    const even = one({ revenues: [revenue("A", "0.00", "5.00"), revenue("A", "0.00", "-9.00")] });
    expect(Object.is(even.ratio.value, 0)).toBe(true);
    expect(profitOfAccount(profitsOf({}), 7).difference.undefinedBecause).toBe("noAccount");
  });

  it.each([
    ["unknown", undefined],
    ["leaveOut", eur("200.00")],
    ["countAsNothing", eur("300.00")],
  ] as const)("SEG-23 where a cost is missing: %s", (whenCostMissing, expected) => {
    const records = { revenues: [revenue("A", "500.00", "300.00"), revenue("A", "100.00")] };
    const { difference } = one(records, { whenCostMissing });
    expect(difference.value).toEqual(expected);
    expect(difference.excluded).toContainEqual({ reason: "recordWithoutCost", count: 1 });
    if (expected === undefined) expect(difference.undefinedBecause).toBe("costMissing");
  });

  it.each([
    ["unknown", undefined],
    ["leaveOut", eur("160.00")],
    ["countAsNothing", eur("160.00")],
  ] as const)("where a visit has no cost: %s", (whenCostMissing, expected) => {
    const records = {
      revenues: [revenue("A", "500.00", "300.00")],
      activities: [visit("A", "40.00"), visit("A")],
    };
    expect(one(records, { whenCostMissing }).difference.value).toEqual(expected);
  });

  it("reads margins: the cost is what is left of the income", () => {
    const order = { id: 1, accountId: "A", orderedOn: "2018-02-01", value: eur("80.00") } as const;
    const orders = [
      { ...order, margin: eur("30.00") },
      { ...order, margin: eur("-10.00") },
    ];
    const change = { income: "orders.value", costs: ["orders.margin"] } as const;
    const { difference } = one({ orders }, change);
    expect(difference).toMatchObject({ value: eur("20.00"), numerator: 160_00 });
    const revenues = [{ ...revenue("A", "80.00"), margin: eur("30.00") }];
    expect(one({ revenues }, { costs: ["revenues.margin"] }).difference.value).toEqual(
      eur("30.00"),
    );
  });

  it("takes off the cost of care alone where the definition says so", () => {
    const records = { revenues: [revenue("A", "80.00")], activities: [visit("A", "30.00")] };
    const { difference } = one(records, { costs: ["activities.cost"] });
    expect(difference).toMatchObject({ value: eur("50.00"), excluded: [] });
  });

  it("counts on the days of its window alone: later records are plans", () => {
    const { difference } = one({
      revenues: [
        revenue("A", "1.00", "0.00", "2017-12-31"),
        revenue("A", "10.00", "0.00", "2018-01-01"),
        revenue("A", "100.00", "0.00", "2018-12-31"),
        revenue("A", "1000.00", "0.00", "2019-01-01"),
      ],
      activities: [visit("A", "5.00", ""), visit("A", "7.00", "2019-01-01")],
    });
    expect(difference.value).toEqual(eur("110.00"));
  });

  it("does not guess", () => {
    const known = revenue("A", "500.00", "300.00");
    const sek = { ...known, amount: money("100.00", "SEK") };
    expect(one({ revenues: [known, sek] }).difference.undefinedBecause).toBe("incomeUnreadable");
    const rates = { to: "EUR", rates: { SEK: "0.1" }, rounding: "halfUp" } as const;
    const converted = one({ revenues: [known, sek], exchangeRates: rates });
    expect(converted.difference.value).toEqual(eur("-90.00"));
    const undated = { ...known, bookedOn: "2018-02-30" as CivilDate };
    const both = one({ revenues: [undated, sek] });
    expect(both.difference.undefinedBecause).toBe("dateUnreadable");
    expect(one({ revenues: [sek, undated] }).difference).toEqual(both.difference);
    const { bookedOn: _, ...dateless } = known;
    const lost = one({ revenues: [known, dateless as Revenue] });
    expect(lost.difference.undefinedBecause).toBe("dateUnreadable");
    const plan = { ...visit("A", "1.00", ""), status: "planned" as const };
    expect(one({ revenues: [known], activities: [plan] }).difference.value).toEqual(eur("200.00"));
    const huge = { ...known, amount: { minor: 2 ** 53 - 1, currency: "EUR" } };
    expect(one({ revenues: [huge, huge] }).difference.undefinedBecause).toBe("amountTooLarge");
  });

  it("is unknown where records are not supplied, not complete or the days do not exist", () => {
    const why = (coverage: CustomerBase["coverage"], change: Partial<ProfitDefinition> = {}) =>
      one({ coverage, revenues: [revenue("A", "5.00", "1.00")] }, change).difference
        .undefinedBecause;
    expect(why({ revenues: "complete" })).toBe("notSupplied");
    expect(why({ revenues: "complete" }, { costs: ["revenues.cost"] })).toBeUndefined();
    expect(why({ ...complete, revenues: { since: "2018-01-02" } })).toBe("incomplete");
    expect(why({ ...complete, revenues: { since: "2018-01-01" } })).toBeUndefined();
    const own = [{ label: "first", from: "2001-01-01", until: "2002-01-01" }] as const;
    expect(why(complete, { over: { calendar: { own } } })).toBe("outOfRange");
    const out = one({}, { over: { calendar: { own } } });
    expect(out.method.from).toBeUndefined();
  });

  it("throws for a day that is none", () => {
    const compiled = orThrow(compileProfit(definition));
    const ask = () =>
      profitByAccount({ accounts: [], coverage: {} }, compiled, { asOf: "2018-02-30" });
    expect(ask).toThrow(HoitoError);
  });
});

describe("SEG-23 profitability on three levels", () => {
  const accounts = ["A", "B", "C", "D", "E"];
  const records = {
    revenues: [
      revenue("A", "500.00", "300.00"),
      revenue("B", "100.00", "150.00"),
      revenue("C", "700.00"),
      revenue("E", "40.00", "10.00"),
    ],
    measures: { won: [eur("50.00"), undefined, eur("5.00"), eur("5.00"), eur("20.00")] },
  };
  const profits = profitsOf(records, { investment: "won" }, accounts);

  it("SEG-23 rolls up to segments, each account in its own", () => {
    const labels = { data: [0, 0, 1, 1, 9], dictionary: ["key", "rest", "empty"] };
    const [key, rest, empty] = profitByLabel(profits, labels);
    expect(key).toMatchObject({ label: "key", accounts: 2 });
    expect(key!.difference.value).toEqual(eur("150.00"));
    expect(key!.ratio.value).toBeCloseTo(600 / 450, 12);
    expect(rest).toMatchObject({ label: "rest", accounts: 0 });
    expect(rest!.difference.undefinedBecause).toBe("noAccount");
    expect(rest!.difference.excluded).toEqual([
      { reason: "accountWithoutRecords", count: 1 },
      { reason: "costMissing", count: 1 },
      { reason: "recordWithoutCost", count: 1 },
    ]);
    expect(empty).toMatchObject({ label: "empty", accounts: 0 });
  });

  it("SEG-23 rolls up to the portfolio, and says whom it left out", () => {
    const { difference, accounts: counted } = profitOfPortfolio(profits);
    expect(counted).toBe(3);
    expect(difference.value).toEqual(eur("180.00"));
    expect(difference.excluded).toEqual([
      { reason: "accountWithoutRecords", count: 1 },
      { reason: "costMissing", count: 1 },
      { reason: "recordWithoutCost", count: 1 },
    ]);
  });

  it("SEG-23 considers the investment where it is known", () => {
    const { afterInvestment } = profitOfPortfolio(profits);
    // A: 500 − 300 − 50, E: 40 − 10 − 20; what B cost to win is not known.
    expect(afterInvestment).toMatchObject({
      value: eur("160.00"),
      numerator: 540_00,
      denominator: 380_00,
    });
    expect(afterInvestment!.excluded[0]).toEqual({ reason: "accountWithoutInvestment", count: 1 });
    expect(profitOfAccount(profits, 1).afterInvestment!.undefinedBecause).toBe("investmentUnknown");
    expect(profitOfAccount(profits, 2).afterInvestment!.undefinedBecause).toBe("costMissing");
    expect(profitOfAccount(profits, 0).afterInvestment!.excluded).toEqual([]);
    const unasked = profitOfPortfolio(profitsOf(records, {}, accounts));
    expect(unasked.afterInvestment).toBeUndefined();
  });

  it("gives a column of profits, unknown where they are", () => {
    const column = profitColumn(profits);
    expect(accounts.map((_, row) => cellAt(column, row))).toEqual([
      200_00,
      -50_00,
      undefined,
      undefined,
      30_00,
    ]);
  });

  it("adds beyond what one number holds, and says so", () => {
    const big = { minor: 2 ** 53 - 1, currency: "EUR" };
    const free = (accountId: string) => ({
      ...revenue(accountId, "0.00", "0.00"),
      amount: big,
    });
    const two = profitsOf({ revenues: [free("A"), free("B")] }, {}, ["A", "B"]);
    expect(profitOfAccount(two, 0).difference.value).toEqual(big);
    expect(profitOfPortfolio(two).difference.undefinedBecause).toBe("amountTooLarge");
  });
});

describe("the definition of profit", () => {
  const faults: readonly [unknown, string[]][] = [
    [null, [" malformed-policy"]],
    ["profit", [" malformed-policy"]],
    [
      {},
      [
        "income missing-property",
        "whenCostMissing missing-property",
        "ratio missing-property",
        "costs not-a-list",
        "currency not-a-currency",
        "over not-a-window",
      ],
    ],
    [{ ...definition, income: "revenues.amont" }, ["income unknown-value"]],
    [{ ...definition, income: "profit" }, ["income unknown-value"]],
    [{ ...definition, costs: [] }, ["costs empty-list"]],
    [
      { ...definition, costs: ["revenues.cots", 3] },
      ["costs[0] unknown-value", "costs[1] unknown-value"],
    ],
    [{ ...definition, costs: ["orders.margin"] }, ["costs[0] cost-of-other-income"]],
    [
      { ...definition, costs: ["revenues.cost", "revenues.margin"] },
      ["costs[1] cost-counted-twice"],
    ],
    [
      { ...definition, costs: new Array<string>(5).fill("activities.cost") },
      [
        "costs[1] cost-counted-twice",
        "costs[2] cost-counted-twice",
        "costs[3] cost-counted-twice",
        "costs too-many",
      ],
    ],
    [{ ...definition, investment: 5 }, ["investment unknown-measure"]],
    [{ ...definition, curency: "EUR" }, ["curency unknown-property"]],
  ];
  it.each(faults)("is refused: %j", (written, expected) => {
    const { ok, findings } = compileProfit(written);
    expect(ok).toBe(false);
    expect(findings.map(({ path, code }) => `${path} ${code}`)).toEqual(expected);
  });

  it("suggests what was meant", () => {
    const written = { ...definition, ratio: "incomeTocost", costs: ["revenues.cots"], ovr: 1 };
    const { findings } = compileProfit(written);
    expect(findings.map(({ suggestion }) => suggestion)).toEqual([
      "over",
      "incomeToCost",
      "revenues.cost",
    ]);
  });
});
