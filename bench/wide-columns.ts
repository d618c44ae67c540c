import { numbers } from "./numbers.js";

/** The columns of twenty fields, as an ETL script would hold them. */
export interface WideColumns {
  readonly headcount: Float64Array;
  readonly turnover: Float64Array;
  readonly balanceSheet: Float64Array;
  readonly contractValue: Float64Array;
  readonly companyOwnershipShare: Float64Array;
  readonly serviceBreadth: Float64Array;
  readonly marketShare: Float64Array;
  readonly purchaseProbability: Float64Array;
  readonly topManagementContacts: Float64Array;
  readonly relationshipStart: Int32Array;
  readonly seenOn: Int32Array;
  readonly orders: Float64Array;
  readonly daysSinceOrder: Float64Array;
  readonly visits: Float64Array;
  readonly industry: Uint8Array;
  readonly region: Uint8Array;
  readonly customerClass: Uint8Array;
  readonly growthPotential: Uint8Array;
  readonly strategicFit: Uint8Array;
  readonly inGroup: Uint8Array;
}

export const INDUSTRIES = ["trade", "care", "industry", "food", "media", "energy", "bank", "farm"];
export const REGIONS = ["Uusimaa", "Lappi", "Kainuu", "Savo", "Pirkanmaa", "Satakunta"];
export const CLASSES = ["sme", "chain", "large", "publicSector", "consumer"] as const;
export const LEVELS = ["low", "medium", "high"] as const;

/** Accounts of every size, most of them small. */
export function wideColumns(accounts: number): WideColumns {
  const next = numbers();
  const share = (power: number): number => (next() / 2 ** 32) ** power;
  const some = (most: number, power: number): Float64Array => {
    return Float64Array.from({ length: accounts }, () => Math.floor(most * share(power)));
  };
  const shares = (power: number): Float64Array => {
    return Float64Array.from({ length: accounts }, () => share(power));
  };
  const days = (first: number, span: number): Int32Array => {
    return Int32Array.from({ length: accounts }, () => first + Math.floor(span * share(1)));
  };
  const codes = (words: number): Uint8Array => {
    return Uint8Array.from({ length: accounts }, () => Math.floor(words * share(1)));
  };
  return {
    headcount: some(5000, 3),
    turnover: some(1e9, 4),
    balanceSheet: some(1e9, 3),
    contractValue: some(5e6, 2),
    companyOwnershipShare: shares(1),
    serviceBreadth: some(9, 1),
    marketShare: shares(2),
    purchaseProbability: shares(1),
    topManagementContacts: some(6, 2),
    relationshipStart: days(14_000, 3500),
    seenOn: days(17_000, 600),
    orders: some(60, 2),
    daysSinceOrder: some(500, 1),
    visits: some(20, 1),
    industry: codes(INDUSTRIES.length),
    region: codes(REGIONS.length),
    customerClass: codes(CLASSES.length),
    growthPotential: codes(LEVELS.length),
    strategicFit: codes(LEVELS.length),
    inGroup: codes(2),
  };
}

/** Adds up positions of rules, so that two accounts which swap theirs are seen. */
export function checksum(codes: ArrayLike<number>): number {
  let sum = 0;
  for (let row = 0; row < codes.length; row++) sum += codes[row]! * ((row % 1009) + 1);
  return sum;
}
