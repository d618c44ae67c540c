import type { AccountColumns, FactColumn } from "hoito/facts";
import { CLASSES, INDUSTRIES, LEVELS, REGIONS, type WideColumns } from "./wide-columns.js";

/** The same typed arrays as hoito's columns; nothing is copied. */
export function factsOf(columns: WideColumns): AccountColumns {
  const number = (data: Float64Array): FactColumn => ({ kind: "number", data });
  const money = (data: Float64Array): FactColumn => ({ kind: "money", data });
  const date = (data: Int32Array): FactColumn => ({ kind: "date", data });
  const words = (data: Uint8Array, dictionary: readonly string[]): FactColumn => {
    return { kind: "category", data, dictionary };
  };
  return {
    rows: columns.headcount.length,
    currency: "EUR",
    fields: {
      headcount: number(columns.headcount),
      turnover: money(columns.turnover),
      balanceSheet: money(columns.balanceSheet),
      contractValue: money(columns.contractValue),
      companyOwnershipShare: number(columns.companyOwnershipShare),
      serviceBreadth: number(columns.serviceBreadth),
      marketShare: number(columns.marketShare),
      purchaseProbability: number(columns.purchaseProbability),
      topManagementContacts: number(columns.topManagementContacts),
      relationshipStart: date(columns.relationshipStart),
      seenOn: date(columns.seenOn),
      orders: number(columns.orders),
      daysSinceOrder: number(columns.daysSinceOrder),
      visits: number(columns.visits),
      industry: words(columns.industry, INDUSTRIES),
      region: words(columns.region, REGIONS),
      customerClass: words(columns.customerClass, CLASSES),
      growthPotential: words(columns.growthPotential, LEVELS),
      strategicFit: words(columns.strategicFit, LEVELS),
      inGroup: { kind: "boolean", data: columns.inGroup },
    },
  };
}
