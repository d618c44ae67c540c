import type { Figure } from "./figure.js";
import type { FigureKind } from "./figure-kind.js";
import { figureOf, ratio } from "./figure-of.js";
import { operational, type RateMethod, rateKind } from "./rate-kind.js";
import { count, exclude, startTally, type Tally } from "./tally.js";
import { visitsHeld } from "./visit-quality.js";

/**
 * How many customers were contacted, and how often those were.
 *
 * @category KPIs
 */
export interface ReachAndFrequency {
  /** Customers contacted by customers. */
  readonly reach: Figure;
  /** Contacts by customers contacted: who was not contacted does not pull it down. */
  readonly frequency: Figure;
}

/**
 * Reach and frequency of contacts, the two sides of how care is spread.
 *
 * Field-force practice (Veeva): 20 of 50 customers is a reach of 40 %, 100 calls on 40 customers a
 * frequency of 2.5. No customers have no reach, nobody contacted no frequency. A number that is no
 * whole number from 0 is left out as `unreadable`.
 *
 * @param contacts - the number of contacts of each customer, 0 for none
 * @returns both figures
 *
 * @example Two of four customers, three contacts
 * ```ts
 * import { reachAndFrequency } from "hoito/kpis";
 *
 * const { reach, frequency } = reachAndFrequency([2, 0, 1, 0]);
 * [reach.value, frequency.value]; // => [0.5, 1.5]
 * ```
 *
 * @category KPIs
 */
export function reachAndFrequency(contacts: readonly number[]): ReachAndFrequency {
  const reached = startTally();
  const often = startTally();
  for (const each of contacts) {
    if (Number.isSafeInteger(each) && each >= 0) {
      addReach(reached, each);
      addFrequency(often, each);
    } else {
      exclude(reached, "unreadable");
      exclude(often, "unreadable");
    }
  }
  return {
    reach: figureOf(reached, ratio(reached, "share"), {}),
    frequency: figureOf(often, ratio(often, "times"), {}),
  };
}

function addReach(tally: Tally, contacts: number): void {
  count(tally, "denominator");
  count(tally, "numerator", Math.min(1, contacts));
}

function addFrequency(tally: Tally, contacts: number): void {
  count(tally, "numerator", contacts);
  count(tally, "denominator", Math.min(1, contacts));
}

/** Which activities count. */
interface Kinds {
  readonly kinds: readonly string[];
}

const kinds = { kinds: { kind: "texts" } } as const;
const source = "field-force practice";

/** Customers contacted, as a board computes it. */
export const reachKind: FigureKind<Kinds & RateMethod> = rateKind<Kinds>({
  describe: operational("Reach", "Peitto", "accounts contacted by accounts", source),
  arguments: kinds,
  reads: ["activities"],
  add: (tally, facts, { kinds: wanted }) => {
    addReach(tally, visitsHeld(tally, facts, wanted).length);
  },
});

/** Contacts of those contacted, as a board computes it. */
export const frequencyKind: FigureKind<Kinds> = {
  describe: operational("Frequency", "Toistotiheys", "contacts by accounts contacted", source),
  arguments: kinds,
  reads: ["activities"],
  add: (tally, facts, { kinds: wanted }) => {
    addFrequency(tally, visitsHeld(tally, facts, wanted).length);
  },
  finish: (tally) => ratio(tally, "times"),
};
