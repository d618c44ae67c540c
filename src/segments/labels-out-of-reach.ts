import type { BoundTest } from "../rules/index.js";
import type { CompiledScorecard } from "./any-classifier.js";
import { bandLabel, scoreRange } from "./method-scorecard.js";

/**
 * The segments of a scorecard that no score can reach, whatever the account: those whose band lies
 * beyond the least and the greatest sum of points, or that an earlier band takes.
 *
 * @param compiled - a compiled scorecard
 * @returns names of segments in the order of the policy
 *
 * @category Segments
 */
export function labelsOutOfReach(compiled: CompiledScorecard): readonly string[] {
  const [low, high] = scoreRange(compiled);
  const bounds = compiled.bands.rules.map(({ condition }) => {
    return ((condition as BoundTest).operand as { readonly value: number }).value;
  });
  const inside = bounds.filter((bound) => bound >= low && bound <= high);
  const ends = [Math.max(low, -Number.MAX_VALUE), Math.min(high, Number.MAX_VALUE)];
  const scores = [...ends, ...inside].sort((a, b) => a - b);
  const between = scores.slice(1).map((score, index) => score / 2 + scores[index]! / 2);
  const reached = new Set([...scores, ...between].map((score) => bandLabel(compiled, score)));
  return [...compiled.labels.keys()].filter((label) => !reached.has(label));
}
