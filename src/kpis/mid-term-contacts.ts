import type { Activity, Contract } from "../facts/index.js";
import { daysBetween, toCivilDate, toEpochDay } from "../time/index.js";
import type { Figure } from "./figure.js";
import type { FigureKind } from "./figure-kind.js";
import { sinceEver } from "./figure-window.js";
import { overRecords, type RecordContext } from "./over-records.js";
import { operational, type RateMethod, rateKind } from "./rate-kind.js";
import { count, exclude } from "./tally.js";

/**
 * Which contacts count as mid-term contacts, and how many days around the half-way day will do.
 *
 * @category KPIs
 */
export interface MidTermMethod extends RateMethod {
  readonly kinds: readonly string[];
  /** Of an odd number of days the middle falls between two: the earlier or the later one. */
  readonly oddDay: "earlier" | "later";
  /** Whole numbers from 0, inclusive. */
  readonly daysBefore: number;
  readonly daysAfter: number;
}

/**
 * The share of fixed-term contracts of one customer whose mid-term contact was made.
 *
 * A contract falls due on its half-way day and counts in the period that holds this day. It counts
 * once a contact was made, or its days are over without one; until then it is left out as
 * `daysNotOver`. An open-ended contract has no half-way.
 *
 * @param records - contacts and contracts of one customer
 * @param method - kinds of contact, which middle, days around it
 * @param context - day and period
 * @returns a share
 * @throws {@link HoitoError} `not-a-civil-date`, or a fault of the period or of a convention
 *
 * @example Two years, and a contact in the first month of the second
 * ```ts
 * import { midTermContacts } from "hoito/kpis";
 *
 * const records = {
 *   contracts: [{ id: 1, accountId: 1, startsOn: "2022-01-01", endsOn: "2024-01-01" }],
 *   activities: [{ id: 1, accountId: 1, kind: "call", status: "held", heldOn: "2023-01-20" }],
 * } as const;
 * const method = { kinds: ["call"], oddDay: "earlier", daysBefore: 30, daysAfter: 30 } as const;
 * midTermContacts(records, method, { asOf: "2023-12-31", period: { calendar: "year" } }).value; // => 1
 * ```
 *
 * @category KPIs
 */
export function midTermContacts(
  records: { readonly activities: readonly Activity[]; readonly contracts: readonly Contract[] },
  method: MidTermMethod,
  context: RecordContext,
): Figure {
  return overRecords(midTermKind, records, method, context);
}

const days = { kind: "number", atLeast: 0, atMost: 366, whole: true } as const;

/** The figure that a board can compute. */
export const midTermKind: FigureKind<MidTermMethod> = rateKind<MidTermMethod>({
  describe: operational(
    "Mid-term contacts made",
    "Sopimuskauden puolivälin yhteydenotot",
    "fixed-term contracts with a contact around their half-way day by those whose days are over",
    "S2 §6, §9.7",
  ),
  arguments: {
    kinds: { kind: "texts" },
    oddDay: { kind: "word", words: ["earlier", "later"] },
    daysBefore: days,
    daysAfter: days,
  },
  reads: ["activities", "contracts"],
  readsFrom: sinceEver,
  add: (tally, facts, { kinds, oddDay, daysBefore, daysAfter }) => {
    const { asOf, from, last } = facts.window;
    const held: number[] = [];
    for (const { kind, status, heldOn } of facts.all("activities", tally)) {
      if (!kinds.includes(kind) || heldOn === undefined || heldOn > asOf) continue;
      if (status === "held" || status === "complete") held.push(toEpochDay(heldOn));
    }
    for (const contract of facts.all("contracts", tally)) {
      const dueDay = halfWayOf(contract, oddDay);
      if (typeof dueDay === "string") {
        exclude(tally, dueDay);
        continue;
      }
      const due = toCivilDate(dueDay);
      if (due < from || due > last) {
        exclude(tally, due > asOf ? "afterAsOf" : "outsidePeriod");
        continue;
      }
      const isMade = held.some((day) => day >= dueDay - daysBefore && day <= dueDay + daysAfter);
      if (!isMade && daysBetween(due, asOf) < daysAfter) exclude(tally, "daysNotOver");
      else {
        count(tally, "denominator");
        if (isMade) count(tally, "numerator");
      }
    }
  },
});

/** The middle of a contract as an epoch day, or why it has none; as the cadence reckons it. */
function halfWayOf(
  { startsOn, endsOn }: Contract,
  oddDay: MidTermMethod["oddDay"],
): number | "openEnded" | "endBeforeStart" {
  if (endsOn === undefined) return "openEnded";
  if (endsOn <= startsOn) return "endBeforeStart";
  const half = daysBetween(startsOn, endsOn) / 2;
  return toEpochDay(startsOn) + (oddDay === "later" ? Math.ceil(half) : Math.floor(half));
}
