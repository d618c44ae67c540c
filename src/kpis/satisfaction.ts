import type { SurveyAnswer } from "../facts/index.js";
import type { Figure, FigurePart } from "./figure.js";
import { type FigureKind, withShared } from "./figure-kind.js";
import { type FigureCore, figureOf } from "./figure-of.js";
import { CONFIDENCES, type Confidence, differenceInterval, wilsonInterval } from "./interval.js";
import { requireMethod } from "./require-method.js";
import {
  count,
  counted,
  exclude,
  histogramOf,
  place,
  sortedEntries,
  startTally,
  type Tally,
} from "./tally.js";

/**
 * How answers to one question become one number: the sources give no formula.
 *
 * @category KPIs
 */
export type SatisfactionMethod =
  | { readonly aggregate: "mean" }
  | {
      /** The share of answers from a score on. */
      readonly aggregate: "topShare";
      /** Inclusive. */
      readonly fromScore: number;
      readonly confidence: Confidence;
    };

/**
 * How answers about effort become one number.
 *
 * @category KPIs
 */
export type EffortMethod = SatisfactionMethod & {
  /** The question had five steps or seven; answers of the other scale are left out. */
  readonly scale: "ces5" | "ces7";
  /**
   * Which end of the scale is good, for answers that do not say; an answer that says otherwise is
   * left out. Under `lowIsGood` the scale is turned round, so that more is always better.
   */
  readonly direction: "highIsGood" | "lowIsGood";
};

/** Conventions, as definitions and plain functions state them. */
export const ofPromoters: FigureKind["arguments"] = {
  confidence: { kind: "oneOf", values: CONFIDENCES },
};

/** Of a mean, or of a share from a score on. */
export const ofScores: FigureKind["arguments"] = {
  aggregate: { kind: "word", words: ["mean", "topShare"] },
  fromScore: { kind: "number", atLeast: 1, atMost: 7, whole: true, optional: true },
  confidence: { kind: "oneOf", values: CONFIDENCES, optional: true },
};

/** Of scores on a scale that has two steps and two directions. */
export const ofEffort: FigureKind["arguments"] = /* @__PURE__ */ withShared(ofScores, {
  scale: { kind: "word", words: ["ces5", "ces7"] },
  direction: { kind: "word", words: ["highIsGood", "lowIsGood"] },
});

/** What a share from a score on needs besides. */
export function scoreNeeded({ aggregate }: SatisfactionMethod): readonly string[] {
  return aggregate === "topShare" ? ["fromScore", "confidence"] : [];
}

/** The steps of each scale, both ends included. */
const SCALES = {
  nps: { from: 0, to: 10 },
  csat: { from: 1, to: 5 },
  ces5: { from: 1, to: 5 },
  ces7: { from: 1, to: 7 },
} as const;

/**
 * The net promoter score: promoters (9, 10) less detractors (0 to 6), in hundredths of all valid
 * answers, −100 to 100.
 *
 * Every valid answer is in exactly one bucket. An answer off the scale (11, −1, 6.5) counts
 * nowhere, not in the denominator either; nor does an answer on another scale. No valid answer
 * gives no score. The interval is that of a difference of two shares: Newcombe's (1998)
 * square-and-add of two Wilson intervals. Bands: Holma et al. (2021); formula: Reichheld (2003).
 *
 * @param answers - in any order; of all times: choose the period before
 * @param method - `confidence` of the interval
 * @returns a score with the buckets `promoters`, `passives` and `detractors` as parts
 * @throws {@link HoitoError} `unknown-confidence`
 *
 * @example Six answers, and one that is none
 * ```ts
 * import { netPromoterScore } from "hoito/kpis";
 *
 * const answers = [10, 9, 8, 7, 6, 0, 6.5].map((score) => {
 *   return { accountId: 1, answeredOn: "2022-05-01", scale: "nps", score } as const;
 * });
 * const figure = netPromoterScore(answers, { confidence: 0.95 });
 * figure.value; // => 0
 * figure.parts?.map(({ key, amount }) => [key, amount].join(" ")); // => ["promoters 2", "passives 2", "detractors 2"]
 * figure.excluded; // => [{ reason: "offScale", count: 1 }]
 * ```
 *
 * @category KPIs
 */
export function netPromoterScore(
  answers: readonly SurveyAnswer[],
  method: { readonly confidence: Confidence },
): Figure {
  requireMethod(method, ofPromoters);
  const tally = startTally();
  tallyPromoters(tally, answers);
  return figureOf(tally, finishPromoters(tally, method), method);
}

/**
 * Customer satisfaction: the mean of answers on the scale 1 to 5, or the share of good ones.
 *
 * Answers off the scale or on another one are left out. No valid answer gives no figure.
 *
 * @param answers - in any order
 * @param method - `mean` or `topShare` with its `fromScore`, the share with its interval (Wilson)
 * @returns a mean from 1 to 5, or a share
 * @throws {@link HoitoError} `unknown-confidence`
 *
 * @example Four and five are good
 * ```ts
 * import { customerSatisfaction } from "hoito/kpis";
 *
 * const answers = [5, 4, 3, 1].map((score) => {
 *   return { accountId: 1, answeredOn: "2022-05-01", scale: "csat", score } as const;
 * });
 * customerSatisfaction(answers, { aggregate: "mean" }).value; // => 3.25
 * customerSatisfaction(answers, { aggregate: "topShare", fromScore: 4, confidence: 0.95 }).value; // => 0.5
 * ```
 *
 * @category KPIs
 */
export function customerSatisfaction(
  answers: readonly SurveyAnswer[],
  method: SatisfactionMethod,
): Figure {
  requireMethod(method, ofScores, scoreNeeded);
  const tally = startTally();
  tallyScores(tally, answers, { scale: "csat", direction: "highIsGood" });
  return figureOf(tally, finishScores(tally, method), method);
}

/**
 * Customer effort: how easy dealings were, as a mean of the scale or the share of good answers.
 *
 * Scales of five and of seven steps are never mixed, and which end is good is stated: turned round
 * where a low answer is good, so that more is always better.
 *
 * @param answers - in any order
 * @param method - scale, direction and aggregate
 * @returns a mean on the scale, or a share
 * @throws {@link HoitoError} `unknown-confidence`
 *
 * @example A low answer was good
 * ```ts
 * import { customerEffort } from "hoito/kpis";
 *
 * const answers = [{ accountId: 1, answeredOn: "2022-05-01", scale: "ces7", score: 2 }] as const;
 * const method = { scale: "ces7", direction: "lowIsGood", aggregate: "mean" } as const;
 * customerEffort(answers, method).value; // => 6
 * ```
 *
 * @category KPIs
 */
export function customerEffort(answers: readonly SurveyAnswer[], method: EffortMethod): Figure {
  requireMethod(method, ofEffort, scoreNeeded);
  const tally = startTally();
  tallyScores(tally, answers, method);
  return figureOf(tally, finishScores(tally, method), method);
}

/** Sorts answers into buckets. */
export function tallyPromoters(tally: Tally, answers: readonly SurveyAnswer[]): void {
  for (const { scale, score } of answers) {
    if (scale !== "nps") exclude(tally, "otherScale");
    else if (!isOnScale(score, "nps")) exclude(tally, "offScale");
    else {
      count(tally, "denominator");
      if (score >= 9) count(tally, "promoters");
      else count(tally, score >= 7 ? "passives" : "detractors");
    }
  }
}

/** The score out of a tally. */
export function finishPromoters(
  tally: Tally,
  { confidence }: { readonly confidence: Confidence },
): FigureCore {
  const denominator = counted(tally, "denominator");
  const [promoters, passives, detractors] = ["promoters", "passives", "detractors"].map((name) =>
    counted(tally, name),
  ) as [number, number, number];
  const numerator = promoters - detractors;
  if (denominator === 0) return { unit: "score", value: undefined, numerator, denominator };
  const part = (key: string, amount: number): FigurePart => {
    return { key, amount, share: amount / denominator };
  };
  const { low, high, ...rest } = differenceInterval(promoters, detractors, denominator, confidence);
  return {
    unit: "score",
    value: (100 * numerator) / denominator,
    numerator,
    denominator,
    parts: [
      part("promoters", promoters),
      part("passives", passives),
      part("detractors", detractors),
    ],
    interval: { low: 100 * low, high: 100 * high, ...rest },
  };
}

/** Places answers on one scale. */
export function tallyScores(
  tally: Tally,
  answers: readonly SurveyAnswer[],
  asked: { readonly scale: SurveyAnswer["scale"]; readonly direction: EffortMethod["direction"] },
): void {
  const { from, to } = SCALES[asked.scale];
  for (const { scale, score, direction = asked.direction } of answers) {
    if (scale !== asked.scale) exclude(tally, "otherScale");
    else if (direction !== asked.direction) exclude(tally, "otherDirection");
    else if (!isOnScale(score, scale)) exclude(tally, "offScale");
    else place(tally, "scores", direction === "lowIsGood" ? from + to - score : score);
  }
}

/** The mean, or the share of good answers, out of a tally. */
export function finishScores(tally: Tally, method: SatisfactionMethod): FigureCore {
  const { aggregate } = method;
  const fromScore = aggregate === "topShare" ? method.fromScore : 0;
  let denominator = 0;
  let sum = 0;
  let good = 0;
  const entries = sortedEntries(histogramOf(tally, "scores"));
  for (const [score, by] of entries) {
    denominator += by;
    sum += (score as number) * by;
    if ((score as number) >= fromScore) good += by;
  }
  const parts = entries.map(([score, amount]): FigurePart => {
    return { key: String(score), amount, share: amount / denominator };
  });
  const unit = aggregate === "mean" ? "score" : "share";
  const numerator = aggregate === "mean" ? sum : good;
  if (denominator === 0) return { unit, value: undefined, numerator, denominator };
  const core = { unit, value: numerator / denominator, numerator, denominator, parts } as const;
  if (method.aggregate === "mean") return core;
  return { ...core, interval: wilsonInterval(good, denominator, method.confidence) };
}

function isOnScale(score: number, scale: SurveyAnswer["scale"]): boolean {
  const { from, to } = SCALES[scale];
  return Number.isInteger(score) && score >= from && score <= to;
}
