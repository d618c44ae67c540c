import { type AmountOf, accountAmount, amountArgument, readsOfAmount } from "./account-amount.js";
import { type FigureKind, figureKind } from "./figure-kind.js";
import { ratio } from "./figure-of.js";
import { countKind, operational, result, sumKind } from "./rate-kind.js";
import { count, exclude } from "./tally.js";
import { visitsHeld } from "./visit-quality.js";

/** The figures of this family that a board can compute. */
export const salesKinds: Readonly<Record<string, FigureKind>> = {
  sales: figureKind(
    sumKind<{ readonly of: AmountOf }>({
      describe: result(
        "Sales or margin",
        "Myynti tai kate",
        "sum of the amounts of the period",
        "S0 §3.14; S4 §6",
      ),
      arguments: { of: amountArgument },
      reads: readsOfAmount,
      add: (tally, facts, { of }) => {
        count(tally, "numerator", accountAmount(facts, tally, of) ?? 0);
      },
    }),
  ),
  marginRate: figureKind<{ readonly of: "revenue" | "orderValue" }>({
    describe: result("Margin rate", "Kateprosentti", "margin by amount", "S0 §3.14"),
    arguments: { of: { kind: "word", words: ["revenue", "orderValue"] } },
    reads: readsOfAmount,
    money: true,
    add: (tally, facts, { of }) => {
      const list =
        of === "revenue"
          ? facts.inPeriod("revenues", tally).map(({ amount, margin }) => [amount, margin])
          : facts.inPeriod("orders", tally).map(({ value, margin }) => [value, margin]);
      for (const [amount, margin] of list) {
        const whole = facts.amount(amount, tally);
        const part = facts.amount(margin, tally);
        if (whole === undefined || part === undefined) continue;
        count(tally, "denominator", whole);
        count(tally, "numerator", part);
      }
    },
    finish: (tally) => ratio(tally, "share"),
  }),
  salesCost: figureKind(
    sumKind<object>({
      describe: result(
        "Sales cost",
        "Myynnin kustannukset",
        "cost of activities whose purpose is sales",
        "S0 §3.14",
      ),
      reads: ["activities"],
      add: (tally, facts) => {
        for (const { purpose, cost } of facts.inPeriod("activities", tally)) {
          if (purpose === undefined) exclude(tally, "purposeUnknown");
          else if (purpose === "sales") {
            count(tally, "numerator", facts.amount(cost, tally) ?? 0);
          }
        }
      },
    }),
  ),
  visits: figureKind(
    countKind<{ readonly kinds: readonly string[] }>({
      describe: operational(
        "Customer visits",
        "Asiakaskäynnit",
        "activities of these kinds that were held in the period",
        "S0 §3.14; S4 §6",
      ),
      arguments: { kinds: { kind: "texts" } },
      reads: ["activities"],
      add: (tally, facts, { kinds }) => {
        count(tally, "numerator", visitsHeld(tally, facts, kinds).length);
      },
    }),
  ),
  contactedCustomers: figureKind(
    countKind<{ readonly kinds: readonly string[] }>({
      describe: operational(
        "Customers contacted",
        "Kontaktoidut asiakkaat",
        "accounts with an activity of these kinds in the period",
        "S4 §6",
      ),
      arguments: { kinds: { kind: "texts" } },
      reads: ["activities"],
      add: (tally, facts, { kinds }) => {
        count(tally, "numerator", Math.min(1, visitsHeld(tally, facts, kinds).length));
      },
    }),
  ),
};
