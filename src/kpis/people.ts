import type { InboundCase, RecordId } from "../facts/index.js";
import { HoitoError } from "../shapes/index.js";
import { toEpochDay } from "../time/index.js";
import type { Figure } from "./figure.js";
import { type FigureKind, figureKind } from "./figure-kind.js";
import { figureOf, partsOf, ratio } from "./figure-of.js";
import { overRecords, type RecordContext } from "./over-records.js";
import { operational, type RateMethod, rateKind } from "./rate-kind.js";
import { count, exclude, place, startTally } from "./tally.js";

/**
 * Somebody who was invited to a training or a call, and whether they came.
 *
 * @category KPIs
 */
export interface Attendance {
  readonly personId: RecordId;
  readonly attended?: boolean;
  /** As sales, marketing or customer service. */
  readonly group?: string;
}

/**
 * How many of the invited came to a training.
 *
 * A person who was invited twice counts once: as who came if either says so, in the first of their
 * groups by letters. Those of whom nobody knows are left out and told.
 *
 * @param invited - in any order
 * @returns a share; parts are those who came by group
 *
 * @example Two of three
 * ```ts
 * import { trainingAttendance } from "hoito/kpis";
 *
 * const invited = [
 *   { personId: 1, attended: true, group: "sales" },
 *   { personId: 2, attended: true, group: "marketing" },
 *   { personId: 3, attended: false, group: "sales" },
 *   { personId: 4 },
 * ];
 * const figure = trainingAttendance(invited);
 * [figure.numerator, figure.denominator]; // => [2, 3]
 * ```
 *
 * @category KPIs
 */
export function trainingAttendance(invited: readonly Attendance[]): Figure {
  const tally = startTally();
  const people = new Map<RecordId, Attendance>();
  for (const each of invited) {
    const known = people.get(each.personId);
    if (known !== undefined) exclude(tally, "duplicate");
    people.set(each.personId, known === undefined ? each : together(known, each));
  }
  for (const { attended, group = "none" } of people.values()) {
    if (attended === undefined) exclude(tally, "unknown");
    else {
      count(tally, "denominator");
      if (attended) {
        count(tally, "numerator");
        place(tally, "groups", group);
      }
    }
  }
  return figureOf(tally, { ...ratio(tally, "share"), parts: partsOf(tally, "groups") }, {});
}

/** One person out of two invitations, whichever came first. */
function together(one: Attendance, other: Attendance): Attendance {
  const [group] = [one.group, other.group].filter((each) => each !== undefined).sort();
  const attended = one.attended === true || other.attended === true;
  const isKnown = one.attended !== undefined || other.attended !== undefined;
  return {
    personId: one.personId,
    ...(isKnown ? { attended } : {}),
    ...(group === undefined ? {} : { group }),
  };
}

/**
 * The scale of a staff survey, both ends included, and which answers are good.
 *
 * @category KPIs
 */
export interface StaffSurveyMethod {
  readonly from: number;
  readonly to: number;
  /** Lowest good answer, inclusive. */
  readonly goodFrom: number;
}

/**
 * Staff satisfaction: the share of good answers of a survey, beside their distribution.
 *
 * A survey asks everybody, so there is no interval. Answers off the scale, fractions too, are left
 * out and told.
 *
 * @param scores - one for each answer
 * @param method - the scale and its good end
 * @returns a share, with the answers at each step as parts
 * @throws {@link HoitoError} `not-a-scale` where the ends are no whole numbers in their order, or
 *   the good end lies off the scale
 *
 * @example Two of three are content
 * ```ts
 * import { staffSatisfaction } from "hoito/kpis";
 *
 * const figure = staffSatisfaction([5, 4, 2, 9], { from: 1, to: 5, goodFrom: 4 });
 * [figure.numerator, figure.denominator]; // => [2, 3]
 * ```
 *
 * @category KPIs
 */
export function staffSatisfaction(scores: readonly number[], method: StaffSurveyMethod): Figure {
  const tally = startTally();
  const { from, to, goodFrom } = method;
  if (!(Number.isInteger(from) && Number.isInteger(to) && from <= goodFrom && goodFrom <= to)) {
    const at = { code: "not-a-scale", path: "method", received: method };
    throw new HoitoError(
      `\`${goodFrom}\` does not lie on a scale from \`${from}\` to \`${to}\``,
      at,
    );
  }
  for (const score of scores) {
    if (!Number.isInteger(score) || score < from || score > to) {
      exclude(tally, "offScale");
      continue;
    }
    count(tally, "denominator");
    place(tally, "scores", score);
    if (score >= goodFrom) count(tally, "numerator");
  }
  return figureOf(tally, { ...ratio(tally, "share"), parts: partsOf(tally, "scores") }, method);
}

/**
 * A service standard: how soon a case is to be solved.
 *
 * @category KPIs
 */
export interface ServiceStandardMethod extends RateMethod {
  /** After the day it was received, that many days included; a whole number, 0 … 366. */
  readonly withinDays: number;
}

/**
 * How much of what came in was solved within the standard of a service.
 *
 * A case counts once it is solved or its days are over; until then it is left out as `daysNotOver`.
 * Handed the cases of one employee it is that employee's performance.
 *
 * @param cases - in any order
 * @param method - the standard
 * @param context - day, and the period in which the cases came in
 * @returns a share
 * @throws {@link HoitoError} `not-a-civil-date`, or a fault of the period or of a convention
 *
 * @example Solved on the second day, and on the third
 * ```ts
 * import { serviceStandard } from "hoito/kpis";
 *
 * const question = { accountId: 1, kind: "question", receivedOn: "2018-03-01" } as const;
 * const cases = [
 *   { ...question, id: 1, solvedOn: "2018-03-03" },
 *   { ...question, id: 2, solvedOn: "2018-03-04" },
 * ] as const;
 * const year = { asOf: "2018-12-31", period: { calendar: "year" } } as const;
 * serviceStandard(cases, { withinDays: 2 }, year).value; // => 0.5
 * ```
 *
 * @category KPIs
 */
export function serviceStandard(
  cases: readonly InboundCase[],
  method: ServiceStandardMethod,
  context: RecordContext,
): Figure {
  return overRecords(serviceStandardKind, { cases }, method, context);
}

const serviceStandardKind: FigureKind<ServiceStandardMethod> = rateKind<ServiceStandardMethod>({
  describe: operational(
    "Cases solved within the service standard",
    "Palvelulupauksen pitävyys",
    "cases solved within so many days by cases whose days are over or that were solved",
    "S4 §6",
  ),
  arguments: { withinDays: { kind: "number", atLeast: 0, atMost: 366, whole: true } },
  reads: ["cases"],
  add: (tally, facts, { withinDays }) => {
    const { asOf } = facts.window;
    const asOfDay = toEpochDay(asOf);
    for (const { receivedOn, solvedOn } of facts.inPeriod("cases", tally)) {
      const received = toEpochDay(receivedOn);
      const isSolved = solvedOn !== undefined && solvedOn <= asOf;
      if (isSolved && solvedOn < receivedOn) exclude(tally, "solvedBeforeReceived");
      else if (!isSolved && asOfDay - received < withinDays) exclude(tally, "daysNotOver");
      else {
        count(tally, "denominator");
        if (isSolved && toEpochDay(solvedOn) - received <= withinDays) count(tally, "numerator");
      }
    }
  },
});

/** The figures of this family that a board can compute. */
export const peopleKinds: Readonly<Record<string, FigureKind>> = {
  serviceStandard: figureKind(serviceStandardKind),
};
