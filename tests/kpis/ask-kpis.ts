import type { CustomerBase } from "../../src/facts/index.js";
import {
  type BoardContext,
  type BoardRow,
  type BoardSurroundings,
  compileKpis,
  computeBoard,
  type Figure,
  type KpiArgument,
} from "../../src/kpis/index.js";
import { orThrow } from "../../src/shapes/index.js";

/** The year 2018, seen from its last day. */
export const year2018: BoardContext = { asOf: "2018-12-31", period: { calendar: "year" } };

/** The rows of one definition, all money in euros. */
export function rowsOf(
  base: CustomerBase & BoardSurroundings,
  figure: string,
  method: Readonly<Record<string, KpiArgument>> = {},
  context: BoardContext = year2018,
): readonly BoardRow[] {
  const definitions = { asked: { figure, version: "1", with: method } };
  return computeBoard(base, orThrow(compileKpis(definitions, { currency: "EUR" })), context).rows;
}

/** One figure over a whole base in one period. */
export function figureOn(
  base: CustomerBase & BoardSurroundings,
  figure: string,
  method: Readonly<Record<string, KpiArgument>> = {},
  context: BoardContext = year2018,
): Figure {
  return rowsOf(base, figure, method, context)[0]!.figure;
}

/** A figure without what a plain function does not know: the definition. */
export function bare(figure: Figure): object {
  const { definition, accounts, ...rest } = figure;
  return rest;
}

/** What was left out, by reason. */
export function leftOut({ excluded }: Figure): Readonly<Record<string, number>> {
  return Object.fromEntries(excluded.map(({ reason, count }) => [reason, count]));
}
