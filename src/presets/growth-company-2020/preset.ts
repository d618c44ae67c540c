import type { Preset } from "../preset.js";
import { illustrativeSchedule, illustrativeValues } from "./illustrative-values.js";
import { growthCompanyPolicy } from "./policy.js";
import { sampleBase } from "./sample-base.js";

/**
 * The growth company of source 1 (Karlsson 2020): four customer groups by criteria that people
 * decided, a care model for each, an annual clock.
 *
 * `policy` reads "+500" for a potential as the source's table does, with exactly 500 and 1 000
 * included; `readings` has the other three. The sample has 800 customers in seven localities, of
 * which a hundred have the facts that classification needs.
 *
 * Gotchas: theory that the source only quotes (RFM, pyramid, scorecards) is no decision of the
 * company, and is not in here.
 *
 * @example What has to be decided first
 * ```ts
 * import { compilePolicy, orThrow, withParameters } from "hoito";
 * import { growthCompany2020 } from "hoito/presets";
 *
 * const { policy, illustrativeValues } = growthCompany2020;
 * compilePolicy(policy).findings[0]?.path; // => "parameters.severalYears"
 * compilePolicy(policy).findings.length; // => 6
 * const tried = orThrow(withParameters(policy, illustrativeValues));
 * compilePolicy(tried).ok; // => true
 * ```
 *
 * @category Presets
 */
export const growthCompany2020: Preset = {
  policy: /* @__PURE__ */ growthCompanyPolicy({ reading: "R500", headcountBound: "atLeast" }),
  readings: {
    "R500-moreThan": /* @__PURE__ */ growthCompanyPolicy({
      reading: "R500",
      headcountBound: "moreThan",
    }),
    "R1000-atLeast": /* @__PURE__ */ growthCompanyPolicy({
      reading: "R1000",
      headcountBound: "atLeast",
    }),
    "R1000-moreThan": /* @__PURE__ */ growthCompanyPolicy({
      reading: "R1000",
      headcountBound: "moreThan",
    }),
  },
  illustrativeValues,
  illustrativeSchedule,
  asOf: "2020-11-30",
  zone: "Europe/Helsinki",
  period: { calendar: "year" },
  targets: [],
  sampleBase,
};
