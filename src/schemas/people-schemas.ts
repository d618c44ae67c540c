import * as z from "zod";
import type {
  Absence,
  ContactPerson,
  Ownership,
  Permission,
  Person,
  Project,
  ProjectMembership,
  Team,
  Unit,
} from "../facts/index.js";
import { listOf, maybe, oneOf, recordSchema } from "./record-schema.js";
import { civilDate, flag, recordId, text } from "./value-schemas.js";

const MINUTES_A_WEEK = 7 * 24 * 60;

export const permission: z.ZodType<Permission> = recordSchema<Permission>({
  accountId: recordId,
  contactPersonId: maybe(recordId),
  channel: maybe(text),
  verdict: oneOf("allowed", "forbidden", "doNotContact", "marketingBan"),
  purpose: maybe(text),
  validFrom: maybe(civilDate),
  validUntil: maybe(civilDate),
});

export const contactPerson: z.ZodType<ContactPerson> = recordSchema<ContactPerson>({
  id: recordId,
  accountId: recordId,
  name: maybe(text),
  decisionRole: maybe(oneOf("decisionMaker", "influencer", "expert", "other")),
  topManagement: maybe(flag),
  knownBy: maybe(listOf(recordId)),
  personalNote: maybe(text),
});

const absence = recordSchema<Absence>({ from: civilDate, until: civilDate, reason: maybe(text) });

export const person: z.ZodType<Person> = recordSchema<Person>({
  id: recordId,
  name: maybe(text),
  role: maybe(text),
  unit: maybe(text),
  region: maybe(text),
  team: maybe(text),
  plannedUser: maybe(flag),
  weeklyCapacityMinutes: maybe(z.number().min(0).max(MINUTES_A_WEEK)),
  absences: maybe(listOf(absence)),
  calendarMedium: maybe(oneOf("electronic", "paper")),
});

export const team: z.ZodType<Team> = recordSchema<Team>({
  id: recordId,
  name: maybe(text),
  memberIds: listOf(recordId),
  leadId: maybe(recordId),
});

export const unit: z.ZodType<Unit> = recordSchema<Unit>({
  id: recordId,
  name: maybe(text),
  region: maybe(text),
  parentId: maybe(recordId),
});

export const ownership: z.ZodType<Ownership> = recordSchema<Ownership>({
  accountId: recordId,
  personId: recordId,
  role: oneOf("responsible", "teamMember", "steeringGroup", "executor"),
  naming: oneOf("proposed", "named"),
  region: maybe(text),
  businessLine: maybe(text),
  validFrom: maybe(civilDate),
  validUntil: maybe(civilDate),
});

export const membership: z.ZodType<ProjectMembership> = recordSchema<ProjectMembership>({
  accountId: recordId,
  projectId: recordId,
  role: maybe(text),
  joinedOn: maybe(civilDate),
  leftOn: maybe(civilDate),
});

export const project: z.ZodType<Project> = recordSchema<Project>({
  id: recordId,
  name: maybe(text),
  businessLine: maybe(text),
  from: maybe(civilDate),
  until: maybe(civilDate),
});
