import { compareIds } from "../facts/index.js";
import type { MissingFact } from "../shapes/index.js";
import type { Exclusion } from "../value/index.js";
import type { CampaignEvent } from "./campaign-event.js";
import { type CompiledSignals, KINDS } from "./compile-signals.js";
import { type MomentOfAsking, momentAt } from "./moment-of-asking.js";
import type { OpenCampaign } from "./open-campaign.js";
import type { MemberTie, Signal, SignalKind, SignalReport } from "./signal.js";
import { type LeaveOut, type SeenMember, signalActivities } from "./signal-activities.js";
import { afterDeadlineOf, backDatingOf, burstsOf, deadlineRushesOf } from "./signal-moments.js";
import { alikeNotesOf } from "./signal-notes.js";
import { crowdedDaysOf, selfDealingOf } from "./signal-places.js";

/** Where and when signals are looked for. */
export interface SignalContext extends MomentOfAsking {
  readonly open: OpenCampaign;
  /** Ties of members to accounts; without them self-dealing is not looked for. */
  readonly ties?: readonly MemberTie[];
}

/**
 * What is worth a look in the logging of a campaign, with the evidence: activities, times, numbers
 * and the thresholds of the rule.
 *
 * A signal is where a conversation starts. It has no grade, it accuses nobody, and it changes no
 * point: only the events are read, never the ledger. The campaign is to encourage, so show a member
 * their own signals first, and choose thresholds that an honest week does not meet.
 *
 * Looked at are activities of members that the campaign counts, held within its weeks, as they
 * stand at `at`; plans, deleted and cancelled ones are not. An activity is written down when an
 * event first tells it as held, or earlier where its own `loggedAt` says so. The order of events
 * changes nothing.
 *
 * Gotcha: events made of two exports bear the moment of the later one unless the records carry
 * `loggedAt`; without it a whole week looks like one burst.
 *
 * @param events - of all activities, in any order
 * @param signals - compiled rules
 * @param context - the open campaign, until when, and the ties of members to accounts
 * @returns signals in one order, with what could not be judged
 * @throws {@link HoitoError} `not-an-instant`
 *
 * @example A week written down five days late
 * ```ts
 * import { compileCalendar, orThrow } from "hoito";
 * import {
 *   type CampaignDefinition,
 *   compileCampaign,
 *   compileSignals,
 *   findSignals,
 *   openCampaign,
 * } from "hoito/campaigns";
 *
 * const definition: CampaignDefinition = {
 *   zone: "Europe/Helsinki",
 *   period: { from: "2018-01-15", until: "2018-02-12" },
 *   weeks: { scored: "deadlineWithin" },
 *   deadline: {
 *     weekday: "monday", time: "12:00", bound: "inclusive", roll: "next",
 *     gap: "later", overlap: "earlier",
 *   },
 *   life: {
 *     announcedOn: "2018-01-12",
 *     cutOff: { date: "2018-02-20", time: "12:00" },
 *     judgingDays: 7,
 *   },
 *   counts: { field: "kind", equals: "visit" },
 *   lateActivities: "failTheWeek",
 *   emptyWeek: "zero",
 *   absence: { excusedFromDays: "never", thresholds: "full", partTime: "full", rounding: "up" },
 *   criteria: {
 *     status: {
 *       kind: "activity", points: 1, scoring: "allOrNothing",
 *       where: { field: "status", equals: "complete" },
 *     },
 *   },
 *   ranking: { ranks: "competition", ties: [] },
 * };
 * const year = { from: "2018-01-01", until: "2019-01-01" } as const;
 * const calendar = orThrow(compileCalendar({ ...year, weekend: ["saturday", "sunday"] }));
 * const campaign = orThrow(compileCampaign(definition, { name: "spring" }));
 * const open = orThrow(openCampaign([{ id: "s" }], campaign, { calendar }));
 *
 * const visit = { accountId: "A", personId: "s", kind: "visit", status: "complete" } as const;
 * const activity = { ...visit, id: 1, heldOn: "2018-01-17" } as const;
 * const events = [{ at: "2018-01-22T09:00:00Z", kind: "logged", activity }] as const;
 * const signals = orThrow(compileSignals({ backDated: { atLeast: 1, longestDays: 3 } }, {}));
 * const report = findSignals(events, signals, { open, at: "2018-01-22T12:00:00Z" });
 * report.signals[0]?.kind; // => "backDated"
 * report.signals[0]?.activities; // => [
 * //   {
 * //     id: 1,
 * //     accountId: "A",
 * //     heldOn: "2018-01-17",
 * //     writtenAt: "2018-01-22T09:00:00Z",
 * //     daysLater: 5,
 * //   },
 * // ]
 * ```
 *
 * @category Campaigns
 */
export function findSignals(
  events: readonly CampaignEvent[],
  signals: CompiledSignals,
  { open, at, ties }: SignalContext,
): SignalReport {
  const left = new Map<string, number>();
  const leaveOut: LeaveOut = (reason, count = 1) => {
    left.set(reason, (left.get(reason) ?? 0) + count);
  };
  const members = signalActivities(events, open, momentAt(at), leaveOut);
  const search: Search = { signals, open, ties, leaveOut };
  const found = KINDS.flatMap((kind) => members.flatMap((member) => look(kind, member, search)));
  const activities = members.reduce((sum, { seen }) => sum + seen.length, 0);
  const isUnknown = signals.definition.selfDealing !== undefined && ties === undefined;
  return { signals: found, activities, excluded: inOrder(left), missing: isUnknown ? NO_TIES : [] };
}

const NO_TIES: readonly MissingFact[] = [{ path: "ties", why: "notSupplied" }];

interface Search {
  readonly signals: CompiledSignals;
  readonly open: OpenCampaign;
  readonly ties: readonly MemberTie[] | undefined;
  readonly leaveOut: LeaveOut;
}

function look(
  kind: SignalKind,
  member: SeenMember,
  { signals, open, ties, leaveOut }: Search,
): readonly Signal[] {
  const { burst, deadlineRush, backDated, afterDeadline, alikeNotes, selfDealing, crowdedDay } =
    signals.definition;
  switch (kind) {
    case "burst":
      return burst ? burstsOf(member, burst) : [];
    case "deadlineRush":
      return deadlineRush ? deadlineRushesOf(member, deadlineRush, open) : [];
    case "backDated":
      return backDated ? backDatingOf(member, backDated, open) : [];
    case "afterDeadline":
      return afterDeadline ? afterDeadlineOf(member, afterDeadline, open) : [];
    case "alikeNotes":
      return alikeNotes ? alikeNotesOf(member, alikeNotes, leaveOut) : [];
    case "selfDealing":
      return selfDealing && ties ? selfDealingOf(member, selfDealing, ties) : [];
    case "crowdedDay":
      return crowdedDay ? crowdedDaysOf(member, crowdedDay, signals, leaveOut) : [];
  }
}

function inOrder(left: ReadonlyMap<string, number>): readonly Exclusion[] {
  const reasons = [...left].sort(([one], [other]) => compareIds(one, other));
  return reasons.map(([reason, count]) => ({ reason, count }));
}
