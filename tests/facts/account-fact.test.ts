import { expect, it } from "vitest";
import { type Account, accountFact } from "../../src/facts/index.js";

const account: Account = {
  id: "A",
  region: "Uusimaa",
  judgements: { effort: { value: "high", judgedBy: "s1" } },
  own: { chain: "Kello" },
};

it("reads a property, a judgement's value and a field of the host's own by name", () => {
  expect(accountFact(account, "region")).toBe("Uusimaa");
  expect(accountFact(account, "effort")).toBe("high");
  expect(accountFact(account, "chain")).toBe("Kello");
});

it("knows nothing of what is not there", () => {
  expect(accountFact({ id: "A" }, "region")).toBeUndefined();
  expect(accountFact({ id: "A" }, "effort")).toBeUndefined();
  expect(accountFact({ id: "A" }, "chain")).toBeUndefined();
  for (const name of ["__proto__", "constructor", "toString"]) {
    expect(accountFact(account, name)).toBeUndefined();
  }
});
