import type { Cell } from "../cell.js";

/** The code of the first word, after those of what is unknown and what is none. */
export const FIRST_WORD_CODE = 2;

/** The code of the first of eight words that is met, by the bits of those that are; 0 for none. */
const CODES = /* @__PURE__ */ Int32Array.from({ length: 256 }, (_, bits) => {
  return bits === 0 ? 0 : FIRST_WORD_CODE + 31 - Math.clz32(bits & -bits);
});

/**
 * Finds the codes of the first eight words among the facts of a block; 0 where a row has none of
 * them.
 *
 * @param cells - by code
 * @returns whether every row has one
 */
export function findWords(
  facts: readonly unknown[],
  count: number,
  cells: readonly Cell[],
  codes: Int32Array,
): boolean {
  const last = cells.length - 1;
  if (last < FIRST_WORD_CODE) {
    codes.fill(0, 0, count);
    return false;
  }
  // Where there are fewer words, the last of them fills the list.
  const words = Array.from({ length: 8 }, (_, each) => {
    return cells[Math.min(last, FIRST_WORD_CODE + each)];
  });
  let other = "";
  while (words.includes(other)) other += " ";
  const find = last < FIRST_WORD_CODE + 4 ? findFour : findEight;
  return find(facts, count, words, other, codes);
}

/*
 * Comparisons are added up and not branched on: which word comes cannot be foreseen. Only words are
 * compared with words, which takes no more than comparing where they stand;
 * `other` stands for what is no word, and is none of them.
 */

function findFour(
  facts: readonly unknown[],
  count: number,
  [a, b, c, d]: readonly Cell[],
  other: string,
  codes: Int32Array,
): boolean {
  const codeOf = CODES;
  let lacking = 0;
  for (let at = 0; at < count; at++) {
    const fact = facts[at];
    const word = typeof fact === "string" ? fact : other;
    const low = Number(word === a) | (Number(word === b) << 1);
    const bits = low | (Number(word === c) << 2) | (Number(word === d) << 3);
    codes[at] = codeOf[bits]!;
    lacking |= Number(bits === 0);
  }
  return lacking === 0;
}

function findEight(
  facts: readonly unknown[],
  count: number,
  [a, b, c, d, e, f, g, h]: readonly Cell[],
  other: string,
  codes: Int32Array,
): boolean {
  const codeOf = CODES;
  let lacking = 0;
  for (let at = 0; at < count; at++) {
    const fact = facts[at];
    const word = typeof fact === "string" ? fact : other;
    const low = Number(word === a) | (Number(word === b) << 1) | (Number(word === c) << 2);
    const middle = (Number(word === d) << 3) | (Number(word === e) << 4);
    const high = (Number(word === f) << 5) | (Number(word === g) << 6) | (Number(word === h) << 7);
    codes[at] = codeOf[low | middle | high]!;
    lacking |= Number((low | middle | high) === 0);
  }
  return lacking === 0;
}
