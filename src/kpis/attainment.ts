import { type Duration, shiftDay, toCivilDate, toEpochDay } from "../time/index.js";
import type { Figure } from "./figure.js";
import { type FigureKind, figureKind, withShared } from "./figure-kind.js";
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
 * No goal at all gives no value. Numbers below 0, and a weight that is no whole number from 1, leave
 * the account out as `unreadable`. Field-force practice (Veeva): goal 2, most 4, done 5 earns 4.
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
  const sums = { numerator: 0n, denominator: 0n, done: 0n, earned: 0n, remaining: 0n };
  for (const { goal, done, most = Number.MAX_SAFE_INTEGER, weight = 1 } of accounts) {
    if (!([goal, done, most].every(isAmount) && Number.isSafeInteger(weight) && weight >= 1)) {
      exclude(tally, "unreadable");
      continue;
    }
    const [planned, did, earned] = [inParts(goal), inParts(done), inParts(Math.min(done, most))];
    sums.done += did;
    sums.earned += earned;
    sums.remaining += planned > did ? planned - did : 0n;
    sums.numerator += earned * BigInt(weight);
    sums.denominator += planned * BigInt(weight);
  }
  count(tally, "numerator", inContacts(sums.numerator));
  count(tally, "denominator", inContacts(sums.denominator));
  return {
    figure: figureOf(tally, ratio(tally, "times"), {}),
    done: inContacts(sums.done),
    earned: inContacts(sums.earned),
    remaining: inContacts(sums.remaining),
  };
}

function isAmount(value: number): boolean {
  return value >= 0 && value <= Number.MAX_SAFE_INTEGER;
}

/** Contacts may weigh less than one: billionths, as cadences round them, add up in any order. */
const PARTS = 1_000_000_000;

function inParts(contacts: number): bigint {
  return BigInt(Math.round(contacts * PARTS));
}

function inContacts(parts: bigint): number {
  return Number(parts / BigInt(PARTS)) + Number(parts % BigInt(PARTS)) / PARTS;
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
      arguments: withShared(kinds, { within: { kind: "duration" } }),
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
