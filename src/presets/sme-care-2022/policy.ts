import { type CarePolicy, definePolicy } from "../../policy/index.js";
import { contacts } from "./cadences.js";
import { dataDepth, plans, smePath } from "./care.js";
import { figures } from "./figures.js";
import { measures } from "./measures.js";
import { parameters } from "./parameters.js";
import { contactOfYear, phase } from "./segments.js";
import { surveyFatigue, surveys } from "./surveys.js";

/** Where the source says two things, or its words allow two, which of them holds. */
export interface SmeCareReading {
  /** A micro company is smaller in headcount and turnover, or in one of them (S2 §2.7, L460). */
  readonly micro: "smallerInBoth" | "smallerInEither";
  /** Micro companies could be left out of communication because little changes (S2 §2.25, L351). */
  readonly microContact: "leftOut" | "regular";
  /** Where responsibility sits: respondents differed (S2 §2.43–2.44, L462–466). */
  readonly unit: "central" | "regional" | "largestServiceShare";
  /** Proposed is once a year; every six months was asked for too (S2 §2.28–2.29, L496, L622). */
  readonly nps: "yearly" | "halfYearly";
}

const WITH_MICRO = [
  "midTerm",
  "technologyUpdate",
  "complaints",
  "resultsToldBack",
  "nps",
  "afterChange",
  "afterDealing",
  "atStart",
  "atEnd",
] as const;

/** The proposed care model for SME customers of a Finnish service company (Parviainen 2022). */
export function smeCarePolicy(name: string, reading: SmeCareReading): CarePolicy {
  return definePolicy({
    id: `sme-care-${name}`,
    version: "2022-05",
    title: "Care model for SME customers",
    note: "A high-level frame, decided on from Q3/2022 and rolled out in Q1–Q2/2023 (S2 §2.70).",
    source: "S2, Parviainen 2022, L538–634",
    status: "proposed",
    currency: "EUR",
    parameters,
    measures,
    segments: {
      customerSegment: smeFunnel(reading.micro),
      phase,
      contactOfYear,
    },
    care: {
      source: "S2 §2.37–2.48 (L538–550)",
      segmentedBy: "customerSegment",
      models: modelsBy(reading),
      bySegment: { sme: "teamCare", micro: "microCare" },
      paths: { smePath },
      plans,
      dataDepth,
    },
    cadences: {
      ...contacts,
      nps: scoreAsked(reading.nps),
      ...surveys,
    },
    kpis: figures,
  });
}

/** The SME test, then what is taken out, then micro. */
function smeFunnel(micro: SmeCareReading["micro"]) {
  return {
    title: "SME test, then what is taken out, then micro",
    note: "Industry is a further step only where it pays (L542), and is left out here.",
    source: "S2 §2.2–2.8 (L121, L540–542)",
    method: "rules",
    hitPolicy: "first",
    labels: {
      sme: { title: "Small and medium companies", source: "S2 §2.1, §2.6 (L119, L540)" },
      micro: { title: "Micro companies", source: "S2 §2.6–2.7 (L460, L542)" },
    },
    rules: [
      {
        exclude: true,
        title: "no SME by size or by who owns it",
        source: "S2 §2.2–2.3 (L121)",
        when: { not: { all: isSme } },
      },
      {
        exclude: true,
        title: "steered by a chain, as a franchisee too",
        source: "S2 §2.4 (L121, L540, L612)",
        when: { field: "chainSteered", equals: true },
      },
      {
        exclude: true,
        title: "belongs to a group",
        source: "S2 §2.5 (L540)",
        when: { field: "inGroup", equals: true },
      },
      {
        segment: "micro",
        source: "S2 §2.6–2.7 (L460, L542)",
        note: "Smaller in turnover or headcount, without a number: see the readings.",
        when: micro === "smallerInBoth" ? { all: isSmall } : { any: isSmall },
      },
    ],
    otherwise: "sme",
  } as const;
}

/** How each group is cared for. */
function modelsBy({ unit: by, microContact }: SmeCareReading) {
  const unit = { by };
  const regular = ["regularContact", ...WITH_MICRO] as const;
  return {
    teamCare: {
      title: "Care by the central team",
      source: "S2 §2.37 (L32, L550)",
      ownership: { mode: "team", unit },
      cadences: regular,
      significance: 3,
      plan: "smePlan",
    },
    namedCare: {
      title: "Care by a named manager",
      source: "S2 §2.38 (L550)",
      ownership: { mode: "onePerson", unit },
      cadences: regular,
      significance: 2,
      plan: "smePlan",
    },
    largeCustomerCare: {
      title: "Care near that of large and chain customers",
      source: "S2 §2.39 (L542)",
      ownership: { mode: "onePerson", team: "optional", unit },
      cadences: regular,
      significance: 1,
      plan: "smePlan",
    },
    microCare: {
      title: "Light care of micro companies",
      source: "S2 §2.25 (L351)",
      ownership: { mode: "team", unit },
      cadences: microContact === "leftOut" ? WITH_MICRO : regular,
      significance: 4,
      plan: "smePlan",
    },
  } as const;
}

function scoreAsked(nps: SmeCareReading["nps"]) {
  return {
    title: "Yearly survey (NPS)",
    source: "S2 §2.28–2.30, §9.8 (L496, L622)",
    note: "In the steady phase; skipped for that year when another survey was sent.",
    method: "survey",
    appliesWhen: { field: "phase", equals: "steady" },
    counts: { all: [isSurvey, isNps] },
    skippedAfter: { all: [isSurvey, { not: isNps }] },
    per: nps === "yearly" ? "year" : "half",
    earliest: { days: 0 },
    ideal: { parameter: "npsIdeallyAfter" },
    latest: { years: 1 },
    roll: "previous",
    effortMinutes: 0,
    fatigue: surveyFatigue,
  } as const;
}

const isSurvey = { field: "kind", equals: "survey" } as const;

const isNps = { field: "topic", equals: "nps" } as const;

const isSme = [
  { field: "headcount", lessThan: { parameter: "smeHeadcount" } },
  {
    any: [
      { field: "turnover", atMost: { parameter: "smeTurnover" } },
      { field: "balanceSheet", atMost: { parameter: "smeBalanceSheet" } },
    ],
  },
  { field: "companyOwnershipShare", lessThan: { parameter: "independentBelow" } },
] as const;

const isSmall = [
  { field: "headcount", lessThan: { parameter: "microHeadcount" } },
  { field: "turnover", atMost: { parameter: "microTurnover" } },
] as const;
