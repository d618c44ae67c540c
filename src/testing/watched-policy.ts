import type { AccountRecords } from "../facts/index.js";
import {
  type AskContext,
  type CareDecision,
  type ClassifyContext,
  type CompiledPolicy,
  decideCare,
  explainAccount,
} from "../policy/index.js";
import type { SegmentOutcome } from "../segments/index.js";
import type { Decision } from "../shapes/index.js";

/** Takes note of what a policy said. */
type Watcher = (answer: CareDecision | Decision<unknown>) => unknown;

/** Where a watched policy carries its watcher: no name that JSON or a policy could have. */
const WATCHER: unique symbol = Symbol("hoito.testing.watcher");

/** The same policy, and somebody who is told what it says. */
export function watching(compiled: CompiledPolicy, watcher: Watcher): CompiledPolicy {
  return { ...compiled, [WATCHER]: watcher } as CompiledPolicy;
}

/** The care decision about an account, of which a watcher is told. */
export function askCare(
  records: AccountRecords,
  compiled: CompiledPolicy,
  context: AskContext,
): CareDecision {
  const decision = decideCare(records, compiled, context);
  watcherOf(compiled)?.(decision);
  return decision;
}

/** The segment of an account, of which a watcher is told. */
export function askSegment(
  records: AccountRecords,
  compiled: CompiledPolicy,
  context: ClassifyContext,
): Decision<SegmentOutcome> {
  const decision = explainAccount(records, compiled, context);
  watcherOf(compiled)?.(decision);
  return decision;
}

function watcherOf(compiled: CompiledPolicy): Watcher | undefined {
  return (compiled as { readonly [WATCHER]?: Watcher })[WATCHER];
}
