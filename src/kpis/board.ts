import type { Person, RateTable, Team } from "../facts/index.js";
import type { OptionNames } from "../shapes/index.js";
import type { CivilDate } from "../time/index.js";
import type { Figure } from "./figure.js";
import type { FigurePeriod } from "./figure-window.js";

/**
 * A label for each account, in the order of the accounts: as texts, or as codes into a dictionary,
 * as `classifyAccounts` gives them.
 *
 * @category KPIs
 */
export type LabelColumn =
  | readonly (string | undefined)[]
  | { readonly data: ArrayLike<number>; readonly dictionary: readonly string[] };

/**
 * What a board is computed for.
 *
 * @category KPIs
 */
export interface BoardContext {
  /** The last day that counts. */
  readonly asOf: CivilDate;
  readonly period: FigurePeriod;
  /** So many periods before this one too, 0 … 60; for the trend. */
  readonly periodsBefore?: number;
  /**
   * `region`, `owner`, `team`, `businessLine`, or the name of a column of labels: every figure once
   * for all and once for each label.
   */
  readonly cutBy?: readonly string[];
  /** `accounts` lists the accounts behind each figure. */
  readonly receipts?: "accounts";
}

/** The options of {@link BoardContext}. */
export const BOARD_OPTIONS: OptionNames<BoardContext> = {
  asOf: true,
  period: true,
  periodsBefore: true,
  cutBy: true,
  receipts: true,
};

/**
 * What a board knows besides accounts and their records.
 *
 * @category KPIs
 */
export interface BoardSurroundings {
  /** Columns of labels by name: segments, earlier segments, whatever figures are cut by. */
  readonly labels?: Readonly<Record<string, LabelColumn>>;
  readonly people?: readonly Person[];
  readonly teams?: readonly Team[];
  readonly exchangeRates?: RateTable;
}

/**
 * One figure of a board: of one definition, in one period, over all accounts or those of a label.
 *
 * @category KPIs
 */
export interface BoardRow {
  /** Name of the definition. */
  readonly kpi: string;
  readonly version: string;
  /** Figure and conventions as one text: equal only where figures are counted alike. */
  readonly fingerprint: string;
  readonly period: {
    readonly label: string;
    readonly from: CivilDate;
    /** Inclusive. */
    readonly last: CivilDate;
    /** The calendar period goes on after the day of asking. */
    readonly running: boolean;
  };
  /** Absent for the figure over all accounts. */
  readonly cut?: { readonly by: string; readonly label: string };
  readonly figure: Figure;
  /**
   * Of a figure over all: the labels it mixes, by cut. One number over unlike segments hides what
   * each of them does.
   */
  readonly mixes?: Readonly<Record<string, readonly string[]>>;
}

/**
 * All figures of a board: plain JSON, which can be stored and be the baseline of a later one.
 *
 * @category KPIs
 */
export interface Board {
  readonly format: "hoito-board/1";
  readonly asOf: CivilDate;
  /** What was asked for: a half-year is not compared with a year. */
  readonly period: FigurePeriod;
  /** By definition, then cut, label and period, oldest first. */
  readonly rows: readonly BoardRow[];
}
