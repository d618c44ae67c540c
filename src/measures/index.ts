export { type BitBuckets, bitBuckets, valuesOfBuckets } from "./bit-buckets.js";
export type { DerivedMeasure } from "./compile-derived-measure.js";
export { type CompiledMeasures, compileMeasures, type KindPass } from "./compile-measures.js";
export { type RecordMeasure, recordScope } from "./compile-record-measure.js";
export type {
  CountMeasure,
  DaysSinceMeasure,
  DistinctMeasure,
  GrowthMeasure,
  KindOfMeasure,
  LatestMeasure,
  MaximumMeasure,
  Measure,
  MinimumMeasure,
  NamesWith,
  RatioMeasure,
  RecordNames,
  SumMeasure,
  SuppliedMeasure,
  WindowDefinition,
} from "./measure.js";
export { type MeasuredAccount, measureAccount } from "./measure-account.js";
export { type QuantileType, quantile, quantiles } from "./quantile.js";
export {
  compileWindow,
  type DaySpan,
  nextPeriodChange,
  nextWindowChange,
  periodWithin,
  type Window,
  windowBefore,
  windowDays,
} from "./window.js";
