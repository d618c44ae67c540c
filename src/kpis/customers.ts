import type { Account } from "../facts/index.js";
import type { CivilDate, Duration } from "../time/index.js";
import {
  type CustomerFigure,
  churn,
  gained,
  kept,
  lost,
  retention,
  young,
} from "./customer-standing.js";
import type { Figure } from "./figure.js";
import { type FigureKind, figureKind, type KpiDescription } from "./figure-kind.js";
import { figureOf } from "./figure-of.js";
import { type FigurePeriod, figureWindow } from "./figure-window.js";
import { CONFIDENCES, type Confidence } from "./interval.js";
import { requireMethod } from "./require-method.js";
import { count, startTally } from "./tally.js";

/**
 * Which customers losses are measured against: those at the opening of the period, the average of
 * opening and closing, or all who were customers at some time in it.
 *
 * Against the opening, only losses of the opening base count; against the others every loss of the
 * period, those of customers who came within it too.
 *
 * @category KPIs
 */
export interface RetentionMethod {
  readonly base: "opening" | "average" | "all";
  /** Of the interval; an average is no number of cases, and has none. */
  readonly confidence?: Confidence;
}

/**
 * When figures are asked, and over which period.
 *
 * @category KPIs
 */
export interface PeriodContext {
  readonly asOf: CivilDate;
  readonly period: FigurePeriod;
}

/**
 * The share of customers who stayed through the period.
 *
 * A customer is an account from `relationshipStart` up to the day before `relationshipEnd`; without
 * an end it goes on. The opening base is that of the day before the period, the closing one that of
 * its last day, or of `asOf` while it runs. Accounts whose start is unknown are left out. An empty
 * base gives no value. With {@link churnRate} on the same base it adds up to 1.
 *
 * @param accounts - in any order
 * @param method - the base, and the confidence of the Wilson interval
 * @param context - day and period
 * @returns a share; against an average base both counts are doubled, so that they stay whole
 * @throws {@link HoitoError} `not-a-civil-date`, `unknown-confidence`, or a fault of the period; in
 *   JavaScript `missing-property` or `unknown-value` where the base is misspelt
 *
 * @example Two of three stayed, and who came in between does not count
 * ```ts
 * import { churnRate, retentionRate } from "hoito/kpis";
 *
 * const accounts = [
 *   { id: 1, relationshipStart: "2015-01-01" },
 *   { id: 2, relationshipStart: "2017-12-31" },
 *   { id: 3, relationshipStart: "2016-05-01", relationshipEnd: "2018-12-31" },
 *   { id: 4, relationshipStart: "2018-01-01" },
 * ] as const;
 * const year = { asOf: "2018-12-31", period: { calendar: "year" } } as const;
 * const kept = retentionRate(accounts, { base: "opening" }, year);
 * [kept.numerator, kept.denominator]; // => [2, 3]
 * churnRate(accounts, { base: "opening" }, year).numerator; // => 1
 * ```
 *
 * @category KPIs
 */
export function retentionRate(
  accounts: readonly Account[],
  method: RetentionMethod,
  context: PeriodContext,
): Figure {
  return overAccounts(accounts, context, method, retention, ofBase);
}

/**
 * The share of customers who were lost in the period: 1 less {@link retentionRate} on the same
 * base.
 *
 * The share of lost ones among the whole customer base is the base `all`, the sources leaving its
 * moment open.
 *
 * @param accounts - in any order
 * @param method - the base, and the confidence of the Wilson interval
 * @param context - day and period
 * @returns a share; above 1 against an average base when more were lost than there are on average
 * @throws {@link HoitoError} as {@link retentionRate}
 *
 * @category KPIs
 */
export function churnRate(
  accounts: readonly Account[],
  method: RetentionMethod,
  context: PeriodContext,
): Figure {
  return overAccounts(accounts, context, method, churn, ofBase);
}

/**
 * How many became customers in the period.
 *
 * @param accounts - in any order; those without a start are left out
 * @param context - day and period
 * @returns a count; no value where there is no account at all
 * @throws {@link HoitoError} as {@link retentionRate}
 *
 * @example The first day counts, the day before does not
 * ```ts
 * import { newCustomers } from "hoito/kpis";
 *
 * const accounts = [
 *   { id: 1, relationshipStart: "2017-12-31" },
 *   { id: 2, relationshipStart: "2018-01-01" },
 * ] as const;
 * const year = { asOf: "2018-03-28", period: { calendar: "year" } } as const;
 * newCustomers(accounts, year).value; // => 1
 * ```
 *
 * @category KPIs
 */
export function newCustomers(accounts: readonly Account[], context: PeriodContext): Figure {
  return overAccounts(accounts, context, {}, gained);
}

/**
 * The share of customers whose relationship is younger than a length of time.
 *
 * Seen from the last day of the period, among its customers; a relationship of exactly that length
 * is no longer young.
 *
 * @param accounts - in any order
 * @param method - the length, a year in the sources
 * @param context - day and period
 * @returns a share
 * @throws {@link HoitoError} as {@link retentionRate}
 *
 * @example A year to the day is not young
 * ```ts
 * import { youngBaseShare } from "hoito/kpis";
 *
 * const accounts = [
 *   { id: 1, relationshipStart: "2017-03-28" },
 *   { id: 2, relationshipStart: "2017-03-29" },
 * ] as const;
 * const now = { asOf: "2018-03-28", period: "always" } as const;
 * youngBaseShare(accounts, { under: { years: 1 } }, now).value; // => 0.5
 * ```
 *
 * @category KPIs
 */
export function youngBaseShare(
  accounts: readonly Account[],
  method: { readonly under: Duration },
  context: PeriodContext,
): Figure {
  return overAccounts(accounts, context, method, young, ofAge);
}

function overAccounts<Method extends object>(
  accounts: readonly Account[],
  { asOf, period }: PeriodContext,
  method: Method,
  { add, finish }: CustomerFigure<Method>,
  specs: FigureKind["arguments"] = {},
): Figure {
  requireMethod(method, specs);
  const tally = startTally();
  const window = figureWindow(period, { asOf });
  for (const account of window === undefined ? [] : accounts) {
    count(tally, "measured");
    add(tally, account, window!, method);
  }
  return figureOf(tally, finish(tally, method), method);
}

const ofBase = {
  base: { kind: "word", words: ["opening", "average", "all"] },
  confidence: { kind: "oneOf", values: CONFIDENCES, optional: true },
} as const;

const ofAge = { under: { kind: "duration" } } as const;

/* @__NO_SIDE_EFFECTS__ */
function customerKind<Method extends object>(
  names: KpiDescription["names"],
  formula: string,
  figure: CustomerFigure<Method>,
  specs: FigureKind["arguments"],
): FigureKind {
  return figureKind<Method>({
    describe: {
      names,
      kind: "KRI",
      family: "customer",
      timing: "lagging",
      formula,
      source: "S4 §6",
    },
    arguments: specs,
    reads: [],
    add: (tally, { account, window }, method) => figure.add(tally, account, window, method),
    finish: figure.finish,
  });
}

/** The figures of this family that a board can compute. */
export const customerKinds: Readonly<Record<string, FigureKind>> = {
  retention: customerKind(
    { en: "Customer retention", fi: "Asiakaspysyvyys" },
    "customers of the base who stayed by customers of the base",
    retention,
    ofBase,
  ),
  churn: customerKind(
    { en: "Customer churn, lost share", fi: "Asiakaspoistuma, menetetyt asiakkuudet" },
    "customers lost in the period by customers of the base",
    churn,
    ofBase,
  ),
  newCustomers: customerKind(
    { en: "New customers", fi: "Uusien asiakkaiden määrä" },
    "relationships that began in the period",
    gained,
    {},
  ),
  lostCustomers: customerKind(
    { en: "Lost customers", fi: "Menetetyt asiakkaat" },
    "relationships that ended in the period",
    lost,
    {},
  ),
  keptCustomers: customerKind(
    { en: "Kept customers", fi: "Säilytetyt asiakkaat" },
    "customers at the opening who are customers at the close",
    kept,
    {},
  ),
  youngBase: customerKind(
    { en: "Share of young relationships", fi: "Alle vuoden kestoiset asiakkuudet" },
    "relationships younger than a length of time by all at the close",
    young,
    ofAge,
  ),
};
