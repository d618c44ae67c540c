import type { Offer, Opportunity } from "../facts/index.js";
import type { QuantileType } from "../measures/index.js";
import { toEpochDay } from "../time/index.js";
import type { AccountFacts } from "./account-facts.js";
import type { Figure } from "./figure.js";
import { type FigureKind, figureKind } from "./figure-kind.js";
import { quantileOf, ratio, total } from "./figure-of.js";
import { overRecords, type RecordContext } from "./over-records.js";
import { type KindParts, operational, type RateMethod, result } from "./rate-kind.js";
import { count, exclude, place, type Tally } from "./tally.js";

/**
 * Which offers a hit rate counts, and whether each counts once or with its value.
 *
 * @category KPIs
 */
export interface HitRateMethod extends RateMethod {
  readonly by: "count" | "value";
  /**
   * `decided` are the offers decided in the period; `made` those made in it, of which open ones
   * count as not won.
   */
  readonly among: "decided" | "made";
}

/**
 * The share of offers that were won, by number or by value.
 *
 * Delivered offers were won. A decided offer without a day of decision cannot be placed and is left
 * out, as is one without a value where values are asked for. By value there is no interval: money
 * is no number of cases. No offer gives no value.
 *
 * @param offers - in any order
 * @param method - count or value, decided or made
 * @param context - day, period and, by value, currency
 * @returns a share
 * @throws {@link HoitoError} `not-a-civil-date`, or a fault of the period or of a convention
 *
 * @example By number and by value
 * ```ts
 * import { money, type Offer } from "hoito/facts";
 * import { hitRate } from "hoito/kpis";
 *
 * const made = { accountId: 1, madeOn: "2018-01-15", decidedOn: "2018-02-01" } as const;
 * const offers: Offer[] = [
 *   { id: 1, ...made, status: "won", value: money("100", "EUR") },
 *   { id: 2, ...made, status: "lost", value: money("300", "EUR") },
 * ];
 * const year = { asOf: "2018-12-31", period: { calendar: "year" }, currency: "EUR" } as const;
 * hitRate(offers, { by: "count", among: "decided" }, year).value; // => 0.5
 * hitRate(offers, { by: "value", among: "decided" }, year).value; // => 0.25
 * ```
 *
 * @category KPIs
 */
export function hitRate(
  offers: readonly Offer[],
  method: HitRateMethod,
  context: RecordContext,
): Figure {
  return overRecords(hitRateKind, { offers }, method, context);
}

const hitRateKind: FigureKind<HitRateMethod> = {
  describe: result(
    "Hit rate of offers",
    "Tarjousten osumaprosentti",
    "offers won by offers decided, or made, by number or value",
    "S0 §3.14; S3 M18",
  ),
  arguments: {
    by: { kind: "word", words: ["count", "value"] },
    among: { kind: "word", words: ["decided", "made"] },
    confidence: { kind: "oneOf", values: [0.8, 0.9, 0.95, 0.98, 0.99, 0.999], optional: true },
  },
  reads: ["offers"],
  money: true,
  add: (tally, facts, { by, among }) => {
    for (const { status, value } of offersAmong(tally, facts, among)) {
      const weight = by === "count" ? 1 : facts.amount(value, tally);
      if (weight === undefined) continue;
      count(tally, "denominator", weight);
      if (status === "won" || status === "delivered") count(tally, "numerator", weight);
    }
  },
  finish: (tally, { by, confidence }) =>
    ratio(tally, "share", { confidence: by === "count" ? confidence : undefined }),
};

function offersAmong(
  tally: Tally,
  facts: AccountFacts,
  among: HitRateMethod["among"],
): readonly Offer[] {
  if (among === "made") return facts.inPeriod("offers", tally);
  const decided = facts.inPeriod("offers", tally, ({ decidedOn }) => decidedOn);
  return decided.filter(({ status }) => status !== "open");
}

/** How long it took from an offer to its order. */
interface CycleMethod {
  readonly quantile: number;
  readonly type: QuantileType;
}

const cycleKind: FigureKind<CycleMethod> = {
  describe: operational(
    "Sales cycle length",
    "Myyntisyklin pituus",
    "days from making to winning an offer, as a quantile of those won in the period",
    "S0 §3.14",
  ),
  arguments: {
    quantile: { kind: "number", atLeast: 0, atMost: 1 },
    type: { kind: "number", atLeast: 1, atMost: 9, whole: true },
  },
  reads: ["offers"],
  add: (tally, facts) => {
    for (const { status, madeOn, decidedOn } of offersAmong(tally, facts, "decided")) {
      if (status === "lost") exclude(tally, "lost");
      else if (decidedOn! < madeOn) exclude(tally, "decidedBeforeMade");
      else place(tally, "days", toEpochDay(decidedOn!) - toEpochDay(madeOn));
    }
  },
  finish: (tally, { quantile, type }) =>
    quantileOf(tally, "days", { quantile, type, unit: "days" }),
};

/** A number of records, or what they are worth. */
interface ByMethod {
  readonly by: "count" | "value";
}

const by = { by: { kind: "word", words: ["count", "value"] } } as const;

/** Records as a number, or as the sum of their values. */
/* @__NO_SIDE_EFFECTS__ */
function byKind(
  parts: Omit<KindParts<ByMethod>, "add" | "money" | "arguments">,
  listOf: (tally: Tally, facts: AccountFacts) => readonly (Offer | Opportunity)[],
): FigureKind {
  return figureKind<ByMethod>({
    ...parts,
    arguments: by,
    money: true,
    add: (tally, facts, method) => {
      for (const { value } of listOf(tally, facts)) {
        const weight = method.by === "count" ? 1 : facts.amount(value, tally);
        if (weight !== undefined) count(tally, "numerator", weight);
      }
    },
    finish: (tally, method, currency) =>
      method.by === "count" ? total(tally, "count") : total(tally, "money", currency),
  });
}

/** The figures of this family that a board can compute. */
export const offerKinds: Readonly<Record<string, FigureKind>> = {
  salesCycle: figureKind(cycleKind),
  offersMade: byKind(
    {
      describe: operational(
        "Offers made",
        "Tehdyt tarjoukset",
        "offers of the period by number or value",
        "S0 §3.14",
      ),
      reads: ["offers"],
    },
    (tally, facts) => facts.inPeriod("offers", tally),
  ),
  hitRate: figureKind(hitRateKind),
  pipeline: byKind(
    {
      describe: operational(
        "Pipeline of open offers",
        "Avoimet tarjoukset",
        "offers made until now that are open by number or value",
        "S0 §2.97; S3 M18",
      ),
      reads: ["offers"],
    },
    (tally, facts) => {
      const { last } = facts.window;
      return facts
        .all("offers", tally)
        .filter(({ status, madeOn }) => status === "open" && madeOn <= last);
    },
  ),
  opportunities: byKind(
    {
      describe: operational(
        "Opportunities",
        "Myyntimahdollisuudet",
        "opportunities opened in the period by number or value",
        "S1 §6",
      ),
      reads: ["opportunities"],
    },
    (tally, facts) => facts.inPeriod("opportunities", tally),
  ),
};
