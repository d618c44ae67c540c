import type { Instant } from "../facts/index.js";
import { HoitoError, showInput } from "../shapes/index.js";
import { readInstant } from "../time/index.js";
import type { Ledger } from "./ledger.js";
import type { OpenCampaign } from "./open-campaign.js";

/** The moment a question is asked at: ISO 8601 text in UTC. */
export interface MomentOfAsking {
  readonly at: Instant;
}

/** Milliseconds of a moment of asking. */
export function momentAt(at: Instant): number {
  const moment = readInstant(at);
  if (moment !== undefined) return moment;
  const text = `${showInput(at)} is no moment`;
  throw new HoitoError(text, { code: "not-an-instant", path: "at", received: at });
}

/** A ledger is read with the campaign it was made with. */
export function requireSame({ hash }: Ledger, { campaign: { name }, ...open }: OpenCampaign): void {
  if (hash === open.hash) return;
  const text = `the ledger was made with another definition, other members or weeks of \`${name}\``;
  throw new HoitoError(text, { code: "ledger-of-another-campaign", path: "hash", received: hash });
}

/** Milliseconds of a moment that the ledger has come to; after the cut-off nothing more comes. */
export function momentIn(ledger: Ledger, open: OpenCampaign, at: Instant): number {
  requireSame(ledger, open);
  const now = momentAt(at);
  if (Math.min(now, open.cutOffAt) <= momentAt(ledger.at)) return now;
  const text = `${showInput(at)} is after the ledger's own moment ${showInput(ledger.at)}`;
  throw new HoitoError(text, { code: "ledger-too-short", path: "at", received: at });
}
