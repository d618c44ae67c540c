import type { RuleIndex } from "../../rules/index.js";

/** Patterns that are remembered; a newer one of the same place takes it over. */
const PLACES = 4096;

/**
 * Remembers what the verdicts of all rules come to, by both sets of bits.
 *
 * @param index - the sets of bits, row by row
 * @param reckon - works a row out that is not remembered
 */
export function patternCache(
  { met, possible }: RuleIndex,
  reckon: (at: number) => number,
): (at: number) => number {
  const words = [...met, ...possible];
  let patterns = new Int32Array(0);
  let answers = new Int32Array(0);
  return (at) => {
    // Where every fact is known it is never asked.
    if (answers.length === 0) {
      patterns = new Int32Array(PLACES * words.length);
      answers = new Int32Array(PLACES).fill(-1);
    }
    let hash = 0;
    for (const word of words) hash = Math.imul(hash ^ word[at]!, 0x9e3779b1) ^ (hash >>> 15);
    const place = (hash >>> 7) & (PLACES - 1);
    const first = place * words.length;
    let isKnown = answers[place] !== -1;
    for (let each = 0; each < words.length; each++) {
      if (patterns[first + each] === words[each]![at]) continue;
      isKnown = false;
      patterns[first + each] = words[each]![at]!;
    }
    if (!isKnown) answers[place] = reckon(at);
    return answers[place]!;
  };
}
