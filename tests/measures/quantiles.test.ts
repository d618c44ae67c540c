import { expect, it } from "vitest";
import { type QuantileType, quantile, quantiles } from "../../src/measures/index.js";

/** A repeatable sequence of numbers between 0 and 1 (Numerical Recipes). */
function shares(): () => number {
  let state = 7;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
const next = shares();
const samples: Readonly<Record<string, (at: number) => number>> = {
  "a narrow range of whole numbers": () => Math.floor(next() * 700) + 17_000,
  "a few values, mostly one": () => Math.floor(next() ** 8 * 5),
  "amounts of every size": () => Math.floor(1e9 * next() ** 6),
  "fractions on both sides of zero": () => next() - 0.5,
  "numbers that only differ in the last bits": () => 1 + Math.floor(next() * 9) * Number.EPSILON,
};

it.each(Object.keys(samples))("quantiles of %s are those of the sorted sample", (name) => {
  for (const length of [0, 1, 7, 4096, 4097, 9000]) {
    const values = Float64Array.from({ length }, (_, at) => samples[name]!(at));
    const before = values.slice();
    const sorted = values.toSorted();
    for (const type of [1, 2, 3, 6, 7, 9] as QuantileType[]) {
      const asked = [0, 0.2, 0.25, 0.5, 0.5, 0.8, 0.99, 1];
      const expected = asked.flatMap((share) => quantile(sorted, share, type) ?? []);
      expect(quantiles(values, asked, type)).toEqual(expected);
    }
    expect(values).toEqual(before);
  }
});
