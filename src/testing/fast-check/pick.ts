import * as fc from "fast-check";

/** One of some values; it shrinks to ever earlier ones, not to the first alone. */
export function pick<T>(values: readonly T[]): fc.Arbitrary<T> {
  return fc.nat({ max: values.length - 1 }).map((index) => values[index]!);
}
