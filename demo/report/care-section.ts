import type { Cadence, CareModel, CarePolicy } from "hoito";
import type { Duration } from "hoito/time";
import type { Chapter, Section } from "../chapter.js";
import { cadenceTitle } from "./plain-names.js";
import { segmentTitle } from "./segment-rows.js";
import { wrapped } from "./text-table.js";

/** What each segment is entitled to. */
export function careSection({ compiled }: Chapter): Section {
  const { policy } = compiled;
  const lines = Object.entries(policy.care.bySegment).flatMap(([segment, name]) => {
    const model = policy.care.models[name]!;
    const cadences = model.cadences === "none" ? [] : model.cadences;
    const told = cadences.map((each) => tellCadence(each, policy));
    return [
      `  ${segmentTitle(segment, compiled)}: ${model.title ?? name}`,
      ...wrapped(tellOwnership(model.ownership), "    owner     "),
      ...(told.length === 0 ? ["    contacts  none"] : []),
      ...told.flatMap((each, index) => wrapped(each, index === 0 ? "    contacts  " : INDENT)),
      ...(model.note === undefined ? [] : wrapped(model.note, "    note      ")),
    ];
  });
  return { heading: "How they are cared for", lines };
}

const INDENT = " ".repeat("    contacts  ".length);

function tellOwnership(rule: CareModel["ownership"]): string {
  switch (rule.mode) {
    case "none":
      return "nobody in particular";
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
  const lines = cadence.perBusinessLine === true ? ", for each business line" : "";
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
  const { atLeast, atMost, per } = cadence;
  const least = atLeast === undefined ? [] : [`at least ${number(atLeast)}`];
  const most = atMost === undefined ? [] : [`at most ${number(atMost)}`];
  return `${[...least, ...most].join(" and ")} ${tellPeriod(per)}`;

  function tellPeriod(written: typeof per): string {
    if (typeof written === "string") return `a ${written === "half" ? "half-year" : written}`;
    if ("rolling" in written) return `in any ${length(written.rolling)}`;
    return "a period of the company's own";
  }
}

function resolved(written: unknown, { parameters }: CarePolicy): unknown {
  if (typeof written !== "object" || written === null || !("parameter" in written)) return written;
  return parameters?.[String(written.parameter)];
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
