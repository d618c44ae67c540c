import type { Activity, Invoice, Order } from "../../facts/index.js";
import { addDays, type CivilDate } from "../../time/index.js";
import { euros } from "../euros.js";
import type { SeededRandom } from "../seeded-random.js";
import type { Salon } from "./sample-salon.js";

/** How the last two years of a salon are told. */
const DAYS_TOLD = 730;
const PRODUCTS = [
  { product: "shampoo", brand: "Aava" },
  { product: "conditioner", brand: "Aava" },
  { product: "colour cream", brand: "Aava" },
  { product: "styling wax", brand: "Lumo" },
  { product: "hair spray", brand: "Lumo" },
  { product: "bond builder", brand: "Lumo" },
  { product: "lightening clay", brand: "Kide" },
  { product: "scissors", brand: "Kide" },
] as const;

/** Days between orders and contacts, products to choose from, and about the euros spent on an order. */
interface Habits {
  readonly orderDays: number;
  readonly contactDays: number;
  readonly products: number;
  readonly spent: number;
}

const HABITS: Readonly<Record<Salon["likeness"], Habits>> = {
  large: { orderDays: 28, contactDays: 30, products: 8, spent: 900 },
  middle: { orderDays: 50, contactDays: 55, products: 6, spent: 400 },
  small: { orderDays: 95, contactDays: 110, products: 3, spent: 150 },
  difficult: { orderDays: 60, contactDays: 80, products: 4, spent: 250 },
  former: { orderDays: 80, contactDays: 120, products: 3, spent: 200 },
  prospect: { orderDays: 0, contactDays: 0, products: 0, spent: 0 },
  new: { orderDays: 25, contactDays: 20, products: 4, spent: 300 },
};

/** What a salon bought and paid, and how it was contacted. */
export interface Trade {
  readonly orders: readonly Order[];
  readonly invoices: readonly Invoice[];
  readonly activities: readonly Activity[];
}

/** The last two years of a salon, as far as the relationship goes back. */
export function tradeOf(salon: Salon, random: SeededRandom): Trade {
  if (salon.likeness === "prospect") return { orders: [], invoices: [], activities: [] };
  const habits = HABITS[salon.likeness];
  const orders = daysOf(salon, habits.orderDays, random).map((orderedOn, at) => {
    return orderOn(orderedOn, `${salon.account.id}/order-${at + 1}`, salon, habits, random);
  });
  const invoices = orders.map((order) => invoiceOf(order, salon, random));
  const contacts = daysOf(salon, habits.contactDays, random).map((heldOn) => {
    return contactOn(heldOn, salon, random);
  });
  const selfServed = orders
    .filter(() => random.chance(0.5))
    .map(({ orderedOn }) => orderOver(orderedOn, salon, random));
  const ahead = salon.likeness === "large" && random.chance(0.5) ? [visitAhead(salon, random)] : [];
  const activities = [...contacts, ...selfServed, ...ahead].map((activity, at) => {
    return { ...activity, id: `${salon.account.id}/activity-${at + 1}` };
  });
  return { orders, invoices, activities };
}

/** Days about so far apart, from the beginning of what is told until the relationship's end. */
function daysOf(
  { account, asOf }: Salon,
  apart: number,
  random: SeededRandom,
): readonly CivilDate[] {
  const told = addDays(asOf, -DAYS_TOLD);
  const start = account.relationshipStart!;
  const last = account.relationshipEnd ?? addDays(asOf, 1);
  const days: CivilDate[] = [];
  let day = start > told ? start : addDays(told, random.below(apart));
  while (day < last) {
    days.push(day);
    day = addDays(day, Math.ceil(apart * 0.7) + random.below(Math.ceil(apart * 0.6)));
  }
  return days;
}

function orderOn(
  orderedOn: CivilDate,
  id: string,
  { account, asOf }: Salon,
  { products, spent }: Habits,
  random: SeededRandom,
): Order {
  const value = euros(Math.ceil(spent / 2) + random.below(spent));
  const margin = Math.floor(value.minor * (0.2 + 0.2 * random.next()));
  const deliveredOn = addDays(orderedOn, 1 + random.below(4));
  return {
    id,
    accountId: account.id,
    orderedOn,
    value,
    margin: { minor: margin, currency: "EUR" },
    ...PRODUCTS[random.below(products)]!,
    promisedOn: addDays(orderedOn, 3),
    ...(deliveredOn <= asOf ? { deliveredOn } : {}),
  };
}

function invoiceOf(
  { id, accountId, orderedOn, value }: Order,
  { likeness, asOf }: Salon,
  random: SeededRandom,
): Invoice {
  const issuedOn = orderedOn;
  const dueOn = addDays(issuedOn, 14);
  const isLate = random.chance(likeness === "difficult" ? 0.9 : 0.04);
  const paidOn = addDays(dueOn, isLate ? 5 + random.below(20) : -random.below(10));
  const paid = paidOn <= asOf ? { paidOn } : {};
  return { id: `${id}/invoice`, accountId, issuedOn, value, dueOn, ...paid };
}

/** A contact without its id. */
type Contact = Omit<Activity, "id">;

function contactOn(
  heldOn: CivilDate,
  { account, likeness, fieldSeller, phoneSeller }: Salon,
  random: SeededRandom,
): Contact {
  const isVisit = likeness === "large" || (likeness === "middle" && random.chance(0.5));
  const shared = {
    accountId: account.id,
    heldOn,
    status: "complete",
    direction: "outbound",
  } as const;
  const durationMinutes = isVisit ? 45 + random.below(60) : 5 + random.below(20);
  if (isVisit) {
    const kind = "visit";
    return { ...shared, kind, channel: "fieldVisit", personId: fieldSeller, durationMinutes };
  }
  const kind = "call";
  return { ...shared, kind, channel: "phone", personId: phoneSeller, durationMinutes };
}

/** The customer's own contact: an order in the web shop, or by a call. */
function orderOver(
  heldOn: CivilDate,
  { account, phoneSeller }: Salon,
  random: SeededRandom,
): Contact {
  const shared = {
    accountId: account.id,
    heldOn,
    status: "complete",
    direction: "inbound",
  } as const;
  if (random.chance(0.6)) return { ...shared, kind: "order", channel: "webShop", automated: true };
  const personId = phoneSeller;
  const topic = random.pick(["order", "product", "delivery", "invoice"]);
  return { ...shared, kind: "call", channel: "phone", personId, topic, durationMinutes: 5 };
}

function visitAhead({ account, asOf, fieldSeller }: Salon, random: SeededRandom): Contact {
  return {
    accountId: account.id,
    kind: "visit",
    channel: "fieldVisit",
    plannedOn: addDays(asOf, 3 + random.below(20)),
    status: "planned",
    personId: fieldSeller,
  };
}
