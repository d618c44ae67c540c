import type { ConditionNames } from "../rules/index.js";
import type { AnchoredCadence, EventCadence } from "./dated-cadence.js";
import type { IntervalCadence } from "./interval-cadence.js";
import type { QuotaCadence } from "./quota-cadence.js";
import type { SurveyCadence } from "./survey-cadence.js";

/**
 * How often, or upon what, something is done with an account.
 *
 * @category Cadence
 */
export type Cadence<N extends ConditionNames = ConditionNames> =
  | QuotaCadence<N>
  | IntervalCadence<N>
  | AnchoredCadence<N>
  | EventCadence<N>
  | SurveyCadence<N>;
