import * as z from "zod";
import type { FieldKinds } from "../facts/index.js";
import { type Checked, checked, errorAt, showInput } from "../shapes/index.js";
import { checkBounds, RECORD_BOUNDS } from "./check-bounds.js";
import { judgements } from "./judgement-schema.js";
import { ownValue } from "./own-schema.js";
import { pathText } from "./path-text.js";
import { money, text } from "./value-schemas.js";

/** What the reading of columns needs to know of their file. */
export interface ColumnOptions {
  readonly own?: FieldKinds;
  readonly currency?: string;
  readonly columns?: Readonly<Record<string, string>>;
}

/** How the rows of one file are read. */
export interface ColumnReader {
  /** A row of text as what JSON would hold for a schema; what cannot be read stays text. */
  readonly toRecord: (row: unknown, path: string) => Checked<unknown>;
  /** The columns by their header that were met so far, save those without any text. */
  readonly columns: ReadonlyMap<string, Column>;
}

/** A reader of the columns of a file; each header is looked up once. */
export function readColumns(schema: z.ZodType, options: ColumnOptions): ColumnReader {
  const columns = new Map<string, Column>();
  const toRecord: ColumnReader["toRecord"] = (row, path) => {
    const findings = checkBounds(row, RECORD_BOUNDS, path);
    if (findings.length > 0 || !isObject(row)) return checked(findings, () => row);
    const record: Properties = {};
    for (const [header, value] of Object.entries(row)) {
      if (value === "") continue;
      const column = columns.get(header) ?? columnOf(schema, header, options);
      columns.set(header, column);
      const read = typeof value === "string" ? column.read(value) : value;
      if (place(record, column.path, read)) continue;
      const message = `${showInput(header)} is the second column for this property`;
      const at = column.path.reduce(pathText, path);
      findings.push(errorAt(at, "duplicate-column", message));
    }
    return checked(findings, () => record);
  };
  return { toRecord, columns };
}

type Properties = Record<string, unknown>;

type ReadText = (text: string) => unknown;

/** A column of a file. */
export interface Column {
  /** Where in the record its values go. */
  readonly path: readonly string[];
  readonly read: ReadText;
}

function columnOf(schema: z.ZodType, header: string, options: ColumnOptions): Column {
  const { own = {}, currency, columns = {} } = options;
  const name = Object.hasOwn(columns, header) ? columns[header]! : header;
  const reading = (path: readonly string[], at: z.core.$ZodType): Column => {
    return { path, read: readerOf(at, currency) };
  };
  const property = descend(schema, name.split("."));
  if (property !== undefined) return reading(name.split("."), property);
  const isAccount = descend(schema, ["judgements"]) !== undefined;
  if (isAccount) {
    if (name === "officialName") return nameColumn("official");
    if (name === "marketingName") return nameColumn("marketing");
    const judgement = descend(judgements, [name, "value"]);
    if (judgement !== undefined) return reading(["judgements", name, "value"], judgement);
    if (name.startsWith("own.")) {
      const field = name.slice("own.".length);
      return reading(["own", field], Object.hasOwn(own, field) ? ownValue(own[field]!) : text);
    }
  }
  return reading([name], text);
}

function nameColumn(kind: "official" | "marketing"): Column {
  return { path: ["names"], read: (name) => [{ name, kind }] };
}

/** The schema of a property, however deep, or `undefined` when there is no such property. */
function descend(schema: z.core.$ZodType, path: readonly string[]): z.core.$ZodType | undefined {
  let at: z.core.$ZodType = schema;
  for (const name of path) {
    if (!(at instanceof z.ZodObject && Object.hasOwn(at.shape, name))) return undefined;
    const property: z.core.$ZodType = at.shape[name];
    at = property instanceof z.ZodExactOptional ? property.unwrap() : property;
  }
  return at;
}

/** How text becomes a value of a schema; text that cannot is left for the schema to refuse. */
function readerOf(schema: z.core.$ZodType, currency: string | undefined): ReadText {
  if (schema === money) return (written) => readMoney(written, currency);
  if (schema instanceof z.ZodNumber) return readNumber;
  if (schema instanceof z.ZodBoolean) return readBoolean;
  if (!(schema instanceof z.ZodArray)) return (written) => written;
  const readEntry = readerOf(schema.element, currency);
  return (written) => written.split("|").map(readEntry);
}

function readNumber(written: string): unknown {
  if (!/^-?\d+(\.\d+)?$/.test(written)) return written;
  // Adding zero turns -0 into 0.
  const read = Number(written) + 0;
  return Number.isFinite(read) ? read : written;
}

function readBoolean(written: string): unknown {
  return written === "true" || (written === "false" ? false : written);
}

function readMoney(written: string, currency: string | undefined): unknown {
  const parts = /^(.*) ([A-Z]{3})$/.exec(written);
  if (parts !== null) return { amount: parts[1], currency: parts[2] };
  return currency === undefined ? { amount: written } : { amount: written, currency };
}

/** Puts a value where it belongs; lists are joined, everything else is put there once. */
function place(record: Properties, path: readonly string[], value: unknown): boolean {
  const [name, ...rest] = path as [string, ...string[]];
  const present = Object.hasOwn(record, name) ? record[name] : undefined;
  if (rest.length > 0) {
    const inner = present ?? put(record, name, {});
    return isObject(inner) && place(inner, rest, value);
  }
  if (present === undefined) put(record, name, value);
  else if (Array.isArray(present) && Array.isArray(value))
    put(record, name, [...present, ...value]);
  else return false;
  return true;
}

/** A plain assignment to `__proto__` would be lost; so defined, the bounds of the record refuse it. */
function put<T>(record: Properties, name: string, value: T): T {
  const property = { value, enumerable: true, writable: true, configurable: true };
  Object.defineProperty(record, name, property);
  return value;
}

function isObject(input: unknown): input is Properties {
  return typeof input === "object" && input !== null && !Array.isArray(input);
}
