import * as z from "zod";
import {
  type Board,
  type BoardContext,
  type BoardRow,
  type Figure,
  type FigurePeriod,
  figureWindow,
  type PartialBoard,
  restorePartial,
  type StoredPartialBoard,
} from "../kpis/index.js";
import type { Checked, PlainValue } from "../shapes/index.js";
import { FIRST_DAY } from "../time/index.js";
import type { Bounds } from "./check-bounds.js";
import { parseJson } from "./parse-json.js";
import { civilDate, count, flag, number, recordId, says, share, text } from "./value-schemas.js";

const whole = z.int();
const ids = z.array(recordId);

const plain: z.ZodType<PlainValue | Readonly<Record<string, number>>> = z.union([
  text,
  number,
  flag,
  z.array(z.union([text, number])),
  z.strictObject({ minor: whole, currency: text }),
  z.record(text, number),
]);

/** Of two forms before it is one of a kind, so that none at all is told as missing. */
const period: z.ZodType<FigurePeriod> = z
  .union([text, z.record(text, z.unknown())])
  .pipe(z.custom<FigurePeriod>(isPeriod, { error: says("is no period") }));

const figure: z.ZodType<Figure> = z
  .strictObject({
    value: z.exactOptional(number),
    undefinedBecause: z.exactOptional(
      z.enum([
        "nothingToMeasure",
        "notSupplied",
        "incomplete",
        "negativeValues",
        "amountTooLarge",
        "notYetAssessable",
        "notCutByBusinessLine",
      ]),
    ),
    unit: z.enum(["share", "count", "money", "score", "days", "minutes", "index", "times"]),
    currency: z.exactOptional(text),
    numerator: z.exactOptional(number),
    denominator: z.exactOptional(number),
    parts: z.exactOptional(
      z.array(z.strictObject({ key: text, amount: number, share: z.exactOptional(number) })),
    ),
    excluded: z.array(z.strictObject({ reason: text, count })),
    interval: z.exactOptional(
      z.strictObject({
        low: number,
        high: number,
        confidence: share,
        method: z.enum(["wilson", "wilsonSquareAndAdd"]),
      }),
    ),
    cautions: z.exactOptional(z.array(text)),
    method: z.record(text, plain),
    definition: z.exactOptional(z.strictObject({ id: text, version: text })),
    accounts: z.exactOptional(z.strictObject({ numerator: ids, denominator: ids, excluded: ids })),
  })
  .transform(({ value, undefinedBecause, ...receipt }, { issues }): Figure => {
    if (value === undefined && undefinedBecause !== undefined) {
      return { ...receipt, undefinedBecause };
    }
    if (value === undefined || undefinedBecause !== undefined) {
      const message = "a figure has either `value` or `undefinedBecause`";
      issues.push({ code: "custom", input: value, message });
    }
    return { ...receipt, value: value ?? 0 };
  });

const row: z.ZodType<BoardRow> = z.strictObject({
  kpi: text,
  version: text,
  fingerprint: text,
  period: z.strictObject({ label: text, from: civilDate, last: civilDate, running: flag }),
  cut: z.exactOptional(z.strictObject({ by: text, label: text })),
  figure,
  mixes: z.exactOptional(z.record(text, z.array(text))),
});

const board: z.ZodType<Board> = z.strictObject({
  format: z.literal("hoito-board/1"),
  asOf: civilDate,
  period,
  rows: z.array(row),
});

const context: z.ZodType<BoardContext> = z.strictObject({
  asOf: civilDate,
  period,
  periodsBefore: z.exactOptional(z.int().min(0).max(60)),
  cutBy: z.exactOptional(z.array(text)),
  receipts: z.exactOptional(z.literal("accounts")),
});

const tally = z.strictObject({
  counts: z.array(z.tuple([text, whole])),
  excluded: z.array(z.tuple([text, count])),
  histograms: z.array(z.tuple([text, z.array(z.tuple([z.union([text, whole]), whole]))])),
  keys: z.array(z.tuple([text, z.array(text)])),
  ids: z.strictObject({ numerator: ids, denominator: ids, excluded: ids }),
});

const partial: z.ZodType<StoredPartialBoard> = z.strictObject({
  format: z.literal("hoito-partial-board/1"),
  context,
  fingerprints: z.array(text),
  cells: z.array(z.strictObject({ cut: text, label: text, tallies: z.array(tally) })),
});

/** Five hundred figures for some hundred labels, or a histogram of some million amounts. */
const BOUNDS: Bounds = { depth: 12, nodes: 20_000_000, textLength: 10_000 };

/**
 * A board that was stored, out of untrusted input: the baseline of a later one.
 *
 * The shape alone is checked here; `compareBoards` then finds whether the two were counted alike.
 *
 * @param input - the board as JSON text or as an object
 * @returns the board, or findings such as `missing-property`, `unknown-value` for a format that this
 *   version does not read, `not-a-civil-date` and `wrong-type`
 *
 * @example A board that forgot what it was asked for
 * ```ts
 * import { parseBoard } from "hoito/schemas";
 *
 * const { findings } = parseBoard('{"format":"hoito-board/1","asOf":"2018-12-31","rows":[]}');
 * findings.map(({ path, code }) => `${path}: ${code}`); // => ["period: missing-property"]
 * ```
 *
 * @category Schemas
 */
export function parseBoard(input: unknown): Checked<Board> {
  return parse(board, input, "board");
}

/**
 * The partial board of a shard that was stored by `storePartial`, out of untrusted input.
 *
 * Beside the form of every value it is checked that the tallies are as many as definitions and
 * periods make, so that the partial can be merged and finished.
 *
 * @param input - the stored partial as JSON text or as an object
 * @returns the partial, or findings such as `missing-property`, `not-whole` and `partial-mismatch`
 *
 * @example A shard without its figures
 * ```ts
 * import { parsePartialBoard } from "hoito/schemas";
 *
 * const context = { asOf: "2018-12-31", period: "always" };
 * const stored = { format: "hoito-partial-board/1", context, fingerprints: [], cells: [] };
 * parsePartialBoard(stored).findings[0]?.code; // => "partial-mismatch"
 * ```
 *
 * @category Schemas
 */
export function parsePartialBoard(input: unknown): Checked<PartialBoard> {
  const read = parse(partial, input, "partial board");
  return read.ok ? restorePartial(read.value) : read;
}

function parse<T>(schema: z.ZodType<T>, input: unknown, what: string): Checked<T> {
  return parseJson(schema, input, { what, bounds: BOUNDS });
}

/** Whether a period can be asked for, on whichever day. */
function isPeriod(input: unknown): boolean {
  try {
    figureWindow(input as FigurePeriod, { asOf: FIRST_DAY });
    return true;
  } catch {
    return false;
  }
}
