import { workerData } from "node:worker_threads";
import { type CarePolicy, compilePolicy, orThrow } from "hoito";
import { type AccountColumns, sliceColumns } from "hoito/facts";
import { classifyColumns } from "hoito/policy";
import type { CivilDate } from "hoito/time";

/** What every worker is started with: shared memory, and a policy as the plain JSON that it is. */
export interface Shared {
  readonly columns: AccountColumns;
  readonly policy: CarePolicy;
  readonly asOf: CivilDate;
  /** A code for each account, filled by whoever has its span. */
  readonly codes: Uint16Array;
}

/** Accounts `from` up to `until`, which is left out. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

const { columns, policy, asOf, codes } = workerData as Shared;
const compiled = orThrow(compilePolicy(policy));

/** Classifies one span into the shared codes, and counts its labels. */
export default function classifySpan({ from, until }: Span): ReadonlyMap<string, number> {
  const own = sliceColumns(columns, { fromRow: from, untilRow: until });
  const { data, dictionary } = classifyColumns(own, compiled, { asOf });
  codes.set(data, from);
  const counts = new Map<string, number>();
  for (const code of data) {
    const label = dictionary[code]!;
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return counts;
}
