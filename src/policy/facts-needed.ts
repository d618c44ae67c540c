import { readsOfCadence } from "../cadence/index.js";
import { type RecordKind, recordDates } from "../facts/index.js";
import { type DaySpan, windowBefore, windowDays } from "../measures/index.js";
import { classifierOfField } from "../segments/index.js";
import { type CivilDate, FIRST_EPOCH_DAY, toCivilDate } from "../time/index.js";
import type { CompiledPolicy } from "./compiled-policy.js";
import { dayOfAsking, requireCompiled } from "./require-asked.js";

/**
 * What an integrator has to hand over.
 *
 * @category Policy
 */
export interface FactsNeeded {
  /** Fields of the account that conditions read, the host's own among them. */
  readonly accountFields: readonly string[];
  readonly records: readonly RecordsNeeded[];
  /** Measures that the host supplies ready-made. */
  readonly suppliedMeasures: readonly string[];
}

/**
 * One kind of record that a policy reads.
 *
 * @category Policy
 */
export interface RecordsNeeded {
  readonly kind: RecordKind;
  readonly fields: readonly string[];
  /** The earliest date that matters; absent when all history does, or the kind is not dated. */
  readonly since?: CivilDate;
}

/**
 * The fields, kinds of record and earliest dates that a policy reads, so that an integrator writes
 * the one query that feeds it.
 *
 * An account fed with these alone, and with `coverage` that says since when each kind is complete,
 * gets the segment and the duties it would get fed with everything. Ids are not listed: an
 * account's own, `accountId` of every record, and the `id` of a record that has one are always
 * needed.
 *
 * @param compiled - the policy
 * @param context - `asOf`: the day it will be asked for
 * @returns names in alphabetical order; a kind is there once, with all fields that anything reads
 *   and the first day of its longest window
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date
 *
 * @example The query behind a policy
 * ```ts
 * import { type CarePolicy, compilePolicy, factsNeeded, orThrow } from "hoito";
 *
 * const policy: CarePolicy = {
 *   id: "demo",
 *   version: "1",
 *   measures: { orders: { count: "orders", over: { rolling: { months: 12 } } } },
 *   segments: {
 *     activity: {
 *       method: "rules",
 *       labels: { active: {}, quiet: {} },
 *       hitPolicy: "first",
 *       rules: [{ segment: "active", when: { field: "orders", atLeast: 1 } }],
 *       otherwise: "quiet",
 *     },
 *   },
 *   care: {
 *     segmentedBy: "activity",
 *     models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
 *     bySegment: { active: "light", quiet: "light" },
 *   },
 *   cadences: {},
 * };
 *
 * factsNeeded(orThrow(compilePolicy(policy)), { asOf: "2018-03-28" }).records;
 * // => [{ kind: "orders", fields: ["orderedOn"], since: "2017-03-29" }]
 * ```
 *
 * @category Policy
 */
export function factsNeeded(
  compiled: CompiledPolicy,
  context: { readonly asOf: CivilDate },
): FactsNeeded {
  requireCompiled(compiled);
  const asOf = dayOfAsking(context, { asOf: true });
  const { measures, scope, care, cadences } = compiled;
  const needs = new Map<RecordKind, { fields: Set<string>; since: number }>();
  const need = (kind: RecordKind, fields: readonly string[], since: number): void => {
    const known = needs.get(kind) ?? { fields: new Set<string>(), since: Number.POSITIVE_INFINITY };
    for (const field of fields) known.fields.add(field);
    needs.set(kind, { fields: known.fields, since: Math.min(known.since, since) });
  };
  for (const pass of measures.passes) {
    const fields = pass.scope.slots.map((slot) => slot.name);
    const dated = pass.date === null ? fields : [pass.date, ...fields];
    for (const { name, window } of pass.measures) {
      const before = measures.grown.has(name) ? windowBefore(window, asOf) : undefined;
      need(pass.kind, dated, earliest([windowDays(window, asOf), before]));
    }
  }
  const accountNames = new Set(scope.slots.map((slot) => slot.name));
  for (const cadence of cadences.values()) {
    const { records, relationshipStart } = readsOfCadence(cadence);
    for (const { kind, fields } of records) need(kind, fields, FIRST_EPOCH_DAY);
    if (relationshipStart) accountNames.add("relationshipStart");
  }
  for (const each of compiled.classifiers.values()) {
    if (each.method !== "lifecycle") continue;
    for (const { kind, dateField, scope: read } of each.lifecycle.events) {
      const fields = read.slots.map(({ name }) => name);
      need(kind, [dateField, ...fields], FIRST_EPOCH_DAY);
    }
  }
  const modes = [...care.models.values()].map((model) => model.ownership);
  if (modes.some((ownership) => ownership.mode !== "none")) {
    const fields = [
      "personId",
      "role",
      "naming",
      "region",
      "businessLine",
      "validFrom",
      "validUntil",
    ];
    need("ownerships", fields, FIRST_EPOCH_DAY);
  }
  if (modes.some((each) => each.mode === "named" && each.per.includes("region"))) {
    accountNames.add("region");
  }
  const isReckoned = (name: string): boolean =>
    measures.kinds.has(name) || compiled.classifiers.has(classifierOfField(name).name);
  const supplied = measures.derived.filter((each) => each.does === "supplied");
  return {
    accountFields: [...accountNames].filter((name) => !isReckoned(name)).sort(),
    records: [...needs].sort(([left], [right]) => (left < right ? -1 : 1)).map(recordsNeeded),
    suppliedMeasures: supplied.map((each) => each.name).sort(),
  };
}

function earliest(spans: readonly (DaySpan | undefined)[]): number {
  return Math.min(...spans.flatMap((span) => (span === undefined ? [] : [span.fromDay])));
}

function recordsNeeded([kind, { fields, since }]: [
  RecordKind,
  { fields: Set<string>; since: number },
]): RecordsNeeded {
  const sorted = [...fields].sort();
  const isWhole = recordDates[kind] === null || since <= FIRST_EPOCH_DAY || since === Infinity;
  return isWhole ? { kind, fields: sorted } : { kind, fields: sorted, since: toCivilDate(since) };
}
