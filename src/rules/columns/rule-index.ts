import { MET, NOT_MET, type Truth, UNKNOWN } from "../evaluate.js";
import type { CompiledRule } from "../rule-set.js";
import { type Lane, lanesOf, PACKED } from "./rule-lanes.js";
import type { BlockContext } from "./truth-of-block.js";

/**
 * Rules as sets of bits: by field and class, which rules are met and which are still possible. What
 * all fields agree on holds for the row, so that 120 rules cost little more than 12.
 */
export interface RuleIndex {
  /** Finds the verdict of every rule for the rows of the block. */
  run(count: number): void;
  /** 32 rules a word, least significant first: those that are met, by row. */
  readonly met: readonly Int32Array[];
  /** Those that are met or unknown. */
  readonly possible: readonly Int32Array[];
  /** The verdict of every rule for one row. */
  truthsOf(at: number): readonly Truth[];
}

/**
 * The index of some rules.
 *
 * @param rules - compiled rules, in the order of the policy
 * @param context - classes and sources of the fields they read
 */
export function ruleIndex(
  rules: readonly CompiledRule[],
  context: BlockContext,
  blockRows: number,
): RuleIndex {
  const isPacked = rules.length <= PACKED;
  const words = Math.max(1, Math.ceil(rules.length / 32));
  const lanes = lanesOf(rules, context, blockRows, isPacked ? 0 : words);
  const row = (): Int32Array => new Int32Array(blockRows);
  const met = Array.from({ length: words }, row);
  const possible = Array.from({ length: words }, row);
  const kept = keptBits(rules, words);
  const all = allBits(rules.length, words);
  return {
    met,
    possible,
    run(count) {
      for (const lane of lanes) lane.prepare(count);
      if (isPacked) {
        intersect(lanes, 0, met[0]!, count, -1);
        unpack(met[0]!, possible[0]!, count, all[0]!, kept[0]!);
        return;
      }
      const isOpen = lanes.some((lane) => lane.isOpen());
      for (let word = 0; word < words; word++) {
        intersect(lanes, word, met[word]!, count, all[word]!);
        if (!isOpen) {
          possible[word]!.set(met[word]!);
          continue;
        }
        intersect(lanes, words + word, possible[word]!, count, all[word]!);
        keep(met[word]!, possible[word]!, count, kept[word]!);
      }
    },
    truthsOf(at) {
      return rules.map((_, rule) => {
        const bit = 1 << (rule & 31);
        if ((met[rule >> 5]![at]! & bit) !== 0) return MET;
        return (possible[rule >> 5]![at]! & bit) !== 0 ? UNKNOWN : NOT_MET;
      });
    },
  };
}

/** The rules whose unknown verdict stays unknown. */
function keptBits(rules: readonly CompiledRule[], words: number): Int32Array {
  const kept = new Int32Array(words);
  for (const [rule, { unknownIsNotMet }] of rules.entries()) {
    if (!unknownIsNotMet) kept[rule >> 5]! |= 1 << (rule & 31);
  }
  return kept;
}

function allBits(rules: number, words: number): Int32Array {
  const all = new Int32Array(words);
  for (let rule = 0; rule < rules; rule++) all[rule >> 5]! |= 1 << (rule & 31);
  return all;
}

/** What all lanes say of a word, four lanes at a time. */
function intersect(
  lanes: readonly Lane[],
  word: number,
  into: Int32Array,
  count: number,
  all: number,
): void {
  const saying = lanes.filter((lane) => lane.words.has(word));
  into.fill(all, 0, count);
  for (let first = 0; first < saying.length; first += 4) {
    const [a, b = a, c = a, d = a] = saying.slice(first, first + 4);
    intersectFour([a!, b!, c!, d!], word, into, count);
  }
}

function intersectFour(
  [a, b, c, d]: readonly [Lane, Lane, Lane, Lane],
  word: number,
  into: Int32Array,
  count: number,
): void {
  const [ta, tb, tc, td] = [a.tables[word]!, b.tables[word]!, c.tables[word]!, d.tables[word]!];
  const [ca, cb, cc, cd] = [a.classes, b.classes, c.classes, d.classes];
  for (let at = 0; at < count; at++) {
    into[at]! &= ta[ca[at]!]! & tb[cb[at]!]! & tc[cc[at]!]! & td[cd[at]!]!;
  }
}

function unpack(
  met: Int32Array,
  possible: Int32Array,
  count: number,
  all: number,
  kept: number,
): void {
  for (let at = 0; at < count; at++) {
    const both = met[at]!;
    const sure = both & all;
    met[at] = sure;
    possible[at] = (((both >>> PACKED) & kept) | sure) & all;
  }
}

/** Unknown verdicts that the policy takes as not met are possible no more. */
function keep(met: Int32Array, possible: Int32Array, count: number, kept: number): void {
  for (let at = 0; at < count; at++) possible[at] = (possible[at]! & kept) | met[at]!;
}
