import { decimalsOf } from "../facts/index.js";
import { type Cell, type ExplainedRow, plainCell, type Row } from "../rules/index.js";
import type { MissingFact, PlainValue, StepReason } from "../shapes/index.js";
import type { CompiledRfm, RfmParts } from "./any-classifier.js";
import { compileScoring } from "./compile-scoring.js";
import { type ColumnOf, EXCLUDED, type Method } from "./method.js";
import { explainByRules, outcomeAmong, outcomeOf } from "./method-rules.js";
import type { AxisCuts, RfmClassifier, RfmCuts, RfmFit } from "./rfm-classifier.js";
import { bandOf, boundaryOf, cutRfm } from "./rfm-cuts.js";
import { AXES, compileRanges, placeOf } from "./rfm-ranges.js";
import { checkPlace, numericSlot, scoreRow, scoreScope } from "./rule-parts.js";

/** Scores of recency, frequency and monetary value, and segments as ranges of them. */
export const rfmMethod: Method<RfmClassifier, RfmParts, CompiledRfm, RfmFit> = {
  words: [
    ...AXES,
    "bins",
    "scoring",
    "hitPolicy",
    "segments",
    "otherwise",
    "neverBought",
    "missing",
  ],
  parts: { scoring: "object", segments: "list" },
  scores: [...AXES, "score"],
  compile(written, job) {
    const { name, path, scope } = job;
    const { bins, scoring, hitPolicy, otherwise, neverBought, missing } = written;
    const slots = AXES.map((axis) => numericSlot(written[axis], scope, `${path}.${axis}`));
    checkPlace(neverBought, job, `${path}.neverBought`, [EXCLUDED]);
    checkPlace(missing, job, `${path}.missing`, [EXCLUDED, "undecided"]);
    if (otherwise !== undefined) checkPlace(otherwise, job, `${path}.otherwise`, []);
    scope.checkWord(hitPolicy, ["unique", "first"], `${path}.hitPolicy`);
    if (!(Number.isInteger(bins) && bins >= 2 && bins <= 9)) {
      return scope.fault(`${path}.bins`, "out-of-range", "`bins` is a whole number from 2 to 9");
    }
    const names = AXES.map((axis) => `${name}.${axis}`);
    const { rules, table } = compileRanges(written, job, scoreScope(names, scope));
    const fixed = compileScoring(written, slots, job);
    if (slots.includes(undefined)) return undefined;
    return {
      axes: slots as unknown as RfmParts["axes"],
      bins,
      unit: slots[2]!.kind === "money" ? 10 ** decimalsOf(scope.currency ?? "") : 1,
      scoring,
      boundary: boundaryOf(scoring),
      ranges: { hitPolicy, rules, otherwise },
      table,
      neverBought,
      missing,
      fixed,
      fit: undefined,
    };
  },
  fit: fitRfm,
  accepts({ bins, scoring }, { recency, frequency, monetary }) {
    const nests = scoring.by === "nested";
    const isList = (cuts: AxisCuts | null): boolean => cuts === null || cuts.length === bins - 1;
    return (
      isList(recency) &&
      frequency.length === (nests ? bins : 1) &&
      monetary.length === (nests ? bins * bins : 1) &&
      [...frequency, ...monetary].every(isList)
    );
  },
  classify(compiled, row) {
    const cells = compiled.axes.map((slot) => row.cells[slot.index]);
    if (cells.includes(null)) return outcomeOf(compiled.neverBought, compiled);
    if (cells.includes(undefined) && compiled.missing !== "undecided") {
      return outcomeOf(compiled.missing, compiled);
    }
    return outcomeAmong(candidatesOf(compiled, scoresOf(compiled, row)), compiled);
  },
  score(compiled, row, part) {
    const cells = compiled.axes.map((slot) => row.cells[slot.index]);
    if (cells.includes(null)) return null;
    const scores = scoresOf(compiled, row);
    if (part !== "score") return scores[(AXES as readonly string[]).indexOf(part)];
    return combined(scores);
  },
  explain(compiled, row) {
    const scores = scoresOf(compiled, row);
    const mini = {
      ...scoreRow(scores, row),
      whyUnknown: () => lacksOf(compiled, row),
    };
    const ranges = { name: compiled.name, rules: compiled.ranges };
    return [explainScores(compiled, row, scores), ...explainByRules(ranges, mini, "otherwise")];
  },
  lacks: lacksOf,
  nextChange(compiled, row) {
    const cuts = compiled.fixed ?? compiled.fit;
    if (cuts === undefined) return Number.POSITIVE_INFINITY;
    const days = compiled.axes.flatMap((slot, index) => {
      const cell = row.cells[slot.index];
      if (!row.ageing.has(slot.index) || typeof cell !== "number") return [];
      const all = [[cuts.recency], cuts.frequency, cuts.monetary][index]!;
      const ahead = all.flatMap((each) => each ?? []).filter((cut) => cut !== null && cut >= cell);
      return ahead.map((cut) => row.asOf + Math.max(1, Math.ceil(cut! - cell)));
    });
    return Math.min(...days);
  },
};

/** Scores of the three axes; unknown where a measure is, or where there is no cut. */
function scoresOf(compiled: CompiledRfm, row: Row): (number | undefined)[] {
  const { axes, bins, boundary, scoring } = compiled;
  const cuts = compiled.fixed ?? compiled.fit;
  const values = axes.map((slot) => row.cells[slot.index] as number | null | undefined);
  if (cuts === undefined) return [undefined, undefined, undefined];
  const nests = scoring.by === "nested";
  const band = (value: Cell, list: RfmCuts["frequency"][number] | undefined) => {
    if (typeof value !== "number" || list === undefined || list === null) return undefined;
    return bandOf(value, list, boundary);
  };
  const first = band(values[0], cuts.recency);
  const recency = first === undefined ? undefined : bins + 1 - first;
  const at = (score: number | undefined): number => (score ?? Number.NaN) - 1;
  const frequency = band(values[1], cuts.frequency[nests ? at(recency) : 0]);
  const pair = at(recency) * bins + at(frequency);
  return [recency, frequency, band(values[2], cuts.monetary[nests ? pair : 0])];
}

function combined(scores: readonly (number | undefined)[]): number | undefined {
  if (scores.includes(undefined)) return undefined;
  return scores.reduce<number>((sum, score) => sum * 10 + score!, 0);
}

/** The segments of all scores that are still possible. */
function candidatesOf(
  { bins, table }: CompiledRfm,
  scores: readonly (number | undefined)[],
): readonly string[] {
  const each = Array.from({ length: bins }, (_, index) => index + 1);
  let possible: readonly (readonly number[])[] = [[]];
  for (const score of scores) {
    const options = score === undefined ? each : [score];
    possible = possible.flatMap((before) => options.map((option) => [...before, option]));
  }
  return possible.map((triple) => table[placeOf(triple, bins)]!);
}

function lacksOf(compiled: CompiledRfm, row: ExplainedRow): readonly MissingFact[] {
  const unknown = compiled.axes.filter((slot) => row.cells[slot.index] === undefined);
  if (unknown.length > 0) return unknown.flatMap((slot) => row.whyUnknown(slot));
  return [{ path: `segments.${compiled.name}`, why: "notFitted" }];
}

function explainScores(
  compiled: CompiledRfm,
  row: ExplainedRow,
  scores: readonly (number | undefined)[],
): StepReason {
  const cuts = compiled.fixed ?? compiled.fit;
  const lists = cuts === undefined ? [] : [[cuts.recency], cuts.frequency, cuts.monetary];
  const of = compiled.axes.map((slot, index): StepReason => {
    const cell = row.cells[slot.index];
    const score = scores[index];
    const list = lists[index]?.length === 1 ? lists[index][0] : undefined;
    const details: Record<string, PlainValue> = { of: slot.name };
    if (typeof cell === "number") details["value"] = plainCell(cell, slot.kind, row.currency);
    if (score !== undefined) details["score"] = score;
    if (list !== undefined) details["cuts"] = list!.filter((cut) => cut !== null);
    const path = `segments.${compiled.name}.${AXES[index]}`;
    return { kind: "step", step: "axisScore", path, details, of: [] };
  });
  const score = combined(scores);
  const details = { by: compiled.scoring.by, bins: compiled.bins };
  return {
    kind: "step",
    step: "rfmScores",
    path: `segments.${compiled.name}.scoring`,
    details: score === undefined ? details : { ...details, score },
    of,
  };
}

function fitRfm(compiled: CompiledRfm, column: ColumnOf): RfmFit | undefined {
  const { axes, bins, scoring } = compiled;
  if (scoring.by === "thresholds") return undefined;
  const columns = axes.map(column);
  const known = columns[0]!.map((_, row) => {
    return columns.every((each) => !Number.isNaN(each[row]!)) ? row : -1;
  });
  const rows = known.filter((row) => row !== -1);
  if (rows.length === 0) return undefined;
  const [recency, frequency, monetary] = columns.map((each) => rows.map((row) => each[row]!));
  const values = { recency: recency!, frequency: frequency!, monetary: monetary! };
  const cuts = cutRfm(values, bins, scoring, compiled.unit);
  const leftOut = known.length - rows.length;
  return { method: "rfm", ...cuts, counted: rows.length, leftOut };
}
