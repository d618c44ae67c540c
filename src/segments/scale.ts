import type { Normalisation, Scale } from "./scorecard-classifier.js";

/** The scale of a criterion over the base; `undefined` where none is needed, `null` where nobody has a value. */
export function scaleOf(normalise: Normalisation, column: () => Float64Array): Scale | null {
  if (!needsScale(normalise)) return null;
  if (normalise.by === "minMax") return rangeOf(column());
  const rising = column()
    .filter((value) => !Number.isNaN(value))
    .sort();
  if (rising.length === 0) return null;
  switch (normalise.by) {
    case "rank":
      return rankScale(rising);
    case "z":
      return spread(rising, normalise.deviation);
  }
}

/** A normalisation that looks at the base. */
export type Scaled = Extract<Normalisation, { readonly by: "minMax" | "rank" | "z" }>;

/** Whether a normalisation looks at the base. */
export function needsScale(normalise: Normalisation): normalise is Scaled {
  return normalise.by !== "bands" && normalise.by !== "points";
}

/** A value on its scale. */
export function onScale(value: number, normalise: Scaled, scale: Scale): number {
  const sign = normalise.better === "more" ? 1 : -1;
  switch (scale.by) {
    case "z":
      return scale.deviation === 0 ? 0 : (sign * (value - scale.mean)) / scale.deviation;
    case "minMax": {
      const { minimum, maximum } = scale;
      if (minimum === maximum) return (normalise as { whenAllEqual: number }).whenAllEqual;
      const share = shareOfRange(value, minimum, maximum);
      return sign === 1 ? share : 1 - share;
    }
    case "rank":
      return rankOf(value, normalise as Extract<Scaled, { readonly by: "rank" }>, scale);
  }
}

/** Where between two different numbers another lies: 0 … 1. */
export function shareOfRange(value: number, minimum: number, maximum: number): number {
  // Halves first, so that not even the widest range overflows.
  const place = (value / 2 - minimum / 2) / (maximum / 2 - minimum / 2);
  // What is no number stays so.
  if (place <= 0) return 0;
  return place > 1 ? 1 : place;
}

function rangeOf(values: Float64Array): Scale | null {
  let minimum = Number.POSITIVE_INFINITY;
  let maximum = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    // What is no number is neither less nor more.
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
  }
  return minimum > maximum ? null : { by: "minMax", minimum, maximum };
}

function rankScale(rising: Float64Array): Scale {
  const values: number[] = [];
  const counts: number[] = [];
  for (const value of rising) {
    if (values.at(-1) === value) counts[counts.length - 1]! += 1;
    else {
      values.push(value);
      counts.push(1);
    }
  }
  return { by: "rank", values, counts };
}

function spread(rising: Float64Array, deviation: "population" | "sample"): Scale {
  let mean = 0;
  let squares = 0;
  // Welford (1962): one pass, in rising order, so that no input order shows.
  for (const [index, value] of rising.entries()) {
    const from = value - mean;
    mean += from / (index + 1);
    squares += from * (value - mean);
  }
  const freedom = deviation === "population" ? rising.length : rising.length - 1;
  return { by: "z", mean, deviation: freedom === 0 ? 0 : Math.sqrt(squares / freedom) };
}

function rankOf(
  value: number,
  { better, ties, whenAllEqual }: Extract<Scaled, { readonly by: "rank" }>,
  { values, counts }: Extract<Scale, { readonly by: "rank" }>,
): number {
  if (values.length === 1) return whenAllEqual;
  let below = 0;
  let equal = 0;
  let all = 0;
  for (const [index, count] of counts.entries()) {
    all += count;
    if (values[index]! === value) equal = count;
    else if (better === "more" ? values[index]! < value : values[index]! > value) below += count;
  }
  return rankShare(below, equal, all, ties);
}

/** The share of the others that a value exceeds, of so many below and so many equal to it. */
export function rankShare(
  below: number,
  equal: number,
  all: number,
  ties: "lowest" | "highest" | "mean",
): number {
  const others = Math.max(0, equal - 1);
  const lifted = { lowest: 0, mean: others / 2, highest: others }[ties];
  return Math.min(1, (below + lifted) / (all - 1));
}
