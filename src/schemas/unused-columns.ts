import type { FieldKinds } from "../facts/index.js";
import { type Finding, nearestName, showInput, warningAt } from "../shapes/index.js";
import { attempt } from "./attempt.js";
import { pathText } from "./path-text.js";
import type { Column, ColumnOptions } from "./read-columns.js";

/**
 * What the options say of columns that no row has: every header, and own fields for which another
 * column was probably meant.
 *
 * A file may well lack a declared field, and a file without rows says nothing.
 */
export function unusedColumns(
  rows: unknown,
  met: ReadonlyMap<string, Column>,
  { columns = {}, own = {} }: ColumnOptions,
): readonly Finding[] {
  if (!Array.isArray(rows) || rows.length === 0) return [];
  const unmet = Object.keys(columns).filter((header) => !met.has(header));
  const meant = meantFields(met, own);
  const looked = [...unmet, ...[...meant.keys()].map((field) => pathText("own", field))];
  const headers = headersOf(rows, looked);
  const names = new Set([...headers].map((header) => columns[header] ?? header));
  return [
    ...unmet
      .filter((header) => !headers.has(header))
      .map((header) => {
        return unusedHeader(header, columns[header]!, headers);
      }),
    ...[...meant].flatMap(([field, near]) => {
      const path = pathText("own", field);
      return names.has(path) ? [] : [unused(path, path, near)];
    }),
  ];
}

/** Declared fields that no column filled, each with the undeclared one that comes near it. */
function meantFields(
  met: ReadonlyMap<string, Column>,
  own: FieldKinds,
): ReadonlyMap<string, string> {
  const filled = [...met.values()].flatMap(({ path: [chapter, field = ""] }) => {
    return chapter === "own" ? [field] : [];
  });
  const undeclared = filled.filter((field) => !Object.hasOwn(own, field));
  const meant = new Map<string, string>();
  for (const field of Object.keys(own)) {
    const near = filled.includes(field) ? undefined : nearestName(field, undeclared);
    if (near !== undefined) meant.set(field, near);
  }
  return meant;
}

/** The headers of the rows up to the one by which all that are looked for were found. */
function headersOf(rows: readonly unknown[], looked: readonly string[]): ReadonlySet<string> {
  const headers = new Set<string>();
  for (let row = 0; row < rows.length && !looked.every((each) => headers.has(each)); row++) {
    attempt("", () => {
      for (const header of Object.keys(Object(rows[row]))) headers.add(header);
      return { ok: true, value: undefined, findings: [] };
    });
  }
  return headers;
}

function unusedHeader(header: string, name: string, headers: ReadonlySet<string>): Finding {
  const path = pathText("columns", header);
  if (!headers.has(name)) return unused(path, header, nearestName(header, headers));
  const { code, message } = unused(path, header);
  const right = `\`columns: { ${name}: "${header}" }\``;
  return warningAt(path, code, `${message}; the header of the file comes first: ${right}`);
}

function unused(path: string, header: string, near?: string): Finding {
  return warningAt(path, "unused-column", `no row has a column ${showInput(header)}`, near);
}
