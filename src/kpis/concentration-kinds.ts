import { type AmountOf, accountAmount, amountArgument, readsOfAmount } from "./account-amount.js";
import type { AccountFacts } from "./account-facts.js";
import {
  finishEffective,
  finishGini,
  finishHerfindahl,
  finishTop,
  placeUnlessNegative,
} from "./amount-sample.js";
import {
  type ConcentrationMethod,
  neededOfTop,
  ofNegatives,
  ofTop,
  type TopMethod,
} from "./concentration.js";
import { type FigureKind, figureKind, type KpiDescription, withShared } from "./figure-kind.js";
import type { FigureCore } from "./figure-of.js";
import { placeAmount, type Tally } from "./tally.js";

/** What a board says besides: which amount, and whether accounts that brought nothing count. */
interface AmountMethod {
  readonly of: AmountOf;
  /** `buyers` are the accounts with a record in the period, `all` counts the others as 0. */
  readonly population: "buyers" | "all";
}

const amounts = {
  of: amountArgument,
  population: { kind: "word", words: ["buyers", "all"] },
} as const;

/* @__NO_SIDE_EFFECTS__ */
function concentrationKind(
  describe: Pick<KpiDescription, "names" | "formula" | "source">,
  finish: (tally: Tally) => FigureCore,
): FigureKind {
  return figureKind<AmountMethod & ConcentrationMethod>({
    describe: { ...describe, kind: "KRI", family: "strategic", timing: "lagging" },
    arguments: withShared(amounts, ofNegatives),
    reads: readsOfAmount,
    money: true,
    add: addAmount,
    finish,
  });
}

/** One function for all these kinds: a board adds only once where their conventions are alike. */
function addAmount(
  tally: Tally,
  facts: AccountFacts,
  method: AmountMethod & ConcentrationMethod,
): void {
  const amount = accountAmount(facts, tally, method.of);
  if (amount !== undefined) placeUnlessNegative(tally, amount, method);
  else if (method.population === "all") placeAmount(tally, 0);
}

/** The figures of this family that a board can compute. */
export const concentrationKinds: Readonly<Record<string, FigureKind>> = {
  gini: concentrationKind(
    {
      names: { en: "Gini coefficient of customers", fi: "Asiakkaiden Gini-kerroin" },
      formula: "2 Σ i·xᵢ / (n Σ x) − (n + 1) / n over ascending amounts",
      source: "Gini 1912",
    },
    finishGini,
  ),
  herfindahl: concentrationKind(
    {
      names: { en: "Herfindahl index of customers", fi: "Asiakkaiden Herfindahl-indeksi" },
      formula: "sum of the squared shares of customers in hundredths",
      source: "Herfindahl 1950",
    },
    finishHerfindahl,
  ),
  effectiveCustomers: concentrationKind(
    {
      names: { en: "Effective number of customers", fi: "Asiakkaiden tehollinen lukumäärä" },
      formula: "10,000 by the Herfindahl index",
      source: "Laakso & Taagepera 1979",
    },
    finishEffective,
  ),
  topShare: figureKind<AmountMethod & TopMethod>({
    describe: {
      names: { en: "Share of the top customers", fi: "Suurimpien asiakkaiden osuus (80/20)" },
      kind: "KRI",
      family: "strategic",
      timing: "lagging",
      formula: "amount of the biggest customers by the amount of all",
      source: "S1 T3",
    },
    arguments: withShared(amounts, ofTop),
    needs: neededOfTop,
    reads: readsOfAmount,
    money: true,
    add: (tally, facts, { of, population }) => {
      const amount = accountAmount(facts, tally, of);
      if (amount !== undefined) placeAmount(tally, amount);
      else if (population === "all") placeAmount(tally, 0);
    },
    finish: (tally, method) => finishTop(tally, method),
  }),
};
