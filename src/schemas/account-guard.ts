import {
  type Account,
  type FieldKind,
  type FieldKinds,
  isCurrency,
  judgementFields,
} from "../facts/index.js";
import { isCivilDate } from "../time/index.js";
import { RECORD_BOUNDS } from "./check-bounds.js";

/**
 * Whether an account is surely one that its schema takes as it is, told by looking at each property
 * once. Anything unusual is left to the schema: properties that hoito does not know, amounts in
 * decimals, sites, places, and whatever is wrong.
 *
 * @param input - parsed JSON
 * @param own - kinds of the host's own fields
 */
export function isSurelyAccount(input: unknown, own: FieldKinds): input is Account {
  if (!isPlain(input)) return false;
  const account = input as { readonly [Name in keyof Account]: unknown };
  let known = 0;
  const says = (value: unknown, isRight: boolean): boolean => {
    if (value === undefined) return true;
    known += 1;
    return isRight;
  };
  const { id, kind, customerClass, tradeRole, dealerId, relations, names } = account;
  const { headcount, serviceBreadth, companyOwnershipShare } = account;
  const { turnover, balanceSheet, contractValue } = account;
  const { chainSteered, franchise, inGroup, industry, region } = account;
  const { relationshipStart, relationshipEnd, marketingAttributes, judgements } = account;
  const isRight =
    isId(id) &&
    says(kind, kind === "organisation" || kind === "person") &&
    says(customerClass, isOneOf(customerClass, CUSTOMER_CLASSES)) &&
    says(tradeRole, tradeRole === "dealer" || tradeRole === "endCustomer") &&
    says(dealerId, isId(dealerId)) &&
    says(relations, isListOf(relations, RELATIONS)) &&
    says(headcount, isCount(headcount)) &&
    says(serviceBreadth, isCount(serviceBreadth)) &&
    says(companyOwnershipShare, isShare(companyOwnershipShare)) &&
    says(turnover, isMoney(turnover)) &&
    says(balanceSheet, isMoney(balanceSheet)) &&
    says(contractValue, isMoney(contractValue)) &&
    says(chainSteered, typeof chainSteered === "boolean") &&
    says(franchise, typeof franchise === "boolean") &&
    says(inGroup, typeof inGroup === "boolean") &&
    says(industry, isText(industry)) &&
    says(region, isText(region)) &&
    says(relationshipStart, isCivilDate(relationshipStart)) &&
    says(relationshipEnd, isCivilDate(relationshipEnd)) &&
    says(marketingAttributes, isListOf(marketingAttributes, MARKETING)) &&
    says(names, Array.isArray(names) && names.length <= MOST_PARTS && names.every(isName)) &&
    says(judgements, areJudgements(judgements)) &&
    says(account.own, isOwn(account.own, own));
  return isRight && Object.keys(input).length === known + 1;
}

const CUSTOMER_CLASSES: readonly unknown[] = ["sme", "chain", "large", "publicSector", "consumer"];
const RELATIONS: readonly unknown[] = [
  ...["customer", "potential", "partner"],
  ...["competitor", "stakeholder", "internal"],
];
const MARKETING: readonly unknown[] = ["dealerInfo", "eNews", "launchMaterial"];
const BASES: readonly unknown[] = ["data", "judgement", "insideKnowledge"];
/** Counted judgements and shares among those that are numbers. */
const COUNTED = "topManagementContacts";
/** Longer lists are left to the schema, which counts what a record holds. */
const MOST_PARTS = 100;

/** An object as JSON makes them. */
function isPlain(input: unknown): input is object {
  if (typeof input !== "object" || input === null) return false;
  return Object.getPrototypeOf(input) === Object.prototype;
}

function isId(value: unknown): boolean {
  if (typeof value === "string") return value !== "" && isText(value);
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

/** Half a character, which JSON cannot hold, has to be looked for only where there is one at all. */
function isText(value: unknown): boolean {
  return (
    typeof value === "string" &&
    value.length <= RECORD_BOUNDS.textLength &&
    !/[\ud800-\udfff]/.test(value)
  );
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && !Object.is(value, -0);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && isNumber(value) && value >= 0;
}

function isShare(value: unknown): boolean {
  return isNumber(value) && value >= 0 && value <= 1;
}

function isMoney(value: unknown): boolean {
  if (!isPlain(value)) return false;
  const { minor, currency } = value as { readonly minor?: unknown; readonly currency?: unknown };
  const isWhole = Number.isSafeInteger(minor) && !Object.is(minor, -0);
  return isWhole && isCurrency(currency) && Object.keys(value).length === 2;
}

function isOneOf(value: unknown, words: readonly unknown[]): boolean {
  return words.includes(value);
}

function isListOf(value: unknown, words: readonly unknown[]): boolean {
  if (!Array.isArray(value) || value.length > MOST_PARTS) return false;
  return value.every((each) => words.includes(each));
}

function isName(value: unknown): boolean {
  if (!isPlain(value)) return false;
  const { name, kind } = value as { readonly name?: unknown; readonly kind?: unknown };
  const isRight = isText(name) && (kind === "official" || kind === "marketing");
  // Names with days are left to the schema.
  return isRight && Object.keys(value).length === 2;
}

function areJudgements(value: unknown): boolean {
  if (!isPlain(value)) return false;
  const judgements = value as Readonly<Record<string, unknown>>;
  return Object.keys(judgements).every((name) => {
    if (!Object.hasOwn(judgementFields, name)) return false;
    return isJudged(judgements[name], name as keyof typeof judgementFields);
  });
}

function isJudged(judged: unknown, name: keyof typeof judgementFields): boolean {
  if (!isPlain(judged)) return false;
  const { value, judgedBy, judgedOn, basis } = judged as Readonly<Record<string, unknown>>;
  const more = [judgedBy, judgedOn, basis].filter((each) => each !== undefined).length;
  const kind = judgementFields[name];
  const isRight = kind === "number" && name !== COUNTED ? isShare(value) : isOfKind(value, kind);
  return (
    isRight &&
    (name !== COUNTED || isCount(value)) &&
    (judgedBy === undefined || isId(judgedBy)) &&
    (judgedOn === undefined || isCivilDate(judgedOn)) &&
    (basis === undefined || isOneOf(basis, BASES)) &&
    Object.keys(judged).length === more + 1
  );
}

/** The host's own fields, of which those without a kind are left to the schema unless they are plain. */
function isOwn(value: unknown, kinds: FieldKinds): boolean {
  if (!isPlain(value)) return false;
  const own = value as Readonly<Record<string, unknown>>;
  return Object.keys(own).every((name) => {
    if (Object.hasOwn(kinds, name)) return isOfKind(own[name], kinds[name]!);
    return (
      isText(name) && name !== "__proto__" && (isText(own[name]) || isOfKind(own[name], "number"))
    );
  });
}

function isOfKind(value: unknown, kind: FieldKind): boolean {
  switch (kind) {
    case "number":
      return isNumber(value);
    case "money":
      return isMoney(value);
    case "date":
      return isCivilDate(value);
    case "boolean":
      return typeof value === "boolean";
    case "text":
      return isText(value);
    case "set":
      return Array.isArray(value) && value.length <= MOST_PARTS && value.every(isText);
    default:
      return isOneOf(value, kind);
  }
}
