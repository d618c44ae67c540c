import type * as z from "zod";
import type { Account, AccountName, FieldKinds, Location, Relation, Site } from "../facts/index.js";
import { judgements } from "./judgement-schema.js";
import { ownSchema } from "./own-schema.js";
import { listOf, maybe, oneOf, recordSchema } from "./record-schema.js";
import {
  civilDate,
  count,
  degrees,
  flag,
  money,
  recordId,
  share,
  size,
  text,
} from "./value-schemas.js";

const accountName = recordSchema<AccountName>({
  name: text,
  kind: oneOf("official", "marketing"),
  validFrom: maybe(civilDate),
  validUntil: maybe(civilDate),
});

const site = recordSchema<Site>({
  id: recordId,
  name: maybe(text),
  role: oneOf("chain", "store"),
  region: maybe(text),
});

const location = recordSchema<Location>({
  latitude: maybe(degrees(90)),
  longitude: maybe(degrees(180)),
  travelMinutes: maybe(size),
});

const relation: z.ZodType<Relation> = oneOf(
  "customer",
  "potential",
  "partner",
  "competitor",
  "stakeholder",
  "internal",
);

/** The schema of accounts whose own fields have the given kinds. */
export function accountSchema(own: FieldKinds): z.ZodType<Account> {
  return recordSchema<Account>({
    id: recordId,
    names: maybe(listOf(accountName)),
    kind: maybe(oneOf("organisation", "person")),
    customerClass: maybe(oneOf("sme", "chain", "large", "publicSector", "consumer")),
    tradeRole: maybe(oneOf("dealer", "endCustomer")),
    dealerId: maybe(recordId),
    relations: maybe(listOf(relation)),
    mergedFrom: maybe(listOf(recordId)),
    headcount: maybe(count),
    turnover: maybe(money),
    balanceSheet: maybe(money),
    companyOwnershipShare: maybe(share),
    chainSteered: maybe(flag),
    franchise: maybe(flag),
    inGroup: maybe(flag),
    industry: maybe(text),
    region: maybe(text),
    sites: maybe(listOf(site)),
    relationshipStart: maybe(civilDate),
    relationshipEnd: maybe(civilDate),
    contractValue: maybe(money),
    serviceBreadth: maybe(count),
    location: maybe(location),
    closedDays: maybe(listOf(civilDate)),
    judgements: maybe(judgements),
    marketingAttributes: maybe(listOf(oneOf("dealerInfo", "eNews", "launchMaterial"))),
    own: maybe(ownSchema(own)),
  });
}
