import { type FigureKind, figureKind, withShared } from "./figure-kind.js";
import { CONFIDENCES, type Confidence } from "./interval.js";
import {
  type EffortMethod,
  finishPromoters,
  finishScores,
  type SatisfactionMethod,
  tallyPromoters,
  tallyScores,
} from "./satisfaction.js";

const confidence = { kind: "oneOf", values: CONFIDENCES } as const;
const aggregates = {
  aggregate: { kind: "word", words: ["mean", "topShare"] },
  fromScore: { kind: "number", atLeast: 1, atMost: 7, whole: true, optional: true },
  confidence: { ...confidence, optional: true },
} as const;

function scoreNeeded({ aggregate }: SatisfactionMethod): readonly string[] {
  return aggregate === "topShare" ? ["fromScore", "confidence"] : [];
}

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
    arguments: { confidence },
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
    arguments: aggregates,
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
    arguments: withShared(aggregates, {
      scale: { kind: "word", words: ["ces5", "ces7"] },
      direction: { kind: "word", words: ["highIsGood", "lowIsGood"] },
    }),
    needs: scoreNeeded,
    reads: ["surveyAnswers"],
    add: (tally, facts, method) =>
      tallyScores(tally, facts.inPeriod("surveyAnswers", tally), method),
    finish: finishScores,
  }),
};
