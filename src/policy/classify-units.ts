import { type CustomerBase, recordsByAccount } from "../facts/index.js";
import { type UnitPlace, unitsOfAccount } from "../segments/index.js";
import { type CategoryColumn, type ClassifyContext, labelRecords } from "./classify-accounts.js";
import type { CompiledPolicy } from "./compiled-policy.js";
import { requireCompiled } from "./require-asked.js";

/**
 * Labels of many units, aligned with `units`.
 *
 * @category Policy
 */
export interface UnitColumn extends CategoryColumn {
  readonly units: readonly (UnitPlace & { readonly id: string })[];
}

/**
 * The segment of every unit of a base: of each account by business line, region or both, as the
 * policy's `unit` says, and of whole accounts where it says nothing.
 *
 * Accounts come in the order of the base, the units of each as `unitsOfAccount` orders them. Codes
 * and dictionary are those of `classifyAccounts`.
 *
 * @param base - all accounts with their records
 * @param compiled - the policy, with its fit where it has cuts
 * @param context - `asOf`, that day included; `classifier`, if not the one that care goes by;
 *   `memberships`, which concern that one alone
 * @returns one code for each unit
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date; `unknown-classifier`; in
 *   JavaScript also `not-a-base` and `unknown-option`
 *
 * @example Two regions of one account
 * ```ts
 * import { type CarePolicy, compilePolicy, orThrow } from "hoito";
 * import { classifyUnits } from "hoito/policy";
 *
 * const policy: CarePolicy = {
 *   id: "demo",
 *   version: "1",
 *   unit: { per: ["region"], recordsWithoutLine: "everyUnit", duties: "each" },
 *   segments: {
 *     place: {
 *       method: "rules",
 *       labels: { capital: {}, other: {} },
 *       hitPolicy: "first",
 *       rules: [{ segment: "capital", when: { field: "region", equals: "Uusimaa" } }],
 *       otherwise: "other",
 *     },
 *   },
 *   care: {
 *     segmentedBy: "place",
 *     models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
 *     bySegment: { capital: "light", other: "light" },
 *   },
 *   cadences: {},
 * };
 * const sites = [{ id: 1, role: "store", region: "Lappi" }] as const;
 * const accounts = [{ id: "A", region: "Uusimaa", sites }];
 * const compiled = orThrow(compilePolicy(policy));
 * const column = classifyUnits({ accounts, coverage: {} }, compiled, { asOf: "2020-05-04" });
 * column.units.map(({ id }, row) => `${id}: ${column.dictionary[column.data[row]!]}`);
 * // => ["A|region=Lappi: other", "A|region=Uusimaa: capital"]
 * ```
 *
 * @category Policy
 */
export function classifyUnits(
  base: CustomerBase,
  compiled: CompiledPolicy,
  context: ClassifyContext,
): UnitColumn {
  requireCompiled(compiled);
  const { unit, businessLines = [] } = compiled.policy;
  const definition = unit ?? { per: [], recordsWithoutLine: "everyUnit" };
  const units = recordsByAccount(base).flatMap((records) => {
    return unitsOfAccount(records, definition, { businessLines });
  });
  const column = labelRecords(
    units.map(({ records }) => records),
    compiled,
    context,
    units,
  );
  return { ...column, units: units.map(({ records: _, ...place }) => place) };
}
