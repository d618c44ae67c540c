import { describe, expect, it } from "vitest";
import {
  convertMoney,
  type DecimalMoney,
  decimalMoney,
  decimalsOf,
  isCurrency,
  isRate,
  type Money,
  money,
  type RateTable,
  sumMoney,
} from "../../src/facts/index.js";
import { HoitoError } from "../../src/shapes/index.js";

function thrownBy(call: () => unknown): HoitoError {
  try {
    call();
  } catch (error) {
    if (error instanceof HoitoError) return error;
  }
  return new HoitoError("nothing was refused", { code: "nothing", path: "" });
}

function codeOf(call: () => unknown): string {
  const { path, code } = thrownBy(call);
  return code === "nothing" ? "nothing was refused" : `${path}: ${code}`;
}

const euros = (minor: number): Money => ({ minor, currency: "EUR" });

describe("FACT-14 money is exact", () => {
  it.each<[string, string, number]>([
    ["0", "EUR", 0],
    ["-0.00", "EUR", 0],
    ["1200.5", "EUR", 120_050],
    ["-1200.50", "EUR", -120_050],
    ["1200.500", "EUR", 120_050],
    ["0.07", "SEK", 7],
    ["1200", "JPY", 1200],
    ["1200.0", "JPY", 1200],
    ["1.234", "KWD", 1234],
    ["1.2345", "CLF", 12_345],
    ["90071992547409.91", "EUR", Number.MAX_SAFE_INTEGER],
  ])("FACT-14 %s %s is %i minor units", (amount, currency, minor) => {
    expect(money(amount, currency)).toEqual({ minor, currency });
  });

  it.each([
    ["", "EUR", "amount: not-an-amount"],
    ["12,50", "EUR", "amount: not-an-amount"],
    ["1 200", "EUR", "amount: not-an-amount"],
    ["1e3", "EUR", "amount: not-an-amount"],
    ["+1", "EUR", "amount: not-an-amount"],
    [".5", "EUR", "amount: not-an-amount"],
    ["5.", "EUR", "amount: not-an-amount"],
    ["0".repeat(25), "EUR", "amount: not-an-amount"],
    ["0.001", "EUR", "amount: too-many-decimals"],
    ["0.1", "JPY", "amount: too-many-decimals"],
    ["90071992547409.92", "EUR", "amount: amount-too-large"],
    ["1", "eur", "currency: not-a-currency"],
    ["1", "EURO", "currency: not-a-currency"],
    ["1", "", "currency: not-a-currency"],
  ])("FACT-14 %o %o is refused: %s", (amount, currency, code) => {
    expect(codeOf(() => money(amount, currency))).toBe(code);
  });

  it.each([
    ["1", "euro", "`euro` is no ISO 4217 code"],
    ["9".repeat(50), "EUR", `\`${"9".repeat(40)}\` is no decimal amount`],
    ["0.001", "EUR", "`0.001` has more decimals than EUR, which has 2"],
    ["9".repeat(20), "EUR", `\`${"9".repeat(20)}\` is beyond 2^53 minor units`],
  ])("FACT-14 %o %o is refused in words: %s", (amount, currency, message) => {
    const refused = thrownBy(() => money(amount, currency));
    expect(refused.message).toBe(message);
    expect(refused.received).toEqual({ amount, currency });
  });

  it("FACT-14 the longest writing is read", () => {
    expect(money(`${"0".repeat(23)}7`, "EUR")).toEqual(euros(700));
  });

  it.each<[number, string, DecimalMoney["amount"]]>([
    [0, "EUR", "0.00"],
    [7, "EUR", "0.07"],
    [-7, "EUR", "-0.07"],
    [-120_050, "EUR", "-1200.50"],
    [1200, "JPY", "1200"],
    [0, "JPY", "0"],
    [-5, "KWD", "-0.005"],
  ])("FACT-14 %i minor units of %s are written %s", (minor, currency, amount) => {
    expect(decimalMoney({ minor, currency })).toEqual({ amount, currency });
  });

  it("FACT-14 a currency is three capitals, with two decimals unless ISO 4217 says otherwise", () => {
    expect(["EUR", ["EUR"], "eur", "EU", "EURO", 978, undefined].map(isCurrency)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(["EUR", "JPY", "VND", "KWD", "CLF"].map(decimalsOf)).toEqual([2, 0, 0, 3, 4]);
  });
});

describe("FACT-14 rates", () => {
  const table = (rate: string, rounding: RateTable["rounding"] = "halfUp"): RateTable => ({
    to: "EUR",
    rates: { SEK: rate },
    rounding,
  });
  const crowns = (minor: number): Money => ({ minor, currency: "SEK" });

  it.each<[number, string, RateTable["rounding"], number]>([
    [1, "0.5", "halfUp", 1],
    [1, "0.5", "halfEven", 0],
    [3, "0.5", "halfEven", 2],
    [3, "0.5", "halfUp", 2],
    [-1, "0.5", "halfUp", -1],
    [-1, "0.5", "halfEven", 0],
    [-3, "0.5", "halfEven", -2],
    [1, "0.49", "halfUp", 0],
    [1, "0.51", "halfEven", 1],
    [10_000, "0.0953", "halfUp", 953],
  ])("FACT-14 %i öre at %s, %s, are %i cents", (minor, rate, rounding, cents) => {
    const converted = convertMoney(crowns(minor), table(rate, rounding));
    expect(converted).toStrictEqual(euros(cents));
    expect(Object.is(converted!.minor, -0)).toBe(false);
  });

  it("FACT-14 currencies with other decimals keep their worth", () => {
    const rates = { JPY: "0.0062", KWD: "3.1" };
    const both: RateTable = { to: "EUR", rates, rounding: "halfEven" };
    expect(convertMoney(money("1000", "JPY"), both)).toEqual(money("6.20", "EUR"));
    expect(convertMoney(money("1.000", "KWD"), both)).toEqual(money("3.10", "EUR"));
    const yen: RateTable = { to: "JPY", rates: { EUR: "161" }, rounding: "halfEven" };
    expect(convertMoney(money("0.50", "EUR"), yen)).toEqual(money("80", "JPY"));
  });

  it("FACT-14 money of the table's currency stays, money without a rate is unknown", () => {
    expect(convertMoney(euros(5), table("2"))).toEqual(euros(5));
    expect(convertMoney({ minor: 5, currency: "NOK" }, table("2"))).toBeUndefined();
  });

  it.each([
    ["0.1", true],
    ["1", true],
    ["0.0000000000000000000001", true],
    ["0.00000000000000000000001", false],
    ["0", false],
    ["0.00", false],
    ["-1", false],
    ["1,5", false],
    [".5", false],
    ["1.", false],
    ["", false],
    [1, false],
  ])("FACT-14 %o is a rate: %o", (rate, expected) => {
    expect(isRate(rate)).toBe(expected);
    const refused = codeOf(() => convertMoney(crowns(1), table(rate as string)));
    if (typeof rate === "string") {
      expect(refused).toBe(expected ? "nothing was refused" : "rates.SEK: not-a-rate");
    }
  });

  it("FACT-14 a conversion beyond 2^53 and a fraction of a cent break the contract", () => {
    const most = crowns(Number.MAX_SAFE_INTEGER);
    expect(convertMoney(most, table("1"))).toEqual(euros(Number.MAX_SAFE_INTEGER));
    expect(codeOf(() => convertMoney(most, table("1.1")))).toBe("value: amount-too-large");
    expect(codeOf(() => convertMoney(crowns(0.5), table("1")))).toBe("minor: not-money");
    const calls = [
      () => convertMoney(most, table("1.1")),
      () => convertMoney(crowns(0.5), table("1")),
      () => convertMoney(most, table("x".repeat(50))),
    ];
    expect(calls.map((call) => thrownBy(call).message)).toEqual([
      "the converted amount is beyond 2^53 minor units",
      "`0.5` is no whole number of minor units",
      `\`${"x".repeat(40)}\` is no positive decimal rate`,
    ]);
  });
});

describe("FACT-14 sums", () => {
  const rates: RateTable = { to: "EUR", rates: { SEK: "0.1" }, rounding: "halfUp" };

  it("FACT-14 sums are exact where doubles are not", () => {
    const sum = sumMoney([money("0.10", "EUR"), money("0.20", "EUR")]);
    expect(sum).toEqual({ ok: true, value: euros(30), findings: [] });
  });

  it("FACT-14 a sum passes through what is beyond 2^53 and comes back", () => {
    const most = Number.MAX_SAFE_INTEGER;
    const terms = [most, most, -most, -1].map(euros);
    expect(sumMoney(terms)).toEqual({ ok: true, value: euros(most - 1), findings: [] });
    const beyond = sumMoney([euros(most), euros(1)]);
    expect(beyond.findings).toEqual([
      {
        code: "amount-too-large",
        severity: "error",
        path: "",
        message: "`9007199254740992` is beyond 2^53 minor units",
      },
    ]);
  });

  it("FACT-14 no amounts have no sum, which is not zero", () => {
    expect(sumMoney([])).toEqual({ ok: true, value: undefined, findings: [] });
    expect(sumMoney([], { rates })).toEqual({ ok: true, value: undefined, findings: [] });
  });

  it("FACT-14 mixed currencies without a rate table are a finding, never a sum", () => {
    expect(sumMoney([money("1", "SEK"), euros(1)])).toEqual({
      ok: false,
      findings: [
        {
          code: "mixed-currencies",
          severity: "error",
          path: "",
          message: "`EUR`, `SEK` cannot be added without a rate table",
        },
      ],
    });
  });

  it("FACT-14 with rates each amount is rounded by itself", () => {
    const halves = Array.from({ length: 4 }, () => ({ minor: 5, currency: "SEK" }));
    expect(sumMoney([...halves, euros(10)], { rates })).toEqual({
      ok: true,
      value: euros(14),
      findings: [],
    });
  });

  it("FACT-14 an amount without a rate is a finding, never left out", () => {
    const sum = sumMoney([euros(1), money("1", "NOK"), money("1", "DKK")], { rates });
    expect(sum.findings.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      "no-rate: no rate for `DKK`, `NOK`",
    ]);
  });

  it("FACT-14 a fraction of a cent breaks the contract", () => {
    expect(codeOf(() => sumMoney([euros(0.5)]))).toBe("minor: not-money");
  });
});
