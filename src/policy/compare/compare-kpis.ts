import type { CompiledKpi, KpiDefinition } from "../../kpis/index.js";
import { canonicalJson, type Finding, warningAt } from "../../shapes/index.js";
import type { PolicyPair } from "./read-accounts.js";

/**
 * A figure that two policies define differently.
 *
 * @category Policy
 */
export type KpiChange =
  | { readonly kind: "added"; readonly kpi: string; readonly after: KpiDefinition }
  | { readonly kind: "removed"; readonly kpi: string; readonly before: KpiDefinition }
  | {
      readonly kind: "changed";
      readonly kpi: string;
      /** The properties that differ; none where only a parameter that it reads does. */
      readonly properties: readonly (keyof KpiDefinition)[];
      /** Whether the figure or one of its conventions is another. */
      readonly isCountedOtherwise: boolean;
      /** Whether boards before and after may be set beside each other: one version, counted alike. */
      readonly isComparable: boolean;
      readonly before: KpiDefinition;
      readonly after: KpiDefinition;
    };

/**
 * Which figures two policies define differently.
 *
 * @category Policy
 */
export interface KpiComparison {
  readonly unchanged: number;
  /** In the order of the letters. */
  readonly changes: readonly KpiChange[];
  /** `other-conventions`, a warning: counted otherwise under one and the same version. */
  readonly findings: readonly Finding[];
}

/**
 * Which figures of the board are new, gone, or defined otherwise, and whether they can still be
 * compared with earlier boards. No board is computed.
 *
 * Figures meet by name. A figure whose definition is the same but whose parameter has another value
 * is counted otherwise too. Where a figure is counted otherwise and kept its version, `compareBoards`
 * would refuse it: a warning says so.
 *
 * @param policies - before and after
 * @returns changes and warnings
 *
 * @example Another denominator under the same version
 * ```ts
 * import { type CarePolicy, compilePolicy, orThrow } from "hoito";
 * import { compareKpis } from "hoito/policy";
 *
 * const withBase = (base: string): CarePolicy => ({
 *   id: "demo",
 *   version: base,
 *   segments: {
 *     all: { method: "rules", labels: { any: {} }, hitPolicy: "first", rules: [], otherwise: "any" },
 *   },
 *   care: {
 *     segmentedBy: "all",
 *     models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
 *     bySegment: { any: "light" },
 *   },
 *   cadences: {},
 *   kpis: { kept: { figure: "retention", version: "1", with: { base } } },
 * });
 * const compile = (base: string) => orThrow(compilePolicy(withBase(base)));
 * const { changes, findings } = compareKpis({ before: compile("opening"), after: compile("all") });
 * changes.map((each) => each.kind === "changed" && each.properties); // => [["with"]]
 * findings[0]?.code; // => "other-conventions"
 * ```
 *
 * @category Policy
 */
export function compareKpis({ before, after }: PolicyPair): KpiComparison {
  const [was, is] = [before, after].map(({ kpis }) => {
    return new Map(kpis.kpis.map((each) => [each.id, each]));
  });
  const names = [...new Set([...was!.keys(), ...is!.keys()])].sort();
  const changes = names.flatMap((kpi) => changeOf(kpi, was!.get(kpi), is!.get(kpi)));
  return {
    unchanged: names.length - changes.length,
    changes,
    findings: changes.flatMap(versionFinding),
  };
}

function changeOf(
  kpi: string,
  before: CompiledKpi | undefined,
  after: CompiledKpi | undefined,
): readonly KpiChange[] {
  if (before === undefined) return [{ kind: "added", kpi, after: after!.definition }];
  if (after === undefined) return [{ kind: "removed", kpi, before: before.definition }];
  const [was, is] = [before.definition, after.definition];
  const properties = PROPERTIES.filter(
    (name) => canonicalJson(was[name]) !== canonicalJson(is[name]),
  );
  const isCountedOtherwise = before.fingerprint !== after.fingerprint;
  if (properties.length === 0 && !isCountedOtherwise) return [];
  const isComparable = !isCountedOtherwise && was.version === is.version;
  const found = { properties, isCountedOtherwise, isComparable, before: was, after: is };
  return [{ kind: "changed", kpi, ...found }];
}

const PROPERTIES: readonly (keyof KpiDefinition)[] = [
  ...(["figure", "version", "with", "names", "owner", "executor", "phase"] as const),
  ...(["title", "note", "source"] as const),
];

function versionFinding(change: KpiChange): readonly Finding[] {
  if (change.kind !== "changed" || !change.isCountedOtherwise) return [];
  const { kpi, before, after } = change;
  if (before.version !== after.version) return [];
  const text = `\`${kpi}\` is counted otherwise, and its version is still \`${after.version}\``;
  return [warningAt(`kpis.${kpi}.version`, "other-conventions", text)];
}
