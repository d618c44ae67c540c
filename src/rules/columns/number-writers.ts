import { isEpochDay, readEpochDay } from "../../time/index.js";
import { type MoneyReading, toCell } from "../cell.js";
import { GAP, KNOWN, NONE } from "./block-source.js";

/** What all writers of numbers do alike: a row that none is written into holds no finite one. */
abstract class Numbers {
  readonly form = "numbers";
  readonly numbers: Float64Array;
  readonly gaps: Uint8Array;
  hasGaps = false;

  constructor(blockRows: number) {
    this.numbers = new Float64Array(blockRows);
    this.gaps = new Uint8Array(blockRows);
  }

  putNone(at: number): void {
    this.numbers[at] = Number.NaN;
    this.gaps[at] = NONE;
  }

  start(): void {
    this.numbers.fill(Number.NaN);
    this.gaps.fill(GAP);
  }

  end(count: number): void {
    const { numbers, gaps } = this;
    this.hasGaps = !areFinite(numbers, count);
    for (let at = 0; this.hasGaps && at < count; at++) {
      if (Number.isFinite(numbers[at])) gaps[at] = KNOWN;
      else numbers[at] = 0;
    }
  }
}

function areFinite(numbers: Float64Array, count: number): boolean {
  // What is not finite is no number times 0. Two sums, so that neither waits for the other.
  const first = count & 1;
  let even = first === 0 ? 0 : numbers[0]! * 0;
  let odd = 0;
  for (let at = first; at < count; at += 2) {
    even += numbers[at]! * 0;
    odd += numbers[at + 1]! * 0;
  }
  return even + odd === 0;
}

export class NumberWriter extends Numbers {
  put(at: number, fact: unknown): void {
    if (typeof fact === "number") this.numbers[at] = fact;
  }

  putNumber(at: number, value: number): void {
    this.put(at, value);
  }
}

export class DayWriter extends Numbers {
  put(at: number, fact: unknown): void {
    const day = readEpochDay(fact);
    if (day !== undefined) this.numbers[at] = day;
  }

  putNumber(at: number, value: number): void {
    if (isEpochDay(value)) this.numbers[at] = value;
  }
}

export class MoneyWriter extends Numbers {
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
    if (Number.isSafeInteger(value)) this.numbers[at] = value;
  }
}
