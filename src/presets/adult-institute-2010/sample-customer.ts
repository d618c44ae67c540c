import type {
  Account,
  Activity,
  ContactPerson,
  Feedback,
  Level,
  Offer,
  Opportunity,
  Order,
  Ownership,
  Relation,
  Revenue,
} from "../../facts/index.js";
import { addDays, type CivilDate } from "../../time/index.js";
import { euros } from "../euros.js";
import type { SeededRandom } from "../seeded-random.js";
import { MANAGER, OWNERS } from "./sample-people.js";

/** One customer with everything made up about it. */
export interface MadeCustomer {
  readonly account: Account;
  readonly activities: readonly Activity[];
  readonly revenues: readonly Revenue[];
  readonly orders: readonly Order[];
  readonly offers: readonly Offer[];
  readonly opportunities: readonly Opportunity[];
  readonly feedback: readonly Feedback[];
  readonly contactPersons: readonly ContactPerson[];
  readonly ownerships: readonly Ownership[];
}

interface Place {
  /** Position among all customers. */
  readonly index: number;
  readonly asOf: CivilDate;
}

/** What a customer turns out to be. */
type Likeness = "valued" | "costly" | "possible" | "ordinary" | "person" | "unjudged";

/** Of every twenty: three valued, three costly, four that might buy, eight ordinary, two others. */
const LIKENESSES: readonly Likeness[] = [
  "ordinary",
  "valued",
  "possible",
  "ordinary",
  "costly",
  "ordinary",
  "possible",
  "ordinary",
  "valued",
  "ordinary",
  "person",
  "costly",
  "possible",
  "ordinary",
  "ordinary",
  "unjudged",
  "possible",
  "valued",
  "costly",
  "ordinary",
];
const LINES = [
  "staffTraining",
  "vocationalQualification",
  "specialistQualification",
  "basicQualification",
] as const;
const REGIONS = ["Espoo", "Kauniainen", "Kirkkonummi", "Helsinki", "Vantaa"];
const ORDERS: Readonly<Record<Likeness, number>> = {
  valued: 6,
  costly: 2,
  possible: 0,
  ordinary: 3,
  person: 1,
  unjudged: 2,
};

/** The customer at a place, whatever the others are. */
export function sampleCustomer({ index, asOf }: Place, random: SeededRandom): MadeCustomer {
  const likeness = LIKENESSES[index % LIKENESSES.length]!;
  const id = index + 1;
  const whole: Whole = { id, likeness, asOf, random };
  const orders = ordersOf(whole);
  return {
    account: accountOf(whole, orders),
    orders,
    activities: activitiesOf(whole),
    revenues: orders.map((order) => revenueOf(order, whole)),
    offers: random.chance(0.3) ? [offerOf(whole)] : [],
    opportunities: opportunitiesOf(whole),
    feedback: random.chance(0.15) ? [feedbackOf(whole)] : [],
    contactPersons: [
      { id: `${id}/d`, accountId: id, decisionRole: "decisionMaker" },
      { id: `${id}/e`, accountId: id, decisionRole: "expert" },
    ],
    ownerships: ownershipsOf(whole),
  };
}

interface Whole {
  readonly id: number;
  readonly likeness: Likeness;
  readonly asOf: CivilDate;
  readonly random: SeededRandom;
}

function accountOf(whole: Whole, orders: readonly Order[]): Account {
  const { id, likeness, asOf, random } = whole;
  const started = likeness === "possible" ? {} : { relationshipStart: addDays(asOf, -1_300) };
  const lines = new Set(orders.map(({ businessLine }) => businessLine));
  const unused = likeness === "possible" ? 12_000 + random.below(9_000) : random.below(9_000);
  const own = likeness === "unjudged" ? {} : { own: { unusedPotential: euros(unused) } };
  return {
    id,
    names: [{ name: `Organisation ${String(id).padStart(3, "0")}`, kind: "official" }],
    kind: likeness === "person" ? "person" : "organisation",
    region: random.pick(REGIONS),
    relations: relationsOf(whole),
    ...started,
    serviceBreadth: lines.size,
    ...(likeness === "unjudged" ? {} : { judgements: judgementsOf(whole) }),
    ...own,
  };
}

/** A competitor may be a partner too, and stays both (L506). */
function relationsOf({ likeness, random }: Whole): readonly Relation[] {
  if (likeness === "possible") return ["potential"];
  if (likeness === "valued" && random.chance(0.4)) return ["customer", "partner", "competitor"];
  return ["customer"];
}

function judgementsOf({ likeness, random }: Whole): NonNullable<Account["judgements"]> {
  const level: Level = likeness === "valued" ? "high" : random.pick(["low", "low", "medium"]);
  const judged = <T>(value: T) => ({ value, judgedBy: MANAGER });
  return {
    buyingPotential: judged(likeness === "possible" ? "high" : level),
    referenceValue: judged(level),
    competenceValue: judged(likeness === "valued" ? random.pick(["medium", "high"]) : level),
    totalConsumption: judged(euros(20_000 + random.below(30_000))),
  };
}

function ordersOf({ id, likeness, asOf, random }: Whole): readonly Order[] {
  return Array.from({ length: ORDERS[likeness] }, (_, at): Order => {
    const orderedOn = addDays(asOf, -5 - 60 * at - random.below(50));
    const businessLine = likeness === "valued" ? LINES[at % LINES.length]! : random.pick(LINES);
    const value = euros(likeness === "valued" ? 6_000 + random.below(4_000) : 1_500);
    return { id: `${id}/o${at + 1}`, accountId: id, orderedOn, businessLine, value };
  });
}

/** Income with the cost that the customer caused; a costly one causes more than it brings. */
function revenueOf({ orderedOn, businessLine, value }: Order, whole: Whole): Revenue {
  const { id, likeness, random } = whole;
  const percent = likeness === "costly" ? 110 + random.below(20) : 60 + random.below(30);
  const cost = { minor: Math.round((value.minor * percent) / 100), currency: "EUR" };
  const margin = { minor: value.minor - cost.minor, currency: "EUR" };
  const line = { businessLine: businessLine! };
  return { accountId: id, bookedOn: orderedOn, amount: value, cost, margin, ...line };
}

function offerOf({ id, asOf, random }: Whole): Offer {
  const made = { id: `${id}/q`, accountId: id, madeOn: addDays(asOf, -1 - random.below(50)) };
  if (random.chance(0.5)) return { ...made, status: "open" };
  return { ...made, status: random.pick(["won", "lost"]), decidedOn: asOf };
}

function opportunitiesOf({ id, likeness, asOf, random }: Whole): readonly Opportunity[] {
  const first = { id: `${id}/p`, accountId: id, openedOn: addDays(asOf, -700) };
  if (likeness !== "valued") return random.chance(0.6) ? [first] : [];
  const openedOn = addDays(asOf, -1 - random.below(4));
  return [first, { id: `${id}/b`, accountId: id, openedOn, direction: "breadth" }];
}

function feedbackOf({ id, asOf, random }: Whole): Feedback {
  const received = { id: `${id}/f`, accountId: id, receivedOn: addDays(asOf, -random.below(30)) };
  return random.chance(0.5) ? { ...received, answeredOn: asOf } : received;
}

/** Only part of what happens is written down as held (L728). */
function activitiesOf({ id, likeness, asOf, random }: Whole): readonly Activity[] {
  const personId = OWNERS[id % OWNERS.length]!;
  const activities: Activity[] = [];
  const note = (kind: string, daysAgo: number, rest: Partial<Activity> = {}): void => {
    const day = addDays(asOf, -daysAgo);
    const dated = random.chance(0.85)
      ? { status: "complete" as const, plannedOn: day, heldOn: day }
      : { status: "planned" as const, plannedOn: day };
    const activityId = `${id}/${activities.length + 1}`;
    activities.push({ id: activityId, accountId: id, kind, personId, ...dated, ...rest });
  };
  if (likeness === "possible") {
    note("marketing", random.below(300), { personId: "marketing" });
    return activities;
  }
  const contacts = likeness === "valued" ? 2 + random.below(4) : random.below(3);
  for (let each = 0; each < contacts; each++) {
    const met = random.chance(0.7) ? `${id}/d` : `${id}/e`;
    note(random.pick(["meeting", "visit", "call"]), random.below(360), { personsMet: [met] });
  }
  if (random.chance(0.6)) note("planReview", random.below(500));
  if (random.chance(0.5)) note("survey", random.below(500));
  if (likeness === "valued" && random.chance(0.5)) note("jointDevelopment", 0);
  return activities;
}

/** An account owner each, and the customer team's leader beside the valued; some have nobody yet. */
function ownershipsOf({ id, likeness, random }: Whole): readonly Ownership[] {
  if (likeness === "possible") {
    return [{ accountId: id, personId: "marketing", role: "teamMember", naming: "named" }];
  }
  if (random.chance(0.1)) return [];
  const personId = OWNERS[id % OWNERS.length]!;
  const owner: Ownership = { accountId: id, personId, role: "responsible", naming: "named" };
  if (likeness !== "valued") return [owner];
  return [owner, { accountId: id, personId: MANAGER, role: "teamMember", naming: "named" }];
}
