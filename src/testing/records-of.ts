import type { Account, AccountRecords } from "../facts/index.js";

/** An account with its records; of one alone, no record is known. */
export function recordsOf(subject: Account | AccountRecords): AccountRecords {
  return "id" in subject ? { account: subject, coverage: {} } : subject;
}
