import { evaluate, MET, UNKNOWN } from "../rules/index.js";
import { toCivilDate } from "../time/index.js";
import { activityRow } from "./activity-row.js";
import { idKey } from "./campaign-event.js";
import type { CompiledSignals } from "./compile-signals.js";
import type { CrowdedDaySignal, MemberTie, SelfDealingSignal } from "./signal.js";
import {
  type LeaveOut,
  type SeenActivity,
  type SeenMember,
  signalled,
} from "./signal-activities.js";
import type { CrowdedDayRule, SelfDealingRule } from "./signal-definition.js";

/** Activities at accounts that the member has a tie to. */
export function selfDealingOf(
  { memberId, seen }: SeenMember,
  rule: SelfDealingRule,
  ties: readonly MemberTie[],
): readonly SelfDealingSignal[] {
  const own = ties.filter((tie) => {
    return idKey(tie.memberId) === idKey(memberId) && rule.relations.includes(tie.relation);
  });
  const activities = seen.flatMap((each) => {
    const account = idKey(each.activity.accountId);
    const found = own.filter(({ accountId }) => idKey(accountId) === account);
    const relations = [...new Set(found.map(({ relation }) => relation))].sort();
    return relations.length === 0 ? [] : [{ ...signalled(each), relations }];
  });
  return activities.length < rule.atLeast
    ? []
    : [{ kind: "selfDealing", memberId, activities, rule }];
}

/** Days with more journeys than are usual. */
export function crowdedDaysOf(
  { memberId, seen }: SeenMember,
  rule: CrowdedDayRule,
  signals: CompiledSignals,
  leaveOut: LeaveOut,
): readonly CrowdedDaySignal[] {
  const byDay = new Map<number, SeenActivity[]>();
  for (const each of seen) {
    const truth = evaluate(signals.journeys!, activityRow(each.activity, signals));
    if (truth === UNKNOWN) leaveOut("unknownWhetherVisit");
    if (truth !== MET) continue;
    const day = byDay.get(each.heldDay);
    if (day === undefined) byDay.set(each.heldDay, [each]);
    else day.push(each);
  }
  const days = [...byDay].sort(([left], [right]) => left - right);
  return days.flatMap(([heldDay, visits]): readonly CrowdedDaySignal[] => {
    const accounts = new Set(visits.map(({ activity }) => idKey(activity.accountId)));
    const count = rule.each === "visit" ? visits.length : accounts.size;
    if (count <= rule.mostADay) return [];
    const [day, activities] = [toCivilDate(heldDay), visits.map(signalled)];
    return [{ kind: "crowdedDay", memberId, activities, rule, day, count }];
  });
}
