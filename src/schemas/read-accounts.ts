import type { Account } from "../facts/index.js";
import { refuseMisspelt } from "../shapes/index.js";
import { isSurelyAccount } from "./account-guard.js";
import { accountSchema } from "./account-schema.js";
import type { BaseOptions } from "./parse-customer-base.js";
import { readJson } from "./parse-json.js";
import { type ReadRecords, readRecords } from "./read-records.js";
import { readValue } from "./read-value.js";

/**
 * Accounts out of many untrusted records of parsed JSON, with all problems at once: the fast way
 * for those that nothing is wrong with.
 *
 * Records, rejected rows and findings are those of `parseCustomerBase`. An account whose properties
 * are all as they should be is told by looking at each of them once; every other account is read by
 * its schema, which says what is wrong.
 *
 * Gotchas: an account that nothing is wrong with is not copied, so it is the object that was handed
 * over. Objects that no JSON makes, such as those with symbols for names or with accessors, are for
 * `parseCustomerBase`.
 *
 * @param list - accounts as `JSON.parse` gives them, or their JSON text
 * @param options - `own`: the kinds of the host's own account fields
 * @returns the good accounts, the rejected ones as they came, and all findings
 * @throws {@link HoitoError} in JavaScript: `unknown-option`, `unknown-kind` for an own field of a kind
 *   that is none
 *
 * @example A good account, and one with a typing error
 * ```ts
 * import { readAccounts } from "hoito/schemas";
 *
 * const { records, findings } = readAccounts([
 *   { id: "A", headcount: 12 },
 *   { id: "B", headcount: "12" },
 * ]);
 * records; // => [{ id: "A", headcount: 12 }]
 * findings.map(({ path, code }) => `${path}: ${code}`); // => ["accounts[1].headcount: not-a-number"]
 * ```
 *
 * @category Schemas
 */
export function readAccounts(list: unknown, options: BaseOptions = {}): ReadRecords<Account> {
  refuseMisspelt(options, { own: true }, "options");
  const { own = {} } = options;
  const { value, findings } = readJson(list, { what: "list of accounts" });
  if (findings.length > 0) return { records: [], rejected: [], findings };
  const schema = accountSchema(own);
  return readRecords(
    "accounts",
    value,
    (input, path) => readValue(input, schema, path),
    (input): input is Account => isSurelyAccount(input, own),
  );
}
