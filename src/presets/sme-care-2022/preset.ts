import type { CarePolicy } from "../../policy/index.js";
import type { Preset } from "../preset.js";
import { illustrativeSchedule, illustrativeValues } from "./illustrative-values.js";
import { type SmeCareReading, smeCarePolicy } from "./policy.js";
import { sampleBase } from "./sample-base.js";

const proposed: SmeCareReading = {
  micro: "smallerInBoth",
  microContact: "leftOut",
  unit: "central",
  nps: "yearly",
};

/**
 * The SME care model of source 2 (Parviainen 2022): who is an independent SME, care by a team or
 * above a contract value by a named manager, contacts half-way through a contract, and surveys
 * that follow the phases of the relationship and do not tire.
 *
 * `policy` takes micro companies as smaller in both headcount and turnover and leaves them out of
 * regular communication, lets the centre own, and asks for the NPS once a year. `readings` has what
 * respondents saw otherwise.
 *
 * Gotchas: chains, groups and large companies are excluded here; their own care is another policy.
 *
 * @example The limit of a named manager is open
 * ```ts
 * import { compilePolicy } from "hoito";
 * import { smeCare2022 } from "hoito/presets";
 *
 * const { findings } = compilePolicy(smeCare2022.policy);
 * findings.some(({ path }) => path === "parameters.contractLimit"); // => true
 * findings.every(({ code }) => code === "open-parameter"); // => true
 * ```
 *
 * @category Presets
 */
export const smeCare2022: Preset = {
  policy: /* @__PURE__ */ smeCarePolicy("proposed", proposed),
  readings: {
    microByEither: /* @__PURE__ */ reading("microByEither", { micro: "smallerInEither" }),
    microContacted: /* @__PURE__ */ reading("microContacted", { microContact: "regular" }),
    regional: /* @__PURE__ */ reading("regional", { unit: "regional" }),
    largestServiceShare: /* @__PURE__ */ reading("largestServiceShare", {
      unit: "largestServiceShare",
    }),
    npsHalfYearly: /* @__PURE__ */ reading("npsHalfYearly", { nps: "halfYearly" }),
  },
  illustrativeValues,
  illustrativeSchedule,
  asOf: "2022-09-30",
  zone: "Europe/Helsinki",
  period: { calendar: "year" },
  targets: [],
  sampleBase,
};

function reading(name: string, change: Partial<SmeCareReading>): CarePolicy {
  return smeCarePolicy(name, { ...proposed, ...change });
}
