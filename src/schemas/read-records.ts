import { type Checked, errorAt, type Finding, showInput } from "../shapes/index.js";
import { attempt } from "./attempt.js";
import { MOST_RECORDS } from "./check-bounds.js";
import type { ListKind } from "./record-schemas.js";

/**
 * A record that was not read, exactly as it came, with all that is wrong with it.
 *
 * @category Schemas
 */
export interface RejectedRecord {
  readonly kind: ListKind;
  /** Zero-based position in the list that was read. */
  readonly row: number;
  readonly input: unknown;
  readonly findings: readonly Finding[];
}

/**
 * What became of a list: every record of it is either among `records` or among `rejected`.
 *
 * @category Schemas
 */
export interface ReadRecords<T> {
  /** The good records, in the order of the list. */
  readonly records: readonly T[];
  /** The bad records, in the order of the list. */
  readonly rejected: readonly RejectedRecord[];
  /** All findings; of good records each unknown property is named once, where it is first met. */
  readonly findings: readonly Finding[];
}

/** Reads each record of an untrusted list by itself, so that a bad one costs no other. */
export function readRecords<T>(
  kind: ListKind,
  list: unknown,
  readRecord: (input: unknown, path: string) => Checked<T>,
  isSurelyRight?: (input: unknown) => input is T,
): ReadRecords<T> {
  const rows = attempt(kind, () => rowsOf(kind, list));
  if (!rows.ok) return { records: [], rejected: [], findings: rows.findings };
  const records: T[] = [];
  const rejected: RejectedRecord[] = [];
  const findings: Finding[] = [];
  const named = new Set<string>();
  for (let row = 0; row < rows.value.length; row++) {
    const sure = isSurelyRight && sureRecord(rows.value, row, isSurelyRight);
    if (sure !== undefined) {
      records.push(sure);
      continue;
    }
    const path = `${kind}[${row}]`;
    let input: unknown;
    const read = attempt(path, () => {
      input = rows.value[row];
      return readRecord(input, path);
    });
    const found = read.findings.map((each) => ({ ...each, row }));
    const first = found.filter((each) => isFirst(each, named));
    findings.push(...(read.ok ? first : found));
    if (read.ok) records.push(read.value);
    else rejected.push({ kind, row, input, findings: found });
  }
  return { records, rejected, findings };
}

/** A record that needs no reading; whatever throws an error of its own does. */
function sureRecord<T>(
  rows: readonly unknown[],
  row: number,
  isSurelyRight: (input: unknown) => input is T,
): T | undefined {
  try {
    const input = rows[row];
    return isSurelyRight(input) ? input : undefined;
  } catch {
    return undefined;
  }
}

function rowsOf(kind: ListKind, list: unknown): Checked<readonly unknown[]> {
  if (!Array.isArray(list)) {
    const findings = [errorAt(kind, "wrong-type", `${showInput(list)} is not a list`)];
    return { ok: false, findings };
  }
  if (list.length <= MOST_RECORDS) return { ok: true, value: list, findings: [] };
  const message = `\`${list.length}\` records are more than the ${MOST_RECORDS} read at once`;
  return { ok: false, findings: [errorAt(kind, "too-large", message)] };
}

/** Whether a warning says something new, wherever in a list it stands. */
function isFirst({ path }: Finding, named: Set<string>): boolean {
  const place = path.replace(/\[\d+\]/g, "[]");
  if (named.has(place)) return false;
  named.add(place);
  return true;
}
