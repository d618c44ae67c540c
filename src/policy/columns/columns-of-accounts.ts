import {
  type Account,
  type AccountColumns,
  accountFact,
  type RateTable,
} from "../../facts/index.js";
import { type FactWriter, factWriter, type WrittenSource } from "../../rules/index.js";
import { type OptionNames, refuseMisspelt, requireList } from "../../shapes/index.js";
import type { CompiledPolicy } from "../compiled-policy.js";
import { requireCompiled } from "../require-asked.js";
import { ACCOUNT_READERS, type AccountReader } from "./account-readers.js";
import { type ColumnBuilder, columnBuilder } from "./column-builder.js";

/**
 * How accounts become columns.
 *
 * @category Policy
 */
export interface AccountReading<A> {
  /** Needed only where money is in several currencies. */
  readonly exchangeRates?: RateTable;
  /**
   * Writes the host's own fields of one account, each by `into["<field>"].put(at, fact)`. Without it
   * they are looked up by name, which takes some ten times as long.
   */
  readonly readOwn?: (account: A, at: number, into: Readonly<Record<string, FactWriter>>) => void;
}

/**
 * The fields that a policy reads of accounts, as columns.
 *
 * Only fields of the account, judgements and the policy's own fields become columns: measures and
 * lifecycles need records, and `columnsOfBase` reckons those. What is not of its field's kind is
 * unknown, and so is money without a rate.
 *
 * @param accounts - in any order, which the columns keep
 * @param compiled - the policy
 * @param reading - exchange rates, and how the host's own fields are read
 * @returns a column for each field that a condition or classifier of the policy reads
 * @throws {@link HoitoError} in JavaScript `not-a-compiled-policy`, `not-a-list` and `unknown-option`
 *
 * @example Two accounts
 * ```ts
 * import { type CarePolicy, compilePolicy, orThrow } from "hoito";
 * import { columnsOfAccounts } from "hoito/policy";
 *
 * const policy: CarePolicy = {
 *   id: "demo",
 *   version: "1",
 *   segments: {
 *     place: {
 *       method: "rules",
 *       labels: { capital: {}, other: {} },
 *       hitPolicy: "first",
 *       rules: [{ segment: "capital", when: { field: "region", equals: "Uusimaa" } }],
 *       otherwise: "other",
 *     },
 *   },
 *   care: {
 *     segmentedBy: "place",
 *     models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
 *     bySegment: { capital: "light", other: "light" },
 *   },
 *   cadences: {},
 * };
 * const accounts = [{ id: 1, region: "Uusimaa" }, { id: 2 }];
 * const { rows, fields } = columnsOfAccounts(accounts, orThrow(compilePolicy(policy)));
 * rows; // => 2
 * fields["region"]?.valid; // => Uint8Array.of(1)
 * ```
 *
 * @category Policy
 */
export function columnsOfAccounts<A extends Account>(
  accounts: readonly A[],
  compiled: CompiledPolicy,
  reading: AccountReading<A> = {},
): AccountColumns {
  requireCompiled(compiled);
  requireAccounts(accounts);
  refuseMisspelt(reading, READING_OPTIONS, "reading");
  const { policy, currency, scope } = compiled;
  const rates = reading.exchangeRates;
  const own = policy.fields ?? {};
  const fields: Field[] = [];
  for (const { name, kind } of scope.slots) {
    const read = Object.hasOwn(ACCOUNT_READERS, name)
      ? ACCOUNT_READERS[name as keyof typeof ACCOUNT_READERS]
      : undefined;
    if (read === undefined && !Object.hasOwn(own, name)) continue;
    const writer = factWriter(kind, { currency, rates }, Math.min(BLOCK_ROWS, accounts.length));
    const builder = columnBuilder(kind, writer, accounts.length);
    fields.push({
      name,
      writer,
      builder,
      read: read ?? readByName(name),
      isOwn: read === undefined,
    });
  }
  const { readOwn } = reading;
  const looped = fields.filter(({ isOwn }) => readOwn === undefined || !isOwn);
  const into = Object.fromEntries(
    fields.filter(({ isOwn }) => isOwn).map(({ name, writer }) => [name, writer]),
  );
  for (let from = 0; from < accounts.length; from += BLOCK_ROWS) {
    const count = Math.min(BLOCK_ROWS, accounts.length - from);
    for (const { writer } of fields) writer.start();
    for (const { read, writer } of looped) read(accounts, from, count, writer);
    for (let at = 0; readOwn !== undefined && at < count; at++) {
      readOwn(accounts[from + at]!, at, into);
    }
    for (const { writer, builder } of fields) {
      writer.end(count);
      builder.add(from, count);
    }
  }
  const columns = fields.map(({ name, builder }) => [name, builder.column()] as const);
  return { rows: accounts.length, currency, fields: Object.fromEntries(columns) };
}

/** Accounts that are read field by field at a time: few enough to stay near while they are. */
const BLOCK_ROWS = 256;

const READING_OPTIONS: OptionNames<AccountReading<Account>> = {
  exchangeRates: true,
  readOwn: true,
};

/** Refuses what only JavaScript can hand over as a list of accounts. */
function requireAccounts(accounts: readonly Account[]): void {
  const { records, accounts: own } = Object(accounts) as Readonly<Record<string, unknown>>;
  const text = Array.isArray(records)
    ? "these are accounts with their findings: hand over their `.records`"
    : Array.isArray(own)
      ? "this is a base: hand over its `.accounts`, or write `columnsOfBase(base, …)`"
      : "accounts come in a list: `readAccounts` gives one as `.records`";
  requireList(accounts, "accounts", text);
}

interface Field {
  readonly name: string;
  readonly writer: WrittenSource;
  readonly builder: ColumnBuilder;
  readonly read: AccountReader;
  readonly isOwn: boolean;
}

function readByName(name: string): AccountReader {
  return (accounts, from, count, into) => {
    for (let at = 0; at < count; at++) into.put(at, accountFact(accounts[from + at]!, name));
  };
}
