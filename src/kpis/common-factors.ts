import { type Account, type CustomerBase, compareIds, type RecordId } from "../facts/index.js";
import type { CivilDate } from "../time/index.js";
import { isFilled, wordOf } from "./coverage.js";
import { isCustomerOn } from "./customer-standing.js";
import type { Exclusion } from "./figure.js";
import { exclusionsOf } from "./figure-of.js";
import { type FigurePeriod, figureWindow } from "./figure-window.js";
import { requireMethod } from "./require-method.js";
import { exclude, startTally } from "./tally.js";

/**
 * When a property counts as common among customers who left.
 *
 * @category KPIs
 */
export interface CommonFactorMethod {
  /** Fields with words or yes and no, of the account or, as `own.name`, of the host. */
  readonly fields: readonly AccountWordField[];
  /** Fewest customers who left and share it. */
  readonly atLeastCases: number;
  /** How much more common among those who left than among those who stayed: 2 is twice. */
  readonly atLeastLift: number;
}

/**
 * A field whose values can be shared.
 *
 * @category KPIs
 */
export type AccountWordField =
  | "kind"
  | "customerClass"
  | "tradeRole"
  | "industry"
  | "region"
  | "chainSteered"
  | "franchise"
  | "inGroup"
  | `own.${string}`;

/**
 * A property that customers who left share, and who else has it.
 *
 * @category KPIs
 */
export interface CommonFactor {
  readonly field: AccountWordField;
  readonly value: string;
  /** Customers who left and have it, of those of whom the field is known. */
  readonly ended: { readonly having: number; readonly known: number };
  /** The same of customers who stayed. */
  readonly staying: { readonly having: number; readonly known: number };
  /** Its share among those who left by that among those who stayed; absent when nobody who stayed has it. */
  readonly lift?: number;
  /** Customers who stayed and share it: whom to look after. */
  readonly accountsSharing: readonly RecordId[];
}

/**
 * What customers who left have in common more often than those who stayed, and who shares it.
 *
 * Left is whose relationship ended in the period, stayed who is a customer on its last day. A
 * property is common when at least so many of those who left have it and its share among them is at
 * least so many times that among those who stayed. It is an association, not a cause. An account
 * whose field is unknown counts in neither share.
 *
 * @param base - accounts in any order
 * @param method - fields and bounds, both inclusive
 * @param context - day and period
 * @returns the most telling first: by lift, then by cases, field and value; with the accounts left out
 * @throws {@link HoitoError} `not-a-civil-date`, or a fault of the period or of a convention
 *
 * @example Both who left were in trade
 * ```ts
 * import { commonFactors } from "hoito/kpis";
 *
 * const start = { relationshipStart: "2015-01-01" } as const;
 * const accounts = [
 *   { id: 1, industry: "trade", relationshipEnd: "2018-02-01", ...start },
 *   { id: 2, industry: "trade", relationshipEnd: "2018-03-01", ...start },
 *   { id: 3, industry: "trade", ...start },
 *   { id: 4, industry: "care", ...start },
 * ] as const;
 * const bounds = { fields: ["industry"], atLeastCases: 2, atLeastLift: 2 } as const;
 * const year = { asOf: "2018-12-31", period: { calendar: "year" } } as const;
 * const { factors } = commonFactors({ accounts, coverage: {} }, bounds, year);
 * factors[0]?.lift; // => 2
 * factors[0]?.accountsSharing; // => [3]
 * ```
 *
 * @category KPIs
 */
export function commonFactors(
  base: CustomerBase,
  method: CommonFactorMethod,
  context: { readonly asOf: CivilDate; readonly period: FigurePeriod },
): { readonly factors: readonly CommonFactor[]; readonly excluded: readonly Exclusion[] } {
  requireMethod(method, {
    fields: { kind: "texts" },
    atLeastCases: { kind: "number" },
    atLeastLift: { kind: "number" },
  });
  const window = figureWindow(context.period, context);
  if (window === undefined) return { factors: [], excluded: [] };
  const { from, last } = window;
  const ended: Account[] = [];
  const staying: Account[] = [];
  const tally = startTally();
  for (const account of base.accounts) {
    const { relationshipStart: start, relationshipEnd: end } = account;
    if (start === undefined) exclude(tally, "startUnknown");
    else if (end !== undefined && end <= start) exclude(tally, "endBeforeStart");
    else if (isCustomerOn(account, last)) staying.push(account);
    else if (end !== undefined && end >= from && end <= last) ended.push(account);
  }
  const factors = method.fields.flatMap((field) => factorsOf(field, ended, staying, method));
  return { factors: factors.sort(compareFactors), excluded: exclusionsOf(tally) };
}

function factorsOf(
  field: AccountWordField,
  ended: readonly Account[],
  staying: readonly Account[],
  { atLeastCases, atLeastLift }: CommonFactorMethod,
): CommonFactor[] {
  const left = byValue(ended, field);
  const stayed = byValue(staying, field);
  return [...left.accounts].flatMap(([value, having]) => {
    const sharing = stayed.accounts.get(value) ?? [];
    const counts = {
      ended: { having: having.length, known: left.known },
      staying: { having: sharing.length, known: stayed.known },
    };
    const share = sharing.length / stayed.known;
    const lift = sharing.length === 0 ? undefined : having.length / left.known / share;
    const isCommon = having.length >= atLeastCases && (lift === undefined || lift >= atLeastLift);
    if (!isCommon) return [];
    const accountsSharing = [...sharing].sort(compareIds);
    return [{ field, value, ...counts, ...(lift === undefined ? {} : { lift }), accountsSharing }];
  });
}

function byValue(
  accounts: readonly Account[],
  field: AccountWordField,
): { readonly known: number; readonly accounts: Map<string, RecordId[]> } {
  const found = new Map<string, RecordId[]>();
  let known = 0;
  for (const account of accounts) {
    if (!isFilled(account, field)) continue;
    known++;
    const value = String(wordOf(account, field));
    const ids = found.get(value) ?? [];
    found.set(value, ids);
    ids.push(account.id);
  }
  return { known, accounts: found };
}

function compareFactors(left: CommonFactor, right: CommonFactor): number {
  const most = Number.POSITIVE_INFINITY;
  const [liftOf, other] = [left.lift ?? most, right.lift ?? most];
  if (liftOf !== other) return other > liftOf ? 1 : -1;
  if (left.ended.having !== right.ended.having) return right.ended.having - left.ended.having;
  return `${left.field} ${left.value}` < `${right.field} ${right.value}` ? -1 : 1;
}
