import { type AmountOf, amountArgument, amountPair, readsOfAmount } from "./account-amount.js";
import type { Figure } from "./figure.js";
import { type FigureKind, figureKind, type KpiDescription } from "./figure-kind.js";
import { figureOf, ratio } from "./figure-of.js";
import { sincePeriodBefore } from "./figure-window.js";
import { count, exclude, startTally, type Tally } from "./tally.js";

/**
 * What one customer brought in the period before and in this one, in minor units.
 *
 * @category KPIs
 */
export interface AmountPair {
  readonly before: number;
  readonly now: number;
}

/**
 * How much of last period's revenue its customers still bring, growth of others not counted.
 *
 * Each customer counts with what it brings now, at most what it brought before and never less than
 * nothing. Customers who brought nothing before are left out. No revenue before gives no value.
 *
 * @param pairs - one for each customer, in any order
 * @returns a share from 0 to 1
 *
 * @example One grew, one shrank, one is new
 * ```ts
 * import { grossRevenueRetention, netRevenueRetention } from "hoito/kpis";
 *
 * const pairs = [
 *   { before: 100, now: 150 },
 *   { before: 100, now: 40 },
 *   { before: 0, now: 500 },
 * ];
 * grossRevenueRetention(pairs).value; // => 0.7
 * netRevenueRetention(pairs).value; // => 0.95
 * ```
 *
 * @category KPIs
 */
export function grossRevenueRetention(pairs: readonly AmountPair[]): Figure {
  return overPairs(pairs, grossOf);
}

/**
 * What last period's customers bring now by what they brought then, their growth counted.
 *
 * @param pairs - one for each customer, in any order; those who brought nothing before are left out
 * @returns a ratio, above 1 when they grew more than they shrank
 *
 * @category KPIs
 */
export function netRevenueRetention(pairs: readonly AmountPair[]): Figure {
  return overPairs(pairs, ({ now }) => now);
}

function overPairs(pairs: readonly AmountPair[], keptOf: (pair: AmountPair) => number): Figure {
  const tally = startTally();
  for (const pair of pairs) addPair(tally, pair, keptOf);
  return figureOf(tally, ratio(tally, "share"), {});
}

function grossOf({ before, now }: AmountPair): number {
  return Math.max(0, Math.min(before, now));
}

function addPair(tally: Tally, pair: AmountPair, keptOf: (pair: AmountPair) => number): void {
  if (pair.before <= 0) {
    exclude(tally, "nothingBefore");
    return;
  }
  count(tally, "denominator", pair.before);
  count(tally, "numerator", keptOf(pair));
}

/* @__NO_SIDE_EFFECTS__ */
function pairKind(
  names: KpiDescription["names"],
  formula: string,
  keptOf: (pair: AmountPair) => number,
): FigureKind {
  return figureKind<{ readonly of: AmountOf }>({
    describe: { names, kind: "KRI", family: "result", timing: "lagging", formula, source: "S2 §6" },
    arguments: { of: amountArgument },
    reads: readsOfAmount,
    readsFrom: sincePeriodBefore,
    money: true,
    add: (tally, facts, { of }) => {
      addPair(tally, amountPair(facts, tally, of), keptOf);
    },
    finish: (tally, _, currency) => ratio(tally, "share", { currency }),
  });
}

/** The figures of this family that a board can compute. */
export const revenueRetentionKinds: Readonly<Record<string, FigureKind>> = {
  grossRevenueRetention: pairKind(
    { en: "Gross revenue retention", fi: "Liikevaihdon pysyvyys (brutto)" },
    "Σ min(now, before) by Σ before, over customers with revenue before",
    grossOf,
  ),
  netRevenueRetention: pairKind(
    { en: "Net revenue retention", fi: "Liikevaihdon pysyvyys (netto)" },
    "Σ now by Σ before, over customers with revenue before",
    ({ now }) => now,
  ),
};
