import { compareIds, idKey } from "./campaign-event.js";
import type { Cap, NewAccountsCap } from "./cap.js";
import type { OpenCampaign } from "./open-campaign.js";
import type { Earning } from "./score-week.js";

/** What a cap took from an earning. */
export interface Withheld {
  /** Path of the cap in the definition, or `coolDown`. */
  readonly cap: string;
  readonly units: number;
}

/** An earning after all caps. */
export interface Capped {
  readonly earning: Earning;
  /** Of its week among those that were handed over. */
  readonly place: number;
  readonly units: number;
  readonly withheld: readonly Withheld[];
}

interface Cut extends Capped {
  readonly day: number;
  units: number;
  withheld: readonly Withheld[];
}

const NOTHING: readonly Withheld[] = [];

/**
 * Earnings after cool-downs and then each cap in the order of the definition.
 *
 * Within a cap the earlier day goes first, then the earlier criterion and member, and then the order
 * of the histories, which is that of their keys; a weekly criterion stands on its week's last day.
 *
 * @param weeks - the earnings of each week
 * @returns the earnings in that order
 */
export function applyCaps(
  weeks: readonly (readonly Earning[])[],
  open: OpenCampaign,
): readonly Capped[] {
  const cuts = weeks.flatMap((earnings, place) => {
    return earnings.map((earning): Cut => {
      const { units } = earning;
      return { earning, place, day: dayIn(earning, open), units, withheld: NOTHING };
    });
  });
  cuts.sort(compareCuts);
  coolDown(cuts);
  for (const { cap, most, path } of open.campaign.caps) {
    if (cap.per === "newAccounts") balanceNewAccounts(cuts, { most, path }, open);
    else limit(cuts, { most, path, cap });
  }
  return cuts;
}

function compareCuts(left: Cut, right: Cut): number {
  return (
    left.day - right.day ||
    left.earning.criterion.position - right.earning.criterion.position ||
    compareIds(left.earning.memberId, right.earning.memberId)
  );
}

function dayIn({ account, week }: Earning, { weeks }: OpenCampaign): number {
  return account?.day ?? weeks[week]!.untilDay - 1;
}

/** The first of an account's activities earns, and after it the first that is far enough away. */
function coolDown(cuts: readonly Cut[]): void {
  const lastDays = new Map<string, number>();
  for (const cut of cuts) {
    const { criterion, account, memberKey } = cut.earning;
    if (criterion.coolDownDays === undefined) continue;
    const { id, day } = account!;
    const key = JSON.stringify([memberKey, criterion.name, idKey(id)]);
    const last = lastDays.get(key);
    if (last === undefined || day - last >= criterion.coolDownDays) lastDays.set(key, day);
    else take(cut, cut.units, "coolDown");
  }
}

interface Limit {
  readonly path: string;
  readonly most: number;
  readonly cap: Exclude<Cap, NewAccountsCap>;
}

function limit(cuts: readonly Cut[], { cap, most, path }: Limit): void {
  const used = new Map<string, number>();
  for (const cut of cuts) {
    const group = groupOf(cut.earning, cap);
    if (group === undefined) continue;
    const before = used.get(group) ?? 0;
    const kept = Math.min(cut.units, most - before);
    take(cut, cut.units - kept, path);
    used.set(group, before + kept);
  }
}

/** What shares one most with what; `undefined` for what the cap does not limit. */
function groupOf(
  { memberKey, week, criterion, account }: Earning,
  cap: Limit["cap"],
): string | undefined {
  switch (cap.per) {
    case "campaign":
      return "";
    case "member":
      return memberKey;
    case "week":
      return JSON.stringify([memberKey, week]);
    case "day":
      return account && JSON.stringify([memberKey, account.day]);
    case "account":
      return account && JSON.stringify([memberKey, idKey(account.id)]);
    case "criterion": {
      if (cap.criterion !== criterion.name) return undefined;
      if (cap.within === "campaign") return memberKey;
      if (cap.within === "week") return JSON.stringify([memberKey, week]);
      return account && JSON.stringify([memberKey, account.day]);
    }
  }
}

/** Points about new accounts up to a share of the points about the others. */
function balanceNewAccounts(
  cuts: readonly Cut[],
  { most: percent, path }: Pick<Limit, "most" | "path">,
  { newAccounts }: OpenCampaign,
): void {
  const room = new Map<string, number>();
  const withAccount = cuts.filter(({ earning }) => earning.account !== undefined);
  const isNew = ({ earning }: Cut) => newAccounts.has(idKey(earning.account!.id));
  for (const cut of withAccount) {
    if (isNew(cut)) continue;
    const { memberKey } = cut.earning;
    room.set(memberKey, (room.get(memberKey) ?? 0) + cut.units * percent);
  }
  for (const cut of withAccount.filter(isNew)) {
    const { memberKey } = cut.earning;
    const left = room.get(memberKey) ?? 0;
    const kept = Math.min(cut.units, Math.floor(left / 100));
    take(cut, cut.units - kept, path);
    room.set(memberKey, left - kept * 100);
  }
}

function take(cut: Cut, units: number, cap: string): void {
  if (units <= 0) return;
  cut.units -= units;
  cut.withheld = [...cut.withheld, { cap, units }];
}
