import type { RecordKind } from "../facts/index.js";
import type { Annotated } from "../rules/index.js";
import type { Duration } from "../time/index.js";
import type { FigureKind, KpiDescription } from "./figure-kind.js";

/**
 * A convention or number that a definition states.
 *
 * @category KPIs
 */
export type KpiArgument =
  | string
  | number
  | readonly string[]
  | readonly number[]
  | Duration
  | { readonly parameter: string };

/**
 * A figure of a company's board: which one of the catalogue, by which conventions, in which
 * version, and who answers for it.
 *
 * @category KPIs
 */
export interface KpiDefinition extends Annotated {
  /** The figure's name in the catalogue. */
  readonly figure: string;
  /** Changes whenever the figure is counted otherwise: two versions are never compared. */
  readonly version: string;
  readonly with?: Readonly<Record<string, KpiArgument>>;
  readonly names?: { readonly en?: string; readonly fi?: string };
  /** Who answers for the result. */
  readonly owner?: string;
  /** Who does the work. */
  readonly executor?: string;
  /** The step of the process or of the relationship that it belongs to. */
  readonly phase?: string;
}

/**
 * The figures of a board by name.
 *
 * @category KPIs
 */
export type KpiChapter = Readonly<Record<string, KpiDefinition>>;

/**
 * A definition whose figure and conventions are resolved.
 *
 * @category KPIs
 */
export interface CompiledKpi {
  readonly id: string;
  readonly definition: KpiDefinition;
  readonly description: KpiDescription;
  readonly kind: FigureKind;
  /** Every convention as the figure takes it. */
  readonly method: object;
  /** Kinds of record that it reads. */
  readonly reads: readonly RecordKind[];
  /** The figure and all its conventions as one text: equal only when counted alike. */
  readonly fingerprint: string;
}

/**
 * The definitions of a board, ready to be computed.
 *
 * @category KPIs
 */
export interface CompiledKpis {
  readonly kpis: readonly CompiledKpi[];
  readonly currency: string;
}
