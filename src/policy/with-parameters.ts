import { Immer } from "immer";
import type { DecimalMoney } from "../facts/index.js";
import {
  ANNOTATIONS,
  isObject,
  type OpenParameter,
  type Parameter,
  type ParameterValue,
  resolveParameter,
} from "../rules/index.js";
import {
  type Checked,
  checked,
  errorAt,
  type Finding,
  HoitoError,
  nearestName,
  showInput,
} from "../shapes/index.js";
import type { CarePolicy } from "./care-policy.js";

/** Not the shared one, which would freeze the caller's own objects. */
const immer: Immer = /* @__PURE__ */ new Immer({ autoFreeze: false });

/**
 * The policy with other values for some of its parameters: how open numbers are filled and what-ifs
 * are made.
 *
 * A parameter keeps its title, note and source. The value of an open one is of the kind that the
 * policy declares; whether it lies within the bounds of its uses is for `compilePolicy` to say.
 *
 * @param policy - a care policy; it is not changed
 * @param values - value by parameter
 * @returns the new policy, or at `parameters.<name>` the findings `unknown-parameter` for a name that
 *   the policy does not declare, `wrong-parameter-kind` or a fault of the value for an open one, and
 *   `not-a-parameter-value` for a value that comes with its title
 * @throws {@link HoitoError} in JavaScript `not-a-policy` and `not-values`
 *
 * @example Fill an open number
 * ```ts
 * import { orThrow, withParameters } from "hoito";
 *
 * const open = {
 *   id: "demo", version: "1", segments: {}, cadences: {},
 *   care: { segmentedBy: "none", models: {}, bySegment: {} },
 *   parameters: { severalYears: { open: "number" } },
 * } as const;
 * const filled = orThrow(withParameters(open, { severalYears: 3 }));
 * filled.parameters?.["severalYears"]; // => 3
 * ```
 *
 * @category Policy
 */
export function withParameters(
  policy: CarePolicy,
  values: Readonly<Record<string, ParameterValue | DecimalMoney>>,
): Checked<CarePolicy> {
  requireAsked(policy, values);
  const findings = Object.entries(values).flatMap(([name, value]) => {
    return faultsOfValue(name, value, policy);
  });
  return checked(findings, () =>
    immer.produce(policy, (draft: { parameters?: Record<string, unknown> }) => {
      for (const [name, value] of Object.entries(values)) {
        const annotations = annotationsOf(policy.parameters![name]!);
        const isPlain = Object.keys(annotations).length === 0;
        draft.parameters![name] = isPlain ? value : { value, ...annotations };
      }
    }),
  );
}

/** Refuses what only JavaScript can hand over, such as a policy that is compiled already. */
function requireAsked(policy: CarePolicy, values: object): void {
  if (!isObject(policy) || Object.hasOwn(policy, "hash")) {
    const text =
      "this is no policy: hand over the policy itself, such as the `policy` of a compiled one";
    throw new HoitoError(text, { code: "not-a-policy", path: "policy", received: policy });
  }
  if (isObject(values)) return;
  const text = "the values stand by their names: write `withParameters(policy, { name: value })`";
  throw new HoitoError(text, { code: "not-values", path: "values", received: values });
}

/** What is wrong with a value; of a parameter that is decided already only its uses can tell. */
function faultsOfValue(name: string, value: unknown, policy: CarePolicy): readonly Finding[] {
  const { parameters = {}, currency } = policy;
  const path = `parameters.${name}`;
  if (!Object.hasOwn(parameters, name)) {
    const text = `the policy declares no parameter \`${name}\``;
    const near = nearestName(name, Object.keys(parameters));
    return [errorAt(path, "unknown-parameter", text, near)];
  }
  if (isObject(value) && (Object.hasOwn(value, "value") || Object.hasOwn(value, "open"))) {
    const text = `write the value of \`${name}\` alone: what the policy says of it stays`;
    return [errorAt(path, "not-a-parameter-value", text)];
  }
  const { open: kind } = Object(parameters[name]) as Partial<OpenParameter>;
  if (kind === undefined) return [];
  const resolved = resolveParameter(value, currency, path);
  if ("code" in resolved) return [resolved];
  if (resolved.kind === kind) return [];
  const text = `${showInput(value)} is a ${resolved.kind}, not a ${kind}`;
  return [errorAt(path, "wrong-parameter-kind", text)];
}

/** What a parameter says of itself, which another value does not change. */
function annotationsOf(parameter: Parameter): Readonly<Record<string, unknown>> {
  const words = Object.entries(Object(parameter) as object);
  return Object.fromEntries(words.filter(([word]) => ANNOTATIONS.includes(word)));
}
