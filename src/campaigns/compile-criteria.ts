import { ANNOTATIONS, compileCondition, type Scope, writtenNumber } from "../rules/index.js";
import type { CampaignDefinition } from "./campaign-definition.js";
import { oneOf } from "./check-conventions.js";
import type { CompiledCriterion } from "./compiled-campaign.js";
import type { ActivityCriterion, Criterion, HeadingCriterion } from "./criterion.js";
import { unitsOf } from "./units-of.js";
import { wholeWithin } from "./whole-within.js";

const MOST_CRITERIA = 30;
const SHARED = ["kind", "points", ...ANNOTATIONS];
const SCORED = [...SHARED, "from", "scoring", "rounding", "coolDownDays"];
const WORDS: Readonly<Record<Criterion["kind"], readonly string[]>> = {
  activity: [...SCORED, "where", "judged"],
  heading: [...SCORED, "parts"],
  plan: [...SHARED, "from", "offsetWeeks", "weeks", "minimumPerWeek"],
  credit: [...SHARED, "source"],
};
const MOST_FROM = 106;
const PARTS = ["customer", "site", "reason"];

/** The criteria in the order of the definition; faults go to the scope. */
export function compileCriteria(
  definition: CampaignDefinition,
  scope: Scope,
  path: string,
): readonly CompiledCriterion[] {
  const written = Object.entries(definition.criteria);
  const at = `${path}.criteria`;
  if (written.length === 0) scope.fault(at, "no-criteria", "a campaign has at least one criterion");
  if (written.length > MOST_CRITERIA) {
    scope.fault(at, "too-many", `a campaign has at most ${MOST_CRITERIA} criteria`);
    return [];
  }
  return written.flatMap(([name, each], position) => {
    const here = `${at}.${name}`;
    if (!oneOf(each.kind, Object.keys(WORDS), scope, `${here}.kind`)) return [];
    scope.checkWords(each, WORDS[each.kind], here);
    const units = unitsOf(each.points, definition, scope, `${here}.points`);
    if (each.points === 0)
      scope.fault(`${here}.points`, "out-of-range", "a criterion earns something");
    return [{ ...plain(name, position), units, ...rest(each, scope, here) }];
  });
}

function plain(name: string, position: number): Omit<CompiledCriterion, "units" | "kind"> {
  return {
    name,
    position,
    from: undefined,
    scoring: "allOrNothing",
    rounding: "down",
    coolDownDays: undefined,
    isJudged: false,
    where: undefined,
    plan: undefined,
    source: undefined,
  };
}

function rest(
  criterion: Criterion,
  scope: Scope,
  path: string,
): Pick<CompiledCriterion, "kind"> & Partial<CompiledCriterion> {
  if (criterion.kind === "credit") {
    if (typeof criterion.source !== "string") {
      scope.fault(`${path}.source`, "missing-property", "a credit criterion names its `source`");
    }
    return { kind: "credit", source: criterion.source, scoring: "perEvent" };
  }
  const { from } = criterion;
  if (from !== undefined && from !== "afterPractice") {
    wholeWithin(from, 1, MOST_FROM, scope, `${path}.from`);
  }
  if (criterion.kind === "plan") {
    const plan = {
      offsetWeeks: wholeNumber(criterion.offsetWeeks, 0, 26, scope, `${path}.offsetWeeks`),
      weeks: wholeNumber(criterion.weeks, 1, 26, scope, `${path}.weeks`),
      minimumPerWeek: wholeNumber(
        criterion.minimumPerWeek,
        1,
        100,
        scope,
        `${path}.minimumPerWeek`,
      ),
    };
    return { kind: "plan", from, plan };
  }
  return { kind: "activity", from, ...scored(criterion, scope, path) };
}

/** A number within its bounds, written out or a parameter; the least stands in for a faulty one. */
function wholeNumber(
  written: unknown,
  least: number,
  most: number,
  scope: Scope,
  path: string,
): number {
  const value = writtenNumber(written, scope, path);
  const isFaulty = value === undefined && written !== undefined;
  return !isFaulty && wholeWithin(value, least, most, scope, path) ? (value as number) : least;
}

function scored(
  criterion: ActivityCriterion | HeadingCriterion,
  scope: Scope,
  path: string,
): Partial<CompiledCriterion> {
  const { scoring, rounding, coolDownDays } = criterion;
  oneOf(scoring, ["allOrNothing", "perEvent", "proportional"], scope, `${path}.scoring`);
  if (scoring === "proportional" || rounding !== undefined) {
    oneOf(rounding, ["up", "down", "halfUp"], scope, `${path}.rounding`);
  }
  if (coolDownDays !== undefined) {
    wholeWithin(coolDownDays, 1, 366, scope, `${path}.coolDownDays`);
    if (scoring !== "perEvent") {
      const text = "only points for single activities can cool down: `scoring` is not `perEvent`";
      scope.fault(`${path}.coolDownDays`, "unknown-property", text);
    }
  }
  const isJudged = criterion.kind === "activity" && criterion.judged === true;
  const written =
    criterion.kind === "activity"
      ? criterion.where
      : headingWith(criterion.parts, scope, `${path}.parts`);
  const where = compileCondition(written, scope, `${path}.where`, new Map());
  return { scoring, rounding: rounding ?? "down", coolDownDays, isJudged, where };
}

/** The condition on a heading's parts; the list of them is checked here. */
function headingWith(written: unknown, scope: Scope, path: string): unknown {
  const parts: readonly unknown[] = Array.isArray(written) ? written : [];
  for (const [index, part] of parts.entries()) oneOf(part, PARTS, scope, `${path}[${index}]`);
  if (parts.length === 0) {
    const code = Array.isArray(written) ? "empty-list" : "not-a-list";
    scope.fault(path, code, "a heading names at least one part, as a list");
  }
  return { field: "headingParts", includesAllOf: parts.length === 0 ? PARTS : parts };
}
