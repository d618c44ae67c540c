import { classifyAccounts, decideCare, explainAccount } from "hoito";
import { labelOf } from "hoito/segments";
import { describe, expect, it } from "vitest";
import { asOf, calendar, visits } from "../testing/visits-policy.js";

const accounts = [
  { id: "A", turnover: { minor: 10_000_000, currency: "EUR" } },
  { id: "B", turnover: { minor: 9_999_999, currency: "EUR" }, headcount: 50 },
  { id: "C", headcount: 49 },
] as const;

describe("POL-05 explainAccount", () => {
  it("says of each account what classifyAccounts says, and why as decideCare does", () => {
    const { data, dictionary } = classifyAccounts({ accounts, coverage: {} }, visits, { asOf });
    for (const [row, account] of accounts.entries()) {
      const records = { account, coverage: {} };
      const decision = explainAccount(records, visits, { asOf });
      expect(labelOf(decision.value)).toBe(dictionary[data[row]!]);
      expect(decision).toEqual(decideCare(records, visits, { asOf, calendar }).segment);
    }
  });

  it("asks any classifier by name, and knows no other", () => {
    const records = { account: accounts[0], coverage: {} };
    const { value, missing } = explainAccount(records, visits, { asOf, classifier: "activity" });
    expect(value).toEqual({ kind: "undecided", candidates: ["active", "fading"] });
    expect(missing.map(({ path }) => path)).toContain("orders");
    expect(() => explainAccount(records, visits, { asOf, classifier: "sizes" })).toThrow(
      expect.objectContaining({ code: "unknown-classifier" }),
    );
  });
});
