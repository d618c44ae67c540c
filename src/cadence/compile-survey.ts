import { recordScope } from "../measures/index.js";
import { compileCondition, type Scope } from "../rules/index.js";
import { checkPeriodDefinition } from "../time/index.js";
import { compileContacts } from "./compile-contacts.js";
import type { Own } from "./compile-quota.js";
import { compileThree, oneOf } from "./compile-words.js";
import type { CompiledSurvey } from "./compiled-cadence.js";
import type { ContractualSurvey, SurveyCadence } from "./survey-cadence.js";

/** The survey's own part of a cadence; `undefined` after a fault was recorded. */
export function compileSurvey(
  cadence: SurveyCadence,
  names: Scope,
  path: string,
): Own<CompiledSurvey> | undefined {
  const { per, skippedAfter, contractual } = cadence;
  const contacts = compileContacts({ ...cadence, plansCount: false }, names, path, "counts");
  const skipping = { ...cadence, counts: skippedAfter, plansCount: false };
  const others = skippedAfter && compileContacts(skipping, names, path, "skippedAfter");
  names.findings.push(...checkPeriodDefinition(per, `${path}.per`));
  const three = compileThree(cadence, "after", names, path);
  const owed = contractual && compileContractual(contractual, names, `${path}.contractual`);
  if (three === undefined) return undefined;
  return { method: "survey", cadence, contacts, per, ...three, others, contractual: owed };
}

function compileContractual(
  written: ContractualSurvey,
  names: Scope,
  path: string,
): NonNullable<CompiledSurvey["contractual"]> {
  names.checkWords(written, ["where", "overrides"], path);
  oneOf(written.overrides, ["skipping", "skippingAndFatigue"], names, `${path}.overrides`);
  const scope = recordScope("contracts", names);
  for (const date of ["startsOn", "endsOn"]) scope.slotOf(date, path);
  const where = compileCondition(written.where, scope, `${path}.where`, new Map())!;
  return { scope, where, beatsFatigue: written.overrides === "skippingAndFatigue" };
}
