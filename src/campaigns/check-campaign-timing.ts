import { compareIds } from "../facts/index.js";
import type { Scope } from "../rules/index.js";
import { showInput } from "../shapes/index.js";
import { checkSpan, toEpochDay } from "../time/index.js";
import type { CompiledTiming } from "./compile-customer-campaign.js";
import type { CampaignTiming, CustomerCampaignDefinition } from "./customer-campaign.js";
import { prizeMinor } from "./prize-minor.js";

const MOST_PERIODS = 1000;

/** The periods of a customer campaign by their first day; faults go to the scope. */
export function checkCampaignTiming(
  definition: CustomerCampaignDefinition,
  scope: Scope,
  path: string,
): readonly CompiledTiming[] {
  const { timing } = definition;
  if (timing.length === 0 || timing.length > MOST_PERIODS) {
    const text = `a campaign has 1 to ${MOST_PERIODS} periods`;
    scope.fault(`${path}.timing`, timing.length === 0 ? "empty-list" : "too-many", text);
    return [];
  }
  checkAreaField(definition, scope, path);
  const labels = new Set<string>();
  const compiled = timing.flatMap((each, index) => {
    const at = `${path}.timing[${index}]`;
    if (labels.has(each.label)) {
      const text = `${showInput(each.label)} names an earlier period too`;
      scope.fault(`${at}.label`, "duplicate-label", text);
    }
    labels.add(each.label);
    return compileTiming(each, scope, at);
  });
  compiled.sort(compareTimings);
  checkOverlaps(compiled, scope, `${path}.timing`);
  return compiled;
}

/** By first day, then by label. */
function compareTimings(left: CompiledTiming, right: CompiledTiming): number {
  return left.fromDay - right.fromDay || compareIds(left.label, right.label);
}

function checkAreaField(
  { timing, areaFrom }: CustomerCampaignDefinition,
  scope: Scope,
  path: string,
): void {
  const at = `${path}.areaFrom`;
  if (areaFrom === undefined) {
    if (timing.every(({ areas }) => areas === undefined)) return;
    scope.fault(at, "missing-property", "periods of areas need the field that holds the area");
    return;
  }
  const slot = scope.slotOf(areaFrom, at);
  if (slot === undefined || slot.kind === "text" || Array.isArray(slot.kind)) return;
  scope.fault(at, "wrong-field-kind", "an area is a text or a category");
}

function compileTiming(timing: CampaignTiming, scope: Scope, at: string): CompiledTiming[] {
  scope.checkWords(timing, ["label", "from", "until", "areas", "fixedCost"], at);
  const { label, from, until, areas, fixedCost } = timing;
  if (typeof label !== "string" || label === "") {
    scope.fault(`${at}.label`, "empty-text", "a period has a label");
  }
  if (areas !== undefined && areas.length === 0) {
    scope.fault(`${at}.areas`, "empty-list", "a period of no area is for nobody");
  }
  const cost = fixedCost === undefined ? 0 : prizeMinor(fixedCost, scope, `${at}.fixedCost`);
  const faults = checkSpan(timing, at);
  scope.findings.push(...faults);
  if (faults.length > 0) return [];
  const days = { fromDay: toEpochDay(from), untilDay: toEpochDay(until) };
  const of = areas === undefined ? undefined : new Set(areas);
  return [{ label, ...days, areas: of, fixedCost: cost }];
}

/** In order of their first day, a period may overlap with one that is not its neighbour. */
function checkOverlaps(timing: readonly CompiledTiming[], scope: Scope, path: string): void {
  const latest = new Map<string | undefined, CompiledTiming>();
  for (const each of timing) {
    const own = each.areas === undefined ? [...latest.keys()] : [...each.areas, undefined];
    const before = own
      .map((area) => latest.get(area))
      .find((other) => {
        return other !== undefined && other.untilDay > each.fromDay;
      });
    if (before !== undefined) {
      const text = `\`${each.label}\` begins before \`${before.label}\` has ended in the same area`;
      scope.fault(path, "overlapping-periods", text);
    }
    for (const area of each.areas ?? [undefined]) {
      const known = latest.get(area);
      if (known === undefined || known.untilDay < each.untilDay) latest.set(area, each);
    }
  }
}
