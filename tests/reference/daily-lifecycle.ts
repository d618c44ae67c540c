import type { LifecycleDefinition } from "../../src/segments/index.js";
import { addDays, addDuration, type CivilDate, type Duration } from "../../src/time/index.js";

/** One thing that happened. */
export interface DatedEvent {
  readonly name: string;
  readonly on: CivilDate;
}

/**
 * A lifecycle looked at on every single day, counting all events anew each time. All numbers and
 * durations of the definition are literal.
 */
export function dailyLifecycle(
  events: readonly DatedEvent[],
  definition: LifecycleDefinition,
  from: CivilDate,
  asOf: CivilDate,
): { readonly state: string; readonly since?: CivilDate; readonly relationshipSince?: CivilDate } {
  let state = definition.start;
  let since: CivilDate | undefined;
  let relationshipSince: CivilDate | undefined;
  for (let day = from; day <= asOf; day = addDays(day, 1)) {
    const way = definition.transitions.find(({ from: sources, when }) => {
      if (!(typeof sources === "string" ? [sources] : sources).includes(state)) return false;
      if ("event" in when) {
        const inState = events.filter(({ name, on }) => {
          return name === when.event && on <= day && (since === undefined || on > since);
        });
        return inState.length >= ((when.times as number | undefined) ?? 1);
      }
      if ("after" in when) return day >= addDuration(since!, when.after as Duration);
      const last = events
        .filter(({ name, on }) => {
          const isOurs = relationshipSince === undefined || on >= relationshipSince;
          return name === when.quiet && on <= day && isOurs;
        })
        .map(({ on }) => on)
        .sort()
        .at(-1);
      const later = last === undefined || last < since! ? since! : last;
      const start = when.countedFrom === "entry" ? later : (last ?? since!);
      return day >= addDuration(start, when.for as Duration);
    });
    if (way === undefined) continue;
    [state, since] = [way.to, day];
    if (definition.states[state]!.startsRelationship === true) relationshipSince = day;
  }
  return {
    state,
    ...(since === undefined ? {} : { since }),
    ...(relationshipSince === undefined ? {} : { relationshipSince }),
  };
}
