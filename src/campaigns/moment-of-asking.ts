import type { Instant } from "../facts/index.js";
import { HoitoError, showInput } from "../shapes/index.js";
import { readInstant } from "../time/index.js";
import { idKey } from "./campaign-event.js";
import type { Ledger } from "./ledger.js";
import type { OpenCampaign } from "./open-campaign.js";

/** The moment a question is asked at: ISO 8601 text in UTC. */
export interface MomentOfAsking {
  readonly at: Instant;
}

/** The moment that a question about an open campaign is asked at; JavaScript may hand over neither. */
export function askedAt(open: OpenCampaign, context: MomentOfAsking): Instant {
  const { members, weeks } = Object(open) as Partial<OpenCampaign>;
  if (!Array.isArray(members) || !Array.isArray(weeks)) {
    const text =
      "this is no open campaign: write `orThrow(openCampaign(members, campaign, { calendar }))`";
    throw new HoitoError(text, { code: "not-an-open-campaign", path: "open", received: open });
  }
  const { at } = Object(context) as MomentOfAsking;
  momentAt(at);
  return at;
}

/** Milliseconds of a moment of asking. */
export function momentAt(at: Instant): number {
  const moment = readInstant(at);
  if (moment !== undefined) return moment;
  const text = `${showInput(at)} is no moment: write \`{ at: "2018-01-31T12:00:00Z" }\``;
  throw new HoitoError(text, { code: "not-an-instant", path: "at", received: at });
}

/**
 * A ledger is read with the campaign it was made with.
 *
 * The hash is no protection against forgery, so the pages are held against the campaign as well:
 * one for each member, each with one for each week.
 */
export function requireSame(ledger: Ledger, open: OpenCampaign): void {
  const { hash, members } = ledger;
  if (hash !== open.hash) {
    const text = `the ledger was made with another definition, other members or weeks of \`${open.campaign.name}\``;
    throw new HoitoError(text, {
      code: "ledger-of-another-campaign",
      path: "hash",
      received: hash,
    });
  }
  const wanted = open.members.map(({ id }) => idKey(id)).sort();
  const found = members.map(({ memberId }) => idKey(memberId)).sort();
  const isWhole = found.length === wanted.length && found.every((id, at) => id === wanted[at]);
  if (!isWhole) throw tampered("members", "the ledger has not one page for each member");
  for (const [index, { weeks, elsewhere }] of members.entries()) {
    const isOfWeeks =
      weeks.length === open.weeks.length &&
      weeks.every(({ week }, position) => week === open.weeks[position]!.week);
    const at = `members[${index}]`;
    if (!isOfWeeks) {
      throw tampered(`${at}.weeks`, "the page has not one week for each of the campaign");
    }
    const histories = [elsewhere, ...weeks.map((each) => each.histories)].flat();
    if (histories.every((history) => history.length > 0)) continue;
    throw tampered(at, "the page holds a history in which nothing happened");
  }
}

function tampered(path: string, text: string): HoitoError {
  return new HoitoError(text, { code: "malformed-ledger", path });
}

/** Milliseconds of a moment that the ledger has come to; after the cut-off nothing more comes. */
export function momentIn(ledger: Ledger, open: OpenCampaign, at: Instant): number {
  requireSame(ledger, open);
  const now = momentAt(at);
  if (Math.min(now, open.cutOffAt) <= momentAt(ledger.at)) return now;
  const text = `${showInput(at)} is after the ledger's own moment ${showInput(ledger.at)}`;
  throw new HoitoError(text, { code: "ledger-too-short", path: "at", received: at });
}
