import { type AccountRecords, requireCoverage } from "../facts/index.js";
import { HoitoError, type OptionNames, refuseMisspelt, showInput } from "../shapes/index.js";
import { type CivilDate, readEpochDay } from "../time/index.js";
import type { CompiledPolicy, Fit } from "./compiled-policy.js";

/** Refuses what only JavaScript can hand over as a compiled policy, such as one not compiled yet. */
export function requireCompiled(compiled: CompiledPolicy, path = "compiled"): void {
  if (typeof Object(compiled).hash === "string") return;
  const text = "this is no compiled policy: write `orThrow(compilePolicy(policy))`";
  const at = { code: "not-a-compiled-policy", path, received: compiled };
  throw new HoitoError(text, at);
}

/** The same for two policies that are set side by side. */
export function requirePair(policies: {
  readonly before: CompiledPolicy;
  readonly after: CompiledPolicy;
}): void {
  const { before, after } = Object(policies) as typeof policies;
  requireCompiled(before, "policies.before");
  requireCompiled(after, "policies.after");
}

/** Refuses what only JavaScript can hand over as a fit, such as its text or a fitted policy. */
export function requireFit(fit: Fit): void {
  const { madeWith, classifiers } = Object(fit) as Partial<Fit>;
  if (isPart(madeWith) && isPart(classifiers)) return;
  const text =
    "this is no fit: write `orThrow(parseFit(text))`, or hand over the `fit` of a fitted policy";
  throw new HoitoError(text, { code: "not-a-fit", path: "fit", received: fit });
}

/** Refuses what is no account with its records, and a coverage that nobody has looked at before. */
export function requireOne(records: AccountRecords): void {
  requireRecords(records);
  requireCoverage(records.coverage);
}

/** Refuses what only JavaScript can hand over as an account with its records. */
export function requireRecords(records: AccountRecords): void {
  const { account, coverage } = Object(records) as Partial<AccountRecords>;
  if (isPart(account) && isPart(coverage)) return;
  const text = "an account comes with its records: write `{ account, coverage, orders, … }`";
  throw new HoitoError(text, { code: "not-account-records", path: "records", received: records });
}

/** Refuses what only JavaScript can hand over as a list, such as the finding of one. */
export function requireList(list: readonly unknown[] | undefined, path: string): void {
  if (list === undefined || Array.isArray(list)) return;
  const text = `${showInput(list)} is no list: write \`${path.split(".").at(-1)}: [ … ]\``;
  throw new HoitoError(text, { code: "not-a-list", path, received: list });
}

/** Refuses a horizon without an end, or with one that is no day. */
export function requireUntil({ until }: { readonly until: CivilDate }): void {
  if (readEpochDay(until) !== undefined) return;
  const text = `${showInput(until)} is no day: write \`{ asOf, until: "2018-06-30" }\`, the day after the last`;
  throw new HoitoError(text, { code: "not-a-civil-date", path: "context.until", received: until });
}

/**
 * The day of asking as an epoch day; without one there is no answer.
 *
 * @param names - the options of the context, of which none is to be misspelt
 */
export function dayOfAsking<Context extends { readonly asOf: CivilDate }>(
  context: Context,
  names: OptionNames<Context>,
): number {
  refuseMisspelt(context, names);
  const { asOf } = Object(context) as Partial<Context>;
  const day = readEpochDay(asOf);
  if (day !== undefined) return day;
  const text = `${showInput(asOf)} is no day: write \`{ asOf: "2018-01-31" }\``;
  throw new HoitoError(text, { code: "not-a-civil-date", path: "context.asOf", received: asOf });
}

function isPart(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
