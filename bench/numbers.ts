/** A repeatable sequence of 32-bit numbers (Numerical Recipes), so that every run sees the same orders. */
export function numbers(): () => number {
  let state = 20_181_122;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
}
