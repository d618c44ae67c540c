import type { Activity } from "../facts/index.js";
import type { QuantileType } from "../measures/index.js";
import { civilTimeAt, readInstant, toEpochDay } from "../time/index.js";
import type { Figure } from "./figure.js";
import { type FigureKind, figureKind, withShared } from "./figure-kind.js";
import { quantileOf } from "./figure-of.js";
import { overRecords, type RecordContext } from "./over-records.js";
import { operational } from "./rate-kind.js";
import { exclude, place } from "./tally.js";
import { checkZone, kinds, visitsHeld } from "./visit-quality.js";

/**
 * How long it takes until a visit is written down.
 *
 * @category KPIs
 */
export interface DelayMethod {
  /** Kinds of activity that count. */
  readonly kinds: readonly string[];
  /** In which the day of writing down is read. */
  readonly zone: string;
  /** 0 … 1; 0.5 is the median. */
  readonly quantile: number;
  readonly type: QuantileType;
}

/**
 * The days between a visit and its being written down: a quantile, such as the median.
 *
 * A visit written down on its own day took 0 days. One that is not written down yet, and one whose
 * record is older than itself, is left out and told.
 *
 * @param activities - in any order
 * @param method - kinds, zone, quantile and its type
 * @param context - day and period
 * @returns days
 * @throws {@link HoitoError} `unknown-zone`, `not-a-civil-date`, or a fault of the period or of a convention
 *
 * @example The median of three
 * ```ts
 * import type { Activity } from "hoito";
 * import { recordingDelay } from "hoito/kpis";
 *
 * const activities = [16, 17, 26].map((day): Activity => {
 *   const loggedAt = `2018-01-${day}T08:00:00Z` as const;
 *   const visit = { accountId: 1, kind: "visit", status: "complete" } as const;
 *   return { ...visit, id: day, heldOn: "2018-01-16", loggedAt };
 * });
 * const median = { kinds: ["visit"], zone: "Europe/Helsinki", quantile: 0.5, type: 7 } as const;
 * const year = { asOf: "2018-12-31", period: { calendar: "year" } } as const;
 * recordingDelay(activities, median, year).value; // => 1
 * ```
 *
 * @category KPIs
 */
export function recordingDelay(
  activities: readonly Activity[],
  method: DelayMethod,
  context: RecordContext,
): Figure {
  return overRecords(delayKind, { activities }, method, context);
}

const delayKind: FigureKind<DelayMethod> = {
  describe: operational(
    "Recording delay",
    "Kirjausviive",
    "days from the visit to its being written down, as a quantile",
    "S0 §6",
  ),
  arguments: withShared(kinds, {
    zone: { kind: "text" },
    quantile: { kind: "number", atLeast: 0, atMost: 1 },
    type: { kind: "number", atLeast: 1, atMost: 9, whole: true },
  }),
  reads: ["activities"],
  check: checkZone,
  add: (tally, facts, { kinds: wanted, zone }) => {
    for (const { heldOn, loggedAt } of visitsHeld(tally, facts, wanted)) {
      const at = readInstant(loggedAt);
      if (at === undefined) {
        exclude(tally, "notLogged");
        continue;
      }
      const days = toEpochDay(civilTimeAt(at, zone).date) - toEpochDay(heldOn!);
      if (days < 0) exclude(tally, "loggedBeforeHeld");
      else place(tally, "delays", days);
    }
  },
  finish: (tally, { quantile, type }) =>
    quantileOf(tally, "delays", { quantile, type, unit: "days" }),
};

/** The figures of this family that a board can compute. */
export const delayKinds: Readonly<Record<string, FigureKind>> = {
  recordingDelay: figureKind(delayKind),
};
