/** Beyond this the asymptotic series are exact to the last bits of a double. */
const FAR = 12;

/** Up to so many factors a rising factorial is multiplied out. */
const FEW_FACTORS = 24;

/** Coefficients of Stirling's series for ln Γ: B(2k) ÷ (2k (2k − 1)). */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];

/** Coefficients of the asymptotic series of ψ: B(2k) ÷ 2k. */
const DIGAMMA = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12];

/** ln Γ(z) for z > 0 (Abramowitz & Stegun 1964, 6.1.40 and 6.1.15). */
export function logGamma(z: number): number {
  let product = 1;
  let far = z;
  for (; far < FAR; far++) product *= far;
  const stirling = (far - 0.5) * Math.log(far) - far + 0.5 * Math.log(2 * Math.PI);
  return stirling + series(STIRLING, far) * far - Math.log(product);
}

/** ψ(z), the slope of ln Γ, for z > 0 (Abramowitz & Stegun 1964, 6.3.18 and 6.3.5). */
export function digamma(z: number): number {
  let sum = 0;
  let far = z;
  for (; far < FAR; far++) sum += 1 / far;
  return Math.log(far) - 0.5 / far - series(DIGAMMA, far) - sum;
}

/** ln Γ(z + n) − ln Γ(z) for n ≥ 0, without the cancellation of two large logarithms. */
export function logGammaGrowth(z: number, n: number): number {
  let product = 1;
  let far = z;
  for (; far < FAR; far++) product *= (far + n) / far;
  const growth = (far - 0.5) * Math.log1p(n / far) + n * (Math.log(far + n) - 1);
  const rest = series(STIRLING, far + n) * (far + n) - series(STIRLING, far) * far;
  return growth + rest - Math.log(product);
}

/** ln of z (z + 1) … (z + n − 1), without the cancellation of two ln Γ where n is small. */
export function logRising(z: number, n: number): number {
  if (n > FEW_FACTORS) return logGammaGrowth(z, n);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.log(z + i);
  return sum;
}

/** Slope of {@link logRising} in z. */
export function risingSlope(z: number, n: number): number {
  if (n > FEW_FACTORS) return digamma(z + n) - digamma(z);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += 1 / (z + i);
  return sum;
}

/** c₁ ÷ z² + c₂ ÷ z⁴ + … by Horner. */
function series(coefficients: readonly number[], z: number): number {
  const inverse = 1 / (z * z);
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) sum = (sum + coefficients[i]!) * inverse;
  return sum;
}
