import { expect, it } from "vitest";
import { cutByShare } from "../../src/segments/cut-by-share.js";
import { abcClasses } from "../../src/segments/index.js";

let state = 99;
const share = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};
const samples: Readonly<Record<string, () => number>> = {
  "amounts of every size": () => Math.floor(1e9 * share() ** 6),
  "few different values": () => Math.floor(share() * 6),
  "all the same": () => 25,
  fractions: () => share() * 10,
  "whole numbers too many to add up exactly": () => Math.floor(share() * 2 ** 51),
  "whole numbers too great to add up exactly": () => Math.floor(share() * 2 ** 52),
};

it.each(Object.keys(samples))("ABC classes of %s are cut as if all were sorted", (name) => {
  for (const length of [4000, 6000]) {
    const values = Float64Array.from({ length }, samples[name]!);
    values[5] = Number.NaN;
    values[6] = -3;
    values[7] = Number.POSITIVE_INFINITY;
    for (const by of ["cumulativeShare", "rank"] as const) {
      for (const boundary of ["include", "exclude", "nearest"] as const) {
        for (const shares of [[0.8, 0.95], [0.001], [0.2, 0.5, 0.9999999], [1 - 2 ** -50]]) {
          const definition = { by, boundary, shares };
          const { fit, classes } = abcClasses(values, definition);
          const rising = values.filter((value) => value > 0 && value < Infinity).sort();
          const { cuts, classes: sizes, topFifth, total } = cutByShare(rising, definition);
          expect(fit).toMatchObject({ cuts, classes: sizes, topFifth, total });
          const places = Array.from(values, (value) => {
            if (value === 0) return 253;
            return cuts.filter((cut) => cut === null || value < cut).length;
          });
          expect([...classes]).toEqual(places.with(5, 255).with(6, 254).with(7, 255));
        }
      }
    }
  }
});
