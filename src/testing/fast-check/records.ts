import * as fc from "fast-check";
import type { AccountRecords, Coverage, FieldKind, OwnValue } from "../../facts/index.js";
import type { CompiledPolicy } from "../../policy/index.js";
import { accountParts } from "./accounts.js";
import { fieldArbitrary } from "./field-arbitrary.js";
import { coverages, type HistoryOptions, historyOf, historyParts } from "./histories.js";
import { type Shaping, shapingOf } from "./shaping.js";

/** An account with its history, without an id. */
export interface RecordsParts {
  readonly account: object;
  readonly history: Parameters<typeof historyOf>[1];
  readonly measures: Readonly<Record<string, OwnValue | undefined>>;
}

/**
 * Accounts with their histories: what `decideCare` is asked about.
 *
 * Now and then a kind of record is not known to be complete, or only since a day, so that what is
 * counted over it is unknown. Measures that the host supplies come along under `measures`.
 *
 * @param compiled - the policy, with its fit where it has cuts
 * @param options - `asOf`; `accountId` and `mostRecords` where the defaults do not fit
 * @returns records of one account; the simplest one has nothing but its id
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date
 *
 * @example Whoever has a segment has a care model
 * ```ts
 * import * as fc from "fast-check";
 * import { type CarePolicy, compileCalendar, compilePolicy, decideCare, orThrow } from "hoito";
 * import { records } from "hoito/testing/fast-check";
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
 * const ours = orThrow(compilePolicy(policy));
 * const span = { from: "2018-01-01", until: "2019-01-01", weekend: ["sunday"] } as const;
 * const question = { asOf: "2018-03-28", calendar: orThrow(compileCalendar(span)) } as const;
 * const law = fc.property(records(ours, question), (each) => {
 *   const { segment, careModel } = decideCare(each, ours, question);
 *   return segment.value.kind === "undecided" || careModel.value.kind === "model";
 * });
 * fc.assert(law, { numRuns: 50 });
 * ```
 *
 * @category Testing
 */
export function records(
  compiled: CompiledPolicy,
  options: HistoryOptions,
): fc.Arbitrary<AccountRecords> {
  const shaping = shapingOf(compiled, options);
  const { accountId = "A", mostRecords } = options;
  return fc
    .tuple(recordsParts(shaping, mostRecords), coverages(shaping))
    .map(([{ account, history, measures }, coverage]) => ({
      account: { id: accountId, ...account },
      coverage: coverage as Coverage,
      ...historyOf(accountId, history),
      ...(Object.keys(measures).length === 0 ? {} : { measures }),
    }));
}

/** An account and its history that have no id yet. */
export function recordsParts(
  shaping: Shaping,
  mostRecords: number | undefined,
): fc.Arbitrary<RecordsParts> {
  return fc.record({
    account: accountParts(shaping),
    history: historyParts(shaping, mostRecords),
    measures: suppliedMeasures(shaping),
  });
}

function suppliedMeasures(shaping: Shaping): fc.Arbitrary<RecordsParts["measures"]> {
  const { measures = {} } = shaping.compiled.policy;
  const supplied = shaping.needed.suppliedMeasures.map((name) => {
    const kind = Object(measures[name]).supplied as FieldKind;
    return [name, fieldArbitrary(name, kind, shaping)] as const;
  });
  return fc.record(Object.fromEntries(supplied), { requiredKeys: [] });
}
