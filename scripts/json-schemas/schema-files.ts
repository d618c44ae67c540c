import type * as z from "zod";
import { membershipsSchema } from "../../src/schemas/parse-assignment.js";
import { eventsSchema, ledgerSchema } from "../../src/schemas/parse-campaign.js";
import { fitSchema } from "../../src/schemas/parse-fit.js";
import { scheduleSchema } from "../../src/schemas/parse-schedule.js";
import { baseSchema, moneyTold, tell } from "./base-form.js";
import { caseFileSchema } from "./case-form.js";
import { type JsonSchema, jsonSchemaOf, type SchemaHead } from "./json-schema-of.js";
import { policyForm } from "./policy-form.js";

/** A document that hoito makes, or keeps what others decide: the last is the part that it is of. */
type Form = readonly [file: string, title: string, says: string, form: z.ZodType, part: string];

/** Documents of the outside that hoito reads, by the file of their schema. */
const FORMS: readonly Form[] = [
  [
    "fit",
    "hoito fit",
    "What a policy's classifiers depend on in a whole customer base; made by `fitPolicy`.",
    fitSchema,
    "fit",
  ],
  [
    "schedule",
    "hoito schedule",
    "Duties placed on people, weeks and days; made by `scheduleDuties`, read again as the previous one.",
    scheduleSchema,
    "schedule",
  ],
  [
    "ledger",
    "hoito ledger",
    "The points of a campaign, entry by entry; made by `ledgerOf`.",
    ledgerSchema,
    "ledger",
  ],
  [
    "campaign-events",
    "hoito campaign events",
    "What happened to the activities and credits of a campaign, event by event.",
    eventsSchema,
    "event",
  ],
  [
    "memberships",
    "hoito memberships",
    "Who belongs to which segment by whose decision, as `approveMembership` and its kin keep it.",
    membershipsSchema,
    "membership",
  ],
];

/** Every schema of the package as the text of its file, by the file's name. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const head = (name: string, title: string, description: string): SchemaHead => {
    return { file: `${name}.schema.json`, title, description };
  };
  const policy = head(
    "policy",
    "hoito care policy",
    "What a company decided about its customers: segments, care models, cadences, campaigns and figures.",
  );
  const base = head(
    "customer-base",
    "hoito customer base",
    "Accounts and their records, with what is known to be complete. Columns of your own may stand beside those described.",
  );
  const cases = head(
    "policy-case",
    "hoito policy cases",
    "Worked cases of a policy: an account with its records, a day, and what the policy is to answer.",
  );
  const schemas: readonly (readonly [SchemaHead, JsonSchema])[] = [
    [base, baseSchema(base)],
    [cases, caseFileSchema(cases)],
    [policy, jsonSchemaOf(policyForm, policy)],
    ...FORMS.map(([name, title, says, form, part]) => {
      const own = head(name, title, says);
      const schema = jsonSchemaOf(form, own);
      tell(schema, part);
      return [own, moneyTold(schema)] as const;
    }),
  ];
  return new Map(
    schemas.map(([{ file }, schema]) => [file, `${JSON.stringify(schema, null, 1)}\n`]),
  );
}
