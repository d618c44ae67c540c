export {
  type CompiledMeasures,
  compileMeasures,
  type DerivedMeasure,
  type KindPass,
  type RecordMeasure,
  recordScope,
} from "./compile-measures.js";
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
export { quantile } from "./quantile.js";
export { type MeasuredAccount, measureAccount } from "./measure-account.js";
export {
  compileWindow,
  type DaySpan,
  nextPeriodChange,
  nextWindowChange,
  type Window,
  windowBefore,
  windowDays,
} from "./window.js";
