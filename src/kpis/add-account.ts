import { type AccountRecords, type RecordKind, recordFields } from "../facts/index.js";
import { HoitoError, nearestName } from "../shapes/index.js";
import { AccountFacts, type AccountLabels } from "./account-facts.js";
import type { BoardContext, BoardSurroundings } from "./board.js";
import { isBuiltInCut, type LabelOf, labelFinder } from "./cut-accounts.js";
import { type FigureWindow, windowsOf } from "./figure-window.js";
import type { CompiledKpi, CompiledKpis } from "./kpi-definition.js";
import type { PartialBoard } from "./partial-board.js";
import { count, exclude, mergeInto, startTally, type Tally } from "./tally.js";

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

/** Whether every kind of record that a figure reads knows its business line. */
export function isCutByLine({ reads }: CompiledKpi): boolean {
  const fields = recordFields as Readonly<Record<RecordKind, object>>;
  return reads.length > 0 && reads.every((kind) => "businessLine" in fields[kind]);
}

/** Name, version and conventions of a definition as one text. */
export function fingerprintOf({ id, definition, fingerprint }: CompiledKpi): string {
  return `${id} ${definition.version} ${fingerprint}`;
}

/** The tallies of a label, made when it is met first. */
export function cell(board: PartialBoard, cut: string, label: string, plan: BoardPlan): Tally[] {
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
