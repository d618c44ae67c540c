import {
  ANNOTATIONS,
  compileDuration,
  MAX_PARTS,
  type ParameterOperand,
  parameterNamed,
  type Scope,
} from "../../rules/index.js";
import { type Checked, checked, errorAt, nearestName, showInput } from "../../shapes/index.js";
import { type Duration, isCivilDate, shiftDayWithin, toEpochDay } from "../../time/index.js";
import { type DefinitionNames, definitionScope } from "./definition-scope.js";
import { checkLabels } from "./label-column.js";
import type {
  CompiledReview,
  CompiledStayLevel,
  CompiledStayRule,
  StayReview,
  StayRule,
} from "./stay-rule.js";

const TERMS = ["by", "membership", "minimumStay", "minimumStayHolds", "grace", "review"];
const WORDS = { score: ["levels", "lowest"], label: ["labels"] };
const LEVEL_WORDS = ["label", "promoteFrom", "holdFrom", "demoteBelow"];
/** Durations are compared by where they lead from 2001-01-01. */
const SOME_DAY = 11_323;

/**
 * A rule of staying ready to be replayed: its thresholds in order, its parameters resolved.
 *
 * Of each segment `demoteBelow` ≤ `holdFrom` ≤ `promoteFrom`, and a better segment has higher
 * thresholds than a worse one. Reviews are a day or more apart.
 *
 * @param rule - as the company wrote it
 * @param names - the parameters it may name
 * @returns the rule, or all of the findings `thresholds-out-of-order`, `duplicate-label`,
 *   `reserved-name`, `empty-list`, `unknown-value`, `unknown-property`, `wrong-value-type`,
 *   `out-of-range`, `not-a-civil-date`, `too-many`, `malformed-rule`, and those of durations and parameters
 *
 * @example A threshold that nobody could ever hold
 * ```ts
 * import { compileStayRule } from "hoito/segments";
 *
 * const result = compileStayRule(
 *   {
 *     by: "score",
 *     membership: "dynamic",
 *     levels: [{ label: "key", promoteFrom: 60, holdFrom: 80, demoteBelow: 20 }],
 *     lowest: "standard",
 *     minimumStay: "none",
 *     minimumStayHolds: "demotion",
 *     grace: { months: 6 },
 *     review: "daily",
 *   },
 *   {},
 * );
 * result.findings[0]?.code; // => "thresholds-out-of-order"
 * ```
 *
 * @category Segments
 */
export function compileStayRule(rule: StayRule, names: DefinitionNames): Checked<CompiledStayRule> {
  const scope = definitionScope(names);
  try {
    return compile(rule, scope);
  } catch {
    const text = "a part of the rule is missing or has another shape than it should";
    return { ok: false, findings: [...scope.findings, errorAt("", "malformed-rule", text)] };
  }
}

type Ladder = Pick<CompiledStayRule, "labels" | "levels">;

const NO_LADDER: Ladder = { labels: [], levels: [] };

function compile(rule: StayRule, scope: Scope): Checked<CompiledStayRule> {
  const { by, membership, minimumStayHolds } = rule;
  word(membership, ["static", "dynamic"], "membership", scope);
  word(minimumStayHolds, ["demotion", "everyMove"], "minimumStayHolds", scope);
  const ladder = word(by, ["score", "label"], "by", scope) ? compileLadder(rule, scope) : NO_LADDER;
  const minimumStay = compileTerm(rule.minimumStay, scope, "minimumStay");
  const grace = compileTerm(rule.grace, scope, "grace");
  const review = compileReview(rule.review, scope);
  return checked(scope.findings, () => {
    const isDynamic = membership === "dynamic";
    const holdsPromotions = minimumStayHolds === "everyMove";
    return { by, isDynamic, ...ladder, minimumStay, holdsPromotions, grace, review: review! };
  });
}

function word(written: string, known: readonly string[], path: string, scope: Scope): boolean {
  if (known.includes(written)) return true;
  const text = `${showInput(written)} says nothing here`;
  scope.fault(path, "unknown-value", text, nearestName(String(written), known));
  return false;
}

function compileLadder(rule: StayRule, scope: Scope): Ladder {
  scope.checkWords(rule, [...TERMS, ...WORDS[rule.by], ...ANNOTATIONS], "rule");
  const path = rule.by === "score" ? "levels" : "labels";
  const labels =
    rule.by === "score" ? [...rule.levels.map(({ label }) => label), rule.lowest] : rule.labels;
  checkLabels(labels, path, scope.findings);
  if (labels.length < 2) scope.fault(path, "empty-list", "a membership has two segments or more");
  if (labels.length > MAX_PARTS) return NO_LADDER;
  if (rule.by === "label") return { labels, levels: labels.slice(1).map(levelOfLabel(labels)) };
  const levels = rule.levels.map((level, index): CompiledStayLevel => {
    const at = `levels[${index}]`;
    scope.checkWords(level, LEVEL_WORDS, at);
    return {
      promoteFrom: threshold(level.promoteFrom, scope, `${at}.promoteFrom`),
      holdFrom: threshold(level.holdFrom, scope, `${at}.holdFrom`),
      demoteBelow: threshold(level.demoteBelow, scope, `${at}.demoteBelow`),
    };
  });
  checkThresholds(levels, scope);
  return { labels, levels };
}

/** A label stands for its height over the lowest; it is held by itself and has no sudden fall. */
function levelOfLabel(labels: readonly string[]): (_: string, index: number) => CompiledStayLevel {
  return (_, index) => {
    const height = labels.length - 1 - index;
    return { promoteFrom: height, holdFrom: height, demoteBelow: Number.NEGATIVE_INFINITY };
  };
}

function threshold(written: number | ParameterOperand, scope: Scope, path: string): number {
  if (typeof written === "object" && written !== null) {
    const found = parameterNamed(written.parameter, "number", scope, path);
    return found?.kind === "number" ? found.value : Number.NaN;
  }
  if (Number.isFinite(written)) return written;
  scope.fault(path, "wrong-value-type", `${showInput(written)} is no number`);
  return Number.NaN;
}

/** A threshold that has a fault of its own is out of no order. */
function checkThresholds(levels: readonly CompiledStayLevel[], scope: Scope): void {
  for (const [index, { promoteFrom, holdFrom, demoteBelow }] of levels.entries()) {
    const at = `levels[${index}]`;
    if (demoteBelow > holdFrom || holdFrom > promoteFrom) {
      const text = "`demoteBelow` is at most `holdFrom`, and that at most `promoteFrom`";
      scope.fault(at, "thresholds-out-of-order", text);
    }
    const better = levels[index - 1];
    if (better === undefined) continue;
    if (promoteFrom >= better.promoteFrom || holdFrom >= better.holdFrom) {
      const text = "a worse segment has lower thresholds than the one before it";
      scope.fault(at, "thresholds-out-of-order", text);
    }
  }
}

function compileTerm(written: StayRule["grace"], scope: Scope, path: string): Duration | undefined {
  return written === "none" ? undefined : compileDuration(written, scope, path);
}

function compileReview(written: StayReview, scope: Scope): CompiledReview | undefined {
  if (written === "daily") return { kind: "daily" };
  if (typeof written !== "object" || written === null) {
    const text = `${showInput(written)} says on no day when to review`;
    return scope.fault("review", "unknown-value", text, "daily");
  }
  if ("on" in written) {
    const days = written.on.filter((day, index) => isDay(day, scope, `review.on[${index}]`));
    return { kind: "on", days: days.map(toEpochDay).sort((left, right) => left - right) };
  }
  const every = compileDuration(written.every, scope, "review.every");
  if (!isDay(written.from, scope, "review.from") || every === undefined) return undefined;
  if (shiftDayWithin(SOME_DAY, every, 1) > SOME_DAY) {
    return { kind: "every", every, from: toEpochDay(written.from) };
  }
  return scope.fault("review.every", "out-of-range", "reviews are a day or more apart");
}

function isDay(written: unknown, scope: Scope, path: string): boolean {
  if (isCivilDate(written)) return true;
  scope.fault(path, "not-a-civil-date", `${showInput(written)} is not a civil date`);
  return false;
}
