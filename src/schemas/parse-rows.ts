import type * as z from "zod";
import {
  HoitoError,
  nearestName,
  type OptionNames,
  refuseMisspelt,
  showInput,
} from "../shapes/index.js";
import { accountSchema } from "./account-schema.js";
import type { BaseOptions } from "./parse-customer-base.js";
import { readColumns } from "./read-columns.js";
import { type ReadRecords, readRecords } from "./read-records.js";
import { readValue } from "./read-value.js";
import { type ListKind, type ListTypes, recordSchemas } from "./record-schemas.js";
import { unusedColumns } from "./unused-columns.js";

/**
 * How the columns of a file are to be read.
 *
 * @category Schemas
 */
export interface RowOptions extends BaseOptions {
  /** Currency of amounts that do not name theirs, as an ISO 4217 code. */
  readonly currency?: string;
  /** hoito's name of a column by its header in the file; other headers are names already. */
  readonly columns?: Readonly<Record<string, string>>;
}

const ROW_OPTIONS: OptionNames<RowOptions> = { own: true, currency: true, columns: true };

/**
 * Records of one kind out of rows of text, as a reader of CSV files gives them, with all problems
 * at once.
 *
 * A column has the name of its property: `orderedOn`, `heading.customer`, `location.latitude`,
 * `own.storeCount`. Of an account, each judgement is a plain column (`veryFastGrowth`), and
 * `officialName` and `marketingName` are its names. Empty text is a missing fact. Numbers are
 * decimal digits with a point (`120k` and `1 200,50` are refused), booleans `true` or `false`, days
 * `YYYY-MM-DD`, lists have `|` between their entries, money is `1200.50 EUR`, or `1200.50` where
 * the options name the currency. Nothing is trimmed. From there on a row goes the way of JSON.
 *
 * Gotchas: ids stay text, so a record of `"1"` is not one of account `1`. A column that hoito does
 * not know stays on the record and gives one warning. So does a header of the options that no row
 * has (`unused-column`), which stands before the findings of rows. Only where nothing was rejected
 * may a base call the kind `complete`.
 *
 * @param kind - name of the list in a base, such as `orders`
 * @param rows - objects with one text for each header
 * @param options - own fields, currency and headers of the file
 * @returns the good records, the rejected rows as they came, and all findings
 * @throws {@link HoitoError} in JavaScript: `unknown-list` for a list that no base has,
 *   `unknown-kind` for an own field of a kind that is none, `unknown-option`
 *
 * @example Orders under the headers of their file
 * ```ts
 * import { parseRows } from "hoito/schemas";
 *
 * const { records, findings } = parseRows(
 *   "orders",
 *   [
 *     { Nro: "1", Asiakas: "A", Pvm: "2018-01-22", Summa: "1200.50" },
 *     { Nro: "2", Asiakas: "A", Pvm: "2018-01-23", Summa: "1 200,50" },
 *   ],
 *   {
 *     currency: "EUR",
 *     columns: { Nro: "id", Asiakas: "accountId", Pvm: "orderedOn", Summa: "value" },
 *   },
 * );
 * records.map((order) => order.value); // => [{ minor: 120050, currency: "EUR" }]
 * findings.map(({ path, code }) => `${path}: ${code}`); // => ["orders[1].value.amount: not-an-amount"]
 * ```
 *
 * @category Schemas
 */
export function parseRows<Kind extends ListKind>(
  kind: Kind,
  rows: unknown,
  options: RowOptions = {},
): ReadRecords<ListTypes[Kind]> {
  requireList(kind);
  refuseMisspelt(options, ROW_OPTIONS, "options");
  const own = options.own ?? {};
  const schemas: typeof recordSchemas = { ...recordSchemas, accounts: accountSchema(own) };
  const schema: z.ZodType<ListTypes[Kind]> = schemas[kind];
  const { toRecord, columns } = readColumns(schema, options);
  const read = readRecords(kind, rows, (row, path) => {
    const record = toRecord(row, path);
    return record.ok ? readValue(record.value, schema, path) : record;
  });
  const unused = unusedColumns(rows, columns, options);
  return unused.length === 0 ? read : { ...read, findings: [...unused, ...read.findings] };
}

/** Refuses what only JavaScript can hand over as the name of a list. */
function requireList(kind: unknown): asserts kind is ListKind {
  if (typeof kind === "string" && Object.hasOwn(recordSchemas, kind)) return;
  const isText = typeof kind === "string";
  const near = isText ? nearestName(kind, Object.keys(recordSchemas)) : undefined;
  const hint =
    near === undefined ? 'write `parseRows("orders", rows)`' : `did you mean \`${near}\`?`;
  const text = `${showInput(kind)} is the name of no list; ${hint}`;
  throw new HoitoError(text, { code: "unknown-list", path: "kind", received: kind });
}
