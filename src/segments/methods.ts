import type {
  Classifier,
  ClassifierFit,
  CompiledClassifier,
  CompiledHead,
} from "./any-classifier.js";
import { lifecycleMethod } from "./assignment/method-lifecycle.js";
import type { Method } from "./method.js";
import { abcMethod } from "./method-abc.js";
import { bandsMethod } from "./method-bands.js";
import { matrixMethod } from "./method-matrix.js";
import { rfmMethod } from "./method-rfm.js";
import { rulesMethod } from "./method-rules.js";
import { scorecardMethod } from "./method-scorecard.js";

type Name = Classifier["method"];
type Compiled<M extends Name> = Extract<CompiledClassifier, { readonly method: M }>;
type Parts<M extends Name> = Omit<Compiled<M>, keyof CompiledHead | "method">;

/** Every method there is: the one place where a new one is entered. */
export const METHODS: {
  readonly [M in Name]: Method<
    Extract<Classifier, { readonly method: M }>,
    Parts<M>,
    Compiled<M>,
    Extract<ClassifierFit, { readonly method: M }>
  >;
} = {
  rules: rulesMethod,
  bands: bandsMethod,
  abc: abcMethod,
  rfm: rfmMethod,
  matrix: matrixMethod,
  scorecard: scorecardMethod,
  lifecycle: lifecycleMethod,
};

/** A method as those see it who do not care which. */
export type AnyMethod = Method<Classifier, object, CompiledClassifier, ClassifierFit>;

/** The method of a classifier; a name that is none gives `undefined`. */
export function methodNamed(name: unknown): AnyMethod | undefined {
  if (typeof name !== "string" || !Object.hasOwn(METHODS, name)) return undefined;
  return METHODS[name as Name] as unknown as AnyMethod;
}

/** The method that a classifier was compiled by. */
export function methodOf(classifier: CompiledClassifier): AnyMethod {
  return METHODS[classifier.method] as unknown as AnyMethod;
}
