import { describe, expect, it } from "vitest";
import {
  type Contract,
  type CustomerBase,
  type Level,
  money,
  type Order,
  type Revenue,
} from "../../src/facts/index.js";
import {
  type BoardSurroundings,
  commitmentDegree,
  lifetimeValueFigure,
  marketShare,
  profitFigures,
  shareOfWallet,
} from "../../src/kpis/index.js";
import { orThrow } from "../../src/shapes/index.js";
import type { CivilDate } from "../../src/time/index.js";
import {
  compileProfit,
  type LifetimeValues,
  type ProfitDefinition,
  profitByAccount,
  profitByLabel,
  profitOfAccount,
  profitOfPortfolio,
} from "../../src/value/index.js";
import { figureOn, leftOut, rowsOf, year2018 } from "./ask-kpis.js";

const eur = (amount: string) => money(amount, "EUR");

describe("profitability at three levels", () => {
  const sale = (accountId: string, amount: string, cost?: string): Revenue => ({
    ...{ accountId, bookedOn: "2018-03-01", amount: eur(amount) },
    ...(cost === undefined ? {} : { cost: eur(cost) }),
  });
  const base: CustomerBase & BoardSurroundings = {
    accounts: ["a", "b", "c", "d"].map((id) => ({ id })),
    coverage: { revenues: "complete" },
    revenues: [
      sale("a", "100", "60"),
      sale("b", "50", "80"),
      sale("c", "70", "70"),
      sale("d", "10"),
    ],
    labels: { segment: ["key", "key", "other", "other"] },
  };
  const definition: ProfitDefinition = {
    income: "revenues.amount",
    costs: ["revenues.cost"],
    over: { calendar: "year" },
    currency: "EUR",
    whenCostMissing: "unknown",
    ratio: "profitToIncome",
  };
  const profits = profitByAccount(base, orThrow(compileProfit(definition)), { asOf: "2018-12-31" });

  it("KPI-07 of the portfolio and of each segment on a board, the segments adding up", () => {
    const rows = rowsOf(base, "profit", {}, { ...year2018, cutBy: ["segment"] });
    expect(rows.map(({ cut, figure }) => [cut?.label, figure.value])).toEqual([
      [undefined, 1000],
      ["key", 1000],
      ["other", 0],
    ]);
    expect(leftOut(rows[0]!.figure)).toEqual({ noAmount: 1 });
    const unknown = figureOn({ ...base, coverage: {} }, "profit");
    expect(unknown.undefinedBecause).toBe("notSupplied");
  });

  it("KPI-07 of one account, a segment and the portfolio, in the shape of all figures", () => {
    const levels = [
      profitOfAccount(profits, 0),
      profitByLabel(profits, { data: [0, 0, 1, 1], dictionary: ["key", "other"] })[0]!,
      profitOfPortfolio(profits),
    ].map(profitFigures);
    expect(levels.map(({ profit }) => profit.value)).toEqual([4000, 1000, 1000]);
    expect(levels.map(({ profit }) => profit.denominator)).toEqual([1, 2, 3]);
    expect(levels[1]!.profit).toMatchObject({
      unit: "money",
      currency: "EUR",
      parts: [
        { key: "income", amount: 15_000 },
        { key: "cost", amount: 14_000 },
      ],
      excluded: [],
      method: { income: "revenues.amount", whenCostMissing: "unknown" },
    });
    expect(levels.map(({ ratio }) => ratio.value)).toEqual([0.4, 1000 / 15_000, 1000 / 22_000]);
    expect(levels[0]!.ratio).toMatchObject({ numerator: 4000, denominator: 10_000 });
    expect(levels[0]!.ratio.method).toMatchObject({ ratio: "profitToIncome" });
    expect(leftOut(levels[2]!.profit)).toEqual({ costMissing: 1, recordWithoutCost: 1 });
  });

  it("KPI-07 a profit that is not known says why", () => {
    const reasons = (row: number, from = profits) => {
      const { profit, ratio } = profitFigures(profitOfAccount(from, row));
      return [profit.undefinedBecause, ratio.undefinedBecause];
    };
    expect(reasons(3)).toEqual(["incomplete", "incomplete"]);
    expect(reasons(4)).toEqual(["nothingToMeasure", "nothingToMeasure"]);
    const compiled = orThrow(compileProfit(definition));
    const without = profitByAccount({ ...base, coverage: {} }, compiled, { asOf: "2018-12-31" });
    expect(reasons(0, without)).toEqual(["notSupplied", "notSupplied"]);
    const free = { ...base, revenues: [sale("a", "0", "5")] };
    const nothing = profitByAccount(free, compiled, { asOf: "2018-12-31" });
    const { profit, ratio } = profitFigures(profitOfAccount(nothing, 0));
    expect([profit.value, ratio.undefinedBecause]).toEqual([-500, "nothingToMeasure"]);
  });

  it("KPI-07 a customer is profitable whose revenue covers its cost, exactly too (S0 §6)", () => {
    expect(figureOn(base, "profitableCustomers")).toMatchObject({ numerator: 2, denominator: 3 });
    const [, , even] = base.revenues!;
    const short = { ...base, revenues: [{ ...even!, cost: eur("70.01") }] };
    expect(figureOn(short, "profitableCustomers").value).toBe(0);
  });
});

describe("lifetime value", () => {
  it("KPI-07 so far: all amounts until the day, by customers with any", () => {
    const order = (id: number, accountId: number, orderedOn: CivilDate): Order => {
      return { id, accountId, orderedOn, value: eur("100") };
    };
    const base: CustomerBase = {
      accounts: [{ id: 1 }, { id: 2 }, { id: 3 }],
      coverage: { orders: "complete" },
      orders: [
        order(1, 1, "2015-01-01"),
        order(2, 1, "2018-12-31"),
        order(3, 2, "2016-01-01"),
        order(4, 2, "2019-01-01"),
      ],
    };
    const figure = figureOn(base, "lifetimeValue", { of: "orderValue" });
    expect(figure).toMatchObject({ value: 15_000, numerator: 30_000, denominator: 2 });
    expect(leftOut(figure)).toEqual({ afterAsOf: 1 });
    const since = { ...base, coverage: { orders: { since: "2018-01-01" } } } as const;
    expect(figureOn(since, "lifetimeValue", { of: "orderValue" }).undefinedBecause).toBe(
      "incomplete",
    );
  });

  const values = (data: readonly number[], valid: number): LifetimeValues => ({
    column: {
      kind: "money",
      currency: "EUR",
      data: Float64Array.from(data),
      valid: Uint8Array.of(valid),
    },
    excluded: [{ reason: "noHistory", count: 1 }],
    method: {
      ...{ periods: 12, unitsAPeriod: 4, discountRate: 0.1, cash: "endOfPeriod" },
      ...{ marginShare: 0.5, purchases: "bgNbd", spend: "gammaGamma" },
    },
  });

  it("KPI-07 expected: the mean of the estimates that there are, each in whole cents", () => {
    // Half cents go away from zero: 101 + 101 − 3, and the third is not known.
    const figure = lifetimeValueFigure(values([100.5, 101.4, 0, -2.5], 0b1011));
    expect(figure).toMatchObject({
      unit: "money",
      currency: "EUR",
      numerator: 199,
      denominator: 3,
    });
    expect(figure.value).toBe(199 / 3);
    expect(leftOut(figure)).toEqual({ noHistory: 1 });
    expect(figure.cautions).toEqual(["estimatedByModel"]);
    expect(figure.method).toMatchObject({ periods: 12, rounding: "wholeMinorUnitsEach" });
  });

  it("KPI-07 nobody to estimate has no mean", () => {
    expect(lifetimeValueFigure(values([0], 0)).undefinedBecause).toBe("nothingToMeasure");
    expect(lifetimeValueFigure(values([0.4], 1)).value).toBe(0);
  });
});

describe("shares of what customers do", () => {
  it("KPI-07 share of wallet: from us by from everybody, of those of whom both are known", () => {
    const figure = shareOfWallet([
      { part: 30, whole: 100 },
      { part: 50, whole: 50 },
      { part: 51, whole: 50 },
      { part: 70, whole: undefined },
    ]);
    expect(figure).toMatchObject({ numerator: 80, denominator: 150 });
    expect(leftOut(figure)).toEqual({ partAboveWhole: 1, wholeUnknown: 1 });
    expect(shareOfWallet([]).undefinedBecause).toBe("nothingToMeasure");
    expect(shareOfWallet([{ part: 0, whole: 0 }]).undefinedBecause).toBe("nothingToMeasure");
    expect(shareOfWallet([{ part: 0, whole: 9 }]).value).toBe(0);
  });

  it("KPI-07 the degree of commitment is the part of a customer's dealings that comes to us", () => {
    expect(commitmentDegree([{ part: 6, whole: 8 }]).value).toBe(0.75);
  });

  it("KPI-07 share of wallet on a board takes consumption from the judgement of the account", () => {
    const judged = (amount: string, currency = "EUR") => ({
      judgements: { totalConsumption: { value: money(amount, currency) } },
    });
    const order = { orderedOn: "2018-05-01", value: eur("40") } as const;
    const base: CustomerBase = {
      accounts: [
        { id: 1, ...judged("100") },
        { id: 2, ...judged("60") },
        { id: 3 },
        { id: 4, ...judged("100", "SEK") },
        { id: 5, ...judged("39") },
      ],
      coverage: { orders: "complete" },
      orders: [1, 3, 4, 5].map((accountId) => ({ id: accountId, accountId, ...order })),
    };
    const figure = figureOn(base, "shareOfWallet", { of: "orderValue" });
    expect(figure).toMatchObject({ value: 0.25, numerator: 4000, denominator: 16_000 });
    expect(leftOut(figure)).toEqual({ otherCurrency: 1, partAboveWhole: 1, wholeUnknown: 1 });
  });

  it("KPI-07 15 % of a market is a risk among few who are all larger, else perhaps a strength (S4 §9.8)", () => {
    const asked = (rivals: readonly number[], own = 15, whole = 100) =>
      marketShare({ own, whole, rivals }, { fewRivals: 2 });
    expect(asked([45, 40])).toMatchObject({ figure: { value: 0.15 }, reading: "risk" });
    expect(asked([30, 30, 25]).reading).toBe("possibleStrength");
    // One of the few is no larger.
    expect(asked([70, 15]).reading).toBe("possibleStrength");
    expect(asked([70, 15.1]).reading).toBe("risk");
    expect(asked([]).reading).toBe("undecided");
    expect(asked([45, 40], 0, 0)).toMatchObject({
      figure: { undefinedBecause: "nothingToMeasure" },
      reading: "undecided",
    });
    expect(asked([45, 40], 101).reading).toBe("undecided");
  });
});

describe("contracts", () => {
  const contract: Contract = { id: 1, accountId: 1, startsOn: "2018-12-31", value: eur("10") };
  const shares = (contracts: readonly Contract[], figure: string, by: "count" | "value") =>
    figureOn({ accounts: [{ id: 1 }], coverage: { contracts: "complete" }, contracts }, figure, {
      by,
    });
  const contracts: Contract[] = [
    { ...contract, includesTechnology: true, endsOn: "2019-01-01", value: eur("30") },
    { ...contract, id: 2, includesTechnology: false },
    { ...contract, id: 3, startsOn: "2019-01-01", includesTechnology: true },
    { ...contract, id: 4, startsOn: "2018-01-01", endsOn: "2018-12-31", includesTechnology: true },
    { ...contract, id: 5 },
  ];

  it("KPI-07 technology share by number and by value, of contracts in force on the last day", () => {
    const byCount = shares(contracts, "technologyShare", "count");
    expect(byCount).toMatchObject({ value: 0.5, numerator: 1, denominator: 2 });
    expect(leftOut(byCount)).toEqual({ notInForce: 2, unknown: 1 });
    expect(shares(contracts, "technologyShare", "value")).toMatchObject({
      value: 0.75,
      numerator: 3000,
      denominator: 4000,
    });
    const { value, ...unpriced } = contracts[0]!;
    const figure = shares([unpriced], "technologyShare", "value");
    expect(leftOut(figure)).toEqual({ noAmount: 1 });
  });

  it("KPI-07 fixed-term share: contracts in force that have an end", () => {
    expect(shares(contracts, "fixedTermShare", "count")).toMatchObject({
      numerator: 1,
      denominator: 3,
    });
    expect(shares(contracts, "fixedTermShare", "value").value).toBe(0.6);
    expect(shares([], "fixedTermShare", "count").undefinedBecause).toBe("nothingToMeasure");
  });
});

describe("judged value", () => {
  it("KPI-07 reference and competence value: accounts at a level or above, of those judged", () => {
    const levels: readonly (Level | undefined)[] = ["low", "medium", "high", undefined];
    const accounts = levels.map((value, id) => {
      if (value === undefined) return { id };
      return { id, judgements: { referenceValue: { value }, competenceValue: { value: "low" } } };
    });
    const base = { accounts, coverage: {} } as CustomerBase;
    const asked = (judgement: string, atLeast: Level) =>
      figureOn(base, "judgedHigh", { judgement, atLeast });
    expect(asked("referenceValue", "high")).toMatchObject({ numerator: 1, denominator: 3 });
    expect(asked("referenceValue", "medium").numerator).toBe(2);
    expect(asked("referenceValue", "low").value).toBe(1);
    expect(asked("competenceValue", "medium").value).toBe(0);
    expect(leftOut(asked("referenceValue", "low"))).toEqual({ notJudged: 1 });
    expect(leftOut(asked("strength", "low"))).toEqual({ notJudged: 4 });
  });
});

describe("what accounts bring and buy", () => {
  const order = { orderedOn: "2018-05-01", value: eur("100") } as const;
  const visit = { kind: "visit", status: "held", heldOn: "2018-05-01" } as const;
  const baseOf = (orders: readonly Order[]): CustomerBase => ({
    accounts: [{ id: 1 }, { id: 2 }, { id: 3 }],
    coverage: { orders: "complete", activities: "complete" },
    orders,
    activities: [{ ...visit, id: 1, accountId: 1, durationMinutes: 30 }],
  });

  it("KPI-07 productivity of a segment: what it brings an hour spent on it", () => {
    const base = baseOf([{ ...order, id: 1, accountId: 1 }]);
    const figure = figureOn(base, "productivity", { of: "orderValue" });
    expect(figure).toMatchObject({ value: 20_000, numerator: 10_000, denominator: 30 });
    const idle = figureOn({ ...base, activities: [] }, "productivity", { of: "orderValue" });
    expect(idle.undefinedBecause).toBe("nothingToMeasure");
    const asked = { ...year2018, receipts: "accounts" } as const;
    const listed = figureOn(base, "productivity", { of: "orderValue" }, asked);
    expect(listed.accounts).toEqual({ numerator: [1], denominator: [1], excluded: [] });
  });

  it("KPI-07 breadth: different brands by customers that bought any", () => {
    const bought = (id: number, accountId: number, brand?: string): Order => ({
      ...{ ...order, id, accountId },
      ...(brand === undefined ? {} : { brand }),
    });
    const base = baseOf([
      bought(1, 1, "x"),
      bought(2, 1, "y"),
      bought(3, 1, "x"),
      bought(4, 2, "x"),
      bought(5, 3),
    ]);
    const figure = figureOn(base, "breadth", { by: "brand" });
    expect(figure).toMatchObject({ value: 1.5, numerator: 3, denominator: 2 });
    expect(leftOut(figure)).toEqual({ brandUnknown: 1 });
    expect(figureOn(baseOf([]), "breadth", { by: "brand" }).undefinedBecause).toBe(
      "nothingToMeasure",
    );
  });

  it("KPI-07 up-sell is more of the same, cross-sell what was not bought before", () => {
    const bought = (id: number, orderedOn: CivilDate, product: string, amount: string): Order => {
      return { id, accountId: 1, orderedOn, product, value: eur(amount) };
    };
    const base = baseOf([
      bought(1, "2017-05-01", "soap", "100"),
      bought(2, "2018-05-01", "soap", "150"),
      bought(3, "2018-06-01", "towel", "40"),
      bought(4, "2016-06-01", "towel", "40"),
      { id: 5, accountId: 2, orderedOn: "2018-06-01", product: "soap", value: eur("10") },
      { ...order, id: 6, accountId: 1 },
      { ...bought(7, "2018-07-01", "soap", "5"), value: money("5", "SEK") },
    ]);
    const asked = (growth: "upSell" | "crossSell", period?: "always") =>
      figureOn(
        base,
        "expansion",
        { by: "product", growth },
        {
          ...year2018,
          ...(period === undefined ? {} : { period }),
        },
      );
    expect(asked("upSell")).toMatchObject({ value: 0.5, numerator: 5000, denominator: 10_000 });
    expect(asked("crossSell")).toMatchObject({ value: 0.4, numerator: 4000 });
    expect(leftOut(asked("upSell"))).toEqual({
      nothingBefore: 2,
      otherCurrency: 1,
      productUnknown: 1,
    });
    expect(leftOut(asked("upSell", "always"))).toEqual({ noPeriodBefore: 3 });
    const since = { ...base, coverage: { orders: { since: "2017-01-02" } } } as const;
    expect(figureOn(since, "expansion", { by: "product", growth: "upSell" }).undefinedBecause).toBe(
      "incomplete",
    );
  });

  it("KPI-07 less of the same is below nothing", () => {
    const base = baseOf([
      { ...order, id: 1, accountId: 1, orderedOn: "2017-05-01", brand: "x" },
      { ...order, id: 2, accountId: 1, value: eur("75"), brand: "x" },
    ]);
    const figure = figureOn(base, "expansion", { by: "brand", growth: "upSell" });
    expect(figure.value).toBe(-0.25);
  });

  it("KPI-07 services and components: the latest count of each service", () => {
    const item = { accountId: 1, service: "lift", countedOn: "2018-05-01", itemCount: 2 } as const;
    const asked = (of: "items" | "components", items: readonly object[]) =>
      figureOn(
        {
          accounts: [{ id: 1 }],
          coverage: { serviceItems: "complete" },
          serviceItems: items as readonly (typeof item)[],
        },
        "serviceCounts",
        { of },
      );
    const items = [
      item,
      { ...item, countedOn: "2018-06-01", itemCount: 3, componentCount: 7 },
      { ...item, countedOn: "2017-06-01", itemCount: 9 },
      { ...item, countedOn: "2019-01-01", itemCount: 9 },
      { ...item, service: "door", itemCount: 4 },
    ];
    expect(asked("items", items)).toMatchObject({ value: 7 });
    expect(leftOut(asked("items", items))).toEqual({ afterAsOf: 1 });
    expect(asked("components", items)).toMatchObject({ value: 7 });
    expect(leftOut(asked("components", items))).toEqual({ afterAsOf: 1, countUnknown: 1 });
    // Of two counts of one day the higher, whichever comes first.
    const same = [item, { ...item, itemCount: 5 }];
    expect(asked("items", same).value).toBe(5);
    expect(asked("items", [...same].reverse()).value).toBe(5);
    const components = [{ ...item, componentCount: 1 }, item];
    expect(asked("components", components).value).toBe(1);
    expect(asked("components", [...components].reverse()).value).toBe(1);
  });
});
