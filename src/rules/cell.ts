import type { FieldKind, Money, RateTable } from "../facts/index.js";
import { convertMoney } from "../facts/index.js";
import type { MissingFact, PlainValue } from "../shapes/index.js";
import { readEpochDay, toCivilDate } from "../time/index.js";

/**
 * A fact as conditions see it: money as minor units of the policy's currency, dates as epoch days,
 * sets as they are. `undefined` is unknown; `null` is known to be none (the last order of an
 * account that never ordered).
 */
export type Cell = number | string | boolean | readonly string[] | null | undefined;

/**
 * What money is read in: the policy's one currency, and rates for the others where the host
 * supplies them.
 */
export interface MoneyReading {
  readonly currency: string;
  readonly rates: RateTable | undefined;
}

/** What cells are read in that are no money, or minor units already. */
export const NO_MONEY: MoneyReading = { currency: "", rates: undefined };

/** Why a fact gives no cell. */
export type Unreadable = MissingFact["why"];

/**
 * The cell of a fact: an ill-typed fact is unknown, it is never coerced.
 *
 * Money in another currency is converted where there is a rate, and unknown where there is none. A
 * text that is none of a category's words is unknown.
 *
 * @param fact - the value as the host handed it over
 * @param kind - the declared kind of the field
 * @param reading - how money is read
 * @returns the cell, or `undefined` when the fact is missing or not of its kind
 * @throws {@link HoitoError} `not-a-rate` when a rate that is needed is no positive decimal,
 *   `amount-too-large` when the converted money is
 *
 * @example Text is no number
 * ```ts
 * import { toCell } from "hoito/rules";
 *
 * const reading = { currency: "EUR", rates: undefined };
 * toCell(120_000, "number", reading); // => 120_000
 * toCell("120000", "number", reading); // => undefined
 * toCell({ minor: 120_000, currency: "EUR" }, "money", reading); // => 120_000
 * toCell("1970-01-02", "date", reading); // => 1
 * ```
 *
 * @category Rules
 */
export function toCell(fact: unknown, kind: FieldKind, reading: MoneyReading): Cell {
  switch (kind) {
    case "number":
      return typeof fact === "number" && Number.isFinite(fact) ? fact : undefined;
    case "money":
      return isMoney(fact) ? minorIn(fact, reading) : undefined;
    case "date":
      return readEpochDay(fact);
    case "boolean":
      return typeof fact === "boolean" ? fact : undefined;
    case "text":
      return typeof fact === "string" ? fact : undefined;
    case "set":
      return isTexts(fact) ? fact : undefined;
    default:
      return typeof fact === "string" && kind.includes(fact) ? fact : undefined;
  }
}

/**
 * Why {@link toCell} gave `undefined` for this fact.
 *
 * @param fact - the value as the host handed it over
 * @param kind - the declared kind of the field
 * @returns `missing` for nothing at all, `otherCurrency` for money without a rate, else `illTyped`
 *
 * @category Rules
 */
export function whyUnreadable(fact: unknown, kind: FieldKind): Unreadable {
  if (fact === undefined || fact === null) return "missing";
  return kind === "money" && isMoney(fact) ? "otherCurrency" : "illTyped";
}

/**
 * A cell as reasons show it.
 *
 * @param cell - a known cell
 * @param kind - the kind of its field
 * @param currency - the currency of money cells
 * @returns money with its currency, a date as text, anything else as it is
 *
 * @category Rules
 */
export function plainCell(
  cell: Exclude<Cell, null | undefined>,
  kind: FieldKind,
  currency: string,
): PlainValue {
  if (typeof cell !== "number") return cell;
  if (kind === "money") return { minor: cell, currency };
  return kind === "date" ? toCivilDate(cell) : cell;
}

function isMoney(fact: unknown): fact is Money {
  if (typeof fact !== "object" || fact === null) return false;
  const { minor, currency } = fact as Partial<Money>;
  return Number.isSafeInteger(minor) && typeof currency === "string";
}

/** Money that no rate turns into exact minor units is unknown; one such record must not stop the others. */
function minorIn(value: Money, { currency, rates }: MoneyReading): number | undefined {
  if (value.currency === currency) return value.minor;
  if (rates?.to !== currency) return undefined;
  try {
    return convertMoney(value, rates)?.minor;
  } catch {
    return undefined;
  }
}

function isTexts(fact: unknown): fact is readonly string[] {
  return Array.isArray(fact) && fact.every((each) => typeof each === "string");
}
