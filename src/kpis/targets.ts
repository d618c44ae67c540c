import { type DecimalMoney, type Judged, readDecimalMoney } from "../facts/index.js";
import {
  type Checked,
  checked,
  errorAt,
  type Finding,
  nearestName,
  showInput,
} from "../shapes/index.js";
import type { Board, BoardRow } from "./board.js";
import type { Figure } from "./figure.js";
import { type SeriesTrend, trendOf } from "./trend.js";

/**
 * A target in numbers, for one figure in one period.
 *
 * @category KPIs
 */
export interface QuantityTarget {
  readonly kind: "quantity";
  /** Name of the definition. */
  readonly kpi: string;
  /** Version of the definition that the target was set for. */
  readonly version: string;
  /** Label of a year, half or quarter: `2018`, `2018-H1`, `2018-Q2`. */
  readonly period: string;
  readonly cut?: { readonly by: string; readonly label: string };
  /** Inclusive both. */
  readonly bound: "atLeast" | "atMost";
  /** In the unit of the figure, shares 0 … 1; of money as money. */
  readonly value: number | DecimalMoney;
}

/**
 * A target in words, which somebody judges.
 *
 * @category KPIs
 */
export interface QualityTarget {
  readonly kind: "quality";
  readonly period: string;
  readonly statement: string;
  readonly judged?: Judged<"reached" | "partlyReached" | "notReached">;
}

/**
 * What a company wants to reach.
 *
 * @category KPIs
 */
export type KpiTarget = QuantityTarget | QualityTarget;

/**
 * How a target stands.
 *
 * @category KPIs
 */
export interface TargetStatus {
  readonly target: KpiTarget;
  /** `undecided` where the figure has no value, or nobody has judged. */
  readonly status: "reached" | "partlyReached" | "notReached" | "undecided";
  /** Of a target in numbers. */
  readonly figure?: Figure;
  /** How far the value is beyond the target, below 0 when it falls short; money in minor units. */
  readonly margin?: number;
  /** The value by the target, of a target to reach or exceed that is above 0. */
  readonly attainment?: number;
  /** The period goes on: the status is that of now. */
  readonly running?: boolean;
  /** Against the period before, where the board has it. */
  readonly trend?: SeriesTrend;
}

/**
 * How each target stands against a board.
 *
 * Equal to the target is reached. A target set for another version of its definition is refused, as
 * is one whose figure or period the board does not have: a number by other rules says nothing about
 * it.
 *
 * Gotcha: while a period is `running`, its trend sets what there is so far against a whole period.
 *
 * @param board - with the periods of the targets, and for the trend those before them
 * @param targets - in numbers or in words
 * @param method - `steadyWithin`: the share of change that is no trend
 * @returns statuses in the order of the targets, or all findings at once: `unknown-kpi`,
 *   `unknown-period`, `other-definition-version`, `unknown-value` for a word that says nothing,
 *   `wrong-type` for what is no number or, of money, no money, `other-currency`, and the faults of
 *   money
 *
 * @example Fifteen of twenty new customers
 * ```ts
 * import { orThrow } from "hoito";
 * import { againstTargets, compileKpis, computeBoard } from "hoito/kpis";
 *
 * const accounts = Array.from({ length: 15 }, (_, id) => ({ id, relationshipStart: "2018-02-01" }) as const);
 * const compiled = orThrow(compileKpis({ gained: { figure: "newCustomers", version: "1" } }));
 * const context = { asOf: "2018-06-30", period: { calendar: "year" } } as const;
 * const board = computeBoard({ accounts, coverage: {} }, compiled, context);
 * const target = { kind: "quantity", kpi: "gained", version: "1", period: "2018" } as const;
 * const twenty = { ...target, bound: "atLeast", value: 20 } as const;
 * const [status] = orThrow(againstTargets(board, [twenty], { steadyWithin: 0 }));
 * [status?.status, status?.attainment, status?.running]; // => ["notReached", 0.75, true]
 * ```
 *
 * @category KPIs
 */
export function againstTargets(
  board: Board,
  targets: readonly KpiTarget[],
  method: { readonly steadyWithin: number },
): Checked<readonly TargetStatus[]> {
  const findings: Finding[] = [];
  const statuses = targets.flatMap((target, at): TargetStatus[] => {
    const path = `targets[${at}]`;
    checkWord(target.kind, ["quantity", "quality"], `${path}.kind`, findings);
    if (target.kind === "quality") {
      const status = target.judged?.value ?? "undecided";
      checkWord(status, STATUSES, `${path}.judged.value`, findings);
      return [{ target, status }];
    }
    checkWord(target.bound, ["atLeast", "atMost"], `${path}.bound`, findings);
    const series = seriesOf(board, target);
    const row = series.find(({ period }) => period.label === target.period);
    const finding = whyNoRow(board, target, row, path);
    if (finding !== undefined) findings.push(finding);
    if (row === undefined) return [];
    const goal = goalOf(target.value, row.figure, `${path}.value`, findings);
    return goal === undefined ? [] : [statusOf(target, goal, row, series, method)];
  });
  return checked(findings, () => statuses);
}

const STATUSES: readonly string[] = ["reached", "partlyReached", "notReached", "undecided"];

function checkWord(word: string, known: readonly string[], path: string, found: Finding[]): void {
  if (known.includes(word)) return;
  const text = `${showInput(word)} says nothing here`;
  found.push(errorAt(path, "unknown-value", text, nearestName(String(word), known)));
}

/** The target in the unit of the figure; money says which it is, and nothing else is money. */
function goalOf(
  value: QuantityTarget["value"],
  { unit, currency }: Figure,
  path: string,
  findings: Finding[],
): number | undefined {
  const isMoney = unit === "money";
  if (!isMoney && typeof value === "number" && Number.isFinite(value)) return value;
  if (!isMoney || typeof value !== "object" || typeof value?.amount !== "string") {
    const text = `${showInput(value)} is no ${isMoney ? "money" : "number"}`;
    findings.push(errorAt(path, "wrong-type", text));
    return undefined;
  }
  const read = readDecimalMoney(value);
  if ("code" in read) findings.push(errorAt(`${path}.${read.path}`, read.code, read.fault));
  else if (read.currency === currency) return read.minor;
  else {
    const text = `the figure is in ${currency}, the target in ${read.currency}`;
    findings.push(errorAt(path, "other-currency", text));
  }
  return undefined;
}

function seriesOf({ rows }: Board, { kpi, cut }: QuantityTarget): readonly BoardRow[] {
  return rows.filter(
    (row) => row.kpi === kpi && row.cut?.by === cut?.by && row.cut?.label === cut?.label,
  );
}

function whyNoRow(
  { rows }: Board,
  { kpi, version, period }: QuantityTarget,
  row: BoardRow | undefined,
  path: string,
): Finding | undefined {
  const names = new Set(rows.map((each) => each.kpi));
  if (!names.has(kpi)) {
    const text = `the board has no figure \`${kpi}\``;
    return errorAt(`${path}.kpi`, "unknown-kpi", text, nearestName(kpi, names));
  }
  if (row === undefined) {
    const text = `the board has no \`${kpi}\` of \`${period}\` with that cut`;
    return errorAt(`${path}.period`, "unknown-period", text);
  }
  if (row.version === version) return undefined;
  const text = `the target was set for version \`${version}\`, the figure is of \`${row.version}\``;
  return errorAt(`${path}.version`, "other-definition-version", text);
}

function statusOf(
  target: QuantityTarget,
  goal: number,
  row: BoardRow,
  series: readonly BoardRow[],
  method: { readonly steadyWithin: number },
): TargetStatus {
  const { figure, period } = row;
  const { running } = period;
  const upTo = series.slice(0, series.indexOf(row) + 1).map((each) => each.figure.value);
  const head = { target, figure, running, trend: trendOf(upTo, method) };
  if (figure.value === undefined) return { ...head, status: "undecided" };
  const beyond = figure.value - goal;
  // Nothing less is 0, never −0.
  const margin = target.bound === "atLeast" ? beyond : 0 - beyond;
  const status = margin >= 0 ? "reached" : "notReached";
  const hasAttainment = target.bound === "atLeast" && goal > 0;
  return {
    ...{ ...head, status, margin },
    ...(hasAttainment ? { attainment: figure.value / goal } : {}),
  };
}
