import * as z from "zod";
import { coverage, rateTable } from "../../src/schemas/base-schemas.js";
import { type ListKind, recordSchemas } from "../../src/schemas/index.js";
import * as values from "../../src/schemas/value-schemas.js";
import { alike, documentWords } from "./document-words.js";
import { about } from "./form.js";
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

const COVERED =
  "What you know completely, by kind of record; nothing found there is 0. Of every other kind it is unknown.";
const RATES = "Needed only where records are in several currencies.";

const lists = Object.entries(recordSchemas).map(([kind, record]) => {
  const list = z.array(record);
  return [kind, kind === "accounts" ? list : z.exactOptional(list)] as const;
});

/** A customer base as `parseCustomerBase` reads it. */
const baseForm = z.strictObject({
  ...Object.fromEntries(lists),
  coverage,
  exchangeRates: z.exactOptional(rateTable),
});

/** The JSON Schema of a customer base, with what every property of every record says. */
export function baseSchema(head: SchemaHead): JsonSchema {
  const schema = jsonSchemaOf(baseForm, head);
  recordsTold(schema["properties"] as Properties);
  return moneyTold(schema);
}

/** Says of lists of records, of one account, of coverage and of rates what they and their parts are. */
export function recordsTold(properties: Properties): void {
  for (const kind of Object.keys(recordWords)) {
    const list = properties[kind];
    if (list === undefined) continue;
    list.description = LISTS[kind as ListKind];
    tell(list, kind);
  }
  const { account, exchangeRates, coverage: known } = properties;
  if (account !== undefined) tell(account, "accounts");
  exchangeRates!.description = RATES;
  known!.description = COVERED;
  tell(exchangeRates!, "exchangeRates");
  tell(known!, "coverage");
}

/** The same schema, where every sum of money says what it is made of. */
export function moneyTold(schema: JsonSchema): JsonSchema {
  const { Money } = (schema["definitions"] ?? {}) as Properties;
  if (Money !== undefined) tell(Money, "money");
  return schema;
}

type Properties = Readonly<Record<string, Described>>;

type Words = Readonly<Record<string, string>>;

/** A schema whose properties are told what they say. */
export interface Described {
  description?: string;
  $ref?: string;
  allOf?: readonly unknown[];
  readonly properties?: Properties;
  readonly items?: Described;
  readonly additionalProperties?: Described | boolean;
  readonly anyOf?: readonly Described[];
  readonly oneOf?: readonly Described[];
}

const RATE_WORDS: Words = {
  to: "The currency that is converted to.",
  rates: "Units of it for one unit of each other currency, as decimal text.",
  rounding: "How a half minor unit is rounded.",
};

const COVERAGE_WORDS: Words = Object.fromEntries(
  Object.keys(LISTS).map((kind) => [kind, "`complete`, or complete since a day."]),
);

/** What is said of properties, by the path of the part that they are of. */
const WORDS: Readonly<Record<string, Words>> = {
  ...recordWords,
  ...partWords,
  ...documentWords,
  coverage: COVERAGE_WORDS,
  exchangeRates: RATE_WORDS,
  money: moneyWords,
};

/** Gives every property of a part its description, and those of its own parts. */
export function tell(schema: Described, path: string): void {
  const at = alike[path] ?? path;
  const words = WORDS[at];
  if (words === undefined) return;
  for (const { properties } of shapesIn(schema)) {
    for (const [name, property] of Object.entries(properties)) {
      const says = words[name] ?? (name === "$schema" ? property.description : undefined);
      if (says === undefined) throw new Error(`nothing is said of \`${at}.${name}\``);
      // Beside a reference draft 7 reads nothing, so that the reference moves inside.
      if (property.$ref !== undefined) {
        property.allOf = [{ $ref: property.$ref }];
        delete property.$ref;
      }
      property.description = says;
      tell(property, `${at}.${name}`);
    }
  }
}

/** The objects with named properties that a schema is of: itself, those in its list, its variants. */
function shapesIn(schema: Described): readonly { readonly properties: Properties }[] {
  const { properties, items, additionalProperties, anyOf = [], oneOf = [] } = schema;
  const each = typeof additionalProperties === "object" ? [additionalProperties] : [];
  const inner = [...(items === undefined ? [] : [items]), ...each, ...anyOf, ...oneOf];
  return [...(properties === undefined ? [] : [{ properties }]), ...inner.flatMap(shapesIn)];
}
