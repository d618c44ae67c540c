import { describe, expect, it } from "vitest";
import {
  type CustomerBase,
  type Order,
  recordFields,
  recordKinds,
  recordsByAccount,
} from "../../src/facts/index.js";

const order = (id: number, accountId: string | number): Order => ({
  id,
  accountId,
  orderedOn: "2018-01-22",
  value: { minor: 100, currency: "EUR" },
});

const ids = (base: CustomerBase): unknown[] =>
  recordsByAccount(base).map(({ account, orders }) => [account.id, orders?.map(({ id }) => id)]);

describe("FACT-09 records by account", () => {
  it("FACT-09 each account has its own records, sorted or not, in the order of the base", () => {
    const accounts = [{ id: "A" }, { id: "B" }, { id: "C" }];
    const sorted = [order(1, "A"), order(2, "B"), order(3, "B")];
    expect(ids({ accounts, coverage: {}, orders: sorted })).toEqual([
      ["A", [1]],
      ["B", [2, 3]],
      ["C", undefined],
    ]);
    const unsorted = [order(2, "B"), order(1, "A"), order(3, "B")];
    expect(ids({ accounts, coverage: {}, orders: unsorted })).toEqual([
      ["A", [1]],
      ["B", [2, 3]],
      ["C", undefined],
    ]);
  });

  it("RULE-05 each account has its own row of every ready-made measure", () => {
    const accounts = [{ id: "A" }, { id: "B" }];
    const measures = { score: [1, undefined], tier: ["gold"] };
    const grouped = recordsByAccount({ accounts, coverage: {}, measures });
    expect(grouped.map((each) => each.measures)).toEqual([
      { score: 1, tier: "gold" },
      { score: undefined, tier: undefined },
    ]);
  });

  it("FACT-16 number 1 and text 1 are two accounts", () => {
    const orders = [order(1, "1"), order(2, 1), order(3, "1")];
    expect(ids({ accounts: [{ id: 1 }, { id: "1" }], coverage: {}, orders })).toEqual([
      [1, [2]],
      ["1", [1, 3]],
    ]);
  });

  it("FACT-16 orphans are left out, and of accounts with one id the first has the records", () => {
    const accounts = [{ id: "A" }, { id: "A" }];
    const base = { accounts, coverage: {}, orders: [order(1, "B"), order(2, "A")] };
    expect(ids(base)).toEqual([
      ["A", [2]],
      ["A", undefined],
    ]);
    expect(Object.keys(recordsByAccount(base))).toEqual(["0", "1"]);
  });

  it("FACT-09 what the base knows goes with each account", () => {
    const coverage = { orders: "complete", activities: { since: "2017-01-01" } } as const;
    const exchangeRates = { to: "EUR", rates: {}, rounding: "halfUp" } as const;
    const accounts = [{ id: "A", headcount: 3 }];
    expect(recordsByAccount({ accounts, coverage })).toStrictEqual([
      { account: accounts[0], coverage },
    ]);
    expect(recordsByAccount({ accounts, coverage, exchangeRates, people: [{ id: 1 }] })).toEqual([
      { account: accounts[0], coverage, exchangeRates },
    ]);
    expect(recordsByAccount({ accounts: [], coverage })).toEqual([]);
  });

  it("FACT-09 every kind of record finds its account", () => {
    const lists = Object.fromEntries(recordKinds.map((kind) => [kind, [{ accountId: "A" }]]));
    const base: CustomerBase = { accounts: [{ id: "A" }], coverage: {}, ...lists };
    const [records] = recordsByAccount(base);
    expect(records).toEqual({ account: { id: "A" }, coverage: {}, ...lists });
    expect(recordKinds).toEqual(Object.keys(recordFields));
  });
});
