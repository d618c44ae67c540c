import type { IntervalCadence, QuotaCadence } from "../../src/cadence/index.js";
import type { Activity } from "../../src/facts/index.js";
import type { CivilDate } from "../../src/time/index.js";
import { held } from "./ask-duties.js";

/** Counts visits on site: an activity without a channel leaves it unknown. */
const byChannel = {
  all: [
    { field: "kind", equals: "visit" },
    { field: "channel", equals: "onSite" },
  ],
} as const;

/** A visit on site every 20 to 30 days, due at once where there was none. */
export function interval(rest: Partial<IntervalCadence> = {}): IntervalCadence {
  return {
    method: "interval",
    counts: byChannel,
    earliest: { days: 0 },
    ideal: { days: 20 },
    latest: { days: 30 },
    whenNever: "dueAtOnce",
    roll: "next",
    ...rest,
  };
}

/** One visit on site a month. */
export function monthly(rest: Partial<QuotaCadence> = {}): QuotaCadence {
  return {
    method: "quota",
    counts: byChannel,
    atLeast: 1,
    per: "month",
    counting: "held",
    spread: "anyTime",
    roll: "next",
    ...rest,
  };
}

/** A visit on site that was held. */
export const onSite = (day: CivilDate): Activity => held(day, { channel: "onSite" });
