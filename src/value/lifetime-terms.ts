import {
  type Checked,
  checked,
  errorAt,
  type Finding,
  nearestName,
  showInput,
} from "../shapes/index.js";

/**
 * When the money of a period comes, seen from today, and whether the first period is certain.
 *
 * - `startOfPeriod`: the first payment now, for certain; the next after one period from those who
 *   stayed (Berger & Nasr 1998, case 1).
 * - `endOfPeriod`: at the end of each period, from those who stayed until then (Gupta & Lehmann
 *   2003).
 * - `endOfPeriodFirstCertain`: at the end of each period, the first one from everybody.
 *
 * @category Value
 */
export type CashTiming = "startOfPeriod" | "endOfPeriod" | "endOfPeriodFirstCertain";

/**
 * How the value of a lifetime is reckoned; every number is the asker's own, none has a default.
 *
 * @category Value
 */
export type LifetimeTerms =
  | {
      readonly method: "plainSum";
      /** Whole, 1 … 10,000. */
      readonly periods: number;
    }
  | {
      readonly method: "discounted";
      /** Whole, 1 … 10,000; `"forever"` is the closed form. */
      readonly periods: number | "forever";
      /** Share of customers who stay from one period to the next, 0 … 1. */
      readonly retention: number;
      /** For one period, 0 … 10. */
      readonly discountRate: number;
      readonly cash: CashTiming;
    };

const TIMINGS: readonly CashTiming[] = ["startOfPeriod", "endOfPeriod", "endOfPeriodFirstCertain"];
const WORDS = {
  plainSum: ["method", "periods"],
  discounted: ["method", "periods", "retention", "discountRate", "cash"],
} as const;

/** Most periods of a horizon. */
export const MOST_PERIODS = 10_000;

/**
 * The terms of a lifetime value after their check, with every fault at once.
 *
 * @param written - the terms as a company wrote them, trusted or not
 * @returns the terms, or the findings `malformed-policy`, `unknown-value`, `unknown-property`,
 *   `missing-property` and `out-of-range`
 *
 * @example A misspelt timing
 * ```ts
 * import { checkLifetimeTerms } from "hoito/value";
 *
 * const written = { method: "discounted", periods: 5, retention: 1.2, cash: "endOfPerod" };
 * checkLifetimeTerms(written).findings.map(({ path, code }) => `${path} ${code}`);
 * // => ["retention out-of-range", "discountRate missing-property", "cash unknown-value"]
 * ```
 *
 * @category Value
 */
export function checkLifetimeTerms(written: unknown): Checked<LifetimeTerms> {
  if (typeof written !== "object" || written === null || Array.isArray(written)) {
    const text = `${showInput(written)} is no terms of a lifetime value`;
    return { ok: false, findings: [errorAt("", "malformed-policy", text)] };
  }
  const terms = written as Readonly<Record<string, unknown>>;
  const { method } = terms;
  if (method !== "plainSum" && method !== "discounted") {
    return { ok: false, findings: [...oneOf(terms, "method", Object.keys(WORDS))] };
  }
  const words: readonly string[] = WORDS[method];
  const findings: Finding[] = Object.keys(terms)
    .filter((word) => !words.includes(word))
    .map((word) => {
      const near = nearestName(word, words);
      const path = word.slice(0, 80);
      return errorAt(path, "unknown-property", `\`${path}\` says nothing here`, near);
    });
  const forever = method === "discounted" && terms["periods"] === "forever";
  if (!forever) findings.push(...within(terms, "periods", 1, MOST_PERIODS, true));
  if (method === "discounted") {
    findings.push(...within(terms, "retention", 0, 1, false));
    findings.push(...within(terms, "discountRate", 0, 10, false));
    findings.push(...oneOf(terms, "cash", TIMINGS));
  }
  return checked(findings, () => written as LifetimeTerms);
}

function* within(
  terms: Readonly<Record<string, unknown>>,
  word: string,
  least: number,
  most: number,
  whole: boolean,
): Generator<Finding> {
  const value = Object.hasOwn(terms, word) ? terms[word] : undefined;
  if (value === undefined) {
    yield errorAt(word, "missing-property", `\`${word}\` is missing`);
  } else if (!(Number.isFinite(value) && Number(value) >= least && Number(value) <= most)) {
    yield errorAt(word, "out-of-range", `${showInput(value)} is not from ${least} to ${most}`);
  } else if (whole && !Number.isInteger(value)) {
    yield errorAt(word, "out-of-range", `${showInput(value)} is no whole number`);
  }
}

function* oneOf(
  terms: Readonly<Record<string, unknown>>,
  word: string,
  known: readonly string[],
): Generator<Finding> {
  const value = Object.hasOwn(terms, word) ? terms[word] : undefined;
  if (value === undefined) {
    yield errorAt(word, "missing-property", `\`${word}\` is missing`);
  } else if (typeof value !== "string" || !known.includes(value)) {
    const near = typeof value === "string" ? nearestName(value, known) : undefined;
    yield errorAt(word, "unknown-value", `${showInput(value)} is none of those known here`, near);
  }
}
