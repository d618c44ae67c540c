import type { Annotated, ConditionNames } from "../../rules/index.js";
import type { ClassifierHead, SegmentLabel } from "../classifier.js";
import type { LifecycleEvent, LifecycleTrigger } from "./lifecycle.js";

/**
 * A classifier whose labels are the states of a lifecycle, folded over an account's dated records.
 *
 * @category Segments
 */
export interface LifecycleClassifier<
  Labels = Readonly<Record<string, SegmentLabel>>,
  N extends ConditionNames = ConditionNames,
> extends ClassifierHead<Labels> {
  readonly method: "lifecycle";
  /** The state of an account to which nothing has happened yet. */
  readonly start: NoInfer<keyof Labels & string>;
  /** States that make whoever comes into them a new customer, with nothing inherited. */
  readonly startsRelationship: readonly NoInfer<keyof Labels & string>[];
  readonly events: Readonly<Record<string, LifecycleEvent<N>>>;
  readonly transitions: readonly LifecycleWay<NoInfer<keyof Labels & string>>[];
}

/**
 * A way from one label to another.
 *
 * @category Segments
 */
export interface LifecycleWay<Label extends string = string> extends Annotated {
  readonly from: Label | readonly Label[];
  readonly to: Label;
  readonly when: LifecycleTrigger;
}
