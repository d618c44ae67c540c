import type { DistinctTuples } from "./count-distinct.js";
import { logRising, risingSlope } from "./gamma-functions.js";
import type { Objective } from "./maximise.js";

/**
 * The log-likelihood of BG/NBD over counted (x, tₓ, T) in the logarithms of r, α, a and b, with its
 * slopes (Fader, Hardie & Lee 2005, equation 6, in the form of their note of 2013 that cannot
 * overflow).
 */
export function purchaseLikelihood({ tuples, counts }: DistinctTuples): Objective {
  return (point, slopes) => {
    const [r, alpha, a, b] = point.map(Math.exp) as [number, number, number, number];
    const [logAlpha, logA] = [point[1]!, point[2]!];
    let value = 0;
    let [slopeR, slopeAlpha, slopeA, slopeB] = [0, 0, 0, 0];
    let repeats = -1;
    let [whole, bought, kept, asked] = [0, 0, 0, 0];
    for (let at = 0; at < tuples.length; at++) {
      const [x, lastAt, observed] = tuples[at] as unknown as [number, number, number];
      const count = counts[at]!;
      if (x !== repeats) {
        // Tuples come in the order of x: what depends on x alone is computed once.
        repeats = x;
        whole = logRising(r, x) + logRising(b, x) - logRising(a + b, x);
        [bought, kept, asked] = [risingSlope(r, x), risingSlope(b, x), risingSlope(a + b, x)];
      }
      const logEnd = Math.log(alpha + observed);
      const logLast = Math.log(alpha + lastAt);
      const alive = -(r + x) * logEnd;
      const gone = x === 0 ? -Infinity : logA - Math.log(b + x - 1) - (r + x) * logLast;
      const top = Math.max(alive, gone);
      const total = Math.exp(alive - top) + Math.exp(gone - top);
      const goneShare = Math.exp(gone - top) / total;
      const aliveShare = 1 - goneShare;
      value += count * (whole + r * logAlpha + top + Math.log(total));
      slopeR += count * (bought + logAlpha - aliveShare * logEnd - goneShare * logLast);
      const rate = aliveShare / (alpha + observed) + goneShare / (alpha + lastAt);
      slopeAlpha += count * (r / alpha - (r + x) * rate);
      slopeA += count * (goneShare / a - asked);
      slopeB += count * (kept - asked - (x === 0 ? 0 : goneShare / (b + x - 1)));
    }
    slopes.set([slopeR * r, slopeAlpha * alpha, slopeA * a, slopeB * b]);
    return value;
  };
}
