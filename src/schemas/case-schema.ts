import * as z from "zod";
import { DUTY_STATUSES } from "../cadence/index.js";
import { type AccountRecords, type FieldKinds, recordKinds } from "../facts/index.js";
import type { CaseExpectation, DutyExpectation, PolicyCase } from "../policy/index.js";
import { type CalendarDefinition, type DateSpan, WEEKDAYS } from "../time/index.js";
import { accountSchema } from "./account-schema.js";
import { coverage, rateTable } from "./base-schemas.js";
import { ownSchema } from "./own-schema.js";
import { membershipsSchema } from "./parse-assignment.js";
import { listOf, maybe, oneOf, recordSchema, type Shape } from "./record-schema.js";
import { recordSchemas } from "./record-schemas.js";
import { civilDate, number, recordId, size, text } from "./value-schemas.js";

const span = recordSchema<DateSpan>({ from: civilDate, until: civilDate });

/** The schema of a working calendar as data. */
const calendarSchema: z.ZodType<CalendarDefinition> = recordSchema<CalendarDefinition>({
  from: civilDate,
  until: civilDate,
  weekend: listOf(oneOf(...WEEKDAYS)),
  holidays: maybe(listOf(civilDate)),
  closures: maybe(listOf(span)),
});

const duty = recordSchema<DutyExpectation>({
  cadence: text,
  businessLine: maybe(text),
  status: maybe(oneOf(...DUTY_STATUSES)),
  earliest: maybe(civilDate),
  ideal: maybe(civilDate),
  latest: maybe(civilDate),
  daysLate: maybe(number),
  effortMinutes: maybe(size),
  channel: maybe(text),
});

const expectation = recordSchema<CaseExpectation>({
  segment: maybe(text),
  segments: maybe(z.record(z.string(), text)),
  model: maybe(text),
  responsible: maybe(listOf(recordId)),
  duties: maybe(listOf(duty)),
  because: maybe(listOf(text)),
  missing: maybe(listOf(text)),
  findings: maybe(listOf(text)),
  validUntilDate: maybe(z.union([civilDate, z.null()])),
});

/** The schema of a worked case, the own fields of its account of the given kinds. */
export function caseSchema(own: FieldKinds): z.ZodType<PolicyCase> {
  return recordSchema<PolicyCase>({
    description: z.string().min(1),
    note: maybe(text),
    source: maybe(text),
    policy: maybe(text),
    given: givenSchema(own),
    memberships: maybe(membershipsSchema),
    asOf: civilDate,
    calendar: maybe(calendarSchema),
    expect: expectation,
  });
}

function givenSchema(own: FieldKinds): z.ZodType<AccountRecords> {
  const lists = recordKinds.map((kind) => {
    return [kind, maybe(listOf(recordSchemas[kind] as z.ZodType<object>))] as const;
  });
  return recordSchema<AccountRecords>({
    account: accountSchema(own),
    coverage,
    exchangeRates: maybe(rateTable),
    measures: maybe(ownSchema({})),
    ...Object.fromEntries(lists),
  } as Shape<AccountRecords>);
}
