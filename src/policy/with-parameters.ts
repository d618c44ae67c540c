import { Immer } from "immer";
import type { DecimalMoney } from "../facts/index.js";
import { ANNOTATIONS, type Parameter, type ParameterValue } from "../rules/index.js";
import { type Checked, checked, errorAt, nearestName } from "../shapes/index.js";
import type { CarePolicy } from "./care-policy.js";

/** Not the shared one, which would freeze the caller's own objects. */
const immer: Immer = /* @__PURE__ */ new Immer({ autoFreeze: false });

/**
 * The policy with other values for some of its parameters: how open numbers are filled and what-ifs
 * are made.
 *
 * A parameter keeps its title, note and source.
 *
 * @param policy - a care policy; it is not changed
 * @param values - value by parameter
 * @returns the new policy, or `unknown-parameter` for every name that the policy does not declare
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
  const declared = Object.keys(policy.parameters ?? {});
  const findings = Object.keys(values)
    .filter((name) => !declared.includes(name))
    .map((name) => {
      const text = `the policy declares no parameter \`${name}\``;
      return errorAt(name, "unknown-parameter", text, nearestName(name, declared));
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

/** What a parameter says of itself, which another value does not change. */
function annotationsOf(parameter: Parameter): Readonly<Record<string, unknown>> {
  const words = Object.entries(Object(parameter) as object);
  return Object.fromEntries(words.filter(([word]) => ANNOTATIONS.includes(word)));
}
