import {
  type Account,
  type Activity,
  accountProperties,
  type Judgements,
  judgementFields,
} from "../facts/index.js";
import type { Scope } from "../rules/index.js";
import type { CivilDate } from "../time/index.js";
import { type AccountFacts, labelIn } from "./account-facts.js";
import { isCustomerOn } from "./customer-standing.js";
import { owns } from "./cut-accounts.js";
import type { Figure } from "./figure.js";
import { type FigureKind, figureKind, withShared } from "./figure-kind.js";
import { figureOf, ratio } from "./figure-of.js";
import { operational, rateKind } from "./rate-kind.js";
import { count, exclude, startTally, type Tally } from "./tally.js";

/**
 * Something that is covered, is not, or of which nobody knows.
 *
 * @category KPIs
 */
export interface CoverageItem {
  readonly covered: boolean | undefined;
  /**
   * What it weighs, a whole number from 0: 1 when absent, revenue in minor units for a share by
   * value.
   */
  readonly weight?: number;
}

/**
 * How much of what should be covered is: classified customers, customers with an owner, contact
 * persons with attributes.
 *
 * What nobody knows is left out and told, it is not uncovered. Nothing to cover gives no value.
 *
 * @param items - in any order
 * @returns a share; numerator and denominator are numbers of items, or sums of their weights
 *
 * @example A hundred of eight hundred are classified
 * ```ts
 * import { coverageRate } from "hoito/kpis";
 *
 * const customers = Array.from({ length: 800 }, (_, at) => ({ covered: at < 100 }));
 * coverageRate(customers).value; // => 0.125
 * ```
 *
 * @category KPIs
 */
export function coverageRate(items: readonly CoverageItem[]): Figure {
  const tally = startTally();
  for (const { covered, weight = 1 } of items) {
    if (covered === undefined) exclude(tally, "unknown");
    else {
      count(tally, "denominator", weight);
      if (covered) count(tally, "numerator", weight);
    }
  }
  return figureOf(tally, ratio(tally, "share"), {});
}

/** Which accounts should be covered. */
interface Population {
  /** `customers` are those of the last day of the period. */
  readonly of: "all" | "customers";
  /** Column of labels, and those of its labels that need not be covered. */
  readonly column?: string;
  readonly except?: readonly string[];
}

const population = { of: { kind: "word", words: ["all", "customers"] } } as const;

/** Whether an account should be covered; one of whom nobody knows is told. */
function belongs(tally: Tally, facts: AccountFacts, { of, column, except }: Population): boolean {
  const { account, window } = facts;
  if (of === "customers" && account.relationshipStart === undefined) {
    exclude(tally, "startUnknown");
    return false;
  }
  if (of === "customers" && !isCustomerOn(account, window.last)) return false;
  if (column === undefined) return true;
  const label = labelOf(tally, facts, column);
  return label !== undefined && !(except ?? []).includes(label);
}

/** The label of an account; a column that was not supplied is told. */
function labelOf(tally: Tally, { labels }: AccountFacts, column: string): string | undefined {
  const label = labelIn(labels, column);
  if (label === undefined) {
    exclude(tally, Object.hasOwn(labels, column) ? "unlabelled" : "notSupplied");
  }
  return label;
}

function hit(tally: Tally, isCovered: boolean): void {
  count(tally, "denominator");
  if (isCovered) count(tally, "numerator");
}

/** A property of an account, or under `own.` a field of the host's own. */
export function wordOf(account: Account, field: string): unknown {
  const isOwn = field.startsWith(OWN);
  const [from, name] = isOwn ? [account.own ?? {}, field.slice(OWN.length)] : [account, field];
  return Object.hasOwn(from, name) ? (from as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** Whether a property or judgement of an account is there, whatever it says. */
export function isFilled(account: Account, field: string): boolean {
  if (Object.hasOwn(judgementFields, field)) {
    return account.judgements?.[field as keyof Judgements] !== undefined;
  }
  const value = wordOf(account, field);
  return value !== undefined && !(Array.isArray(value) && value.length === 0) && value !== "";
}

/** Before the name of a host's own field. */
const OWN = "own.";

/** Fields that figures about account data can ask for. */
const ACCOUNT_FIELDS: readonly string[] = /* @__PURE__ */ ["names", "sites", "location"].concat(
  /* @__PURE__ */ Object.keys(accountProperties),
  /* @__PURE__ */ Object.keys(judgementFields),
);

/** Records every name that is neither a field of accounts nor, as `own.name`, one of the host's. */
export function checkFields(
  { fields }: { readonly fields: readonly string[] },
  scope: Scope,
  path: string,
): void {
  for (const [at, field] of fields.entries()) {
    if (ACCOUNT_FIELDS.includes(field) || field.startsWith(OWN)) continue;
    scope.unknownName(field, "field", ACCOUNT_FIELDS, `${path}.fields[${at}]`);
  }
}

/** The figures of this family that a board can compute. */
export const coverageKinds: Readonly<Record<string, FigureKind>> = {
  classified: figureKind(
    rateKind<{
      readonly of: Population["of"];
      readonly column: string;
      readonly notClassified?: readonly string[];
    }>({
      describe: operational(
        "Classified customers",
        "Luokiteltujen osuus",
        "accounts with a class by all accounts",
        "S1 §6",
      ),
      arguments: withShared(population, {
        column: { kind: "text" },
        notClassified: { kind: "texts", optional: true },
      }),
      reads: [],
      add: (tally, facts, { of, column, notClassified = [] }) => {
        if (!belongs(tally, facts, { of })) return;
        const label = labelIn(facts.labels, column);
        if (!Object.hasOwn(facts.labels, column)) exclude(tally, "notSupplied");
        else hit(tally, label !== undefined && !notClassified.includes(label));
      },
    }),
  ),
  namedOwners: figureKind(
    rateKind<Population>({
      describe: operational(
        "Customers with a named owner",
        "Nimetyn vastuuhenkilön kattavuus",
        "accounts with somebody named responsible by accounts that should have one",
        "S1 §6",
      ),
      arguments: withShared(population, {
        column: { kind: "text", optional: true },
        except: { kind: "texts", optional: true },
      }),
      reads: ["ownerships"],
      add: (tally, facts, method) => {
        if (!belongs(tally, facts, method)) return;
        const { last } = facts.window;
        hit(
          tally,
          facts.all("ownerships", tally).some((each) => owns(each, last)),
        );
      },
    }),
  ),
  loggedEncounters: figureKind(
    rateKind<object>({
      describe: operational(
        "Logged encounters",
        "Kirjattujen kohtaamisten kattavuus",
        "activities of the period that are held or complete by all that were not cancelled",
        "S3 §6",
      ),
      reads: ["activities"],
      add: (tally, facts) => {
        const dateOf = ({ heldOn, plannedOn }: Activity): CivilDate | undefined =>
          heldOn ?? plannedOn;
        for (const { status } of facts.inPeriod("activities", tally, dateOf)) {
          if (status === "cancelled") exclude(tally, "cancelled");
          else hit(tally, status !== "planned");
        }
      },
    }),
  ),
  contactAttributes: figureKind(
    rateKind<{ readonly level: "accounts" | "contactPersons" }>({
      describe: operational(
        "Contacts with marketing attributes",
        "Markkinointiattribuuttien kattavuus",
        "accounts with a marketing attribute, or contact persons of such accounts, by all of them",
        "S0 §2.31, §6",
      ),
      arguments: { level: { kind: "word", words: ["accounts", "contactPersons"] } },
      reads: ["contactPersons"],
      add: (tally, facts, { level }) => {
        const weight = level === "accounts" ? 1 : facts.all("contactPersons", tally).length;
        count(tally, "denominator", weight);
        if (isFilled(facts.account, "marketingAttributes")) count(tally, "numerator", weight);
      },
    }),
  ),
  accountDataComplete: figureKind(
    rateKind<{ readonly fields: readonly string[]; readonly per: "account" | "field" }>({
      describe: operational(
        "Completeness of account data",
        "Asiakastietojen täydellisyys",
        "accounts with all fields by accounts, or filled fields by fields",
        "S0 §6; S3 §6",
      ),
      arguments: {
        fields: { kind: "texts" },
        per: { kind: "word", words: ["account", "field"] },
      },
      reads: [],
      check: checkFields,
      add: (tally, { account }, { fields, per }) => {
        const filled = fields.filter((field) => isFilled(account, field)).length;
        if (per === "account") hit(tally, filled === fields.length);
        else {
          count(tally, "denominator", fields.length);
          count(tally, "numerator", filled);
        }
      },
    }),
  ),
};
