import type { Account, Activity, CustomerBase, Order, RecordId } from "../../src/facts/index.js";
import type { CivilDate } from "../../src/time/index.js";

/** Days between two dates, by the clock. */
function daysFrom(earlier: CivilDate, later: CivilDate): number {
  return Math.round((Date.parse(later) - Date.parse(earlier)) / 86_400_000);
}

function isHeldIn({ status, heldOn }: Activity, from: CivilDate, last: CivilDate): boolean {
  const took = status === "held" || status === "complete";
  return took && heldOn !== undefined && heldOn >= from && heldOn <= last;
}

/** Sales after and before visits of one customer: every visit beside every order. */
export function slowVisitEffect(
  activities: readonly Activity[],
  orders: readonly Order[],
  days: number,
  { from, asOf }: { readonly from: CivilDate; readonly asOf: CivilDate },
): { after: number; before: number; overlapping: boolean } {
  let [after, before] = [0, 0];
  const near = new Map<RecordId, number>();
  for (const visit of activities) {
    if (!isHeldIn(visit, from, asOf) || daysFrom(visit.heldOn!, asOf) < days) continue;
    for (const { id, orderedOn, value } of orders) {
      const since = daysFrom(visit.heldOn!, orderedOn);
      if (since === 0 || Math.abs(since) > days) continue;
      near.set(id, (near.get(id) ?? 0) + 1);
      if (since > 0) after += value.minor;
      else before += value.minor;
    }
  }
  return { after, before, overlapping: [...near.values()].some((times) => times > 1) };
}

/** Minutes held within a period by account, each account looked through by itself. */
export function slowMinutes(
  { accounts, activities = [] }: CustomerBase,
  from: CivilDate,
  last: CivilDate,
): ReadonlyMap<RecordId, number> {
  const minutesOf = (id: RecordId) =>
    activities
      .filter((each) => each.accountId === id && isHeldIn(each, from, last))
      .reduce((sum, { durationMinutes = 0 }) => sum + durationMinutes, 0);
  return new Map(accounts.map(({ id }) => [id, minutesOf(id)]));
}

/** What those who left share by one field: every value beside everybody. */
export function slowFactors(
  accounts: readonly Account[],
  field: "industry" | "region",
  { from, last }: { readonly from: CivilDate; readonly last: CivilDate },
): readonly { value: string; left: number; stayed: RecordId[]; lift: number | undefined }[] {
  const known = accounts.filter((each) => each[field] !== undefined);
  const left = known.filter(({ relationshipStart: start, relationshipEnd: end }) => {
    return start !== undefined && end !== undefined && start < end && end >= from && end <= last;
  });
  const stayed = known.filter(({ relationshipStart: start, relationshipEnd: end }) => {
    return (
      start !== undefined && start <= last && (end === undefined || (end > start && end > last))
    );
  });
  return [...new Set(left.map((each) => each[field]!))].map((value) => {
    const has = (each: Account) => each[field] === value;
    const [leaving, staying] = [left.filter(has).length, stayed.filter(has)];
    const ratio = leaving / left.length / (staying.length / stayed.length);
    return {
      value,
      left: leaving,
      stayed: staying.map(({ id }) => id).sort((one, other) => Number(one) - Number(other)),
      lift: staying.length === 0 ? undefined : ratio,
    };
  });
}
