import { windowDays } from "../../measures/index.js";
import { type CompiledPolicy, type FactsNeeded, factsNeeded } from "../../policy/index.js";
import {
  type CivilDate,
  isEpochDay,
  shiftDayWithin,
  toCivilDate,
  toEpochDay,
} from "../../time/index.js";
import { type PolicyValues, valuesOfPolicy } from "../thresholds.js";

/**
 * The day around which facts are made.
 *
 * @category Testing
 */
export interface ShapeOptions {
  readonly asOf: CivilDate;
}

/** All that shapes the facts of one policy. */
export interface Shaping {
  readonly compiled: CompiledPolicy;
  readonly asOf: number;
  /** Of a policy without money there is none to be written; then this one stands for it. */
  readonly currency: string;
  readonly values: PolicyValues;
  readonly needed: FactsNeeded;
  /** Days at which something may turn, with their neighbours; the day of asking first. */
  readonly days: readonly CivilDate[];
}

/** Reads from a policy what its facts should be like. */
export function shapingOf(compiled: CompiledPolicy, { asOf }: ShapeOptions): Shaping {
  const values = valuesOfPolicy(compiled, asOf);
  const day = toEpochDay(asOf);
  return {
    compiled,
    asOf: day,
    currency: compiled.currency === "" ? "EUR" : compiled.currency,
    values,
    needed: factsNeeded(compiled, { asOf }),
    days: daysOf(compiled, values, day),
  };
}

/** The day of asking, the edges of windows, of periods and of cadences, and the days beside them. */
function daysOf(
  { measures }: CompiledPolicy,
  { durations }: PolicyValues,
  asOf: number,
): readonly CivilDate[] {
  const windows = measures.passes.flatMap((pass) => pass.measures.map(({ window }) => window));
  const spans = windows.flatMap((window) => windowDays(window, asOf) ?? []);
  const [year, month] = toCivilDate(asOf).split("-");
  const edges = [
    asOf,
    ...spans.flatMap(({ fromDay, untilDay }) => [fromDay, untilDay]),
    ...durations.flatMap((each) => [shiftDayWithin(asOf, each, -1), shiftDayWithin(asOf, each, 1)]),
    toEpochDay(`${year}-${month}-01` as CivilDate),
    toEpochDay(`${year}-01-01` as CivilDate),
  ];
  const days = edges.flatMap((edge) => [edge, edge - 1, edge + 1]).filter(isEpochDay);
  return [...new Set(days)].map(toCivilDate);
}
