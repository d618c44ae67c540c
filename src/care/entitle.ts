import type { RecordId } from "../facts/index.js";
import type { SegmentOutcome } from "../segments/index.js";
import type { Decision, Reason } from "../shapes/index.js";
import type { CareOutcome } from "./care-model.js";
import type { CompiledCare, CompiledException } from "./compile-care.js";

/**
 * The care model of one account: that of its segment, unless an exception is in force.
 *
 * A segment that is undecided still gives a model when all its candidates are entitled to the same one.
 *
 * @param accountId - whose exception may hold
 * @param segment - the account's segment decision
 * @param asOf - day of asking as an epoch day
 */
export function entitle(
  accountId: RecordId,
  segment: Decision<SegmentOutcome>,
  care: CompiledCare,
  asOf: number,
): Decision<CareOutcome> {
  const exception = care.exceptions.find((each) => isInForce(each, accountId, asOf));
  if (exception !== undefined) return exceptional(exception);
  const candidates = [...new Set(labelsOf(segment.value).map((label) => modelOf(label, care)))];
  const because = [...new Set(labelsOf(segment.value))].map((label): Reason => {
    const model = modelOf(label, care);
    const path = `care.bySegment.${label}`;
    return { kind: "step", step: "careBySegment", path, details: { segment: label, model }, of: [] };
  });
  const [only, ...others] = candidates;
  if (others.length > 0) {
    return { value: { kind: "undecided", candidates }, because, missing: segment.missing };
  }
  const isNone = only === undefined || only === NO_MODEL;
  return { value: isNone ? { kind: "none" } : { kind: "model", model: only }, because, missing: [] };
}

/** The first day after `asOf` on which an exception of this account begins or ends. */
export function nextException(accountId: RecordId, care: CompiledCare, asOf: number): number {
  const days = care.exceptions
    .filter(({ exception }) => exception.accountId === accountId)
    .flatMap(({ fromDay, untilDay }) => [fromDay, untilDay])
    .filter((day) => day > asOf);
  return Math.min(...days, Number.POSITIVE_INFINITY);
}

/** What stands for no care model among candidates; no model may bear this name. */
const NO_MODEL = "none";

function isInForce(each: CompiledException, accountId: RecordId, asOf: number): boolean {
  return each.exception.accountId === accountId && each.fromDay <= asOf && asOf < each.untilDay;
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

function modelOf(label: string, care: CompiledCare): string {
  return care.bySegment.get(label) ?? NO_MODEL;
}
