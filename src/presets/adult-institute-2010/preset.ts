import type { Preset } from "../preset.js";
import { illustrativeSchedule, illustrativeValues } from "./illustrative-values.js";
import { adultInstitutePolicy } from "./policy.js";
import { sampleBase } from "./sample-base.js";

/**
 * The adult education institute of source 3 (Krannila 2010): customers weighed by five measures of
 * value, a care plan with goals and metrics for each group, stages of a customership up to
 * partnership.
 *
 * Only a third of the text survives, and the pages with the institute's own criteria, contact
 * frequencies and states are not among it. Where it is silent the policy asks: nearly every number
 * is an open parameter.
 *
 * Gotchas: parts that cite §10 or §11 rest on a heading or on an excerpt outside the source.
 *
 * @example One plan for each group, and each goal has its metric
 * ```ts
 * import { adultInstitute2010 } from "hoito/presets";
 *
 * const { plans = {}, bySegment } = adultInstitute2010.policy.care;
 * Object.keys(bySegment).length === Object.keys(plans).length; // => true
 * Object.values(plans["strategicPlan"]?.goals ?? {}).map(({ metric }) => metric);
 * // => ["sales", "breadth", "walletShare"]
 * ```
 *
 * @category Presets
 */
export const adultInstitute2010: Preset = {
  policy: adultInstitutePolicy,
  readings: {},
  illustrativeValues,
  illustrativeSchedule,
  asOf: "2010-06-30",
  zone: "Europe/Helsinki",
  period: { calendar: "year" },
  targets: [],
  sampleBase,
};
