import type { AccountRecords, CustomerBase } from "../facts/index.js";
import { HoitoError } from "../shapes/index.js";
import type { AccountLabels } from "./account-facts.js";
import {
  addAccount,
  fingerprintOf,
  isCutByLine,
  type OpenBoard,
  openBoard,
  planBoard,
} from "./add-account.js";
import type { Board, BoardContext, BoardRow, BoardSurroundings } from "./board.js";
import type { Figure } from "./figure.js";
import { accountsOf, figureOf } from "./figure-of.js";
import { type FigureWindow, windowsOf } from "./figure-window.js";
import type { CompiledKpi, CompiledKpis } from "./kpi-definition.js";
import { type PartialBoard, partialBoard, settleBoard } from "./partial-board.js";
import { isMeasured, type PartialTally, reopenTally } from "./partial-tally.js";
import { requireBoardContext, requireKpis, requirePartial } from "./require-board.js";

/**
 * Every figure of a board in one pass over a customer base.
 *
 * Each figure has a row for all accounts and, for every cut, one for each label, in the period
 * asked for and those before it. The order of accounts and records changes nothing. A figure of a
 * base without accounts, or of a kind of record that `coverage` does not name, has no value but a
 * reason.
 *
 * Gotchas: records dated after `asOf` are plans and are left out, as are those outside the period,
 * those of no account of the base and those whose id came before; `excluded` counts them all. Cut
 * by business line, an account stands in every line of which it has a record.
 *
 * @param base - accounts and records in any order, columns of labels aligned with the accounts
 * @param compiled - the definitions
 * @param context - `asOf` that day included, period, cuts
 * @returns the board: plain JSON
 * @throws {@link HoitoError} `not-a-civil-date`, `unknown-cut`, `not-aligned` for labels that are not
 *   one for each account, `out-of-range`, or a fault of the period; in JavaScript also `not-a-base`,
 *   `not-compiled-kpis`, `not-a-list` and `unknown-option`
 *
 * @example Retention by segment
 * ```ts
 * import { orThrow } from "hoito";
 * import { compileKpis, computeBoard } from "hoito/kpis";
 *
 * const kept = { figure: "retention", version: "1", with: { base: "opening" } } as const;
 * const base = {
 *   accounts: [
 *     { id: 1, relationshipStart: "2015-01-01" },
 *     { id: 2, relationshipStart: "2016-05-01", relationshipEnd: "2018-02-01" },
 *   ],
 *   coverage: {},
 *   labels: { segment: ["key", "other"] },
 * } as const;
 * const { rows } = computeBoard(base, orThrow(compileKpis({ kept })), {
 *   asOf: "2018-12-31",
 *   period: { calendar: "year" },
 *   cutBy: ["segment"],
 * });
 * rows.map(({ cut, figure }) => [cut?.label, figure.value].join(" ")); // => [" 0.5", "key 1", "other 0"]
 * rows[0]?.mixes; // => { segment: ["key", "other"] }
 * ```
 *
 * @category KPIs
 */
export function computeBoard(
  base: CustomerBase & BoardSurroundings,
  compiled: CompiledKpis,
  context: BoardContext,
): Board {
  return finishBoard(partialBoard(base, compiled, context), compiled);
}

/**
 * The board of accounts that come one by one, so that no more than one is held at a time.
 *
 * Nothing is kept of an account: that none comes twice is for the caller to see to.
 *
 * @param accounts - each account with its records and the labels it bears
 * @param compiled - the definitions
 * @param context - day, period, cuts, and the people and teams that cuts by team read
 * @returns the board of {@link computeBoard}
 *
 * @example A stream of accounts
 * ```ts
 * import { orThrow } from "hoito";
 * import { compileKpis, streamBoard } from "hoito/kpis";
 *
 * function* accounts() {
 *   for (let id = 1; id <= 3; id++) {
 *     const account = { id, relationshipStart: "2015-01-01" } as const;
 *     yield { records: { account, coverage: {} }, labels: {} };
 *   }
 * }
 * const kept = { figure: "retention", version: "1", with: { base: "opening" } } as const;
 * const period = { calendar: "year" } as const;
 * const compiled = orThrow(compileKpis({ kept }));
 * const board = streamBoard(accounts(), compiled, { asOf: "2018-12-31", period });
 * board.rows[0]?.figure.denominator; // => 3
 * ```
 *
 * @category KPIs
 */
export function streamBoard(
  accounts: Iterable<{ readonly records: AccountRecords; readonly labels: AccountLabels }>,
  compiled: CompiledKpis,
  context: BoardContext & Pick<BoardSurroundings, "people" | "teams">,
): Board {
  const { people = [], teams = [], ...asked } = Object(context) as typeof context;
  requireBoardContext(asked);
  const columns = Object.fromEntries((asked.cutBy ?? []).map((cut) => [cut, []]));
  const plan = planBoard(compiled, asked, { people, teams, labels: columns });
  const board = openBoard(plan);
  addAll(board, accounts);
  return finishBoard(settleBoard(board, asked), compiled);
}

/** A function of its own, so that the loop stays optimised when the last account has come. */
function addAll(
  board: OpenBoard,
  accounts: Iterable<{ readonly records: AccountRecords; readonly labels: AccountLabels }>,
): void {
  for (const { records, labels } of accounts) addAccount(board, records, labels);
}

/**
 * The figures of a partial board.
 *
 * @param partial - of the whole base, or of shards that were merged
 * @param compiled - the definitions it was made with
 * @returns the board
 * @throws {@link HoitoError} `other-definitions` when it was made with others; in JavaScript also
 *   `not-a-partial-board` and `not-compiled-kpis`
 *
 * @category KPIs
 */
export function finishBoard(partial: PartialBoard, compiled: CompiledKpis): Board {
  requirePartial(partial, "partial");
  requireKpis(compiled);
  if (JSON.stringify(partial.fingerprints) !== JSON.stringify(compiled.kpis.map(fingerprintOf))) {
    const text = "the partial board was made with other definitions";
    throw new HoitoError(text, { code: "other-definitions", path: "partial" });
  }
  const { asOf, period, periodsBefore = 0, cutBy = [] } = partial.context;
  const windows = windowsOf(period, asOf, periodsBefore);
  const groups = ["", ...cutBy].flatMap((cut) => groupsOf(partial, cut));
  const rows = compiled.kpis.flatMap((kpi, at) =>
    groups.flatMap(({ cut, label, tallies }) =>
      windows.map((window, position): BoardRow => {
        const place = at * windows.length + position;
        return {
          ...rowHead(kpi, window),
          ...(cut === "" ? mixesOf(partial, place) : { cut: { by: cut, label } }),
          figure: finishFigure(kpi, tallies[place]!, cut, partial, compiled),
        };
      }),
    ),
  );
  return { format: "hoito-board/1", asOf, period, rows };
}

interface Group {
  readonly cut: string;
  readonly label: string;
  readonly tallies: readonly PartialTally[];
}

/** The labels of a cut in the order of their letters. */
function groupsOf({ cells }: PartialBoard, cut: string): readonly Group[] {
  const labels = [...(cells.get(cut) ?? [])].sort(([left], [right]) => (left < right ? -1 : 1));
  return labels.map(([label, tallies]) => ({ cut, label, tallies }));
}

function rowHead(
  { id, definition, fingerprint }: CompiledKpi,
  { label, from, last, running }: FigureWindow,
): Pick<BoardRow, "kpi" | "version" | "fingerprint" | "period"> {
  const { version } = definition;
  return { kpi: id, version, fingerprint, period: { label, from, last, running } };
}

/** The labels that a figure over all accounts puts together, where there are several. */
function mixesOf(partial: PartialBoard, place: number): Pick<BoardRow, "mixes"> {
  const { cutBy = [] } = partial.context;
  const mixes = cutBy.flatMap((cut) => {
    const measured = groupsOf(partial, cut).filter(({ tallies }) => isMeasured(tallies[place]!));
    return measured.length > 1 ? [[cut, measured.map(({ label }) => label)] as const] : [];
  });
  return mixes.length === 0 ? {} : { mixes: Object.fromEntries(mixes) };
}

function finishFigure(
  kpi: CompiledKpi,
  settled: PartialTally,
  cut: string,
  { context }: PartialBoard,
  { currency }: CompiledKpis,
): Figure {
  const { id, definition, kind, method } = kpi;
  const tally = reopenTally(settled);
  const uncut = cut === "businessLine" && !isCutByLine(kpi);
  const core = kind.finish(tally, method, currency);
  const figure = figureOf(
    tally,
    uncut ? { unit: core.unit, value: undefined, undefinedBecause: "notCutByBusinessLine" } : core,
    method,
  );
  const accounts = context.receipts === "accounts" ? { accounts: accountsOf(tally) } : {};
  return { ...figure, definition: { id, version: definition.version }, ...accounts };
}
