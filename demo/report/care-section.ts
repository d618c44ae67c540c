import type { Cadence, CareModel, CarePolicy } from "hoito";
import type { QuotaCadence } from "hoito/cadence";
import type { OwningUnitRule } from "hoito/care";
import type { Duration } from "hoito/time";
import type { Chapter } from "../chapter.js";
import { cadenceTitle } from "./plain-names.js";
import { lines, type Section } from "./section.js";
import { segmentTitle } from "./segment-rows.js";
import { wrapped } from "./text-table.js";

/** What each segment is entitled to. */
export function careSection({ compiled }: Chapter): Section {
  const { policy } = compiled;
  const told = Object.entries(policy.care.bySegment).flatMap(([segment, name]) => {
    const model = policy.care.models[name]!;
    const cadences = model.cadences === "none" ? [] : model.cadences;
    const contacts = cadences.map((each) => tellCadence(each, policy));
    return [
      `  ${segmentTitle(segment, compiled)}: ${model.title ?? name}`,
      ...wrapped(tellOwnership(model.ownership), "    owner     "),
      ...(contacts.length === 0 ? ["    contacts  none"] : []),
      ...contacts.flatMap((each, index) => wrapped(each, index === 0 ? "    contacts  " : INDENT)),
      ...(model.note === undefined ? [] : wrapped(model.note, "    note      ")),
    ];
  });
  return { heading: "How they are cared for", blocks: [lines(told)] };
}

const INDENT = " ".repeat("    contacts  ".length);

function tellOwnership(rule: CareModel["ownership"]): string {
  const unit = rule.mode === "none" || rule.unit === undefined ? "" : `; ${tellUnit(rule.unit)}`;
  return `${tellPeople(rule)}${unit}`;
}

function tellUnit(unit: OwningUnitRule): string {
  switch (unit.by) {
    case "regional":
      return "the unit of its region";
    case "central":
      return "the centre";
    case "shared":
      return `shared by ${unit.split.map((each) => each.unit).join(" and ")}`;
    case "largestServiceShare":
      return "the unit that delivers most of its services";
  }
}

function tellPeople(rule: CareModel["ownership"]): string {
  switch (rule.mode) {
    case "none":
      return "nobody in particular";
    case "team":
      return "a team as a whole";
    case "pair":
      return "two people as a pair";
    case "named":
      return `somebody named for each ${rule.per.map(spaced).join(" and ") || "account"}`;
    case "onePerson": {
      const team = rule.team === undefined ? [] : [`team ${rule.team}`];
      const group =
        rule.steeringGroup === undefined ? [] : [`steering group ${rule.steeringGroup}`];
      return ["one person", ...team, ...group].join(", ");
    }
  }
}

function tellCadence(name: string, policy: CarePolicy): string {
  const cadence = policy.cadences[name]!;
  const isPerLine = "perBusinessLine" in cadence && cadence.perBusinessLine === true;
  const lines = isPerLine ? ", for each business line" : "";
  return `${cadenceTitle(name, policy)}: ${tellRhythm(cadence, policy)}${lines}`;
}

function tellRhythm(cadence: Cadence, policy: CarePolicy): string {
  const number = (written: number | { readonly parameter: string }): string =>
    String(resolved(written, policy));
  const length = (written: Duration | { readonly parameter: string }): string =>
    tellDuration(resolved(written, policy) as Duration);
  if (cadence.method === "interval") {
    const { earliest, ideal, latest } = cadence;
    const most = length(latest);
    if (length(ideal) === most) return `at the latest ${most} after the last`;
    return `${length(ideal)} after the last, between ${length(earliest)} and ${most}`;
  }
  if (cadence.method === "survey") return `once ${tellPeriod(cadence.per)}`;
  if (cadence.method !== "quota") return `as its ${cadence.record} call for it`;
  const { atLeast, atMost, per } = cadence;
  const least = atLeast === undefined ? [] : [`at least ${number(atLeast)}`];
  const most = atMost === undefined ? [] : [`at most ${number(atMost)}`];
  return `${[...least, ...most].join(" and ")} ${tellPeriod(per)}`;

  function tellPeriod(written: QuotaCadence["per"]): string {
    if (typeof written === "string") return `a ${written === "half" ? "half-year" : written}`;
    if ("rolling" in written) return `in any ${length(written.rolling)}`;
    return "a period of the company's own";
  }
}

function resolved(written: unknown, { parameters }: CarePolicy): unknown {
  if (typeof written !== "object" || written === null || !("parameter" in written)) return written;
  const value = parameters?.[String(written.parameter)];
  const isAnnotated = typeof value === "object" && "value" in value;
  return isAnnotated ? value.value : value;
}

function tellDuration(duration: Duration): string {
  const parts = Object.entries(duration).map(([unit, count]) => {
    return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
  });
  return parts.join(" and ");
}

function spaced(word: string): string {
  return word === "businessLine" ? "business line" : word;
}
