import type { CompiledRule } from "../rules/index.js";
import type { AbcClassifier, AbcFit } from "./abc-classifier.js";
import type { AbcParts, CompiledAbc } from "./any-classifier.js";
import type { ShareCuts } from "./cut-by-share.js";
import { cutUnsorted } from "./cut-unsorted.js";
import { type CompileJob, EXCLUDED, type Method } from "./method.js";
import {
  classifyByRules,
  explainByRules,
  isTooMany,
  lacksByRules,
  nextRuleChange,
} from "./method-rules.js";
import {
  checkPlace,
  checkSegment,
  comparing,
  isMissing,
  numericSlot,
  plainNumber,
  ruleAt,
  ruleParts,
} from "./rule-parts.js";
import { CLASS_WORDS } from "./words.js";

const BYS = ["cumulativeShare", "rank"];
const BOUNDARIES = ["include", "exclude", "nearest"];
const ZERO = { from: "literal", value: 0 } as const;

/** Rank in the whole base: rules over the cuts that the fit found. */
export const abcMethod: Method<AbcClassifier, AbcParts, CompiledAbc, AbcFit> = {
  words: ["of", "by", "classes", "boundary", "zero", "negative", "missing"],
  parts: { classes: "list" },
  scores: [],
  compile(written, job) {
    const { name, path, scope } = job;
    const { by, boundary, zero, negative, missing, classes } = written;
    scope.checkWord(by, BYS, `${path}.by`);
    scope.checkWord(boundary, BOUNDARIES, `${path}.boundary`);
    checkPlace(zero, job, `${path}.zero`, [EXCLUDED]);
    checkPlace(negative, job, `${path}.negative`, [EXCLUDED]);
    checkPlace(missing, job, `${path}.missing`, [EXCLUDED, "undecided"]);
    const slot = numericSlot(written.of, scope, `${path}.of`);
    const shares = compileClasses(classes, job);
    if (slot === undefined || shares === undefined) return undefined;
    const cutNames = classes.slice(0, -1).map(({ segment }) => `${name}.${segment}`);
    const ranked = classes.map((each, index): CompiledRule => {
      const cut = cutNames[index];
      const isLast = cut === undefined;
      const operand = isLast ? ZERO : ({ from: "cut", name: cut } as const);
      const condition = comparing(slot, isLast ? "moreThan" : "atLeast", operand);
      return ruleAt(`${path}.classes[${index}]`, each.segment, condition, each);
    });
    const places = [
      ...(missing === "undecided" ? [] : [ruleAt(`${path}.missing`, missing, isMissing(slot))]),
      ruleAt(`${path}.zero`, zero, comparing(slot, "equals", ZERO)),
      ruleAt(`${path}.negative`, negative, comparing(slot, "lessThan", ZERO)),
    ];
    const parts = ruleParts([...places, ...ranked], undefined);
    return { ...parts, slot, by, boundary, shares, cutNames, fit: undefined };
  },
  fit: (compiled, column) => fitAbc(column(compiled.slot), compiled),
  accepts: ({ cutNames }, { cuts }) => cuts.length === cutNames.length,
  cutsOf: ({ cutNames }, { cuts }) => new Map(cutNames.map((name, at) => [name, cuts[at]!])),
  classify: classifyByRules,
  explain(compiled, row) {
    const { name, by, boundary, shares, slot } = compiled;
    const method = {
      kind: "step",
      step: "rankInBase",
      path: `segments.${name}`,
      details: { of: slot.name, by, boundary, shares },
      of: [],
    } as const;
    const { rules } = compiled.rules;
    // Classes before places: what an account is short of is a class, not to be worth nothing.
    const ranked = rules.slice(-shares.length - 1);
    const told = { ...compiled.rules, rules: [...ranked, ...rules.slice(0, -shares.length - 1)] };
    return [method, ...explainByRules({ name, rules: told }, row, "classes")];
  },
  lacks: lacksByRules,
  nextChange: nextRuleChange,
};

/**
 * The cuts of a column of values, of which those that are not finite are missing; `undefined` where
 * no value is positive or their total is no number.
 */
export function fitAbc(values: Float64Array, definition: ShareCuts): AbcFit | undefined {
  let [zero, negative, missing, counted] = [0, 0, 0, 0];
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    // What is not finite is no number times 0.
    if (value * 0 !== 0) missing += 1;
    else if (value > 0) counted += 1;
    else if (value === 0) zero += 1;
    else negative += 1;
  }
  if (counted === 0) return undefined;
  const found = cutUnsorted(positiveOf(values, counted), definition);
  if (!Number.isFinite(found.total)) return undefined;
  const { cuts, total, classes, topFifth } = found;
  return { method: "abc", cuts, counted, total, zero, negative, missing, classes, topFifth };
}

/** So many values are positive and finite; where all are, nothing is copied. */
function positiveOf(values: Float64Array, counted: number): Float64Array {
  if (counted === values.length) return values;
  const positive = new Float64Array(counted);
  let held = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (value > 0 && value * 0 === 0) positive[held++] = value;
  }
  return positive;
}

/** The shares of all classes but the last, or `undefined` after a fault was recorded. */
function compileClasses(
  classes: AbcClassifier["classes"],
  job: CompileJob,
): readonly number[] | undefined {
  const { scope, path } = job;
  const at = `${path}.classes`;
  if (classes.length === 0) return scope.fault(at, "empty-list", "there is at least one class");
  if (isTooMany(classes.length, scope, at)) return undefined;
  const shares: number[] = [];
  for (const [index, each] of classes.entries()) {
    const here = `${at}[${index}]`;
    scope.checkWords(each, CLASS_WORDS, here);
    checkSegment(each.segment, job, `${here}.segment`);
    if (classes.findIndex(({ segment }) => segment === each.segment) < index) {
      scope.fault(`${here}.segment`, "duplicate-value", "a segment is one class");
    }
    const isLast = index === classes.length - 1;
    if (isLast !== (each.upToShare === undefined)) {
      const text = "every class has `upToShare` but the last, which takes the rest";
      scope.fault(here, "not-a-class", text);
    } else if (!isLast) {
      const share = plainNumber(each.upToShare, scope, `${here}.upToShare`);
      if (share === undefined) return undefined;
      if (!(share > (shares.at(-1) ?? 0) && share < 1)) {
        const text = "shares rise from class to class, above 0 and below 1";
        scope.fault(`${here}.upToShare`, "shares-out-of-order", text);
      }
      shares.push(share);
    }
  }
  return shares;
}
