import {
  type Checked,
  checked,
  errorAt,
  type Finding,
  nearestName,
  warningAt,
} from "../shapes/index.js";
import { labelIn } from "./account-facts.js";
import { type FigureKind, figureKind } from "./figure-kind.js";
import { total } from "./figure-of.js";
import { customer } from "./rate-kind.js";
import { count, counted, exclude, histogramOf, place, sortedEntries } from "./tally.js";

/**
 * A plan of how many accounts are to come and to move between classes in a year.
 *
 * @category KPIs
 */
export interface MovementPlan {
  /** Accounts to gain, and the class they come into. */
  readonly gain: { readonly count: number; readonly into: string };
  readonly moves: readonly {
    readonly from: string;
    readonly to: string;
    readonly count: number;
    /** The accounts to move are among those gained. */
    readonly ofGained?: true;
  }[];
  /** Accounts that a class is to have at the end. */
  readonly hold?: Readonly<Record<string, number>>;
}

/**
 * What a plan of movement comes to.
 *
 * @category KPIs
 */
export interface MovementBalance {
  /** Accounts by which all classes together grow. */
  readonly total: number;
  /** Accounts by which each class grows or shrinks, in the order of the letters. */
  readonly net: Readonly<Record<string, number>>;
  /** Accounts that each held class must have at the start for the plan to come out. */
  readonly neededAtStart: Readonly<Record<string, number>>;
  /** Of the gained, the share that is to move on; absent when none is gained. */
  readonly gainedMovedOn?: number;
}

/**
 * What a plan of movement does to every class, and whether it fits together.
 *
 * Nobody is taken to be lost or to fall. A class that loses more than it gains is a warning: the plan
 * drains it. More moves of gained accounts than are gained, and numbers that are no whole numbers
 * from 0, are errors.
 *
 * @param plan - gains, moves and what is to be held
 * @returns the balance with warnings `class-drained`, or errors `not-whole`, `more-than-gained`,
 *   `same-class`, `missing-property`
 *
 * @example Twenty new, ten of them to B, twenty from B to A, fifty A at the end
 * ```ts
 * import { checkMovementPlan } from "hoito/kpis";
 *
 * const result = checkMovementPlan({
 *   gain: { count: 20, into: "C" },
 *   moves: [
 *     { from: "C", to: "B", count: 10, ofGained: true },
 *     { from: "B", to: "A", count: 20 },
 *   ],
 *   hold: { A: 50 },
 * });
 * result.ok && result.value.net; // => { A: 20, B: -10, C: 10 }
 * result.ok && result.value.neededAtStart; // => { A: 30 }
 * result.findings[0]?.message; // => "the plan takes 10 more accounts out of `B` than it brings"
 * ```
 *
 * @category KPIs
 */
export function checkMovementPlan(plan: MovementPlan): Checked<MovementBalance> {
  const findings: Finding[] = [];
  const { gain, moves, hold = {} } = plan;
  checkWhole(gain.count, "gain.count", findings);
  const net = new Map<string, number>([[gain.into, gain.count]]);
  let ofGained = 0;
  for (const [at, move] of moves.entries()) {
    const { from, to, count: moved } = move;
    const unsaid = (["from", "to"] as const).filter((end) => typeof move[end] !== "string");
    for (const end of unsaid) {
      const near = Object.keys(move).find((name) => nearestName(name, [end]) !== undefined);
      const text = near === undefined ? "" : `, and \`${near.slice(0, 80)}\` says nothing here`;
      const told = `\`${end}\` is not stated${text}`;
      findings.push(errorAt(`moves[${at}].${end}`, "missing-property", told));
    }
    if (unsaid.length > 0) continue;
    checkWhole(moved, `moves[${at}].count`, findings);
    if (from === to) {
      findings.push(errorAt(`moves[${at}].to`, "same-class", `nobody moves from \`${to}\` to it`));
    }
    net.set(from, (net.get(from) ?? 0) - moved);
    net.set(to, (net.get(to) ?? 0) + moved);
    if (move.ofGained === true) ofGained += moved;
  }
  if (ofGained > gain.count) {
    const text = `\`${ofGained}\` of \`${gain.count}\` gained accounts cannot move on`;
    findings.push(errorAt("moves", "more-than-gained", text));
  }
  for (const [name, held] of Object.entries(hold)) checkWhole(held, `hold.${name}`, findings);
  const classes = [...net].sort(([left], [right]) => (left < right ? -1 : 1));
  for (const [name, by] of classes) {
    if (by >= 0) continue;
    const text = `the plan takes ${-by} more accounts out of \`${name}\` than it brings`;
    findings.push(warningAt("moves", "class-drained", text));
  }
  return checked(findings, () => ({
    total: gain.count,
    net: Object.fromEntries(classes),
    neededAtStart: Object.fromEntries(
      Object.entries(hold).map(([name, held]) => [name, Math.max(0, held - (net.get(name) ?? 0))]),
    ),
    ...(gain.count === 0 ? {} : { gainedMovedOn: ofGained / gain.count }),
  }));
}

function checkWhole(value: number, path: string, findings: Finding[]): void {
  if (Number.isSafeInteger(value) && value >= 0) return;
  findings.push(errorAt(path, "not-whole", `\`${value}\` is no whole number from 0`));
}

/** Two columns of classes, and which moves count. */
interface MovementMethod {
  readonly before: string;
  readonly now: string;
  /** Classes from the lowest to the highest. */
  readonly order: readonly string[];
  readonly moved: "up" | "down" | "either";
}

/** The figures of this family that a board can compute. */
export const movementKinds: Readonly<Record<string, FigureKind>> = {
  movement: figureKind<MovementMethod>({
    describe: customer(
      "Accounts that changed class",
      "Liikkuminen segmenttien välillä",
      "accounts in another class than before, upwards, downwards or either way; parts are the moves",
      "S1 §6; S4 §6",
    ),
    arguments: {
      before: { kind: "text" },
      now: { kind: "text" },
      order: { kind: "texts" },
      moved: { kind: "word", words: ["up", "down", "either"] },
    },
    reads: [],
    add: (tally, { labels }, { before, now, order, moved }) => {
      const [was, is] = [labelIn(labels, before), labelIn(labels, now)];
      if (!Object.hasOwn(labels, before) || !Object.hasOwn(labels, now)) {
        exclude(tally, "notSupplied");
      } else if (was === undefined || is === undefined) exclude(tally, "unlabelled");
      else {
        const step = order.indexOf(is) - order.indexOf(was);
        if (!order.includes(was) || !order.includes(is)) exclude(tally, "classUnknown");
        else {
          count(tally, "denominator");
          if (step !== 0) place(tally, "moves", `${was}→${is}`);
          if (step !== 0 && (moved === "either" || moved === (step > 0 ? "up" : "down"))) {
            count(tally, "numerator");
          }
        }
      }
    },
    finish: (tally) => {
      const parts = sortedEntries(histogramOf(tally, "moves")).map(([key, amount]) => {
        return { key: String(key), amount };
      });
      return { ...total(tally, "count"), denominator: counted(tally, "denominator"), parts };
    },
  }),
};
