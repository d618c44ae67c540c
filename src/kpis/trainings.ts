import type { Activity } from "../facts/index.js";
import type { Figure } from "./figure.js";
import { type FigureKind, figureKind } from "./figure-kind.js";
import { partsOf, ratio } from "./figure-of.js";
import { overRecords, type RecordContext } from "./over-records.js";
import { countKind, operational } from "./rate-kind.js";
import { count, place } from "./tally.js";
import { visitsHeld } from "./visit-quality.js";

/**
 * How many trainings were held for one customer in a period.
 *
 * "The past year" means a calendar year or the last twelve months: the period says which. A
 * training counts that was held or is complete; a planned or cancelled one does not.
 *
 * @param activities - of the customer, in any order
 * @param method - which kinds of activity are trainings
 * @param context - day and period
 * @returns a count; the period must be one that exists
 * @throws {@link HoitoError} `not-a-civil-date`, or a fault of the period or of a convention
 *
 * @example The calendar year and the last twelve months differ
 * ```ts
 * import type { Activity } from "hoito";
 * import { trainingsHeld } from "hoito/kpis";
 *
 * const training = { accountId: 1, kind: "training", status: "complete" } as const;
 * const activities: Activity[] = [
 *   { ...training, id: 1, heldOn: "2017-06-01" },
 *   { ...training, id: 2, heldOn: "2018-02-01" },
 * ];
 * const kinds = { kinds: ["training"] };
 * const asOf = "2018-03-28";
 * trainingsHeld(activities, kinds, { asOf, period: { calendar: "year" } }).value; // => 1
 * trainingsHeld(activities, kinds, { asOf, period: { rolling: { months: 12 } } }).value; // => 2
 * ```
 *
 * @category KPIs
 */
export function trainingsHeld(
  activities: readonly Activity[],
  method: TrainingMethod,
  context: RecordContext,
): Figure {
  return overRecords(heldKind, { activities }, method, context);
}

/**
 * Which kinds of activity are trainings.
 *
 * @category KPIs
 */
export interface TrainingMethod {
  readonly kinds: readonly string[];
}

const kinds = { kinds: { kind: "texts" } } as const;

const heldKind: FigureKind<TrainingMethod> = countKind<TrainingMethod>({
  describe: operational(
    "Trainings held",
    "Pidetyt koulutukset",
    "activities of these kinds that were held in the period",
    "S0 §2.65; S2 §6",
  ),
  arguments: kinds,
  reads: ["activities"],
  add: (tally, facts, { kinds: wanted }) => {
    count(tally, "numerator", visitsHeld(tally, facts, wanted).length);
  },
});

const perCustomerKind: FigureKind<TrainingMethod> = {
  describe: operational(
    "Trainings per customer",
    "Koulutukset asiakasta kohden",
    "trainings of the period by accounts; parts are the accounts with so many",
    "S0 §2.65, §9.28",
  ),
  arguments: kinds,
  reads: ["activities"],
  add: (tally, facts, { kinds: wanted }) => {
    const trainings = visitsHeld(tally, facts, wanted).length;
    count(tally, "denominator");
    count(tally, "numerator", trainings);
    place(tally, "accounts", trainings);
  },
  finish: (tally) => ({ ...ratio(tally, "times"), parts: partsOf(tally, "accounts") }),
};

/** The figures of this family that a board can compute. */
export const trainingKinds: Readonly<Record<string, FigureKind>> = {
  trainingsHeld: figureKind(heldKind),
  trainingsPerCustomer: figureKind(perCustomerKind),
};
