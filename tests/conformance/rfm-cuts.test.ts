import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { type CustomerBase, recordsByAccount } from "../../src/facts/index.js";
import { measureAccount, type QuantileType } from "../../src/measures/index.js";
import {
  type CarePolicy,
  type CompiledPolicy,
  compilePolicy,
  factsNeeded,
  fitPolicy,
} from "../../src/policy/index.js";
import { parseRows } from "../../src/schemas/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { toEpochDay } from "../../src/time/index.js";

const asOf = "2006-12-31";
const base = readOrders();

/** Recency, frequency and monetary value of each customer, cut into fifths. */
function rfmPolicy(type: QuantileType): CompiledPolicy {
  const measures = {
    orders: { count: "orders", over: "always" },
    revenue: { sum: "orders.value", over: "always" },
    lastOrder: { latest: "orders.orderedOn", over: "always" },
    recency: { daysSince: "lastOrder" },
  } as const;
  const fifths = ["recency", "orders", "revenue"].flatMap((of) =>
    [1, 2, 3, 4].map((n) => [`${of}${n}`, { of, quantile: n / 5, type }] as const),
  );
  const policy: CarePolicy = {
    id: "rfm",
    version: "1",
    currency: "USD",
    measures,
    cuts: Object.fromEntries(fifths),
    segments: {
      group: {
        method: "rules",
        labels: { all: {} },
        hitPolicy: "first",
        rules: [],
        otherwise: "all",
      },
    },
    care: {
      segmentedBy: "group",
      models: { noCare: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
      bySegment: { all: "noCare" },
    },
    cadences: {},
  };
  return orThrow(compilePolicy(policy));
}

/** The first value above each band. */
function uppersOf(type: QuantileType): Record<string, number[]> {
  const { cuts } = fitPolicy(base, rfmPolicy(type), { asOf }).fit!;
  const four = (of: string, unit = 1) => [1, 2, 3, 4].map((n) => cuts[`${of}${n}`]! / unit + 1);
  return { recency: four("recency"), orders: four("orders"), revenue: four("revenue", 100) };
}

/**
 * As the R package rfm prints them: the first value above each band, which is the quantile of R's type 7 plus one.
 */
const published = {
  recency: [115, 181, 297.4, 482],
  orders: [4, 5, 6, 8],
  revenue: [255.8, 382, 506.4, 666],
};

describe("RULE-05 the example data of the R package rfm", () => {
  it("is read whole", () => {
    expect(base.orders).toHaveLength(4906);
    expect(base.accounts).toHaveLength(995);
  });

  it("is cut where the package cuts it with quantiles of type 7, and of no other", () => {
    const types = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
    const isPublished = (type: QuantileType) => {
      const uppers = uppersOf(type);
      return Object.entries(published).every(([name, values]) =>
        values.every((value, at) => Math.abs(uppers[name]![at]! - value) < 1e-9),
      );
    };
    expect(types.filter(isPublished)).toEqual([7]);
  });

  it("gives the published rows", () => {
    const rows = recordsByAccount(base).map((records) => {
      const money = { currency: "USD", rates: undefined };
      const context = { asOf: toEpochDay(asOf), money };
      const { cells } = measureAccount(records, rfmPolicy(7).measures, context);
      const [recency, orders, revenue] = ["recency", "orders", "revenue"].map((each) =>
        cells.get(each),
      );
      return [records.account.id, { recency, orders, revenue: Number(revenue) / 100 }] as const;
    });
    const byName = new Map(rows);
    expect(byName.get("Brion Stark")).toEqual({ recency: 229, orders: 8, revenue: 852 });
    const total = rows.reduce((sum, [, { revenue }]) => sum + revenue, 0);
    const orders = rows.reduce((sum, [, each]) => sum + Number(each.orders), 0);
    // The published segments together: 1,234 + 1,708 + … orders, 120,178 + 166,712 + … of revenue.
    expect(orders).toBe(1234 + 1708 + 801 + 244 + 438 + 127 + 210 + 144);
    expect(total).toBe(120_178 + 166_712 + 65_873 + 20_955 + 44_178 + 10_914 + 22_061 + 13_287);
  });

  it("gives the published scores of the four rows named", () => {
    const { recency, orders, revenue } = uppersOf(7);
    const score = (name: string): string => {
      const own = base.orders!.filter((each) => each.accountId === name);
      const last = Math.max(...own.map((each) => toEpochDay(each.orderedOn)));
      const spent = own.reduce((sum, { value }) => sum + value.minor, 0) / 100;
      const above = (cuts: readonly number[], value: number) =>
        cuts.filter((cut) => value >= cut).length;
      const fifths = [
        5 - above(recency!, toEpochDay(asOf) - last),
        1 + above(orders!, own.length),
        1 + above(revenue!, spent),
      ];
      return fifths.join("");
    };
    const names = ["Brion Stark", "Ethyl Botsford", "Hosteen Jacobi", "Edw Frami"];
    expect(names.map((name) => [name, score(name)])).toEqual([
      ["Brion Stark", "355"],
      ["Ethyl Botsford", "354"],
      ["Hosteen Jacobi", "122"],
      ["Edw Frami", "555"],
    ]);
  });

  it("needs no more than the policy says", () => {
    expect(factsNeeded(rfmPolicy(7), { asOf }).records).toEqual([
      { kind: "orders", fields: ["orderedOn", "value"] },
    ]);
  });
});

function readOrders(): CustomerBase {
  const text = readFileSync(join(inject("oracles"), "rfm-orders.csv"), "utf8");
  const [, ...lines] = text.trim().split(/\r?\n/);
  const rows = lines.map((line, id) => {
    const [accountId, orderedOn, value] = line.split(",");
    return { id: String(id), accountId, orderedOn, value };
  });
  const { records, findings } = parseRows("orders", rows, { currency: "USD" });
  expect(findings).toEqual([]);
  const ids = new Set(records.map(({ accountId }) => accountId));
  const accounts = [...ids].map((id) => ({ id }));
  return { accounts, coverage: { orders: "complete" }, orders: records };
}
