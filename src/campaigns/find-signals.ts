import type { MissingFact } from "../shapes/index.js";
import type { Exclusion } from "../value/index.js";
import type { CampaignEvent } from "./campaign-event.js";
import { type CompiledSignals, KINDS } from "./compile-signals.js";
import { type MomentOfAsking, momentAt } from "./extend-ledger.js";
import type { OpenCampaign } from "./open-campaign.js";
import type { MemberTie, Signal, SignalKind, SignalReport } from "./signal.js";
import { type LeaveOut, type SeenMember, signalActivities } from "./signal-activities.js";
import { afterDeadlineOf, backDatingOf, burstsOf, deadlineRushesOf } from "./signal-moments.js";
import { alikeNotesOf } from "./signal-notes.js";
import { crowdedDaysOf, selfDealingOf } from "./signal-places.js";

/** Where and when signals are looked for. */
export interface SignalContext extends MomentOfAsking {
  readonly open: OpenCampaign;
  /** Who has a tie to which account; without it nobody knows, and self-dealing is not looked for. */
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
 * Looked at are activities of members that the campaign counts, held within its weeks, as they stand
 * at `at`; plans, deleted and cancelled ones are not. An activity is written down when an event
 * first tells it as held, or earlier where its own `loggedAt` says so. The order of events changes
 * nothing.
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
  const reasons = [...left].sort(([one], [other]) => (one < other ? -1 : 1));
  return reasons.map(([reason, count]) => ({ reason, count }));
}
