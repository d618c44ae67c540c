/** A function to be maximised: gives its value and writes its slopes. */
export type Objective = (point: readonly number[], slopes: Float64Array) => number;

/** Where the search for a maximum ended. */
export interface Maximum {
  readonly point: readonly number[];
  readonly value: number;
  /** The greatest slope of a coordinate that may still move, as the objective gives it. */
  readonly slope: number;
  /** Positions of the coordinates that lie on the edge of the box, and would go further. */
  readonly onEdge: readonly number[];
  readonly iterations: number;
  readonly evaluations: number;
  readonly ending: "slopeVanished" | "noFurtherRise" | "budgetSpent";
}

/** Half the side of the box that is searched, in logarithms of the parameters. */
export const EDGE = 9;

const LONGEST_STEP = 2;
const DIFFERENCE = 1e-4;
const MOST_DAMPING = 1e14;

/**
 * The highest point that damped Newton steps reach from several starts, within a box and a budget.
 *
 * Curvatures are central differences of the slopes; damping (Levenberg 1944, Marquardt 1963) makes
 * them a rising direction where the function is not concave. A step is taken only when it rises.
 *
 * @param flat - a slope that counts as none
 * @param budget - most evaluations of each start
 */
export function maximise(
  objective: Objective,
  starts: readonly (readonly number[])[],
  { flat, budget }: { readonly flat: number; readonly budget: number },
): Maximum {
  const found = starts.map((start) => climb(objective, start.map(clamp), flat, budget));
  const best = found.reduce((left, right) => (right.value > left.value ? right : left));
  const total = (of: "iterations" | "evaluations"): number =>
    found.reduce((sum, each) => sum + each[of], 0);
  return { ...best, iterations: total("iterations"), evaluations: total("evaluations") };
}

function climb(
  objective: Objective,
  start: readonly number[],
  flat: number,
  budget: number,
): Maximum {
  let point = start;
  let slopes = new Float64Array(point.length);
  let value = objective(point, slopes);
  let evaluations = 1;
  let iterations = 0;
  let damping = 1e-3;
  const end = (ending: Maximum["ending"]): Maximum => {
    const onEdge = [...point.keys()].filter((i) => isHeld(point, slopes, i));
    return {
      point,
      value,
      slope: steepest(point, slopes),
      onEdge,
      iterations,
      evaluations,
      ending,
    };
  };
  while (steepest(point, slopes) > flat) {
    if (evaluations + 2 * point.length + 1 > budget) return end("budgetSpent");
    iterations += 1;
    const free = [...point.keys()].filter((i) => !isHeld(point, slopes, i));
    const curvature = curvatureAt(objective, point, free);
    evaluations += 2 * free.length;
    for (let risen = false; !risen; ) {
      if (damping > MOST_DAMPING) return end("noFurtherRise");
      if (evaluations >= budget) return end("budgetSpent");
      const step = dampedStep(
        curvature,
        free.map((i) => slopes[i]!),
        damping,
      );
      damping *= 8;
      if (step === undefined) continue;
      const next = point.map((each, i) => {
        const move = step[free.indexOf(i)] ?? 0;
        return clamp(each + Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, move)));
      });
      const nextSlopes = new Float64Array(point.length);
      const nextValue = objective(next, nextSlopes);
      evaluations += 1;
      risen = nextValue > value;
      if (risen) {
        [point, value, slopes] = [next, nextValue, nextSlopes];
        damping = Math.max(damping / 64, 1e-12);
      }
    }
  }
  return end("slopeVanished");
}

/** Minus the second derivatives among the free coordinates. */
function curvatureAt(
  objective: Objective,
  point: readonly number[],
  free: readonly number[],
): number[][] {
  const above = new Float64Array(point.length);
  const below = new Float64Array(point.length);
  const rows = free.map((i) => {
    objective(point.with(i, point[i]! + DIFFERENCE), above);
    objective(point.with(i, point[i]! - DIFFERENCE), below);
    return free.map((j) => (below[j]! - above[j]!) / (2 * DIFFERENCE));
  });
  return rows.map((row, i) => row.map((each, j) => (each + rows[j]![i]!) / 2));
}

/** The solution of (curvature + damping) · step = slopes by Cholesky; none unless it is positive. */
function dampedStep(
  curvature: readonly (readonly number[])[],
  slopes: readonly number[],
  damping: number,
): number[] | undefined {
  const size = slopes.length;
  const lower = curvature.map((row) => [...row]);
  const largest = Math.max(...curvature.map((row, i) => Math.abs(row[i]!)), 1e-300);
  const step = [...slopes];
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = curvature[i]![j]! + (i === j ? damping * largest : 0);
      for (let k = 0; k < j; k++) sum -= lower[i]![k]! * lower[j]![k]!;
      if (i === j && !(sum > 1e-14 * largest)) return undefined;
      lower[i]![j] = i === j ? Math.sqrt(sum) : sum / lower[j]![j]!;
    }
    for (let k = 0; k < i; k++) step[i]! -= lower[i]![k]! * step[k]!;
    step[i]! /= lower[i]![i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) step[i]! -= lower[k]![i]! * step[k]!;
    step[i]! /= lower[i]![i]!;
  }
  return step;
}

/** Whether a coordinate lies on the edge of the box and would go beyond. */
function isHeld(point: readonly number[], slopes: Float64Array, i: number): boolean {
  return Math.abs(point[i]!) >= EDGE && point[i]! * slopes[i]! > 0;
}

function steepest(point: readonly number[], slopes: Float64Array): number {
  const free = [...point.keys()].filter((i) => !isHeld(point, slopes, i));
  return Math.max(0, ...free.map((i) => Math.abs(slopes[i]!)));
}

function clamp(coordinate: number): number {
  return Math.max(-EDGE, Math.min(EDGE, coordinate));
}
