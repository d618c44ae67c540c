import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import type { CustomerBase } from "../../src/facts/index.js";
import {
  type CarePolicy,
  classifyAccounts,
  compilePolicy,
  fitPolicy,
  scoreAccounts,
} from "../../src/policy/index.js";
import { parseRows } from "../../src/schemas/index.js";
import type { RfmScoring } from "../../src/segments/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { ntile } from "../reference/slow-classifiers.js";

const asOf = "2006-12-31";
const base = readOrders();

/** The default segments of the R package rfm (0.2): ranges of recency, frequency and monetary scores, the first that fits. */
const RANGES = {
  champions: [
    [4, 5],
    [4, 5],
    [4, 5],
  ],
  loyalCustomers: [
    [2, 5],
    [3, 5],
    [3, 5],
  ],
  potentialLoyalist: [
    [3, 5],
    [1, 3],
    [1, 3],
  ],
  newCustomers: [
    [4, 5],
    [1, 1],
    [1, 1],
  ],
  promising: [
    [3, 4],
    [1, 1],
    [1, 1],
  ],
  needAttention: [
    [2, 3],
    [2, 3],
    [2, 3],
  ],
  aboutToSleep: [
    [2, 3],
    [1, 2],
    [1, 2],
  ],
  atRisk: [
    [1, 2],
    [2, 5],
    [2, 5],
  ],
  cantLoseThem: [
    [1, 1],
    [4, 5],
    [4, 5],
  ],
  lost: [
    [1, 2],
    [1, 2],
    [1, 2],
  ],
} as const;

function ask(scoring: RfmScoring) {
  const names = [...Object.keys(RANGES), "others"];
  const policy: CarePolicy = {
    id: "rfm",
    version: "1",
    currency: "USD",
    measures: {
      orders: { count: "orders", over: "always" },
      revenue: { sum: "orders.value", over: "always" },
      lastOrder: { latest: "orders.orderedOn", over: "always" },
      days: { daysSince: "lastOrder" },
    },
    segments: {
      rfm: {
        method: "rfm",
        labels: Object.fromEntries(names.map((name) => [name, {}])),
        recency: "days",
        frequency: "orders",
        monetary: "revenue",
        bins: 5,
        scoring,
        hitPolicy: "first",
        segments: Object.entries(RANGES).map(([segment, [recency, frequency, monetary]]) => {
          return { segment, recency, frequency, monetary };
        }),
        otherwise: "others",
        neverBought: "excluded",
        missing: "undecided",
      },
    },
    care: {
      segmentedBy: "rfm",
      models: { noCare: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
      bySegment: Object.fromEntries(names.map((name) => [name, "noCare"])),
    },
    cadences: {},
  };
  const compiled = fitPolicy(base, orThrow(compilePolicy(policy)), { asOf });
  const { data, dictionary } = classifyAccounts(base, compiled, { asOf });
  const score = (part: string) =>
    scoreAccounts(base, compiled, { asOf, classifier: "rfm", score: part }).data;
  return { fit: compiled.fit!, labels: [...data].map((code) => dictionary[code]!), score };
}

describe("SEG-15 the published RFM table of the R package rfm", () => {
  const { fit, labels, score } = ask({ by: "rfmPackage" });

  it("has the published cut points", () => {
    const found = fit.classifiers["rfm"]!;
    if (found.method !== "rfm") throw new Error("another method");
    const { recency, frequency, monetary } = found as unknown as {
      recency: number[];
      frequency: [number[]];
      monetary: [number[]];
    };
    const near = (found: readonly number[], wanted: readonly number[]) => {
      expect(found).toHaveLength(wanted.length);
      for (const [at, each] of found.entries()) expect(each).toBeCloseTo(wanted[at]!, 9);
    };
    near(recency, [115, 181, 297.4, 482]);
    near(frequency[0], [4, 5, 6, 8]);
    near(
      monetary[0].map((each) => each / 100),
      [255.8, 382, 506.4, 666],
    );
  });

  // Customers, orders, revenue.
  it.each([
    ["champions", 158, 1234, 120_178],
    ["loyalCustomers", 278, 1708, 166_712],
    ["potentialLoyalist", 229, 801, 65_873],
    ["lost", 111, 244, 20_955],
    ["atRisk", 86, 438, 44_178],
    ["aboutToSleep", 50, 127, 10_914],
    ["others", 48, 210, 22_061],
    ["needAttention", 35, 144, 13_287],
  ])("%s: %i customers, %i orders, %i of revenue", (segment, customers, orders, revenue) => {
    const ids = new Set(
      base.accounts.filter((_, index) => labels[index] === segment).map(({ id }) => id),
    );
    const own = base.orders!.filter(({ accountId }) => ids.has(accountId));
    expect(ids.size).toBe(customers);
    expect(own).toHaveLength(orders);
    expect(own.reduce((sum, { value }) => sum + value.minor, 0) / 100).toBe(revenue);
  });

  it.each([
    ["Brion Stark", 355],
    ["Ethyl Botsford", 354],
    ["Hosteen Jacobi", 122],
    ["Edw Frami", 555],
  ])("%s scores %i", (name, expected) => {
    expect(score("score")[base.accounts.findIndex(({ id }) => id === name)]).toBe(expected);
  });
});

describe("SEG-15 why the method has a name in the result", () => {
  const orders = base.accounts.map(
    ({ id }) => base.orders!.filter((each) => each.accountId === id).length,
  );
  const published = ask({ by: "rfmPackage" }).score("frequency");

  it("SQL's NTILE would give 239 of the 995 customers another frequency score, whichever way it orders ties", () => {
    for (const tie of [1, -1]) {
      const rows = orders
        .map((count, customer) => ({ count, customer }))
        .sort((left, right) => left.count - right.count || tie * (left.customer - right.customer));
      const tiles = ntile(rows.length, 5);
      const other = rows.filter(({ customer }, row) => tiles[row] !== published[customer]);
      expect(other).toHaveLength(239);
    }
  });

  it("and parts customers with as many orders, which ours never does", () => {
    for (const ties of ["lower", "upper"] as const) {
      const kept = ask({ by: "ntile", ties }).score("frequency");
      const byCount = new Map(orders.map((count, customer) => [count, kept[customer]]));
      expect([...kept]).toEqual(orders.map((count) => byCount.get(count)));
    }
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
  const accounts = [...new Set(records.map(({ accountId }) => accountId))].map((id) => ({ id }));
  return { accounts, coverage: { orders: "complete" }, orders: records };
}
