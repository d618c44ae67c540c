import type * as z from "zod";
import type { Activity, ActivityHeading, FollowUp, Task } from "../facts/index.js";
import { listOf, maybe, oneOf, recordSchema } from "./record-schema.js";
import { civilDate, flag, instant, money, recordId, size, text } from "./value-schemas.js";

const heading = recordSchema<ActivityHeading>({
  customer: maybe(text),
  site: maybe(text),
  reason: maybe(text),
});

const followUp = recordSchema<FollowUp>({
  what: text,
  dueOn: maybe(civilDate),
  doneOn: maybe(civilDate),
});

export const activity: z.ZodType<Activity> = recordSchema<Activity>({
  id: recordId,
  accountId: recordId,
  kind: text,
  channel: maybe(text),
  direction: maybe(oneOf("inbound", "outbound")),
  purpose: maybe(oneOf("sales", "care")),
  businessLine: maybe(text),
  personId: maybe(recordId),
  plannedOn: maybe(civilDate),
  heldOn: maybe(civilDate),
  enteredAt: maybe(instant),
  loggedAt: maybe(instant),
  closedAt: maybe(instant),
  status: oneOf("planned", "held", "complete", "cancelled"),
  movedFrom: maybe(listOf(civilDate)),
  heading: maybe(heading),
  notes: maybe(text),
  noteQuality: maybe(oneOf("none", "plain", "good")),
  noteJudgedAt: maybe(instant),
  topic: maybe(text),
  personsMet: maybe(listOf(recordId)),
  followUps: maybe(listOf(followUp)),
  joint: maybe(flag),
  automated: maybe(flag),
  durationMinutes: maybe(size),
  cost: maybe(money),
});

export const task: z.ZodType<Task> = recordSchema<Task>({
  id: recordId,
  accountId: recordId,
  kind: oneOf("action", "information"),
  topic: text,
  senderId: recordId,
  receiverId: recordId,
  openedOn: civilDate,
  acknowledgedOn: maybe(civilDate),
});
