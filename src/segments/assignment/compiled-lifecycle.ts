import type { RecordKind } from "../../facts/index.js";
import type { CompiledCondition, Scope } from "../../rules/index.js";
import type { Duration } from "../../time/index.js";
import type { LifecycleStateLabel } from "./lifecycle.js";

/**
 * A lifecycle after its check.
 *
 * @category Segments
 */
export interface CompiledLifecycle {
  readonly states: ReadonlyMap<string, LifecycleStateLabel>;
  readonly start: string;
  readonly events: readonly CompiledEvent[];
  readonly transitions: readonly CompiledTransition[];
  /** Of money in conditions; `""` matches none. */
  readonly currency: string;
}

/** An event with its condition ready to be asked. */
export interface CompiledEvent {
  readonly name: string;
  readonly kind: RecordKind;
  readonly dateField: string;
  readonly scope: Scope;
  readonly where: CompiledCondition | undefined;
  readonly unknownIsNotMet: boolean;
}

/** A transition with its numbers resolved. */
export interface CompiledTransition {
  readonly path: string;
  readonly from: ReadonlySet<string>;
  readonly to: string;
  readonly when: CompiledTrigger;
}

/** What a transition waits for. */
export type CompiledTrigger =
  | { readonly kind: "event"; readonly event: string; readonly times: number }
  | {
      readonly kind: "quiet";
      readonly event: string;
      readonly duration: Duration;
      readonly fromEntry: boolean;
    }
  | { readonly kind: "after"; readonly duration: Duration };
