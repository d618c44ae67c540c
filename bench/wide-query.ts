import type { TableColumns } from "./duckdb.js";
import { CLASSES, INDUSTRIES, LEVELS, REGIONS, type WideColumns } from "./wide-columns.js";
import type { Bounds } from "./wide-rules.js";

/** The columns as a table of a database, each row with its position. */
export function tableOf(columns: WideColumns): TableColumns {
  const rows = columns.headcount.length;
  const whole = Object.entries(columns).map(([name, data]) => {
    return [name, data instanceof Uint8Array ? Int32Array.from(data) : data] as const;
  });
  return { row: Int32Array.from({ length: rows }, (_, row) => row), ...Object.fromEntries(whole) };
}

/** The rules as a case of SQL. */
export function caseOf(rounds: readonly Bounds[]): string {
  const whens = rounds.flatMap(conditionsOf).map((when, rule) => `WHEN ${when} THEN ${rule}`);
  return `(CASE ${whens.join(" ")} ELSE ${whens.length} END)`;
}

/** One comparison of a rule, its word as a word. */
export type Test = readonly [
  field: string,
  by: ">=" | "<=" | ">" | "<" | "=",
  bound: number | string | boolean,
];

/** The twelve rules as lists of comparisons. */
export function testsOf(b: Bounds): readonly (readonly Test[])[] {
  return [
    [
      ["headcount", ">=", b.keyHeadcount],
      ["turnover", ">=", b.keyTurnover],
      ["growthPotential", "=", "high"],
      ["inGroup", "=", false],
    ],
    [
      ["contractValue", ">=", b.strategicContract],
      ["strategicFit", "=", "high"],
      ["topManagementContacts", ">=", 2],
      ["marketShare", ">=", b.strategicShare],
    ],
    [
      ["purchaseProbability", ">=", 0.7],
      ["orders", ">=", b.growingOrders],
      ["growthPotential", "=", "high"],
      ["serviceBreadth", "<=", 4],
    ],
    [
      ["industry", "=", "trade"],
      ["relationshipStart", "<=", 15_000],
      ["orders", ">=", b.loyalOrders],
      ["daysSinceOrder", "<=", 60],
    ],
    [
      ["industry", "=", "care"],
      ["region", "=", "Uusimaa"],
      ["headcount", ">=", b.careHeadcount],
      ["serviceBreadth", ">=", 2],
    ],
    [
      ["customerClass", "=", "chain"],
      ["visits", ">=", 5],
      ["turnover", ">=", b.chainTurnover],
      ["daysSinceOrder", "<=", 120],
    ],
    [
      ["customerClass", "=", "publicSector"],
      ["balanceSheet", ">=", b.publicBalance],
      ["headcount", ">=", b.publicHeadcount],
      ["contractValue", ">=", b.publicContract],
    ],
    [
      ["daysSinceOrder", ">", 300],
      ["orders", ">=", b.lostOrders],
      ["purchaseProbability", ">=", 0.4],
      ["inGroup", "=", false],
    ],
    [
      ["visits", ">=", b.manyVisits],
      ["seenOn", ">=", 17_400],
      ["serviceBreadth", ">=", 3],
      ["marketShare", ">=", 0.05],
    ],
    [
      ["strategicFit", "=", "high"],
      ["purchaseProbability", ">=", b.promisingChance],
      ["topManagementContacts", ">=", 1],
      ["turnover", ">=", b.promisingTurnover],
    ],
    [
      ["relationshipStart", "<=", 16_000],
      ["orders", ">=", b.steadyOrders],
      ["daysSinceOrder", "<=", 200],
      ["balanceSheet", ">=", b.steadyBalance],
    ],
    [
      ["headcount", "<", 50],
      ["turnover", "<", 2_000_000],
      ["orders", ">=", 1],
      ["daysSinceOrder", "<=", 365],
    ],
  ];
}

/** The code of each word of each field that holds words. */
const CODES: Readonly<Record<string, readonly (string | boolean)[]>> = {
  industry: INDUSTRIES,
  region: REGIONS,
  customerClass: CLASSES,
  growthPotential: LEVELS,
  strategicFit: LEVELS,
  inGroup: [false, true],
};

function conditionsOf(bounds: Bounds): readonly string[] {
  return testsOf(bounds).map((tests) => {
    const all = tests.map(([field, by, bound]) => {
      const code = typeof bound === "number" ? bound : CODES[field]!.indexOf(bound);
      return `${field} ${by} ${code}${Number.isInteger(code) ? "" : "::DOUBLE"}`;
    });
    return all.join(" AND ");
  });
}
