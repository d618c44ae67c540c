import type { Preset } from "../preset.js";
import { motivationCampaign } from "./campaign.js";
import { illustrativeSchedule, illustrativeValues } from "./illustrative-values.js";
import { b2bSalesPolicy } from "./policy.js";
import { readings } from "./readings.js";
import { sampleBase } from "./sample-base.js";

/**
 * The B2B sales organisation of source 0 (Lamu 2018): a motivation campaign of ten scored weeks for
 * seven sellers, the marking of visits, marketing lists, and contacts by ABCD class.
 *
 * `policy` reads the campaign as its results do: ten weeks whose deadline lies within it, no extra
 * points in the two weeks of practice, the highest rung alone. `readings` has what the source says
 * elsewhere. In the sample the seven sellers end as the source tells: all above 40 points, two of
 * them above 55.
 *
 * Gotchas: who is A, B, C or D stands in the register, for the source gives no criterion; which
 * contacts go with which class is this preset's reading of what single sellers told.
 *
 * @example The most that the campaign can bring
 * ```ts
 * import { compilePolicy, orThrow, withParameters } from "hoito";
 * import { reachableMaximum } from "hoito/campaigns";
 * import { b2bSales2018 } from "hoito/presets";
 *
 * const { policy, illustrativeValues } = b2bSales2018;
 * const compiled = orThrow(compilePolicy(orThrow(withParameters(policy, illustrativeValues))));
 * reachableMaximum(compiled.campaigns.get("motivation")!).points; // => 58
 * ```
 *
 * @category Presets
 */
export const b2bSales2018: Preset = {
  policy: /* @__PURE__ */ b2bSalesPolicy("asInTheResults", motivationCampaign),
  readings,
  illustrativeValues,
  illustrativeSchedule,
  asOf: "2018-03-28",
  zone: "Europe/Helsinki",
  period: { calendar: "quarter" },
  targets: [
    {
      kind: "quantity",
      kpi: "attributesOfAccounts",
      version: "1",
      period: "2018-Q1",
      bound: "atLeast",
      value: 1,
    },
  ],
  sampleBase,
};
