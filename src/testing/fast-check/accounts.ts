import * as fc from "fast-check";
import { type Account, accountFields, judgementFields } from "../../facts/index.js";
import type { CompiledPolicy } from "../../policy/index.js";
import { type FieldValue, fieldArbitrary } from "./field-arbitrary.js";
import { type ShapeOptions, type Shaping, shapingOf } from "./shaping.js";

/**
 * Accounts that a policy's own fields and thresholds shape: values just below, at and just above
 * every bound that it compares a field with, every word that it names and one that it does not, and
 * any field left out.
 *
 * An account has the fields that the policy reads, and no others. The simplest one, to which
 * fast-check shrinks, is one of which nothing is known.
 *
 * @param compiled - the policy, with its fit where it has cuts
 * @param options - `asOf`: the day that dates lie around
 * @returns accounts of ids `A-0`, `A-1` …, which `parseCustomerBase` reads without a finding
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date
 *
 * @example Every account gets some segment
 * ```ts
 * import * as fc from "fast-check";
 * import { type CarePolicy, compilePolicy, orThrow } from "hoito";
 * import { expectPolicy } from "hoito/testing";
 * import { accounts } from "hoito/testing/fast-check";
 *
 * const policy: CarePolicy = {
 *   id: "demo",
 *   version: "1",
 *   segments: {
 *     size: {
 *       method: "rules",
 *       labels: { large: {}, small: {} },
 *       hitPolicy: "first",
 *       rules: [{ segment: "large", when: { field: "headcount", atLeast: 1000 } }],
 *       otherwise: "small",
 *     },
 *   },
 *   care: {
 *     segmentedBy: "size",
 *     models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
 *     bySegment: { large: "light", small: "light" },
 *   },
 *   cadences: {},
 * };
 * const asOf = "2018-03-28";
 * const ours = orThrow(compilePolicy(policy));
 * const law = fc.property(accounts(ours, { asOf }), (account) => {
 *   if (account.headcount !== undefined && account.headcount >= 1000) {
 *     expectPolicy(ours).toClassify(account, "large", { asOf });
 *   }
 * });
 * fc.assert(law, { numRuns: 50 });
 * ```
 *
 * @category Testing
 */
export function accounts(compiled: CompiledPolicy, options: ShapeOptions): fc.Arbitrary<Account> {
  const shaping = shapingOf(compiled, options);
  const ids = fc.nat({ max: 999 }).map((number) => `A-${number}`);
  return fc.tuple(ids, accountParts(shaping)).map(([id, parts]) => ({ id, ...parts }));
}

/** An account without its id. */
export function accountParts(shaping: Shaping): fc.Arbitrary<Omit<Account, "id">> {
  const { fields = {} } = shaping.compiled.policy;
  const known = shaping.needed.accountFields.map((name) => {
    const kind = accountFields[name as keyof typeof accountFields] ?? fields[name]!;
    return [name, fieldArbitrary(name, kind, shaping)] as const;
  });
  const values = fc.record(Object.fromEntries(known), { requiredKeys: [] });
  return values.map((each) => laidOut(each));
}

/** Every value where an account has it: of its own, a judgement, or a property. */
function laidOut(values: Readonly<Record<string, FieldValue | undefined>>): Omit<Account, "id"> {
  const properties: Record<string, unknown> = {};
  const judgements: Record<string, unknown> = {};
  const own: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    if (Object.hasOwn(judgementFields, name)) judgements[name] = { value };
    else if (Object.hasOwn(accountFields, name)) properties[name] = value;
    else own[name] = value;
  }
  const isThere = ([, part]: readonly [string, object]): boolean => Object.keys(part).length > 0;
  const parts = Object.entries({ judgements, own }).filter(isThere);
  return { ...properties, ...Object.fromEntries(parts) };
}
