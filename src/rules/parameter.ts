import { type DecimalMoney, type FieldKind, isCurrency, readDecimalMoney } from "../facts/index.js";
import { errorAt, type Finding, showInput } from "../shapes/index.js";
import { checkDuration, type Duration, isCivilDate, toEpochDay } from "../time/index.js";
import { ANNOTATIONS, type Annotated } from "./condition.js";
import { checkProperties, isObject } from "./json-object.js";

/** Kinds of value that a parameter may have. */
export type ParameterKind = "number" | "money" | "date" | "boolean" | "text" | "list" | "duration";

/**
 * A number that the company has yet to decide: the policy does not compile until somebody fills it.
 *
 * @category Rules
 */
export interface OpenParameter extends Annotated {
  readonly open: ParameterKind;
  /** What has to be decided, for whoever fills it. */
  readonly question?: string;
}

/** A decided value. Text that is a civil date counts as a date. */
export type ParameterValue =
  | number
  | boolean
  | string
  | DecimalMoney
  | Duration
  | readonly string[];

/**
 * A decided value that says what it is and where it comes from.
 *
 * @category Rules
 */
export interface AnnotatedParameter extends Annotated {
  readonly value: ParameterValue;
}

/**
 * A named value of the policy: decided, with or without a note for its readers, or still open.
 *
 * @category Rules
 */
export type Parameter = ParameterValue | AnnotatedParameter | OpenParameter;

/** Longest question that a finding repeats. */
const LONGEST_QUESTION = 200;

/** A parameter after its check: its kind and its value as conditions use it. */
export type ResolvedParameter =
  | { readonly kind: "number" | "money" | "date"; readonly value: number }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "list"; readonly value: readonly string[] }
  | { readonly kind: "duration"; readonly value: Duration };

/**
 * A parameter of the policy as a typed value.
 *
 * Text that is a civil date is a date; any other text, the empty one too, is text. A list holds
 * texts alone. `{ value, title, note, source }` is its value. A value that is still open is a fault,
 * which repeats the question.
 *
 * @param written - the value as the policy wrote it
 * @param currency - the policy's currency, for money
 * @param path - where it was written
 * @returns the kind and value, or the first finding: `open-parameter`, `not-a-parameter-value`,
 *   `unknown-property`, `not-a-duration`, or a fault of money
 *
 * @example Money in minor units
 * ```ts
 * import { resolveParameter } from "hoito/rules";
 *
 * const written = { amount: "50000.00", currency: "EUR" };
 * resolveParameter(written, "EUR", "limit"); // => { kind: "money", value: 5_000_000 }
 * resolveParameter("2018-01-01", "EUR", "start"); // => { kind: "date", value: 17_532 }
 * ```
 *
 * @category Rules
 */
export function resolveParameter(
  written: unknown,
  currency: string | undefined,
  path: string,
): ResolvedParameter | Finding {
  if (!isObject(written)) return resolveValue(written, currency, path);
  if (Object.hasOwn(written, "open")) return openFinding(written, path);
  if (!Object.hasOwn(written, "value")) return resolveValue(written, currency, path);
  const [fault] = checkProperties(written, ["value", ...ANNOTATIONS], path);
  return fault ?? resolveValue(written["value"], currency, `${path}.value`);
}

function resolveValue(
  written: unknown,
  currency: string | undefined,
  path: string,
): ResolvedParameter | Finding {
  if (typeof written === "number" && Number.isFinite(written)) {
    return { kind: "number", value: written };
  }
  if (typeof written === "boolean") return { kind: "boolean", value: written };
  if (isCivilDate(written)) return { kind: "date", value: toEpochDay(written) };
  if (typeof written === "string") return { kind: "text", value: written };
  if (isList(written)) return { kind: "list", value: written };
  if (typeof written === "object" && written !== null) {
    if ("amount" in written) return resolveMoney(written, currency, path);
    const [fault] = checkDuration(written, path);
    return fault ?? { kind: "duration", value: written as Duration };
  }
  return errorAt(path, "not-a-parameter-value", `${showInput(written)} is no value of a parameter`);
}

/**
 * Exact minor units of money written in a policy.
 *
 * @param written - `{ amount, currency }` in the policy's one currency
 * @param currency - the policy's currency
 * @param path - where it was written
 * @returns whole minor units, or the finding: `not-money`, `currency-missing`, `other-currency`,
 *   `not-an-amount`, `too-many-decimals` or `amount-too-large`
 *
 * @category Rules
 */
export function resolveMoney(
  written: unknown,
  currency: string | undefined,
  path: string,
): { readonly kind: "money"; readonly value: number } | Finding {
  if (!isDecimalMoney(written)) {
    const example = `{ amount: "50000.00", currency: "EUR" }`;
    return errorAt(path, "not-money", `money is written \`${example}\``);
  }
  const read = readDecimalMoney(written);
  if (!("minor" in read)) return errorAt(`${path}.${read.path}`, read.code, read.fault);
  if (currency === undefined) {
    const text = "a policy that speaks of money names its `currency`";
    return errorAt("currency", "currency-missing", text);
  }
  if (read.currency !== currency) {
    const text = `\`${read.currency}\` is not the policy's currency \`${currency}\``;
    return errorAt(`${path}.currency`, "other-currency", text);
  }
  return { kind: "money", value: read.minor };
}

/** Which kind of parameter may stand where a field of this kind is compared. */
export function parameterKindOf(kind: FieldKind): ParameterKind {
  if (kind === "set") return "list";
  return typeof kind === "string" ? kind : "text";
}

function isDecimalMoney(written: unknown): written is DecimalMoney {
  if (typeof written !== "object" || written === null) return false;
  const { amount, currency } = written as Partial<DecimalMoney>;
  return typeof amount === "string" && isCurrency(currency);
}

function isList(written: unknown): written is readonly string[] {
  return Array.isArray(written) && written.every((each) => typeof each === "string");
}

function openFinding(written: object, path: string): Finding {
  const { question } = written as { readonly question?: unknown };
  const what = typeof question === "string" ? `: ${question.slice(0, LONGEST_QUESTION)}` : "";
  return errorAt(path, "open-parameter", `\`${path}\` has no value yet${what}`);
}

/** Parameters by name: those with a value, and those that are open or broken. */
export interface ResolvedParameters {
  readonly parameters: ReadonlyMap<string, ResolvedParameter>;
  readonly broken: ReadonlySet<string>;
}

/**
 * The parameters of a document; what is wrong with one is put among the findings.
 *
 * @category Rules
 */
export function resolveParameters(
  written: Readonly<Record<string, Parameter>>,
  currency: string | undefined,
  findings: Finding[],
): ResolvedParameters {
  const parameters = new Map<string, ResolvedParameter>();
  const broken = new Set<string>();
  for (const [name, each] of Object.entries(written)) {
    const result = resolveParameter(each, currency, `parameters.${name}`);
    if ("code" in result) {
      findings.push(result);
      broken.add(name);
    } else parameters.set(name, result);
  }
  return { parameters, broken };
}
