import { type CarePolicy, definePolicy } from "../../policy/index.js";
import { cadences } from "./cadences.js";
import { models, serviceLevels, timeBudgets } from "./care.js";
import { careGroup, valueClass } from "./classes.js";
import { figures } from "./figures.js";
import { lifeCycle } from "./life-cycle.js";
import { measures } from "./measures.js";
import { parameters } from "./parameters.js";

/**
 * Customer care of a wholesaler of hair products (Pesonen 2014), as far as the text goes: it breaks
 * off before the company's own segments, service levels and schedule. One rule is the company's,
 * the three criteria of its classes; the rest is what the literature in its theory chapter says.
 */
export const salonWholesalerPolicy: CarePolicy = /* @__PURE__ */ definePolicy({
  id: "salon-wholesaler",
  version: "2014-05",
  title: "Care of hair salons by class",
  note: "The text breaks off on page 31: levels, call topics and schedule are not in it.",
  source: "S4, Pesonen 2014, pages 1–31",
  currency: "EUR",
  parameters,
  measures,
  segments: { valueClass, lifeCycle, careGroup },
  care: {
    source: "S4 §2.40",
    segmentedBy: "careGroup",
    models,
    bySegment: { A: "goldCare", B: "bCare", C: "smallestCare", unwanted: "exitCare" },
    serviceLevels,
    floorLevel: "selfServiceOnly",
    timeBudgets,
  },
  cadences,
  kpis: figures,
});
