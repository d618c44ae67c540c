import type { FieldKind } from "../facts/index.js";
import { compileLiteral, isObject, nameOf, type Scope, type Slot } from "../rules/index.js";
import type { CompiledCriterion } from "./any-classifier.js";
import { type CompileJob, EXCLUDED, UNCLASSIFIED } from "./method.js";
import { isTooMany } from "./method-rules.js";
import { plainNumber } from "./rule-parts.js";
import type { Normalisation, ScorecardClassifier } from "./scorecard-classifier.js";
import { CRITERION_WORDS } from "./words.js";

const NORMALISATIONS: Readonly<Record<Normalisation["by"], readonly string[]>> = {
  minMax: ["better", "whenAllEqual"],
  rank: ["better", "ties", "whenAllEqual"],
  z: ["better", "deviation"],
  bands: ["bands"],
  points: ["points", "otherwise"],
};
const CHOICES = {
  better: ["more", "less"],
  ties: ["lowest", "highest", "mean"],
  deviation: ["population", "sample"],
} as const;
/** Weights are decimals, whose sum in binary misses by a hair. */
const TOLERANCE = 1e-9;

/** Checks criteria, their weights and how each is made comparable. */
export function compileCriteria(
  { criteria, weightsSumTo }: ScorecardClassifier,
  { scope, path }: CompileJob,
): readonly CompiledCriterion[] {
  const at = `${path}.criteria`;
  if (criteria.length === 0) scope.fault(at, "empty-list", "there is at least one criterion");
  if (isTooMany(criteria.length, scope, at)) return [];
  const compiled: CompiledCriterion[] = [];
  let sum: number | undefined = 0;
  for (const [index, criterion] of criteria.entries()) {
    const here = `${at}[${index}]`;
    if (!isObject(criterion)) {
      scope.fault(here, "not-a-criterion", "a criterion is an object");
      return [];
    }
    scope.checkWords(criterion, CRITERION_WORDS, here);
    const weight = plainNumber(criterion.weight, scope, `${here}.weight`);
    if (weight !== undefined && weight < 0) {
      scope.fault(`${here}.weight`, "out-of-range", "a weight is 0 or more");
    }
    sum = weight === undefined || sum === undefined ? undefined : sum + weight;
    const slot = scope.slotOf(criterion.of, `${here}.of`);
    const normalise = criterion.normalise as Normalisation;
    if (!isObject(normalise)) {
      const text = "a criterion says in `normalise` how it is made comparable";
      scope.fault(`${here}.normalise`, "missing-property", text);
      continue;
    }
    const bounds = checkNormalisation(normalise, slot, scope, `${here}.normalise`);
    if (slot === undefined || weight === undefined) continue;
    compiled.push({ slot, weight, normalise, bounds });
  }
  if (weightsSumTo !== 1 && weightsSumTo !== 100) {
    scope.fault(`${path}.weightsSumTo`, "unknown-value", "weights add up to 1 or to 100");
  } else if (sum !== undefined && Math.abs(sum - weightsSumTo) > TOLERANCE) {
    const text = `the weights add up to ${Number(sum.toPrecision(12))}, not to ${weightsSumTo}`;
    scope.fault(at, "weights-do-not-sum", text);
  }
  return compiled;
}

function checkNormalisation(
  normalise: Normalisation,
  slot: Slot | undefined,
  scope: Scope,
  path: string,
): CompiledCriterion["bounds"] {
  const known = Object.hasOwn(NORMALISATIONS, normalise.by);
  if (!known) {
    scope.checkWord(normalise.by, Object.keys(NORMALISATIONS), `${path}.by`);
    return [];
  }
  scope.checkWords(normalise, ["by", ...NORMALISATIONS[normalise.by]], path);
  if (slot === undefined) return [];
  const isNumeric = slot.kind === "number" || slot.kind === "money";
  const isWords = typeof slot.kind === "object" || slot.kind === "text" || slot.kind === "boolean";
  if (normalise.by === "points" ? !isWords : !isNumeric) {
    const text = `\`${normalise.by}\` cannot be asked of \`${slot.name}\`, a ${nameOf(slot.kind)}`;
    scope.fault(`${path}.by`, "wrong-field-kind", text);
    return [];
  }
  for (const [word, words] of Object.entries(CHOICES)) {
    if (!NORMALISATIONS[normalise.by].includes(word)) continue;
    const written = (normalise as unknown as Readonly<Record<string, unknown>>)[word];
    scope.checkWord(written, words, `${path}.${word}`);
  }
  if (normalise.by === "minMax" || normalise.by === "rank") {
    checkShare(normalise.whenAllEqual, scope, `${path}.whenAllEqual`);
  }
  if (normalise.by === "points") checkPoints(normalise, slot.kind, scope, path);
  return normalise.by === "bands" ? pointBounds(normalise.bands, slot, scope, path) : [];
}

function checkShare(share: unknown, scope: Scope, path: string): void {
  if (typeof share === "number" && share >= 0 && share <= 1) return;
  scope.fault(path, "out-of-range", "where all are equal the share is from 0 to 1");
}

function checkPoints(
  { points, otherwise }: Extract<Normalisation, { readonly by: "points" }>,
  kind: FieldKind,
  scope: Scope,
  path: string,
): void {
  const words = kind === "boolean" ? ["true", "false"] : kind;
  for (const [word, value] of Object.entries(points)) {
    checkNumber(value, scope, `${path}.points.${word.slice(0, 80)}`);
    if (typeof words === "string" || words.includes(word)) continue;
    scope.unknownName(word, "value", words, `${path}.points.${word.slice(0, 80)}`);
  }
  if (otherwise !== undefined) checkNumber(otherwise, scope, `${path}.otherwise`);
  else if (kind === "text") {
    scope.fault(`${path}.otherwise`, "missing-property", "any other text needs points too");
  } else {
    for (const word of words as readonly string[]) {
      if (word === EXCLUDED || word === UNCLASSIFIED || Object.hasOwn(points, word)) continue;
      scope.fault(`${path}.points.${word}`, "missing-property", `\`${word}\` has no points`);
    }
  }
}

function pointBounds(
  bands: Extract<Normalisation, { readonly by: "bands" }>["bands"],
  slot: Slot,
  scope: Scope,
  path: string,
): CompiledCriterion["bounds"] {
  const bounds: (number | undefined)[] = [];
  for (const [index, band] of bands.entries()) {
    const at = `${path}.bands[${index}]`;
    scope.checkWords(band, ["points", "atLeast"], at);
    checkNumber(band.points, scope, `${at}.points`);
    const isLast = index === bands.length - 1;
    if (isLast !== (band.atLeast === undefined)) {
      const text = "every band of points has `atLeast` but the last, which takes the rest";
      scope.fault(at, "not-a-band", text);
    } else if (!isLast) {
      const bound = compileLiteral(band.atLeast, slot.kind, scope, `${at}.atLeast`) as number;
      const before = bounds.at(-1);
      if (before !== undefined && bound >= before) {
        const text = "this band holds nothing that the one before it does not";
        scope.fault(at, "bands-out-of-order", text);
      }
      bounds.push(bound);
    } else bounds.push(undefined);
  }
  if (bands.length === 0) scope.fault(`${path}.bands`, "empty-list", "there is at least one band");
  return bounds;
}

function checkNumber(value: unknown, scope: Scope, path: string): void {
  if (typeof value === "number" && Number.isFinite(value)) return;
  scope.fault(path, "wrong-value-type", "points are a number");
}
