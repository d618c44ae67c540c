import type { Activity, Instant } from "../facts/index.js";
import { canonicalJson } from "../shapes/index.js";
import { readInstant } from "../time/index.js";
import { type ActivityEvent, compareIds, idKey } from "./campaign-event.js";
import { momentAt } from "./moment-of-asking.js";

/** When the two exports were made. */
export interface SnapshotContext {
  /** Of the later export: events without a stamp of their own are of this moment. */
  readonly at: Instant;
  /**
   * Of the earlier export. With it, an activity's own stamps (entered, logged, closed, judged) that
   * lie between the two say when it changed; without it everything is of the later export.
   */
  readonly since?: Instant;
}

/**
 * What happened between two exports of a register that keeps only its present state.
 *
 * An activity that is new was logged; one that is gone was deleted; one that differs was edited,
 * or judged where the quality of its notes differs, or both. One with another person was deleted
 * for the one and logged for the other.
 *
 * Gotcha: of several changes between two exports only the outcome is seen, so export just after
 * each deadline.
 *
 * @param before - all activities of the earlier export; `[]` for the first
 * @param after - all activities of the later export
 * @param context - when they were made
 * @returns events by id, ready for `ledgerOf`
 * @throws {@link HoitoError} `not-an-instant`
 *
 * @example A visit that was closed between two exports
 * ```ts
 * import { eventsFromSnapshots } from "hoito/campaigns";
 *
 * const visit = { id: 1, accountId: "A", kind: "visit", personId: "s", heldOn: "2018-01-17" } as const;
 * const before = [{ ...visit, status: "held" }] as const;
 * const after = [{ ...visit, status: "complete", closedAt: "2018-01-22T09:59:00Z" }] as const;
 * const between = { since: "2018-01-21T22:00:00Z", at: "2018-01-22T22:00:00Z" } as const;
 * const [event] = eventsFromSnapshots(before, after, between);
 * event?.kind; // => "edited"
 * event?.at; // => "2018-01-22T09:59:00Z"
 * ```
 *
 * @category Campaigns
 */
export function eventsFromSnapshots(
  before: readonly Activity[],
  after: readonly Activity[],
  context: SnapshotContext,
): readonly ActivityEvent[] {
  momentAt(context.at);
  const old = new Map(before.map((activity) => [keyOf(activity), activity]));
  const next = new Map(after.map((activity) => [keyOf(activity), activity]));
  const events: ActivityEvent[] = [];
  for (const [key, activity] of old) {
    if (!next.has(key)) events.push({ at: context.at, kind: "deleted", activity });
  }
  for (const [key, activity] of next) events.push(...changes(old.get(key), activity, context));
  const kinds = ["deleted", "logged", "edited", "judged"];
  return events.sort((left, right) => {
    return (
      compareIds(left.activity.id, right.activity.id) ||
      kinds.indexOf(left.kind) - kinds.indexOf(right.kind)
    );
  });
}

function keyOf({ id, personId }: Activity): string {
  return JSON.stringify([idKey(id), personId === undefined ? null : idKey(personId)]);
}

function changes(
  old: Activity | undefined,
  activity: Activity,
  context: SnapshotContext,
): readonly ActivityEvent[] {
  const { enteredAt, loggedAt, closedAt, noteJudgedAt } = activity;
  const at = latestOf([enteredAt, loggedAt, closedAt], context);
  const judgedAt = latestOf([noteJudgedAt], context);
  const judged: ActivityEvent = { at: judgedAt, kind: "judged", activity };
  if (old === undefined) {
    const { noteQuality: _quality, noteJudgedAt: _at, ...unjudged } = activity;
    const logged: ActivityEvent = { at, kind: "logged", activity: unjudged };
    return activity.noteQuality === undefined ? [logged] : [logged, judged];
  }
  const isJudged =
    old.noteQuality !== activity.noteQuality || old.noteJudgedAt !== activity.noteJudgedAt;
  const edited = withVerdictOf(old, activity);
  const isEdited = canonicalJson(edited) !== canonicalJson(old);
  return [
    ...(isEdited ? [{ at, kind: "edited", activity: edited } as const] : []),
    ...(isJudged ? [judged] : []),
  ];
}

/** The later contents with the earlier verdict. */
function withVerdictOf(old: Activity, activity: Activity): Activity {
  const { noteQuality: _quality, noteJudgedAt: _at, ...rest } = activity;
  const { noteQuality, noteJudgedAt } = old;
  return {
    ...rest,
    ...(noteQuality === undefined ? {} : { noteQuality }),
    ...(noteJudgedAt === undefined ? {} : { noteJudgedAt }),
  };
}

/** The latest of the stamps that lie after the earlier export, or the moment of the later one. */
function latestOf(
  stamps: readonly (Instant | undefined)[],
  { at, since }: SnapshotContext,
): Instant {
  if (since === undefined) return at;
  const [from, until] = [momentAt(since), momentAt(at)];
  let latest: Instant | undefined;
  for (const stamp of stamps) {
    const moment = readInstant(stamp);
    if (moment === undefined || moment <= from || moment > until) continue;
    if (latest === undefined || moment > momentAt(latest)) latest = stamp;
  }
  return latest ?? at;
}
