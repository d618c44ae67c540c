import type { CampaignDefinition } from "../../campaigns/index.js";
import { type CarePolicy, definePolicy } from "../../policy/index.js";
import { cadences } from "./cadences.js";
import { models } from "./care.js";
import { figures } from "./figures.js";
import { parameters } from "./parameters.js";
import { abcd, mailingList } from "./segments.js";

/**
 * The rules of a B2B sales organisation that took its CRM into better use (Lamu 2018): above all a
 * motivation campaign, beside it what the interviews tell of classes and contacts.
 *
 * @param reading - name of the reading of the campaign
 * @param motivationCampaign - the campaign by that reading
 */
export function b2bSalesPolicy(
  reading: string,
  motivationCampaign: CampaignDefinition,
): CarePolicy {
  return definePolicy({
    id: `b2b-sales-${reading}`,
    version: "2018-05",
    title: "Motivation campaign and care of a B2B sales organisation",
    note: "The study left the customer processes as they were: care is what the sellers told.",
    source: "S0, Lamu 2018, L442–456, L594–639, L605–621",
    currency: "EUR",
    fields: { registerClass: ["A", "B", "C", "D"] },
    parameters,
    segments: { abcd, mailingList },
    care: {
      source: "S0 §2.9–2.14 (L442–454)",
      segmentedBy: "abcd",
      models,
      bySegment: {
        A: "largeCustomerCare",
        B: "regularCare",
        C: "yearlyCare",
        D: "smallCustomerCare",
      },
    },
    cadences,
    campaigns: { motivation: motivationCampaign },
    kpis: figures,
  });
}
