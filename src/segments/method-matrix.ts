import { isObject, MAX_PARTS, nameOf, plainCell, type Row } from "../rules/index.js";
import { type PlainValue, showInput } from "../shapes/index.js";
import type { CompiledMatrix, MatrixParts } from "./any-classifier.js";
import type { Candidate } from "./classifier.js";
import type { MatrixAxis, MatrixClassifier } from "./matrix-classifier.js";
import { type CompileJob, EXCLUDED, type Method, UNCLASSIFIED } from "./method.js";
import { outcomeAmong } from "./method-rules.js";
import { checkSegment } from "./rule-parts.js";

/** Most axes of a matrix. */
const MOST_AXES = 8;
const PASSED_ON: readonly string[] = [EXCLUDED, UNCLASSIFIED];

/** A table of segments over the values of other fields. */
export const matrixMethod: Method<MatrixClassifier, MatrixParts, CompiledMatrix> = {
  words: ["axes", "cells"],
  parts: { axes: "list" },
  scores: [],
  compile({ axes, cells }, job) {
    const { scope, path } = job;
    const before = scope.findings.length;
    const compiled = compileAxes(axes, job);
    if (scope.findings.length > before) return undefined;
    const table: string[] = [];
    collect(cells, compiled, 0, table, job, `${path}.cells`);
    for (const label of job.labels.keys()) {
      if (table.includes(label)) continue;
      const text = `no cell gives \`${label}\``;
      scope.fault(`${path}.labels.${label}`, "label-without-cell", text);
    }
    return { axes: compiled, cells: table };
  },
  classify(compiled, row) {
    return outcomeAmong(candidatesOf(compiled, row), compiled);
  },
  explain(compiled, row) {
    const details: Record<string, PlainValue> = {};
    for (const { slot } of compiled.axes) {
      const cell = row.cells[slot.index];
      if (typeof cell === "string") details[slot.name] = plainCell(cell, slot.kind, row.currency);
    }
    const path = `segments.${compiled.name}.cells`;
    return [{ kind: "step", step: "matrixCell", path, details, of: [] }];
  },
  lacks({ axes }, row) {
    const unknown = axes.filter(({ slot }) => row.cells[slot.index] === undefined);
    return unknown.flatMap(({ slot }) => row.whyUnknown(slot));
  },
  nextChange: () => Number.POSITIVE_INFINITY,
};

/** What every cell gives that the axes could still lead to. */
function candidatesOf({ axes, cells }: CompiledMatrix, row: Row): readonly Candidate[] {
  const found = new Set<Candidate>();
  let places: readonly number[] = [0];
  for (const { slot, values } of axes) {
    const cell = row.cells[slot.index];
    const words = cell === undefined ? possibleWords(row, slot.index, slot.kind) : [cell as string];
    const at = words.map((word) => values.indexOf(word));
    for (const word of words) {
      if (values.includes(word)) continue;
      if (words.length === 1) return [word];
      found.add(word);
    }
    const inside = at.filter((place) => place !== -1);
    places = places.flatMap((place) => inside.map((each) => place * values.length + each));
  }
  for (const place of places) found.add(cells[place]!);
  return [...found];
}

function possibleWords(row: Row, slot: number, kind: unknown): readonly string[] {
  return row.possible?.get(slot) ?? (kind as readonly string[]);
}

function compileAxes(
  axes: readonly MatrixAxis[],
  { scope, path }: CompileJob,
): MatrixParts["axes"] {
  const compiled: MatrixParts["axes"][number][] = [];
  if (axes.length === 0) scope.fault(`${path}.axes`, "empty-list", "there is at least one axis");
  const size = axes.reduce((product, { values }) => product * values.length, 1);
  if (axes.length > MOST_AXES || size > MAX_PARTS) {
    const text = `there are at most ${MOST_AXES} axes and ${MAX_PARTS} cells`;
    scope.fault(`${path}.axes`, "too-many", text);
    return [];
  }
  for (const [index, axis] of axes.entries()) {
    const at = `${path}.axes[${index}]`;
    scope.checkWords(axis, ["field", "values"], at);
    const slot = scope.slotOf(axis.field, `${at}.field`);
    if (slot === undefined) continue;
    if (typeof slot.kind === "string") {
      const text = `an axis is a field of some words; \`${slot.name}\` is a ${nameOf(slot.kind)}`;
      scope.fault(`${at}.field`, "wrong-field-kind", text);
      continue;
    }
    const { kind } = slot;
    for (const [place, value] of axis.values.entries()) {
      const here = `${at}.values[${place}]`;
      if (!kind.includes(value)) scope.unknownName(value, "value", kind, here);
      if (axis.values.indexOf(value) < place) {
        scope.fault(here, "duplicate-value", `${showInput(value)} is there twice`);
      }
    }
    for (const word of kind) {
      if (axis.values.includes(word) || PASSED_ON.includes(word)) continue;
      const text = `\`${slot.name}\` may be \`${word}\`, which is no value of this axis`;
      scope.fault(`${at}.values`, "missing-axis-value", text);
    }
    compiled.push({ slot, values: axis.values });
  }
  return compiled;
}

/** Lays the cells out in one list, and finds those that are missing or lie beside the axes. */
function collect(
  cells: unknown,
  axes: MatrixParts["axes"],
  depth: number,
  table: string[],
  job: CompileJob,
  path: string,
): void {
  const axis = axes[depth];
  if (axis === undefined) {
    checkSegment(cells, job, path);
    table.push(String(cells));
    return;
  }
  if (!isObject(cells)) {
    job.scope.fault(
      path,
      "missing-cell",
      `${axis.values.length} cells by \`${axis.slot.name}\` stand here`,
    );
    return;
  }
  for (const word of Object.keys(cells)) {
    if (axis.values.includes(word)) continue;
    job.scope.unknownName(word, "value", axis.values, `${path}.${word.slice(0, 80)}`);
  }
  for (const value of axis.values) {
    const at = `${path}.${value}`;
    if (Object.hasOwn(cells, value)) collect(cells[value], axes, depth + 1, table, job, at);
    else job.scope.fault(at, "missing-cell", `there is no cell for \`${value}\``);
  }
}
