import { describe, expect, it } from "vitest";
import { type CustomerBase, money } from "../../src/facts/index.js";
import {
  type CarePolicy,
  compilePolicy,
  decideCare,
  type Fit,
  fitPolicy,
  withFit,
} from "../../src/policy/index.js";
import { parseFit } from "../../src/schemas/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { compileCalendar } from "../../src/time/index.js";

const last = { over: { rolling: { months: 12 } } } as const;
const labels = { labels: { A: {}, B: {} } } as const;
const policy: CarePolicy = {
  id: "demo",
  version: "1",
  currency: "EUR",
  fields: { points: "number" },
  measures: {
    revenue: { sum: "orders.value", ...last },
    orders: { count: "orders", ...last },
    lastOrder: { latest: "orders.orderedOn", over: "always" },
    sinceOrder: { daysSince: "lastOrder" },
  },
  cuts: { median: { of: "revenue", quantile: 0.5, type: 7 } },
  segments: {
    rfm: {
      ...labels,
      method: "rfm",
      recency: "sinceOrder",
      frequency: "orders",
      monetary: "revenue",
      bins: 2,
      scoring: { by: "nested", type: 7, boundary: "lower" },
      hitPolicy: "first",
      segments: [],
      otherwise: "A",
      neverBought: "B",
      missing: "undecided",
    },
    share: {
      ...labels,
      method: "abc",
      of: "points",
      by: "cumulativeShare",
      classes: [{ segment: "A", upToShare: 0.8 }, { segment: "B" }],
      boundary: "include",
      zero: "B",
      negative: "B",
      missing: "undecided",
    },
    plain: { ...labels, method: "rules", hitPolicy: "first", rules: [], otherwise: "A" },
  },
  care: {
    segmentedBy: "rfm",
    models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
    bySegment: { A: "light", B: "light" },
  },
  cadences: {},
};
const compiled = orThrow(compilePolicy(policy));
const asOf = "2018-03-28";
const calendar = orThrow(
  compileCalendar({ from: "2018-01-01", until: "2019-01-01", weekend: ["sunday"] }),
);
const accounts = ["A", "B"].map((id, at) => ({ id, own: { points: at } }));
const orders = accounts.map(({ id }) => {
  return { id, accountId: id, orderedOn: "2018-01-22", value: money("10.00", "EUR") } as const;
});
const told = (base: CustomerBase) => {
  const { findings } = fitPolicy(base, compiled, { asOf }).fit!;
  return findings?.map(({ code, severity, path, message }) => [code, severity, path, message]);
};

describe("a fit that could not be made", () => {
  it("names the classifier and the cut, the facts and why nobody has them", () => {
    const notSupplied = "`orders` are not supplied";
    const expected = [
      [
        "not-fitted",
        "warning",
        "cuts.median",
        `no account has a known \`revenue\`: ${notSupplied}`,
      ],
      [
        "not-fitted",
        "warning",
        "segments.rfm",
        `no account has a known \`sinceOrder\`, \`orders\`, \`revenue\`: ${notSupplied}`,
      ],
    ];
    expect(told({ accounts, orders, coverage: {} })).toEqual(expected);
    const misspelt = { accounts, order: orders, coverage: {} } as CustomerBase;
    expect(told(misspelt)).toEqual(expected);
  });

  it("is silent where all had something to be made of", () => {
    const fitted = fitPolicy({ accounts, orders, coverage: { orders: "complete" } }, compiled, {
      asOf,
    });
    expect(fitted.fit).not.toHaveProperty("findings");
    expect(Object.keys(fitted.fit!.classifiers)).toEqual(["rfm", "share"]);
  });

  it("tells values that are there and give nothing from values that are not", () => {
    const zero = accounts.map(({ id }) => ({ id, own: { points: 0 } }));
    expect(told({ accounts: zero, orders, coverage: { orders: "complete" } })).toEqual([
      [
        "not-fitted",
        "warning",
        "segments.share",
        "`points` of all accounts give nothing to fit it to",
      ],
    ]);
    const known = { orders, coverage: { orders: "complete" } } as const;
    const none = accounts.map(({ id }) => ({ id }));
    expect(told({ ...known, accounts: none })?.map((each) => each[3])).toEqual([
      "no account has a known `points`: `points` is missing",
    ]);
  });

  it("says so of nobody at all, and where there is known to be none", () => {
    expect(told({ accounts: [], coverage: {} })?.map((each) => each[3])).toEqual([
      "no account has a known `revenue`",
      "no account has a known `sinceOrder`, `orders`, `revenue`",
      "no account has a known `points`",
    ]);
    const nobodyOrdered = { accounts, coverage: { orders: "complete" } } as const;
    expect(told(nobodyOrdered)?.[0]?.[3]).toBe("no account has a known `sinceOrder`");
    const cuts = { median: { of: "sinceOrder", quantile: 0.5, type: 7 } } as const;
    const other = orThrow(compilePolicy({ ...policy, cuts }));
    expect(fitPolicy(nobodyOrdered, other, { asOf }).fit!.findings?.[0]).toMatchObject({
      path: "cuts.median",
      message: "no account has a known `sinceOrder`",
    });
  });

  it("is told with every decision, and again when the stored fit is read", () => {
    const fitted = fitPolicy({ accounts, orders, coverage: {} }, compiled, { asOf });
    const { findings } = fitted.fit!;
    const records = { account: accounts[0]!, coverage: {} };
    expect(decideCare(records, fitted, { asOf, calendar }).findings).toEqual(findings);
    const stored = orThrow(parseFit(JSON.stringify(fitted.fit)));
    expect(stored).toEqual(fitted.fit);
    const again = withFit(compiled, stored);
    expect([again.ok, again.findings]).toEqual([true, findings]);
    const broken = { ...stored, findings: [{ code: 1 }] } as unknown as Fit;
    expect(parseFit(broken).ok).toBe(false);
  });
});
