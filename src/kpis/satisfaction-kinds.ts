import { type FigureKind, figureKind } from "./figure-kind.js";
import type { Confidence } from "./interval.js";
import {
  type EffortMethod,
  finishPromoters,
  finishScores,
  ofEffort,
  ofPromoters,
  ofScores,
  type SatisfactionMethod,
  scoreNeeded,
  tallyPromoters,
  tallyScores,
} from "./satisfaction.js";

/** The figures of this family that a board can compute. */
export const satisfactionKinds: Readonly<Record<string, FigureKind>> = {
  netPromoterScore: figureKind<{ readonly confidence: Confidence }>({
    describe: {
      names: { en: "Net promoter score", fi: "Nettosuositteluindeksi (NPS)" },
      kind: "KRI",
      family: "customer",
      timing: "leading",
      formula: "promoters (9–10) less detractors (0–6), in hundredths of valid answers",
      source: "S2 §3.41; Reichheld 2003",
    },
    arguments: ofPromoters,
    reads: ["surveyAnswers"],
    add: (tally, facts) => tallyPromoters(tally, facts.inPeriod("surveyAnswers", tally)),
    finish: finishPromoters,
  }),
  customerSatisfaction: figureKind<SatisfactionMethod>({
    describe: {
      names: { en: "Customer satisfaction", fi: "Asiakastyytyväisyys (CSAT)" },
      kind: "KRI",
      family: "customer",
      timing: "lagging",
      formula: "mean of answers 1–5, or the share of answers from a score on",
      source: "S2 §3.42; S4 §6",
    },
    arguments: ofScores,
    needs: scoreNeeded,
    reads: ["surveyAnswers"],
    add: (tally, facts) =>
      tallyScores(tally, facts.inPeriod("surveyAnswers", tally), {
        scale: "csat",
        direction: "highIsGood",
      }),
    finish: finishScores,
  }),
  customerEffort: figureKind<EffortMethod>({
    describe: {
      names: { en: "Customer effort score", fi: "Asioinnin helppous (CES)" },
      kind: "KRI",
      family: "customer",
      timing: "leading",
      formula: "mean of answers 1–5 or 1–7 with more as better, or the share from a score on",
      source: "S2 §3.43",
    },
    arguments: ofEffort,
    needs: scoreNeeded,
    reads: ["surveyAnswers"],
    add: (tally, facts, method) =>
      tallyScores(tally, facts.inPeriod("surveyAnswers", tally), method),
    finish: finishScores,
  }),
};
