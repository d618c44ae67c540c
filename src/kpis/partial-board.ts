import {
  type CustomerBase,
  type RecordId,
  type RecordKind,
  recordKinds,
  recordsByAccount,
  requireBase,
} from "../facts/index.js";
import { type Checked, errorAt } from "../shapes/index.js";
import { addAccount, fingerprintOf, type OpenBoard, openBoard, planBoard } from "./add-account.js";
import type { BoardContext, BoardSurroundings } from "./board.js";
import { labelAt } from "./cut-accounts.js";
import type { CompiledKpis } from "./kpi-definition.js";
import {
  excludeFrom,
  mergeInto,
  type PartialTally,
  partialTallySize,
  settleTally,
  startPartial,
} from "./partial-tally.js";
import { requireLabels, requirePartial } from "./require-board.js";
import { sharedAccounts } from "./shared-accounts.js";

/**
 * A board over some of the accounts, on its way: a tally for each figure, period and label.
 *
 * It may be sent to another thread as it is (structured clone). Its size grows with figures ×
 * periods × labels and with what {@link PartialTally} names, not with the accounts.
 *
 * @category KPIs
 */
export interface PartialBoard {
  readonly context: BoardContext;
  /** What the definitions were: only like merges with like. */
  readonly fingerprints: readonly string[];
  /** By cut and label; the figures over all accounts stand under `""` and `""`. */
  readonly cells: Map<string, Map<string, PartialTally[]>>;
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
 *   labels, `not-aligned` for labels that are not one for each account, `out-of-range` for
 *   `periodsBefore`, and what `figureWindow` throws; in JavaScript also `not-a-base`,
 *   `not-compiled-kpis`, `not-a-list` and `unknown-option`
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
  requireBase(base);
  requireLabels(base.labels ?? {}, base.accounts.length);
  const plan = planBoard(compiled, context, base);
  const open = openBoard(plan);
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
    addAccount(open, records, labels);
  });
  const orphans = countOrphans(base, seen);
  const board = settleBoard(open, context);
  for (const [at, tally] of board.cells.get("")!.get("")!.entries()) {
    const { reads } = compiled.kpis[Math.floor(at / plan.windows.length)]!;
    excludeFrom(tally, "duplicateAccount", accountsTwice);
    for (const read of reads) excludeFrom(tally, "orphan", orphans.get(read)!);
  }
  return board;
}

/** A board to which all accounts were added, as a partial that leaves. */
export function settleBoard({ plan, cells }: OpenBoard, context: BoardContext): PartialBoard {
  const { compiled, windows, counts, countOf, finders } = plan;
  const settled: PartialBoard["cells"] = new Map();
  for (const [cut, labels] of cells) {
    const own = new Map<string, PartialTally[]>();
    settled.set(cut, own);
    for (const [label, tallies] of labels) {
      const ofLabel = countOf.flatMap((count) =>
        windows.map((_, position) => settleTally(tallies[position * counts.length + count]!)),
      );
      own.set(label, ofLabel);
    }
  }
  // Every account has one label of each cut but that by business line: together they are all.
  const [first = ""] = finders.keys();
  const whole = Array.from({ length: countOf.length * windows.length }, startPartial);
  for (const tallies of settled.get(first)?.values() ?? []) mergeAll(whole, tallies);
  settled.get("")!.set("", whole);
  return { context, fingerprints: compiled.kpis.map(fingerprintOf), cells: settled };
}

/**
 * Two shards as one.
 *
 * Whatever the order and the split, the figures of the merged board are those of the whole base.
 *
 * Gotchas: accounts that two shards share count twice. Only partials made with `receipts` name their
 * accounts, so that it is found; without them a partial merged with itself is found, and no more.
 *
 * @param left - one shard
 * @param right - another, with no account of the first
 * @returns a new partial, or the finding `other-definitions` when the two were not made by the same
 *   definitions for the same day, period and cuts, at what differs, or `shared-accounts`
 * @throws {@link HoitoError} in JavaScript `not-a-partial-board`
 *
 * @category KPIs
 */
export function mergeBoards(left: PartialBoard, right: PartialBoard): Checked<PartialBoard> {
  requirePartial(left, "left");
  requirePartial(right, "right");
  const others = asked(right);
  const unlike = Object.entries(asked(left)).filter(([path, each]) => each !== others[path]);
  if (unlike.length > 0) {
    const findings = unlike.map(([path]) => {
      const what = path.slice(path.lastIndexOf(".") + 1);
      return errorAt(path, "other-definitions", `the two boards differ in \`${what}\``);
    });
    return { ok: false, findings };
  }
  const shared = sharedAccounts(left, right);
  if (shared.length > 0) return { ok: false, findings: shared };
  const cells = new Map<string, Map<string, PartialTally[]>>();
  for (const board of [left, right]) {
    for (const [cut, labels] of board.cells) {
      const merged = cells.get(cut) ?? new Map<string, PartialTally[]>();
      cells.set(cut, merged);
      for (const [label, tallies] of labels) {
        const target = merged.get(label) ?? tallies.map(startPartial);
        merged.set(label, target);
        mergeAll(target, tallies);
      }
    }
  }
  return { ok: true, value: { ...left, cells }, findings: [] };
}

function mergeAll(target: readonly PartialTally[], from: readonly PartialTally[]): void {
  for (const [at, tally] of from.entries()) mergeInto(target[at]!, tally);
}

/** What a partial was made for as one text, in whichever order its context was written. */
function asked({ context, fingerprints }: PartialBoard): Readonly<Record<string, string>> {
  const { asOf, period, periodsBefore = 0, cutBy = [], receipts = "none" } = context;
  return {
    fingerprints: JSON.stringify(fingerprints),
    "context.asOf": asOf,
    "context.period": JSON.stringify(period),
    "context.periodsBefore": String(periodsBefore),
    "context.cutBy": JSON.stringify(cutBy),
    "context.receipts": receipts,
  };
}

/**
 * How many entries a partial board holds: counters, places of histograms, keys and ids.
 *
 * @param partial - of one shard, or merged
 * @returns a count; about 50 bytes each
 *
 * @category KPIs
 */
export function partialSize(partial: PartialBoard): number {
  requirePartial(partial, "partial");
  const { cells } = partial;
  let size = 0;
  for (const labels of cells.values()) {
    for (const tallies of labels.values())
      for (const tally of tallies) size += partialTallySize(tally);
  }
  return size;
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
