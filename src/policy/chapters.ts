/**
 * The chapters of a policy in the order in which it is read; those that are `named` hold entries by
 * name, each of which stands alone.
 */
export const CHAPTERS: ReadonlyMap<string, "named" | "whole"> = /* @__PURE__ */ new Map([
  ["unit", "whole"],
  ["readiness", "whole"],
  ["fields", "named"],
  ["parameters", "named"],
  ["measures", "named"],
  ["cuts", "named"],
  ["segments", "named"],
  ["care", "whole"],
  ["cadences", "named"],
  ["schedule", "whole"],
  ["campaigns", "named"],
  ["kpis", "named"],
]);
