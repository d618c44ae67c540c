import type {
  Account,
  Activity,
  ContactPerson,
  Offer,
  Order,
  Ownership,
  Permission,
  RecordId,
  Task,
  Trend,
} from "../../facts/index.js";
import { addDays, addYears, type CivilDate } from "../../time/index.js";
import { euros } from "../euros.js";
import type { SeededRandom } from "../seeded-random.js";
import { SELLERS } from "./sample-campaign.js";

/** One customer with everything made up about it, but the visits of its seller. */
export interface MadeCustomer {
  readonly account: Account;
  readonly ownership: Ownership;
  readonly activities: readonly Activity[];
  readonly orders: readonly Order[];
  readonly offers: readonly Offer[];
  readonly tasks: readonly Task[];
  readonly contactPersons: readonly ContactPerson[];
  readonly permissions: readonly Permission[];
}

interface Place {
  /** Position among all customers. */
  readonly index: number;
  readonly asOf: CivilDate;
}

type Class = "A" | "B" | "C" | "D";

/** Of every twenty: two A, four B, eight C, five D, and one that nobody has classified. */
const CLASSES: readonly (Class | undefined)[] = [
  "A",
  "C",
  "B",
  "D",
  "C",
  "C",
  "B",
  "D",
  "C",
  "C",
  "A",
  "D",
  "B",
  "C",
  "D",
  "C",
  "B",
  "C",
  "D",
  undefined,
];
const ORDERS: Readonly<Record<Class, number>> = { A: 10, B: 5, C: 2, D: 1 };
const TRENDS: readonly Trend[] = ["falling", "steady", "steady", "rising"];
const ATTRIBUTES = ["eNews", "launchMaterial", "dealerInfo"] as const;

/** A customer of the seller whose turn it is. */
export function sampleCustomer({ index, asOf }: Place, random: SeededRandom): MadeCustomer {
  const id = index + 1;
  const personId = SELLERS[index % SELLERS.length]!;
  const registerClass = CLASSES[Math.floor(index / SELLERS.length) % CLASSES.length];
  const isDealer = random.chance(0.4);
  const account: Account = {
    id,
    names: [{ name: `Customer ${String(id).padStart(3, "0")}`, kind: "official" }],
    kind: "organisation",
    tradeRole: isDealer ? "dealer" : "endCustomer",
    relations: ["customer"],
    region: "Uusimaa",
    relationshipStart: addDays(addYears(asOf, -2), -random.below(3_000)),
    location: { travelMinutes: random.pick([15, 30, 45, 100]) },
    judgements: { purchaseForecastTrend: { value: random.pick(TRENDS), judgedBy: personId } },
    marketingAttributes: random.chance(0.7) ? [random.pick(ATTRIBUTES), "eNews"] : [],
    own: registerClass === undefined ? {} : { registerClass },
  };
  const record = { accountId: id, personId };
  const isBanned = random.chance(0.1);
  return {
    account,
    ownership: { ...record, role: "responsible", naming: "named" },
    activities: activitiesOf(record, registerClass, asOf, random),
    orders: ordersOf(id, registerClass ?? "D", asOf, random),
    offers: random.chance(0.3) ? [offerOf(id, asOf, random)] : [],
    tasks: random.chance(0.2) ? [taskOf(record, asOf, random)] : [],
    contactPersons: [{ id: `${id}/a`, accountId: id, decisionRole: "decisionMaker" }],
    permissions: isBanned ? [{ accountId: id, verdict: "marketingBan" }] : [],
  };
}

interface Whose {
  readonly accountId: number;
  readonly personId: RecordId;
}

/** Calls before the campaign and in it, group meetings of large customers, the mail of the quarter. */
function activitiesOf(
  { accountId, personId }: Whose,
  registerClass: Class | undefined,
  asOf: CivilDate,
  random: SeededRandom,
): readonly Activity[] {
  const activities: Activity[] = [];
  const hold = (kind: string, daysAgo: number, rest: Partial<Activity>): void => {
    const heldOn = addDays(asOf, -daysAgo);
    const id = `${accountId}/${activities.length + 1}`;
    activities.push({ id, accountId, kind, status: "complete", heldOn, ...rest });
  };
  const call = { personId, channel: "phone", durationMinutes: 15 };
  hold("call", 100 + random.below(200), { ...call, topic: "order" });
  if (registerClass === "A") {
    hold("call", random.below(50), { ...call, topic: "order" });
    if (random.chance(0.6)) {
      const group = random.pick(["procurementGroup", "developmentGroup"]);
      const followUps = [{ what: "samples of the new range", dueOn: addDays(asOf, 10) }];
      hold("meeting", 95 + random.below(60), {
        personId,
        channel: "online",
        topic: group,
        followUps,
      });
    }
  }
  if (random.chance(0.5)) hold("marketing", random.below(80), { channel: "email", topic: "eNews" });
  return activities;
}

function ordersOf(
  accountId: number,
  registerClass: Class,
  asOf: CivilDate,
  random: SeededRandom,
): readonly Order[] {
  const count = ORDERS[registerClass];
  return Array.from({ length: count }, (_, at): Order => {
    const value = euros(200 * count + random.below(2_000));
    const orderedOn = addDays(asOf, -random.below(700));
    return { id: `${accountId}/o${at + 1}`, accountId, orderedOn, value };
  });
}

function offerOf(accountId: number, asOf: CivilDate, random: SeededRandom): Offer {
  const madeOn = addDays(asOf, -1 - random.below(60));
  const value = euros(500 + random.below(9_000));
  const offer = { id: `${accountId}/q`, accountId, madeOn, value };
  if (random.chance(0.5)) return { ...offer, status: "open" };
  return { ...offer, status: random.pick(["won", "lost"]), decidedOn: asOf };
}

/** Customer service asks the field; some of it is for information only. */
function taskOf({ accountId, personId }: Whose, asOf: CivilDate, random: SeededRandom): Task {
  const openedOn = addDays(asOf, -random.below(20));
  const task: Task = {
    id: `${accountId}/t`,
    accountId,
    kind: random.pick(["action", "information"]),
    topic: random.pick(["complaint", "sparePart", "notice"]),
    senderId: random.pick(["service-1", "service-2"]),
    receiverId: personId,
    openedOn,
  };
  return random.chance(0.5) ? { ...task, acknowledgedOn: asOf } : task;
}
