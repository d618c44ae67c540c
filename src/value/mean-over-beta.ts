/** Step of the trapezoid rule in log-odds: its error is below e^(−π² ÷ step). */
const WIDEST_STEP = 0.25;

/** Finer steps than this would be lost beside the greatest log-odds. */
const FINEST_STEP = 1e-12;

/** A term so much smaller than the sum adds nothing to it. */
const NOTHING = 1e-19;

/** How near to its limit a function has to be to be taken as a straight line, as a power of e. */
const STRAIGHT = 16;

/** So much further out, in log-odds, a function is at its limit. */
const LIMIT = 60;

/**
 * The mean of a smooth, falling, positive function of a share that is Beta(a, b) distributed.
 *
 * The trapezoid rule over the log-odds of the share converges exponentially there (Trefethen &
 * Weideman 2014). Both sums of the ratio share their nodes, so the mean lies between the least and
 * the greatest value of the function whatever a and b are. Towards 0 and 1, where a small a or b
 * leaves long tails, the function is a straight line and the rest of the sum is geometric.
 *
 * @param scale - how fast the function may change near 0: below 1 ÷ `scale` it is straight
 */
export function meanOverBeta(
  a: number,
  b: number,
  scale: number,
  of: (share: number) => number,
): number {
  const width = Math.sqrt(1 / a + 1 / b);
  const step = Math.max(FINEST_STEP, Math.min(WIDEST_STEP, 0.5 * width));
  const mode = Math.log(a) - Math.log(b);
  const peak = logDensity(mode, a, b);
  const lowest = -STRAIGHT - Math.log(2 + a + b + scale);
  const highest = STRAIGHT + Math.log(2 + a + b);
  let weights = 0;
  let sum = 0;
  let ceiling = 0;
  const take = (y: number): number => {
    const weight = Math.exp(logDensity(y, a, b) - peak);
    const value = of(shareAt(y));
    weights += weight;
    sum += weight * value;
    ceiling = Math.max(ceiling, value);
    return weight;
  };
  /** All nodes beyond one: a geometric series at the limit, and one of what is left of it. */
  const addRest = (shape: number, y: number, weight: number, limit: number): void => {
    const pure = weight * Math.exp((a + b) * Math.log1p(Math.exp(-Math.abs(y))));
    const [atLimit, fading] = [Math.expm1(shape * step), Math.expm1((shape + 1) * step)];
    weights += pure / atLimit + (weight - pure) / fading;
    sum += (pure * limit) / atLimit + (weight * of(shareAt(y)) - pure * limit) / fading;
    ceiling = Math.max(ceiling, limit);
  };
  take(mode);
  const greatest = of(shareAt(lowest));
  for (let k = 1; ; k++) {
    const y = mode - k * step;
    const weight = take(y);
    if (y < lowest) {
      addRest(a, y, weight, of(shareAt(y - LIMIT)));
      break;
    }
    // Written so that a shape that is no number ends the walk too.
    if (!(weight * greatest >= NOTHING * sum || weight >= NOTHING * weights)) break;
  }
  for (let k = 1; ; k++) {
    const y = mode + k * step;
    const weight = take(y);
    if (y > highest) {
      addRest(b, y, weight, of(shareAt(y + LIMIT)));
      break;
    }
    if (!(weight >= NOTHING * weights)) break;
  }
  return Math.min(sum / weights, ceiling);
}

/** ln of shareᵃ (1 − share)ᵇ at these log-odds. */
function logDensity(y: number, a: number, b: number): number {
  const near = -Math.log1p(Math.exp(-Math.abs(y)));
  return y > 0 ? a * near + b * (near - y) : a * (near + y) + b * near;
}

function shareAt(y: number): number {
  const odds = Math.exp(-Math.abs(y));
  return y > 0 ? 1 / (1 + odds) : odds / (1 + odds);
}
