import {
  type AccountColumns,
  accountFields,
  type FactColumn,
  type FieldKind,
} from "../../facts/index.js";
import { isObject, nameOf } from "../../rules/index.js";
import {
  errorAt,
  type Finding,
  HoitoError,
  misspeltName,
  nearestName,
  type OptionNames,
  showInput,
} from "../../shapes/index.js";
import type { CompiledPolicy } from "../compiled-policy.js";
import { requireCompiled } from "../require-asked.js";

/**
 * What is wrong with columns that are to be asked under a policy, all at once.
 *
 * Columns are named after fields of the account, judgements, the policy's own fields, its measures,
 * and its lifecycles, whose states are found out of records. Every column has as many values as
 * there are accounts, and the kind of its field: a text or a category is a `category`, money is in
 * the policy's currency.
 *
 * @param columns - columns of many accounts
 * @param compiled - the policy
 * @returns the findings `unknown-field`, `wrong-field-kind`, `not-aligned` and `other-currency`; what
 *   is no column, data or mask is `wrong-type`, a misspelt property of a column `unknown-property`;
 *   none when the columns can be asked
 *
 * @example A misspelt field
 * ```ts
 * import { type CarePolicy, compilePolicy, orThrow } from "hoito";
 * import { checkColumns } from "hoito/policy";
 *
 * const policy: CarePolicy = {
 *   id: "demo",
 *   version: "1",
 *   segments: {
 *     index: {
 *       method: "scorecard",
 *       labels: { key: {}, ordinary: {} },
 *       weightsSumTo: 1,
 *       missing: "undecided",
 *       criteria: [
 *         { of: "headcount", weight: 1, normalise: { by: "minMax", better: "more", whenAllEqual: 1 } },
 *       ],
 *       bands: [{ segment: "key", atLeast: 0.5 }, { segment: "ordinary" }],
 *     },
 *   },
 *   care: {
 *     segmentedBy: "index",
 *     models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
 *     bySegment: { key: "light", ordinary: "light" },
 *   },
 *   cadences: {},
 * };
 * const hedcount = { kind: "number", data: Float64Array.of(1, 2) } as const;
 * const columns = { rows: 2, fields: { hedcount } };
 * const found = checkColumns(columns, orThrow(compilePolicy(policy)));
 * found.map(({ path, suggestion }) => [path, suggestion]); // => [["fields.hedcount", "headcount"]]
 * ```
 *
 * @category Policy
 */
export function checkColumns(
  columns: AccountColumns,
  compiled: CompiledPolicy,
): readonly Finding[] {
  requireCompiled(compiled);
  const findings: Finding[] = [];
  if (!isObject(columns?.fields)) {
    const text = "columns stand under `fields`, by name: `{ rows, fields: { headcount } }`";
    return [errorAt("fields", "wrong-type", text)];
  }
  if (!Number.isSafeInteger(columns.rows) || columns.rows < 0) {
    const text = `${showInput(columns.rows)} is no number of accounts: write \`{ rows, fields }\``;
    return [errorAt("rows", "not-whole", text)];
  }
  const kinds = kindsOfColumns(compiled);
  for (const [name, column] of Object.entries(columns.fields)) {
    const path = `fields.${name.slice(0, 80)}`;
    const kind = kinds.get(name);
    if (kind === undefined) {
      const text = `there is no field ${showInput(name)} to supply`;
      const near = nearestName(name.replace(/^own\./, ""), kinds.keys());
      findings.push(errorAt(path, "unknown-field", text, near));
      continue;
    }
    const faults = shapeFaults(column, path);
    if (faults.length === 0 && column.kind !== columnKind(kind)) {
      const text = `\`${name}\` is a ${kind === "states" ? "lifecycle" : nameOf(kind)}`;
      faults.push(errorAt(path, "wrong-field-kind", `${text}, not a column of ${column.kind}`));
    }
    const isWhole = faults.every(({ code }) => code !== "wrong-type");
    findings.push(...faults, ...(isWhole ? lengthFaults(column, columns.rows, path) : []));
  }
  const someMoney = Object.values(columns.fields).some((column) => column?.kind === "money");
  if (someMoney && columns.currency !== compiled.currency) {
    const text = `the policy reckons in \`${compiled.currency}\``;
    findings.push(errorAt("currency", "other-currency", text));
  }
  return findings;
}

/** Throws the first of what {@link checkColumns} finds: asking such columns breaks the contract. */
export function refuseWrongColumns(columns: AccountColumns, compiled: CompiledPolicy): void {
  const [first] = checkColumns(columns, compiled);
  if (first === undefined) return;
  const { code, path, message } = first;
  throw new HoitoError(message, { code, path: `columns.${path}`, received: columns });
}

/** The kinds of all columns that a policy can read. */
export function kindsOfColumns({
  policy,
  measures,
  classifiers,
}: CompiledPolicy): ReadonlyMap<string, FieldKind | "states"> {
  const lives = [...classifiers.values()].filter(({ method }) => method === "lifecycle");
  return new Map<string, FieldKind | "states">([
    ...Object.entries<FieldKind>(accountFields),
    ...Object.entries(policy.fields ?? {}),
    ...measures.kinds,
    ...lives.map(({ name }) => [name, "states"] as const),
  ]);
}

function columnKind(kind: FieldKind | "states"): FactColumn["kind"] {
  return kind === "text" || typeof kind === "object" ? "category" : kind;
}

/** What a column of each kind holds its data in. */
const DATA: Readonly<Record<FactColumn["kind"], readonly string[]>> = {
  number: ["Float64Array", "Int32Array"],
  money: ["Float64Array", "Int32Array"],
  date: ["Int32Array"],
  boolean: ["Uint8Array"],
  category: ["Uint8Array", "Uint16Array", "Int32Array"],
  set: ["Uint8Array", "Uint16Array", "Int32Array"],
  states: ["Uint8Array", "Uint16Array", "Int32Array"],
};

const PROPERTIES: OptionNames<FactColumn & { readonly dictionary: unknown }> = {
  kind: true,
  data: true,
  dictionary: true,
  valid: true,
  none: true,
};

/** What only JavaScript can hand over as a column; a mask that is misspelt would not be looked at. */
function shapeFaults(column: FactColumn, path: string): Finding[] {
  const { kind, data, dictionary, valid, none } = Object(column) as Readonly<
    Partial<Record<keyof typeof PROPERTIES, unknown>>
  >;
  const forms = Object.hasOwn(DATA, String(kind)) ? DATA[kind as FactColumn["kind"]] : undefined;
  if (forms === undefined) {
    const text = 'a column says its `kind`: write `{ kind: "number", data }`';
    return [errorAt(path, "wrong-type", text)];
  }
  const faults: Finding[] = [];
  const wrongType = (at: string, text: string): void => {
    faults.push(errorAt(`${path}.${at}`, "wrong-type", text));
  };
  if (!forms.includes(tagOf(data))) {
    wrongType("data", `the data of a column of ${kind} is a ${forms.join(" or ")}`);
  }
  if (forms.length === 3 && !Array.isArray(dictionary)) {
    wrongType("dictionary", "the words that codes stand for are a list");
  }
  for (const [name, bits] of Object.entries({ valid, none })) {
    if (bits === undefined || tagOf(bits) === "Uint8Array") continue;
    wrongType(name, "a mask is a Uint8Array, a bit for each account");
  }
  const slip = misspeltName(column, PROPERTIES);
  if (slip === undefined) return faults;
  const { written, meant } = slip;
  const text = `\`${written}\` is no property of a column`;
  return [...faults, errorAt(`${path}.${written}`, "unknown-property", text, meant)];
}

/** The kind of typed array, whichever realm it was made in. */
function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice("[object ".length, -1);
}

function lengthFaults(column: FactColumn, rows: number, path: string): readonly Finding[] {
  const { data, valid, none } = column;
  const faults: Finding[] = [];
  if (data.length !== rows) {
    const text = `${rows} accounts have ${data.length} values`;
    faults.push(errorAt(`${path}.data`, "not-aligned", text));
  }
  for (const [name, bits] of [
    ["valid", valid],
    ["none", none],
  ] as const) {
    if (bits === undefined || bits.length >= Math.ceil(rows / 8)) continue;
    const text = `${rows} accounts need ${Math.ceil(rows / 8)} bytes of bits`;
    faults.push(errorAt(`${path}.${name}`, "not-aligned", text));
  }
  return faults;
}
