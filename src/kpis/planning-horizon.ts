import { type CivilDate, toEpochDay, weekdayIndex } from "../time/index.js";
import { type FigureKind, figureKind, withShared } from "./figure-kind.js";
import { countKind, operational } from "./rate-kind.js";
import { count, exclude, histogramOf, keyOf, keysOf, note, place } from "./tally.js";
import { type Kinds, kinds } from "./visit-quality.js";

/** How far ahead every person's visits must be planned. */
interface HorizonMethod extends Kinds {
  readonly weeks: number;
  /** Whether the week of asking is the first of them, or the one after it. */
  readonly firstWeek: "current" | "next";
  /** Visits in each of the weeks. */
  readonly atLeast: number;
}

const horizonKind: FigureKind<HorizonMethod> = {
  describe: operational(
    "Planning horizon",
    "Suunnitteluhorisontti",
    "people with enough visits planned in each of the coming weeks by people with activities",
    "S0 §2.38, §9.15",
  ),
  arguments: withShared(kinds, {
    weeks: { kind: "number", atLeast: 1, atMost: 52, whole: true },
    firstWeek: { kind: "word", words: ["current", "next"] },
    atLeast: { kind: "number", atLeast: 1, atMost: 1000, whole: true },
  }),
  reads: ["activities"],
  add: (tally, facts, { kinds: wanted, weeks, firstWeek }) => {
    const { lastDay } = facts.window;
    const first = lastDay - weekdayIndex(lastDay) + 1 + (firstWeek === "next" ? 7 : 0);
    for (const { personId, kind, status, plannedOn } of facts.all("activities", tally)) {
      if (personId === undefined) {
        exclude(tally, "personUnknown");
        continue;
      }
      const person = keyOf(personId);
      note(tally, "people", person);
      if (status !== "planned" || plannedOn === undefined || !wanted.includes(kind)) continue;
      const week = Math.floor((toEpochDay(plannedOn) - first) / 7);
      if (week >= 0 && week < weeks) place(tally, "planned", `${week} ${person}`);
    }
  },
  finish: (tally, { weeks, atLeast }) => {
    const people = [...keysOf(tally, "people")];
    const planned = histogramOf(tally, "planned");
    const ready = people.filter((person) =>
      Array.from({ length: weeks }, (_, week) => planned.get(`${week} ${person}`) ?? 0).every(
        (visits) => visits >= atLeast,
      ),
    );
    const [numerator, denominator] = [ready.length, people.length];
    const value = denominator === 0 ? undefined : numerator / denominator;
    return { unit: "share", numerator, denominator, value };
  },
};

/** The figures of this family that a board can compute. */
export const planningKinds: Readonly<Record<string, FigureKind>> = {
  planningHorizon: figureKind(horizonKind),
  plannedVisits: figureKind(
    countKind<Kinds & { readonly from: "asOf" | "dayAfter" }>({
      describe: operational(
        "Visits agreed ahead",
        "Sovitut tulevat käynnit",
        "planned visits from the day of asking on",
        "S0 §2.67, §9.18",
      ),
      arguments: withShared(kinds, { from: { kind: "word", words: ["asOf", "dayAfter"] } }),
      reads: ["activities"],
      add: (tally, facts, { kinds: wanted, from }) => {
        const { last } = facts.window;
        const isAhead = (day: CivilDate): boolean =>
          day > last || (day === last && from === "asOf");
        for (const { kind, status, plannedOn } of facts.all("activities", tally)) {
          if (status !== "planned" || plannedOn === undefined || !wanted.includes(kind)) continue;
          if (isAhead(plannedOn)) count(tally, "numerator");
        }
      },
    }),
  ),
};
