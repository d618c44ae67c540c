import type { CompiledPolicy } from "../policy/index.js";
import { HoitoError } from "../shapes/index.js";
import { isCompiled } from "./names-of-policy.js";

/** Refuses what only JavaScript can hand over as a compiled policy, such as one not compiled yet. */
export function requireTested(compiled: CompiledPolicy): void {
  if (isCompiled(compiled)) return;
  const text = "this is no compiled policy: write `orThrow(compilePolicy(policy))`";
  throw new HoitoError(text, {
    code: "not-a-compiled-policy",
    path: "compiled",
    received: compiled,
  });
}
