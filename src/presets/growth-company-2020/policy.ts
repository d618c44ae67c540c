import { type CarePolicy, definePolicy } from "../../policy/index.js";
import { cadences } from "./cadences.js";
import { models } from "./care.js";
import { evaluationModel } from "./evaluation-model.js";
import { figures } from "./figures.js";
import { customerGroups } from "./labels.js";
import { measures } from "./measures.js";
import { parameters } from "./parameters.js";

/** Where the source says two things at once, which of them holds. */
export interface GrowthCompanyReading {
  /**
   * - `R500`: a potential employs 500 (L657), a key account 1 000 (L658).
   * - `R1000`: both employ 1 000 or grow very fast (L662).
   */
  readonly reading: "R500" | "R1000";
  /** Whether "+1000" is reached with exactly 1 000. */
  readonly headcountBound: "atLeast" | "moreThan";
}

/**
 * The four customer groups of a Finnish growth company, word for word (Karlsson 2020, L647–664).
 *
 * How the words became facts:
 *
 * - An existing customer is an account whose `relations` include `customer`; a new one is an
 *   account whose relations are known and do not.
 * - High and low potential is the judgement `growthPotential`; broad potential, revenue to be
 *   expected from several business lines, is `potentialForSeveralServices`.
 * - Revenue "for several years from both business lines" is revenue of each line in
 *   `severalYears` calendar years, both lines together above `keyAccountRevenue`, all of it
 *   within `revenueWindow`.
 * - Very fast growth has no number in the source, so it is the judgement `veryFastGrowth`.
 *
 * The words leave gaps, and so does the policy: it has no `otherwise`. A new customer with high
 * potential is unclassified, as is an existing one with neither potential nor a good relationship.
 */
export function growthCompanyPolicy({ reading, headcountBound }: GrowthCompanyReading): CarePolicy {
  const isR500 = reading === "R500";
  return definePolicy({
    id: `growth-company-${reading}-${headcountBound}`,
    version: "2020-11",
    title: "Four customer groups of a growth company",
    note: "Numbers the source leaves open are parameters: what several years are, and the window.",
    source: "S1, Karlsson 2020, L647–664",
    currency: "EUR",
    businessLines: ["recruitingTraining", "reEmployment"],
    parameters: {
      ...parameters,
      potentialHeadcount: {
        value: isR500 ? 500 : 1000,
        title: "employees of a potential",
        source: isR500 ? "S1 §2.5 (L657)" : "S1 §2.6 (L662)",
        note: "The source says 500 in one place and 1 000 in another: two readings.",
      },
    },
    measures,
    segments: {
      customerGroup: groupsBy({ reading, headcountBound }),
      evaluationModel,
    },
    care: {
      source: "S1 §2.19 (L664)",
      segmentedBy: "customerGroup",
      models,
      bySegment: {
        KEY_ACCOUNT: "keyAccountCare",
        POTENTIAL: "potentialCare",
        STANDARD: "standardCare",
        MAINTAINED: "maintainedCare",
      },
    },
    cadences,
    kpis: figures,
  });
}

/** The four groups, word for word. */
function groupsBy({ reading, headcountBound }: GrowthCompanyReading) {
  const isR500 = reading === "R500";
  const keyAccountHeadcount = headcount("keyAccountHeadcount", headcountBound);
  const potentialHeadcount = headcount("potentialHeadcount", headcountBound);
  return {
    source: "S1 §2.1 (L647–664)",
    method: "rules",
    hitPolicy: "first",
    labels: customerGroups,
    rules: [
      {
        segment: "KEY_ACCOUNT",
        source: isR500 ? "S1 §2.1 (L658)" : "S1 §2.6 (L658, L662)",
        when: {
          all: [
            isExisting,
            { field: "trainingYears", atLeast: { parameter: "severalYears" } },
            { field: "reEmploymentYears", atLeast: { parameter: "severalYears" } },
            { field: "bothLinesRevenue", moreThan: { parameter: "keyAccountRevenue" } },
            isR500 ? keyAccountHeadcount : { any: [keyAccountHeadcount, growsVeryFast] },
            { field: "potentialForAllServices", equals: true },
            { field: "forecastableInvoicing", equals: true },
          ],
        },
      },
      {
        segment: "POTENTIAL",
        source: isR500 ? "S1 §2.1 (L657)" : "S1 §2.6 (L657, L662)",
        when: {
          all: [
            isExisting,
            { field: "growthPotential", equals: "high" },
            isR500 ? potentialHeadcount : { any: [potentialHeadcount, growsVeryFast] },
            { field: "potentialForSeveralServices", equals: true },
          ],
        },
      },
      {
        segment: "STANDARD",
        source: "S1 §2.1 (L656)",
        when: {
          all: [
            isExisting,
            { field: "potentialForSeveralServices", equals: false },
            { field: "personalRelationship", equals: "good" },
          ],
        },
      },
      {
        segment: "MAINTAINED",
        source: "S1 §2.1 (L655)",
        when: { all: [{ not: isExisting }, { field: "growthPotential", equals: "low" }] },
      },
    ],
  } as const;
}

const isExisting = { field: "relations", includes: "customer" } as const;

const growsVeryFast = { field: "veryFastGrowth", equals: true } as const;

interface AtLeast<Name extends string> {
  readonly field: "headcount";
  readonly atLeast: { readonly parameter: Name };
}

interface MoreThan<Name extends string> {
  readonly field: "headcount";
  readonly moreThan: { readonly parameter: Name };
}

function headcount<const Name extends string>(
  parameter: Name,
  bound: GrowthCompanyReading["headcountBound"],
): AtLeast<Name> | MoreThan<Name> {
  return bound === "atLeast"
    ? { field: "headcount", atLeast: { parameter } }
    : { field: "headcount", moreThan: { parameter } };
}
