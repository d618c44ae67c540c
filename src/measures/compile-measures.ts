import { type FieldKind, type RecordKind, recordDates } from "../facts/index.js";
import { isObject, type Scope } from "../rules/index.js";
import { nearestName } from "../shapes/index.js";
import {
  compileDerivedMeasure,
  DERIVATIONS,
  type DerivedMeasure,
  isDerivation,
} from "./compile-derived-measure.js";
import {
  ACCUMULATIONS,
  type Accumulation,
  compileRecordMeasure,
  kindOfRecordMeasure,
  type RecordMeasure,
  recordKindOf,
  recordScope,
} from "./compile-record-measure.js";
import { orderDerived } from "./order-derived.js";
import { settleDerived } from "./settle-derived.js";

/**
 * All measures over one kind of record, so that its records are walked once.
 *
 * @category Measures
 */
export interface KindPass {
  readonly kind: RecordKind;
  readonly scope: Scope;
  /** The field that dates the records; kinds without one are not dated. */
  readonly date: string | null;
  readonly measures: readonly RecordMeasure[];
}

/**
 * The measures of a policy after their check.
 *
 * @category Measures
 */
export interface CompiledMeasures {
  readonly passes: readonly KindPass[];
  /** Each after those it is made of. */
  readonly derived: readonly DerivedMeasure[];
  /** Kind of value by measure. */
  readonly kinds: ReadonlyMap<string, FieldKind>;
  /** Measures that grow by one every day. */
  readonly ageing: ReadonlySet<string>;
  /** Measures whose growth is asked for, so that the window before counts too. */
  readonly grown: ReadonlySet<string>;
  /** A ratio is made of a measure that grows every day, so that any day may be another. */
  readonly changesDaily: boolean;
}

const WORDS: readonly string[] = [...Object.keys(ACCUMULATIONS), ...DERIVATIONS];

/**
 * Checks the measures of a policy: every kind of record, field, window and measure they name.
 *
 * @param measures - the policy's chapter
 * @param names - what the record conditions may name; its findings take the faults
 * @returns the measures without a fault; those with one are left out
 *
 * @category Measures
 */
export function compileMeasures(
  measures: Readonly<Record<string, unknown>>,
  names: Scope,
): CompiledMeasures {
  const overRecords = new Map<string, RecordMeasure>();
  const passes = new Map<RecordKind, Pass>();
  const derivations = new Map<string, DerivedMeasure>();
  for (const [name, written] of Object.entries(measures)) {
    const path = `measures.${name}`;
    const word = isObject(written) ? WORDS.find((each) => Object.hasOwn(written, each)) : undefined;
    if (!isObject(written) || word === undefined) {
      const near = nearestName(Object.keys(Object(written))[0] ?? "", WORDS);
      names.fault(path, "not-a-measure", `a measure has one of \`${WORDS.join("`, `")}\``, near);
    } else if (isDerivation(word)) {
      const derived = compileDerivedMeasure(name, word, written, names, path);
      if (derived !== undefined) derivations.set(name, derived);
    } else {
      const does = word as Accumulation;
      const kind = recordKindOf(written[word], does, names, `${path}.${word}`);
      if (kind === undefined) continue;
      const pass = passes.get(kind) ?? { scope: recordScope(kind, names), measures: [] };
      passes.set(kind, pass);
      const compiled = compileRecordMeasure(name, does, kind, written, pass.scope, path);
      if (compiled === undefined) continue;
      pass.measures.push(compiled);
      overRecords.set(name, compiled);
    }
  }
  const derived = orderDerived(derivations, measures, names);
  const kinds = new Map<string, FieldKind>();
  for (const [name, measure] of overRecords) kinds.set(name, kindOfRecordMeasure(measure));
  for (const each of derived) kinds.set(each.name, settleDerived(each, overRecords, kinds, names));
  const ageing = new Set(derived.flatMap((each) => (each.does === "daysSince" ? [each.name] : [])));
  return {
    passes: [...passes].map(([kind, pass]) => ({ kind, date: recordDates[kind], ...pass })),
    derived,
    kinds,
    ageing,
    grown: new Set(derived.flatMap((each) => (each.does === "growth" ? [each.of] : []))),
    changesDaily: derived.some((each) => {
      return each.does === "ratio" && (ageing.has(each.of) || ageing.has(each.to));
    }),
  };
}

interface Pass {
  readonly scope: Scope;
  readonly measures: RecordMeasure[];
}
