import type { Activity, Instant, RecordId } from "../facts/index.js";
import { canonicalJson, HoitoError, showInput } from "../shapes/index.js";
import { type CivilDate, readInstant } from "../time/index.js";

/**
 * Something that happened to an activity, with the activity as it stood after it. A deleted one
 * carries what it was.
 *
 * The person of an activity is part of its identity: a visit handed over to a colleague is deleted
 * for the one and logged for the other, as {@link eventsFromSnapshots} tells it.
 *
 * @category Campaigns
 */
export interface ActivityEvent {
  readonly at: Instant;
  readonly kind: "logged" | "edited" | "judged" | "deleted";
  readonly activity: Activity;
}

/**
 * A deed that earns points by itself, or its withdrawal.
 *
 * @category Campaigns
 */
export interface CreditEvent {
  readonly at: Instant;
  readonly kind: "credited" | "withdrawn";
  readonly credit: Credit;
}

/** A deed of a member about an account: a lead passed on, an account moved to a higher class. */
export interface Credit {
  readonly id: RecordId;
  /** Which criterion it earns by, as in `"promotions"`. */
  readonly source: string;
  readonly memberId: RecordId;
  readonly accountId: RecordId;
  readonly on: CivilDate;
  /** How often it earns, 1 … 1 000: classes climbed, for example. */
  readonly times: number;
}

/** What a campaign is made of. */
export type CampaignEvent = ActivityEvent | CreditEvent;

/** The moment of an event in milliseconds; an event without one breaks the contract. */
export function momentOf(event: CampaignEvent): number {
  const moment = readInstant(event.at);
  if (moment !== undefined) return moment;
  const text = `${showInput(event.at)} is no moment of an event`;
  throw new HoitoError(text, { code: "not-an-instant", path: "at", received: event.at });
}

/** An event that is none breaks the contract. */
export function requireEvent(event: CampaignEvent): void {
  const { kind } = event;
  if (!Object.hasOwn(KINDS, kind)) {
    const text = `${showInput(kind)} is no kind of event`;
    throw new HoitoError(text, { code: "unknown-value", path: "kind", received: kind });
  }
  const isCredit = kind === "credited" || kind === "withdrawn";
  const subject = isCredit ? "credit" : "activity";
  if (!Object.hasOwn(event, subject)) {
    const text = `an event that was \`${kind}\` has no \`${subject}\``;
    throw new HoitoError(text, { code: "missing-property", path: subject, received: event });
  }
  if (!("credit" in event)) return;
  const { times } = event.credit;
  if (Number.isInteger(times) && times >= 1 && times <= MOST_TIMES) return;
  const text = `${showInput(times)} is no whole number 1 to ${MOST_TIMES}`;
  throw new HoitoError(text, { code: "out-of-range", path: "credit.times", received: times });
}

const MOST_TIMES = 1000;

/** Who an event is about: the person of the activity, or the member of the credit. */
export function memberOf(event: CampaignEvent): RecordId | undefined {
  return "credit" in event ? event.credit.memberId : event.activity.personId;
}

/** The key of what an event happened to. */
export function subjectOf(event: CampaignEvent): string {
  return "credit" in event ? `credit ${idKey(event.credit.id)}` : idKey(event.activity.id);
}

/** A key that tells the number 1 from the text "1". */
export function idKey(id: RecordId): string {
  return typeof id === "number" ? `#${id}` : id.startsWith("#") ? `##${id}` : id;
}

/** Numbers by size before texts by their letters. */
export function compareIds(left: RecordId, right: RecordId): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (typeof left === typeof right) return left < right ? -1 : Number(left > right);
  return typeof left === "number" ? -1 : 1;
}

/**
 * The one order of events about one thing: by moment; at the same moment logged before edited
 * before judged before deleted; and what is then still equal by its content.
 */
export function compareEvents(left: CampaignEvent, right: CampaignEvent): number {
  const apart = momentOf(left) - momentOf(right) || KINDS[left.kind] - KINDS[right.kind];
  if (apart !== 0) return apart;
  const [one, other] = [canonicalJson(left), canonicalJson(right)];
  return one < other ? -1 : Number(one > other);
}

const KINDS: Readonly<Record<CampaignEvent["kind"], number>> = {
  logged: 0,
  edited: 1,
  judged: 2,
  deleted: 3,
  credited: 4,
  withdrawn: 5,
};
