import {
  type AccountColumns,
  accountFields,
  type FactColumn,
  type FieldKind,
} from "../../facts/index.js";
import { isObject, nameOf } from "../../rules/index.js";
import { errorAt, type Finding, HoitoError, nearestName, showInput } from "../../shapes/index.js";
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
 * @returns the findings `unknown-field`, `wrong-field-kind`, `not-aligned` and `other-currency`; none
 *   when the columns can be asked
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
  const kinds = kindsOfColumns(compiled);
  for (const [name, column] of Object.entries(columns.fields)) {
    const path = `fields.${name.slice(0, 80)}`;
    const kind = kinds.get(name);
    if (kind === undefined) {
      const text = `there is no field ${showInput(name)} to supply`;
      findings.push(errorAt(path, "unknown-field", text, nearestName(name, [...kinds.keys()])));
      continue;
    }
    if (column.kind !== columnKind(kind)) {
      const text = `\`${name}\` is a ${kind === "states" ? "lifecycle" : nameOf(kind)}`;
      findings.push(errorAt(path, "wrong-field-kind", `${text}, not a column of ${column.kind}`));
    }
    findings.push(...lengthFaults(column, columns.rows, path));
  }
  const someMoney = Object.values(columns.fields).some(({ kind }) => kind === "money");
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
