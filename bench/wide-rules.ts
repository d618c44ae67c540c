import { type CarePolicy, type CompiledPolicy, compilePolicy, orThrow } from "hoito";
import type { WideColumns } from "./wide-columns.js";

export const RULES_OF_ROUND = 12;

/** The bounds of twelve rules, milder from round to round. */
export interface Bounds {
  readonly keyHeadcount: number;
  readonly keyTurnover: number;
  readonly strategicContract: number;
  readonly strategicShare: number;
  readonly growingOrders: number;
  readonly loyalOrders: number;
  readonly careHeadcount: number;
  readonly chainTurnover: number;
  readonly publicBalance: number;
  readonly publicHeadcount: number;
  readonly publicContract: number;
  readonly lostOrders: number;
  readonly manyVisits: number;
  readonly promisingChance: number;
  readonly promisingTurnover: number;
  readonly steadyOrders: number;
  readonly steadyBalance: number;
}

/** The same rules so many times, each time with milder bounds. */
export function boundsOf(rounds: number): readonly Bounds[] {
  return Array.from({ length: rounds }, (_, round): Bounds => {
    const by = rounds === 1 ? 1 : 1 + (rounds - 1 - round) / 10;
    return {
      keyHeadcount: Math.round(1000 * by),
      keyTurnover: Math.round(20_000_000 * by),
      strategicContract: Math.round(1_500_000 * by),
      strategicShare: 0.2 * by,
      growingOrders: Math.round(20 * by),
      loyalOrders: Math.round(15 * by),
      careHeadcount: Math.round(200 * by),
      chainTurnover: Math.round(5_000_000 * by),
      publicBalance: Math.round(30_000_000 * by),
      publicHeadcount: Math.round(300 * by),
      publicContract: Math.round(200_000 * by),
      lostOrders: Math.round(10 * by),
      manyVisits: Math.round(10 * by),
      promisingChance: 0.6 * (1 + by / 20),
      promisingTurnover: Math.round(1_000_000 * by),
      steadyOrders: Math.round(8 * by),
      steadyBalance: Math.round(1_000_000 * by),
    };
  });
}

const euros = (minor: number) => ({ amount: (minor / 100).toFixed(2), currency: "EUR" });
const day = (epochDay: number) => new Date(epochDay * 86_400_000).toISOString().slice(0, 10);

/** Twelve rules of four conditions each. */
function rulesOf(b: Bounds): readonly (readonly object[])[] {
  return [
    [
      { field: "headcount", atLeast: b.keyHeadcount },
      { field: "turnover", atLeast: euros(b.keyTurnover) },
      { field: "growthPotential", equals: "high" },
      { field: "inGroup", equals: false },
    ],
    [
      { field: "contractValue", atLeast: euros(b.strategicContract) },
      { field: "strategicFit", equals: "high" },
      { field: "topManagementContacts", atLeast: 2 },
      { field: "marketShare", atLeast: b.strategicShare },
    ],
    [
      { field: "purchaseProbability", atLeast: 0.7 },
      { field: "orders", atLeast: b.growingOrders },
      { field: "growthPotential", equals: "high" },
      { field: "serviceBreadth", atMost: 4 },
    ],
    [
      { field: "industry", equals: "trade" },
      { field: "relationshipStart", onOrBefore: day(15_000) },
      { field: "orders", atLeast: b.loyalOrders },
      { field: "daysSinceOrder", atMost: 60 },
    ],
    [
      { field: "industry", equals: "care" },
      { field: "region", equals: "Uusimaa" },
      { field: "headcount", atLeast: b.careHeadcount },
      { field: "serviceBreadth", atLeast: 2 },
    ],
    [
      { field: "customerClass", equals: "chain" },
      { field: "visits", atLeast: 5 },
      { field: "turnover", atLeast: euros(b.chainTurnover) },
      { field: "daysSinceOrder", atMost: 120 },
    ],
    [
      { field: "customerClass", equals: "publicSector" },
      { field: "balanceSheet", atLeast: euros(b.publicBalance) },
      { field: "headcount", atLeast: b.publicHeadcount },
      { field: "contractValue", atLeast: euros(b.publicContract) },
    ],
    [
      { field: "daysSinceOrder", moreThan: 300 },
      { field: "orders", atLeast: b.lostOrders },
      { field: "purchaseProbability", atLeast: 0.4 },
      { field: "inGroup", equals: false },
    ],
    [
      { field: "visits", atLeast: b.manyVisits },
      { field: "seenOn", onOrAfter: day(17_400) },
      { field: "serviceBreadth", atLeast: 3 },
      { field: "marketShare", atLeast: 0.05 },
    ],
    [
      { field: "strategicFit", equals: "high" },
      { field: "purchaseProbability", atLeast: b.promisingChance },
      { field: "topManagementContacts", atLeast: 1 },
      { field: "turnover", atLeast: euros(b.promisingTurnover) },
    ],
    [
      { field: "relationshipStart", onOrBefore: day(16_000) },
      { field: "orders", atLeast: b.steadyOrders },
      { field: "daysSinceOrder", atMost: 200 },
      { field: "balanceSheet", atLeast: euros(b.steadyBalance) },
    ],
    [
      { field: "headcount", lessThan: 50 },
      { field: "turnover", lessThan: euros(2_000_000) },
      { field: "orders", atLeast: 1 },
      { field: "daysSinceOrder", atMost: 365 },
    ],
  ];
}

/** The policy of these rules: the first that is met gives its own label. */
export function widePolicy(rounds: readonly Bounds[]): CompiledPolicy {
  const rules = rounds.flatMap(rulesOf);
  const names = [...rules.keys(), rules.length].map((rule) => `rule${rule}`);
  const policy = {
    id: "bench",
    version: "1",
    currency: "EUR",
    fields: { seenOn: "date", orders: "number", daysSinceOrder: "number", visits: "number" },
    segments: {
      group: {
        method: "rules",
        labels: Object.fromEntries(names.map((name) => [name, {}])),
        hitPolicy: "first",
        rules: rules.map((all, rule) => ({ segment: names[rule]!, when: { all } })),
        otherwise: names.at(-1)!,
      },
    },
    care: {
      segmentedBy: "group",
      models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
      bySegment: Object.fromEntries(names.map((name) => [name, "light"])),
    },
    cadences: {},
  };
  return orThrow(compilePolicy(policy as unknown as CarePolicy));
}

/** The twelve rules written out over columns: the position of the first that is met, 12 for none. */
export function chainOverColumns(c: WideColumns, row: number, b: Bounds): number {
  if (
    c.headcount[row]! >= b.keyHeadcount &&
    c.turnover[row]! >= b.keyTurnover &&
    c.growthPotential[row] === 2 &&
    c.inGroup[row] === 0
  ) {
    return 0;
  }
  if (
    c.contractValue[row]! >= b.strategicContract &&
    c.strategicFit[row] === 2 &&
    c.topManagementContacts[row]! >= 2 &&
    c.marketShare[row]! >= b.strategicShare
  ) {
    return 1;
  }
  if (
    c.purchaseProbability[row]! >= 0.7 &&
    c.orders[row]! >= b.growingOrders &&
    c.growthPotential[row] === 2 &&
    c.serviceBreadth[row]! <= 4
  ) {
    return 2;
  }
  if (
    c.industry[row] === 0 &&
    c.relationshipStart[row]! <= 15_000 &&
    c.orders[row]! >= b.loyalOrders &&
    c.daysSinceOrder[row]! <= 60
  ) {
    return 3;
  }
  if (
    c.industry[row] === 1 &&
    c.region[row] === 0 &&
    c.headcount[row]! >= b.careHeadcount &&
    c.serviceBreadth[row]! >= 2
  ) {
    return 4;
  }
  if (
    c.customerClass[row] === 1 &&
    c.visits[row]! >= 5 &&
    c.turnover[row]! >= b.chainTurnover &&
    c.daysSinceOrder[row]! <= 120
  ) {
    return 5;
  }
  if (
    c.customerClass[row] === 3 &&
    c.balanceSheet[row]! >= b.publicBalance &&
    c.headcount[row]! >= b.publicHeadcount &&
    c.contractValue[row]! >= b.publicContract
  ) {
    return 6;
  }
  if (
    c.daysSinceOrder[row]! > 300 &&
    c.orders[row]! >= b.lostOrders &&
    c.purchaseProbability[row]! >= 0.4 &&
    c.inGroup[row] === 0
  ) {
    return 7;
  }
  if (
    c.visits[row]! >= b.manyVisits &&
    c.seenOn[row]! >= 17_400 &&
    c.serviceBreadth[row]! >= 3 &&
    c.marketShare[row]! >= 0.05
  ) {
    return 8;
  }
  if (
    c.strategicFit[row] === 2 &&
    c.purchaseProbability[row]! >= b.promisingChance &&
    c.topManagementContacts[row]! >= 1 &&
    c.turnover[row]! >= b.promisingTurnover
  ) {
    return 9;
  }
  if (
    c.relationshipStart[row]! <= 16_000 &&
    c.orders[row]! >= b.steadyOrders &&
    c.daysSinceOrder[row]! <= 200 &&
    c.balanceSheet[row]! >= b.steadyBalance
  ) {
    return 10;
  }
  if (
    c.headcount[row]! < 50 &&
    c.turnover[row]! < 2_000_000 &&
    c.orders[row]! >= 1 &&
    c.daysSinceOrder[row]! <= 365
  ) {
    return 11;
  }
  return 12;
}

/** The same of several rounds of rules: the position of the first that is met, or how many there are. */
export function chainOfRounds(c: WideColumns, row: number, rounds: readonly Bounds[]): number {
  for (let round = 0; round < rounds.length; round++) {
    const rule = chainOverColumns(c, row, rounds[round]!);
    if (rule < RULES_OF_ROUND) return round * RULES_OF_ROUND + rule;
  }
  return rounds.length * RULES_OF_ROUND;
}
