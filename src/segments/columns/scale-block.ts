import { KNOWN, type NumberSource } from "../../rules/index.js";
import { rankShare, type Scaled, shareOfRange } from "../scale.js";
import type { Scale } from "../scorecard-classifier.js";

/** Puts the rows of a block on a scale; `NaN` where there is no number. */
export function scaleBlock(
  normalise: Scaled,
  scale: Scale,
  source: NumberSource,
  values: Float64Array,
): (count: number) => void {
  const place = placer(normalise, scale);
  return (count) => {
    place(source.numbers, values, count);
    if (!source.hasGaps) return;
    for (let at = 0; at < count; at++) if (source.gaps[at] !== KNOWN) values[at] = Number.NaN;
  };
}

type Placer = (numbers: Float64Array, values: Float64Array, count: number) => void;

function placer(normalise: Scaled, scale: Scale): Placer {
  const sign = normalise.better === "more" ? 1 : -1;
  switch (scale.by) {
    case "z": {
      const { mean, deviation } = scale;
      if (deviation === 0) return constant(0);
      return (numbers, values, count) => {
        for (let at = 0; at < count; at++) values[at] = (sign * (numbers[at]! - mean)) / deviation;
      };
    }
    case "minMax": {
      const { minimum, maximum } = scale;
      const { whenAllEqual } = normalise as { whenAllEqual: number };
      if (minimum === maximum) return constant(whenAllEqual);
      const isMore = sign === 1;
      return (numbers, values, count) => {
        for (let at = 0; at < count; at++) {
          const share = shareOfRange(numbers[at]!, minimum, maximum);
          values[at] = isMore ? share : 1 - share;
        }
      };
    }
    case "rank":
      return rankPlacer(normalise as Extract<Scaled, { readonly by: "rank" }>, scale);
  }
}

function constant(value: number): Placer {
  return (_, values, count) => values.fill(value, 0, count);
}

/** Ranks by a search among the different values, with how many accounts lie below each. */
function rankPlacer(
  { better, ties, whenAllEqual }: Extract<Scaled, { readonly by: "rank" }>,
  { values: rising, counts }: Extract<Scale, { readonly by: "rank" }>,
): Placer {
  if (rising.length === 1) return constant(whenAllEqual);
  const sorted = Float64Array.from(rising);
  const through = new Float64Array(sorted.length + 1);
  for (const [at, count] of counts.entries()) through[at + 1] = through[at]! + count;
  const all = through.at(-1)!;
  return (numbers, values, count) => {
    for (let at = 0; at < count; at++) {
      const value = numbers[at]!;
      const found = firstAtLeast(sorted, value);
      const equal = sorted[found] === value ? through[found + 1]! - through[found]! : 0;
      const below = better === "more" ? through[found]! : all - through[found]! - equal;
      values[at] = rankShare(below, equal, all, ties);
    }
  };
}

function firstAtLeast(rising: Float64Array, value: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
