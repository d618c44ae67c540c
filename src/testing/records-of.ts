import type { Account, AccountRecords } from "../facts/index.js";
import { isObject } from "../rules/index.js";

/** An account with its records; of one alone, no record is known. */
export function recordsOf(subject: Account | AccountRecords): AccountRecords {
  return "id" in subject ? { account: subject, coverage: {} } : subject;
}

/** What is wrong with something that should be an account, alone or with its records. */
export function faultOfAccount(subject: unknown): string | undefined {
  return isAlone(subject) ? undefined : faultOfRecords(subject);
}

/** What is wrong with something that should be an account with its records. */
export function faultOfRecords(subject: unknown): string | undefined {
  const wanted = "write `{ account, coverage: {} }`, with its records beside it";
  if (isAlone(subject)) return `an account alone does not say what is known of it: ${wanted}`;
  const isWhole = isObject(subject) && isAlone(subject["account"]) && isObject(subject["coverage"]);
  return isWhole ? undefined : `there is no account with its records: ${wanted}`;
}

function isAlone(subject: unknown): boolean {
  return isObject(subject) && "id" in subject;
}
