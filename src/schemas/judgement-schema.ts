import type * as z from "zod";
import type { Judged, Judgements, ServicePotential } from "../facts/index.js";
import { listOf, maybe, oneOf, recordSchema, type Shape } from "./record-schema.js";
import {
  civilDate,
  count,
  flag,
  level,
  money,
  recordId,
  share,
  text,
  trend,
} from "./value-schemas.js";

const judge = {
  judgedBy: maybe(recordId),
  judgedOn: maybe(civilDate),
  basis: maybe(oneOf("data", "judgement", "insideKnowledge")),
};

const judgedLevel = judged(level);
const judgedTrend = judged(trend);
const judgedFlag = judged(flag);

const servicePotential = recordSchema<ServicePotential>({ service: text, value: level, ...judge });

export const judgements: z.ZodType<Judgements> = recordSchema<Judgements>({
  growthPotential: maybe(judgedLevel),
  veryFastGrowth: maybe(judgedFlag),
  buyingPotential: maybe(judgedLevel),
  potentialPerService: maybe(listOf(servicePotential)),
  potentialForSeveralServices: maybe(judgedFlag),
  potentialForAllServices: maybe(judgedFlag),
  purchaseProbability: maybe(judged(share)),
  forecastableInvoicing: maybe(judgedFlag),
  personalRelationship: maybe(judged(oneOf("none", "weak", "good"))),
  awareness: maybe(judgedLevel),
  position: maybe(judgedLevel),
  strategicImportance: maybe(judgedLevel),
  effort: maybe(judgedLevel),
  attractiveness: maybe(judgedLevel),
  strength: maybe(judgedLevel),
  strategicFit: maybe(judgedLevel),
  referenceValue: maybe(judgedLevel),
  competenceValue: maybe(judgedLevel),
  image: maybe(judgedLevel),
  priceLevel: maybe(judgedLevel),
  marketShare: maybe(judged(share)),
  topManagementContacts: maybe(judged(count)),
  financialStability: maybe(judgedLevel),
  cashFlowOutlook: maybe(judgedTrend),
  paymentBehaviour: maybe(judged(oneOf("good", "late", "bad"))),
  purchaseForecastTrend: maybe(judgedTrend),
  totalConsumption: maybe(judged(money)),
  mutualCommitment: maybe(judgedFlag),
});

function judged<T>(value: z.ZodType<T>): z.ZodType<Judged<T>> {
  return recordSchema<Judged<T>>({ value, ...judge } as Shape<Judged<T>>);
}
