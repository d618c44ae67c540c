import type * as z from "zod";
import type { Account, Person, Project, RecordTypes, Team, Unit } from "../facts/index.js";
import { accountSchema } from "./account-schema.js";
import { activity, task } from "./activity-schema.js";
import {
  contactPerson,
  membership,
  ownership,
  permission,
  person,
  project,
  team,
  unit,
} from "./people-schemas.js";
import {
  feedback,
  inboundCase,
  lead,
  serviceChange,
  surveyAnswer,
  termination,
} from "./service-schemas.js";
import {
  contract,
  invoice,
  offer,
  opportunity,
  order,
  revenue,
  serviceItem,
} from "./trade-schemas.js";

/**
 * Everything that is read as a list of records, by the name of its list in a base.
 *
 * @category Schemas
 */
export interface ListTypes extends RecordTypes {
  readonly accounts: Account;
  readonly people: Person;
  readonly teams: Team;
  readonly units: Unit;
  readonly projects: Project;
}

/**
 * Name of a list of records in a base.
 *
 * @category Schemas
 */
export type ListKind = keyof ListTypes;

/**
 * The zod schema of each kind of record, by the name of its list in a base; accounts without own
 * fields declared.
 *
 * @category Schemas
 */
export const recordSchemas: { readonly [Kind in ListKind]: z.ZodType<ListTypes[Kind]> } = {
  accounts: accountSchema({}),
  activities: activity,
  tasks: task,
  revenues: revenue,
  orders: order,
  invoices: invoice,
  offers: offer,
  opportunities: opportunity,
  contracts: contract,
  serviceItems: serviceItem,
  serviceChanges: serviceChange,
  cases: inboundCase,
  leads: lead,
  terminations: termination,
  surveyAnswers: surveyAnswer,
  feedback,
  contactPersons: contactPerson,
  permissions: permission,
  ownerships: ownership,
  memberships: membership,
  people: person,
  teams: team,
  units: unit,
  projects: project,
};
