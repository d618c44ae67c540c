import { errorAt, type Finding, warningAt } from "../shapes/index.js";
import { type Period, toEpochDay } from "../time/index.js";
import type { Board, BoardRow } from "./board.js";
import type { Figure } from "./figure.js";
import type { FigurePeriod } from "./figure-window.js";

/**
 * One figure before and now.
 *
 * @category KPIs
 */
export interface FigureChange {
  readonly kpi: string;
  readonly cut?: { readonly by: string; readonly label: string };
  readonly before: Figure;
  readonly now: Figure;
  /** Now less before; absent when either has no value. */
  readonly difference?: number;
  /** Now by before; absent when either has no value, or before is 0. */
  readonly factor?: number;
}

/**
 * The figures of a board against those of an earlier one, as a baseline that was stored.
 *
 * Figures meet by name and cut, each board's latest period by itself. Two that were not counted
 * alike are not compared: another version, or the same one with other conventions, is a finding.
 * Nor is a half-year with a year: both boards ask for one kind of period, however far back. Lists of
 * a company's own periods are of one kind when they share a period.
 *
 * Gotcha: a period that goes on is compared with one that has ended, or of which more days have
 * passed, since the difference may be wanted; the warning `running-period` says so.
 *
 * @param board - of now
 * @param baseline - an earlier board, as `computeBoard` gave it, perhaps stored as JSON
 * @returns changes in the order of the board, and findings: errors `other-definition-version`,
 *   `other-conventions`, `other-period` and `unknown-format`, warnings `no-baseline`,
 *   `no-longer-measured` and `running-period`
 *
 * @example Before and after
 * ```ts
 * import { orThrow } from "hoito";
 * import { compareBoards, compileKpis, computeBoard } from "hoito/kpis";
 *
 * const compiled = orThrow(compileKpis({ gained: { figure: "newCustomers", version: "1" } }));
 * const base = { accounts: [{ id: 1, relationshipStart: "2018-02-01" }], coverage: {} } as const;
 * const period = { calendar: "year" } as const;
 * const baseline = computeBoard(base, compiled, { asOf: "2017-12-31", period });
 * const board = computeBoard(base, compiled, { asOf: "2018-12-31", period });
 * compareBoards(board, baseline).changes[0]?.difference; // => 1
 * ```
 *
 * @category KPIs
 */
export function compareBoards(
  board: Board,
  baseline: Board,
): { readonly changes: readonly FigureChange[]; readonly findings: readonly Finding[] } {
  const format: string = baseline.format;
  if (format !== board.format) {
    const text = `a baseline of the format \`${format}\` is not read`;
    return { changes: [], findings: [errorAt("format", "unknown-format", text)] };
  }
  if (!isOneKind(board.period, baseline.period)) {
    const text = "the two boards were asked for different kinds of period";
    return { changes: [], findings: [errorAt("period", "other-period", text)] };
  }
  const earlier = latestRows(baseline);
  const changes: FigureChange[] = [];
  const findings: Finding[] = [];
  for (const [key, row] of latestRows(board)) {
    const before = earlier.get(key);
    earlier.delete(key);
    const path = pathOf(row);
    if (before === undefined) {
      findings.push(warningAt(path, "no-baseline", "the earlier board has no such figure"));
      continue;
    }
    const finding = whyUnlike(row, before, path);
    if (finding === undefined) changes.push(changeOf(row, before));
    else findings.push(finding);
  }
  for (const row of earlier.values()) {
    const text = "the earlier board has a figure that this one has not";
    findings.push(warningAt(pathOf(row), "no-longer-measured", text));
  }
  return { changes, findings: [...findings, ...whyUneven(board, baseline)] };
}

/** Whether two boards count over periods of one kind, whichever of them it is. */
function isOneKind(period: FigurePeriod, other: FigurePeriod): boolean {
  const own = ownPeriods(period);
  const others = ownPeriods(other);
  if (own === undefined || others === undefined) return kindOf(period) === kindOf(other);
  const known = new Set(others.map(inOrder));
  return own.some((each) => known.has(inOrder(each)));
}

function ownPeriods(period: FigurePeriod): readonly Period[] | undefined {
  if (period === "always" || !("calendar" in period)) return undefined;
  const { calendar } = period;
  return typeof calendar === "object" && "own" in calendar ? calendar.own : undefined;
}

/** A period as one text, without how far back it lies. */
function kindOf(period: FigurePeriod): string {
  if (period === "always") return period;
  if ("rolling" in period) return `rolling ${inOrder(period.rolling)}`;
  const { calendar } = period;
  return typeof calendar === "string" ? calendar : inOrder(calendar);
}

/** Properties as one text, in whichever order they were written. */
function inOrder(value: object): string {
  return JSON.stringify(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Says so when of two calendar periods one has more of its days behind it. */
function whyUneven(board: Board, baseline: Board): readonly Finding[] {
  const now = board.rows.at(-1)?.period;
  const before = baseline.rows.at(-1)?.period;
  if (now === undefined || before === undefined) return [];
  if (!now.running && !before.running) return [];
  // Two moments of one kind of period are alike but for a leap day.
  if (now.running === before.running && Math.abs(passed(now) - passed(before)) <= 1) return [];
  const text = `\`${now.label}\` until ${now.last} is set against \`${before.label}\` until ${before.last}`;
  return [warningAt("period", "running-period", text)];
}

/** Days of a period until its last one. */
function passed({ from, last }: BoardRow["period"]): number {
  return toEpochDay(last) - toEpochDay(from) + 1;
}

/** Why two rows are not counted alike, if they are not. */
function whyUnlike(row: BoardRow, other: BoardRow, path: string): Finding | undefined {
  if (row.version !== other.version) {
    const text = `version \`${row.version}\` is not compared with version \`${other.version}\``;
    return errorAt(path, "other-definition-version", text);
  }
  if (row.fingerprint === other.fingerprint) return undefined;
  const text = `two figures of version \`${row.version}\` were counted by different conventions`;
  return errorAt(path, "other-conventions", text);
}

/** The last row of each figure and cut: rows come oldest first. */
function latestRows({ rows }: Board): Map<string, BoardRow> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}

function keyOf({ kpi, cut }: BoardRow): string {
  return JSON.stringify([kpi, cut?.by, cut?.label]);
}

function pathOf({ kpi, cut }: BoardRow): string {
  return cut === undefined ? kpi : `${kpi}.${cut.by}.${cut.label}`;
}

function changeOf(row: BoardRow, { figure: before }: BoardRow): FigureChange {
  const { kpi, cut, figure: now } = row;
  const head = { kpi, ...(cut === undefined ? {} : { cut }), before, now };
  if (before.value === undefined || now.value === undefined) return head;
  const difference = now.value - before.value;
  return before.value === 0
    ? { ...head, difference }
    : { ...head, difference, factor: now.value / before.value };
}
