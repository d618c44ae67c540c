import { type AmountOf, accountAmount, amountArgument, readsOfAmount } from "./account-amount.js";
import type { Figure } from "./figure.js";
import type { FigureKind } from "./figure-kind.js";
import { figureOf, ratio } from "./figure-of.js";
import { requireMethod } from "./require-method.js";
import { count, exclude, startTally, type Tally } from "./tally.js";

/**
 * What a customer does with us, and with everybody.
 *
 * @category KPIs
 */
export interface PartOfWhole {
  /** Minor units, hours, dealings: the same unit as the whole. */
  readonly part: number;
  /** `undefined` where nobody knows. */
  readonly whole: number | undefined;
}

/**
 * The share of what customers buy of our category that they buy from us.
 *
 * Both sums run over customers whose consumption is known; the others are left out and told. A
 * customer who is said to buy less from everybody than from us is left out too: one of the two is
 * wrong. No consumption gives no value.
 *
 * @param customers - purchases from us and from everybody over the same time, in one unit
 * @returns a share from 0 to 1
 *
 * @example A third of the wallet
 * ```ts
 * import { shareOfWallet } from "hoito/kpis";
 *
 * const figure = shareOfWallet([
 *   { part: 30, whole: 100 },
 *   { part: 20, whole: 50 },
 *   { part: 70, whole: undefined },
 * ]);
 * [figure.numerator, figure.denominator]; // => [50, 150]
 * ```
 *
 * @category KPIs
 */
export function shareOfWallet(customers: readonly PartOfWhole[]): Figure {
  const tally = startTally();
  for (const each of customers) addPart(tally, each);
  return figureOf(tally, ratio(tally, "share"), {});
}

/**
 * The degree of commitment: the part of the customers' dealings that is directed at us.
 *
 * Counted as {@link shareOfWallet}, in dealings instead of money.
 *
 * @param customers - dealings with us and with everybody over the same time
 * @returns a share from 0 to 1
 *
 * @example Six of eight jobs
 * ```ts
 * import { commitmentDegree } from "hoito/kpis";
 *
 * commitmentDegree([{ part: 6, whole: 8 }]).value; // => 0.75
 * ```
 *
 * @category KPIs
 */
export function commitmentDegree(customers: readonly PartOfWhole[]): Figure {
  return shareOfWallet(customers);
}

/**
 * A market and who shares it.
 *
 * @category KPIs
 */
export interface Market {
  /** Sales of our own and of the whole market, in one unit. */
  readonly own: number;
  readonly whole: number;
  /** Sales of each rival that is known. */
  readonly rivals: readonly number[];
}

/**
 * What a market share means: the same number may be a strength or a risk.
 *
 * @category KPIs
 */
export interface MarketShare {
  readonly figure: Figure;
  /** `risk` among few rivals who are all larger; otherwise it may be a strength. */
  readonly reading: "risk" | "possibleStrength" | "undecided";
}

/**
 * The share of a market, and whether it is a risk beside the shares of others.
 *
 * It is a risk where there are few rivals and each is larger; how many are few is for the company to
 * say, that many included. Without rivals nobody can tell. Payne (2006) on 15 %.
 *
 * @param market - sales of our own, of the market and of each rival
 * @param method - how many rivals are few
 * @returns the share and its reading
 *
 * @example Fifteen in a hundred, read twice
 * ```ts
 * import { marketShare } from "hoito/kpis";
 *
 * const few = marketShare({ own: 15, whole: 100, rivals: [45, 40] }, { fewRivals: 3 });
 * [few.figure.value, few.reading]; // => [0.15, "risk"]
 * const many = marketShare({ own: 15, whole: 100, rivals: [20, 10, 10, 9] }, { fewRivals: 3 });
 * many.reading; // => "possibleStrength"
 * ```
 *
 * @category KPIs
 */
export function marketShare(market: Market, method: { readonly fewRivals: number }): MarketShare {
  requireMethod(method, { fewRivals: { kind: "number" } });
  const { own, whole, rivals } = market;
  const figure = shareOfWallet([{ part: own, whole }]);
  if (figure.value === undefined || rivals.length === 0) return { figure, reading: "undecided" };
  const isRisk = rivals.length <= method.fewRivals && rivals.every((each) => each > own);
  return { figure, reading: isRisk ? "risk" : "possibleStrength" };
}

function addPart(tally: Tally, { part, whole }: PartOfWhole): void {
  if (whole === undefined) exclude(tally, "wholeUnknown");
  else if (part > whole) exclude(tally, "partAboveWhole");
  else {
    count(tally, "numerator", part);
    count(tally, "denominator", whole);
  }
}

/** The share of wallet as a board computes it. */
export const shareOfWalletKind: FigureKind<{ readonly of: AmountOf }> = {
  describe: {
    names: { en: "Share of wallet", fi: "Osuus asiakkaan kokonaiskulutuksesta" },
    kind: "KRI",
    family: "comparative",
    timing: "lagging",
    formula: "amount of the period by the judged consumption of a year: ask it over a year",
    source: "S3 §6; S2 §6",
  },
  arguments: { of: amountArgument },
  reads: readsOfAmount,
  money: true,
  add: (tally, facts, { of }) => {
    const { totalConsumption } = facts.account.judgements ?? {};
    const part = accountAmount(facts, tally, of) ?? 0;
    if (totalConsumption === undefined) exclude(tally, "wholeUnknown");
    else {
      const whole = facts.amount(totalConsumption.value, tally);
      if (whole !== undefined) addPart(tally, { part, whole });
    }
  },
  finish: (tally) => ratio(tally, "share"),
};
