import type { Account } from "hoito";
import { CLASSES, INDUSTRIES, LEVELS, REGIONS, type WideColumns } from "./wide-columns.js";

/** The accounts as rows of a CRM: numbers as they are, amounts in cents, days as day numbers. */
export interface WideRow {
  readonly headcount: number;
  readonly turnover: number;
  readonly balanceSheet: number;
  readonly contractValue: number;
  readonly companyOwnershipShare: number;
  readonly serviceBreadth: number;
  readonly marketShare: number;
  readonly purchaseProbability: number;
  readonly topManagementContacts: number;
  readonly relationshipStart: number;
  readonly seenOn: number;
  readonly orders: number;
  readonly daysSinceOrder: number;
  readonly visits: number;
  readonly industry: string;
  readonly region: string;
  readonly customerClass: string;
  readonly growthPotential: string;
  readonly strategicFit: string;
  readonly inGroup: boolean;
}

export function wideRows(c: WideColumns): readonly WideRow[] {
  return Array.from({ length: c.headcount.length }, (_, row) => ({
    headcount: c.headcount[row]!,
    turnover: c.turnover[row]!,
    balanceSheet: c.balanceSheet[row]!,
    contractValue: c.contractValue[row]!,
    companyOwnershipShare: c.companyOwnershipShare[row]!,
    serviceBreadth: c.serviceBreadth[row]!,
    marketShare: c.marketShare[row]!,
    purchaseProbability: c.purchaseProbability[row]!,
    topManagementContacts: c.topManagementContacts[row]!,
    relationshipStart: c.relationshipStart[row]!,
    seenOn: c.seenOn[row]!,
    orders: c.orders[row]!,
    daysSinceOrder: c.daysSinceOrder[row]!,
    visits: c.visits[row]!,
    industry: INDUSTRIES[c.industry[row]!]!,
    region: REGIONS[c.region[row]!]!,
    customerClass: CLASSES[c.customerClass[row]!]!,
    growthPotential: LEVELS[c.growthPotential[row]!]!,
    strategicFit: LEVELS[c.strategicFit[row]!]!,
    inGroup: c.inGroup[row] === 1,
  }));
}

/** The same as hoito's accounts, as a base in memory or parsed JSON holds them. */
export function wideAccounts(c: WideColumns): readonly Account[] {
  const euros = (minor: number) => ({ minor, currency: "EUR" });
  const day = (epochDay: number) => {
    return new Date(epochDay * 86_400_000).toISOString().slice(0, 10) as "2018-01-01";
  };
  return Array.from({ length: c.headcount.length }, (_, row) => ({
    id: row,
    headcount: c.headcount[row]!,
    turnover: euros(c.turnover[row]!),
    balanceSheet: euros(c.balanceSheet[row]!),
    contractValue: euros(c.contractValue[row]!),
    companyOwnershipShare: c.companyOwnershipShare[row]!,
    serviceBreadth: c.serviceBreadth[row]!,
    relationshipStart: day(c.relationshipStart[row]!),
    industry: INDUSTRIES[c.industry[row]!]!,
    region: REGIONS[c.region[row]!]!,
    customerClass: CLASSES[c.customerClass[row]!]!,
    inGroup: c.inGroup[row] === 1,
    judgements: {
      growthPotential: { value: LEVELS[c.growthPotential[row]!]! },
      strategicFit: { value: LEVELS[c.strategicFit[row]!]! },
    },
  }));
}
