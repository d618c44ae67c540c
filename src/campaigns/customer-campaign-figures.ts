import type { Exclusion } from "../value/index.js";
import type { EffectAtom, EffectSum, Gap } from "./customer-campaign-atoms.js";
import type { SharedConventions } from "./customer-campaign-effect.js";

/**
 * A number of a campaign's effect with its receipt, or why there is none. It has the shape of a
 * figure of `hoito/kpis`.
 *
 * @category Customer campaigns
 */
export type EffectFigure = EffectReceipt &
  (
    | { readonly value: number; readonly undefinedBecause?: never }
    | { readonly value?: never; readonly undefinedBecause: EffectUndefined }
  );

/** Why there is no number; it is never 0 for want of something to measure. */
export type EffectUndefined =
  | "nothingToMeasure"
  | "notSupplied"
  | "incomplete"
  | "negativeValues"
  | "amountTooLarge";

/** What an effect was reckoned from. */
export interface EffectReceipt {
  readonly unit: "share" | "count" | "money" | "times";
  readonly currency?: string;
  /** Of a difference: the days of the campaign. */
  readonly numerator: number;
  /** Of a difference: the days of the baseline. */
  readonly denominator: number;
  /** By reason in the order of the letters; a reason without a case is absent. */
  readonly excluded: readonly Exclusion[];
  readonly method: Readonly<Record<string, string | number>>;
}

/**
 * What a campaign, or a part of it, brought.
 *
 * @category Customer campaigns
 */
export interface CampaignEffect {
  /** Memberships contacted, of all whose period has begun. */
  readonly contacted: EffectFigure;
  /** Memberships that bought after their first contact, of those contacted. */
  readonly response: EffectFigure;
  /** Cost of contacts and of periods; counted over nothing else. */
  readonly spend: EffectFigure;
  /** Sales of the window less sales of the baseline. */
  readonly sales: EffectFigure;
  /** Sales of the window over sales of the baseline. */
  readonly salesGrowth: EffectFigure;
  /** Margin of the window less margin of the baseline. */
  readonly growthMargin: EffectFigure;
  /** Growth of margin over spend. */
  readonly marginPerSpend: EffectFigure;
}

/** The figures of some memberships. */
export function figuresOf(
  atoms: readonly EffectAtom[],
  conventions: SharedConventions,
): CampaignEffect {
  const frame = new Frame(atoms, conventions);
  const { members } = frame;
  const contacted = members.filter(({ contacts }) => contacts > 0);
  const responded = contacted.filter(({ hasResponded }) => hasResponded === true);
  const silent = contacted.filter(({ hasResponded }) => hasResponded === undefined);
  const spend = frame.sum("spend");
  const sales = [frame.sum("sales"), frame.sum("salesBefore")] as const;
  const margins = [frame.sum("margin"), frame.sum("marginBefore")] as const;
  const growth = margins[0].minor - margins[1].minor;
  const withCosts = { withoutCost: spend.missing };
  const withMargins = { withoutMargin: margins[0].missing + margins[1].missing };
  const amounts = { withoutAmount: sales[0].missing + sales[1].missing };
  const known = contacted.length - silent.length;
  return {
    contacted: frame.ratio("share", contacted.length, members.length, "activities", {}),
    response: frame.ratio("share", responded.length, known, "activities", {
      unknownResponse: silent.length,
    }),
    spend: frame.difference(spend.minor, 0n, "activities", withCosts),
    sales: frame.difference(sales[0].minor, sales[1].minor, "sales", amounts),
    salesGrowth: frame.ratio("times", sales[0].minor, sales[1].minor, "sales", amounts),
    growthMargin: frame.difference(margins[0].minor, margins[1].minor, "sales", withMargins),
    marginPerSpend: frame.ratio("times", growth, spend.minor, "both", {
      ...withCosts,
      ...withMargins,
    }),
  };
}

/** Which records a figure rests on. */
type Rests = "activities" | "sales" | "both";

/** What the figures of one group of memberships share. */
class Frame {
  readonly members: readonly EffectAtom[];
  readonly #atoms: readonly EffectAtom[];
  readonly #conventions: SharedConventions;

  constructor(atoms: readonly EffectAtom[], conventions: SharedConventions) {
    this.#atoms = atoms;
    this.#conventions = conventions;
    this.members = atoms.filter(({ kind }) => kind === "member");
  }

  sum(of: "spend" | "sales" | "salesBefore" | "margin" | "marginBefore"): EffectSum {
    const total = { minor: 0n, missing: 0 };
    for (const { [of]: each } of this.#atoms) {
      total.minor += each.minor;
      total.missing += each.missing;
    }
    return total;
  }

  difference(
    during: bigint,
    before: bigint,
    rests: Rests,
    lacking: Readonly<Record<string, number>>,
  ): EffectFigure {
    const why = this.#whyNone(rests, lacking);
    const receipt = this.#receipt("money", [during, before], rests, lacking);
    return figure(receipt, Number(during - before), why);
  }

  ratio(
    unit: "share" | "times",
    above: bigint | number,
    below: bigint | number,
    rests: Rests,
    lacking: Readonly<Record<string, number>>,
  ): EffectFigure {
    const none = below < 0 ? "negativeValues" : "nothingToMeasure";
    const why = this.#whyNone(rests, lacking) ?? (below > 0 ? undefined : none);
    const receipt = this.#receipt(unit, [above, below], rests, lacking);
    return figure(receipt, Number(above) / Number(below), why);
  }

  #receipt(
    unit: EffectReceipt["unit"],
    [above, below]: readonly [bigint | number, bigint | number],
    rests: Rests,
    lacking: Readonly<Record<string, number>>,
  ): EffectReceipt {
    const { currency, effect } = this.#conventions;
    const method = { design: "beforeAndAfter", ...effect };
    const counts = { numerator: Number(above), denominator: Number(below) };
    const excluded = this.#excluded(rests, lacking);
    return { unit, ...(unit === "share" ? {} : { currency }), ...counts, excluded, method };
  }

  #whyNone(rests: Rests, lacking: Readonly<Record<string, number>>): EffectUndefined | undefined {
    const gaps = this.#gaps(rests);
    if (gaps.includes("notSupplied")) return "notSupplied";
    if (gaps.includes("incomplete")) return "incomplete";
    const isFixed = rests === "activities" && this.#atoms.some(({ kind }) => kind === "fixedCost");
    if (this.members.length === 0 && !isFixed) return "nothingToMeasure";
    if (this.#conventions.effect.whenUnknown === "leftOut") return undefined;
    const unknown = Object.entries({ ...lacking, ...this.#unknown(rests) });
    return unknown.some(([, count]) => count > 0) ? "incomplete" : undefined;
  }

  #gaps(rests: Rests): readonly Gap[] {
    return this.members.flatMap(({ activityGap, salesGap }) => {
      if (rests === "both") return [activityGap, salesGap];
      return rests === "sales" ? [salesGap] : [activityGap];
    });
  }

  #unknown(rests: Rests): Readonly<Record<string, number>> {
    const { members } = this;
    const contacts = members.reduce((sum, { unknownContacts }) => sum + unknownContacts, 0);
    const sales = members.reduce((sum, { unknownSales }) => sum + unknownSales, 0);
    return {
      unknownContact: rests === "sales" ? 0 : contacts,
      unknownSale: rests === "activities" ? 0 : sales,
    };
  }

  #excluded(rests: Rests, lacking: Readonly<Record<string, number>>): readonly Exclusion[] {
    const count = (wanted: EffectAtom["kind"]) => {
      return this.#atoms.filter(({ kind }) => kind === wanted).length;
    };
    const outside = { undecidedMembership: count("undecided"), notBegun: count("notBegun") };
    return Object.entries({ ...lacking, ...this.#unknown(rests), ...outside })
      .filter(([, each]) => each > 0)
      .map(([reason, each]) => ({ reason, count: each }))
      .sort((left, right) => (left.reason < right.reason ? -1 : 1));
  }
}

function figure(
  receipt: EffectReceipt,
  value: number,
  why: EffectUndefined | undefined,
): EffectFigure {
  if (why !== undefined) return { ...receipt, undefinedBecause: why };
  const amounts = [receipt.numerator, receipt.denominator, value];
  const isSafe = amounts.every((each) => Math.abs(each) <= Number.MAX_SAFE_INTEGER);
  return isSafe ? { ...receipt, value } : { ...receipt, undefinedBecause: "amountTooLarge" };
}
