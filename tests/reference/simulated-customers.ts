import type { Four, History } from "./naive-value-models.js";

/** Uniform numbers from 0 to 1 out of a seed (mulberry32). */
export function uniforms(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296 + 2 ** -33;
  };
}

/** A Gamma(shape, 1) number by Marsaglia and Tsang (2000). */
export function gammaNumber(shape: number, uniform: () => number): number {
  if (shape < 1) return gammaNumber(shape + 1, uniform) * uniform() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    const v = (1 + c * normal) ** 3;
    if (v > 0 && Math.log(uniform()) < (normal * normal) / 2 + d - d * v + d * Math.log(v)) {
      return d * v;
    }
  }
}

/** A Beta(a, b) number. */
function betaNumber(a: number, b: number, uniform: () => number): number {
  const x = gammaNumber(a, uniform);
  return x / (x + gammaNumber(b, uniform));
}

/** A customer as BG/NBD tells his story, day for day, with what he buys after the end. */
export function simulateCustomer(
  { r, alpha, a, b }: Four,
  observedFor: number,
  ahead: number,
  uniform: () => number,
): History & { readonly later: number } {
  const rate = gammaNumber(r, uniform) / alpha;
  const leaving = betaNumber(a, b, uniform);
  let at = 0;
  let [repeats, lastRepeatAt, later] = [0, 0, 0];
  for (;;) {
    at += -Math.log(uniform()) / rate;
    if (!(at <= observedFor + ahead)) break;
    if (at <= observedFor) {
      repeats += 1;
      lastRepeatAt = at;
    } else later += 1;
    if (uniform() < leaving) break;
  }
  return { repeats, lastRepeatAt, observedFor, later };
}
