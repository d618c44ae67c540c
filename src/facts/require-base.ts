import { HoitoError, nearestName, showInput, withGuess } from "../shapes/index.js";
import type { Coverage, CustomerBase } from "./customer-base.js";

/** Refuses what only JavaScript can hand over as a base, such as a list of accounts alone. */
export function requireBase(base: CustomerBase): void {
  const { accounts, coverage } = Object(base) as Partial<CustomerBase>;
  if (!Array.isArray(accounts)) {
    const isRead = Array.isArray(Object(accounts).records);
    const text = isRead
      ? "these are accounts with their findings: hand over their `.records`"
      : "a base has its accounts in a list: write `{ accounts, coverage, orders, … }`";
    throw notABase(text, isRead ? "base.accounts" : "base", base);
  }
  if (typeof coverage !== "object" || coverage === null) {
    const text = "a base says what it knows of its records: write `{ accounts, coverage: {}, … }`";
    throw notABase(text, "base.coverage", coverage);
  }
  requireCoverage(coverage);
}

/** Refuses what a kind of record is said to be where it is neither complete nor known from a day. */
export function requireCoverage(coverage: Coverage): void {
  for (const [kind, known] of Object.entries(coverage)) {
    if (known === undefined || known === "complete" || Object(known).since !== undefined) continue;
    const near = typeof known === "string" ? nearestName(known, ["complete"]) : undefined;
    const neither = `${showInput(known)} is neither \`complete\` nor \`{ since: "2018-01-01" }\``;
    const text = withGuess(neither, near);
    throw new HoitoError(text, {
      code: "unknown-value",
      path: `coverage.${kind}`,
      received: known,
    });
  }
}

function notABase(text: string, path: string, received: unknown): HoitoError {
  return new HoitoError(text, { code: "not-a-base", path, received });
}
