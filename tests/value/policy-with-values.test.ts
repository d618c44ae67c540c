import { describe, expect, it } from "vitest";
import { type CustomerBase, money } from "../../src/facts/index.js";
import {
  type CarePolicy,
  classifyAccounts,
  compilePolicy,
  fitPolicy,
} from "../../src/policy/index.js";
import { orThrow } from "../../src/shapes/index.js";
import type { CivilDate } from "../../src/time/index.js";
import {
  fitPurchases,
  fitSpend,
  lifetimeValues,
  summarizeRepeatPurchases,
  suppliedMeasure,
} from "../../src/value/index.js";

const months = (...list: number[]) =>
  list.map((month) => `2017-${String(month).padStart(2, "0")}-10` as CivilDate);

const days: Readonly<Record<string, readonly CivilDate[]>> = {
  often: months(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
  once: months(3),
  twice: months(2, 5),
  silent: months(1, 2, 3, 4),
  never: [],
};

const base: CustomerBase = {
  accounts: Object.keys(days).map((id) => ({ id })),
  coverage: { orders: "complete" },
  orders: Object.entries(days).flatMap(([accountId, list]) =>
    list.map((orderedOn, at) => ({
      id: `${accountId}${orderedOn}`,
      accountId,
      orderedOn,
      value: money(at % 2 === 0 ? "100.00" : "140.00", "EUR"),
    })),
  ),
};

const policy: CarePolicy = {
  id: "by-value",
  version: "1",
  currency: "EUR",
  measures: { lifetimeValue: { supplied: "money" } },
  cuts: { upperHalf: { of: "lifetimeValue", quantile: 0.5, type: 7 } },
  segments: {
    value: {
      method: "rules",
      labels: { protect: {}, develop: {} },
      hitPolicy: "first",
      rules: [
        { segment: "protect", when: { field: "lifetimeValue", moreThan: { cut: "upperHalf" } } },
      ],
      otherwise: "develop",
    },
  },
  care: {
    segmentedBy: "value",
    models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
    bySegment: { protect: "light", develop: "light" },
  },
  cadences: {},
};

describe("SEG-23 lifetime values in a policy", () => {
  it("SEG-23 are a ready-made measure that classifiers band; unknown stays undecided", () => {
    const histories = summarizeRepeatPurchases(base, {
      from: "2017-01-01",
      calibrationUntil: "2018-01-01",
      unit: "weeks",
      counts: "everyOrder",
      currency: "EUR",
    });
    const fits = {
      purchases: fitPurchases(histories),
      spend: fitSpend(histories, { correlationLimit: 1 }),
    };
    const { column, excluded } = lifetimeValues(histories, fits, {
      periods: 4,
      unitsAPeriod: 13,
      discountRate: 0.02,
      cash: "endOfPeriod",
      marginShare: 0.4,
    });
    expect(excluded).toEqual([{ reason: "noHistory", count: 1 }]);
    const valued = { ...base, measures: { lifetimeValue: suppliedMeasure(column) } };
    const compiled = orThrow(compilePolicy(policy));
    const fitted = fitPolicy(valued, compiled, { asOf: "2018-01-01" });
    const { data, dictionary } = classifyAccounts(valued, fitted, { asOf: "2018-01-01" });
    const labels = Object.fromEntries(
      base.accounts.map(({ id }, row) => [id, dictionary[data[row]!]]),
    );
    expect(labels["often"]).toBe("protect");
    expect(labels["silent"]).toBe("develop");
    expect(labels["never"]).toBe("undecided");
    expect(Object.values(labels).filter((label) => label === "protect")).toHaveLength(2);
  });
});
