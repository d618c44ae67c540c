import { errorAt, type Finding, warningAt } from "../shapes/index.js";
import type { CustomerBase } from "./customer-base.js";
import type { RecordId } from "./record-id.js";

/**
 * The accounts that may be one and the same: several with one id, or several that share a name.
 *
 * Names are compared without regard to case, to white space around them and to how much of it is
 * within; official and marketing names are compared with each other, whenever they were valid. Each
 * account is reported once against the first account that has the name. Names without a visible
 * character are never the same.
 *
 * @param base - accounts in any order
 * @returns errors `duplicate-account` (same id) and warnings `duplicate-name`, in account order,
 *   with path and row
 *
 * @example One shop under two ids
 * ```ts
 * import { findDuplicates } from "hoito/facts";
 *
 * const [found] = findDuplicates({
 *   accounts: [
 *     { id: 1, names: [{ kind: "official", name: "Kello ja Kulta Oy" }] },
 *     { id: 2, names: [{ kind: "marketing", name: " KELLO JA  KULTA OY" }] },
 *   ],
 *   coverage: {},
 * });
 * found?.code; // => "duplicate-name"
 * found?.message; // => "account `2` shares the name `Kello ja Kulta Oy` with account `1`"
 * ```
 *
 * @category Facts
 */
export function findDuplicates(base: CustomerBase): Finding[] {
  const findings: Finding[] = [];
  const rows = new Map<RecordId, number>();
  const holders = new Map<string, { readonly id: RecordId; readonly name: string }>();
  base.accounts.forEach(({ id, names = [] }, row) => {
    const first = rows.get(id);
    if (first === undefined) {
      rows.set(id, row);
    } else {
      const message = `accounts[${first}] has the id \`${JSON.stringify(id)}\` too`;
      findings.push({ ...errorAt(`accounts[${row}].id`, "duplicate-account", message), row });
    }
    const reported = new Set<RecordId>([id]);
    names.forEach(({ name }, at) => {
      const key = comparableName(name);
      const holder = holders.get(key);
      if (holder === undefined) {
        if (key !== "") holders.set(key, { id, name });
      } else if (!reported.has(holder.id)) {
        reported.add(holder.id);
        const path = `accounts[${row}].names[${at}].name`;
        const pair = [id, holder.id].map((each) => `account \`${JSON.stringify(each)}\``);
        const message = `${pair[0]} shares the name \`${holder.name}\` with ${pair[1]}`;
        findings.push({ ...warningAt(path, "duplicate-name", message), row });
      }
    });
  });
  return findings;
}

/** A name as names are compared: in capitals, where `STRASSE` and `Straße` meet. */
export function comparableName(name: string): string {
  return name.normalize("NFC").toUpperCase().replace(/\s+/g, " ").trim();
}
