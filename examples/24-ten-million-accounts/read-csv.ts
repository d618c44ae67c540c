import { type AccountColumns, sliceColumns } from "hoito/facts";
import { type Filling, fillingFor } from "./csv-cells.js";
import { CURRENCY, type FactSource, type Fault } from "./fact-columns.js";

const LONGEST_ROW = 2 ** 20;
const [COMMA, QUOTE, LINE_FEED, RETURN] = [44, 34, 10, 13];

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
  let left: Uint8Array = new Uint8Array(0);
  for await (const chunk of chunks) {
    const bytes = joined(left, chunk);
    left = bytes.subarray(yield* reader.blocks(bytes, false));
    if (left.length > LONGEST_ROW) {
      throw new Error("a row is longer than a mebibyte: is a quote open?");
    }
  }
  yield* reader.blocks(left, true);
  if (reader.rows > 0) yield reader.take();
}

function joined(left: Uint8Array, chunk: Uint8Array): Uint8Array {
  if (left.length === 0) return chunk;
  const both = new Uint8Array(left.length + chunk.length);
  both.set(left);
  both.set(chunk, left.length);
  return both;
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
  /** By place in a row; nothing for columns that are not asked for. */
  private places: readonly (number | undefined)[] | undefined;

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

  /** Reads whole rows until the block is full or the bytes end; gives where the next row begins. */
  private fill(bytes: Uint8Array, from: number, isEnd: boolean): number {
    let at = skipLineEnds(bytes, from);
    while (this.rows < this.options.blockRows && at < bytes.length) {
      const isHead = this.places === undefined;
      const next = isHead ? this.head(bytes, at, isEnd) : this.row(bytes, at, isEnd);
      if (next === undefined) break;
      at = skipLineEnds(bytes, next);
    }
    return at;
  }

  take(): AccountColumns {
    const { sources, blockRows } = this.options;
    const { rows } = this;
    const columns = sources.map(({ field }, place) => [field, this.fillings[place]!.column]);
    this.rowsBefore += rows;
    this.rows = 0;
    const fields = Object.fromEntries(columns) as AccountColumns["fields"];
    return sliceColumns(
      { rows: blockRows, currency: CURRENCY, fields },
      { fromRow: 0, untilRow: rows },
    );
  }

  private head(bytes: Uint8Array, from: number, isEnd: boolean): number | undefined {
    const end = endOfLine(bytes, from, isEnd);
    if (end === undefined) return undefined;
    const line = new TextDecoder().decode(bytes.subarray(from, end)).replace(/\r?\n$/, "");
    const names = line.split(",");
    const { sources } = this.options;
    for (const { header } of sources) {
      if (!names.includes(header)) throw new Error(`the file has no column \`${header}\``);
    }
    const places = names.map((name) => sources.findIndex(({ header }) => header === name));
    this.places = places.map((place) => (place < 0 ? undefined : place));
    return end;
  }

  private row(bytes: Uint8Array, from: number, isEnd: boolean): number | undefined {
    const places = this.places!;
    if (this.faults.length > 0) this.faults = [];
    let start = from;
    for (let place = 0; ; place++) {
      const isQuoted = bytes[start] === QUOTE;
      const cellEnd = isQuoted ? endOfQuoted(bytes, start) : endOfPlain(bytes, start);
      if (cellEnd >= bytes.length && !isEnd) return undefined;
      const own = places[place];
      if (own !== undefined) {
        if (isQuoted) this.cell(own, unquoted(bytes, start, cellEnd));
        else this.cell(own, bytes, start, trimmed(bytes, start, cellEnd));
      }
      if (bytes[cellEnd] !== COMMA) {
        for (let missing = place + 1; missing < places.length; missing++) {
          if (places[missing] !== undefined) this.cell(places[missing]!, bytes, 0, 0);
        }
        for (const fault of this.faults) this.options.onFault(fault);
        this.rows += 1;
        return cellEnd;
      }
      start = cellEnd + 1;
    }
  }

  private cell(own: number, bytes: Uint8Array, from = 0, until: number = bytes.length): void {
    const { rows: row } = this;
    const { valid, read } = this.fillings[own]!;
    const mask = 1 << (row & 7);
    if (from < until) {
      if (read(bytes, from, until, row)) {
        valid[row >> 3]! |= mask;
        return;
      }
      const { header } = this.options.sources[own]!;
      const text = new TextDecoder().decode(bytes.subarray(from, until));
      this.faults.push({ row: this.rowsBefore + row + 1, header, text });
    }
    valid[row >> 3]! &= ~mask;
  }
}

/** Where the line ends, its end included; none while more bytes may come. */
function endOfLine(bytes: Uint8Array, from: number, isEnd: boolean): number | undefined {
  const at = bytes.indexOf(LINE_FEED, from);
  if (at >= 0) return at + 1;
  return isEnd ? bytes.length : undefined;
}

function endOfPlain(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== COMMA && bytes[at] !== LINE_FEED) at += 1;
  return at;
}

/** Behind the closing quote, or behind all bytes where none closes; a doubled quote does not. */
function endOfQuoted(bytes: Uint8Array, from: number): number {
  let at = from + 1;
  while (at < bytes.length) {
    if (bytes[at] !== QUOTE) at += 1;
    else if (bytes[at + 1] === QUOTE) at += 2;
    else break;
  }
  while (at < bytes.length && bytes[at] !== COMMA && bytes[at] !== LINE_FEED) at += 1;
  return at;
}

function unquoted(bytes: Uint8Array, from: number, until: number): Uint8Array {
  const cell = new TextDecoder().decode(bytes.subarray(from, until)).trimEnd();
  return new TextEncoder().encode(cell.slice(1, -1).replaceAll('""', '"'));
}

function trimmed(bytes: Uint8Array, from: number, until: number): number {
  return until > from && bytes[until - 1] === RETURN ? until - 1 : until;
}

/** Behind the end of a line and blank ones after it, which are no rows. */
function skipLineEnds(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    if (bytes[at] === LINE_FEED) at += 1;
    else if (bytes[at] === RETURN && bytes[at + 1] === LINE_FEED) at += 2;
    else return at;
  }
}
