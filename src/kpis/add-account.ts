import {
  type AccountRecords,
  type Coverage,
  type RecordKind,
  recordFields,
} from "../facts/index.js";
import { HoitoError, nearestName, withGuess } from "../shapes/index.js";
import type { CivilDate } from "../time/index.js";
import { AccountFacts, type AccountLabels } from "./account-facts.js";
import type { BoardContext, BoardSurroundings } from "./board.js";
import { isBuiltInCut, type LabelOf, labelFinder } from "./cut-accounts.js";
import { type FigureWindow, windowsOf } from "./figure-window.js";
import type { CompiledKpi, CompiledKpis } from "./kpi-definition.js";
import { requireBoardContext, requireKpis } from "./require-board.js";
import { type Count, countsOf } from "./share-counts.js";
import { exclude, startTally, type Tally } from "./tally.js";

/** Most periods before the one asked for. */
const MOST_PERIODS = 60;

/** What one account is added with; made once for a whole base. */
export interface BoardPlan {
  readonly compiled: CompiledKpis;
  readonly windows: readonly FigureWindow[];
  readonly counts: readonly Count[];
  /** Where in `counts` each definition finds its own. */
  readonly countOf: readonly number[];
  readonly finders: ReadonlyMap<string, LabelOf>;
  readonly byLine: boolean;
  readonly listsAccounts: boolean;
}

/** A board to which accounts are being added. */
export interface OpenBoard {
  readonly plan: BoardPlan;
  readonly passes: readonly Pass[];
  /** By cut and label; of each, the counts of a window stand together. */
  readonly cells: Map<string, Map<string, Tally[]>>;
  /** That of all accounts, where no cut but that by business line tells them apart. */
  readonly whole: Tally[];
}

/** One window on its way through the accounts. */
interface Pass {
  readonly window: FigureWindow;
  /** Where the tallies of the window begin. */
  readonly offset: number;
  readonly facts: AccountFacts;
  /** From when on each count needs its records. */
  readonly since: readonly CivilDate[];
  /** What each count cannot know under `coverage`, which a whole base mostly shares. */
  readonly unknown: ("notSupplied" | "incomplete" | undefined)[];
  coverage: Coverage | undefined;
}

/** An empty board: what every account is added to. */
export function openBoard(plan: BoardPlan): OpenBoard {
  const { counts, windows, compiled } = plan;
  const nobody: AccountRecords = { account: { id: "" }, coverage: {} };
  const passes = windows.map((window, position): Pass => {
    const { currency } = compiled;
    return {
      window,
      offset: position * counts.length,
      facts: new AccountFacts(nobody, { window, labels: {}, currency }),
      since: counts.map(({ kind, method }) => kind.readsFrom?.(window, method) ?? window.from),
      unknown: [],
      coverage: undefined,
    };
  });
  const whole = startTallies(plan);
  return { plan, passes, cells: new Map([["", new Map([["", whole]])]]), whole };
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
  requireKpis(compiled);
  requireBoardContext(context);
  const { asOf, period, periodsBefore = 0, cutBy = [] } = context;
  if (!(Number.isInteger(periodsBefore) && periodsBefore >= 0 && periodsBefore <= MOST_PERIODS)) {
    const at = { code: "out-of-range", path: "periodsBefore", received: periodsBefore };
    throw new HoitoError(`\`periodsBefore\` is a whole number from 0 to ${MOST_PERIODS}`, at);
  }
  const columns = Object.keys(surroundings.labels ?? {});
  for (const cut of cutBy) {
    if (isBuiltInCut(cut) || columns.includes(cut)) continue;
    const near = nearestName(cut, ["region", "owner", "team", "businessLine", ...columns]);
    const at = { code: "unknown-cut", path: "cutBy", received: cut };
    throw new HoitoError(withGuess(`there is no column of labels \`${cut}\``, near), at);
  }
  const finders = cutBy.filter((cut) => cut !== "businessLine");
  const { counts, countOf } = countsOf(compiled);
  return {
    compiled,
    counts,
    countOf,
    windows: windowsOf(period, asOf, periodsBefore),
    finders: new Map(finders.map((cut) => [cut, labelFinder(cut, surroundings)])),
    byLine: cutBy.includes("businessLine"),
    listsAccounts: context.receipts === "accounts",
  };
}

/** Whether every kind of record that a figure reads knows its business line. */
export function isCutByLine({ reads }: Pick<CompiledKpi, "reads">): boolean {
  const fields = recordFields as Readonly<Record<RecordKind, object>>;
  return reads.length > 0 && reads.every((kind) => "businessLine" in fields[kind]);
}

/** Name, version and conventions of a definition as one text. */
export function fingerprintOf({ id, definition, fingerprint }: CompiledKpi): string {
  return `${id} ${definition.version} ${fingerprint}`;
}

/** Adds one account, which no other call adds, to a board. */
export function addAccount(board: OpenBoard, records: AccountRecords, labels: AccountLabels): void {
  const { plan, passes, whole } = board;
  for (const pass of passes) {
    pass.facts.turnTo(records, labels);
    if (pass.coverage !== records.coverage) lookUpCoverage(pass, records.coverage, plan);
    // Where accounts are told apart, all of them are the sum of the parts.
    if (plan.finders.size === 0) addTo(whole, pass, plan);
    else {
      for (const [cut, labelOf] of plan.finders) {
        addTo(cell(board, cut, labelOf(records, labels, pass.window.asOf)), pass, plan);
      }
    }
    if (plan.byLine) addLines(board, pass);
  }
}

/** The tallies of a label, made when it is met first. */
function cell({ cells, plan }: OpenBoard, cut: string, label: string): Tally[] {
  let labels = cells.get(cut);
  if (labels === undefined) {
    labels = new Map();
    cells.set(cut, labels);
  }
  let tallies = labels.get(label);
  if (tallies === undefined) {
    tallies = startTallies(plan);
    labels.set(label, tallies);
  }
  return tallies;
}

function startTallies({ counts, windows }: BoardPlan): Tally[] {
  return Array.from({ length: counts.length * windows.length }, startTally);
}

function lookUpCoverage(pass: Pass, coverage: Coverage, { counts }: BoardPlan): void {
  pass.coverage = coverage;
  for (const [at, { reads }] of counts.entries()) {
    pass.unknown[at] = pass.facts.unknown(reads, pass.since[at]!);
  }
}

/** Every figure over all records of the account; by index, for this runs for every account. */
function addTo(tallies: readonly Tally[], pass: Pass, { counts, listsAccounts }: BoardPlan): void {
  const { facts, offset, unknown } = pass;
  for (let at = 0; at < counts.length; at++) {
    const tally = tallies[offset + at]!;
    if (listsAccounts) addListed(tally, facts, counts[at]!, unknown[at]);
    else addOne(tally, facts, counts[at]!, unknown[at]);
  }
}

/** Every figure that knows business lines, over the records of each line. */
function addLines(board: OpenBoard, { facts, offset, unknown }: Pass): void {
  const { counts, listsAccounts } = board.plan;
  const add = listsAccounts ? addListed : addOne;
  for (const [at, count] of counts.entries()) {
    if (!isCutByLine(count)) continue;
    for (const line of facts.linesOf(count.reads)) {
      const tally = cell(board, "businessLine", line)[offset + at]!;
      add(tally, facts.ofLine(line, count.reads), count, unknown[at]);
    }
  }
}

function addOne(
  tally: Tally,
  facts: AccountFacts,
  { add, method }: Count,
  unknown: "notSupplied" | "incomplete" | undefined,
): void {
  if (unknown !== undefined) exclude(tally, unknown);
  else {
    tally.measured += 1;
    add(tally, facts, method);
  }
}

/** Adds, and notes the account wherever it made a difference. */
function addListed(
  tally: Tally,
  facts: AccountFacts,
  count: Count,
  unknown: "notSupplied" | "incomplete" | undefined,
): void {
  const { numerator, denominator, left, ids } = tally;
  addOne(tally, facts, count, unknown);
  const { id } = facts.account;
  if (tally.numerator !== numerator) ids.numerator.push(id);
  if (tally.denominator !== denominator) ids.denominator.push(id);
  if (tally.left !== left) ids.excluded.push(id);
}
