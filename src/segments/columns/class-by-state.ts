import type { CompiledLifecycleClassifier } from "../assignment/method-lifecycle.js";
import { outcomeAmong } from "../method-rules.js";
import type { BlockClassifier, BlockJob } from "./block-job.js";

/**
 * The states of a lifecycle, which were found out of records; without them every state is possible.
 */
export function classByState(
  classifier: CompiledLifecycleClassifier,
  { blockRows, outcomes, statesOf }: BlockJob,
): BlockClassifier {
  const codes = new Int32Array(blockRows);
  const source = statesOf(classifier.name);
  const codeOf = (states: readonly string[]): number =>
    outcomes.codeOf(outcomeAmong(states, classifier));
  const any = codeOf([...classifier.labels.keys()]);
  const told = source === undefined ? [] : source.possible!.map((states) => codeOf(states!));
  return {
    codes,
    scores: new Map(),
    run(count) {
      codes.fill(any, 0, count);
      if (source === undefined) return;
      for (let at = 0; at < count; at++) codes[at] = told[source.codes[at]!] ?? any;
    },
  };
}
