import { type Checked, checked, errorAt, type Finding, showInput } from "../shapes/index.js";
import type { ContractFit } from "./fit-contracts.js";
import type { PurchaseFit } from "./fit-purchases.js";
import type { SpendFit } from "./fit-spend.js";
import { VALUE_FORMAT } from "./fitted.js";

/**
 * Any fit of this floor.
 *
 * @category Value
 */
export type ValueFit = PurchaseFit | SpendFit | ContractFit;

interface Shape {
  readonly parameters: readonly string[];
  readonly simple: string;
}

const SHAPES: ReadonlyMap<unknown, Shape> = new Map([
  ["bgNbd", { parameters: ["r", "alpha", "a", "b"], simple: "repeatsPerUnit" }],
  ["gammaGamma", { parameters: ["p", "q", "v"], simple: "meanSpend" }],
  ["sBg", { parameters: ["alpha", "beta"], simple: "retention" }],
]);

/** No fit gives a parameter or an estimate beyond this, nor a parameter below its inverse. */
const MOST = 1e25;

/**
 * A fit that was stored, after a look at what predictions rely on.
 *
 * @param stored - what `JSON.parse` gave
 * @returns the fit, which answers as it did before it was stored, or the findings `unknown-format`,
 *   `unknown-value` (of the model), `missing-property` and `out-of-range`
 *
 * @example Stored and read again
 * ```ts
 * import { checkValueFit, fitContracts } from "hoito/value";
 *
 * const stored = JSON.stringify(fitContracts([[1000, 631, 468, 382]]));
 * checkValueFit(JSON.parse(stored)).ok; // => true
 * checkValueFit({ format: "hoito-value/9" }).findings[0]?.code; // => "unknown-format"
 * ```
 *
 * @category Value
 */
export function checkValueFit(stored: unknown): Checked<ValueFit> {
  const fit = asRecord(stored);
  const format = fit?.["format"];
  if (format !== VALUE_FORMAT) {
    const text = `${showInput(format)} is not the format \`${VALUE_FORMAT}\``;
    return { ok: false, findings: [errorAt("format", "unknown-format", text)] };
  }
  const shape = SHAPES.get(fit!["model"]);
  if (shape === undefined) {
    const text = `${showInput(fit!["model"])} is no model of customer value`;
    return { ok: false, findings: [errorAt("model", "unknown-value", text)] };
  }
  const findings = [
    ...faultsOf(fit!["simple"], "simple", [shape.simple], (value) => value === null || value === 0),
    ...(fit!["parameters"] === null
      ? []
      : faultsOf(fit!["parameters"], "parameters", shape.parameters, () => false)),
  ];
  return checked(findings, () => stored as ValueFit);
}

function* faultsOf(
  part: unknown,
  path: string,
  names: readonly string[],
  mayBe: (value: unknown) => boolean,
): Generator<Finding> {
  const values = asRecord(part);
  if (values === undefined) {
    yield errorAt(path, "missing-property", `\`${path}\` is missing`);
    return;
  }
  for (const name of names) {
    const value = values[name];
    const isNumber = typeof value === "number" && value >= 1 / MOST && value <= MOST;
    if (isNumber || mayBe(value)) continue;
    const text = `${showInput(value)} is no number that a fit gives`;
    yield errorAt(`${path}.${name}`, "out-of-range", text);
  }
}

function asRecord(input: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return undefined;
  return input as Readonly<Record<string, unknown>>;
}
