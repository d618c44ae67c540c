import type { FieldKind } from "../../src/facts/index.js";
import { type Cell, type ExplainedRow, Scope, type Slot } from "../../src/rules/index.js";
import {
  type CompiledClassifier,
  compileClassifier,
  explainSegment,
  type RulesClassifier,
} from "../../src/segments/index.js";
import type { Finding } from "../../src/shapes/index.js";

const kinds = new Map<string, FieldKind>([
  ["headcount", "number"],
  ["region", "text"],
  ["chain", "boolean"],
  ["relations", "set"],
]);

/** A classifier with what was found in it, and the scope that knows which fields it reads. */
export function compileOne(written: unknown): {
  readonly compiled: CompiledClassifier;
  readonly scope: Scope;
  readonly findings: readonly Finding[];
} {
  const findings: Finding[] = [];
  const scope = new Scope({ kinds, findings });
  const compiled = compileClassifier("group", written as RulesClassifier, scope);
  return { compiled, scope, findings };
}

/** The cells of an account that knows these facts alone. */
export function rowOf(
  { slots }: { readonly slots: readonly Slot[] },
  facts: Readonly<Record<string, Cell>>,
): ExplainedRow {
  return {
    cells: slots.map(({ name }) => facts[name]),
    asOf: 0,
    cuts: new Map(),
    ageing: new Set(),
    currency: "EUR",
    whyUnknown: ({ name }) => [{ path: name, why: "missing" }],
  };
}

/** The segment of an account that knows these facts alone, with its reasons. */
export function classifyOne(
  written: unknown,
  facts: Readonly<Record<string, Cell>>,
): ReturnType<typeof explainSegment> {
  const { compiled, scope, findings } = compileOne(written);
  if (findings.length > 0) throw new Error(findings.map((each) => each.message).join("\n"));
  return explainSegment(compiled, rowOf(scope, facts));
}
