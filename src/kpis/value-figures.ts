import type { Judgements, Level } from "../facts/index.js";
import { FIRST_DAY } from "../time/index.js";
import { type AmountOf, accountAmount, amountArgument, readsOfAmount } from "./account-amount.js";
import type { AccountFacts } from "./account-facts.js";
import { minutesOf } from "./effort.js";
import { type FigureKind, figureKind } from "./figure-kind.js";
import { ratio, total } from "./figure-of.js";
import { sinceEver } from "./figure-window.js";
import { customer, rateKind, result, strategic } from "./rate-kind.js";
import { shareOfWalletKind } from "./share-of-wallet.js";
import { count, counted, exclude, type Tally } from "./tally.js";

const LEVELS: readonly Level[] = ["low", "medium", "high"];

const JUDGED = ["referenceValue", "competenceValue", "strength", "strategicImportance"] as const;

/** How high accounts are judged. */
interface JudgedMethod {
  readonly judgement: (typeof JUDGED)[number];
  readonly atLeast: Level;
}

/** Amount less cost of the records that have both, `undefined` without any. */
function profitOf(facts: AccountFacts, tally: Tally): number | undefined {
  let profit: number | undefined;
  for (const { amount, cost } of facts.inPeriod("revenues", tally)) {
    const income = facts.amount(amount, tally);
    const spent = facts.amount(cost, tally);
    if (income !== undefined && spent !== undefined) profit = (profit ?? 0) + income - spent;
  }
  return profit;
}

/** The figures of this family that a board can compute. */
export const valueKinds: Readonly<Record<string, FigureKind>> = {
  profit: figureKind<object>({
    describe: result(
      "Profitability",
      "Asiakaskannattavuus",
      "revenue less its cost, of the portfolio, and by cut of segments",
      "S0 §6; S1 §6; S3 §6",
    ),
    arguments: {},
    reads: ["revenues"],
    money: true,
    add: (tally, facts) => count(tally, "numerator", profitOf(facts, tally) ?? 0),
    finish: (tally, _, currency) => total(tally, "money", currency),
  }),
  profitableCustomers: figureKind(
    rateKind<object>({
      describe: result(
        "Profitable customers",
        "Kannattavien asiakkaiden osuus",
        "accounts whose revenue covers its cost by accounts of which both are known",
        "S0 §3.1, §6",
      ),
      reads: ["revenues"],
      money: true,
      add: (tally, facts) => {
        const profit = profitOf(facts, tally);
        if (profit === undefined) return;
        count(tally, "denominator");
        if (profit >= 0) count(tally, "numerator");
      },
    }),
  ),
  lifetimeValue: figureKind<{ readonly of: AmountOf }>({
    describe: customer(
      "Lifetime value so far",
      "Asiakkuuden eliniän arvo",
      "all amounts until the last day by customers with any; not discounted, without cost",
      "S2 §3.44; S4 §6",
    ),
    arguments: { of: amountArgument },
    reads: readsOfAmount,
    readsFrom: sinceEver,
    money: true,
    add: (tally, facts, { of }) => {
      const whole = facts.within({ ...facts.window, from: FIRST_DAY });
      const amount = accountAmount(whole, tally, of);
      if (amount === undefined) return;
      count(tally, "denominator");
      count(tally, "numerator", amount);
    },
    finish: (tally, _, currency) => ratio(tally, "money", { currency }),
  }),
  shareOfWallet: figureKind(shareOfWalletKind),
  judgedHigh: figureKind(
    rateKind<JudgedMethod>({
      describe: strategic(
        "Reference or competence value",
        "Referenssi- tai osaamisarvo",
        "accounts judged at a level or above by accounts judged",
        "S3 §6",
      ),
      arguments: {
        judgement: { kind: "word", words: JUDGED },
        atLeast: { kind: "word", words: LEVELS },
      },
      reads: [],
      add: (tally, { account }, { judgement, atLeast }) => {
        const judged = (account.judgements ?? ({} as Judgements))[judgement];
        if (judged === undefined) exclude(tally, "notJudged");
        else {
          count(tally, "denominator");
          if (LEVELS.indexOf(judged.value) >= LEVELS.indexOf(atLeast)) count(tally, "numerator");
        }
      },
    }),
  ),
  productivity: figureKind<{ readonly of: AmountOf }>({
    describe: result(
      "Productivity of a segment",
      "Segmentin tuottavuus",
      "amount of the period by hours spent on the accounts",
      "S4 §6",
    ),
    arguments: { of: amountArgument },
    reads: (method: { readonly of: AmountOf }) => ["activities", ...readsOfAmount(method)],
    money: true,
    add: (tally, facts, { of }) => {
      count(tally, "numerator", accountAmount(facts, tally, of) ?? 0);
      count(tally, "denominator", minutesOf(facts, tally));
    },
    finish: (tally, _, currency) => {
      const [numerator, denominator] = [counted(tally, "numerator"), counted(tally, "denominator")];
      // An hour has sixty minutes: the product stays whole.
      const value = denominator === 0 ? undefined : (numerator * 60) / denominator;
      return { unit: "money", currency, numerator, denominator, value };
    },
  }),
};
