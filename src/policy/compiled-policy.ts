import type { CompiledCadence } from "../cadence/index.js";
import type { CompiledCampaign } from "../campaigns/index.js";
import type { CompiledCare } from "../care/index.js";
import type { CompiledKpis } from "../kpis/index.js";
import type { CompiledMeasures } from "../measures/index.js";
import type { Scope } from "../rules/index.js";
import type { ClassifierFit, CompiledClassifier } from "../segments/index.js";
import type { Finding } from "../shapes/index.js";
import type { CivilDate } from "../time/index.js";
import type { CarePolicy } from "./care-policy.js";

/**
 * A policy whose every name is resolved, ready to be asked. With a `fit` it also knows what depends
 * on the whole base.
 *
 * @category Policy
 */
export interface CompiledPolicy {
  readonly policy: CarePolicy;
  readonly hash: string;
  readonly currency: string;
  readonly scope: Scope;
  readonly measures: CompiledMeasures;
  /** Slots of the scope whose number grows by one every day. */
  readonly ageing: ReadonlySet<number>;
  /** Each after those it reads, with its fit where the policy has one. */
  readonly classifiers: ReadonlyMap<string, CompiledClassifier>;
  /** The slots that hold what classifiers say, by classifier, in the same order. */
  readonly feeds: readonly ClassifierFeed[];
  /** All slots that classifiers fill. */
  readonly fedSlots: ReadonlySet<number>;
  /** Cuts of the fit by name, those of classifiers among them. */
  readonly cutPoints: ReadonlyMap<string, number | null>;
  readonly care: CompiledCare;
  readonly cadences: ReadonlyMap<string, CompiledCadence>;
  readonly campaigns: ReadonlyMap<string, CompiledCampaign>;
  readonly kpis: CompiledKpis;
  readonly fit: Fit | undefined;
}

/** The slots of the scope that one classifier fills. */
export interface ClassifierFeed {
  readonly classifier: string;
  readonly slots: readonly {
    readonly index: number;
    /** One of its scores; its label where this is left out. */
    readonly part: string | undefined;
  }[];
}

/**
 * What depends on the whole base, computed once: plain JSON that can be stored and read again.
 *
 * @category Policy
 */
export interface Fit {
  readonly format: "hoito-fit/1";
  readonly madeWith: Provenance;
  readonly accounts: number;
  /** Cut points by name: numbers, or minor units of the policy's currency. */
  readonly cuts: Readonly<Record<string, number>>;
  /**
   * Accounts whose measure was unknown, or known to be none, and that a cut was computed without.
   */
  readonly leftOut: Readonly<Record<string, number>>;
  /** By classifier; one that nothing could be computed for is left out. */
  readonly classifiers: Readonly<Record<string, ClassifierFit>>;
  /** Which classifiers and cuts had nothing to be computed of, and why; absent where all had. */
  readonly findings?: readonly Finding[];
}

/**
 * What a result was made with, so that it can be repeated.
 *
 * @category Policy
 */
export interface Provenance {
  readonly policyId: string;
  readonly policyVersion: string;
  readonly policyHash: string;
  readonly libraryVersion: string;
  readonly asOf: CivilDate;
}
