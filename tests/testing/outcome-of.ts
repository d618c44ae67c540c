import type { CompiledPolicy } from "hoito";
import { expectPolicy, type PolicyAssertionError, type PolicyMatchers } from "hoito/testing";

/** How a matcher and its opposite came out, and what the failing one said. */
export interface AskedBothWays {
  readonly outcome: "holds" | "opposite" | "neither";
  readonly message: string;
  readonly error: PolicyAssertionError;
}

/** Asks a matcher and its opposite; at most one of them may hold. */
export function askBothWays<Name extends keyof PolicyMatchers>(
  compiled: CompiledPolicy,
  name: Name,
  ...asked: Parameters<PolicyMatchers[Name]>
): AskedBothWays {
  const ours = expectPolicy(compiled);
  const ask = (matchers: PolicyMatchers): PolicyAssertionError | undefined => {
    try {
      (matchers[name] as (...asked: readonly unknown[]) => void)(...asked);
      return undefined;
    } catch (error) {
      return error as PolicyAssertionError;
    }
  };
  const plain = ask(ours);
  const opposite = ask(ours.not);
  const error = plain ?? opposite;
  if (error === undefined) throw new Error(`${name} and its opposite both hold`);
  const outcome = plain === undefined ? "holds" : opposite === undefined ? "opposite" : "neither";
  return { outcome, message: error.message, error };
}
