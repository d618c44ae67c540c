import { describe, expect, it } from "vitest";
import { mayContact } from "../../src/cadence/index.js";
import {
  type CompiledCustomerCampaign,
  type CustomerCampaignDefinition,
  compileCustomerCampaign,
  customerCampaignAudience,
  customerCampaignEffect,
  customerCampaignStarts,
  type EffectReport,
  ordersToCombine,
} from "../../src/campaigns/index.js";
import type { Account, Activity, CustomerBase, Order } from "../../src/facts/index.js";
import { HoitoError, orThrow } from "../../src/shapes/index.js";
import type { CivilDate } from "../../src/time/index.js";

/** A summer campaign for dealers: May in the south, June in the north. */
const summer: CustomerCampaignDefinition = {
  targetGroup: "dealers",
  target: { field: "tradeRole", equals: "dealer" },
  offering: "summer range",
  sales: { records: "orders", where: { field: "product", equals: "summer" } },
  channels: ["email", "phone"],
  timing: [
    { label: "north", from: "2018-06-01", until: "2018-07-01", areas: ["Lappi"] },
    { label: "south", from: "2018-05-01", until: "2018-06-01", areas: ["Uusimaa"] },
  ],
  areaFrom: "region",
  contacts: { field: "topic", equals: "summer" },
  permission: { isMarketing: true, whenNone: "allowed" },
  effect: {
    ...{ afterDays: 14, baseline: "yearBefore" },
    ...{ channelOf: "firstContact", whenUnknown: "unknown" },
  },
};

const compiled = (
  changes: Partial<CustomerCampaignDefinition> = {},
  name = "summer",
): CompiledCustomerCampaign => {
  return orThrow(compileCustomerCampaign({ ...summer, ...changes }, { name, currency: "EUR" }));
};

const dealer = (id: string, region?: string): Account => ({
  ...{ id, tradeRole: "dealer" },
  ...(region === undefined ? {} : { region }),
});
const euro = (amount: number) => ({ minor: amount * 100, currency: "EUR" });
let next = 0;
const order = (
  accountId: string,
  orderedOn: string,
  amount: number,
  rest: Partial<Order> = {},
): Order => ({
  ...{ id: next++, accountId, orderedOn: orderedOn as CivilDate, product: "summer" },
  ...{ value: euro(amount), margin: euro(amount / 4), ...rest },
});
const contact = (accountId: string, heldOn: string, rest: Partial<Activity> = {}): Activity => ({
  ...{ id: next++, accountId, heldOn: heldOn as CivilDate, kind: "call", channel: "phone" },
  ...{ topic: "summer", status: "complete", cost: euro(10), ...rest },
});
const baseOf = (base: Partial<CustomerBase>): CustomerBase => ({
  accounts: [dealer("A", "Uusimaa"), dealer("B", "Uusimaa")],
  coverage: { activities: "complete", orders: "complete", permissions: "complete" },
  ...base,
});

describe("CAMP-17 the audience of a customer campaign", () => {
  const states = (
    base: CustomerBase,
    asOf: CivilDate = "2018-05-10",
    changes: Partial<CustomerCampaignDefinition> = {},
  ) => {
    const entries = customerCampaignAudience(base, compiled(changes), { asOf, mayContact });
    return entries.map(({ accountId, state, channel, missing }) => {
      return [accountId, state, channel, missing.map(({ path }) => path).join()];
    });
  };

  it("CAMP-17 who is in the target group, and unknown is not no", () => {
    const accounts: Account[] = [
      dealer("A", "Uusimaa"),
      { id: "B", tradeRole: "endCustomer", region: "Uusimaa" },
      { id: "C", region: "Uusimaa" },
      dealer("D"),
      dealer("E", "Savo"),
      { id: "F", tradeRole: "endCustomer" },
    ];
    expect(states(baseOf({ accounts }))).toEqual([
      ["A", "toContact", "email", ""],
      ["B", "outside", undefined, ""],
      ["C", "undecided", undefined, "tradeRole"],
      ["D", "undecided", undefined, "region"],
      ["E", "elsewhere", undefined, ""],
      ["F", "outside", undefined, ""],
    ]);
  });

  it("CAMP-17 the target group may name labels of classifiers and the host's own fields", () => {
    const target = {
      all: [
        { field: "abc", isOneOf: ["A", "B"] },
        { field: "chain", equals: "Kello" },
      ],
    } as const;
    const definition = { ...summer, target } as CustomerCampaignDefinition;
    const campaign = orThrow(
      compileCustomerCampaign(definition, {
        ...{ name: "summer", currency: "EUR" },
        ...{ fields: { chain: "text" }, labels: { abc: ["A", "B", "C"] } },
      }),
    );
    const own = { chain: "Kello" };
    const accounts = ["A", "B", "C"].map((id) => ({ ...dealer(id, "Uusimaa"), own }));
    const data = [0, 1, 2];
    const abc = { accountIds: ["A", "B", "C"], data, dictionary: ["A", "C", "undecided"] };
    const ask = (labels: object) => {
      const context = { asOf: "2018-05-10", mayContact, labels } as const;
      return customerCampaignAudience(baseOf({ accounts }), campaign, context as never);
    };
    expect(ask({ abc }).map(({ state }) => state)).toEqual(["toContact", "outside", "undecided"]);
    expect(ask({}).map(({ state }) => state)).toEqual(["undecided", "undecided", "undecided"]);
    expect(() => ask({ abc: { ...abc, data: [0, 1] } })).toThrow(HoitoError);
  });

  it("CAMP-17 from upcoming over to contact to contacted or not, by its period", () => {
    const base = baseOf({
      activities: [
        contact("B", "2018-05-10"),
        contact("A", "2018-06-01"),
        contact("A", "2018-04-30"),
      ],
    });
    expect(states(base, "2018-04-30")).toEqual([
      ["A", "upcoming", "email", ""],
      ["B", "upcoming", "email", ""],
    ]);
    expect(states(base, "2018-05-09").map(([, state]) => state)).toEqual([
      "toContact",
      "toContact",
    ]);
    expect(states(base, "2018-05-10").map(([, state]) => state)).toEqual([
      "toContact",
      "contacted",
    ]);
    expect(states(base, "2018-05-31").map(([, state]) => state)).toEqual([
      "toContact",
      "contacted",
    ]);
    expect(states(base, "2018-06-01").map(([, state]) => state)).toEqual([
      "notContacted",
      "contacted",
    ]);
  });

  it("CAMP-17 planned contacts, others' topics and unread days are no contacts", () => {
    const activities = [
      contact("A", "2018-05-02", { status: "planned" }),
      contact("A", "2018-05-02", { topic: "winter" }),
      contact("A", "soon", { topic: "winter" }),
    ];
    expect(states(baseOf({ activities }))[0]).toEqual(["A", "toContact", "email", ""]);
    const unclear = [contact("A", "2018-05-02", { topic: 3 as never })];
    expect(states(baseOf({ activities: unclear }))[0]).toEqual([
      "A",
      "undecided",
      undefined,
      "activities",
    ]);
    expect(states(baseOf({ activities: [contact("A", "soon")] }))[0]![1]).toBe("undecided");
  });

  it("CAMP-17 activities that are not supplied, or not from the beginning, decide nothing", () => {
    const known = { orders: "complete", permissions: "complete" } as const;
    const ask = (activities: object) => {
      const coverage = { ...known, ...activities };
      const entries = customerCampaignAudience(baseOf({ coverage }), compiled(), {
        ...{ asOf: "2018-05-10", mayContact },
      });
      return [entries[0]!.state, entries[0]!.missing[0]?.why];
    };
    expect(ask({})).toEqual(["undecided", "notSupplied"]);
    expect(ask({ activities: { since: "2018-05-02" } })).toEqual(["undecided", "incomplete"]);
    expect(ask({ activities: { since: "2018-05-01" } })).toEqual(["toContact", undefined]);
    expect(ask({ activities: { since: "soon" } })).toEqual(["undecided", "incomplete"]);
    const coverage = { permissions: "complete" } as const;
    expect(states(baseOf({ coverage }), "2018-04-30")[0]![1]).toBe("upcoming");
  });

  it("CAMP-17 permissions are respected: a channel is offered only where it is certainly allowed", () => {
    const ban = { accountId: "A", verdict: "marketingBan" } as const;
    const noMail = { accountId: "B", channel: "email", verdict: "forbidden" } as const;
    expect(states(baseOf({ permissions: [ban, noMail] }))).toEqual([
      ["A", "banned", undefined, ""],
      ["B", "toContact", "phone", ""],
    ]);
    const coverage = { activities: "complete" } as const;
    expect(states(baseOf({ coverage, permissions: [ban] }))).toEqual([
      ["A", "banned", undefined, ""],
      ["B", "undecided", undefined, "permissions"],
    ]);
    const later = { ...ban, validFrom: "2018-05-01" } as const;
    expect(states(baseOf({ permissions: [later] }), "2018-04-20")[0]![1]).toBe("banned");
    const past = { ...ban, validUntil: "2018-05-01" } as const;
    expect(states(baseOf({ permissions: [past] }), "2018-04-20")[0]![1]).toBe("upcoming");
  });

  it("CAMP-17 a contact against a permission is a contact, and is told", () => {
    const { channel: _channel, ...unclear } = contact("A", "2018-05-04", { id: "u" });
    const base = baseOf({
      permissions: [{ accountId: "A", channel: "phone", verdict: "forbidden" }],
      activities: [
        contact("A", "2018-05-03", { id: "b" }),
        contact("A", "2018-05-03", { id: "a", channel: "email" }),
        contact("A", "2018-05-02", { id: "c" }),
        unclear,
      ],
    });
    const [entry] = customerCampaignAudience(base, compiled(), { asOf: "2018-05-10", mayContact });
    expect(entry).toEqual({
      ...{ accountId: "A", timing: "south", state: "contacted", missing: [] },
      ...{ contactIds: ["c", "a", "b", "u"], forbiddenContactIds: ["c", "b"] },
    });
  });
});

describe("CAMP-17 the effect of customer campaigns", () => {
  // The window of the south is 1 May to 14 June, 45 days; the baseline the same days of 2017.
  const base = baseOf({
    accounts: [dealer("A", "Uusimaa"), dealer("B", "Uusimaa"), dealer("C", "Lappi")],
    activities: [
      contact("A", "2018-05-10"),
      contact("A", "2018-05-20", { channel: "email", cost: euro(2) }),
    ],
    orders: [
      order("A", "2018-05-09", 100),
      order("A", "2018-05-10", 400),
      order("A", "2017-05-01", 300),
      order("B", "2018-06-14", 200),
      order("B", "2018-06-15", 999),
      order("B", "2017-06-14", 100),
      order("B", "2017-06-15", 999),
      order("B", "2018-05-05", 999, { product: "winter" }),
    ],
  });
  const asOf = "2018-08-01";
  const effect = (
    of: CustomerBase = base,
    changes: Partial<CustomerCampaignDefinition> = {},
    day: CivilDate = asOf,
  ): EffectReport => customerCampaignEffect(of, [compiled(changes)], { asOf: day });
  const effects = summer.effect;

  it("CAMP-17 spend, sales, growth margin and response with their receipts", () => {
    const { total } = effect();
    const method = { design: "beforeAndAfter", ...effects };
    const money = { unit: "money", currency: "EUR", excluded: [], method };
    expect(total.contacted).toEqual({
      ...{ unit: "share", value: 1 / 3, numerator: 1, denominator: 3, excluded: [], method },
    });
    expect(total.response).toMatchObject({ value: 1, numerator: 1, denominator: 1 });
    expect(total.spend).toEqual({ ...money, value: 1200, numerator: 1200, denominator: 0 });
    // 100 + 400 + 200 in the window, 300 + 100 a year before.
    expect(total.sales).toEqual({
      ...money,
      value: 30_000,
      numerator: 70_000,
      denominator: 40_000,
    });
    expect(total.salesGrowth).toMatchObject({ unit: "times", value: 1.75 });
    expect(total.growthMargin).toEqual({
      ...{ ...money, value: 7500, numerator: 17_500, denominator: 10_000 },
    });
    expect(total.marginPerSpend).toMatchObject({ value: 6.25, numerator: 7500, denominator: 1200 });
  });

  it("CAMP-17 by each dimension, and by every combination that occurs", () => {
    const report = effect();
    const values = (rows: EffectReport["cells"], key: "channel" | "timing") =>
      rows.map((row) => [row[key], row.sales.value, row.spend.value]);
    expect(values(report.byChannel, "channel")).toEqual([
      ["notContacted", 10_000, 0],
      ["phone", 20_000, 1200],
    ]);
    expect(values(report.byTiming, "timing")).toEqual([
      ["north", 0, 0],
      ["south", 30_000, 1200],
    ]);
    expect(report.byTargetGroup).toHaveLength(1);
    expect(report.byTargetGroup[0]).toMatchObject({ targetGroup: "dealers", ...report.total });
    expect(report.byOffering[0]).toMatchObject({ offering: "summer range", ...report.total });
    expect(report.cells.map(({ channel, timing }) => [channel, timing])).toEqual([
      ["notContacted", "north"],
      ["notContacted", "south"],
      ["phone", "south"],
    ]);
    const last = { effect: { ...effects, channelOf: "lastContact" } } as const;
    expect(effect(base, last).byChannel.map(({ channel }) => channel)).toEqual([
      "email",
      "notContacted",
    ]);
  });

  it("CAMP-17 several campaigns gather by target group and offering, and what counts twice is told", () => {
    const winter = compiled({ offering: "all", sales: { records: "orders" } }, "winter");
    const both = customerCampaignEffect(base, [compiled(), winter], { asOf });
    expect(both.byOffering.map(({ offering, sales }) => [offering, sales.numerator])).toEqual([
      ["all", 169_900],
      ["summer range", 70_000],
    ]);
    expect(both.byTargetGroup[0]!.sales.numerator).toBe(239_900);
    expect(both.cautions).toEqual([
      { caution: "noControlGroup" },
      { caution: "countedMoreThanOnce", count: 3 },
    ]);
  });

  it("CAMP-17 as many days just before, with the season told", () => {
    const before = { effect: { ...effects, baseline: "justBefore" } } as const;
    const orders = [
      order("A", "2018-05-01", 5),
      order("A", "2018-04-30", 1),
      // 45 days before 1 May is 17 March.
      order("A", "2018-03-17", 2),
      order("A", "2018-03-16", 999),
    ];
    const report = effect({ ...base, orders }, before);
    expect(report.total.sales).toMatchObject({ numerator: 500, denominator: 300 });
    expect(report.cautions).toEqual([
      { caution: "noControlGroup" },
      { caution: "seasonNotTakenOut" },
    ]);
  });

  it("CAMP-17 while the window is not over its days so far are compared, and that is said", () => {
    const report = effect(base, {}, "2018-05-09");
    // 1 to 9 May: 100 in 2018, and of 2017 the 300 of 1 May.
    expect(report.total.sales).toMatchObject({ numerator: 10_000, denominator: 30_000 });
    expect(report.total.contacted).toMatchObject({
      value: 0,
      denominator: 2,
      excluded: [{ reason: "notBegun", count: 1 }],
    });
    expect(report.cautions.at(-1)).toEqual({ caution: "windowNotOver", count: 2 });
    expect(effect(base, {}, "2018-07-14").cautions).toHaveLength(1);
    expect(effect(base, {}, "2018-07-13").cautions).toHaveLength(2);
  });

  it("CAMP-17 response is a sale on or after the first contact, silence is none, and unknown neither", () => {
    const response = (orders: readonly Order[], coverage = base.coverage) => {
      return effect({ ...base, orders, coverage }).total.response;
    };
    expect(response([order("A", "2018-05-10", 1)])).toMatchObject({ value: 1 });
    expect(response([order("A", "2018-05-09", 1)])).toMatchObject({ value: 0, denominator: 1 });
    const unclear = order("A", "2018-05-11", 1, { product: 7 as never });
    expect(response([unclear])).toMatchObject({
      undefinedBecause: "incomplete",
      excluded: [{ reason: "unknownResponse", count: 1 }],
    });
    expect(response([unclear, order("A", "2018-05-12", 1)])).toMatchObject({ value: 1 });
    const since = { ...base.coverage, orders: { since: "2018-05-01" } } as const;
    expect(response([], since)).toMatchObject({ value: 0 });
    const { orders: _orders, ...none } = base.coverage;
    expect(response([], none)).toMatchObject({ undefinedBecause: "incomplete" });
  });

  it("CAMP-17 records that are not supplied, or not since the baseline, leave figures undefined", () => {
    const { orders: _orders, ...coverage } = base.coverage;
    const { sales, growthMargin, marginPerSpend, spend } = effect({ ...base, coverage }).total;
    for (const each of [sales, growthMargin, marginPerSpend]) {
      expect(each.undefinedBecause).toBe("notSupplied");
    }
    expect(spend.value).toBe(1200);
    const since = { ...coverage, orders: { since: "2017-05-02" } } as const;
    expect(effect({ ...base, coverage: since }).total.sales.undefinedBecause).toBe("incomplete");
    const exactly = { ...coverage, orders: { since: "2017-05-01" } } as const;
    expect(effect({ ...base, coverage: exactly }).total.sales.value).toBe(30_000);
    const silent = { orders: "complete" } as const;
    const unknown = effect({ ...base, coverage: silent, activities: [] });
    expect(unknown.total.spend.undefinedBecause).toBe("notSupplied");
    expect(unknown.byChannel.map(({ channel }) => channel)).toEqual(["unknownChannel"]);
    expect(unknown.total.sales.value).toBe(30_000);
  });

  it("CAMP-17 a missing amount, cost or margin makes a figure unknown, or is left out and told", () => {
    const { cost: _cost, ...free } = contact("A", "2018-05-11");
    const { margin: _margin, ...bare } = order("A", "2018-05-11", 10);
    const priceless = order("A", "2018-05-12", 10, { value: { minor: 1, currency: "SEK" } });
    const of = {
      ...base,
      activities: [free, ...base.activities!],
      orders: [bare, priceless, ...base.orders!],
    };
    const { spend, sales, growthMargin, marginPerSpend } = effect(of).total;
    for (const each of [spend, sales, growthMargin, marginPerSpend]) {
      expect(each.undefinedBecause).toBe("incomplete");
    }
    expect(spend.excluded).toEqual([{ reason: "withoutCost", count: 1 }]);
    expect(sales.excluded).toEqual([{ reason: "withoutAmount", count: 1 }]);
    expect(marginPerSpend.excluded).toEqual([
      { reason: "withoutCost", count: 1 },
      { reason: "withoutMargin", count: 1 },
    ]);
    const leftOut = { effect: { ...effects, whenUnknown: "leftOut" } } as const;
    const { total } = effect(of, leftOut);
    expect(total.spend).toMatchObject({
      value: 1200,
      excluded: [{ reason: "withoutCost", count: 1 }],
    });
    expect(total.sales.value).toBe(31_000);
    // The order without an amount still has its margin of 2.50.
    expect(total.growthMargin.value).toBe(7750);
  });

  it("CAMP-17 records of which nobody knows whether they belong here", () => {
    const of = {
      ...base,
      activities: [contact("A", "2018-05-11", { topic: 3 as never }), ...base.activities!],
      orders: [
        order("A", "soon", 1),
        order("A", "soon", 1, { product: "winter" }),
        ...base.orders!,
      ],
    };
    const { spend, sales } = effect(of).total;
    expect(spend.excluded).toEqual([{ reason: "unknownContact", count: 1 }]);
    // Without a day it could be of the window or of the baseline; it is told once.
    expect(sales).toMatchObject({
      undefinedBecause: "incomplete",
      excluded: [{ reason: "unknownSale", count: 1 }],
    });
    const alone = { ...base, activities: of.activities.slice(0, 1) };
    expect(effect(alone).byChannel[0]!.channel).toBe("notContacted");
    expect(effect(alone).byChannel[1]!.channel).toBe("unknownChannel");
    const { channel: _channel, ...quiet } = contact("A", "2018-05-11");
    const silent = effect({ ...base, activities: [quiet] });
    expect(silent.byChannel[1]!.channel).toBe("unknownChannel");
  });

  it("CAMP-17 fixed costs belong to a period and to no channel, from its first day on", () => {
    const printed = { amount: "50.00", currency: "EUR" };
    const timing = summer.timing.map((each) => ({ ...each, fixedCost: printed }));
    const report = effect(base, { timing });
    expect(report.total.spend.value).toBe(11_200);
    expect(report.byTiming.map(({ spend }) => spend.value)).toEqual([5000, 6200]);
    const [, none] = report.byChannel;
    expect(none).toMatchObject({ channel: "ofNoChannel", spend: { value: 5000 + 5000 } });
    expect(none!.sales.undefinedBecause).toBe("nothingToMeasure");
    expect(effect(base, { timing }, "2018-05-31").total.spend.value).toBe(6200);
  });

  it("CAMP-17 nobody in the group, nothing before and nothing spent are not 0", () => {
    const empty = effect({ ...base, accounts: [] }).total;
    for (const each of Object.values(empty)) {
      expect(each.undefinedBecause).toBe("nothingToMeasure");
    }
    const fresh = effect({ ...base, orders: [order("B", "2018-05-05", 1)], activities: [] }).total;
    expect(fresh.salesGrowth.undefinedBecause).toBe("nothingToMeasure");
    expect(fresh.marginPerSpend.undefinedBecause).toBe("nothingToMeasure");
    expect(fresh.response.undefinedBecause).toBe("nothingToMeasure");
    const returned = effect({ ...base, orders: [order("B", "2017-05-05", -1)] }).total;
    expect(returned.salesGrowth.undefinedBecause).toBe("negativeValues");
    const huge = { value: { minor: Number.MAX_SAFE_INTEGER, currency: "EUR" } };
    const two = [order("B", "2018-05-05", 1, huge), order("B", "2018-05-06", 1, huge)];
    expect(effect({ ...base, orders: two }).total.sales.undefinedBecause).toBe("amountTooLarge");
  });

  it("CAMP-17 accounts of which nobody knows whether they take part are told", () => {
    const accounts = [
      ...base.accounts,
      { id: "X", region: "Lappi" },
      dealer("Y"),
      { id: "Z", tradeRole: "endCustomer" } as const,
    ];
    const { contacted } = effect({ ...base, accounts }).total;
    expect(contacted).toMatchObject({
      denominator: 3,
      excluded: [{ reason: "undecidedMembership", count: 2 }],
    });
  });

  it("CAMP-17 revenues instead of orders, for everybody and without areas", () => {
    const { areaFrom: _areaFrom, ...rest } = summer;
    const definition: CustomerCampaignDefinition = {
      ...rest,
      sales: { records: "revenues" },
      timing: [{ label: "May", from: "2018-05-01", until: "2018-06-01" }],
    };
    const campaign = orThrow(compileCustomerCampaign(definition, { name: "may", currency: "EUR" }));
    const revenue = (bookedOn: CivilDate, amount: number) => {
      return { accountId: "A", bookedOn, amount: euro(amount), margin: euro(1) };
    };
    const of = {
      ...base,
      coverage: { revenues: "complete", activities: "complete" } as const,
      revenues: [revenue("2018-05-01", 7), revenue("2017-05-01", 3)],
    };
    const { total } = customerCampaignEffect(of, [campaign], { asOf });
    expect(total.sales).toMatchObject({ numerator: 700, denominator: 300 });
    expect(total.contacted.denominator).toBe(3);
  });

  it("CAMP-17 campaigns that are not counted alike do not share a report, and none has none", () => {
    const other = compiled({ effect: { ...effects, afterDays: 15 } }, "other");
    const ask = (campaigns: readonly CompiledCustomerCampaign[]) => () =>
      customerCampaignEffect(base, campaigns, { asOf });
    expect(ask([compiled(), other])).toThrow("not counted alike");
    expect(ask([])).toThrow(HoitoError);
  });
});

describe("CAMP-17 what starts soon", () => {
  const starts = (asOf: CivilDate, days: number) =>
    customerCampaignStarts(
      [
        compiled({}, "b"),
        compiled({ timing: [{ label: "x", from: "2018-05-01", until: "2018-05-02" }] }, "a"),
      ],
      { asOf, days },
    );

  it("CAMP-17 within n days, that day and the last one included", () => {
    expect(starts("2018-04-28", 2)).toEqual([]);
    expect(starts("2018-04-29", 2).map(({ campaign, timing }) => [campaign, timing])).toEqual([
      ["a", "x"],
      ["b", "south"],
    ]);
    expect(starts("2018-04-29", 2)[1]).toEqual({
      ...{ campaign: "b", timing: "south", offering: "summer range", targetGroup: "dealers" },
      ...{ areas: ["Uusimaa"], startsOn: "2018-05-01", inDays: 2 },
    });
    expect(starts("2018-05-01", 0)).toHaveLength(2);
    expect(starts("2018-05-02", 40).map(({ timing }) => timing)).toEqual(["north"]);
    const twice = {
      timing: ["two", "one"].map(
        (label, at) =>
          ({ label, from: "2018-05-01", until: "2018-05-02", areas: [`r${at}`] }) as const,
      ),
    };
    const labels = customerCampaignStarts([compiled(twice)], { asOf: "2018-05-01", days: 0 });
    expect(labels.map(({ timing }) => timing)).toEqual(["one", "two"]);
    const same = customerCampaignStarts([compiled({}, "b"), compiled({}, "a")], {
      asOf: "2018-05-01",
      days: 0,
    });
    expect(same.map(({ campaign }) => campaign)).toEqual(["a", "b"]);
  });

  it("CAMP-17 back-orders travel with the deliveries of a campaign that starts soon", () => {
    const base = baseOf({
      accounts: [
        dealer("A", "Uusimaa"),
        dealer("B", "Lappi"),
        dealer("C", "Uusimaa"),
        { id: "D", tradeRole: "endCustomer", region: "Uusimaa" },
        { id: "E", region: "Uusimaa" },
      ],
      orders: [
        order("A", "2018-04-20", 1, { id: "late", deliveredOn: "2018-04-30" }),
        order("A", "2018-04-20", 1, { id: "back" }),
        order("A", "2018-04-20", 1, { id: "gone", deliveredOn: "2018-04-29" }),
        order("A", "2018-04-30", 1, { id: "tomorrow" }),
        order("A", "soon", 1, { id: "odd" }),
        order("B", "2018-04-20", 1),
        order("D", "2018-04-20", 1),
      ],
    });
    const context = { asOf: "2018-04-29", days: 2 } as const;
    expect(ordersToCombine(base, [compiled()], context)).toEqual({
      deliveries: [
        {
          ...{ accountId: "A", campaign: "summer", timing: "south", startsOn: "2018-05-01" },
          orderIds: ["back", "late"],
        },
      ],
      undecided: [
        { accountId: "E", campaign: "summer", missing: [{ path: "tradeRole", why: "missing" }] },
      ],
    });
    const early = ordersToCombine(base, [compiled()], { asOf: "2018-04-28", days: 2 });
    expect(early).toEqual({ deliveries: [], undecided: [] });
    const unknown = ordersToCombine({ ...base, coverage: {}, orders: [] }, [compiled()], context);
    expect(
      unknown.undecided.map(({ accountId, missing }) => [
        accountId,
        missing.map(({ path }) => path).join(),
      ]),
    ).toEqual([
      ["A", "orders"],
      ["B", "orders"],
      ["C", "orders"],
      ["E", "tradeRole,orders"],
    ]);
  });
});

describe("CAMP-17 the check of a customer campaign", () => {
  const root = "customerCampaigns.summer.";
  const found = (changes: object) =>
    compileCustomerCampaign({ ...summer, ...changes } as CustomerCampaignDefinition, {
      name: "summer",
      currency: "EUR",
    }).findings.map(({ code, path }) => [code, path.replace(root, "")]);
  const timing = (...changes: readonly object[]) =>
    found({
      timing: changes.map((each) => ({
        label: "x",
        from: "2018-05-01",
        until: "2018-06-01",
        ...each,
      })),
    });

  it("CAMP-17 all four dimensions are named", () => {
    expect(found({})).toEqual([]);
    expect(found({ targetGroup: "", offering: 7, channels: [] })).toEqual([
      ["empty-text", "targetGroup"],
      ["empty-text", "offering"],
      ["no-channel", "channels"],
    ]);
    expect(found({ channels: ["", "notContacted"] })).toEqual([
      ["no-channel", "channels[0]"],
      ["reserved-name", "channels[1]"],
    ]);
    const many = Array.from({ length: 51 }, (_, at) => `c${at}`);
    expect(found({ channels: many })).toEqual([["no-channel", "channels"]]);
    expect(found({ chanels: [], offering: "x".repeat(201) })).toEqual([
      ["unknown-property", "chanels"],
      ["empty-text", "offering"],
    ]);
  });

  it("CAMP-17 conventions are words, and none has a default", () => {
    expect(found({ effect: {} })).toEqual([
      ["out-of-range", "effect.afterDays"],
      ["missing-property", "effect.baseline"],
      ["missing-property", "effect.channelOf"],
      ["missing-property", "effect.whenUnknown"],
    ]);
    expect(found({ permission: { isMarketing: "yes", whenNone: "no", purpos: 1 } })).toEqual([
      ["unknown-property", "permission.purpos"],
      ["wrong-value-type", "permission.isMarketing"],
      ["unknown-value", "permission.whenNone"],
    ]);
    expect(found({ sales: { records: "offers", wher: 1 } })).toEqual([
      ["unknown-property", "sales.wher"],
      ["unknown-value", "sales.records"],
    ]);
  });

  it("CAMP-17 conditions read accounts, activities and sales", () => {
    const condition = { field: "regon", equals: "x" };
    expect(found({ target: condition, contacts: condition })).toEqual([
      ["unknown-field", "target.field"],
      ["unknown-field", "contacts.field"],
    ]);
    expect(
      found({ sales: { records: "revenues", where: { field: "product", equals: "x" } } }),
    ).toEqual([["unknown-field", "sales.where.field"]]);
  });

  it("CAMP-17 periods of one area do not overlap, and an area needs its field", () => {
    expect(timing({})).toEqual([]);
    expect(found({ timing: [] })).toEqual([["empty-list", "timing"]]);
    const many = Array.from({ length: 1001 }, () => ({}));
    expect(timing(...many)).toEqual([["too-many", "timing"]]);
    const { areaFrom: _areaFrom, ...bare } = summer;
    const faults = compileCustomerCampaign(bare, { name: "summer", currency: "EUR" }).findings;
    expect(faults.map(({ code }) => code)).toEqual(["missing-property"]);
    expect(found({ areaFrom: "regoin" })).toEqual([["unknown-field", "areaFrom"]]);
    expect(found({ areaFrom: "headcount" })).toEqual([["wrong-field-kind", "areaFrom"]]);
    expect(found({ areaFrom: "customerClass" })).toEqual([]);
    const next_ = { label: "y", from: "2018-05-31", until: "2018-06-02" };
    const after = { ...next_, from: "2018-06-01" };
    expect(timing({}, next_)).toEqual([["overlapping-periods", "timing"]]);
    expect(timing({}, after)).toEqual([]);
    expect(timing({ areas: ["a"] }, { ...next_, areas: ["b"] })).toEqual([]);
    expect(timing({ areas: ["a", "b"] }, { ...next_, areas: ["b"] })).toEqual([
      ["overlapping-periods", "timing"],
    ]);
    expect(timing({}, { ...next_, areas: ["b"] })).toEqual([["overlapping-periods", "timing"]]);
    expect(timing({ areas: ["a"] }, next_)).toEqual([["overlapping-periods", "timing"]]);
    const within = { label: "w", from: "2018-05-02", until: "2018-05-03" };
    expect(timing({}, within, { ...next_, label: "z" })).toHaveLength(2);
    const same = timing(
      { label: "b" },
      { label: "a" },
      { label: "c", from: "2018-07-01", until: "2018-07-02" },
    );
    expect(same).toEqual([["overlapping-periods", "timing"]]);
  });

  it("CAMP-17 each period has a label, days, areas and a cost that can be read", () => {
    expect(timing({}, { from: "2018-07-01", until: "2018-08-01" })).toEqual([
      ["duplicate-label", "timing[1].label"],
    ]);
    expect(timing({ label: "", areas: [] })).toEqual([
      ["empty-text", "timing[0].label"],
      ["empty-list", "timing[0].areas"],
    ]);
    expect(timing({ label: 7 })).toEqual([["empty-text", "timing[0].label"]]);
    expect(timing({ until: "2018-05-01", form: 1 })).toEqual([
      ["unknown-property", "timing[0].form"],
      ["span-reversed", "timing[0].until"],
    ]);
    expect(timing({ fixedCost: { amount: "5", currency: "SEK" } })).toEqual([
      ["other-currency", "timing[0].fixedCost.currency"],
    ]);
  });

  it("CAMP-17 what is no campaign", () => {
    const { findings } = compileCustomerCampaign(null as never, { name: "x", currency: "EUR" });
    expect(findings).toMatchObject([{ code: "malformed-campaign", path: "customerCampaigns.x" }]);
  });
});
