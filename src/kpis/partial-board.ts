import {
  type AccountRecords,
  type CustomerBase,
  type RecordId,
  type RecordKind,
  recordFields,
  recordKinds,
  recordsByAccount,
} from "../facts/index.js";
import { type Checked, errorAt, HoitoError, nearestName } from "../shapes/index.js";
import { AccountFacts, type AccountLabels } from "./account-facts.js";
import type { BoardContext, BoardSurroundings } from "./board.js";
import { isBuiltInCut, type LabelOf, labelAt, labelFinder } from "./cut-accounts.js";
import { type FigureWindow, windowsOf } from "./figure-window.js";
import type { CompiledKpi, CompiledKpis } from "./kpi-definition.js";
import { count, exclude, mergeInto, startTally, type Tally, tallySize } from "./tally.js";

/**
 * A board over some of the accounts, on its way: a tally for each figure, period and label.
 *
 * It may be sent to another thread as it is (structured clone). Its size grows with figures ×
 * periods × labels and with what {@link Tally} names, not with the accounts.
 *
 * @category KPIs
 */
export interface PartialBoard {
  readonly context: BoardContext;
  /** What the definitions were: only like merges with like. */
  readonly fingerprints: readonly string[];
  /** By cut and label; the figures over all accounts stand under `""` and `""`. */
  readonly cells: Map<string, Map<string, Tally[]>>;
}

/** Most periods before the one asked for. */
const MOST_PERIODS = 60;

/** What one account is added with; made once for a whole base. */
export interface BoardPlan {
  readonly compiled: CompiledKpis;
  readonly windows: readonly FigureWindow[];
  readonly finders: ReadonlyMap<string, LabelOf>;
  readonly byLine: boolean;
  readonly listsAccounts: boolean;
}

/**
 * The board of one shard of a customer base, to be merged with those of the others.
 *
 * A shard holds whole accounts: all records of an account, and the account once. The partial of a
 * base without accounts is the neutral one.
 *
 * @param base - the shard, with labels aligned with its own accounts
 * @param compiled - definitions
 * @param context - day, period, cuts; the same for every shard
 * @returns the partial
 * @throws {@link HoitoError} `unknown-cut` for a cut that is neither built in nor a column of
 *   labels,
 *   `out-of-range` for `periodsBefore`, and what `figureWindow` throws
 *
 * @example Two shards, one figure
 * ```ts
 * import { orThrow } from "hoito";
 * import { compileKpis, finishBoard, mergeBoards, partialBoard } from "hoito/kpis";
 *
 * const compiled = orThrow(
 *   compileKpis({ named: { figure: "namedOwners", version: "1", with: { of: "all" } } }),
 * );
 * const context = { asOf: "2018-03-28", period: { calendar: "year" } } as const;
 * const coverage = { ownerships: "complete" } as const;
 * const owner = { personId: 7, role: "responsible", naming: "named" } as const;
 * const east = { accounts: [{ id: 1 }], coverage, ownerships: [{ accountId: 1, ...owner }] };
 * const west = { accounts: [{ id: 2 }], coverage };
 * const [first, second] = [east, west].map((shard) => partialBoard(shard, compiled, context));
 * const board = finishBoard(orThrow(mergeBoards(first!, second!)), compiled);
 * board.rows[0]?.figure.value; // => 0.5
 * ```
 *
 * @category KPIs
 */
export function partialBoard(
  base: CustomerBase & BoardSurroundings,
  compiled: CompiledKpis,
  context: BoardContext,
): PartialBoard {
  const plan = planBoard(compiled, context, base);
  const board = startBoard(plan, context);
  const columns = Object.entries(base.labels ?? {});
  const seen = new Set<RecordId>();
  let accountsTwice = 0;
  recordsByAccount(base).forEach((records, row) => {
    if (seen.has(records.account.id)) {
      accountsTwice++;
      return;
    }
    seen.add(records.account.id);
    const labels = Object.fromEntries(columns.map(([name, each]) => [name, labelAt(each, row)]));
    addAccount(board, records, labels, plan);
  });
  const orphans = countOrphans(base, seen);
  cell(board, "", "", plan).forEach((tally, at) => {
    const { reads } = compiled.kpis[Math.floor(at / plan.windows.length)]!;
    exclude(tally, "duplicateAccount", accountsTwice);
    for (const read of reads) exclude(tally, "orphan", orphans.get(read)!);
  });
  return board;
}

/** An empty board: what every account is added to. */
export function startBoard(plan: BoardPlan, context: BoardContext): PartialBoard {
  const fingerprints = plan.compiled.kpis.map(fingerprintOf);
  const board: PartialBoard = { context, fingerprints, cells: new Map() };
  cell(board, "", "", plan);
  return board;
}

/**
 * What adding accounts needs to know, worked out once.
 *
 * @throws {@link HoitoError} `unknown-cut`, `out-of-range`
 */
export function planBoard(
  compiled: CompiledKpis,
  context: BoardContext,
  surroundings: BoardSurroundings,
): BoardPlan {
  const { asOf, period, periodsBefore = 0, cutBy = [] } = context;
  if (!(Number.isInteger(periodsBefore) && periodsBefore >= 0 && periodsBefore <= MOST_PERIODS)) {
    const at = { code: "out-of-range", path: "periodsBefore", received: periodsBefore };
    throw new HoitoError(`\`periodsBefore\` is a whole number from 0 to ${MOST_PERIODS}`, at);
  }
  const columns = Object.keys(surroundings.labels ?? {});
  for (const cut of cutBy) {
    if (isBuiltInCut(cut) || columns.includes(cut)) continue;
    const near = nearestName(cut, ["region", "owner", "team", "businessLine", ...columns]);
    const question = near === undefined ? "" : `; did you mean \`${near}\`?`;
    const at = { code: "unknown-cut", path: "cutBy", received: cut };
    throw new HoitoError(`there is no column of labels \`${cut}\`${question}`, at);
  }
  const finders = cutBy.filter((cut) => cut !== "businessLine");
  return {
    compiled,
    windows: windowsOf(period, asOf, periodsBefore),
    finders: new Map(finders.map((cut) => [cut, labelFinder(cut, surroundings)])),
    byLine: cutBy.includes("businessLine"),
    listsAccounts: context.receipts === "accounts",
  };
}

/** Adds one account, which no other call adds, to a board. */
export function addAccount(
  board: PartialBoard,
  records: AccountRecords,
  labels: AccountLabels,
  plan: BoardPlan,
): void {
  const { compiled, windows, finders, byLine } = plan;
  for (const [position, window] of windows.entries()) {
    const context = { window, labels, currency: compiled.currency };
    const facts = new AccountFacts(records, context);
    const targets = [cell(board, "", "", plan)];
    for (const [cut, labelOf] of finders) {
      targets.push(cell(board, cut, labelOf(records, labels, window.asOf), plan));
    }
    compiled.kpis.forEach((kpi, at) => {
      const place = at * windows.length + position;
      for (const tallies of targets) addTo(tallies[place]!, facts, kpi, plan);
      if (!byLine || !isCutByLine(kpi)) return;
      for (const line of facts.linesOf(kpi.reads)) {
        const tally = cell(board, "businessLine", line, plan)[place]!;
        addTo(tally, facts.ofLine(line, kpi.reads), kpi, plan);
      }
    });
  }
}

/**
 * Two shards as one.
 *
 * Whatever the order and the split, the figures of the merged board are those of the whole base.
 *
 * @param left - one shard
 * @param right - another, with no account of the first
 * @returns a new partial, or the finding `other-definitions` when the two were not made by the same
 *   definitions for the same day, period and cuts
 *
 * @category KPIs
 */
export function mergeBoards(left: PartialBoard, right: PartialBoard): Checked<PartialBoard> {
  if (asked(left) !== asked(right)) {
    const text = "the two boards differ in definitions, day, period or cuts";
    return { ok: false, findings: [errorAt("", "other-definitions", text)] };
  }
  const cells = new Map<string, Map<string, Tally[]>>();
  for (const board of [left, right]) {
    for (const [cut, labels] of board.cells) {
      const merged = cells.get(cut) ?? new Map<string, Tally[]>();
      cells.set(cut, merged);
      for (const [label, tallies] of labels) {
        const target = merged.get(label) ?? tallies.map(startTally);
        merged.set(label, target);
        for (const [at, tally] of tallies.entries()) mergeInto(target[at]!, tally);
      }
    }
  }
  return { ok: true, value: { ...left, cells }, findings: [] };
}

/** What a partial was made for as one text, in whichever order its context was written. */
function asked({ context, fingerprints }: PartialBoard): string {
  const { asOf, period, periodsBefore = 0, cutBy = [], receipts = "none" } = context;
  return JSON.stringify([asOf, period, periodsBefore, cutBy, receipts, fingerprints]);
}

/**
 * How many entries a partial board holds: counters, places of histograms, keys and ids.
 *
 * @param partial - of one shard, or merged
 * @returns a count; about 50 bytes each
 *
 * @category KPIs
 */
export function partialSize({ cells }: PartialBoard): number {
  let size = 0;
  for (const labels of cells.values()) {
    for (const tallies of labels.values()) for (const tally of tallies) size += tallySize(tally);
  }
  return size;
}

/** Whether every kind of record that a figure reads knows its business line. */
export function isCutByLine({ reads }: CompiledKpi): boolean {
  const fields = recordFields as Readonly<Record<RecordKind, object>>;
  return reads.length > 0 && reads.every((kind) => "businessLine" in fields[kind]);
}

/** Name, version and conventions of a definition as one text. */
export function fingerprintOf({ id, definition, fingerprint }: CompiledKpi): string {
  return `${id} ${definition.version} ${fingerprint}`;
}

function cell(board: PartialBoard, cut: string, label: string, plan: BoardPlan): Tally[] {
  let labels = board.cells.get(cut);
  if (labels === undefined) {
    labels = new Map();
    board.cells.set(cut, labels);
  }
  let tallies = labels.get(label);
  if (tallies === undefined) {
    const size = plan.compiled.kpis.length * plan.windows.length;
    tallies = Array.from({ length: size }, startTally);
    labels.set(label, tallies);
  }
  return tallies;
}

function addTo(
  tally: Tally,
  facts: AccountFacts,
  { kind, method, reads }: CompiledKpi,
  { listsAccounts }: BoardPlan,
): void {
  const target = listsAccounts ? startTally() : tally;
  const unknown = facts.unknown(reads, kind.readsFrom?.(facts.window, method) ?? facts.window.from);
  if (unknown !== undefined) exclude(target, unknown);
  else {
    count(target, "measured");
    kind.add(target, facts, method);
  }
  if (!listsAccounts) return;
  const { id } = facts.account;
  if ((target.counts.get("numerator") ?? 0) !== 0) target.ids.numerator.push(id);
  if ((target.counts.get("denominator") ?? 0) !== 0) target.ids.denominator.push(id);
  if (target.excluded.size > 0) target.ids.excluded.push(id);
  mergeInto(tally, target);
}

function countOrphans(base: CustomerBase, known: ReadonlySet<RecordId>): Map<RecordKind, number> {
  return new Map(
    recordKinds.map((kind) => {
      let orphans = 0;
      for (const { accountId } of base[kind] ?? []) if (!known.has(accountId)) orphans++;
      return [kind, orphans];
    }),
  );
}
