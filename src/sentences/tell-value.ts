import { decimalMoney } from "../facts/index.js";
import type { PlainValue } from "../shapes/index.js";
import { type Language, phrasesOf } from "./language.js";

/** Thousands and decimals as each language writes them. */
const MARKS = { en: { group: ",", decimal: "." }, fi: { group: "\u00a0", decimal: "," } } as const;

/**
 * A value of a reason as people of a language write it: `1,200.50 EUR`, `1 200,50 EUR`; dates stay as they are.
 */
export function tellValue(value: PlainValue | null, language: Language): string {
  const { yes, no, outcomes } = phrasesOf(language);
  if (value === null) return outcomes.none;
  if (typeof value === "boolean") return value ? yes : no;
  if (typeof value === "number") return grouped(String(value), language);
  if (typeof value === "string") return value;
  if ("minor" in value) {
    const { amount, currency } = decimalMoney(value);
    return `${grouped(amount, language)} ${currency}`;
  }
  if (value.length === 0) return outcomes.none;
  return value.map((each) => tellValue(each, language)).join(", ");
}

function grouped(decimal: string, language: Language): string {
  if (decimal.includes("e")) return decimal;
  const [whole = "", fraction] = decimal.split(".");
  const { group, decimal: mark } = MARKS[language];
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return fraction === undefined ? spaced : `${spaced}${mark}${fraction}`;
}
