import type { AccountRecords } from "../facts/index.js";
import { HoitoError } from "../shapes/index.js";
import type { CompiledPolicy } from "./compiled-policy.js";

/** Refuses what only JavaScript can hand over as a compiled policy, such as one not compiled yet. */
export function requireCompiled(compiled: CompiledPolicy, path = "compiled"): void {
  if (typeof Object(compiled).hash === "string") return;
  const text = "this is no compiled policy: write `orThrow(compilePolicy(policy))`";
  const at = { code: "not-a-compiled-policy", path, received: compiled };
  throw new HoitoError(text, at);
}

/** Refuses what only JavaScript can hand over as an account with its records. */
export function requireRecords(records: AccountRecords): void {
  const { account, coverage } = Object(records) as Partial<AccountRecords>;
  if (isPart(account) && isPart(coverage)) return;
  const text = "an account comes with its records: write `{ account, coverage, orders, … }`";
  throw new HoitoError(text, { code: "not-account-records", path: "records", received: records });
}

function isPart(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
