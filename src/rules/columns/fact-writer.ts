import type { FieldKind } from "../../facts/index.js";
import { isEpochDay, readEpochDay } from "../../time/index.js";
import { type Cell, type MoneyReading, NO_MONEY, toCell } from "../cell.js";
import { type CodeSource, GAP, KNOWN, NONE, type NumberSource } from "./block-source.js";

/**
 * Takes the facts of one field, row by row, into a block.
 *
 * @category Rules
 */
export interface FactWriter {
  /** Writes a fact into a row of the block; what is not of the field's kind is unknown. */
  put(at: number, fact: unknown): void;
  /** Writes a number, whole minor units of the policy's currency, or an epoch day as it is. */
  putNumber(at: number, value: number): void;
  /** Writes that there is known to be none. */
  putNone(at: number): void;
}

/** A writer that is read as a source of its block. */
export type WrittenSource = FactWriter &
  (NumberSource | CodeSource) & {
    /** Forgets the rows of the block before. */
    start(): void;
    /** Ends a block of so many rows. */
    end(count: number): void;
  };

/** What all writers of numbers do alike. */
abstract class Numbers {
  readonly form = "numbers";
  readonly numbers: Float64Array;
  readonly gaps: Uint8Array;
  readonly #gapsOfFour: Uint32Array;
  hasGaps = false;

  constructor(blockRows: number) {
    this.numbers = new Float64Array(blockRows);
    // Whole words, so that four rows are looked at together.
    this.#gapsOfFour = new Uint32Array(Math.ceil(blockRows / 4));
    this.gaps = new Uint8Array(this.#gapsOfFour.buffer);
  }

  putNone(at: number): void {
    this.gaps[at] = NONE;
  }

  start(): void {
    this.gaps.fill(GAP);
  }

  end(count: number): void {
    this.gaps.fill(KNOWN, count);
    const four = this.#gapsOfFour;
    let lacking = 0;
    for (let at = 0; at < four.length; at++) lacking |= four[at]!;
    this.hasGaps = lacking !== 0;
  }
}

class NumberWriter extends Numbers {
  put(at: number, fact: unknown): void {
    // What is not finite is no number times 0.
    if (typeof fact !== "number" || fact * 0 !== 0) return;
    this.numbers[at] = fact;
    this.gaps[at] = KNOWN;
  }

  putNumber(at: number, value: number): void {
    this.put(at, value);
  }
}

class DayWriter extends Numbers {
  put(at: number, fact: unknown): void {
    const day = readEpochDay(fact);
    if (day === undefined) return;
    this.numbers[at] = day;
    this.gaps[at] = KNOWN;
  }

  putNumber(at: number, value: number): void {
    if (!isEpochDay(value)) return;
    this.numbers[at] = value;
    this.gaps[at] = KNOWN;
  }
}

class MoneyWriter extends Numbers {
  readonly #reading: MoneyReading;

  constructor(blockRows: number, reading: MoneyReading) {
    super(blockRows);
    this.#reading = reading;
  }

  put(at: number, fact: unknown): void {
    if (typeof fact !== "object" || fact === null) return;
    const { minor, currency } = fact as { readonly minor?: unknown; readonly currency?: unknown };
    const isOwn = currency === this.#reading.currency;
    this.putNumber(at, (isOwn ? minor : toCell(fact, "money", this.#reading)) as number);
  }

  putNumber(at: number, value: number): void {
    if (!Number.isSafeInteger(value)) return;
    this.numbers[at] = value;
    this.gaps[at] = KNOWN;
  }
}

/** The first codes of what a writer wrote stand for what is unknown and what is none. */
const UNKNOWN_CODE = 0;
const NONE_CODE = 1;
export const FIRST_WORD_CODE = 2;

/** What all writers of words do alike. */
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

class BooleanWriter extends Codes {
  constructor(blockRows: number) {
    super(blockRows, [false, true], false);
  }

  put(at: number, fact: unknown): void {
    if (typeof fact === "boolean") this.codes[at] = FIRST_WORD_CODE + Number(fact);
  }
}

/** Words of a list, which are few and are looked through. */
class CategoryWriter extends Codes {
  readonly #words: readonly string[];

  constructor(blockRows: number, words: readonly string[]) {
    super(blockRows, words, false);
    this.#words = words;
  }

  put(at: number, fact: unknown): void {
    const words = this.#words;
    for (let each = 0; each < words.length; each++) {
      if (words[each] !== fact) continue;
      this.codes[at] = FIRST_WORD_CODE + each;
      return;
    }
  }
}

/** Any words, and sets of them: different ones are looked up. */
class TextWriter extends Codes {
  readonly #codeOf = new Map<unknown, number>();
  readonly #kind: "text" | "set";

  constructor(blockRows: number, kind: "text" | "set") {
    super(blockRows, [], true);
    this.#kind = kind;
  }

  put(at: number, fact: unknown): void {
    const known = typeof fact === "string" ? this.#codeOf.get(fact) : undefined;
    this.codes[at] = known ?? this.#codeOf.get(JSON.stringify([fact])) ?? this.#add(fact);
  }

  /** A word or set that was not met before, or what is neither. */
  #add(fact: unknown): number {
    const cell = toCell(fact, this.#kind, NO_MONEY);
    if (cell === undefined) return UNKNOWN_CODE;
    const code = this.cells.push(cell) - 1;
    this.#codeOf.set(typeof cell === "string" ? cell : JSON.stringify([cell]), code);
    return code;
  }
}

/** The writer of a field of some kind. */
export function factWriter(
  kind: FieldKind,
  reading: MoneyReading,
  blockRows: number,
): WrittenSource {
  switch (kind) {
    case "number":
      return new NumberWriter(blockRows);
    case "money":
      return new MoneyWriter(blockRows, reading);
    case "date":
      return new DayWriter(blockRows);
    case "boolean":
      return new BooleanWriter(blockRows);
    case "text":
    case "set":
      return new TextWriter(blockRows, kind);
    default:
      return new CategoryWriter(blockRows, kind);
  }
}
