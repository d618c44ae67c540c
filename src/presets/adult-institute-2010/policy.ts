import { type CarePolicy, definePolicy } from "../../policy/index.js";
import { cadences } from "./cadences.js";
import { models, partnershipPath } from "./care.js";
import { figures } from "./figures.js";
import { measures } from "./measures.js";
import { parameters } from "./parameters.js";
import { plans } from "./plans.js";
import { customerGroup, potential, stage, value } from "./segments.js";

/**
 * Customer leadership of an adult education institute (Krannila 2010), as far as the text goes: the
 * pages with its own criteria, plans and states are missing, so most numbers here are open.
 */
export const adultInstitutePolicy: CarePolicy = /* @__PURE__ */ definePolicy({
  id: "adult-institute",
  version: "2010-06",
  title: "Customer strategy of an adult education institute",
  note: "A third of the thesis survives: where it is silent, its theory or a question stands here.",
  source: "S3, Krannila 2010, L386–960",
  scope: { units: ["adult institute"] },
  readiness: {
    source: "S3 §2.27 (L62, L64, L412)",
    note: "The thesis reports all four as done and gives no day: that of the thesis stands here.",
    customersIdentified: { by: "project manager", on: "2010-06-01", source: "S3 §5.3 (L62)" },
    baseAnalysed: { by: "project manager", on: "2010-06-01", source: "S3 §5.3 (L62)" },
    strategyStated: { by: "project manager", on: "2010-06-01", source: "S3 §1 (L62–64)" },
    supportsBusinessStrategy: {
      by: "project manager",
      on: "2010-06-01",
      note: "Asked for by the thesis; that it does is its claim.",
      source: "S3 §2.27 (L412)",
    },
  },
  currency: "EUR",
  businessLines: [
    "basicQualification",
    "vocationalQualification",
    "specialistQualification",
    "staffTraining",
  ],
  fields: { unusedPotential: "money" },
  parameters,
  measures,
  segments: { value, potential, customerGroup, stage },
  care: {
    source: "S3 §2.32–2.38 (L912–960)",
    segmentedBy: "customerGroup",
    models,
    bySegment: {
      strategic: "strategicCare",
      unprofitable: "unprofitableCare",
      potential: "potentialCare",
      other: "otherCare",
    },
    paths: { partnershipPath },
    plans,
  },
  cadences,
  kpis: figures,
});
