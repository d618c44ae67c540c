import type { Figure } from "hoito";
import type { UndefinedReason } from "hoito/kpis";
import { amountText } from "./plain-names.js";

const UNDEFINED: Readonly<Record<UndefinedReason, string>> = {
  nothingToMeasure: "nothing there",
  notSupplied: "not supplied",
  incomplete: "incomplete",
  negativeValues: "below zero",
  amountTooLarge: "too large",
  notYetAssessable: "too early",
  notCutByBusinessLine: "has no lines",
};

/** Parts of a figure as people read them, by the unit of the figure. */
export function unitText(value: number, { unit, currency }: Figure): string {
  switch (unit) {
    case "share":
      return `${(100 * value).toFixed(1)} %`;
    case "money":
      return amountText(Math.round(value), currency!);
    case "count":
      return whole(value);
    default:
      return value.toFixed(2);
  }
}

/** The value, or why there is none. */
export function figureText(figure: Figure): string {
  return figure.value === undefined
    ? UNDEFINED[figure.undefinedBecause]
    : unitText(figure.value, figure);
}

/** What was divided by what; money in whole units, where the figure names its currency. */
export function fractionText({ currency, numerator, denominator }: Figure): string {
  if (numerator === undefined || denominator === undefined) return "";
  const told = [numerator, denominator].map((each) => {
    return currency === undefined ? whole(each) : amountText(each, currency).replace(/\.\d+$/, "");
  });
  return told.join(" of ");
}

/** How far chance alone may move it. */
export function intervalText(figure: Figure): string {
  const { interval } = figure;
  if (interval === undefined) return "";
  const [low, high] = [interval.low, interval.high].map((each) => unitText(each, figure));
  return `${low} … ${high}`;
}

/** Thousands by commas. */
export function whole(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}
