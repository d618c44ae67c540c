import * as z from "zod";
import { coverage, rateTable } from "../../src/schemas/base-schemas.js";
import { type ListKind, recordSchemas } from "../../src/schemas/index.js";
import * as values from "../../src/schemas/value-schemas.js";
import { about, described } from "./form.js";
import { type JsonSchema, jsonSchemaOf, type SchemaHead } from "./json-schema-of.js";
import { moneyWords, partWords, recordWords } from "./record-words.js";

const DAY = "(19|20|21)\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])";
const CLOCK = "([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?";

// What is checked by code when records are read, said once more in the words of JSON Schema.
about.add(values.civilDate, {
  id: "Day",
  description: "A day written YYYY-MM-DD.",
  format: "date",
  pattern: `^${DAY}$`,
});
about.add(values.instant, {
  id: "Instant",
  description: "A moment in UTC, written like 2018-01-22T10:00:00Z.",
  pattern: `^${DAY}T${CLOCK}Z$`,
});
about.add(values.currency, {
  id: "Currency",
  description: "ISO 4217 code in capitals.",
  pattern: "^[A-Z]{3}$",
});
about.add(values.rate, {
  id: "Rate",
  description: 'A positive decimal as text, such as "0.0953".',
  pattern: "^\\d+(\\.\\d+)?$",
});
about.add(values.recordId, { id: "Id", description: "Text, or a whole number." });
about.add(values.money, {
  id: "Money",
  description: "Money with its currency: `amount` as decimal text, or whole `minor` units.",
});

const LISTS: Readonly<Record<ListKind, string>> = {
  accounts: "Companies, organisations or people that we have or want a relationship with.",
  activities: "What was, or is to be, done with accounts: visits, calls, messages, surveys.",
  tasks: "What one person asks of another about an account.",
  revenues: "Money booked for accounts.",
  orders: "Orders, or lines of them.",
  invoices: "Bills and when they were paid.",
  offers: "Offers: open, won, delivered or lost.",
  opportunities: "Chances to sell more, or something new.",
  contracts: "Agreements for a fixed term, or open ended.",
  serviceItems: "How much of a service accounts have.",
  serviceChanges: "Changes of service: requested, passed on, completed.",
  cases: "Complaints and other matters that accounts brought up.",
  leads: "Leads or tips that one person passed to another.",
  terminations: "Ends of relationships, or of services.",
  surveyAnswers: "Answers to single questions of surveys.",
  feedback: "Feedback and what became of it.",
  contactPersons: "Humans at accounts.",
  permissions: "Whether accounts or people may be reached through a channel.",
  ownerships: "Who is responsible for an account, where and since when.",
  memberships: "The part of accounts in projects or programmes.",
  people: "Humans in the company.",
  teams: "Groups of people that work together.",
  units: "Parts of the company.",
  projects: "Projects or programmes that accounts take part in.",
};

const lists = Object.entries(recordSchemas).map(([kind, record]) => {
  const list = described(z.array(record), { description: LISTS[kind as ListKind] });
  return [kind, kind === "accounts" ? list : z.exactOptional(list)] as const;
});

/** A customer base as `parseCustomerBase` reads it. */
const baseForm = z.strictObject({
  ...Object.fromEntries(lists),
  coverage: described(coverage, {
    description:
      "What you know completely, by kind of record; nothing found there is 0. Of every other kind it is unknown.",
  }),
  exchangeRates: z.exactOptional(
    described(rateTable, { description: "Needed only where records are in several currencies." }),
  ),
});

/** The JSON Schema of a customer base, with what every property of every record says. */
export function baseSchema(head: SchemaHead): JsonSchema {
  const schema = jsonSchemaOf(baseForm, head);
  recordsTold(schema["properties"] as Properties);
  tell((schema["definitions"] as Properties)["Money"]!, moneyWords, "money");
  return schema;
}

/** Says of lists of records, of one account, of coverage and of rates what their properties are. */
export function recordsTold(properties: Properties): void {
  for (const [kind, words] of Object.entries<Words>(recordWords)) {
    const list = properties[kind];
    if (list !== undefined) tell(list.items!, words, kind);
  }
  const { account, exchangeRates, coverage: known } = properties;
  if (account !== undefined) tell(account, recordWords.accounts, "accounts");
  tell(exchangeRates!, RATE_WORDS, "exchangeRates");
  tell(known!, COVERAGE_WORDS, "coverage");
}

type Properties = Readonly<Record<string, Described>>;

type Words = Readonly<Record<string, string>>;

/** A schema whose properties are told what they say. */
export interface Described {
  description?: string;
  $ref?: string;
  allOf?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Described>>;
  readonly items?: Described;
}

const RATE_WORDS: Words = {
  to: "The currency that is converted to.",
  rates: "Units of it for one unit of each other currency, as decimal text.",
  rounding: "How a half minor unit is rounded.",
};

const COVERAGE_WORDS: Words = Object.fromEntries(
  Object.keys(LISTS).map((kind) => [kind, "`complete`, or complete since a day."]),
);

/** Gives every property of an object its description, and those of its parts. */
export function tell(schema: Described, words: Words, path: string): void {
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const says = words[name];
    if (says === undefined) throw new Error(`nothing is said of \`${path}.${name}\``);
    // Beside a reference draft 7 reads nothing, so that the reference moves inside.
    if (property.$ref !== undefined) {
      property.allOf = [{ $ref: property.$ref }];
      delete property.$ref;
    }
    property.description = says;
    const inner = partWords[`${path}.${name}`];
    if (inner !== undefined) tell(property.items ?? property, inner, `${path}.${name}`);
  }
}
