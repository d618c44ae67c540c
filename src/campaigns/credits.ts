import type { Instant, Lead, RecordId } from "../facts/index.js";
import { HoitoError, showInput } from "../shapes/index.js";
import type { CivilDate } from "../time/index.js";
import { type CreditEvent, idKey } from "./campaign-event.js";

/**
 * The classes of accounts at two moments, as aligned columns: one row an account.
 *
 * @category Campaigns
 */
export interface ClassMoves {
  readonly accountIds: readonly RecordId[];
  /** Who cared for the account and is to be credited. */
  readonly sellerIds: readonly (RecordId | undefined)[];
  /** `undefined` where the class is not known. */
  readonly before: readonly (string | undefined)[];
  readonly after: readonly (string | undefined)[];
}

/** How class moves become credits. */
export interface PromotionContext {
  /** The `source` that a criterion names. */
  readonly source: string;
  /** The classes, lowest first. */
  readonly order: readonly string[];
  /** The day the later classes hold from. */
  readonly on: CivilDate;
  /** When it was found out. */
  readonly at: Instant;
}

/** Credits, and the accounts that gave none because something was unknown. */
export interface PromotionCredits {
  readonly events: readonly CreditEvent[];
  readonly excluded: readonly {
    readonly reason: "noSeller" | "unknownClass";
    readonly count: number;
  }[];
}

/**
 * Credits for accounts that moved to a higher class, to the seller of each: relationship
 * development rewarded instead of sales (R&V 2009, 111).
 *
 * Two classes up count twice. An account that stayed or fell gives none, nobody loses any. Where a
 * class or the seller is unknown, the account is left out and counted.
 *
 * @param moves - columns of equal length
 * @param context - the order of classes, lowest first, and when
 * @throws {@link HoitoError} `columns-differ` for columns of different length, `unknown-segment`
 * for a class that is not in the order
 *
 * @example From bronze to silver
 * ```ts
 * import { classPromotions } from "hoito/campaigns";
 *
 * const moves = {
 *   accountIds: ["A", "B"],
 *   sellerIds: ["s1", "s1"],
 *   before: ["bronze", "gold"],
 *   after: ["silver", "silver"],
 * };
 * const order = ["bronze", "silver", "gold"];
 * const when = { on: "2018-03-01", at: "2018-03-02T08:00:00Z" } as const;
 * const { events } = classPromotions(moves, { source: "promotions", order, ...when });
 * events.map(({ credit }) => credit.accountId); // => ["A"]
 * ```
 *
 * @category Campaigns
 */
export function classPromotions(
  { accountIds, sellerIds, before, after }: ClassMoves,
  { source, order, on, at }: PromotionContext,
): PromotionCredits {
  const lengths = new Set([accountIds, sellerIds, before, after].map(({ length }) => length));
  if (lengths.size > 1) {
    const at = { code: "columns-differ", path: "moves", received: [...lengths] };
    throw new HoitoError("the columns are not of one length", at);
  }
  const events: CreditEvent[] = [];
  const excluded = { noSeller: 0, unknownClass: 0 };
  for (const [row, accountId] of accountIds.entries()) {
    const [from, to] = [placeIn(order, before[row]), placeIn(order, after[row])];
    const memberId = sellerIds[row];
    if (from === undefined || to === undefined) excluded.unknownClass += 1;
    else if (to > from && memberId === undefined) excluded.noSeller += 1;
    else if (to > from && memberId !== undefined) {
      const id = `${source}|${idKey(accountId)}|${on}`;
      const credit = { id, source, memberId, accountId, on, times: to - from };
      events.push({ at, kind: "credited", credit });
    }
  }
  const reasons = ["noSeller", "unknownClass"] as const;
  const counts = reasons.map((reason) => ({ reason, count: excluded[reason] }));
  return { events, excluded: counts.filter(({ count }) => count > 0) };
}

function placeIn(order: readonly string[], label: string | undefined): number | undefined {
  if (label === undefined) return undefined;
  const place = order.indexOf(label);
  if (place >= 0) return place;
  const text = `${showInput(label)} is none of the classes in the order`;
  throw new HoitoError(text, { code: "unknown-segment", path: "order", received: label });
}

/**
 * Credits for leads passed on to a colleague, to who passed them. A lead that somebody passes to
 * himself gives none.
 *
 * @param leads - as recorded
 * @param context - the `source` that a criterion names, and when the leads became known
 *
 * @example A lead for a colleague
 * ```ts
 * import { leadsPassedOn } from "hoito/campaigns";
 *
 * const lead = { id: 7, accountId: "A", passedOn: "2018-03-01" } as const;
 * const leads = [{ ...lead, passedFrom: "Aino", passedTo: "Eero" }];
 * const [event] = leadsPassedOn(leads, { source: "leads", at: "2018-03-02T08:00:00Z" });
 * event?.credit.memberId; // => "Aino"
 * ```
 *
 * @category Campaigns
 */
export function leadsPassedOn(
  leads: readonly Lead[],
  { source, at }: { readonly source: string; readonly at: Instant },
): readonly CreditEvent[] {
  const passed = leads.filter((lead) => idKey(lead.passedFrom) !== idKey(lead.passedTo));
  return passed.map(({ id, accountId, passedOn, passedFrom }): CreditEvent => {
    const credit = { id: `${source}|${idKey(id)}`, source, memberId: passedFrom, accountId };
    return { at, kind: "credited", credit: { ...credit, on: passedOn, times: 1 } };
  });
}
