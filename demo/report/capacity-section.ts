import type { CapacityCheck, CapacityGap } from "hoito/policy";
import type { Chapter } from "../chapter.js";
import { whole } from "./figure-text.js";
import { cadenceTitle } from "./plain-names.js";
import { type Cell, facts, list, note, type Section, table } from "./section.js";

/** Most certificates that are told. */
const MOST = 3;

/** Whether the people can do all that the policy demands, and where not, why not. */
export function capacitySection(chapter: Chapter): Section | undefined {
  const { work, compiled } = chapter;
  if (work === undefined) return undefined;
  const { feasibility, gaps, leftOut, demand, capacity, undecided } = work.capacity;
  const { atMostMinutes, gapMinutes, kind } = feasibility;
  const title = (cadence: string): string => cadenceTitle(cadence, compiled.policy);
  const left = leftOut.map(({ cadence, contacts }) => `${contacts} × ${title(cadence)}`);
  const told: readonly (readonly [string, string])[] = [
    ["verdict", VERDICTS[kind]],
    ["room", `at most ${whole(atMostMinutes)} minutes of what is due can find a place`],
    ["a way found", `places all but ${whole(gapMinutes)} of these`],
    ["has to go", left.length === 0 ? "nothing" : left.join(", ")],
    ["undecided", `${undecided.length} accounts, of which it is not known what is due`],
  ];
  const certificates = gaps.slice(0, MOST).map((gap) => tellGap(gap, title));
  const rest = gaps.length - MOST;
  const more = rest > 0 ? [`and ${rest} more`] : [];
  return {
    heading: "Is there room? Checked before anybody plans",
    blocks: [
      facts(told),
      table(columns, weekRows(demand, capacity)),
      note("What is late already is asked of the first week; later weeks may take it."),
      list([...certificates, ...more]),
    ],
  };
}

const VERDICTS = {
  feasible: "all of it has room",
  infeasible: "not all of it has room, and this is proved",
  undecided: "no way was found for all of it, and none is proved impossible",
} as const;

const columns = [
  { title: "week" },
  { title: "contacts", align: "right" },
  { title: "minutes asked", align: "right" },
  { title: "minutes there", align: "right" },
  { title: "asked of what is there" },
] as const;

function weekRows(
  demand: CapacityCheck["demand"],
  capacity: CapacityCheck["capacity"],
): readonly (readonly Cell[])[] {
  return capacity.map(({ week, minutes }) => {
    const own = demand.filter((each) => each.week === week);
    const asked = own.reduce((sum, each) => sum + each.minutes, 0);
    const contacts = own.reduce((sum, each) => sum + each.duties, 0);
    return [week, `${contacts}`, whole(asked), whole(minutes), { part: asked, whole: minutes }];
  });
}

/** The proof of one overload in words. */
function tellGap(gap: CapacityGap, title: (cadence: string) => string): string {
  const { cells, duties, demandedMinutes, usableMinutes, shortMinutes, aloneGives } = gap;
  const spans = new Map<string, string[]>();
  for (const { personId, weeks } of cells) {
    const [first, last] = [weeks[0], weeks.at(-1)];
    const span = first === last ? `in ${first}` : `from ${first} to ${last}`;
    spans.set(span, [...(spans.get(span) ?? []), String(personId)]);
  }
  const who = [...spans].map(([span, people]) => `${people.join(" and ")} ${span}`);
  const ways = aloneGives.flatMap(({ cadence, contacts }) => {
    return contacts === "notEnough" ? [] : [`${contacts} × ${title(cadence)}`];
  });
  const way = ways.length === 0 ? "no cadence alone can give that much" : ways.join(" or ");
  return [
    `${who.join(", ")}: ${duties} contacts belong there and nowhere else. They ask for`,
    `${whole(demandedMinutes)} minutes, ${whole(usableMinutes)} can be used,`,
    `${whole(shortMinutes)} are too many. What could give: ${way}.`,
  ].join(" ");
}
