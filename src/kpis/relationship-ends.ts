import type { Termination } from "../facts/index.js";
import type { Figure } from "./figure.js";
import { type FigureKind, figureKind } from "./figure-kind.js";
import { partsOf, total } from "./figure-of.js";
import { overRecords, type RecordContext } from "./over-records.js";
import { customer } from "./rate-kind.js";
import { count, exclude, place } from "./tally.js";

/**
 * Which ends count: those of whole relationships, of single services, or both.
 *
 * @category KPIs
 */
export interface EndMethod {
  readonly of: "relationships" | "services" | "both";
}

/**
 * How many relationships or services ended, and why.
 *
 * An end without a reason counts in the number and in no part: the shares are of the reasons that
 * are known.
 *
 * @param terminations - in any order
 * @param method - which ends count
 * @param context - day and period
 * @returns a count; parts are the reasons in the order of the letters
 * @throws {@link HoitoError} `not-a-civil-date`, or a fault of the period or of a convention
 *
 * @example Two left for the price
 * ```ts
 * import { endReasons } from "hoito/kpis";
 *
 * const terminations = [
 *   { accountId: 1, endedOn: "2018-02-01", reason: "price" },
 *   { accountId: 2, endedOn: "2018-03-01", reason: "price" },
 *   { accountId: 3, endedOn: "2018-04-01", service: "cleaning", reason: "moved" },
 * ] as const;
 * const year = { asOf: "2018-12-31", period: { calendar: "year" } } as const;
 * const figure = endReasons(terminations, { of: "relationships" }, year);
 * figure.value; // => 2
 * figure.parts; // => [{ key: "price", amount: 2, share: 1 }]
 * ```
 *
 * @category KPIs
 */
export function endReasons(
  terminations: readonly Termination[],
  method: EndMethod,
  context: RecordContext,
): Figure {
  return overRecords(endReasonKind, { terminations }, method, context);
}

const endReasonKind: FigureKind<EndMethod> = {
  describe: customer(
    "Reasons of ended relationships",
    "Päättymissyyt",
    "terminations of the period by reason",
    "S2 §5.10; S4 §5.8",
  ),
  arguments: { of: { kind: "word", words: ["relationships", "services", "both"] } },
  reads: ["terminations"],
  add: (tally, facts, { of }) => {
    for (const { service, reason } of facts.inPeriod("terminations", tally)) {
      const kind = service === undefined ? "relationships" : "services";
      if (of !== "both" && of !== kind) continue;
      count(tally, "numerator");
      if (reason === undefined) exclude(tally, "reasonUnknown");
      else place(tally, "reasons", reason);
    }
  },
  finish: (tally) => ({ ...total(tally, "count"), parts: partsOf(tally, "reasons") }),
};

/** The figures of this family that a board can compute. */
export const endKinds: Readonly<Record<string, FigureKind>> = {
  endReasons: figureKind(endReasonKind),
};
