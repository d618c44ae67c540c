import * as z from "zod";
import { DUTY_STATUSES } from "../../src/cadence/index.js";
import type { AccountRecords } from "../../src/facts/index.js";
import type { CaseExpectation, DutyExpectation, PolicyCase } from "../../src/policy/index.js";
import { coverage, rateTable } from "../../src/schemas/base-schemas.js";
import { caseSchema } from "../../src/schemas/case-schema.js";
import { membershipsSchema } from "../../src/schemas/parse-assignment.js";
import { civilDate, recordId } from "../../src/schemas/value-schemas.js";
import type { CalendarDefinition, DateSpan } from "../../src/time/index.js";
import { WEEKDAYS } from "../../src/time/index.js";
import { type Described, moneyTold, recordsTold, tell } from "./base-form.js";
import {
  byName,
  described,
  either,
  list,
  may,
  must,
  number,
  type Properties,
  part,
  text,
  wordOf,
} from "./form.js";
import { type JsonSchema, jsonSchemaOf, type SchemaHead } from "./json-schema-of.js";

/** The properties of a loose schema of records. */
function shapeOf(schema: unknown): z.ZodRawShape {
  return (schema as z.ZodObject).shape;
}

// Kinds of records, of coverage and of rates are hoito's own: a misspelt one would be lost.
const given = described(
  z.strictObject({
    ...shapeOf(shapeOf(caseSchema({}))["given"]),
    coverage: z.strictObject(shapeOf(coverage)),
    exchangeRates: z.exactOptional(z.strictObject(shapeOf(rateTable))),
  }) as unknown as z.ZodType<AccountRecords>,
  { id: "Given", description: "An account, its records, and what is known to be complete." },
);

const memberships = described(membershipsSchema, {
  id: "Memberships",
  description: "What people have decided about segments.",
});

const closure = part<DateSpan>({
  from: must("The first day.", civilDate),
  until: must("The day after the last.", civilDate),
});

const calendar = part<CalendarDefinition>({
  from: must("The first day that it covers.", civilDate),
  until: must("The day after the last.", civilDate),
  weekend: must("Weekdays that are not worked.", list(wordOf(WEEKDAYS))),
  holidays: may("Holidays.", list(civilDate)),
  closures: may("Days in a row that the company is closed.", list(closure)),
});

const duty = part<DutyExpectation>({
  cadence: must("Name of the cadence.", text),
  businessLine: may("Business line of the company.", text),
  status: may("How it stands.", wordOf(DUTY_STATUSES)),
  earliest: may("First day of its window.", civilDate),
  ideal: may("The best day.", civilDate),
  latest: may("Last day of its window.", civilDate),
  daysLate: may("Days since its latest day.", number()),
  effortMinutes: may("Minutes that it takes.", number(0)),
  channel: may("How the account is reached.", text),
});

const expectation = part<CaseExpectation>(
  {
    segment: may("The segment that care goes by; `excluded`, `unclassified` or `undecided`.", text),
    segments: may(
      "The segment by each named classifier; at least one is named.",
      described(byName(text), { minProperties: 1 }),
    ),
    model: may("The care model; `none` or `undecided`.", text),
    responsible: may("Ids of everybody responsible, in any order.", list(recordId)),
    duties: may(
      "All duties, in any order; an empty list says that nothing is to be done.",
      list(duty),
    ),
    because: may(
      "Paths of rules that are met and of steps that were taken, among others.",
      list(text),
    ),
    missing: may("Paths of all facts that are missing, in any order.", list(text)),
    findings: may("Codes of all findings, in any order.", list(text)),
    validUntilDate: may(
      "The first day on which the answer could change; `null` for none.",
      either(civilDate, z.null()),
    ),
  },
  {
    id: "Expected",
    description: "What the policy is to answer; at least one thing is said.",
    minProperties: 1,
  },
);

/** What a case says; in a file, some of it may be said for all cases at once. */
const ofCase: Properties<PolicyCase> = {
  description: must("What is shown by the case, in a sentence.", z.string().min(1)),
  note: may("A remark for whoever reads the case.", text),
  source: may("Where it comes from.", text),
  policy: may("Id of the policy that it is meant for.", text),
  given: must("The account and its records, and what is known to be complete.", given),
  memberships: may("What people have decided about the account's segment.", memberships),
  asOf: must("The day of asking.", civilDate),
  calendar: may("Working days; needed where duties, owners or days are expected.", calendar),
  expect: must("What the policy is to answer.", expectation),
};

const asOf = may("The day of asking of every case that does not say its own.", civilDate);

const file = part<object>({
  $schema: may("The JSON Schema that an editor checks the file with.", text),
  description: may("What the cases are about.", text),
  policy: may("Id of the policy that all cases are meant for.", text),
  asOf,
  calendar: may("Working days of every case that does not say its own.", calendar),
  cases: must("The cases.", list(part<object>({ ...ofCase, asOf } as Properties<object>), 1)),
} as Properties<object>);

/** The JSON Schema of worked cases: one, a list of them, or a file of them. */
export function caseFileSchema(head: SchemaHead): JsonSchema {
  const one = part<PolicyCase>(ofCase);
  const schema = jsonSchemaOf(either(one, list(one, 1), file), head);
  const { Given, Memberships } = schema["definitions"] as Described["properties"] & object;
  tell(Memberships!, "membership");
  recordsTold(Given!.properties!);
  const { account, measures } = Given!.properties!;
  account!.description = "The account.";
  measures!.description = "Ready-made measures of the account, by name.";
  return moneyTold(schema);
}
