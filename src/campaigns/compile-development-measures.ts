import { ANNOTATIONS, isObject, Scope } from "../rules/index.js";
import { type Checked, checked, errorAt, type Finding, showInput } from "../shapes/index.js";
import { checkCivilDate, checkSpan, isCivilDate } from "../time/index.js";
import type { DevelopmentMeasure } from "./development-measure.js";

/**
 * Development measures after their check, by name.
 *
 * @category Development measures
 */
export type CompiledDevelopmentMeasures = ReadonlyMap<string, DevelopmentMeasure>;

/**
 * Development measures ready to be judged, or everything that is wrong with them at once.
 *
 * A measure has exactly one metric (`not-one-metric`), and its baseline is measured and told no
 * later than it starts (`baseline-after-start`): what is told afterwards cannot be compared. The
 * first day itself is in time.
 *
 * @param definitions - by name, at most 200
 * @returns the measures, or findings with paths from `developmentMeasures` on
 *
 * @example A baseline that came too late
 * ```ts
 * import { compileDevelopmentMeasures, type DevelopmentMeasure } from "hoito/campaigns";
 *
 * const calendars: DevelopmentMeasure = {
 *   owner: "sales management",
 *   period: { from: "2018-01-15", until: "2018-03-29" },
 *   metric: {
 *     kind: "number", name: "sellers with an electronic calendar", judged: "value",
 *     better: "higher", bound: "inclusive", reached: 7, partly: 3,
 *   },
 *   baseline: { value: 2, measuredOn: "2018-01-12", toldOn: "2018-01-16" },
 *   assessableFrom: "2018-03-28",
 * };
 * const { findings } = compileDevelopmentMeasures({ calendars });
 * findings.map(({ code, path }) => [code, path]);
 * // => [["baseline-after-start", "developmentMeasures.calendars.baseline.toldOn"]]
 * ```
 *
 * @category Development measures
 */
export function compileDevelopmentMeasures(
  definitions: Readonly<Record<string, DevelopmentMeasure>>,
): Checked<CompiledDevelopmentMeasures> {
  const findings: Finding[] = [];
  const scope = new Scope({ findings });
  if (!isObject(definitions)) {
    const text = `${showInput(definitions)} names no measures`;
    return { ok: false, findings: [errorAt(ROOT, "malformed-measure", text)] };
  }
  const entries = Object.entries(definitions);
  if (entries.length > MOST_MEASURES) {
    scope.fault(ROOT, "too-many", `there are at most ${MOST_MEASURES} measures`);
  }
  for (const [name, measure] of entries.slice(0, MOST_MEASURES)) {
    checkMeasure(measure, scope, `${ROOT}.${name}`);
  }
  return checked(findings, () => new Map(entries));
}

const ROOT = "developmentMeasures";
const MOST_MEASURES = 200;
const MOST_PARTS = 50;
const PARTS = ["period", "metric", "baseline"] as const;

function checkMeasure(measure: DevelopmentMeasure, scope: Scope, path: string): void {
  if (!isObject(measure) || PARTS.some((part) => !isPart(measure[part]))) {
    const text = "a measure has an owner, a period, a metric and a baseline";
    scope.fault(path, "malformed-measure", text);
    return;
  }
  scope.checkWords(measure, ["owner", ...PARTS, "assessableFrom", ...ANNOTATIONS], path);
  const { owner, metric, assessableFrom } = measure as DevelopmentMeasure;
  if (typeof owner !== "string" || owner === "") {
    scope.fault(`${path}.owner`, "empty-text", "somebody answers for a measure");
  }
  scope.findings.push(...checkCivilDate(assessableFrom, `${path}.assessableFrom`));
  checkPeriod(measure, scope, path);
  if (Array.isArray(metric)) {
    const text = `a measure has exactly one metric, not ${metric.length}`;
    scope.fault(`${path}.metric`, "not-one-metric", text);
  } else checkMetric(measure, scope, `${path}.metric`);
}

/** A list passes, so that several metrics are told as such. */
function isPart(written: unknown): boolean {
  return isObject(written) || Array.isArray(written);
}

function checkPeriod({ period, baseline }: DevelopmentMeasure, scope: Scope, path: string): void {
  scope.checkWords(period, ["from", "until"], `${path}.period`);
  scope.findings.push(
    ...(period.until === undefined
      ? checkCivilDate(period.from, `${path}.period.from`)
      : checkSpan(period, `${path}.period`)),
  );
  const at = `${path}.baseline`;
  scope.checkWords(baseline, ["value", "measuredOn", "toldOn"], at);
  if (baseline.value !== undefined) checkNumber(baseline.value, scope, `${at}.value`);
  for (const word of ["measuredOn", "toldOn"] as const) {
    const day = baseline[word];
    scope.findings.push(...checkCivilDate(day, `${at}.${word}`));
    if (!isCivilDate(day) || !isCivilDate(period.from) || day <= period.from) continue;
    const text = `\`${day}\` is after the measure started on ${period.from}`;
    scope.fault(`${at}.${word}`, "baseline-after-start", text);
  }
}

function checkMetric({ metric, baseline }: DevelopmentMeasure, scope: Scope, path: string): void {
  scope.checkWord(metric.kind, ["number", "parts"], `${path}.kind`);
  if (typeof metric.name !== "string" || metric.name === "") {
    scope.fault(`${path}.name`, "empty-text", "a metric has a name");
  }
  if (metric.kind === "parts") {
    scope.checkWords(metric, ["kind", "name", "parts", ...ANNOTATIONS], path);
    checkParts(metric.parts, scope, `${path}.parts`);
    return;
  }
  const words = ["kind", "name", "judged", "better", "bound", "reached", "partly"];
  scope.checkWords(metric, [...words, ...ANNOTATIONS], path);
  scope.checkWord(metric.judged, ["value", "change"], `${path}.judged`);
  scope.checkWord(metric.better, ["higher", "lower"], `${path}.better`);
  scope.checkWord(metric.bound, ["inclusive", "strict"], `${path}.bound`);
  checkNumber(metric.reached, scope, `${path}.reached`);
  if (metric.judged === "change" && baseline.value === undefined) {
    const text = "a change is measured from a baseline with a value";
    scope.fault(`${path}.judged`, "baseline-without-value", text);
  }
  const { partly, reached, better } = metric;
  if (partly === undefined || !checkNumber(partly, scope, `${path}.partly`)) return;
  if (better === "higher" ? partly < reached : partly > reached) return;
  const text = `\`${partly}\` is no easier to reach than \`${reached}\``;
  scope.fault(`${path}.partly`, "thresholds-out-of-order", text);
}

function checkParts(parts: unknown, scope: Scope, path: string): void {
  if (!Array.isArray(parts)) {
    scope.fault(path, "not-a-list", "`parts` takes a list of names");
    return;
  }
  if (parts.length === 0) scope.fault(path, "empty-list", "a metric of no part measures nothing");
  if (parts.length > MOST_PARTS) {
    scope.fault(path, "too-many", `a metric has at most ${MOST_PARTS} parts`);
  }
  if (new Set(parts).size < parts.length) {
    scope.fault(path, "duplicate-label", "a part is named twice");
  }
  if (parts.some((part) => typeof part !== "string" || part === "")) {
    scope.fault(path, "empty-text", "a part has a name");
  }
}

function checkNumber(written: unknown, scope: Scope, path: string): boolean {
  if (Number.isFinite(written)) return true;
  scope.fault(path, "not-a-number", `${showInput(written)} is no number`);
  return false;
}
