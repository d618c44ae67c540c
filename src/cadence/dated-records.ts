import { type AccountRecords, compareIds, type RecordId, recordDates } from "../facts/index.js";
import { type ExplainedRow, MET, NOT_MET, type Slot } from "../rules/index.js";
import type { MissingFact } from "../shapes/index.js";
import { type Verdict, verdictOn } from "./account-truth.js";
import type { CompiledDated } from "./compiled-cadence.js";
import type { DutyContext } from "./duty-context.js";
import { rowOf } from "./record-row.js";

/** A record that fits a dated cadence. */
export interface DatedRecord {
  readonly key: string;
  readonly id: RecordId | undefined;
  /** The day that its window lies about. */
  readonly day: number;
  readonly row: ExplainedRow;
}

/** The records that fit, oldest first, and what is unknown of others. */
export interface DatedRecords {
  readonly fitting: readonly DatedRecord[];
  /** Facts without which a record may fit or not. */
  readonly unclear: readonly MissingFact[];
  readonly nextChange: number;
}

/** Without a condition every record fits. */
const ANY: Verdict = { truth: MET, missing: [], nextChange: Number.POSITIVE_INFINITY };

interface Source {
  readonly id: RecordId | undefined;
  readonly row: ExplainedRow;
  /** Distinguishes records of one day in an order that is not that of the input. */
  readonly text: string;
}

/**
 * The records of an account that raise duties of a dated cadence.
 *
 * A record that carries an id is known by it; one without is numbered by its date. What two records
 * of one id have in common is told apart by a number too.
 */
export function datedRecords(
  dated: CompiledDated,
  records: AccountRecords,
  context: DutyContext,
): DatedRecords {
  const { whenUnknown } = dated.cadence;
  const found: (Omit<DatedRecord, "key"> & { readonly text: string })[] = [];
  const unclear: MissingFact[] = [];
  let nextChange = Number.POSITIVE_INFINITY;
  for (const { id, row, text } of sourcesOf(dated, records, context)) {
    const verdict = dated.where === undefined ? ANY : verdictOn(dated.where, row, whenUnknown);
    nextChange = Math.min(nextChange, verdict.nextChange);
    const { day, missing } = anchorDay(dated, row);
    const hasNone = day === undefined && missing.length === 0;
    if (verdict.truth === NOT_MET || hasNone) continue;
    const lacking = [...verdict.missing, ...missing];
    if (lacking.length === 0) found.push({ id, day: day!, row, text });
    else if (whenUnknown === undefined) unclear.push(...lacking);
  }
  found.sort((a, b) => a.day - b.day || compareIds(a.text, b.text));
  const taken = new Map<string, number>();
  const fitting = found.map(({ text: _, ...each }) => ({ ...each, key: keyOf(each.id, taken) }));
  return { fitting, unclear, nextChange };
}

/** The id; numbered where there is none, and from the second record of one id on. */
function keyOf(id: RecordId | undefined, taken: Map<string, number>): string {
  const name = id === undefined ? "" : String(id);
  const number = (taken.get(name) ?? 0) + 1;
  taken.set(name, number);
  return id !== undefined && number === 1 ? name : `${name}#${number}`;
}

function sourcesOf(
  dated: CompiledDated,
  records: AccountRecords,
  context: DutyContext,
): readonly Source[] {
  const { record, scope } = dated;
  if (record === "account") {
    const row = context.account;
    return row === undefined ? [] : [{ id: undefined, row, text: "" }];
  }
  const list: readonly object[] =
    record === "followUps" ? followUpsOf(records) : (records[record] ?? []);
  return list.map((each) => {
    const row = rowOf(each, record, scope.slots, context);
    const { id } = each as { readonly id?: RecordId };
    return { id, row, text: JSON.stringify([id ?? null, row.cells]) };
  });
}

function followUpsOf({ activities = [] }: AccountRecords): readonly object[] {
  return activities.flatMap(({ id, status, followUps = [] }) =>
    status === "cancelled"
      ? []
      : followUps.map((each, index) => ({ ...each, id: `${String(id)}.${index + 1}` })),
  );
}

/** The day a window lies about; none, and nothing missing, where the record has no such date. */
function anchorDay(
  { anchor, record }: CompiledDated,
  row: ExplainedRow,
): { readonly day?: number; readonly missing: readonly MissingFact[] } {
  const slots = anchor.kind === "halfWay" ? [anchor.until, anchor.from] : [anchor.date];
  for (const slot of slots) {
    if (typeof row.cells[slot.index] === "number") continue;
    const missing = row.whyUnknown(slot);
    return { missing: isNone(slot, record, missing) ? [] : missing };
  }
  if (anchor.kind !== "halfWay")
    return { day: row.cells[anchor.date.index] as number, missing: [] };
  const from = row.cells[anchor.from.index] as number;
  const until = row.cells[anchor.until.index] as number;
  const half = (until - from) / 2;
  const day = from + (anchor.isLater ? Math.ceil(half) : Math.floor(half));
  return until > from ? { day, missing: [] } : { missing: [] };
}

/** A date that a record need not have is none where it is missing: an open-ended contract's end. */
function isNone(
  { name }: Slot,
  record: CompiledDated["record"],
  missing: readonly MissingFact[],
): boolean {
  if (missing.some(({ why }) => why !== "missing")) return false;
  if (record === "account" || record === "followUps" || record === "activities") {
    return record !== "account";
  }
  return recordDates[record] !== name;
}
