import {
  type CarePolicy,
  type CompiledPolicy,
  compilePolicy,
  orThrow,
  withParameters,
} from "hoito";
import type { Preset } from "hoito/presets";
import * as presets from "hoito/presets";

/** Every preset of the door by its name. */
export const allPresets: readonly (readonly [string, Preset])[] = Object.entries(presets).filter(
  (entry): entry is [string, Preset] => typeof entry[1] === "object",
);

/** The policy as it is preset, and by every other reading of its source. */
export function readingsOf({ policy, readings }: Preset): readonly CarePolicy[] {
  return [policy, ...Object.values(readings)];
}

/** The policy with the illustrative values, compiled. */
export function compiledPreset({ policy, illustrativeValues }: Preset): CompiledPolicy {
  return orThrow(compilePolicy(orThrow(withParameters(policy, illustrativeValues))));
}

/** Names of the parameters that a policy leaves open, in its order. */
export function openParametersOf({ parameters = {} }: CarePolicy): readonly string[] {
  return Object.keys(parameters).filter((name) => {
    const written = parameters[name];
    return typeof written === "object" && "open" in written;
  });
}
