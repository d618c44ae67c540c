import {
  type AccountRecords,
  type Activity,
  compareIds,
  type FollowUp,
  type RecordId,
  type RecordKind,
} from "../../facts/index.js";
import { type CivilDate, toEpochDay } from "../../time/index.js";

/**
 * What whoever stands in has to know about one account.
 *
 * @category Cadence
 */
export interface HandoverEntry {
  readonly accountId: RecordId;
  /** The latest that were held, latest first. */
  readonly lastActivities: readonly Activity[];
  /** What was promised and is not done, the one due first at the top, those without a day last. */
  readonly followUps: readonly (FollowUp & { readonly activityId: RecordId })[];
  /** What is planned within the absence or whenever, by day. */
  readonly comingVisits: readonly Activity[];
  /** Kinds of record that are not known to be complete: there may be more. */
  readonly incomplete: readonly RecordKind[];
}

/**
 * The handover sheet of somebody who is away: last activities, agreed follow-ups and coming visits
 * of every account they are responsible for or have planned something with.
 *
 * @param accounts - accounts with their records
 * @param personId - who is away
 * @param context - `asOf`: the last day of history; `until`: the first day without need of help;
 *   `last`: how many past activities are shown
 * @returns one entry for each account that the person has to do with, in their order
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date
 *
 * @example A promise that is still open
 * ```ts
 * import { handoverSheet } from "hoito/cadence";
 *
 * const records = {
 *   account: { id: "A" },
 *   coverage: { activities: "complete", ownerships: "complete" },
 *   ownerships: [{ accountId: "A", personId: 7, role: "responsible", naming: "named" }],
 *   activities: [
 *     {
 *       id: 1,
 *       accountId: "A",
 *       kind: "visit",
 *       status: "complete",
 *       heldOn: "2018-01-15",
 *       followUps: [{ what: "send the price list", dueOn: "2018-02-01" }],
 *     },
 *   ],
 * } as const;
 * const absence = { asOf: "2018-01-22", until: "2018-02-01", last: 3 } as const;
 * const [entry] = handoverSheet([records], 7, absence);
 * entry?.followUps[0]?.what; // => "send the price list"
 * ```
 *
 * @category Cadence
 */
export function handoverSheet(
  accounts: readonly AccountRecords[],
  personId: RecordId,
  context: { readonly asOf: CivilDate; readonly until: CivilDate; readonly last: number },
): readonly HandoverEntry[] {
  toEpochDay(context.asOf);
  return accounts
    .filter((records) => isConcerned(records, personId, context.asOf))
    .map((records) => entryOf(records, context));
}

function isConcerned(
  { ownerships = [], activities = [] }: AccountRecords,
  personId: RecordId,
  asOf: CivilDate,
): boolean {
  const owns = ownerships.some(
    ({ personId: owner, role, naming, validFrom = asOf, validUntil }) =>
      owner === personId &&
      role === "responsible" &&
      naming === "named" &&
      validFrom <= asOf &&
      (validUntil === undefined || asOf < validUntil),
  );
  return owns || activities.some((each) => each.personId === personId && isToCome(each, asOf));
}

function isToCome({ status, plannedOn }: Activity, asOf: CivilDate): boolean {
  return status === "planned" && plannedOn !== undefined && plannedOn >= asOf;
}

function entryOf(
  { account, activities = [], coverage }: AccountRecords,
  {
    asOf,
    until,
    last,
  }: { readonly asOf: CivilDate; readonly until: CivilDate; readonly last: number },
): HandoverEntry {
  const held = activities.filter(
    ({ status, heldOn }) =>
      (status === "held" || status === "complete") && heldOn !== undefined && heldOn <= asOf,
  );
  const followUps = activities
    .filter(({ status }) => status !== "cancelled")
    .flatMap(({ id, followUps: list = [] }) => list.map((each) => ({ ...each, activityId: id })))
    .filter(({ doneOn }) => doneOn === undefined || doneOn > asOf);
  const coming = activities.filter((each) => isToCome(each, asOf) && each.plannedOn! < until);
  return {
    accountId: account.id,
    lastActivities: held.sort((a, b) => byDay("heldOn", b, a)).slice(0, last),
    followUps: followUps.sort(
      (a, b) =>
        compareIds(a.dueOn ?? "9999", b.dueOn ?? "9999") ||
        compareIds(a.activityId, b.activityId) ||
        compareIds(a.what, b.what),
    ),
    comingVisits: coming.sort((a, b) => byDay("plannedOn", a, b)),
    incomplete: (["ownerships", "activities"] as const).filter(
      (kind) => coverage[kind] !== "complete",
    ),
  };
}

/** Both have the day. */
function byDay(day: "heldOn" | "plannedOn", left: Activity, right: Activity): number {
  return compareIds(String(left[day]), String(right[day])) || compareIds(left.id, right.id);
}
