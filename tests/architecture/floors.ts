/** The floors by height. A floor knows the floors below it; two of one height do not know each other. */
export const FLOORS: ReadonlyMap<string, number> = new Map([
  ["shapes", -1],
  ["time", 0],
  ["facts", 1],
  ["rules", 2],
  ["measures", 3],
  ["segments", 4],
  ["value", 4],
  ["care", 5],
  ["cadence", 6],
  ["campaigns", 6],
  ["kpis", 7],
  ["policy", 8],
]);

/** The doors: ways in and out, which may know every floor and are known by none. */
export const DOORS: ReadonlySet<string> = new Set([
  "schemas",
  "sentences",
  "presets",
  "testing",
  "charts",
  "sql",
]);
