import { withClassifierFit } from "../segments/index.js";
import type { CompiledPolicy, Fit } from "./compiled-policy.js";

/** The policy with a fit laid out for asking: cuts by name, and every classifier with its own. */
export function attachFit(compiled: CompiledPolicy, fit: Fit | undefined): CompiledPolicy {
  const cutPoints = new Map<string, number | null>(Object.entries(fit?.cuts ?? {}));
  const classifiers = new Map(compiled.classifiers);
  for (const [name, classifier] of classifiers) {
    const fits = fit?.classifiers ?? {};
    const own = Object.hasOwn(fits, name) ? fits[name] : undefined;
    const { classifier: fitted, cuts } = withClassifierFit(classifier, own);
    classifiers.set(name, fitted);
    for (const [cut, value] of cuts) cutPoints.set(cut, value);
  }
  return { ...compiled, classifiers, cutPoints, fit };
}
