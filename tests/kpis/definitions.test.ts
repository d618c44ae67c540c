import { describe, expect, it } from "vitest";
import { type Activity, type CustomerBase, money, type Order } from "../../src/facts/index.js";
import {
  averageOrderValue,
  decisionMakerShare,
  effectiveNumber,
  type Figure,
  giniCoefficient,
  grossRevenueRetention,
  herfindahlIndex,
  hitRate,
  netRevenueRetention,
  onTimeDelivery,
  recordingDelay,
  shareOfWallet,
  topShare,
  visitEffect,
} from "../../src/kpis/index.js";
import { figureOn, year2018 } from "./ask-kpis.js";

const euros = (amount: string) => money(amount, "EUR");
const visit = { accountId: 1, kind: "visit", status: "held", heldOn: "2018-05-01" } as const;
const activities: Activity[] = [
  { ...visit, id: 1, loggedAt: "2018-05-01T10:00:00Z", personsMet: [1] },
  { ...visit, id: 2, loggedAt: "2018-05-04T10:00:00Z", personsMet: [2] },
  { ...visit, id: 3, heldOn: "2018-09-01", personsMet: [3] },
];
const contactPersons = [
  { id: 1, accountId: 1, decisionRole: "decisionMaker" },
  { id: 2, accountId: 1, decisionRole: "expert" },
  { id: 3, accountId: 1 },
] as const;
const order = { accountId: 1, promisedOn: "2018-06-01" } as const;
const orders: Order[] = [
  { ...order, id: 1, orderedOn: "2018-04-25", value: euros("10"), deliveredOn: "2018-06-01" },
  { ...order, id: 2, orderedOn: "2018-05-03", value: euros("25"), deliveredOn: "2018-06-02" },
  { ...order, id: 3, orderedOn: "2017-05-03", value: euros("99"), deliveredOn: "2018-05-02" },
];
const offer = { accountId: 1, madeOn: "2018-02-01", value: euros("10") } as const;
const offers = [
  { ...offer, id: 1, status: "won", decidedOn: "2018-03-01" },
  { ...offer, id: 2, status: "lost", decidedOn: "2018-04-01", value: euros("30") },
  { ...offer, id: 3, status: "open" },
] as const;
const one: CustomerBase = {
  accounts: [{ id: 1 }],
  coverage: {
    activities: "complete",
    contactPersons: "complete",
    offers: "complete",
    orders: "complete",
  },
  ...{ activities, contactPersons, offers, orders },
};

const judged = { judgedBy: "Aino", judgedOn: "2018-01-01" } as const;
const many: CustomerBase = {
  accounts: [1, 2, 3].map((id) => {
    const totalConsumption = { ...judged, value: euros("100") };
    return { id, ...(id === 3 ? {} : { judgements: { totalConsumption } }) };
  }),
  coverage: { orders: "complete" },
  orders: [
    { ...order, id: 1, accountId: 1, orderedOn: "2018-04-25", value: euros("10") },
    { ...order, id: 2, accountId: 2, orderedOn: "2018-05-03", value: euros("30") },
    { ...order, id: 3, accountId: 1, orderedOn: "2017-05-03", value: euros("40") },
    { ...order, id: 4, accountId: 2, orderedOn: "2017-05-03", value: euros("20") },
  ],
};
const now = [1000, 3000, 0];
const pairs = [
  { before: 4000, now: 1000 },
  { before: 2000, now: 3000 },
  { before: 0, now: 0 },
];

/** What a board and a function must agree on; the method of a board names its amount besides. */
function counted({ value, numerator, denominator, excluded, interval }: Figure): object {
  return { value, numerator, denominator, interval, excluded };
}

const kinds = ["visit"];
const of = "orderValue";
const negatives = "refuse";
const delay = { kinds, zone: "Europe/Helsinki", quantile: 0.5, type: 7 } as const;
const decided = { by: "value", among: "decided" } as const;
const sevenDays = { kinds, days: 7 } as const;
const amounts = { of, population: "all" } as const;
const inEuros = { ...year2018, currency: "EUR" };

describe("KPI-16 a definition counts as its function does", () => {
  it.each<readonly [figure: string, expected: number, asked: object, byFunction: Figure]>([
    ["averageOrderValue", 1750, {}, averageOrderValue(orders, inEuros)],
    [
      "onTimeDelivery",
      2 / 3,
      { confidence: 0.95 },
      onTimeDelivery(orders, { confidence: 0.95 }, inEuros),
    ],
    ["hitRate", 0.25, decided, hitRate(offers, decided, inEuros)],
    ["recordingDelay", 1.5, delay, recordingDelay(activities, delay, inEuros)],
    [
      "decisionMakers",
      0.5,
      { per: "contact" },
      decisionMakerShare({ activities, contactPersons }, { per: "contact" }, inEuros),
    ],
    ["visitEffect", 2.5, sevenDays, visitEffect({ activities, orders }, sevenDays, inEuros)],
  ])("KPI-16 %s over the records of a customer is %d", (figure, expected, asked, byFunction) => {
    expect(byFunction.value).toBe(expected);
    expect(counted(figureOn(one, figure, asked as never))).toEqual(counted(byFunction));
  });

  // 0, 10 and 30: Gini 2·(2·10 + 3·30)/(3·40) − 4/3 = 1/2, Herfindahl 10,000·(10² + 30²)/40².
  it.each<readonly [figure: string, expected: number, asked: object, byFunction: Figure]>([
    ["gini", 0.5, { ...amounts, negatives }, giniCoefficient(now, { negatives })],
    ["herfindahl", 6250, { ...amounts, negatives }, herfindahlIndex(now, { negatives })],
    ["effectiveCustomers", 1.6, { ...amounts, negatives }, effectiveNumber(now, { negatives })],
    [
      "topShare",
      0.75,
      { ...amounts, top: "count", accounts: 1 },
      topShare(now, { top: "count", accounts: 1 }),
    ],
    ["grossRevenueRetention", 0.5, { of }, grossRevenueRetention(pairs)],
    ["netRevenueRetention", 2 / 3, { of }, netRevenueRetention(pairs)],
    [
      "shareOfWallet",
      0.2,
      { of },
      shareOfWallet([
        { part: 1000, whole: 10_000 },
        { part: 3000, whole: 10_000 },
      ]),
    ],
  ])("KPI-16 %s over customers is %d", (figure, expected, asked, byFunction) => {
    const onBoard = figureOn(many, figure, asked as never);
    expect(byFunction.value).toBeCloseTo(expected, 12);
    const { value, numerator, denominator } = onBoard;
    expect([value, numerator, denominator]).toEqual([
      byFunction.value,
      byFunction.numerator,
      byFunction.denominator,
    ]);
  });
});
