import { compareIds } from "../../facts/index.js";
import { type Finding, nearestName, type Reason, warningAt } from "../../shapes/index.js";
import type { CompiledClassifier } from "../any-classifier.js";
import type { SegmentOutcome } from "../classifier.js";
import { UNCLASSIFIED } from "../method.js";
import { outcomeAmong, outcomeOf } from "../method-rules.js";
import {
  type EffectiveContext,
  type EffectiveSegment,
  effectiveSegment,
} from "./effective-segment.js";
import type { SegmentMembership } from "./membership.js";

/**
 * What counts once people have decided, as care understands it, and where it comes from.
 *
 * @category Segments
 */
export interface SegmentInForce {
  /** What care goes by; without an approval that it needs never the segment itself. */
  readonly outcome: SegmentOutcome;
  /** Where it stands: by the rules, by a membership, or still a proposal. */
  readonly effective: EffectiveSegment;
  /** The memberships that were looked at, and what was put in the place of a proposal. */
  readonly because: readonly Reason[];
  /** The warning `unknown-segment` for each membership in a segment that there is not. */
  readonly findings: readonly Finding[];
}

/**
 * The segment that care goes by, once memberships are taken into account.
 *
 * What {@link effectiveSegment} calls a proposal is not in force: in its place stands the label's
 * `unlessApproved`, and where it has none the unit is unclassified. The same is done to every
 * candidate and to every segment of several, so that an answer is decided where all that is left is
 * one segment. A membership in a segment that the classifier does not have counts for nothing.
 *
 * @param computed - what classification came to
 * @param memberships - of any accounts, in any order
 * @param classifier - its labels say who decides, and what holds until then
 * @param context - the day, the unit, and where it is known since when the relationship lasts
 * @returns what is in force with its reasons
 * @throws {@link HoitoError} `not-a-civil-date` when a date is none
 *
 * @example Standard care until the management team has decided
 * ```ts
 * import { segmentInForce } from "hoito/segments";
 *
 * const labels = new Map([
 *   ["keyAccount", { decidedBy: "managementTeam", unlessApproved: "standard" }],
 *   ["standard", {}],
 * ]);
 * const computed = { kind: "segment", segment: "keyAccount", decidedBy: "managementTeam" } as const;
 * const context = { asOf: "2020-05-04", unit: { accountId: "A" } } as const;
 * const { outcome, effective } = segmentInForce(computed, [], { name: "group", labels }, context);
 * outcome; // => { kind: "segment", segment: "standard" }
 * effective.kind; // => "proposal"
 * ```
 *
 * @category Segments
 */
export function segmentInForce(
  computed: SegmentOutcome,
  memberships: readonly SegmentMembership[],
  classifier: Pick<CompiledClassifier, "name" | "labels">,
  context: EffectiveContext,
): SegmentInForce {
  const { name, labels } = classifier;
  const own = memberships
    .filter(({ accountId }) => accountId === context.unit.accountId)
    .sort((left, right) => compareIds(left.id, right.id));
  const known = own.filter(({ segment }) => labels.has(segment));
  const { value: effective, because } = effectiveSegment(computed, known, context);
  const outcome = inForce(computed, effective, classifier);
  return {
    outcome,
    effective,
    because:
      effective.kind === "proposal" ? [proposal(name, effective, outcome, because)] : because,
    findings: own.flatMap(({ id, segment }) => {
      if (labels.has(segment)) return [];
      const text = `membership \`${id}\` is in \`${segment.slice(0, 80)}\`, which is no segment`;
      return [
        warningAt("memberships", "unknown-segment", text, nearestName(segment, labels.keys())),
      ];
    }),
  };
}

function inForce(
  computed: SegmentOutcome,
  effective: EffectiveSegment,
  classifier: Pick<CompiledClassifier, "labels">,
): SegmentOutcome {
  const { labels } = classifier;
  const approved = (label: string): string => {
    const { decidedBy, unlessApproved = UNCLASSIFIED } = labels.get(label) ?? {};
    return decidedBy === undefined ? label : unlessApproved;
  };
  switch (effective.kind) {
    case "proposal":
      return outcomeOf(approved(effective.segment), classifier);
    case "segment":
      return effective.by === "membership" ? outcomeOf(effective.segment, classifier) : computed;
    case "segments": {
      const left = new Set(effective.segments.map(approved));
      const segments = [...labels.keys()].filter((label) => left.has(label));
      return segments.length === 0 ? { kind: "unclassified" } : { kind: "segments", segments };
    }
    case "undecided":
    case "conflict": {
      // A conflict that was not computed is one of memberships in force: all of it is approved.
      if (effective !== computed) return effective;
      const candidates = [...new Set(effective.candidates.map(approved))];
      return candidates.length > 1
        ? { ...effective, candidates }
        : outcomeAmong(candidates, classifier);
    }
    default:
      return effective;
  }
}

function proposal(
  name: string,
  { segment, decidedBy, state }: Extract<EffectiveSegment, { readonly kind: "proposal" }>,
  outcome: SegmentOutcome,
  of: readonly Reason[],
): Reason {
  const takes = outcome.kind === "segment" ? outcome.segment : outcome.kind;
  const path = `segments.${name}.labels.${segment}`;
  return {
    kind: "step",
    step: "notApproved",
    path,
    details: { segment, decidedBy, state, takes },
    of,
  };
}
