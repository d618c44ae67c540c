import type { InboundCase } from "../facts/index.js";
import type { QuantileType } from "../measures/index.js";
import { toEpochDay } from "../time/index.js";
import type { Figure } from "./figure.js";
import { type FigureKind, figureKind } from "./figure-kind.js";
import { partsOf, quantileOf, total } from "./figure-of.js";
import { addOnKind, callCostKind, selfServiceKind, topicKind } from "./inbound-contacts.js";
import { overRecords, type RecordContext } from "./over-records.js";
import { operational, type RateMethod, rateKind } from "./rate-kind.js";
import { count, exclude, place } from "./tally.js";

/**
 * The share of cases solved at the first contact.
 *
 * Whether a case was is a fact that may be missing: then the case is left out and told, it is not a
 * failure. No case gives no value.
 *
 * @param cases - in any order; those received in the period count
 * @param method - `confidence` of a Wilson interval
 * @param context - day and period
 * @returns a share
 * @throws {@link HoitoError} `not-a-civil-date`, or a fault of the period or of a convention
 *
 * @example One at once, one not, one unknown
 * ```ts
 * import type { InboundCase } from "hoito/facts";
 * import { firstContactResolution } from "hoito/kpis";
 *
 * const received = { accountId: 1, kind: "question", receivedOn: "2022-05-01" } as const;
 * const cases: InboundCase[] = [
 *   { ...received, id: 1, solvedAtFirstContact: true },
 *   { ...received, id: 2, solvedAtFirstContact: false },
 *   { ...received, id: 3 },
 * ];
 * const year = { asOf: "2022-12-31", period: { calendar: "year" } } as const;
 * const figure = firstContactResolution(cases, {}, year);
 * figure.value; // => 0.5
 * figure.excluded; // => [{ reason: "unknown", count: 1 }]
 * ```
 *
 * @category KPIs
 */
export function firstContactResolution(
  cases: readonly InboundCase[],
  method: RateMethod,
  context: RecordContext,
): Figure {
  return overRecords(firstContactKind, { cases }, method, context);
}

const firstContactKind: FigureKind<RateMethod> = rateKind<object>({
  describe: operational(
    "First-contact resolution",
    "Ensikontaktiratkaisut",
    "cases solved at the first contact by cases of which that is known",
    "S2 §6",
  ),
  reads: ["cases"],
  add: (tally, facts) => {
    for (const { solvedAtFirstContact: solved } of facts.inPeriod("cases", tally)) {
      if (solved === undefined) exclude(tally, "unknown");
      else {
        count(tally, "denominator");
        if (solved) count(tally, "numerator");
      }
    }
  },
});

/** What is answered, and which days of waiting are asked for. */
interface ResponseMethod {
  readonly of: "cases" | "feedback" | "tasks";
  readonly quantile: number;
  readonly type: QuantileType;
}

const responseKind: FigureKind<ResponseMethod> = {
  describe: operational(
    "Response time",
    "Vasteaika",
    "days from arrival to answer, as a quantile of what arrived in the period",
    "S4 §6; S0 §6",
  ),
  arguments: {
    of: { kind: "word", words: ["cases", "feedback", "tasks"] },
    quantile: { kind: "number", atLeast: 0, atMost: 1 },
    type: { kind: "number", atLeast: 1, atMost: 9, whole: true },
  },
  reads: ({ of }: ResponseMethod) => [of],
  add: (tally, facts, { of }) => {
    const { asOf } = facts.window;
    const spans =
      of === "cases"
        ? facts.inPeriod("cases", tally).map((each) => [each.receivedOn, each.solvedOn] as const)
        : of === "tasks"
          ? facts
              .inPeriod("tasks", tally)
              .map((each) => [each.openedOn, each.acknowledgedOn] as const)
          : facts
              .inPeriod("feedback", tally)
              .map((each) => [each.receivedOn, each.answeredOn] as const);
    for (const [from, until] of spans) {
      if (until === undefined || until > asOf) exclude(tally, "open");
      else if (until < from) exclude(tally, "answeredBeforeArrival");
      else place(tally, "days", toEpochDay(until) - toEpochDay(from));
    }
  },
  finish: (tally, { quantile, type }) =>
    quantileOf(tally, "days", { quantile, type, unit: "days" }),
};

/** Bounds of age in days: `[7, 30]` makes 0–6, 7–29 and 30 or more. */
interface AgeMethod {
  readonly fromDays: readonly number[];
}

const taskAgeKind: FigureKind<AgeMethod> = {
  describe: operational(
    "Open tasks by age",
    "Avoimet tehtävät iän mukaan",
    "tasks not acknowledged on the day of asking, by days since they were opened",
    "S0 §6",
  ),
  arguments: { fromDays: { kind: "numbers" } },
  reads: ["tasks"],
  add: (tally, facts, { fromDays }) => {
    const { last, lastDay } = facts.window;
    for (const { openedOn, acknowledgedOn } of facts.all("tasks", tally)) {
      if (openedOn > last) exclude(tally, "afterAsOf");
      else if (acknowledgedOn === undefined || acknowledgedOn > last) {
        const age = lastDay - toEpochDay(openedOn);
        place(tally, "ages", fromDays.findLast((bound) => bound <= age) ?? 0);
        count(tally, "numerator");
      }
    }
  },
  finish: (tally) => ({ ...total(tally, "count"), parts: partsOf(tally, "ages") }),
};

/** The figures of this family that a board can compute. */
export const serviceKinds: Readonly<Record<string, FigureKind>> = {
  firstContactResolution: figureKind(firstContactKind),
  repeatContacts: figureKind(
    rateKind<object>({
      describe: operational(
        "Repeated contacts on one matter",
        "Toistuvat yhteydenotot samasta asiasta",
        "cases brought up again by cases of which that is known",
        "S2 §6",
      ),
      reads: ["cases"],
      add: (tally, facts) => {
        for (const { repeated } of facts.inPeriod("cases", tally)) {
          if (repeated === undefined) exclude(tally, "unknown");
          else {
            count(tally, "denominator");
            if (repeated) count(tally, "numerator");
          }
        }
      },
    }),
  ),
  costPerCall: figureKind(callCostKind),
  callTopics: figureKind(topicKind),
  selfService: figureKind(selfServiceKind),
  responseTime: figureKind(responseKind),
  openTasks: figureKind(taskAgeKind),
  addOnSales: figureKind(addOnKind),
};
