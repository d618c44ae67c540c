import { type Checked, checked, errorAt, type Finding, nearestName } from "../../shapes/index.js";
import { isCivilDate } from "../../time/index.js";
import type { SegmentLabel } from "../classifier.js";
import { checkWord } from "./check-word.js";
import type { MembershipBasis, MembershipProposal, SegmentMembership } from "./membership.js";

/** What every membership of a format 1 bears. */
const FORMAT = "hoito-membership/1";

const BASES: readonly string[] = [
  "data",
  "judgement",
  "insideKnowledge",
] satisfies readonly MembershipBasis[];

/** What a segment calls its decider when each business line decides for itself. */
const BUSINESS_LINE = "businessLine";

/**
 * A membership put forward, waiting for whoever has the last word on the segment.
 *
 * Who decides is read off the segment's `decidedBy`. Where the business lines decide, the proposal
 * names one. A segment without `decidedBy` is settled by its rules, and nothing is to be proposed.
 *
 * @param proposal - account, segment, basis, reason, and who proposes when
 * @param labels - the segments of the classifier, by name
 * @returns the membership with the status `proposed`, or all of the findings `unknown-segment`,
 *   `nobody-decides`, `unknown-value` (a basis that is none), `missing-property`,
 *   `not-a-civil-date` and `span-reversed` that apply
 *
 * @example A key account is put forward to the management team
 * ```ts
 * import { proposeMembership } from "hoito/segments";
 *
 * const proposed = proposeMembership(
 *   {
 *     id: 1,
 *     accountId: "A",
 *     segment: "keyAccount",
 *     basis: "insideKnowledge",
 *     reason: "They open two plants next year.",
 *     proposedBy: "Aino",
 *     proposedOn: "2020-05-04",
 *   },
 *   { keyAccount: { decidedBy: "managementTeam" }, standard: {} },
 * );
 * proposed.ok && proposed.value.status; // => "proposed"
 * proposed.ok && proposed.value.decidedBy; // => "managementTeam"
 * ```
 *
 * @category Segments
 */
export function proposeMembership(
  proposal: MembershipProposal,
  labels: Readonly<Record<string, SegmentLabel>>,
): Checked<SegmentMembership> {
  const { segment, businessLine } = proposal;
  const findings: Finding[] = [];
  const label = Object.hasOwn(labels, segment) ? labels[segment] : undefined;
  if (label === undefined) {
    const near = nearestName(segment, Object.keys(labels));
    const text = `there is no segment \`${segment.slice(0, 80)}\``;
    findings.push(errorAt("segment", "unknown-segment", text, near));
  } else if (label.decidedBy === undefined) {
    const text = `nobody has to decide on \`${segment}\``;
    findings.push(errorAt("segment", "nobody-decides", text));
  }
  if (label?.decidedBy === BUSINESS_LINE && businessLine === undefined) {
    const text = `\`${segment}\` is decided by a business line, and none is named`;
    findings.push(errorAt(BUSINESS_LINE, "missing-property", text));
  }
  findings.push(...checkWord(proposal.basis, BASES, "basis"));
  findings.push(...checkReason(proposal.reason, "reason"), ...checkDates(proposal));
  return checked(findings, () => {
    return { format: FORMAT, ...proposal, decidedBy: label!.decidedBy!, status: "proposed" };
  });
}

/** A decision that says nothing of why is no decision. */
export function checkReason(reason: unknown, path: string): readonly Finding[] {
  if (typeof reason === "string" && reason.trim() !== "") return [];
  return [errorAt(path, "missing-property", "a `reason` says why")];
}

function checkDates(proposal: MembershipProposal): readonly Finding[] {
  const { proposedOn, validFrom, validUntil } = proposal;
  const dates = Object.entries({ proposedOn, validFrom, validUntil });
  const faults = dates
    .filter(([, date]) => date !== undefined && !isCivilDate(date))
    .map(([path, date]) => errorAt(path, "not-a-civil-date", `\`${date}\` is not a civil date`));
  if (faults.length > 0 || validUntil === undefined) return faults;
  if (validUntil > (validFrom ?? proposedOn)) return [];
  const text = `a membership cannot end on ${validUntil} when it begins on ${validFrom ?? proposedOn}`;
  return [errorAt("validUntil", "span-reversed", text)];
}
