import type * as z from "zod";
import type {
  Contract,
  Invoice,
  Offer,
  Opportunity,
  Order,
  Revenue,
  ServiceItem,
} from "../facts/index.js";
import { maybe, oneOf, recordSchema } from "./record-schema.js";
import { civilDate, count, flag, money, number, recordId, text } from "./value-schemas.js";

export const revenue: z.ZodType<Revenue> = recordSchema<Revenue>({
  accountId: recordId,
  bookedOn: civilDate,
  businessLine: maybe(text),
  amount: money,
  cost: maybe(money),
  margin: maybe(money),
});

export const order: z.ZodType<Order> = recordSchema<Order>({
  id: recordId,
  accountId: recordId,
  orderedOn: civilDate,
  value: money,
  margin: maybe(money),
  businessLine: maybe(text),
  product: maybe(text),
  brand: maybe(text),
  quantity: maybe(number),
  promisedOn: maybe(civilDate),
  deliveredOn: maybe(civilDate),
});

export const invoice: z.ZodType<Invoice> = recordSchema<Invoice>({
  id: recordId,
  accountId: recordId,
  issuedOn: civilDate,
  value: money,
  businessLine: maybe(text),
  dueOn: maybe(civilDate),
  paidOn: maybe(civilDate),
});

export const offer: z.ZodType<Offer> = recordSchema<Offer>({
  id: recordId,
  accountId: recordId,
  madeOn: civilDate,
  value: maybe(money),
  businessLine: maybe(text),
  status: oneOf("open", "won", "delivered", "lost"),
  decidedOn: maybe(civilDate),
});

export const opportunity: z.ZodType<Opportunity> = recordSchema<Opportunity>({
  id: recordId,
  accountId: recordId,
  openedOn: civilDate,
  value: maybe(money),
  businessLine: maybe(text),
  direction: maybe(oneOf("depth", "breadth")),
  needOrigin: maybe(text),
});

export const contract: z.ZodType<Contract> = recordSchema<Contract>({
  id: recordId,
  accountId: recordId,
  startsOn: civilDate,
  endsOn: maybe(civilDate),
  businessLine: maybe(text),
  recurring: maybe(flag),
  value: maybe(money),
  includesTechnology: maybe(flag),
});

export const serviceItem: z.ZodType<ServiceItem> = recordSchema<ServiceItem>({
  accountId: recordId,
  service: text,
  countedOn: civilDate,
  itemCount: count,
  componentCount: maybe(count),
});
