import type { CompiledCampaign } from "./compiled-campaign.js";
import type { MemberSettlement, Prize, Settlement } from "./settlement.js";

/**
 * What all members get together; where the budget is exceeded, each member's total lowered in
 * proportion and cut to the cent, so that the budget holds.
 */
export function scaleToBudget(
  members: readonly MemberSettlement[],
  { budgetMinor, currency }: CompiledCampaign,
): Pick<Settlement, "members" | "payOut" | "undecided" | "scaledFrom"> {
  const money = (minor: number) => ({ minor, currency });
  const minor = sum(members.map(({ total }) => total.minor));
  const open = members.flatMap(({ prizes }) => prizes.filter(isUndecided));
  const undecided = money(sum(open.map(({ amount }) => amount.minor)));
  if (budgetMinor === undefined || minor <= budgetMinor) {
    return { members, payOut: money(minor), undecided };
  }
  const scaled = members.map((each) => {
    const lowered = (BigInt(each.total.minor) * BigInt(budgetMinor)) / BigInt(minor);
    return { ...each, total: money(Number(lowered)) };
  });
  const payOut = money(sum(scaled.map(({ total }) => total.minor)));
  return { members: scaled, payOut, undecided, scaledFrom: money(minor) };
}

function isUndecided({ verdict }: Prize): boolean {
  return verdict === "undecided";
}

function sum(terms: readonly number[]): number {
  return terms.reduce((total, each) => total + each, 0);
}
