import type { Account, Activity, Judgements, Ownership, Revenue } from "../../facts/index.js";
import { addDays, type CivilDate } from "../../time/index.js";
import { euros } from "../euros.js";
import type { SeededRandom } from "../seeded-random.js";
import { LOCALITIES } from "./sample-people.js";

const LINES = ["recruitingTraining", "reEmployment"] as const;
/** Revenue is told of the year of asking and so many before. */
const YEARS_BEFORE = [4, 3, 2, 1, 0];

/** What a customer that has been looked at turned out to be. */
type Likeness = "keyAccount" | "potential" | "standard" | "maintained" | "between";

/** One customer with everything made up about it. */
export interface MadeCustomer {
  readonly account: Account;
  readonly revenues: readonly Revenue[];
  readonly activities: readonly Activity[];
  readonly ownerships: readonly Ownership[];
}

interface Place {
  /** Position among all customers. */
  readonly index: number;
  readonly asOf: CivilDate;
}

/** A customer of which little is known. */
export function unknownCustomer(place: Place, random: SeededRandom): MadeCustomer {
  const knowsHeadcount = random.chance(0.4);
  const account = {
    ...customer(place, random),
    relations: ["customer"] as const,
    ...(knowsHeadcount ? { headcount: 5 + random.below(600) } : {}),
  };
  const lines = random.chance(0.2) ? LINES : [random.pick(LINES)];
  const revenues = YEARS_BEFORE.filter(() => random.chance(0.3)).flatMap((yearsAgo) => {
    return lines.map((line) => {
      return booked(account.id, line, 500 + random.below(2_500), dayIn(place, yearsAgo, random));
    });
  });
  return { account, revenues, activities: [], ownerships: [] };
}

/** A customer that has been looked at: `ordinal` is its position among those. */
export function lookedAt(
  place: Place & { readonly ordinal: number },
  random: SeededRandom,
): MadeCustomer {
  const likeness = likenessOf(place.ordinal);
  const base = customer(place, random);
  const account = { ...base, ...factsOf(likeness, random) };
  const revenues = revenuesOf(account, likeness, place, random);
  const activities = activitiesOf(account, likeness, place, random);
  const ownerships = ownershipsOf(account, likeness, random);
  // Drawn last: what was drawn before stays what it was before there were reviews.
  const isReviewed = likeness === "keyAccount" && random.chance(0.7);
  const review = { ...held(account, "review", place.asOf, random.below(500)), id: `${base.id}/r` };
  return {
    account,
    revenues,
    ownerships,
    activities: [...activities, ...(isReviewed ? [review] : [])],
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

function customer(place: Place, random: SeededRandom): Account & { readonly region: string } {
  const id = place.index + 1;
  const name = `Customer ${String(id).padStart(3, "0")}`;
  return {
    id,
    names: [{ name, kind: "official" }],
    kind: "organisation",
    region: random.pick(LOCALITIES),
    relationshipStart: dayIn(place, 10 - random.below(9), random),
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

function revenuesOf(
  { id }: Account,
  likeness: Likeness,
  place: Place,
  random: SeededRandom,
): readonly Revenue[] {
  if (likeness === "maintained") return [];
  const isKey = likeness === "keyAccount";
  const often = isKey ? 0.95 : 0.6;
  const least = isKey ? 4_000 : 1_500;
  const lines = isKey || random.chance(0.5) ? LINES : [random.pick(LINES)];
  return YEARS_BEFORE.filter(() => random.chance(often)).flatMap((yearsAgo) => {
    return lines.map((line) => {
      return booked(id, line, least + random.below(3 * least), dayIn(place, yearsAgo, random));
    });
  });
}

function booked(
  accountId: Account["id"],
  businessLine: string,
  amount: number,
  bookedOn: CivilDate,
): Revenue {
  return { accountId, bookedOn, businessLine, amount: euros(amount) };
}

/** A day in the first ten months of a year, not after the day of asking. */
function dayIn({ asOf }: Place, yearsAgo: number, random: SeededRandom): CivilDate {
  const day = addDays(`${Number(asOf.slice(0, 4)) - yearsAgo}-01-01`, random.below(300));
  return day < asOf ? day : asOf;
}

function activitiesOf(
  account: Account,
  likeness: Likeness,
  { asOf }: Place,
  random: SeededRandom,
): readonly Activity[] {
  const activities: Activity[] = [];
  const hold = (kind: string, daysAgo: number, businessLine?: string): void => {
    const activity = held(account, kind, asOf, daysAgo);
    const line = businessLine === undefined ? {} : { businessLine };
    activities.push({ ...activity, id: `${account.id}/${activities.length + 1}`, ...line });
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

/** A contact that was held so many days ago; a meeting was planned for its day. */
function held({ id, region }: Account, kind: string, asOf: CivilDate, daysAgo: number): Activity {
  const heldOn = addDays(asOf, -daysAgo);
  const planned = kind === "meeting" ? { plannedOn: heldOn } : {};
  const status = "complete";
  return { id: `${id}`, accountId: id, kind, heldOn, status, personId: `${region}-1`, ...planned };
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
