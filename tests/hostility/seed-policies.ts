import { type CarePolicy, orThrow, withParameters } from "hoito";
import { wholesalerPolicy } from "../../demo/policies/wholesaler.js";
import { allPresets } from "../presets/all-presets.js";
import { smallPolicy } from "../schemas/small-policy.js";
import type { Surroundings } from "./ask-everything.js";

/** A real policy to be broken, and a company to ask about. */
export interface Seed extends Surroundings {
  readonly name: string;
  readonly policy: CarePolicy;
}

/** Every policy that hoito comes with, each with a base of a few accounts. */
export const seeds: readonly Seed[] = seedsOf();

function seedsOf(): readonly Seed[] {
  const own = allPresets.map(
    ([name, { policy, illustrativeValues, illustrativeSchedule, sampleBase, asOf }]) => {
      const filled = orThrow(withParameters(policy, illustrativeValues));
      const sample = sampleBase({ asOf, accounts: 6 });
      return { name, policy: { schedule: illustrativeSchedule, ...filled }, sample, asOf };
    },
  );
  const { sample, asOf } = own[0]!;
  return [
    ...own,
    { name: "wholesaler", policy: wholesalerPolicy, sample, asOf },
    { name: "small", policy: smallPolicy, sample, asOf },
  ];
}
