import type { AccountRecords, RateTable } from "../../src/facts/index.js";
import { compileMeasures, measureAccount } from "../../src/measures/index.js";
import { type Cell, type ResolvedParameter, Scope } from "../../src/rules/index.js";
import type { Finding, MissingFact } from "../../src/shapes/index.js";
import { type CivilDate, isEpochDay, toCivilDate, toEpochDay } from "../../src/time/index.js";

/** What measures may be made of in these tests, beside themselves. */
export interface Surroundings {
  readonly parameters?: ReadonlyMap<string, ResolvedParameter>;
  readonly rates?: RateTable;
  readonly currency?: string;
}

/** What is asked of one account. */
export interface Measured {
  readonly value: Cell;
  readonly missing: readonly string[];
  readonly nextChange: CivilDate | undefined;
}

export const accountId = "A";

/** The measure `it`, which may be made of the others, of an account on a day. */
export function measureOne(
  measures: { readonly it: object } & Readonly<Record<string, object>>,
  records: Partial<AccountRecords>,
  asOf: CivilDate,
  { rates, currency = "EUR", ...surroundings }: Surroundings = {},
): Measured {
  const { compiled, findings } = compile(measures, { currency, ...surroundings });
  if (findings.length > 0) throw new Error(findings.map((each) => each.message).join("\n"));
  const whole = { account: { id: accountId }, coverage: {}, ...records };
  const measured = measureAccount(whole, compiled, {
    asOf: toEpochDay(asOf),
    money: { currency, rates },
  });
  return {
    value: measured.cells.get("it"),
    missing: (measured.missing.get("it") ?? []).map(tell),
    nextChange: isEpochDay(measured.nextChange) ? toCivilDate(measured.nextChange) : undefined,
  };
}

/** Compiles measures as a policy would. */
export function compile(
  measures: Readonly<Record<string, unknown>>,
  { parameters = new Map(), currency }: Surroundings = {},
): { compiled: ReturnType<typeof compileMeasures>; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const scope = new Scope({ parameters, currency, findings });
  return { compiled: compileMeasures(measures, scope), findings };
}

function tell({ path, why }: MissingFact): string {
  return `${path} ${why}`;
}
