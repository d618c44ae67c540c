import { parseCustomerBase, readAccounts } from "hoito/schemas";
import { isCivilDate } from "hoito/time";
import type { Job } from "../job.js";
import { CLASSES, LEVELS, wideColumns } from "../wide-columns.js";
import { wideAccounts } from "../wide-rows.js";

const smoke = process.argv.includes("--smoke");
const ACCOUNTS = smoke ? 500 : 20_000;

export const name: Job["name"] = `${ACCOUNTS.toLocaleString("en")} untrusted accounts of 13 fields read`;
export const pieces: Job["pieces"] = { count: ACCOUNTS, each: "account" };

const list: readonly unknown[] = JSON.parse(JSON.stringify(wideAccounts(wideColumns(ACCOUNTS))));

interface Read {
  readonly id: unknown;
  readonly [name: string]: unknown;
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0 && !Object.is(value, -0);
}

function isMoney(value: unknown): boolean {
  const { minor, currency } = (value ?? {}) as { minor?: unknown; currency?: unknown };
  const isRight = Number.isSafeInteger(minor) && typeof currency === "string";
  return isRight && /^[A-Z]{3}$/.test(currency) && Object.keys(value as object).length === 2;
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value.length < 200_000 && !/[\ud800-\udfff]/.test(value);
}

function isLevel(judged: unknown): boolean {
  const { value } = (judged ?? {}) as { value?: unknown };
  return LEVELS.includes(value as "low") && Object.keys(judged as object).length === 1;
}

/** Exactly the properties that this file has, each of its kind. */
function isAccount(input: unknown): boolean {
  if (typeof input !== "object" || input === null) return false;
  const account = input as Read;
  const share = account["companyOwnershipShare"];
  const judgements = (account["judgements"] ?? {}) as Read;
  return (
    isCount(account.id) &&
    isCount(account["headcount"]) &&
    isMoney(account["turnover"]) &&
    isMoney(account["balanceSheet"]) &&
    isMoney(account["contractValue"]) &&
    typeof share === "number" &&
    share >= 0 &&
    share <= 1 &&
    isCount(account["serviceBreadth"]) &&
    isCivilDate(account["relationshipStart"]) &&
    isText(account["industry"]) &&
    isText(account["region"]) &&
    CLASSES.includes(account["customerClass"] as "sme") &&
    typeof account["inGroup"] === "boolean" &&
    isLevel(judgements["growthPotential"]) &&
    isLevel(judgements["strategicFit"]) &&
    Object.keys(judgements).length === 2 &&
    Object.keys(account).length === 13
  );
}

export const contenders: Job["contenders"] = {
  "by hand": () => list.filter(isAccount).length,
  hoito: () => readAccounts(list).records.length,
  "zod, by parseCustomerBase": () =>
    parseCustomerBase({ accounts: list, coverage: {} }).base.accounts.length,
};

export const goals: Job["goals"] = [
  { who: "hoito", times: 3, of: "by hand" },
  { who: "hoito", times: 1 / 4, of: "zod, by parseCustomerBase" },
];
