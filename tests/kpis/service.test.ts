import { describe, expect, it } from "vitest";
import {
  type Activity,
  type CustomerBase,
  type InboundCase,
  money,
} from "../../src/facts/index.js";
import { firstContactResolution } from "../../src/kpis/index.js";
import { bare, figureOn, leftOut } from "./ask-kpis.js";

const year = { asOf: "2018-12-31", period: { calendar: "year" } } as const;
const euros = (amount: string) => money(amount, "EUR");
const received: InboundCase = { id: 1, accountId: 1, kind: "question", receivedOn: "2018-05-01" };
const base: CustomerBase = {
  accounts: [{ id: 1 }, { id: 2 }],
  coverage: {
    activities: "complete",
    cases: "complete",
    feedback: "complete",
    orders: "complete",
    tasks: "complete",
  },
};
const call: Activity = {
  ...{ id: 1, accountId: 1, kind: "call", status: "held", direction: "inbound" },
  heldOn: "2018-05-01",
};

describe("service", () => {
  it("KPI-10 solved at the first contact, of cases of which that is known", () => {
    const cases: InboundCase[] = [
      { ...received, solvedAtFirstContact: true },
      { ...received, id: 2, solvedAtFirstContact: false },
      { ...received, id: 3 },
      { ...received, id: 4, solvedAtFirstContact: true, receivedOn: "2017-12-31" },
    ];
    const figure = firstContactResolution(cases, {}, year);
    expect(figure).toMatchObject({ value: 0.5, numerator: 1, denominator: 2 });
    expect(leftOut(figure)).toEqual({ outsidePeriod: 1, unknown: 1 });
    expect(bare(figureOn({ ...base, cases }, "firstContactResolution"))).toEqual(bare(figure));
    expect(firstContactResolution([], {}, year).undefinedBecause).toBe("nothingToMeasure");
  });

  it("KPI-10 repeated contacts on one matter", () => {
    const cases = [
      { ...received, repeated: true },
      { ...received, id: 2, repeated: false },
      { ...received, id: 3, repeated: false },
      { ...received, id: 4 },
    ];
    const figure = figureOn({ ...base, cases }, "repeatContacts");
    expect(figure).toMatchObject({ numerator: 1, denominator: 3 });
    expect(leftOut(figure)).toEqual({ unknown: 1 });
  });

  it("KPI-10 cost per call and call topics, inbound contacts alone", () => {
    const activities: Activity[] = [
      { ...call, cost: euros("4"), topic: "order" },
      { ...call, id: 2, cost: euros("5"), topic: "order" },
      { ...call, id: 3, topic: "delivery" },
      { ...call, id: 4, cost: euros("99"), topic: "order", direction: "outbound" },
      { ...call, id: 5, cost: euros("99"), topic: "order", kind: "message" },
      { ...call, id: 6, cost: euros("6") },
    ];
    const cost = figureOn({ ...base, activities }, "costPerCall", { kinds: ["call"] });
    expect(cost).toMatchObject({ value: 500, numerator: 1500, denominator: 3, currency: "EUR" });
    expect(leftOut(cost)).toEqual({ noAmount: 1 });
    const topics = figureOn({ ...base, activities }, "callTopics", { kinds: ["call"] });
    expect(topics.value).toBe(3);
    expect(topics.parts).toEqual([
      { key: "delivery", amount: 1, share: 1 / 3 },
      { key: "order", amount: 2, share: 2 / 3 },
    ]);
    expect(leftOut(topics)).toEqual({ topicUnknown: 1 });
  });

  it("KPI-10 self-service by contact, and by customer", () => {
    const activities: Activity[] = [
      { ...call, channel: "web" },
      { ...call, id: 2, channel: "phone" },
      { ...call, id: 3, channel: "web" },
      { ...call, id: 4, channel: "phone", accountId: 2 },
      { ...call, id: 5 },
      { ...call, id: 6, channel: "web", direction: "outbound" },
    ];
    const ask = (per: "contact" | "account") =>
      figureOn({ ...base, activities }, "selfService", { channels: ["web"], per });
    expect(ask("contact")).toMatchObject({ numerator: 2, denominator: 4 });
    expect(ask("account")).toMatchObject({ numerator: 1, denominator: 2 });
    expect(leftOut(ask("contact"))).toEqual({ channelUnknown: 1 });
  });

  it("KPI-10 response times of cases, feedback and tasks; the open ones are told", () => {
    const cases = [
      { ...received, solvedOn: "2018-05-01" },
      { ...received, id: 2, solvedOn: "2018-05-05" },
      { ...received, id: 3 },
      { ...received, id: 4, solvedOn: "2019-01-01" },
      { ...received, id: 5, solvedOn: "2018-04-30" },
    ] as const;
    const feedback = [
      { id: 1, accountId: 1, receivedOn: "2018-05-01", answeredOn: "2018-05-08" },
    ] as const;
    const task = {
      accountId: 1,
      kind: "action",
      topic: "complaint",
      senderId: 7,
      receiverId: 8,
    } as const;
    const tasks = [
      { ...task, id: 1, openedOn: "2018-05-01", acknowledgedOn: "2018-05-03" },
    ] as const;
    const ask = (of: string) =>
      figureOn({ ...base, cases, feedback, tasks }, "responseTime", { of, quantile: 0.5, type: 7 });
    expect(ask("cases")).toMatchObject({ value: 2, denominator: 2, unit: "days" });
    expect(leftOut(ask("cases"))).toEqual({ answeredBeforeArrival: 1, open: 2 });
    expect(ask("feedback").value).toBe(7);
    expect(ask("tasks").value).toBe(2);
  });

  it("KPI-10 open tasks by age: a bound belongs to the older bucket", () => {
    const task = {
      accountId: 1,
      kind: "action",
      topic: "complaint",
      senderId: 7,
      receiverId: 8,
    } as const;
    const tasks = [
      { ...task, id: 1, openedOn: "2018-12-31" },
      { ...task, id: 2, openedOn: "2018-12-25" },
      { ...task, id: 3, openedOn: "2018-12-24" },
      { ...task, id: 4, openedOn: "2018-12-01" },
      { ...task, id: 5, openedOn: "2018-12-01", acknowledgedOn: "2018-12-31" },
      { ...task, id: 6, openedOn: "2018-12-01", acknowledgedOn: "2019-01-01" },
      { ...task, id: 7, openedOn: "2019-01-01" },
    ] as const;
    const figure = figureOn({ ...base, tasks }, "openTasks", { fromDays: [7, 30] });
    expect(figure.value).toBe(5);
    expect(figure.parts?.map(({ key, amount }) => `${key}:${amount}`)).toEqual([
      "0:2",
      "7:1",
      "30:2",
    ]);
    expect(leftOut(figure)).toEqual({ afterAsOf: 1 });
    expect(figureOn(base, "openTasks", { fromDays: [7] }).value).toBe(0);
  });

  it("KPI-10 add-on sales follow an inbound contact within the stated days (S2 §9.13)", () => {
    const order = (
      id: number,
      orderedOn: `${number}-${number}-${number}`,
      amount: string,
      accountId = 1,
    ) => ({ id, accountId, orderedOn, value: euros(amount) }) as const;
    const some: CustomerBase = {
      ...base,
      activities: [call, { ...call, id: 2, direction: "outbound", heldOn: "2018-08-01" }],
      orders: [
        order(1, "2018-04-30", "1"),
        order(2, "2018-05-01", "10"),
        order(3, "2018-05-08", "100"),
        order(4, "2018-05-09", "1000"),
        order(5, "2018-05-02", "10000", 2),
        { ...order(6, "2018-05-02", "1"), value: money("1", "SEK") },
      ],
    };
    const figure = figureOn(some, "addOnSales", { withinDays: 7 });
    expect(figure).toMatchObject({ value: 11_000, unit: "money" });
    expect(leftOut(figure)).toEqual({ otherCurrency: 1 });
    // Orders of the first week may follow contacts of the year before.
    const since = {
      ...some,
      coverage: { orders: "complete", activities: { since: "2018-01-01" } },
    } as const;
    expect(figureOn(since, "addOnSales", { withinDays: 7 }).undefinedBecause).toBe("incomplete");
    expect(figureOn(since, "addOnSales", { withinDays: 0 }).value).toBe(1000);
    const early = { asOf: "1900-01-03", period: { rolling: { days: 2 } } } as const;
    expect(figureOn(some, "addOnSales", { withinDays: 7 }, early).value).toBe(0);
  });
});
