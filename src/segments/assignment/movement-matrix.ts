import { compareIds, type RecordId } from "../../facts/index.js";
import { type Checked, checked, type Finding } from "../../shapes/index.js";
import { ABSENT, changes, kindOfMove, noMoves, outcomesOf, readBoth } from "./kind-of-move.js";
import type { DatedLabels } from "./label-column.js";
import type { Move, Movement, MovementDefinition } from "./movement.js";

/**
 * How many accounts went from which segment to which between two dates.
 *
 * Every account of either column is counted once: the cells of the matrix add up to all of them,
 * a row to the state before, a column to the state after. An account in one column alone has
 * arrived or gone; a conflict counts as undecided, unless `conflicts` keeps it apart. Moves that the
 * company does not allow are marked `illegal`, and staying is always legal. Two columns of one day
 * may be compared, as two policies are. Empty columns give a matrix of zeros.
 *
 * Gotcha: ids are compared exactly, so account `1` is not account `"1"`.
 *
 * @param before - labels on the earlier day, in any order
 * @param after - labels on the later day
 * @param definition - the labels with their order, the allowed moves, how many examples to name
 * @returns the matrix, or the findings `span-reversed`, `duplicate-account`, `unknown-label`,
 *   `duplicate-label`, `reserved-name`, `unknown-value`, `out-of-range`, `too-many`
 * @throws {@link HoitoError} `not-aligned`; `not-a-civil-date`
 *
 * @example One customer raised from B to A, and one new
 * ```ts
 * import { orThrow } from "hoito";
 * import { movementMatrix } from "hoito/segments";
 *
 * const dictionary = ["A", "B"];
 * const movement = orThrow(
 *   movementMatrix(
 *     { asOf: "2018-01-01", accountIds: [1, 2], data: [0, 1], dictionary },
 *     { asOf: "2019-01-01", accountIds: [1, 2, 3], data: [0, 0, 1], dictionary },
 *     { labels: ["A", "B"], order: "bestFirst", examples: 3 },
 *   ),
 * );
 * movement.totals.promoted; // => 1
 * movement.totals.arrived; // => 1
 * movement.moves[0];
 * // => { from: "B", to: "A", kind: "promoted", count: 1, examples: [2] }
 * ```
 *
 * @category Segments
 */
export function movementMatrix(
  before: DatedLabels,
  after: DatedLabels,
  definition: MovementDefinition,
): Checked<Movement> {
  const findings: Finding[] = [];
  const readings = readBoth(before, after, definition, findings);
  return checked(findings, () => {
    const states = [...definition.labels, ...outcomesOf(definition), ABSENT];
    const places = new Map(states.map((state, index) => [state, index]));
    const cells = states.map(() => states.map((): Cell => ({ count: 0, examples: [] })));
    const totals = noMoves();
    const { examples = 0 } = definition;
    for (const [accountId, from, to] of changes(readings)) {
      const cell = cells[places.get(from)!]![places.get(to)!]!;
      cell.count++;
      if (from !== to && examples > 0) keepFirst(cell.examples, accountId, examples);
      totals[kindOfMove(from, to, definition)]++;
    }
    const counts = cells.map((row) => row.map((cell) => cell.count));
    const moves = cells.flatMap((row, from) =>
      row.flatMap((cell, to) =>
        from === to || cell.count === 0
          ? []
          : [moveOf(states[from]!, states[to]!, cell, definition)],
      ),
    );
    return { from: before.asOf, until: after.asOf, states, counts, totals, moves };
  });
}

interface Cell {
  count: number;
  readonly examples: RecordId[];
}

/** Keeps a few more than are asked for, and cuts them back to the first by id now and then. */
function keepFirst(ids: RecordId[], accountId: RecordId, most: number): void {
  ids.push(accountId);
  if (ids.length < 2 * most + 100) return;
  ids.sort(compareIds);
  ids.length = most;
}

function moveOf(from: string, to: string, cell: Cell, definition: MovementDefinition): Move {
  const { labels, moves, examples = 0 } = definition;
  const isBetweenLabels = labels.includes(from) && labels.includes(to);
  const isAllowed = moves?.some((each) => each.from === from && each.to === to) ?? true;
  return {
    from,
    to,
    kind: kindOfMove(from, to, definition),
    count: cell.count,
    ...(isBetweenLabels && !isAllowed ? { illegal: true as const } : {}),
    ...(examples === 0 ? {} : { examples: cell.examples.sort(compareIds).slice(0, examples) }),
  };
}
