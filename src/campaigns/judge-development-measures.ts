import {
  canonicalJson,
  type Decision,
  type MissingFact,
  type PlainValue,
} from "../shapes/index.js";
import { type CivilDate, isCivilDate, toEpochDay } from "../time/index.js";
import type { CompiledDevelopmentMeasures } from "./compile-development-measures.js";
import type {
  DevelopmentMeasure,
  MeasureReading,
  MeasureVerdict,
  NumberMetric,
  PartsMetric,
} from "./development-measure.js";

/**
 * How a measure came out.
 *
 * @category Development measures
 */
export interface MeasureOutcome {
  readonly measure: string;
  readonly owner: string;
  readonly metric: string;
  readonly verdict: MeasureVerdict;
  /** Verdicts that are still possible, where it is not measured; never empty there. */
  readonly candidates?: readonly MeasureVerdict[];
  /** The day of the reading that decided. */
  readonly readOn?: CivilDate;
  readonly value?: number;
  readonly baseline?: number;
  /** Reading less baseline, where both are numbers. */
  readonly change?: number;
  /** Of a metric of parts: how many are so, and how many there are. */
  readonly parts?: { readonly met: number; readonly of: number };
}

/**
 * The verdict on every development measure: reached, partly, not reached, or not measured.
 *
 * The last reading counts that was made on `assessableFrom` or later and by the day of asking; of
 * readings of one day the last in the order of their content is taken, so their order changes
 * nothing. Thresholds are within when the metric says `inclusive`. A reading without the number, or
 * a part of which nobody knows, is never taken as a no: the verdict is `notMeasured` unless what is
 * known settles it, with the verdicts still possible.
 *
 * Gotcha: a change of fractions is a difference of doubles: from 0.2 to 0.3 is a little less than
 * 0.1. Count in whole units, percent or cents, where a threshold may be met exactly.
 *
 * @param readings - of all measures, in any order; those of unknown measures are not looked at
 * @param measures - compiled
 * @param context - the day of asking
 * @returns a decision for each measure, in their order
 * @throws {@link HoitoError} `not-a-civil-date`
 *
 * @example Two of three electronic calendars more are partly
 * ```ts
 * import { orThrow } from "hoito";
 * import { compileDevelopmentMeasures, judgeDevelopmentMeasures } from "hoito/campaigns";
 *
 * const measures = orThrow(
 *   compileDevelopmentMeasures({
 *     calendars: {
 *       owner: "sales management",
 *       period: { from: "2018-01-15", until: "2018-03-29" },
 *       metric: {
 *         kind: "number", name: "sellers with an electronic calendar", judged: "value",
 *         better: "higher", bound: "inclusive", reached: 7, partly: 3,
 *       },
 *       baseline: { value: 2, measuredOn: "2018-01-12", toldOn: "2018-01-12" },
 *       assessableFrom: "2018-03-28",
 *     },
 *   }),
 * );
 * const readings = [{ measure: "calendars", readOn: "2018-03-28", value: 6 }] as const;
 * const [decision] = judgeDevelopmentMeasures(readings, measures, { asOf: "2018-04-01" });
 * decision?.value.verdict; // => "partly"
 * decision?.value.change; // => 4
 * ```
 *
 * @category Development measures
 */
export function judgeDevelopmentMeasures(
  readings: readonly MeasureReading[],
  measures: CompiledDevelopmentMeasures,
  { asOf }: { readonly asOf: CivilDate },
): readonly Decision<MeasureOutcome>[] {
  toEpochDay(asOf);
  return [...measures].map(([name, measure]) => {
    const own = readings.filter((each) => {
      const isInTime = isCivilDate(each.readOn) && each.readOn >= measure.assessableFrom;
      return each.measure === name && isInTime && each.readOn <= asOf;
    });
    const [last] = own.sort(compareReadings);
    const { owner, metric } = measure;
    const head = { measure: name, owner, metric: metric.name };
    return decided(head, measure, last);
  });
}

/** The last day first. */
function compareReadings(left: MeasureReading, right: MeasureReading): number {
  if (left.readOn !== right.readOn) return left.readOn < right.readOn ? 1 : -1;
  const [one, other] = [canonicalJson(left), canonicalJson(right)];
  return one < other ? 1 : -1;
}

type Head = Pick<MeasureOutcome, "measure" | "owner" | "metric">;

function decided(
  head: Head,
  measure: DevelopmentMeasure,
  reading: MeasureReading | undefined,
): Decision<MeasureOutcome> {
  const { metric } = measure;
  const found =
    metric.kind === "number" ? judgeNumber(metric, measure, reading) : judgeParts(metric, reading);
  const readOn = reading === undefined ? {} : { readOn: reading.readOn };
  const value = { ...head, ...found.outcome, ...readOn };
  const details = { verdict: value.verdict, ...readOn, ...found.details };
  const path = `developmentMeasures.${head.measure}.metric`;
  const because = [{ kind: "step", step: "measureJudged", path, details, of: [] } as const];
  return { value, because, missing: found.missing.map((each) => missing(head.measure, each)) };
}

interface Judged {
  readonly outcome: Omit<MeasureOutcome, keyof Head>;
  readonly details: Readonly<Record<string, PlainValue>>;
  /** Paths of what would have been needed, below the measure. */
  readonly missing: readonly string[];
}

const ALL_VERDICTS: readonly MeasureVerdict[] = ["reached", "partly", "notReached"];

function judgeNumber(
  metric: NumberMetric,
  { baseline }: DevelopmentMeasure,
  reading: MeasureReading | undefined,
): Judged {
  const { judged, better, bound, reached, partly } = metric;
  const before = baseline.value === undefined ? {} : { baseline: baseline.value };
  const thresholds = {
    judged,
    better,
    bound,
    reached,
    ...(partly === undefined ? {} : { partly }),
  };
  const value = reading?.value;
  if (value === undefined || !Number.isFinite(value)) {
    const candidates = ALL_VERDICTS.filter((each) => each !== "partly" || partly !== undefined);
    const outcome = { verdict: "notMeasured", candidates, ...before } as const;
    return { outcome, details: thresholds, missing: ["value"] };
  }
  const change = baseline.value === undefined ? {} : { change: value - baseline.value };
  const decisive = judged === "value" ? value : (change.change as number);
  const isWithin = (threshold: number) => {
    if (decisive === threshold) return bound === "inclusive";
    return better === "higher" ? decisive > threshold : decisive < threshold;
  };
  const isPartly = partly !== undefined && isWithin(partly);
  const verdict = isWithin(reached) ? "reached" : isPartly ? "partly" : "notReached";
  return {
    outcome: { verdict, value, ...before, ...change },
    details: { ...thresholds, value, ...before },
    missing: [],
  };
}

function judgeParts({ parts }: PartsMetric, reading: MeasureReading | undefined): Judged {
  const known = new Map(Object.entries(reading?.parts ?? {}));
  const met = parts.filter((part) => known.get(part) === true).length;
  const open = parts.filter((part) => typeof known.get(part) !== "boolean");
  const possible = new Set<MeasureVerdict>();
  for (let more = open.length; more >= 0; more--) possible.add(verdictOf(met + more, parts.length));
  const [only, ...others] = possible;
  const counts = { met, of: parts.length };
  const outcome =
    others.length === 0
      ? ({ verdict: only!, parts: counts } as const)
      : ({ verdict: "notMeasured", candidates: [...possible], parts: counts } as const);
  return { outcome, details: counts, missing: open.map((part) => `parts.${part}`) };
}

function verdictOf(met: number, of: number): MeasureVerdict {
  if (met === of) return "reached";
  return met === 0 ? "notReached" : "partly";
}

function missing(measure: string, path: string): MissingFact {
  return { path: `readings.${measure}.${path}`, why: "missing" };
}
