import type { RecordId } from "../facts/index.js";
import type { SegmentOutcome } from "../segments/index.js";
import type { Decision, Reason } from "../shapes/index.js";
import type { CareOutcome } from "./care-model.js";
import type { CompiledCare } from "./compile-care.js";
import type { CompiledException } from "./compile-exceptions.js";

/** The part of a compiled chapter that says who is entitled to what. */
export type Entitlements = Pick<CompiledCare, "bySegment" | "exceptions">;

/** What stands for no care model among candidates; no model may bear this name. */
const NO_MODEL = "none";

/**
 * The care model of one account: that of its segment, unless an exception is in force.
 *
 * An exception holds from its first day until the day before `validUntil`. An account that is
 * excluded or unclassified has no model. Of several candidates or segments that are entitled to one
 * model, that model is the answer; otherwise the models are the candidates.
 *
 * @param accountId - whose exception may hold; compared exactly, so `"1"` is not `1`
 * @param segment - the account's segment decision
 * @param care - the compiled chapter
 * @param asOf - day of asking as an epoch day
 * @returns the model, none, or the candidates with the facts that are missing
 *
 * @example Candidates that share a care model
 * ```ts
 * import { entitle } from "hoito/care";
 *
 * const care = {
 *   segmentedBy: "size",
 *   models: new Map(),
 *   bySegment: new Map([["middle", "light"], ["small", "light"]]),
 *   exceptions: new Map(),
 * };
 * const segment = {
 *   value: { kind: "undecided", candidates: ["middle", "small"] },
 *   because: [],
 *   missing: [{ path: "headcount", why: "missing" }],
 * } as const;
 * entitle("A", segment, care, 0).value; // => { kind: "model", model: "light" }
 * ```
 *
 * @category Care
 */
export function entitle(
  accountId: RecordId,
  segment: Decision<SegmentOutcome>,
  care: Entitlements,
  asOf: number,
): Decision<CareOutcome> {
  const exceptions = care.exceptions.get(accountId) ?? [];
  const exception = exceptions.find((each) => each.fromDay <= asOf && asOf < each.untilDay);
  if (exception !== undefined) return exceptional(exception);
  const labels = [...new Set(labelsOf(segment.value))];
  const because = labels.map((label) => reason(label, care));
  const candidates = [...new Set(labels.map((label) => modelOf(label, care)))];
  if (candidates.length > 1) {
    return { value: { kind: "undecided", candidates }, because, missing: segment.missing };
  }
  const model = candidates[0]!;
  return {
    value: model === NO_MODEL ? { kind: "none" } : { kind: "model", model },
    because,
    missing: [],
  };
}

/**
 * The first day after `asOf` on which an exception of this account begins or ends.
 *
 * @param accountId - whose exceptions
 * @param care - the compiled chapter
 * @param asOf - an epoch day
 * @returns an epoch day, or `Infinity` when none is to come
 *
 * @category Care
 */
export function nextException(accountId: RecordId, care: Entitlements, asOf: number): number {
  const days = (care.exceptions.get(accountId) ?? [])
    .flatMap(({ fromDay, untilDay }) => [fromDay, untilDay])
    .filter((day) => day > asOf);
  return Math.min(...days, Number.POSITIVE_INFINITY);
}

function exceptional({ exception, path }: CompiledException): Decision<CareOutcome> {
  const { model, reason } = exception;
  const details = { model, reason };
  return {
    value: { kind: "model", model },
    because: [{ kind: "step", step: "careException", path, details, of: [] }],
    missing: [],
  };
}

function labelsOf(segment: SegmentOutcome): readonly string[] {
  switch (segment.kind) {
    case "segment":
      return [segment.segment];
    case "segments":
      return segment.segments;
    case "undecided":
    case "conflict":
      return segment.candidates;
    default:
      return [segment.kind];
  }
}

function modelOf(label: string, care: Entitlements): string {
  return care.bySegment.get(label) ?? NO_MODEL;
}

function reason(label: string, care: Entitlements): Reason {
  const details = { segment: label, model: modelOf(label, care) };
  const path = `care.bySegment.${label}`;
  return { kind: "step", step: "careBySegment", path, details, of: [] };
}
