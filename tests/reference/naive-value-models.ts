/**
 * The models of customer value as their papers print them: Γ by Lanczos, ₂F₁ term by term, one
 * customer at a time. Slow, and of use only where nothing overflows.
 */
export interface History {
  readonly repeats: number;
  readonly lastRepeatAt: number;
  readonly observedFor: number;
}

export interface Four {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
];

/** ln Γ(z) by Lanczos' approximation, g = 7, for z > 0. */
export function lanczosLogGamma(z: number): number {
  if (z < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * z)) - lanczosLogGamma(1 - z);
  const t = z + 6.5;
  const sum = LANCZOS.slice(1).reduce((total, c, i) => total + c / (z + i), LANCZOS[0]!);
  return 0.5 * Math.log(2 * Math.PI) + (z - 0.5) * Math.log(t) - t + Math.log(sum);
}

const logBeta = (a: number, b: number): number =>
  lanczosLogGamma(a) + lanczosLogGamma(b) - lanczosLogGamma(a + b);

/** Gauss' ₂F₁ by its series, for 0 ≤ z < 1. */
function gaussSeries(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < 200_000 && Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
  }
  return sum;
}

/** Fader, Hardie & Lee (2005), equation 6. */
export function naivePurchaseLikelihood(histories: readonly History[], four: Four): number {
  const { r, alpha, a, b } = four;
  return histories.reduce((sum, { repeats: x, lastRepeatAt, observedFor }) => {
    const common = lanczosLogGamma(r + x) - lanczosLogGamma(r) + r * Math.log(alpha);
    const alive = logBeta(a, b + x) - logBeta(a, b) - (r + x) * Math.log(alpha + observedFor);
    const gone =
      x === 0
        ? Number.NEGATIVE_INFINITY
        : logBeta(a + 1, b + x - 1) - logBeta(a, b) - (r + x) * Math.log(alpha + lastRepeatAt);
    const top = Math.max(alive, gone);
    return sum + common + top + Math.log(Math.exp(alive - top) + Math.exp(gone - top));
  }, 0);
}

/** Fader, Hardie & Lee (2005), equation 10; singular at a = 1. */
export function naiveExpectedPurchases(history: History, four: Four, ahead: number): number {
  const { r, alpha, a, b } = four;
  const { repeats: x, lastRepeatAt, observedFor } = history;
  const z = ahead / (alpha + observedFor + ahead);
  const series = gaussSeries(r + x, b + x, a + b + x - 1, z);
  const grown = ((alpha + observedFor) / (alpha + observedFor + ahead)) ** (r + x);
  const whileAlive = ((a + b + x - 1) / (a - 1)) * (1 - grown * series);
  const odds =
    x === 0 ? 0 : (a / (b + x - 1)) * ((alpha + observedFor) / (alpha + lastRepeatAt)) ** (r + x);
  return whileAlive / (1 + odds);
}

/** Fader & Hardie (2013), equation 1a. */
export function naiveSpendLikelihood(
  customers: readonly { readonly repeats: number; readonly averageSpend: number }[],
  { p, q, v }: { readonly p: number; readonly q: number; readonly v: number },
): number {
  return customers.reduce((sum, { repeats: x, averageSpend: z }) => {
    const gammas = lanczosLogGamma(p * x + q) - lanczosLogGamma(p * x) - lanczosLogGamma(q);
    const powers = q * Math.log(v) + (p * x - 1) * Math.log(z) + p * x * Math.log(x);
    return sum + gammas + powers - (p * x + q) * Math.log(v + x * z);
  }, 0);
}

/** Fader & Hardie (2007), equations 7 and appendix B: the recursion of P(T = t). */
export function naiveContractLikelihood(
  cohort: readonly number[],
  { alpha, beta }: { readonly alpha: number; readonly beta: number },
): number {
  let sum = 0;
  let leaves = alpha / (alpha + beta);
  let survives = 1 - leaves;
  for (let t = 1; t < cohort.length; t++) {
    if (t > 1) {
      leaves *= (beta + t - 2) / (alpha + beta + t - 1);
      survives -= leaves;
    }
    sum += (cohort[t - 1]! - cohort[t]!) * Math.log(leaves);
  }
  return sum + cohort.at(-1)! * Math.log(survives);
}

/** Fader & Hardie (2010), equation 6. */
export function naiveResidualLifetime(
  { alpha, beta }: { readonly alpha: number; readonly beta: number },
  renewals: number,
  discountRate: number,
): number {
  const n = renewals + 1;
  const renews = (beta + n - 1) / (alpha + beta + n - 1);
  return renews * gaussSeries(1, beta + n, alpha + beta + n, 1 / (1 + discountRate));
}
