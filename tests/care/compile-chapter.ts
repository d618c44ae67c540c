import { type CareChapter, type CompiledCare, compileCare } from "../../src/care/index.js";
import { accountFields, type FieldKind } from "../../src/facts/index.js";
import {
  type Cell,
  type ExplainedRow,
  type ResolvedParameter,
  resolveParameter,
  Scope,
} from "../../src/rules/index.js";
import type { CompiledClassifier } from "../../src/segments/index.js";
import type { Finding } from "../../src/shapes/index.js";

/** A chapter of the classes A, B and C, each with a model of its own. */
export const models = {
  deep: { ownership: { mode: "onePerson" }, cadences: ["visits"], significance: 1 },
  middle: { ownership: { mode: "none" }, cadences: "none", significance: 2 },
  light: { ownership: { mode: "none" }, cadences: "none", significance: 3 },
} as const;
const chapter = {
  segmentedBy: "value",
  models,
  bySegment: { A: "deep", B: "middle", C: "light" },
} as const;

/** The kinds of the fields that conditions may read: hoito's, a measure and one of the host's. */
const kinds: ReadonlyMap<string, FieldKind> = new Map<string, FieldKind>([
  ...Object.entries(accountFields),
  ["revenue", "money"],
  ["silence", "number"],
  ["nickname", "text"],
]);

/** A care chapter as it compiles alone, under the classes A, B and C. */
export interface Compilation {
  readonly care: CompiledCare;
  readonly scope: Scope;
  readonly findings: readonly Finding[];
  /** Code and path of everything that is wrong. */
  readonly faults: readonly string[];
}

/** Compiles the chapter with some of its words changed, right or wrong; `reads` are fields that segments read. */
export function compileChapter(
  changed: { readonly [Word in keyof CareChapter]?: unknown } = {},
  parameters: Readonly<Record<string, unknown>> = {},
  reads: readonly string[] = [],
): Compilation {
  const findings: Finding[] = [];
  const resolved = new Map<string, ResolvedParameter>();
  const broken = new Set<string>();
  for (const [name, written] of Object.entries(parameters)) {
    const result = resolveParameter(written, "EUR", `parameters.${name}`);
    if ("code" in result) {
      findings.push(result);
      broken.add(name);
    } else resolved.set(name, result);
  }
  const scope = new Scope({ kinds, parameters: resolved, broken, currency: "EUR", findings });
  for (const name of reads) scope.slotOf(name, "test");
  const labels = new Map([..."ABC"].map((label) => [label, {}]));
  const classifier = { name: "value", labels } as unknown as CompiledClassifier;
  const classifiers = new Map([["value", classifier]]);
  const written = { ...chapter, ...changed } as unknown as CareChapter;
  const care = compileCare(written, classifiers, ["visits", "calls"], scope);
  const faults = findings.map(({ code, path }) => `${code} at ${path}`);
  return { care, scope, findings, faults };
}

/** The cells of an account by field name, as conditions of the scope read them; the rest is missing. */
export function rowOf(
  scope: Scope,
  facts: Readonly<Record<string, Cell>>,
  asOf = 17_532,
  ageing: readonly string[] = [],
): ExplainedRow {
  const grows = scope.slots.filter((slot) => ageing.includes(slot.name));
  return {
    cells: scope.slots.map((slot) => facts[slot.name]),
    asOf,
    cuts: new Map(),
    ageing: new Set(grows.map((slot) => slot.index)),
    currency: "EUR",
    whyUnknown: (slot) => [{ path: slot.name, why: "missing" }],
  };
}
