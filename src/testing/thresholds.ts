import { type Money, readDecimalMoney } from "../facts/index.js";
import type { CompiledPolicy } from "../policy/index.js";
import { isObject, type JsonObject, type ResolvedParameter } from "../rules/index.js";
import {
  type CivilDate,
  type Duration,
  isCivilDate,
  isEpochDay,
  shiftDayWithin,
  toCivilDate,
  toEpochDay,
} from "../time/index.js";

/**
 * A number, sum of money or day at which a policy turns: what a field is compared with.
 *
 * @category Testing
 */
export interface Threshold {
  /** Where it stands in the policy. */
  readonly path: string;
  /** The field, measure or field of a record that is compared. */
  readonly field: string;
  /** As a value of that field. */
  readonly bound: number | Money | CivilDate;
  /** The nearest values just below, at, and just above it, in this order. */
  readonly sides: readonly (number | Money | CivilDate)[];
}

/** What a policy compares fields with, gathered from its document. */
export interface PolicyValues {
  readonly thresholds: readonly Threshold[];
  /** Words that a field is compared with, by field. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** All lengths of time: of windows, of cadences, of dates relative to the day of asking. */
  readonly durations: readonly Duration[];
}

/** A bound as cells have it: minor units, or an epoch day. */
interface Bound {
  readonly kind: "number" | "money" | "date";
  readonly value: number;
}

const BOUND_WORDS = [
  "atLeast",
  "moreThan",
  "atMost",
  "lessThan",
  "equals",
  "onOrAfter",
  "after",
  "onOrBefore",
  "before",
] as const;

const LIST_WORDS = ["between", "isOneOf", "isNoneOf", "includes", "includesAnyOf", "includesAllOf"];
const WORDS = [...BOUND_WORDS, ...LIST_WORDS, "startsWith"];
const DURATION_WORDS = ["years", "months", "weeks", "days"];

/**
 * Every number, sum and day that a policy compares a field with, each with the values just below,
 * at and just above it: where tests of a policy belong.
 *
 * Parameters stand for their values, cuts for those of the fit, relative dates for the day they
 * mean on `asOf`. A whole number has whole neighbours; one with decimals has neighbours one unit of
 * its last decimal away. A bound that is another field is no threshold; a cut without a fit is none
 * either.
 *
 * @param compiled - the policy, with its fit where it has cuts
 * @param context - `asOf`: the day that relative dates are reckoned from
 * @returns the thresholds in the order of the document, the same bound of a field only once
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date
 *
 * @example Just below, at, and just above a thousand
 * ```ts
 * import { type CarePolicy, compilePolicy, orThrow } from "hoito";
 * import { thresholdsOf } from "hoito/testing";
 *
 * const policy: CarePolicy = {
 *   id: "demo",
 *   version: "1",
 *   segments: {
 *     size: {
 *       method: "rules",
 *       labels: { large: {}, small: {} },
 *       hitPolicy: "first",
 *       rules: [{ segment: "large", when: { field: "headcount", atLeast: 1000 } }],
 *       otherwise: "small",
 *     },
 *   },
 *   care: {
 *     segmentedBy: "size",
 *     models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
 *     bySegment: { large: "light", small: "light" },
 *   },
 *   cadences: {},
 * };
 * const [only] = thresholdsOf(orThrow(compilePolicy(policy)), { asOf: "2018-03-28" });
 * only?.path; // => "segments.size.rules[0].when.atLeast"
 * only?.sides; // => [999, 1000, 1001]
 * ```
 *
 * @category Testing
 */
export function thresholdsOf(
  compiled: CompiledPolicy,
  context: { readonly asOf: CivilDate },
): readonly Threshold[] {
  return valuesOfPolicy(compiled, context.asOf).thresholds;
}

/** Gathers what the document compares and how long it looks; parameters and fit are filled in. */
export function valuesOfPolicy(compiled: CompiledPolicy, asOf: CivilDate): PolicyValues {
  const found = new Map<string, Threshold>();
  const words = new Map<string, Set<string>>();
  const durations = new Map<string, Duration>();
  const day = toEpochDay(asOf);
  visit(compiled.policy, "", undefined);
  for (const { kind, value } of compiled.scope.parameters.values()) {
    if (kind === "duration") durations.set(JSON.stringify(value), value);
  }
  return {
    thresholds: [...found.values()],
    words: new Map([...words].map(([field, each]) => [field, [...each]])),
    durations: [...durations.values()],
  };

  function visit(node: unknown, path: string, of: string | undefined): void {
    if (Array.isArray(node)) {
      for (const [index, each] of node.entries()) visit(each, `${path}[${index}]`, of);
    } else if (isObject(node)) {
      if (isDuration(node)) durations.set(JSON.stringify(node), node as Duration);
      // Bands are compared with what the classifier or the criterion around them is of.
      const field = fieldOf(node) ?? of;
      if (field !== undefined) compare(node, field, path);
      for (const [name, each] of Object.entries(node)) {
        visit(each, path === "" ? name : `${path}.${name}`, field);
      }
    }
  }

  function compare(node: JsonObject, field: string, path: string): void {
    for (const word of WORDS.filter((each) => Object.hasOwn(node, each))) {
      for (const written of [node[word]].flat()) {
        const resolved = resolve(written, compiled, day);
        for (const each of resolved) {
          if (typeof each === "string") addWord(field, each);
          else addBound(field, each, `${path}.${word}`);
        }
      }
    }
  }

  function addWord(field: string, word: string): void {
    words.set(field, (words.get(field) ?? new Set()).add(word));
  }

  function addBound(field: string, bound: Bound, path: string): void {
    const key = `${field} ${bound.kind} ${bound.value}`;
    if (found.has(key)) return;
    const sides = sidesOf(bound).map((value) => plainOf({ ...bound, value }, compiled.currency));
    found.set(key, { path, field, bound: plainOf(bound, compiled.currency), sides });
  }
}

/** What a condition, a classifier by bands or a criterion is about. */
function fieldOf({ field, of }: JsonObject): string | undefined {
  if (typeof field === "string") return field;
  return typeof of === "string" ? of : undefined;
}

function isDuration(node: JsonObject): boolean {
  const names = Object.keys(node);
  return (
    names.length > 0 &&
    names.every((name) => DURATION_WORDS.includes(name) && Number.isInteger(node[name]))
  );
}

/** The right-hand side of a comparison; nothing where it is another field, a flag, or unfitted. */
function resolve(
  written: unknown,
  compiled: CompiledPolicy,
  asOf: number,
): readonly (Bound | string)[] {
  if (typeof written === "number") return [{ kind: "number", value: written }];
  if (isCivilDate(written)) return [{ kind: "date", value: toEpochDay(written) }];
  if (typeof written === "string") return [written];
  if (!isObject(written)) return [];
  const { parameter, cut, asOfMinus, asOfPlus } = written;
  if (typeof parameter === "string")
    return parameterValues(compiled.scope.parameters.get(parameter)!);
  if (typeof cut === "string") return cutOf(cut, compiled);
  if (asOfMinus !== undefined) return dayFrom(asOf, asOfMinus, -1, compiled);
  if (asOfPlus !== undefined) return dayFrom(asOf, asOfPlus, 1, compiled);
  const read = readDecimalMoney(written as { amount: string; currency: string } & JsonObject);
  return "minor" in read ? [{ kind: "money", value: read.minor }] : [];
}

function parameterValues({ kind, value }: ResolvedParameter): readonly (Bound | string)[] {
  if (kind === "number" || kind === "money" || kind === "date") return [{ kind, value }];
  if (kind === "list") return value;
  return kind === "text" ? [value] : [];
}

function cutOf(name: string, { cutPoints, scope }: CompiledPolicy): readonly Bound[] {
  const value = cutPoints.get(name) ?? undefined;
  const kind = scope.cuts.get(name) === "money" ? "money" : "number";
  return value === undefined ? [] : [{ kind, value }];
}

function dayFrom(
  asOf: number,
  written: unknown,
  sign: 1 | -1,
  { scope }: CompiledPolicy,
): readonly Bound[] {
  const name = Object(written)["parameter"] as string | undefined;
  const duration = name === undefined ? written : scope.parameters.get(name)!.value;
  return [{ kind: "date", value: shiftDayWithin(asOf, duration as Duration, sign) }];
}

/** The bound and its nearest neighbours; days beyond the calendar are left out. */
function sidesOf({ kind, value }: Bound): readonly number[] {
  if (kind === "date") return [value - 1, value, value + 1].filter(isEpochDay);
  // A cut of money may lie between two cents.
  if (kind === "money") return [Math.ceil(value) - 1, Math.round(value), Math.floor(value) + 1];
  const decimals = decimalsOf(value);
  const step = 10 ** -decimals;
  const beside = (by: number): number => Number((value + by).toFixed(decimals));
  return [beside(-step), value, beside(step)];
}

/** Decimals that a number is written with, of which no more than a hundred can be printed. */
function decimalsOf(value: number): number {
  const [digits, exponent = "0"] = String(value).split("e") as [string, string?];
  const [, fraction = ""] = digits.split(".");
  return Math.min(Math.max(fraction.length - Number(exponent), 0), 100);
}

function plainOf({ kind, value }: Bound, currency: string): Threshold["bound"] {
  if (kind === "date") return toCivilDate(value);
  return kind === "money" ? { minor: value, currency } : value;
}
