import { type CarePolicy, definePolicy } from "hoito";
import { growthCompanyFigures } from "./growth-company-figures.js";

/** Where the source says two things at once, which of them holds. */
export interface GrowthCompanyOptions {
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
 *
 * @param options - the two readings to choose
 * @returns a policy in euros whose segments are those of the source
 */
export function growthCompanyPolicy({ reading, headcountBound }: GrowthCompanyOptions): CarePolicy {
  const isR500 = reading === "R500";
  const keyAccountHeadcount = headcount("keyAccountHeadcount", headcountBound);
  const potentialHeadcount = headcount("potentialHeadcount", headcountBound);

  return definePolicy({
    id: `growth-company-${reading}-${headcountBound}`,
    version: "2020-11",
    title: "Four customer groups of a growth company",
    note: "Numbers the source leaves open are parameters: what several years are, and the window.",
    source: "Karlsson 2020, L647–664",
    currency: "EUR",
    businessLines: ["recruitingTraining", "reEmployment"],
    parameters: {
      keyAccountHeadcount: 1000,
      potentialHeadcount: isR500 ? 500 : 1000,
      keyAccountRevenue: { amount: "50000.00", currency: "EUR" },
      nothing: { amount: "0.00", currency: "EUR" },
      severalYears: 3,
      revenueWindow: { years: 5 },
      meetingsPerYear: 10,
      contactKinds: ["meeting", "visit", "call", "message"],
    },
    measures: {
      trainingYears: {
        title: "years with revenue from recruiting training",
        distinct: "revenues.bookedOn",
        by: "year",
        where: {
          all: [
            { field: "businessLine", equals: "recruitingTraining" },
            { field: "amount", moreThan: { parameter: "nothing" } },
          ],
        },
        over: { rolling: { parameter: "revenueWindow" } },
      },
      reEmploymentYears: {
        title: "years with revenue from re-employment",
        distinct: "revenues.bookedOn",
        by: "year",
        where: {
          all: [
            { field: "businessLine", equals: "reEmployment" },
            { field: "amount", moreThan: { parameter: "nothing" } },
          ],
        },
        over: { rolling: { parameter: "revenueWindow" } },
      },
      bothLinesRevenue: {
        title: "revenue from both business lines together",
        sum: "revenues.amount",
        where: { field: "businessLine", isOneOf: ["recruitingTraining", "reEmployment"] },
        over: { rolling: { parameter: "revenueWindow" } },
      },
    },
    segments: {
      customerGroup: {
        method: "rules",
        hitPolicy: "first",
        labels: {
          KEY_ACCOUNT: {
            title: "Key accounts",
            aliases: ["avainasiakkaat", "KAM-asiakkaat", "tunnistetut avainasiakkuudet"],
            axes: { growthPotential: "high", relationship: "strong" },
            decidedBy: "managementTeam",
            source: "L658–660",
          },
          POTENTIAL: {
            title: "Potentials",
            aliases: [
              "potentiaalit",
              "potentiaaliset kohdeasiakkaat",
              "potential target customers",
            ],
            axes: { growthPotential: "high", relationship: "weak" },
            decidedBy: "businessLine",
            source: "L657",
          },
          STANDARD: {
            title: "Standard customers",
            aliases: ["vakioasiakkaat"],
            axes: { growthPotential: "low", relationship: "strong" },
            source: "L656",
          },
          MAINTAINED: {
            title: "Maintained customers",
            aliases: ["ylläpidettävät asiakkaat", "ylläpidettävät asiakkuudet"],
            axes: { growthPotential: "low", relationship: "weak" },
            source: "L655",
          },
        },
        rules: [
          {
            segment: "KEY_ACCOUNT",
            source: isR500 ? "L658" : "L658, L662",
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
            source: isR500 ? "L657" : "L657, L662",
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
            source: "L656",
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
            source: "L655",
            when: { all: [{ not: isExisting }, { field: "growthPotential", equals: "low" }] },
          },
        ],
      },
    },
    care: {
      segmentedBy: "customerGroup",
      models: {
        keyAccountCare: {
          title: "Key account management",
          note: "A plan for supporting the customer; often a team, possibly a steering group.",
          ownership: { mode: "onePerson", team: "optional", steeringGroup: "optional" },
          cadences: ["plannedMeetings"],
          significance: 1,
        },
        potentialCare: {
          title: "Care of potentials",
          note: "Widen the network of decision makers, move towards key account, all lines present.",
          ownership: { mode: "onePerson" },
          cadences: ["actionPlanUpdate"],
          significance: 2,
        },
        standardCare: {
          title: "Care of standard customers",
          ownership: { mode: "named", per: ["region", "businessLine"] },
          cadences: ["halfYearContact", "needsSurvey"],
          significance: 3,
        },
        maintainedCare: {
          title: "Care of maintained customers",
          note: "Information through marketing, contact programme by programme.",
          ownership: { mode: "none" },
          cadences: "none",
          significance: 4,
        },
      },
      bySegment: {
        KEY_ACCOUNT: "keyAccountCare",
        POTENTIAL: "potentialCare",
        STANDARD: "standardCare",
        MAINTAINED: "maintainedCare",
      },
    },
    cadences: {
      plannedMeetings: {
        title: "Planned meeting of the annual clock",
        source: "L660",
        method: "quota",
        counts: { field: "kind", equals: "meeting" },
        atLeast: { parameter: "meetingsPerYear" },
        per: "year",
        counting: "heldOrPlanned",
        spread: "even",
        roll: "previous",
      },
      actionPlanUpdate: {
        title: "Action plan updated",
        source: "L657",
        method: "interval",
        counts: { field: "kind", equals: "actionPlanUpdate" },
        earliest: { days: 0 },
        ideal: { months: 6 },
        latest: { months: 6 },
        whenNever: "dueAtOnce",
        roll: "previous",
      },
      halfYearContact: {
        title: "Contact of the half-year",
        source: "L656",
        method: "quota",
        counts: { field: "kind", isOneOf: { parameter: "contactKinds" } },
        atLeast: 1,
        per: "half",
        counting: "held",
        spread: "anyTime",
        roll: "previous",
      },
      needsSurvey: {
        title: "Survey of needs",
        source: "L656",
        method: "quota",
        counts: { field: "kind", equals: "needsAssessment" },
        perBusinessLine: true,
        atLeast: 1,
        per: "half",
        counting: "held",
        spread: "anyTime",
        roll: "previous",
      },
    },
    kpis: growthCompanyFigures,
  });
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
  bound: GrowthCompanyOptions["headcountBound"],
): AtLeast<Name> | MoreThan<Name> {
  return bound === "atLeast"
    ? { field: "headcount", atLeast: { parameter } }
    : { field: "headcount", moreThan: { parameter } };
}
