import * as fc from "fast-check";
import {
  type Account,
  type CustomerBase,
  type RecordKind,
  type RecordLists,
  recordKinds,
} from "../../facts/index.js";
import type { CompiledPolicy } from "../../policy/index.js";
import { coverages, type HistoryOptions, historyOf } from "./histories.js";
import { PEOPLE } from "./record-arbitrary.js";
import { type RecordsParts, recordsParts } from "./records.js";
import { shapingOf } from "./shaping.js";

/**
 * How many accounts a base has.
 *
 * @category Testing
 */
export interface BaseOptions extends Omit<HistoryOptions, "accountId"> {
  /** By default 0 … 10. */
  readonly accounts?: { readonly least?: number; readonly most?: number };
}

const MOST_ACCOUNTS = 10;

/**
 * Whole customer bases: accounts with their histories, three people, and what is known to be
 * complete.
 *
 * @param compiled - the policy, with its fit where it has cuts
 * @param options - `asOf`; how many `accounts`; `mostRecords` of one kind and account
 * @returns bases that `parseCustomerBase` reads without a finding, but for `measures` that a host
 *   supplies; the simplest base is empty
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date
 *
 * @example Nobody is lost between a base and its labels
 * ```ts
 * import * as fc from "fast-check";
 * import { type CarePolicy, classifyAccounts, compilePolicy, orThrow } from "hoito";
 * import { bases } from "hoito/testing/fast-check";
 *
 * const policy: CarePolicy = {
 *   id: "demo",
 *   version: "1",
 *   measures: { orders: { count: "orders", over: { rolling: { months: 12 } } } },
 *   segments: {
 *     activity: {
 *       method: "rules",
 *       labels: { active: {}, quiet: {} },
 *       hitPolicy: "first",
 *       rules: [{ segment: "active", when: { field: "orders", atLeast: 3 } }],
 *       otherwise: "quiet",
 *     },
 *   },
 *   care: {
 *     segmentedBy: "activity",
 *     models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
 *     bySegment: { active: "light", quiet: "light" },
 *   },
 *   cadences: {},
 * };
 * const ours = orThrow(compilePolicy(policy));
 * const asOf = "2018-03-28";
 * const law = fc.property(bases(ours, { asOf, accounts: { most: 4 } }), (base) => {
 *   return classifyAccounts(base, ours, { asOf }).data.length === base.accounts.length;
 * });
 * fc.assert(law, { numRuns: 50 });
 * ```
 *
 * @category Testing
 */
export function bases(compiled: CompiledPolicy, options: BaseOptions): fc.Arbitrary<CustomerBase> {
  const shaping = shapingOf(compiled, options);
  const { least = 0, most = Math.max(least, MOST_ACCOUNTS) } = options.accounts ?? {};
  const each = recordsParts(shaping, options.mostRecords);
  const all = fc.array(each, { minLength: least, maxLength: most });
  return fc.tuple(all, coverages(shaping)).map(([parts, coverage]) => baseOf(parts, coverage));
}

function baseOf(parts: readonly RecordsParts[], coverage: CustomerBase["coverage"]): CustomerBase {
  const accounts = parts.map(({ account }, row): Account => ({ id: idOf(row), ...account }));
  const histories = parts.map(({ history }, row) => historyOf(idOf(row), history));
  const names = [...new Set(parts.flatMap(({ measures }) => Object.keys(measures)))].sort();
  const columns = names.map((name) => [name, parts.map(({ measures }) => measures[name])] as const);
  return {
    accounts,
    coverage,
    people: PEOPLE.map((id) => ({ id, weeklyCapacityMinutes: 2400 })),
    ...joined(histories),
    ...(names.length === 0 ? {} : { measures: Object.fromEntries(columns) }),
  };
}

function idOf(row: number): string {
  return `A-${row + 1}`;
}

/** One list of each kind out of those of all accounts, in the order of the accounts. */
function joined(histories: readonly RecordLists[]): RecordLists {
  const kinds = recordKinds.filter((kind) => histories[0]?.[kind] !== undefined);
  const listOf = (kind: RecordKind): readonly object[] => {
    return histories.flatMap((each): readonly object[] => each[kind]!);
  };
  return Object.fromEntries(kinds.map((kind) => [kind, listOf(kind)])) as RecordLists;
}
