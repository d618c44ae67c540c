import {
  type Account,
  type Activity,
  addDays,
  type CivilDate,
  type CustomerBase,
  type Ownership,
} from "hoito";
import type { Judgements, Revenue } from "hoito/facts";
import { type SeededRandom, seededRandom } from "../seeded-random.js";

const CUSTOMERS = 800;
/** Every eighth customer has been looked at: 100 of 800 (L664). */
const LOOKED_AT_EACH = 8;
const LOCALITIES = ["Helsinki", "Tampere", "Turku", "Oulu", "Jyväskylä", "Kuopio", "Lahti"];
const LINES = ["recruitingTraining", "reEmployment"] as const;
const YEARS = [2016, 2017, 2018, 2019, 2020];
const CONTACTS_SINCE: CivilDate = "2019-01-01";

/** What a customer that has been looked at turned out to be. */
type Likeness = "keyAccount" | "potential" | "standard" | "maintained" | "between";

/** One customer with everything made up about it. */
interface MadeCustomer {
  readonly account: Account;
  readonly revenues: readonly Revenue[];
  readonly activities: readonly Activity[];
  readonly ownerships: readonly Ownership[];
}

/**
 * A customer base shaped like the growth company's (Karlsson 2020): 800 customers, two business
 * lines, seven localities, and the facts that classification needs of 100 of them alone.
 *
 * @param asOf - the last day of the past
 * @param seed - the same seed gives the same base, customer by customer
 */
export function generateCompany({
  asOf,
  seed,
}: {
  readonly asOf: CivilDate;
  readonly seed: number;
}): CustomerBase {
  const customers = Array.from({ length: CUSTOMERS }, (_, index) => {
    const random = seededRandom(seed, index);
    const isLookedAt = index % LOOKED_AT_EACH === 0;
    return isLookedAt ? lookedAt(index, asOf, random) : unknownCustomer(index, random);
  });
  return {
    accounts: customers.map(({ account }) => account),
    revenues: customers.flatMap(({ revenues }) => revenues),
    activities: customers.flatMap(({ activities }) => activities),
    ownerships: customers.flatMap(({ ownerships }) => ownerships),
    coverage: {
      revenues: "complete",
      activities: { since: CONTACTS_SINCE },
      ownerships: "complete",
    },
  };
}

function unknownCustomer(index: number, random: SeededRandom): MadeCustomer {
  const knowsHeadcount = random.chance(0.4);
  const account = {
    ...customer(index, random),
    relations: ["customer"] as const,
    ...(knowsHeadcount ? { headcount: 5 + random.below(600) } : {}),
  };
  const lines = random.chance(0.2) ? LINES : [random.pick(LINES)];
  const revenues = YEARS.filter(() => random.chance(0.3)).flatMap((year) => {
    return lines.map((line) => booked(account.id, line, year, 500 + random.below(2_500), random));
  });
  return { account, revenues, activities: [], ownerships: [] };
}

function lookedAt(index: number, asOf: CivilDate, random: SeededRandom): MadeCustomer {
  const likeness = likenessOf(index / LOOKED_AT_EACH);
  const base = customer(index, random);
  const account = { ...base, ...factsOf(likeness, random) };
  return {
    account,
    revenues: revenuesOf(account, likeness, random),
    activities: activitiesOf(account, likeness, asOf, random),
    ownerships: ownershipsOf(account, likeness, random),
  };
}

/** Of every 25: three like key accounts, six potentials, nine standard, five maintained. */
function likenessOf(ordinal: number): Likeness {
  const place = ordinal % 25;
  if (place < 3) return "keyAccount";
  if (place < 9) return "potential";
  if (place < 18) return "standard";
  return place < 23 ? "maintained" : "between";
}

function customer(index: number, random: SeededRandom): Account & { readonly region: string } {
  const id = index + 1;
  const name = `Customer ${String(id).padStart(3, "0")}`;
  return {
    id,
    names: [{ name, kind: "official" }],
    kind: "organisation",
    region: random.pick(LOCALITIES),
    relationshipStart: dayIn(2010 + random.below(9), random),
  };
}

function factsOf(likeness: Likeness, random: SeededRandom): Partial<Account> {
  const existing = { relations: ["customer"] as const };
  switch (likeness) {
    case "keyAccount": {
      const headcount = random.pick([700, 1000, 1200, 1800, 3500, 6000]);
      return { ...existing, headcount, judgements: judged("high", true, true, "good", random) };
    }
    case "potential": {
      const headcount = random.pick([420, 500, 560, 750, 1100, 2400]);
      const judgements = judged("high", true, random.chance(0.4), "weak", random);
      return { ...existing, headcount, judgements };
    }
    case "standard": {
      const judgements = judged("medium", false, false, "good", random);
      return { ...existing, headcount: 20 + random.below(450), judgements };
    }
    case "maintained": {
      const judgements = judged("low", false, false, "none", random);
      return { relations: ["potential"], headcount: 5 + random.below(200), judgements };
    }
    case "between": {
      const judgements = judged("low", false, false, "weak", random);
      return { ...existing, headcount: 50 + random.below(400), judgements };
    }
  }
}

function judged(
  growth: "low" | "medium" | "high",
  several: boolean,
  all: boolean,
  relationship: "none" | "weak" | "good",
  random: SeededRandom,
): Judgements {
  const basis = random.pick(["data", "judgement", "insideKnowledge"] as const);
  return {
    growthPotential: { value: growth, basis },
    potentialForSeveralServices: { value: several, basis },
    potentialForAllServices: { value: all, basis },
    personalRelationship: { value: relationship, basis },
    veryFastGrowth: { value: random.chance(0.08), basis },
    ...(random.chance(0.9) ? { forecastableInvoicing: { value: all, basis } } : {}),
  };
}

function revenuesOf({ id }: Account, likeness: Likeness, random: SeededRandom): readonly Revenue[] {
  if (likeness === "maintained") return [];
  const isKey = likeness === "keyAccount";
  const often = isKey ? 0.95 : 0.6;
  const euros = isKey ? 4_000 : 1_500;
  const lines = isKey || random.chance(0.5) ? LINES : [random.pick(LINES)];
  return YEARS.filter(() => random.chance(often)).flatMap((year) => {
    return lines.map((line) => booked(id, line, year, euros + random.below(3 * euros), random));
  });
}

function booked(
  accountId: Account["id"],
  businessLine: string,
  year: number,
  euros: number,
  random: SeededRandom,
): Revenue {
  const bookedOn = dayIn(year, random);
  return { accountId, bookedOn, businessLine, amount: { minor: euros * 100, currency: "EUR" } };
}

/** A day in the first ten months of a year. */
function dayIn(year: number, random: SeededRandom): CivilDate {
  return addDays(`${year}-01-01`, random.below(300));
}

function activitiesOf(
  { id, region }: Account,
  likeness: Likeness,
  asOf: CivilDate,
  random: SeededRandom,
): readonly Activity[] {
  const activities: Activity[] = [];
  const hold = (kind: string, daysAgo: number, businessLine?: string): void => {
    activities.push({
      id: `${id}/${activities.length + 1}`,
      accountId: id,
      kind,
      heldOn: addDays(asOf, -daysAgo),
      status: "complete",
      personId: `${region}-1`,
      ...(businessLine === undefined ? {} : { businessLine }),
    });
  };
  if (likeness === "keyAccount") {
    const meetings = 6 + random.below(7);
    for (let each = 0; each < meetings; each++) hold("meeting", random.below(335));
  }
  if (likeness === "potential" && random.chance(0.7)) hold("actionPlanUpdate", random.below(280));
  if (likeness === "standard") {
    if (random.chance(0.6)) hold(random.pick(["call", "meeting"]), random.below(200));
    for (const line of LINES) {
      if (random.chance(0.4)) hold("needsAssessment", random.below(150), line);
    }
  }
  return activities;
}

/** Key accounts have their person, many of the others do not (L874). */
function ownershipsOf(
  { id, region }: Account,
  likeness: Likeness,
  random: SeededRandom,
): readonly Ownership[] {
  const responsible = { accountId: id, role: "responsible", naming: "named" } as const;
  const person = `${region}-${1 + random.below(3)}`;
  if (likeness === "keyAccount") {
    const team = { ...responsible, personId: `${region}-4`, role: "teamMember" } as const;
    return [{ ...responsible, personId: person }, team];
  }
  if (likeness === "potential") {
    const naming = random.chance(0.6) ? "named" : "proposed";
    return [{ ...responsible, personId: person, naming }];
  }
  if (likeness !== "standard") return [];
  return LINES.filter(() => random.chance(0.55)).map((businessLine) => {
    return { ...responsible, personId: person, region: region!, businessLine };
  });
}
