import type { CarePolicy } from "hoito";

/** A policy that uses each kind of part once, for mistakes to be made in. */
export const smallPolicy: CarePolicy = {
  id: "small",
  version: "1",
  currency: "EUR",
  fields: { storeCount: "number" },
  parameters: { large: 250, limit: { amount: "50000.00", currency: "EUR" } },
  measures: {
    revenue: { sum: "orders.value", over: { rolling: { months: 12 } } },
    visits: { count: "activities", over: "always", where: { field: "kind", equals: "visit" } },
  },
  segments: {
    group: {
      method: "rules",
      labels: { key: { title: "Key account" }, standard: {} },
      hitPolicy: "first",
      rules: [
        {
          segment: "key",
          when: {
            any: [
              { field: "revenue", moreThan: { parameter: "limit" } },
              { field: "headcount", atLeast: { parameter: "large" } },
              { not: { field: "relationshipStart", after: { asOfMinus: { years: 5 } } } },
            ],
          },
        },
      ],
      otherwise: "standard",
    },
  },
  care: {
    segmentedBy: "group",
    models: {
      personal: { ownership: { mode: "onePerson" }, cadences: ["visit"], significance: 1 },
      light: { ownership: { mode: "none" }, cadences: "none", significance: 2 },
    },
    bySegment: { key: "personal", standard: "light" },
  },
  cadences: {
    visit: {
      method: "interval",
      counts: { field: "kind", isOneOf: ["visit", "meeting"] },
      earliest: { days: 14 },
      ideal: { months: 2 },
      latest: { months: 3 },
      whenNever: "dueAtOnce",
      roll: "previous",
    },
  },
  kpis: { retention: { figure: "retention", version: "1", with: { base: "opening" } } },
};

/** Something that people get wrong, and where hoito finds it. */
interface Mistake {
  readonly what: string;
  readonly path: string;
  readonly policy: unknown;
}

function mistake(what: string, path: string, at: string, value: unknown): Mistake {
  return { what, path, policy: changed(smallPolicy, at.split("."), value) };
}

/** The document with another value at a place; `undefined` takes the place out. */
function changed(document: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  const copy = structuredClone(document) as Record<string, unknown>;
  const changedPart = rest.length === 0 ? value : changed(copy[name!], rest, value);
  if (changedPart === undefined) delete copy[name!];
  else copy[name!] = changedPart;
  return copy;
}

const rule = "segments.group.rules.0";

export const mistakes: readonly Mistake[] = [
  mistake("a missing version", "version", "version", undefined),
  mistake("a missing chapter", "care", "care", undefined),
  mistake("a misspelt chapter", "kpi", "kpi", {}),
  mistake("a number for a name", "id", "id", 7),
  mistake("a status of no meaning", "status", "status", "live"),
  mistake("a day that is none", "validFrom", "validFrom", "1.1.2018"),
  mistake("a currency in small letters", "currency", "currency", "eur"),
  mistake("a name with a space", "parameters.too large", "parameters.too large", 3),
  mistake("a kind of field that is none", "fields.storeCount", "fields.storeCount", "integer"),
  mistake("money as a bare text", "measures.revenue.over", "measures.revenue.over", "year"),
  mistake("a sum of no field", "measures.revenue.sum", "measures.revenue.sum", "orders.valeu"),
  mistake("a misspelt word of a measure", "measures.revenue.wher", "measures.revenue.wher", {}),
  mistake("a misspelt word of a cut", "cuts.high.quantil", "cuts", {
    high: { of: "revenue", quantile: 0.8, quantil: 0.9, type: 7 },
  }),
  mistake("a unit of time that is none", "cadences.visit.ideal.month", "cadences.visit.ideal", {
    month: 2,
  }),
  mistake("half a month", "cadences.visit.ideal.months", "cadences.visit.ideal", { months: 0.5 }),
  mistake(
    "a missing convention",
    "cadences.visit.whenNever",
    "cadences.visit.whenNever",
    undefined,
  ),
  mistake("a misspelt method", "cadences.visit.method", "cadences.visit.method", "intervall"),
  mistake("a misspelt property", "segments.group.hitpolicy", "segments.group.hitpolicy", "first"),
  mistake(
    "a hit policy of no meaning",
    "segments.group.hitPolicy",
    "segments.group.hitPolicy",
    "any",
  ),
  mistake("a rule without a condition", "segments.group.rules[0].when", `${rule}.when`, undefined),
  mistake("a misspelt comparison", "segments.group.rules[0].when.atleast", `${rule}.when`, {
    field: "headcount",
    atleast: 5,
  }),
  mistake("nothing to choose from", "segments.group.rules[0].when.all", `${rule}.when`, {
    all: [],
  }),
  mistake("two joints in one condition", "segments.group.rules[0].when.any", `${rule}.when`, {
    all: [{ field: "headcount", atLeast: 5 }],
    any: [{ field: "headcount", atLeast: 5 }],
  }),
  mistake(
    "a way of owning that is none",
    "care.models.light.ownership.mode",
    "care.models.light.ownership",
    { mode: "nobody" },
  ),
  mistake(
    "no cadence, said as an empty list",
    "care.models.light.cadences",
    "care.models.light.cadences",
    [],
  ),
  mistake(
    "a significance of zero",
    "care.models.light.significance",
    "care.models.light.significance",
    0,
  ),
  mistake("a figure that is none", "kpis.retention.figure", "kpis.retention.figure", "retension"),
  mistake(
    "a convention that is none",
    "kpis.retention.with.base",
    "kpis.retention.with.base",
    "openning",
  ),
  mistake("a convention that is missing", "kpis.retention.with.base", "kpis.retention.with", {}),
];
