import * as z from "zod";
import type {
  Feedback,
  InboundCase,
  Lead,
  ServiceChange,
  SurveyAnswer,
  Termination,
} from "../facts/index.js";
import { maybe, oneOf, recordSchema } from "./record-schema.js";
import { civilDate, flag, recordId, text } from "./value-schemas.js";

export const serviceChange: z.ZodType<ServiceChange> = recordSchema<ServiceChange>({
  id: recordId,
  accountId: recordId,
  service: maybe(text),
  requestedOn: civilDate,
  passedOnOn: maybe(civilDate),
  completedOn: maybe(civilDate),
});

export const inboundCase: z.ZodType<InboundCase> = recordSchema<InboundCase>({
  id: recordId,
  accountId: recordId,
  kind: oneOf("complaint", "question", "order", "other"),
  matter: maybe(text),
  receivedOn: civilDate,
  solvedOn: maybe(civilDate),
  solvedAtFirstContact: maybe(flag),
  repeated: maybe(flag),
});

export const lead: z.ZodType<Lead> = recordSchema<Lead>({
  id: recordId,
  accountId: recordId,
  passedOn: civilDate,
  passedFrom: recordId,
  passedTo: recordId,
  businessLine: maybe(text),
});

export const termination: z.ZodType<Termination> = recordSchema<Termination>({
  accountId: recordId,
  endedOn: civilDate,
  service: maybe(text),
  reason: maybe(text),
});

/** Least and most score of each scale. */
const SCALES = { nps: [0, 10], csat: [1, 5], ces5: [1, 5], ces7: [1, 7] } as const;

export const surveyAnswer: z.ZodType<SurveyAnswer> = recordSchema<SurveyAnswer>({
  accountId: recordId,
  contactPersonId: maybe(recordId),
  answeredOn: civilDate,
  scale: oneOf("nps", "csat", "ces5", "ces7"),
  score: z.int(),
  direction: maybe(oneOf("highIsGood", "lowIsGood")),
}).superRefine(({ scale, score }, { issues }) => {
  const [least, most] = SCALES[scale];
  if (score >= least && score <= most) return;
  const message = `\`${score}\` is not on the scale \`${scale}\`, which goes from ${least} to ${most}`;
  const params = { code: "out-of-range" };
  issues.push({ code: "custom", input: score, path: ["score"], message, params });
});

export const feedback: z.ZodType<Feedback> = recordSchema<Feedback>({
  id: recordId,
  accountId: recordId,
  receivedOn: civilDate,
  text: maybe(text),
  routedTo: maybe(recordId),
  answeredOn: maybe(civilDate),
});
