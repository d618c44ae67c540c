import { type AccountColumns, sliceColumns } from "hoito/facts";
import { ByteWindow } from "./byte-window.js";
import {
  endOfCell,
  endOfLine,
  endOfQuotes,
  isLineFeed,
  isQuote,
  skipLineEnds,
} from "./csv-bytes.js";
import { fillingFor } from "./csv-cells.js";
import { CURRENCY, type FactSource, type Fault } from "./fact-columns.js";
import { type Filling, leaveOut, PASSED_OVER, type Taker } from "./filling.js";

const text = new TextDecoder();

/** How a file is read. */
export interface CsvOptions {
  readonly sources: readonly FactSource[];
  /** Accounts in one block; what is held at a time. */
  readonly blockRows: number;
  /** Told of every cell that could not be read. */
  readonly onFault: (fault: Fault) => void;
}

/**
 * The accounts of a CSV file (RFC 4180, comma, UTF-8, with a head) as blocks of columns, straight from its bytes.
 *
 * An empty cell is unknown. A block is filled again when the next one is asked for.
 */
export async function* readCsv(
  chunks: AsyncIterable<Uint8Array>,
  options: CsvOptions,
): AsyncGenerator<AccountColumns> {
  const reader = new CsvReader(options);
  const window = new ByteWindow();
  for await (const chunk of chunks) {
    window.add(chunk);
    window.drop(yield* reader.blocks(window.bytes, false));
  }
  yield* reader.blocks(window.bytes, true);
  if (reader.rows > 0) yield reader.take();
}

/** Fills one block after another; a row that its bytes do not end is read again with more of them. */
class CsvReader {
  /** Of the block that is being filled. */
  rows = 0;
  private readonly options: CsvOptions;
  /** Of the blocks before. */
  private rowsBefore = 0;
  /** Of the row that is being read, which may have to be read again. */
  private faults: Fault[] = [];
  private readonly fillings: readonly Filling[];
  /** The head, and what takes the cells under each name of it. */
  private names: readonly string[] = [];
  private takers: readonly Taker[] = [];

  constructor(options: CsvOptions) {
    this.options = options;
    this.fillings = options.sources.map((source) => fillingFor(source, options.blockRows));
  }

  /** The blocks that these bytes fill; gives where the row begins that they do not end. */
  *blocks(bytes: Uint8Array, isEnd: boolean): Generator<AccountColumns, number> {
    let at = this.fill(bytes, 0, isEnd);
    while (this.rows === this.options.blockRows) {
      yield this.take();
      at = this.fill(bytes, at, isEnd);
    }
    return at;
  }

  take(): AccountColumns {
    const { sources, blockRows } = this.options;
    const { rows } = this;
    const columns = sources.map(({ field }, place) => [field, this.fillings[place]!.column]);
    const fields = Object.fromEntries(columns) as AccountColumns["fields"];
    this.rowsBefore += rows;
    this.rows = 0;
    return sliceColumns(
      { rows: blockRows, currency: CURRENCY, fields },
      { fromRow: 0, untilRow: rows },
    );
  }

  /** Reads whole rows until the block is full or the bytes end; gives where the next row begins. */
  private fill(bytes: Uint8Array, from: number, isEnd: boolean): number {
    const last = bytes.length - 1;
    if (this.rows === 0) for (const { valid } of this.fillings) valid.fill(255);
    let at = skipLineEnds(bytes, from);
    while (at < last && this.rows < this.options.blockRows) {
      const isHead = this.takers.length === 0;
      const end = isHead ? endOfLine(bytes, at) : this.row(bytes, at, isEnd);
      if (end === last && !isEnd) {
        this.forgetRow();
        return at;
      }
      if (isHead) this.head(text.decode(bytes.subarray(at, end)));
      else this.endRow();
      at = skipLineEnds(bytes, end);
    }
    return Math.min(at, last);
  }

  private head(line: string): void {
    const { sources } = this.options;
    this.names = line.replace(/\r$/, "").split(",");
    for (const { header } of sources) {
      if (!this.names.includes(header)) throw new Error(`the file has no column \`${header}\``);
    }
    this.takers = this.names.map((name) => {
      return this.fillings[sources.findIndex(({ header }) => header === name)] ?? PASSED_OVER;
    });
  }

  /** Gives where the row ends, or the end of the bytes where they do not end it. */
  private row(bytes: Uint8Array, from: number, isEnd: boolean): number {
    const { takers, rows } = this;
    let start = from;
    for (let place = 0; ; place++) {
      const taker = place < takers.length ? takers[place]! : PASSED_OVER;
      let end = taker.read(bytes, start, rows);
      if (end < 0) end = this.oddCell(place, bytes, start, isEnd);
      if (isLineFeed(bytes[end]!)) {
        for (let gap = place + 1; gap < takers.length; gap++) leaveOut(takers[gap]!.valid, rows);
        return end;
      }
      start = end + 1;
    }
  }

  /** A cell in quotes, before a carriage return, faulty or uncommon: read as text. */
  private oddCell(place: number, bytes: Uint8Array, from: number, isEnd: boolean): number {
    const isQuoted = isQuote(bytes[from]!);
    const end = endOfCell(bytes, isQuoted ? endOfQuotes(bytes, from) : from);
    if (end === bytes.length - 1 && !isEnd) return end;
    const { valid, readText } = this.takers[place] ?? PASSED_OVER;
    const whole = text.decode(bytes.subarray(from, end));
    const cell = isQuoted
      ? whole.trimEnd().slice(1, -1).replaceAll('""', '"')
      : whole.replace(/\r$/, "");
    if (cell === "") leaveOut(valid, this.rows);
    else if (!readText(cell, this.rows)) {
      leaveOut(valid, this.rows);
      const row = this.rowsBefore + this.rows + 1;
      this.faults.push({ row, header: this.names[place]!, text: cell });
    }
    return end;
  }

  private endRow(): void {
    if (this.faults.length > 0) {
      for (const fault of this.faults) this.options.onFault(fault);
      this.faults = [];
    }
    this.rows += 1;
  }

  private forgetRow(): void {
    this.faults = [];
    for (const { valid } of this.fillings) valid[this.rows >> 3]! |= 1 << (this.rows & 7);
  }
}
