/**
 * Numbers that look random and are the same in every run.
 *
 * @category Presets
 */
export interface SeededRandom {
  /** From 0, below 1. */
  readonly next: () => number;
  /** A whole number from 0, below `count`. */
  readonly below: (count: number) => number;
  /** True about so often: 0 never, 1 always. */
  readonly chance: (share: number) => boolean;
  /** One of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T;
}

/**
 * A source of made-up facts: mulberry32 (Tommy Ettinger, 2017).
 *
 * Gotchas: it is no source of chance. The same seed and stream give the same numbers on every
 * machine, which is what a sample needs and what a lottery must not have.
 *
 * @param seed - any whole number
 * @param stream - position of the account, so that its facts do not depend on those of others
 * @returns four ways to draw the next number of one sequence
 *
 * @example The same seed, the same numbers
 * ```ts
 * import { seededRandom } from "hoito/presets";
 *
 * const first = seededRandom(2020, 1);
 * const again = seededRandom(2020, 1);
 * first.below(100) === again.below(100); // => true
 * ```
 *
 * @category Presets
 */
export function seededRandom(seed: number, stream: number): SeededRandom {
  let state = (seed + Math.imul(stream, 0x9e3779b9)) | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick: (list) => list[below(list.length)]!,
  };
}
