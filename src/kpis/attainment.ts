import type { Standing } from "../cadence/index.js";
import { type Duration, shiftDay, toCivilDate, toEpochDay } from "../time/index.js";
import type { Figure } from "./figure.js";
import { type FigureKind, figureKind } from "./figure-kind.js";
import { figureOf, ratio } from "./figure-of.js";
import { midTermKind } from "./mid-term-contacts.js";
import { operational, rateKind } from "./rate-kind.js";
import { frequencyKind, reachKind } from "./reach-and-frequency.js";
import { count, exclude, startTally } from "./tally.js";

/**
 * What was planned for an account, and what was done.
 *
 * @category KPIs
 */
export interface PlannedAndDone {
  readonly goal: number;
  readonly done: number;
  /** The most that earns anything; absent where all does. */
  readonly most?: number;
  /** A whole number from 1; 1 when absent. */
  readonly weight?: number;
}

/**
 * What was done, what of it earns, and what remains.
 *
 * @category KPIs
 */
export interface Attainment {
  /** Earned by planned, each with its weight. */
  readonly figure: Figure;
  readonly done: number;
  readonly earned: number;
  /** Up to each goal: too much at one account does not make up for another. */
  readonly remaining: number;
}

/**
 * What was earned against what was planned, where too much of a contact earns no more.
 *
 * No goal at all gives no value. Numbers below 0, and a weight below 1, leave the account out as
 * `unreadable`. Field-force practice (Veeva): goal 2, most 4, done 5 earns 4.
 *
 * @param accounts - goal, done and the most that earns for each
 * @returns the ratio of earned to planned with its counts; above 1 where goals were exceeded
 *
 * @example Five done, four earned
 * ```ts
 * import { attainment } from "hoito/kpis";
 *
 * const { done, earned, remaining, figure } = attainment([{ goal: 2, done: 5, most: 4 }]);
 * [done, earned, remaining, figure.value]; // => [5, 4, 0, 2]
 * ```
 *
 * @category KPIs
 */
export function attainment(accounts: readonly PlannedAndDone[]): Attainment {
  const tally = startTally();
  let allDone = 0;
  let earned = 0;
  let remaining = 0;
  for (const { goal, done, most = Number.POSITIVE_INFINITY, weight = 1 } of accounts) {
    if (!(goal >= 0 && done >= 0 && most >= 0 && weight >= 1)) {
      exclude(tally, "unreadable");
      continue;
    }
    const counts = Math.min(done, most);
    allDone += done;
    earned += counts;
    remaining += Math.max(goal - done, 0);
    count(tally, "numerator", counts * weight);
    count(tally, "denominator", goal * weight);
  }
  return { figure: figureOf(tally, ratio(tally, "times"), {}), done: allDone, earned, remaining };
}

/**
 * How far the cadences of accounts are attained: credit earned by contacts asked for.
 *
 * The credit is that of the cadence, with its weights and its cap; a cadence that asks for none
 * counts nowhere.
 *
 * @param standings - of duties, as `decideCare` tells them
 * @returns a ratio
 *
 * @example Seven of ten
 * ```ts
 * import { cadenceAttainment } from "hoito/kpis";
 *
 * const standing = { period: "2018", atLeast: 10, held: 7, planned: 1, earned: 7, remaining: 3 };
 * cadenceAttainment([standing]).value; // => 0.7
 * ```
 *
 * @category KPIs
 */
export function cadenceAttainment(standings: readonly Standing[]): Figure {
  const goals = standings.map(({ atLeast: goal = 0, earned }) => ({ goal, done: earned }));
  return attainment(goals.filter(({ goal }) => goal > 0)).figure;
}

/** Which activities count. */
interface Kinds {
  readonly kinds: readonly string[];
}

const kinds = { kinds: { kind: "texts" } } as const;

/** The figures of this family that a board can compute. */
export const attainmentKinds: Readonly<Record<string, FigureKind>> = {
  plannedDone: figureKind(
    rateKind<Kinds>({
      describe: operational(
        "Annual clock: done of planned",
        "Vuosikellon toteutuma",
        "activities of these kinds held by those planned for the period until now",
        "S1 §6",
      ),
      arguments: kinds,
      reads: ["activities"],
      add: (tally, facts, { kinds: wanted }) => {
        for (const each of facts.inPeriod("activities", tally, ({ plannedOn }) => plannedOn)) {
          if (!wanted.includes(each.kind)) continue;
          if (each.status === "cancelled") exclude(tally, "cancelled");
          else {
            count(tally, "denominator");
            if (each.status !== "planned") count(tally, "numerator");
          }
        }
      },
    }),
  ),
  planFreshness: figureKind(
    rateKind<Kinds & { readonly within: Duration }>({
      describe: operational(
        "Plans that are up to date",
        "Suunnitelmien ajantasaisuus",
        "accounts whose plan was updated within a length of time by accounts, the last day included",
        "S1 §2.13, §6",
      ),
      arguments: { ...kinds, within: { kind: "duration" } },
      reads: ["activities"],
      readsFrom: ({ lastDay }, { within }) => toCivilDate(shiftDay(lastDay, within, -1)),
      add: (tally, facts, { kinds: wanted, within }) => {
        const { last } = facts.window;
        const bound = toCivilDate(shiftDay(toEpochDay(last), within, -1));
        const isFresh = facts
          .all("activities", tally)
          .some(
            ({ kind, status, heldOn }) =>
              wanted.includes(kind) &&
              (status === "held" || status === "complete") &&
              heldOn !== undefined &&
              heldOn >= bound &&
              heldOn <= last,
          );
        count(tally, "denominator");
        if (isFresh) count(tally, "numerator");
      },
    }),
  ),
  midTermContacts: figureKind(midTermKind),
  reach: figureKind(reachKind),
  frequency: figureKind(frequencyKind),
};
