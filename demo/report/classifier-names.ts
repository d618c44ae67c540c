import type { CarePolicy, Classifier, CompiledPolicy } from "hoito";

/** The first classifier of a method, with its name; none where the policy has no such. */
export function classifierBy<Method extends Classifier["method"]>(
  { policy }: CompiledPolicy,
  method: Method,
): (Extract<Classifier, { method: Method }> & { readonly name: string }) | undefined {
  for (const [name, classifier] of Object.entries(policy.segments)) {
    if (!isBy(classifier, method)) continue;
    return { ...classifier, name };
  }
  return undefined;
}

/** What a policy calls a label of a classifier; what is no label stands in brackets. */
export function labelTitle(
  { segments }: Pick<CarePolicy, "segments">,
  classifier: string,
  label: string,
): string {
  const labels = segments[classifier]?.labels ?? {};
  return Object.hasOwn(labels, label) ? (labels[label]?.title ?? label) : `(${label})`;
}

/** The labels of a classifier, in the order of the policy. */
export function labelsOf({ segments }: Pick<CarePolicy, "segments">, classifier: string): string[] {
  return Object.keys(segments[classifier]?.labels ?? {});
}

function isBy<Method extends Classifier["method"]>(
  classifier: Classifier,
  method: Method,
): classifier is Extract<Classifier, { method: Method }> {
  return classifier.method === method;
}
