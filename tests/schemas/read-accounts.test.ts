import { describe, expect, it } from "vitest";
import { parseCustomerBase, readAccounts } from "../../src/schemas/index.js";
import { fullSamples } from "../facts/full-samples.js";

const own = {
  storeCount: "number",
  rent: "money",
  opened: "date",
  certified: "boolean",
  slogan: "text",
  brands: "set",
  tier: ["gold", "silver"],
} as const;
const { sites, location, closedDays, mergedFrom, judgements, names, ...rest } =
  fullSamples.accounts;
const { potentialPerService, ...judged } = judgements as Record<string, unknown>;
/** Everything that is told by a look, and nothing else. */
const plain = {
  ...rest,
  names: [
    { name: "Kello Oy", kind: "official" },
    { name: "Kello", kind: "marketing" },
  ],
  judgements: judged,
};
const bad: Readonly<Record<string, readonly unknown[]>> = {
  id: ["", 1.5, -0, null, "\ud800"],
  kind: ["firm", 1],
  customerClass: ["big"],
  tradeRole: ["owner"],
  dealerId: [""],
  relations: ["customer", ["friend"], Array(200).fill("customer")],
  headcount: ["12", 1.5, -1, -0, 1e300],
  serviceBreadth: [-1],
  companyOwnershipShare: [2, -0.5, "1"],
  turnover: [
    5,
    { minor: 1.5, currency: "EUR" },
    { minor: -0, currency: "EUR" },
    { minor: 1, currency: "eur" },
    { amount: "12.50", currency: "EUR" },
    { minor: 1, currency: "EUR", of: 1 },
  ],
  balanceSheet: [{}],
  contractValue: [null],
  chainSteered: ["yes"],
  franchise: [1],
  inGroup: [0],
  industry: [5, "half \udc00", "x".repeat(200_001)],
  region: [null],
  relationshipStart: ["2018-02-30"],
  relationshipEnd: [17_000],
  marketingAttributes: [["spam"]],
  names: [
    [5],
    [{ name: "x", kind: "nick" }],
    [{ name: 5, kind: "official" }],
    [{ name: "x", kind: "official", validFrom: "2018-01-01" }],
    "Kello",
  ],
  judgements: [
    5,
    { growthPotentia: { value: "high" } },
    { growthPotential: "high" },
    { growthPotential: { value: "huge" } },
    { marketShare: { value: 2 } },
    { topManagementContacts: { value: 1.5 } },
    { veryFastGrowth: { value: 1 } },
    { image: { value: "low", judgedBy: "" } },
    { image: { value: "low", judgedOn: "x" } },
    { image: { value: "low", basis: "guess" } },
    { image: { value: "low", why: "x" } },
    { totalConsumption: { value: 5 } },
    judgements,
  ],
  own: [
    5,
    { storeCount: "4" },
    { rent: 5 },
    { opened: "x" },
    { certified: 1 },
    { slogan: 5 },
    { brands: "x" },
    { brands: [5] },
    { tier: "lead" },
    { free: { deep: [1] } },
    { free: "half \ud800" },
    { free: Number.NaN },
    { free: -0 },
  ],
  hedcount: [12],
  sites: [sites],
  location: [location],
  closedDays: [closedDays],
  mergedFrom: [mergedFrom],
};

describe("readAccounts", () => {
  it("finds of every account what parseCustomerBase finds", () => {
    const changed = Object.entries(bad).flatMap(([name, values]) =>
      values.map((value) => ({ ...plain, [name]: value })),
    );
    const without = Object.keys(plain).map((name) => {
      return Object.fromEntries(Object.entries(plain).filter(([each]) => each !== name));
    });
    const free = { ...plain, own: { ...plain.own, free: "text", size: 5 } };
    const list: readonly unknown[] = [
      plain,
      free,
      ...changed,
      ...without,
      fullSamples.accounts,
      5,
      null,
      [],
      { id: 1, headcount: undefined },
    ];
    const { base, rejected, findings } = parseCustomerBase(
      { accounts: list, coverage: {} },
      { own },
    );
    const read = readAccounts(list, { own });
    expect(read).toEqual({ records: base.accounts, rejected, findings });
    expect(read.rejected.length).toBeGreaterThan(50);
    // Sound ones are handed on as they came, all others are read.
    expect(read.records[0]).toBe(plain);
    expect(read.records[1]).toBe(free);
    expect(read.records.filter((record) => list.includes(record)).length).toBe(1 + without.length);
  });

  it("finds nothing wrong with an account of an id alone, and refuses what is no list", () => {
    expect(readAccounts([{ id: 1 }])).toEqual({ records: [{ id: 1 }], rejected: [], findings: [] });
    expect(readAccounts({}).findings[0]?.code).toBe("wrong-type");
  });

  it("survives an account that throws when it is looked at", () => {
    const hostile = new Proxy(
      {},
      {
        getPrototypeOf() {
          throw new Error("no");
        },
      },
    );
    expect(readAccounts([hostile, { id: 1 }]).rejected[0]?.findings[0]?.code).toBe("unreadable");
  });
});
