import { type Cell, NO_MONEY, toCell } from "../cell.js";
import { FIRST_WORD_CODE, findWords } from "./find-words.js";

/** The first codes of what a writer wrote stand for what is unknown and what is none. */
const UNKNOWN_CODE = 0;
const NONE_CODE = 1;

/** What all writers of codes do alike. */
abstract class Codes {
  readonly form = "codes";
  readonly codes: Int32Array;
  readonly cells: Cell[];
  readonly mayGrow: boolean;
  hasGaps = false;

  constructor(blockRows: number, cells: readonly Cell[], mayGrow: boolean) {
    this.codes = new Int32Array(blockRows);
    this.cells = [undefined, null, ...cells];
    this.mayGrow = mayGrow;
  }

  putNone(at: number): void {
    this.codes[at] = NONE_CODE;
  }

  putNumber(): void {}

  start(): void {
    this.codes.fill(UNKNOWN_CODE);
  }

  end(count: number): void {
    const { codes } = this;
    let lacking = 0;
    for (let at = 0; at < count; at++) lacking |= Number(codes[at]! <= NONE_CODE);
    this.hasGaps = lacking !== 0;
  }
}

export class BooleanWriter extends Codes {
  constructor(blockRows: number) {
    super(blockRows, [false, true], false);
  }

  put(at: number, fact: unknown): void {
    if (typeof fact === "boolean") this.codes[at] = FIRST_WORD_CODE + Number(fact);
  }
}

/** Sets of words: different ones are looked up. */
export class SetWriter extends Codes {
  readonly #codeOf = new Map<string, number>();

  constructor(blockRows: number) {
    super(blockRows, [], true);
  }

  put(at: number, fact: unknown): void {
    const words = toCell(fact, "set", NO_MONEY) as readonly string[] | undefined;
    if (words === undefined) return;
    const key = JSON.stringify(words);
    // The host may write other words into the same set for the next row.
    const code = this.#codeOf.get(key) ?? this.cells.push([...words]) - 1;
    this.#codeOf.set(key, code);
    this.codes[at] = code;
  }
}

/** A fact that is known to be none. */
const NOTHING = Symbol("nothing");

/** Words, those of a list or any: kept as they come, and found block by block. */
export class WordWriter extends Codes {
  readonly #facts: unknown[];
  readonly #codeOf = new Map<string, number>();

  constructor(blockRows: number, words: readonly string[], mayGrow: boolean) {
    super(blockRows, words, mayGrow);
    this.#facts = new Array<unknown>(blockRows).fill(undefined);
    for (const [each, word] of words.entries()) this.#codeOf.set(word, FIRST_WORD_CODE + each);
  }

  put(at: number, fact: unknown): void {
    this.#facts[at] = fact;
  }

  override putNone(at: number): void {
    this.#facts[at] = NOTHING;
  }

  override start(): void {
    this.#facts.fill(undefined);
  }

  override end(count: number): void {
    const { codes, cells } = this;
    const facts = this.#facts;
    if (findWords(facts, count, cells, codes)) {
      this.hasGaps = false;
      return;
    }
    for (let at = 0; at < count; at++) {
      if (codes[at] !== UNKNOWN_CODE) continue;
      const fact = facts[at];
      if (typeof fact === "string") codes[at] = this.#find(fact);
      else if (fact === NOTHING) codes[at] = NONE_CODE;
    }
    super.end(count);
  }

  #find(word: string): number {
    const known = this.#codeOf.get(word);
    if (known !== undefined || !this.mayGrow) return known ?? UNKNOWN_CODE;
    const code = this.cells.push(word) - 1;
    this.#codeOf.set(word, code);
    return code;
  }
}
