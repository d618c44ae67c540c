import type * as z from "zod";
import type { Coverage, CustomerBase, FieldKinds, RecordKind } from "../facts/index.js";
import {
  type Checked,
  errorAt,
  type Finding,
  nearestName,
  refuseMisspelt,
  showInput,
  warningAt,
} from "../shapes/index.js";
import { accountSchema } from "./account-schema.js";
import { attempt } from "./attempt.js";
import { coverage, rateTable } from "./base-schemas.js";
import { readJson } from "./parse-json.js";
import { pathText } from "./path-text.js";
import { type ReadRecords, type RejectedRecord, readRecords } from "./read-records.js";
import { readValue } from "./read-value.js";
import { type ListKind, recordSchemas } from "./record-schemas.js";

/**
 * What a host says about the fields of its own.
 *
 * @category Schemas
 */
export interface BaseOptions {
  /** Kinds of the own fields of accounts; a field that is not named travels through unchecked. */
  readonly own?: FieldKinds;
}

/**
 * What became of a customer base: the good records, the bad ones as they came, and why.
 *
 * @category Schemas
 */
export interface ReadBase {
  /** Of the good records; its coverage names no kind of which a record is missing. */
  readonly base: CustomerBase;
  readonly rejected: readonly RejectedRecord[];
  /** Everything that was found, by kind and row; empty when the input was flawless. */
  readonly findings: readonly Finding[];
}

/**
 * A customer base out of untrusted records, such as JSON text or what it holds, with all problems at
 * once.
 *
 * Every record is read by itself: a good one is in `base`, a bad one comes back in `rejected` as it
 * came, and together they are all records of the lists that could be read. What is missing must be
 * left out (`null` is refused); money is `{ minor, currency }` or `{ amount: "12.50", currency }`.
 *
 * Properties that hoito does not know stay on their record and give one warning for each name and
 * list, with the nearest known name. A list under an unknown name is not read, which is an error;
 * `$schema`, which tells an editor what the file is, may stand beside the lists.
 * Coverage or exchange rates with an error are left out as a whole. A base without a list of
 * accounts has none.
 *
 * A kind of record of which a row was rejected, or whose list could not be read, is no longer
 * complete: its coverage is taken back with the warning `coverage-taken-back`, so that what is
 * counted over it is unknown rather than too little. Whoever knows that the others are all that
 * matter says so again: `{ ...base, coverage: { ...base.coverage, orders: "complete" } }`.
 *
 * Gotchas: whether records fit each other is another question: ask `findOrphans` and
 * `findDuplicates`.
 *
 * @param input - anything, JSON text too; nothing makes it throw or hang
 * @param options - `own`: the kinds of the host's own account fields
 * @returns the base of the good records, the rejected records, and all findings
 * @throws {@link HoitoError} in JavaScript: `unknown-option`, `unknown-kind` for an own field of a kind
 *   that is none
 *
 * @example A good order, and one with a typing error
 * ```ts
 * import { parseCustomerBase } from "hoito/schemas";
 *
 * const value = { amount: "12.50", currency: "EUR" };
 * const { base, rejected, findings } = parseCustomerBase({
 *   accounts: [{ id: "A", hedcount: 12 }],
 *   coverage: { orders: "complete" },
 *   orders: [
 *     { id: 1, accountId: "A", orderedOn: "2018-01-22", value },
 *     { id: 2, accountId: "A", orderedOn: "2018-02-30", value },
 *   ],
 * });
 * base.orders?.map((order) => order.value); // => [{ minor: 1250, currency: "EUR" }]
 * rejected.map(({ kind, row }) => `${kind} ${row}`); // => ["orders 1"]
 * findings.map(({ path, code, suggestion }) => [path, code, suggestion ?? ""]);
 * // => [
 * //   ["accounts[0].hedcount", "unknown-property", "headcount"],
 * //   ["orders[1].orderedOn", "not-a-civil-date", ""],
 * //   ["coverage.orders", "coverage-taken-back", ""],
 * // ]
 * base.coverage; // => {}
 * ```
 *
 * @category Schemas
 */
export function parseCustomerBase(input: unknown, options: BaseOptions = {}): ReadBase {
  refuseMisspelt(options, { own: true }, "options");
  const read = readJson(input, { what: "customer base" });
  const { properties, findings } =
    read.findings.length === 0 ? openBase(read.value) : { properties: NOTHING, ...read };
  const schemas = { ...recordSchemas, accounts: accountSchema(options.own ?? {}) };
  const lists = LISTS.filter((kind) => properties.has(kind)).map((kind) => {
    const schema: z.ZodType<unknown> = schemas[kind];
    const list = properties.get(kind);
    return { kind, ...readRecords(kind, list, (each, path) => readValue(each, schema, path)) };
  });
  const singles = SINGLES.filter(([name]) => properties.has(name)).map(([name, schema]) => {
    const read = attempt(name, () => readValue(properties.get(name), schema, name));
    return { found: read.findings, value: read.ok ? { [name]: read.value } : {} };
  });
  const records = Object.fromEntries(lists.map((each) => [each.kind, each.records]));
  const said: CustomerBase = { accounts: [], coverage: {}, ...records };
  const base: CustomerBase = Object.assign(said, ...singles.map(({ value }) => value));
  const doubts = takenBack(base.coverage, lists, findings);
  const doubted = new Set(doubts.map(({ path }) => path));
  const kept = Object.entries(base.coverage).filter(([kind]) => !doubted.has(coveragePath(kind)));
  return {
    base: { ...base, coverage: Object.fromEntries(kept) },
    rejected: lists.flatMap((each) => each.rejected),
    findings: [
      ...findings,
      ...lists.flatMap((each) => each.findings),
      ...singles.flatMap(({ found }) => found),
      ...doubts,
    ],
  };
}

/** Of text that is no JSON nothing is read. */
const NOTHING: ReadonlyMap<string, unknown> = new Map();

const LISTS = Object.keys(recordSchemas) as ListKind[];

const SINGLES: readonly (readonly [string, z.ZodType<unknown>])[] = [
  ["coverage", coverage],
  ["exchangeRates", rateTable],
];

const NAMES: readonly string[] = [...LISTS, ...SINGLES.map(([name]) => name)];

const REQUIRED: readonly string[] = ["accounts", "coverage"];

interface ReadList extends ReadRecords<unknown> {
  readonly kind: ListKind;
}

/** A warning for each kind that was said to be covered, and of which a record was not read. */
function takenBack(
  said: Coverage,
  lists: readonly ReadList[],
  ofNames: readonly Finding[],
): readonly Finding[] {
  const unread = new Set(ofNames.map(({ path, suggestion }) => suggestion ?? path));
  return (Object.keys(said) as RecordKind[]).flatMap((kind) => {
    const list = lists.find((each) => each.kind === kind);
    const refused = list?.rejected.length ?? 0;
    const isWhole = refused === 0 && (list === undefined || list.findings.every(isOfRow));
    if (isWhole && !unread.has(kind)) return [];
    const rows = refused === 1 ? "1 row" : `${refused} rows`;
    const what = refused === 0 ? "the list could not be read" : `${rows} could not be read`;
    const message = `${what}, so \`${kind}\` are not complete; say so again if you know better`;
    return [warningAt(coveragePath(kind), "coverage-taken-back", message)];
  });
}

function isOfRow({ row }: Finding): boolean {
  return row !== undefined;
}

function coveragePath(kind: string): string {
  return `coverage.${kind}`;
}

interface OpenedBase {
  readonly properties: ReadonlyMap<string, unknown>;
  readonly findings: readonly Finding[];
}

/** The known properties of a base, each read once, and what is wrong with its other names. */
function openBase(input: unknown): OpenedBase {
  const properties = new Map<string, unknown>();
  const names = attempt("", () => namesOf(input));
  if (!names.ok) return { properties, findings: names.findings };
  const missing = REQUIRED.filter((name) => !names.value.includes(name));
  const unknown = names.value.filter((name) => name !== "$schema" && !NAMES.includes(name));
  const findings = [
    ...missing.map((name) => errorAt(name, "missing-property", `\`${name}\` is missing`)),
    ...unknown.map((name) => {
      const message = `${showInput(name)} is no part of a customer base and was not read`;
      return errorAt(pathText("", name), "unknown-property", message, nearestName(name, NAMES));
    }),
  ];
  for (const name of NAMES.filter((each) => names.value.includes(each))) {
    const part = attempt(name, () => found(Reflect.get(input as object, name)));
    if (part.ok) properties.set(name, part.value);
    else findings.push(...part.findings);
  }
  return { properties, findings };
}

function namesOf(input: unknown): Checked<readonly string[]> {
  const isObject = typeof input === "object" && input !== null && !Array.isArray(input);
  if (isObject) return found(Object.keys(input));
  const message = `${showInput(input)} is no customer base`;
  return { ok: false, findings: [errorAt("", "wrong-type", message)] };
}

function found<T>(value: T): Checked<T> {
  return { ok: true, value, findings: [] };
}
