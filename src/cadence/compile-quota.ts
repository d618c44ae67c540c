import { compileCondition, compileDuration, type Scope } from "../rules/index.js";
import { checkPeriodDefinition, type PeriodDefinition } from "../time/index.js";
import { compileContacts } from "./compile-contacts.js";
import { compileNumber, isNoTime, oneOf } from "./compile-words.js";
import type { CompiledQuota, CompiledShared, QuotaNumbers } from "./compiled-cadence.js";
import type { QuotaAdjustment, QuotaCadence } from "./quota-cadence.js";

/** What one method adds to what all cadences have. */
export type Own<C extends CompiledShared> = C extends unknown
  ? Omit<C, Exclude<keyof CompiledShared, "cadence">>
  : never;

/** The quota's own part of a cadence; `undefined` after a fault was recorded. */
export function compileQuota(
  cadence: QuotaCadence,
  names: Scope,
  accounts: Scope,
  path: string,
): Own<CompiledQuota> | undefined {
  oneOf(cadence.counting, ["held", "heldOrPlanned"], names, `${path}.counting`);
  oneOf(cadence.spread, ["even", "anyTime"], names, `${path}.spread`);
  const plansCount = cadence.counting === "heldOrPlanned";
  const contacts = compileContacts({ ...cadence, plansCount }, names, path, "counts");
  const numbers = compileNumbers(cadence, names, path);
  const adjusted = (cadence.adjusted ?? []).map((each, index) => {
    return compileAdjustment(each, names, accounts, `${path}.adjusted[${index}]`);
  });
  const per = compilePer(cadence.per, names, `${path}.per`);
  return per && { method: "quota", cadence, contacts, ...numbers, per, adjusted };
}

function compileAdjustment(
  adjustment: QuotaAdjustment,
  names: Scope,
  accounts: Scope,
  path: string,
): CompiledQuota["adjusted"][number] {
  names.checkWords(adjustment, ["when", "atLeast", "atMost"], path);
  const when = compileCondition(adjustment.when, accounts, `${path}.when`, new Map())!;
  return { when, ...compileNumbers(adjustment, names, path) };
}

function compileNumbers(
  written: Pick<QuotaCadence, "atLeast" | "atMost">,
  names: Scope,
  path: string,
): QuotaNumbers {
  const atLeast = compileNumber(written.atLeast, names, `${path}.atLeast`);
  const atMost = compileNumber(written.atMost, names, `${path}.atMost`);
  if (written.atLeast === undefined && written.atMost === undefined) {
    names.fault(path, "no-comparison", "a quota says `atLeast`, `atMost` or both");
  }
  if (atLeast !== undefined && atMost !== undefined && atLeast > atMost) {
    names.fault(path, "empty-range", `at least ${atLeast} is more than at most ${atMost}`);
  }
  return { atLeast, atMost };
}

function compilePer(
  written: unknown,
  names: Scope,
  path: string,
): CompiledQuota["per"] | undefined {
  if (typeof written === "object" && written !== null && "rolling" in written) {
    const duration = compileDuration(written.rolling, names, `${path}.rolling`);
    if (duration === undefined) return undefined;
    if (isNoTime(duration)) {
      const text = "a rolling period is at least a day long";
      return names.fault(`${path}.rolling`, "out-of-range", text);
    }
    return { kind: "rolling", duration };
  }
  const faults = checkPeriodDefinition(written, path);
  names.findings.push(...faults);
  return { kind: "calendar", definition: written as PeriodDefinition };
}
