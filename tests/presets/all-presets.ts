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

/** The policy, or the one by another reading of its source, with the illustrative values. */
export function filledPreset(preset: Preset, reading?: string): CarePolicy {
  const { policy, readings, illustrativeValues } = preset;
  const chosen = reading === undefined ? policy : readings[reading]!;
  return orThrow(withParameters(chosen, illustrativeValues));
}

/** The same, compiled. */
export function compiledPreset(preset: Preset, reading?: string): CompiledPolicy {
  return orThrow(compilePolicy(filledPreset(preset, reading)));
}

/** Names of the parameters that a policy leaves open, in its order. */
export function openParametersOf({ parameters = {} }: CarePolicy): readonly string[] {
  return Object.keys(parameters).filter((name) => {
    const written = parameters[name];
    return typeof written === "object" && "open" in written;
  });
}
