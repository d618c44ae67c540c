import type { DistinctTuples } from "./count-distinct.js";
import { digamma, logGamma, logGammaGrowth } from "./gamma-functions.js";
import type { Objective } from "./maximise.js";

/**
 * The log-likelihood of the Gamma-Gamma model over counted (x, mean spend) in the logarithms of p,
 * q and v, with its slopes (Fader & Hardie 2013, equation 1a).
 */
export function spendLikelihood({ tuples, counts }: DistinctTuples): Objective {
  return (point, slopes) => {
    const [p, q, v] = point.map(Math.exp) as [number, number, number];
    let value = 0;
    let [slopeP, slopeQ, slopeV] = [0, 0, 0];
    let repeats = -1;
    let [whole, both, own] = [0, 0, 0];
    for (let at = 0; at < tuples.length; at++) {
      const [x, mean] = tuples[at] as unknown as [number, number];
      const count = counts[at]!;
      if (x !== repeats) {
        // Tuples come in the order of x: what depends on x alone is computed once.
        repeats = x;
        whole = logGammaGrowth(q, p * x) - logGamma(p * x);
        [both, own] = [digamma(p * x + q), digamma(p * x)];
      }
      // ln of v and of the spend as shares of their sum, without cancellation.
      const logRest = -Math.log1p((x * mean) / v);
      const logSpent = -Math.log1p(v / (x * mean));
      const share = p * x + q;
      value += count * (whole + q * logRest + p * x * logSpent - Math.log(mean));
      slopeP += count * x * (both - own + logSpent);
      slopeQ += count * (both + logRest);
      slopeV += count * (q / v - share / (v + x * mean));
    }
    const customers = counts.reduce((sum, each) => sum + each, 0);
    slopes.set([slopeP * p, (slopeQ - customers * digamma(q)) * q, slopeV * v]);
    return value;
  };
}
