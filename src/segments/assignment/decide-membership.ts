import { type Checked, checked, errorAt, type Finding } from "../../shapes/index.js";
import { isCivilDate } from "../../time/index.js";
import type { Decider, MembershipVerdict, SegmentMembership } from "./membership.js";
import { checkReason } from "./propose-membership.js";

/**
 * One step in the life of a membership.
 *
 * @category Segments
 */
export interface MembershipStep extends MembershipVerdict {
  readonly step: "approve" | "refuse" | "end";
}

/**
 * The steps that are legal from each status; every other step is refused.
 *
 * @category Segments
 */
export const legalMembershipSteps: Readonly<
  Record<SegmentMembership["status"], readonly MembershipStep["step"][]>
> = { proposed: ["approve", "refuse"], approved: ["end"], refused: [] };

/**
 * The membership after one step of its life: proposed → approved or refused; approved → ended.
 *
 * Only the body that the segment names decides, and where business lines decide, the line of the
 * membership. A decision falls on the day of the proposal or later, an ending on the day of the
 * approval or later; a membership that is ended holds until that day, exclusive, and never longer
 * than it did. What is refused stays refused: put it forward anew.
 *
 * @param membership - at any status; it is not changed
 * @param step - what is decided, by whom, on which day and why
 * @returns the membership after the step, or all of the findings `illegal-step`,
 *   `not-the-decider`, `missing-property`, `not-a-civil-date` and `before-proposal` that apply
 *
 * @example The management team approves, a business line may not
 * ```ts
 * import { orThrow } from "hoito";
 * import { decideMembership, proposeMembership } from "hoito/segments";
 *
 * const proposed = orThrow(
 *   proposeMembership(
 *     {
 *       id: 1,
 *       accountId: "A",
 *       segment: "keyAccount",
 *       basis: "data",
 *       reason: "Revenue from both lines.",
 *       proposedBy: "Aino",
 *       proposedOn: "2020-05-04",
 *     },
 *     { keyAccount: { decidedBy: "managementTeam" } },
 *   ),
 * );
 * const step = { step: "approve", on: "2020-05-11", reason: "Agreed." } as const;
 * const approved = decideMembership(proposed, { ...step, by: { body: "managementTeam" } });
 * approved.ok && approved.value.status; // => "approved"
 * decideMembership(proposed, { ...step, by: { body: "businessLine" } }).findings[0]?.code;
 * // => "not-the-decider"
 * ```
 *
 * @category Segments
 */
export function decideMembership(
  membership: SegmentMembership,
  step: MembershipStep,
): Checked<SegmentMembership> {
  const legal = legalMembershipSteps[membership.status];
  const findings: Finding[] = [];
  if (!legal.includes(step.step)) {
    const now = legal.length === 0 ? "no step is legal" : `legal now: ${legal.join(", ")}`;
    const text = `a membership that is \`${membership.status}\` cannot be told to \`${step.step}\``;
    findings.push(errorAt("step", "illegal-step", `${text}; ${now}`));
  }
  findings.push(...checkDecider(step.by, membership), ...checkReason(step.reason, "reason"));
  findings.push(...checkDay(membership, step));
  return checked(findings, () => {
    const { step: name, ...verdict } = step;
    if (name !== "end") {
      const status = name === "approve" ? ("approved" as const) : ("refused" as const);
      return { ...membership, status, decision: verdict };
    }
    const { validUntil = step.on } = membership;
    const earlier = validUntil < step.on ? validUntil : step.on;
    return { ...membership, validUntil: earlier, ending: verdict };
  });
}

function checkDecider(by: Decider, membership: SegmentMembership): readonly Finding[] {
  const { decidedBy, businessLine } = membership;
  if (by.body !== decidedBy) {
    const text = `\`${by.body}\` is not \`${decidedBy}\`, which has the last word`;
    return [errorAt("by.body", "not-the-decider", text)];
  }
  if (decidedBy !== "businessLine" || by.businessLine === businessLine) return [];
  const text = `the business line \`${by.businessLine}\` does not decide for \`${businessLine}\``;
  return [errorAt("by.businessLine", "not-the-decider", text)];
}

function checkDay(membership: SegmentMembership, { on }: MembershipStep): readonly Finding[] {
  if (!isCivilDate(on)) return [errorAt("on", "not-a-civil-date", `\`${on}\` is not a civil date`)];
  const before = membership.decision?.on ?? membership.proposedOn;
  if (on >= before) return [];
  return [errorAt("on", "before-proposal", `\`${on}\` is before \`${before}\``)];
}
