import type { Movement } from "../segments/index.js";
import { type Checked, checked, errorAt, type Finding, nearestName } from "../shapes/index.js";
import type { Figure } from "./figure.js";
import { figureOf, ratio } from "./figure-of.js";
import { checkMovementPlan, type MovementPlan } from "./movement.js";
import { count, exclude, startTally } from "./tally.js";

/**
 * How far a plan of movement has come: each figure is what happened by what was planned.
 *
 * @category KPIs
 */
export interface MovementProgress {
  /** Accounts that arrived, whatever class they stand in by now. */
  readonly gained: Figure;
  /** In the order of the plan. */
  readonly moves: readonly {
    readonly from: string;
    readonly to: string;
    readonly ofGained?: true;
    readonly figure: Figure;
  }[];
  /** Accounts in each held class at the end. */
  readonly held: Readonly<Record<string, Figure>>;
}

/**
 * What became of a plan of movement between two dates.
 *
 * An account that arrived and stands in another class than the one new accounts come into has made
 * the move of the gained: between two dates nobody sees the step in between. Accounts that may have
 * made a move, or may stand in a held class, but whose class is undecided are left out of that
 * figure and told. A goal of 0 gives no value.
 *
 * @param movement - between the beginning and the end of the plan, from `movementMatrix`
 * @param plan - gains, moves and what is to be held
 * @returns figures, 1 and above where the plan is reached, with the warnings of
 *   `checkMovementPlan`; or its errors, and `unknown-label` for a class that the movement does not
 *   know
 *
 * @example Fifteen of twenty new customers
 * ```ts
 * import { orThrow } from "hoito";
 * import { movementAgainstPlan } from "hoito/kpis";
 * import { movementMatrix } from "hoito/segments";
 *
 * const dictionary = ["A", "B", "C"];
 * const accountIds = Array.from({ length: 15 }, (_, id) => id);
 * const movement = orThrow(
 *   movementMatrix(
 *     { asOf: "2018-01-01", accountIds: [], data: [], dictionary },
 *     { asOf: "2019-01-01", accountIds, data: accountIds.map((id) => (id < 5 ? 1 : 2)), dictionary },
 *     { labels: dictionary, order: "bestFirst" },
 *   ),
 * );
 * const plan = {
 *   gain: { count: 20, into: "C" },
 *   moves: [{ from: "C", to: "B", count: 10, ofGained: true }],
 * } as const;
 * const { gained, moves } = orThrow(movementAgainstPlan(movement, plan));
 * [gained.value, moves[0]?.figure.value]; // => [0.75, 0.5]
 * ```
 *
 * @category KPIs
 */
export function movementAgainstPlan(
  movement: Movement,
  plan: MovementPlan,
): Checked<MovementProgress> {
  const findings: Finding[] = [...checkMovementPlan(plan).findings];
  checkClasses(movement, plan, findings);
  const { gain, moves, hold = {} } = plan;
  const { states, counts, totals } = movement;
  const cell = (from: string, to: string): number =>
    counts[states.indexOf(from)]![states.indexOf(to)]!;
  const standing = (label: string): number =>
    states.reduce((sum, from) => sum + cell(from, label), 0);
  return checked(findings, () => ({
    gained: against(totals.arrived, gain.count, 0),
    moves: moves.map(({ from, to, count: planned, ofGained }) => {
      const was = ofGained === true ? ABSENT : from;
      const mayHave =
        cell(was, UNDECIDED) +
        (ofGained === true ? 0 : cell(UNDECIDED, to) + cell(UNDECIDED, UNDECIDED));
      const head = ofGained === true ? { from, to, ofGained } : { from, to };
      return { ...head, figure: against(cell(was, to), planned, mayHave) };
    }),
    held: Object.fromEntries(
      Object.entries(hold).map(([name, planned]) => {
        return [name, against(standing(name), planned, standing(UNDECIDED))];
      }),
    ),
  }));
}

/** States of a movement that are no class. */
const UNDECIDED = "undecided";
const ABSENT = "absent";
const NO_CLASSES: readonly string[] = ["excluded", "unclassified", UNDECIDED, ABSENT];

function checkClasses(
  { states }: Movement,
  { gain, moves, hold = {} }: MovementPlan,
  findings: Finding[],
): void {
  const labels = states.filter((state) => !NO_CLASSES.includes(state));
  const check = (label: string, path: string): void => {
    if (labels.includes(label)) return;
    const text = `there is no class \`${label}\``;
    findings.push(errorAt(path, "unknown-label", text, nearestName(label, labels)));
  };
  check(gain.into, "gain.into");
  for (const [at, { from, to }] of moves.entries()) {
    check(from, `moves[${at}].from`);
    check(to, `moves[${at}].to`);
  }
  for (const name of Object.keys(hold)) check(name, `hold.${name}`);
}

function against(done: number, planned: number, undecided: number): Figure {
  const tally = startTally();
  count(tally, "numerator", done);
  count(tally, "denominator", planned);
  exclude(tally, "undecided", undecided);
  return figureOf(tally, ratio(tally, "times"), {});
}
