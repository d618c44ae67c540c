import type { AccountRecords } from "../../facts/index.js";
import type { Row } from "../../rules/index.js";
import { type CivilDate, readEpochDay, toCivilDate } from "../../time/index.js";
import type { CompiledClassifier, CompiledHead } from "../any-classifier.js";
import type { CompileJob, Method } from "../method.js";
import { checkSegment } from "../rule-parts.js";
import { compileParts } from "./compile-lifecycle.js";
import type { CompiledLifecycle } from "./compiled-lifecycle.js";
import type { LifecycleDefinition } from "./lifecycle.js";
import type { LifecycleClassifier } from "./lifecycle-classifier.js";
import { type LifecycleAnswer, lifecycleOf } from "./lifecycle-of.js";

/** A lifecycle within a classifier. */
export interface LifecycleParts {
  readonly lifecycle: CompiledLifecycle;
}

/** A classifier by lifecycle after its check. */
export interface CompiledLifecycleClassifier extends CompiledHead, LifecycleParts {
  readonly method: "lifecycle";
}

/** A row that knows what the lifecycles say of its account, by classifier. */
export interface LivingRow extends Row {
  readonly lives?: ReadonlyMap<string, LifecycleAnswer>;
}

/** A state machine over the dated records of an account. */
export const lifecycleMethod: Method<
  LifecycleClassifier,
  LifecycleParts,
  CompiledLifecycleClassifier
> = {
  words: ["start", "startsRelationship", "events", "transitions"],
  parts: { startsRelationship: "list", events: "object", transitions: "list" },
  scores: [],
  compile(written, job) {
    return { lifecycle: compileParts(definitionOf(written, job), job.scope, `${job.path}.`) };
  },
  classify(compiled, row) {
    const { value } = answerOf(compiled, row);
    if (value.kind === "undecided") return value;
    const decidedBy = compiled.labels.get(value.state)?.decidedBy;
    const segment = { kind: "segment" as const, segment: value.state };
    return decidedBy === undefined ? segment : { ...segment, decidedBy };
  },
  explain(compiled, row) {
    return answerOf(compiled, row).because;
  },
  lacks(compiled, row) {
    return answerOf(compiled, row).missing;
  },
  nextChange(compiled, row) {
    const { value } = answerOf(compiled, row);
    const next = value.kind === "state" ? readEpochDay(value.next?.on) : undefined;
    return next ?? Number.POSITIVE_INFINITY;
  },
};

/**
 * What every lifecycle of a policy says of one account, for the row that its conditions read.
 *
 * @param records - the account with its records
 * @param classifiers - those of the policy; the ones by other methods are left alone
 * @param asOf - day of asking as an epoch day
 *
 * @category Segments
 */
export function livesOf(
  records: AccountRecords,
  classifiers: Iterable<CompiledClassifier>,
  asOf: number,
): ReadonlyMap<string, LifecycleAnswer> {
  const lives = new Map<string, LifecycleAnswer>();
  for (const each of classifiers) {
    if (each.method !== "lifecycle") continue;
    lives.set(each.name, lifecycleOf(records, each.lifecycle, { asOf: toCivilDate(asOf) }));
  }
  return lives;
}

/**
 * Since when a customer is one again who had left and come back, by the lifecycles of a policy: the
 * latest day, where there are several.
 *
 * @param row - knows the lives of its account
 * @param classifiers - those of the policy; the ones by other methods are left alone
 * @returns the first day of the present relationship; `undefined` where it is the first one, where
 *   it is unknown, and where the policy has no lifecycle
 *
 * @category Segments
 */
export function returnedOn(
  { lives }: LivingRow,
  classifiers: Iterable<CompiledClassifier>,
): CivilDate | undefined {
  const days: CivilDate[] = [];
  for (const each of classifiers) {
    const life = lives?.get(each.name);
    if (each.method !== "lifecycle" || life?.value.kind !== "state") continue;
    const { states } = each.lifecycle;
    const begun = life.because.filter(({ details }) => {
      return states.get(String(details["to"]))?.startsRelationship === true;
    });
    const { relationshipSince } = life.value;
    if (begun.length > 1 && relationshipSince !== undefined) days.push(relationshipSince);
  }
  return days.sort().at(-1);
}

function definitionOf(written: LifecycleClassifier, job: CompileJob): LifecycleDefinition {
  const { start, startsRelationship, events, transitions } = written;
  for (const [index, label] of startsRelationship.entries()) {
    checkSegment(label, job, `${job.path}.startsRelationship[${index}]`);
  }
  const states = [...job.labels.keys()].map((name) => {
    return [name, startsRelationship.includes(name) ? { startsRelationship: true as const } : {}];
  });
  return { states: Object.fromEntries(states), start, events, transitions };
}

/** A row that was made without the account's records knows nothing of its life. */
function answerOf({ name, labels }: CompiledLifecycleClassifier, row: LivingRow): LifecycleAnswer {
  const missing = [{ path: "records", why: "notSupplied" as const }];
  const value = { kind: "undecided" as const, candidates: [...labels.keys()] };
  return row.lives?.get(name) ?? { value, because: [], missing };
}
