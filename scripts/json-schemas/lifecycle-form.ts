import { recordKinds } from "../../src/facts/index.js";
import type {
  LifecycleClassifier,
  LifecycleEvent,
  LifecycleTrigger,
} from "../../src/segments/index.js";
import { recordCondition } from "./condition-form.js";
import { byName, either, list, may, must, only, part, text, word, wordOf } from "./form.js";
import { head } from "./segment-form.js";
import { annotated, durationOperand, notMet, numberOperand } from "./values.js";

const trigger = either(
  part<Extract<LifecycleTrigger, { readonly event: string }>>({
    event: must("The event that happens.", text),
    times: may("How often after the day the state was entered; without it once.", numberOperand),
  }),
  part<Extract<LifecycleTrigger, { readonly quiet: string }>>({
    quiet: must("The event that has not happened for so long.", text),
    for: must("How long.", durationOperand),
    countedFrom: must(
      "What the time is counted from.",
      word({
        lastEvent: "the last one, or the entry where there was none",
        entry: "the entry of the state",
      }),
    ),
  }),
  part<Extract<LifecycleTrigger, { readonly after: unknown }>>({
    after: must("The state has lasted for so long.", durationOperand),
  }),
);

const event = part<LifecycleEvent>({
  ...annotated,
  of: must("The kind of record.", wordOf(recordKinds)),
  on: may("Its date field; without it the one that places such records in history.", text),
  where: may(
    "Which of the records; days relative to asOf count from the day of the event.",
    recordCondition,
  ),
  whenUnknown: may("`notMet` takes a condition that is unknown as not met.", notMet),
});

export const lifecycle = part<LifecycleClassifier>({
  ...head,
  method: must("States that dated records and time lead an account through.", only("lifecycle")),
  start: must("The state of an account to which nothing has happened yet.", text),
  startsRelationship: must("States that make whoever comes into them a new customer.", list(text)),
  events: must("The events that matter, by name.", byName(event)),
  transitions: must(
    "The ways between states; of those open on a day the first is taken, at most one a day.",
    list(
      part<LifecycleClassifier["transitions"][number]>({
        ...annotated,
        from: must("The state or states before.", either(text, list(text))),
        to: must("The state after.", text),
        when: must("What makes an account take the way.", trigger),
      }),
    ),
  ),
});
