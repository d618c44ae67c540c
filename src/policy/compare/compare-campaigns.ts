import {
  type CampaignEvent,
  type CampaignMember,
  compareRules,
  type MemberComparison,
  openCampaign,
  type RuleComparison,
  type SettlementContext,
} from "../../campaigns/index.js";
import type { Money, RecordId } from "../../facts/index.js";
import type { Finding } from "../../shapes/index.js";
import type { WorkingCalendar } from "../../time/index.js";
import type { PolicyPair } from "./read-accounts.js";

/**
 * What happened in a campaign: who took part, the events, and the moment of asking.
 *
 * @category Policy
 */
export interface CampaignFacts extends SettlementContext {
  readonly members: readonly CampaignMember[];
  readonly events: readonly CampaignEvent[];
  /** Accounts that count as new, where a cap asks. */
  readonly newAccountIds?: readonly RecordId[];
}

/**
 * A campaign under two policies.
 *
 * @category Policy
 */
export type CampaignComparison =
  | ({ readonly kind: "compared"; readonly campaign: string } & CampaignChange)
  | {
      readonly kind: "notCompared";
      readonly campaign: string;
      /**
       * - `onlyBefore`, `onlyAfter`, `inNeither`: not both policies have a campaign of that name.
       * - `noFacts`: nothing was handed over about it.
       * - `notOpened`: it cannot run under one of the policies; the findings say why.
       */
      readonly because: "onlyBefore" | "onlyAfter" | "inNeither" | "noFacts" | "notOpened";
      readonly findings: readonly Finding[];
    };

/**
 * What the same events are worth under two definitions of a campaign.
 *
 * @category Policy
 */
export interface CampaignChange {
  readonly points: GainAndLoss<number>;
  /** Gained and lost are absent where the two policies pay in different currencies. */
  readonly prizes: Pick<GainAndLoss<Money>, "before" | "after"> &
    Partial<Pick<GainAndLoss<Money>, "gained" | "lost">>;
  /** What could still be added by prizes whose figures are unknown. */
  readonly undecidedPrizes: { readonly before: Money; readonly after: Money };
  /** By id; who takes part in one of the two alone has no points in the other. */
  readonly members: readonly MemberComparison[];
}

/**
 * Sums under two policies. `gained` adds up what members have more, `lost` what they have less, so
 * that before and gained without lost is after.
 *
 * @category Policy
 */
export interface GainAndLoss<Amount> {
  readonly before: Amount;
  readonly after: Amount;
  readonly gained: Amount;
  readonly lost: Amount;
}

/**
 * What the events of each campaign would have earned under the definitions of two policies: points of
 * every member, and prizes won and lost.
 *
 * Campaigns meet by name. Both definitions are run over the same events, members and moment (see
 * `compareRules`); the settlement is what would be paid at that moment.
 *
 * @param campaigns - facts by name of the campaign
 * @param policies - before and after
 * @param context - `calendar`: working days; it covers the campaigns
 * @returns every campaign that a policy or the facts name, in the order of the letters
 * @throws {@link HoitoError} as `compareRules`
 *
 * @example Ten points for a lead instead of five
 * ```ts
 * import { type CarePolicy, compileCalendar, compilePolicy, orThrow } from "hoito";
 * import { type CampaignDefinition, leadsPassedOn } from "hoito/campaigns";
 * import { compareCampaigns } from "hoito/policy";
 *
 * const spring = (points: number): CampaignDefinition => ({
 *   zone: "Europe/Helsinki",
 *   period: { from: "2018-01-15", until: "2018-03-29" },
 *   weeks: { scored: "deadlineWithin" },
 *   deadline: {
 *     weekday: "monday", time: "12:00", bound: "inclusive", roll: "next",
 *     gap: "later", overlap: "earlier",
 *   },
 *   life: {
 *     announcedOn: "2018-01-12", cutOff: { date: "2018-04-06", time: "12:00" }, judgingDays: 7,
 *   },
 *   counts: { field: "kind", equals: "visit" },
 *   lateActivities: "failTheWeek",
 *   emptyWeek: "zero",
 *   absence: { excusedFromDays: "never", thresholds: "full", partTime: "full", rounding: "up" },
 *   criteria: { leads: { kind: "credit", source: "leads", points } },
 *   ranking: { ranks: "competition", ties: [] },
 *   tiers: {
 *     bound: "inclusive", take: "highestOnly",
 *     rungs: [{ fromPoints: 10, prize: { amount: "30.00", currency: "EUR" } }],
 *   },
 * });
 * const compile = (points: number) => {
 *   const policy: CarePolicy = {
 *     id: "demo",
 *     version: String(points),
 *     currency: "EUR",
 *     segments: {
 *       all: { method: "rules", labels: { any: {} }, hitPolicy: "first", rules: [], otherwise: "any" },
 *     },
 *     care: {
 *       segmentedBy: "all",
 *       models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
 *       bySegment: { any: "light" },
 *     },
 *     cadences: {},
 *     campaigns: { spring: spring(points) },
 *   };
 *   return orThrow(compilePolicy(policy));
 * };
 * const span = { from: "2018-01-01", until: "2019-01-01" } as const;
 * const calendar = orThrow(compileCalendar({ ...span, weekend: ["saturday", "sunday"] }));
 * const passed = { passedOn: "2018-03-01", passedFrom: "Aino", passedTo: "Eero" } as const;
 * const leads = [{ id: 7, accountId: "A", ...passed }];
 * const events = leadsPassedOn(leads, { source: "leads", at: "2018-03-02T08:00:00Z" });
 * const members = [{ id: "Aino" }, { id: "Eero" }];
 * const facts = { spring: { members, events, at: "2018-04-07T00:00:00Z" } } as const;
 *
 * const [found] = compareCampaigns(facts, { before: compile(5), after: compile(10) }, { calendar });
 * found?.kind === "compared" && found.points; // => { before: 5, after: 10, gained: 5, lost: 0 }
 * found?.kind === "compared" && found.prizes.gained; // => { minor: 3000, currency: "EUR" }
 * ```
 *
 * @category Policy
 */
export function compareCampaigns(
  campaigns: Readonly<Record<string, CampaignFacts>>,
  policies: PolicyPair,
  context: { readonly calendar: WorkingCalendar },
): readonly CampaignComparison[] {
  const { before, after } = policies;
  const facts = new Map(Object.entries(campaigns));
  const names = [...before.campaigns.keys(), ...after.campaigns.keys(), ...facts.keys()];
  return [...new Set(names)].sort().map((campaign) => {
    const [was, is] = [before.campaigns.get(campaign), after.campaigns.get(campaign)];
    const own = facts.get(campaign);
    const not = (because: NotCompared["because"], findings: readonly Finding[] = []) => {
      return { kind: "notCompared", campaign, because, findings } as const;
    };
    if (was === undefined) return not(is === undefined ? "inNeither" : "onlyAfter");
    if (is === undefined) return not("onlyBefore");
    if (own === undefined) return not("noFacts");
    const { newAccountIds } = own;
    const opening = newAccountIds === undefined ? context : { ...context, newAccountIds };
    const [opened, reopened] = [was, is].map((each) => openCampaign(own.members, each, opening));
    if (!opened!.ok || !reopened!.ok) {
      const findings = [opened!, reopened!].flatMap((each) => (each.ok ? [] : each.findings));
      return not("notOpened", findings);
    }
    const rules = { before: opened!.value, after: reopened!.value };
    const change = changeOf(compareRules(own.events, rules, own));
    return { kind: "compared", campaign, ...change };
  });
}

type NotCompared = Extract<CampaignComparison, { readonly kind: "notCompared" }>;

function changeOf({ before, after, members }: RuleComparison): CampaignChange {
  const { currency } = after.payOut;
  const paid = { before: before.payOut, after: after.payOut };
  const isOneCurrency = before.payOut.currency === currency;
  const points = gainAndLoss(members, ({ pointsBefore, pointsAfter }) => {
    return [pointsBefore, pointsAfter];
  });
  const { gained, lost } = gainAndLoss(members, ({ prizesBefore, prizesAfter }) => {
    return [prizesBefore.minor, prizesAfter.minor];
  });
  const changed = { gained: { minor: gained, currency }, lost: { minor: lost, currency } };
  return {
    points,
    prizes: isOneCurrency ? { ...paid, ...changed } : paid,
    undecidedPrizes: { before: before.undecided, after: after.undecided },
    members,
  };
}

function gainAndLoss(
  members: readonly MemberComparison[],
  sidesOf: (member: MemberComparison) => readonly [before: number, after: number],
): GainAndLoss<number> {
  const sums = { before: 0, after: 0, gained: 0, lost: 0 };
  for (const [before, after] of members.map(sidesOf)) {
    sums.before += before;
    sums.after += after;
    sums.gained += Math.max(0, after - before);
    sums.lost += Math.max(0, before - after);
  }
  return sums;
}
