import type { Activity } from "../facts/index.js";
import type { Scope } from "../rules/index.js";
import { showInput } from "../shapes/index.js";
import {
  type ClockTime,
  instantAt,
  isClockTime,
  isWithinDeadline,
  isZone,
  readInstant,
  toCivilDate,
  toEpochDay,
  WEEKDAYS,
  type Weekday,
  weekdayIndex,
  weekdayNumber,
} from "../time/index.js";
import type { AccountFacts } from "./account-facts.js";
import { type ArgumentSpec, type FigureKind, figureKind, withShared } from "./figure-kind.js";
import { operational, rateKind } from "./rate-kind.js";
import { count, exclude, type Tally } from "./tally.js";

/** Which activities are visits. */
export interface Kinds {
  readonly kinds: readonly string[];
}

/** The argument that names them. */
export const kinds: { readonly kinds: ArgumentSpec } = { kinds: { kind: "texts" } };

/** Visits that took place in the period. */
export function visitsHeld(
  tally: Tally,
  facts: AccountFacts,
  wanted: readonly string[],
): readonly Activity[] {
  const activities = facts.inPeriod("activities", tally);
  return facts.remembered(wanted) ?? facts.remember(wanted, heldAmong(activities, wanted));
}

/** A loop, for it runs for every account: `filter` and `includes` take twice as long. */
function heldAmong(activities: readonly Activity[], wanted: readonly string[]): Activity[] {
  const visits: Activity[] = [];
  for (const activity of activities) {
    const { kind, status } = activity;
    if (status !== "held" && status !== "complete") continue;
    for (const each of wanted) {
      if (each !== kind) continue;
      visits.push(activity);
      break;
    }
  }
  return visits;
}

/* @__NO_SIDE_EFFECTS__ */
function visitRate<Method extends Kinds>(
  describe: FigureKind["describe"],
  isRight: (visit: Activity, method: Method) => boolean | string,
  specs: FigureKind["arguments"] = {},
): FigureKind {
  return figureKind(
    rateKind<Method>({
      describe,
      arguments: withShared(kinds, specs),
      reads: ["activities"],
      add: (tally, facts, method) => {
        for (const visit of visitsHeld(tally, facts, method.kinds)) {
          const right = isRight(visit, method);
          if (typeof right === "string") exclude(tally, right);
          else {
            count(tally, "denominator");
            if (right) count(tally, "numerator");
          }
        }
      },
    }),
  );
}

function isWritten(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== "";
}

/** When last week's visits must be closed. */
interface DeadlineMethod extends Kinds {
  readonly weekday: Weekday;
  readonly time: ClockTime;
  readonly zone: string;
  readonly bound: "inclusive" | "exclusive";
}

const deadlineKind = rateKind<DeadlineMethod>({
  describe: operational(
    "Visits closed by the deadline",
    "Määräaikaan mennessä päätetyt käynnit",
    "visits closed by a time of the week after by all visits whose deadline has passed",
    "S0 §2.36, §6",
  ),
  arguments: withShared(kinds, {
    weekday: { kind: "word", words: WEEKDAYS },
    time: { kind: "text" },
    zone: { kind: "text" },
    bound: { kind: "word", words: ["inclusive", "exclusive"] },
  }),
  reads: ["activities"],
  check: ({ time, zone }, scope, path) => {
    checkZone({ zone }, scope, path);
    if (isClockTime(time)) return;
    scope.fault(`${path}.time`, "not-a-time", `${showInput(time)} is no time of day`);
  },
  add: (tally, facts, method) => {
    for (const { heldOn, closedAt } of visitsHeld(tally, facts, method.kinds)) {
      const day = toEpochDay(heldOn!);
      const monday = day - weekdayIndex(day) + 1;
      const date = toCivilDate(monday + 6 + weekdayNumber(method.weekday));
      if (date > facts.window.asOf) {
        exclude(tally, "deadlineAhead");
        continue;
      }
      count(tally, "denominator");
      const at = readInstant(closedAt);
      const { time, zone, bound } = method;
      const deadline = instantAt({ date, time, zone }, { gap: "later", overlap: "later" });
      if (at !== undefined && isWithinDeadline(at, deadline, bound)) count(tally, "numerator");
    }
  },
});

/** Records a zone that nobody knows. */
export function checkZone({ zone }: { readonly zone: string }, scope: Scope, path: string): void {
  if (isZone(zone)) return;
  scope.fault(`${path}.zone`, "unknown-zone", `${showInput(zone)} is no time zone`);
}

/** The figures of this family that a board can compute. */
export const visitKinds: Readonly<Record<string, FigureKind>> = {
  visitsComplete: visitRate(
    operational(
      "Visits set to complete",
      "Päätetyt käynnit",
      "visits with the status complete by visits held",
      "S0 §2.33, §6",
    ),
    ({ status }) => status === "complete",
  ),
  visitsOnTime: figureKind(deadlineKind),
  visitHeadings: visitRate(
    operational(
      "Visits with a full heading",
      "Oikein otsikoidut käynnit",
      "visits whose heading has customer, site and reason by visits held",
      "S0 §2.40, §6",
    ),
    ({ heading = {} }) =>
      isWritten(heading.customer) && isWritten(heading.site) && isWritten(heading.reason),
  ),
  visitNotes: visitRate<Kinds & { readonly level: "any" | "good" }>(
    operational(
      "Visits with notes",
      "Muistiinpanojen kattavuus",
      "visits with any notes, or with good ones among those judged, by visits held",
      "S0 §2.40, §6",
    ),
    ({ notes, noteQuality }, { level }) => {
      if (level === "any") return isWritten(notes) || (noteQuality ?? "none") !== "none";
      if (noteQuality === undefined) return isWritten(notes) ? "notJudged" : false;
      return noteQuality === "good";
    },
    { level: { kind: "word", words: ["any", "good"] } },
  ),
  meetingTypes: figureKind(
    rateKind<{ readonly types: readonly string[]; readonly channels: readonly string[] }>({
      describe: operational(
        "Meetings of a known type",
        "Oikein luokitellut tapaamiset",
        "meetings through the channels whose kind is one of the types by all of them",
        "S0 §2.40, §6",
      ),
      arguments: { types: { kind: "texts" }, channels: { kind: "texts" } },
      reads: ["activities"],
      add: (tally, facts, { types, channels }) => {
        for (const { channel, kind, status } of facts.inPeriod("activities", tally)) {
          if (status === "cancelled" || status === "planned") continue;
          if (channel === undefined) exclude(tally, "channelUnknown");
          else if (channels.includes(channel)) {
            count(tally, "denominator");
            if (types.includes(kind)) count(tally, "numerator");
          }
        }
      },
    }),
  ),
};
