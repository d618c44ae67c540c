import type { RecordId } from "../facts/index.js";
import type { Decision, StepReason } from "../shapes/index.js";
import type { IsoWeekText } from "../time/index.js";
import type { Ledger, LedgerEntry } from "./ledger.js";
import { ledgerEntries } from "./ledger-as-of.js";
import { askedAt, type MomentOfAsking, momentAt, momentIn } from "./moment-of-asking.js";
import type { OpenCampaign } from "./open-campaign.js";

/** Which number is asked about: all of a member's points, those of a week, of a criterion, or both. */
export interface PointsQuestion extends MomentOfAsking {
  readonly memberId: RecordId;
  readonly week?: IsoWeekText;
  readonly criterion?: string;
}

/**
 * Why a member has these points: one step a ledger entry, with its cause, its events and what caps
 * took.
 *
 * @param ledger - of the moment asked about or later
 * @param open - the campaign that the ledger was made with
 * @param question - member, moment, and a week or criterion to look at
 * @returns the points, and the entries that add up to them; `missing` is empty, for what is not in
 * the events does not count
 * @throws {@link HoitoError} `ledger-of-another-campaign`, `ledger-too-short`, `not-an-instant`
 *
 * @category Campaigns
 */
export function explainPoints(
  ledger: Ledger,
  open: OpenCampaign,
  question: PointsQuestion,
): Decision<number> {
  const at = askedAt(open, question);
  const { memberId, week, criterion } = question;
  const until = momentIn(ledger, open, at);
  const { campaign } = open;
  const entries = ledgerEntries(ledger, memberId).filter((entry) => {
    const isAsked = week === undefined || entry.week === week;
    const isOf = criterion === undefined || entry.criterion === criterion;
    return isAsked && isOf && momentAt(entry.at) <= until;
  });
  const units = entries.reduce((total, entry) => total + entry.units, 0);
  return {
    value: units / campaign.unitsPerPoint,
    because: entries.map((entry) => stepOf(entry, campaign.name, campaign.unitsPerPoint)),
    missing: [],
  };
}

function stepOf(entry: LedgerEntry, name: string, unitsPerPoint: number): StepReason {
  const { withheld = [], events, week, at, cause, kind, criterion, units, id } = entry;
  const caps = withheld.map((each) => ({
    kind: "step" as const,
    step: "withheld",
    path: `campaigns.${name}.${each.cap}`,
    details: { points: each.units / unitsPerPoint },
    of: [],
  }));
  return {
    kind: "step",
    step: kind,
    path: `campaigns.${name}.criteria.${criterion}`,
    details: {
      points: units / unitsPerPoint,
      cause,
      week,
      at,
      entry: id,
      events: events.map((each) => `${each.kind} ${each.id} ${each.at}`),
    },
    of: caps,
  };
}
