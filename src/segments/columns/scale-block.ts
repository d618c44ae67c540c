import { KNOWN, type NumberSource } from "../../rules/index.js";
import { rankShare, type Scaled, shareOfRange } from "../scale.js";
import type { Scale } from "../scorecard-classifier.js";

/** Adds to sums what the rows of a block weigh on a scale; `NaN` where there is no number. */
export function scaleBlock(
  normalise: Scaled,
  scale: Scale,
  source: NumberSource,
  weight: number,
): (sums: Float64Array, count: number) => void {
  const add = adder(normalise, scale, weight);
  return (sums, count) => {
    add(source.numbers, sums, count);
    if (!source.hasGaps) return;
    for (let at = 0; at < count; at++) if (source.gaps[at] !== KNOWN) sums[at] = Number.NaN;
  };
}

type Adder = (numbers: Float64Array, sums: Float64Array, count: number) => void;

function adder(normalise: Scaled, scale: Scale, weight: number): Adder {
  const sign = normalise.better === "more" ? 1 : -1;
  switch (scale.by) {
    case "z": {
      if (scale.deviation === 0) return constant(0);
      const weighed = { ...scale, sign, weight };
      return (numbers, sums, count) => addDistances(numbers, sums, count, weighed);
    }
    case "minMax": {
      const { whenAllEqual } = normalise as { whenAllEqual: number };
      if (scale.minimum === scale.maximum) return constant(weight * whenAllEqual);
      const weighed = { ...scale, sign, weight };
      return (numbers, sums, count) => addShares(numbers, sums, count, weighed);
    }
    case "rank":
      return rankAdder(normalise as Extract<Scaled, { readonly by: "rank" }>, scale, weight);
  }
}

/** A scale by its kind, with which end of it is better and what it weighs. */
type Weighed<By extends Scale["by"]> = Extract<Scale, { readonly by: By }> & {
  readonly sign: number;
  readonly weight: number;
};

function addDistances(
  numbers: Float64Array,
  sums: Float64Array,
  count: number,
  { mean, deviation, sign, weight }: Weighed<"z">,
): void {
  for (let at = 0; at < count; at++) {
    sums[at]! += weight * ((sign * (numbers[at]! - mean)) / deviation);
  }
}

function addShares(
  numbers: Float64Array,
  sums: Float64Array,
  count: number,
  { minimum, maximum, sign, weight }: Weighed<"minMax">,
): void {
  const start = sign === 1 ? 0 : 1;
  for (let at = 0; at < count; at++) {
    const share = shareOfRange(numbers[at]!, minimum, maximum);
    sums[at]! += weight * (start + sign * share);
  }
}

function constant(value: number): Adder {
  return (_, sums, count) => {
    for (let at = 0; at < count; at++) sums[at]! += value;
  };
}

/** Ranks by a search among the different values, with how many accounts lie below each. */
function rankAdder(
  { better, ties, whenAllEqual }: Extract<Scaled, { readonly by: "rank" }>,
  { values: rising, counts }: Extract<Scale, { readonly by: "rank" }>,
  weight: number,
): Adder {
  if (rising.length === 1) return constant(weight * whenAllEqual);
  const sorted = Float64Array.from(rising);
  const through = new Float64Array(sorted.length + 1);
  for (const [at, count] of counts.entries()) through[at + 1] = through[at]! + count;
  const all = through.at(-1)!;
  return (numbers, sums, count) => {
    for (let at = 0; at < count; at++) {
      const value = numbers[at]!;
      const found = firstAtLeast(sorted, value);
      const equal = sorted[found] === value ? through[found + 1]! - through[found]! : 0;
      const below = better === "more" ? through[found]! : all - through[found]! - equal;
      sums[at]! += weight * rankShare(below, equal, all, ties);
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
