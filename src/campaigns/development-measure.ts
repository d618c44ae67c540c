import type { RecordId } from "../facts/index.js";
import type { Annotated } from "../rules/index.js";
import type { CivilDate } from "../time/index.js";

/**
 * Something a company does to get better, with the one metric that tells whether it did.
 *
 * @category Development measures
 */
export interface DevelopmentMeasure extends Annotated {
  /** Who answers for it. */
  readonly owner: string;
  readonly period: MeasurePeriod;
  readonly metric: MeasureMetric;
  /** The state before; told to everybody before the measure starts, so that it can be compared. */
  readonly baseline: MeasureBaseline;
  /** First day on which a reading counts for the verdict. */
  readonly assessableFrom: CivilDate;
}

/** When a measure runs. */
export interface MeasurePeriod {
  readonly from: CivilDate;
  /** Exclusive; a measure that continues has none. */
  readonly until?: CivilDate;
}

/** How it was before. */
export interface MeasureBaseline {
  /** Without it nobody knows, and a change cannot be measured. */
  readonly value?: number;
  readonly measuredOn: CivilDate;
  /** When those concerned were told. */
  readonly toldOn: CivilDate;
}

/** Exactly one metric: a number, or a list of things that are to be so. */
export type MeasureMetric = NumberMetric | PartsMetric;

/** A number with the values that decide. */
export interface NumberMetric extends Annotated {
  readonly kind: "number";
  readonly name: string;
  /** Whether the reading itself is judged, or how far it is from the baseline. */
  readonly judged: "value" | "change";
  readonly better: "higher" | "lower";
  /** Whether the thresholds themselves are within. */
  readonly bound: "inclusive" | "strict";
  readonly reached: number;
  /** Between here and `reached` the measure is partly reached; without it there is no partly. */
  readonly partly?: number;
}

/** Things that are to be so: all of them reach it, some of them partly, none does not. */
export interface PartsMetric extends Annotated {
  readonly kind: "parts";
  readonly name: string;
  /** 1 … 50, each once. */
  readonly parts: readonly string[];
}

/**
 * What was found out about a measure on a day: a number, or which parts are so. A part that is not
 * named is not known.
 *
 * @category Development measures
 */
export interface MeasureReading {
  readonly measure: string;
  readonly readOn: CivilDate;
  readonly value?: number;
  readonly parts?: Readonly<Record<string, boolean>>;
  readonly readBy?: RecordId;
}

/** How a measure came out. */
export type MeasureVerdict = "reached" | "partly" | "notReached" | "notMeasured";
