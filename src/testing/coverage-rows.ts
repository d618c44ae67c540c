import type { CompiledPolicy } from "../policy/index.js";
import type { CompiledRule } from "../rules/index.js";
import type { CompiledClassifier } from "../segments/index.js";

/**
 * A part of a policy that a test can bring about.
 *
 * @category Testing
 */
export type CoverageKind =
  | "rule"
  | "default"
  | "transition"
  | "label"
  | "careModel"
  | "careStep"
  | "exception"
  | "cadence"
  | "criterion"
  | "kpi";

/** One part of a policy, and what has to be seen of it. */
export interface PolicyRow {
  /** Where it stands in the policy. */
  readonly path: string;
  readonly kind: CoverageKind;
}

/** Every part of a policy that tests should bring about, in the order of the document. */
export function rowsOfPolicy(compiled: CompiledPolicy): readonly PolicyRow[] {
  const { policy, classifiers, care } = compiled;
  const rows = (kind: CoverageKind, paths: Iterable<string>): readonly PolicyRow[] => {
    return Array.from(paths, (path) => ({ path, kind }));
  };
  const named = (chapter: string, names: object | undefined): readonly string[] => {
    return Object.keys(names ?? {}).map((name) => `${chapter}.${name}`);
  };
  return [
    ...Object.keys(policy.segments).flatMap((name) => {
      const classifier = classifiers.get(name)!;
      const transitions = "lifecycle" in classifier ? classifier.lifecycle.transitions : [];
      const at = `segments.${name}`;
      return [
        ...rows("label", named(`${at}.labels`, policy.segments[name]!.labels)),
        ...rows(
          "rule",
          rulesOf(classifier).map(({ path }) => path),
        ),
        ...rows(
          "default",
          Object(policy.segments[name]).otherwise !== undefined ? [`${at}.otherwise`] : [],
        ),
        ...rows(
          "transition",
          transitions.map(({ path }) => path),
        ),
      ];
    }),
    ...rows("careModel", named("care.models", policy.care.models)),
    ...rows(
      "exception",
      [...care.exceptions.values()].flat().map(({ path }) => path),
    ),
    ...rows(
      "careStep",
      [...care.paths.values()].flatMap(({ steps }) => pathsOf(steps)),
    ),
    ...rows("cadence", named("cadences", policy.cadences)),
    ...Object.entries(policy.campaigns ?? {}).flatMap(([name, { criteria }]) => {
      return rows("criterion", named(`campaigns.${name}.criteria`, criteria));
    }),
    ...rows("kpi", named("kpis", policy.kpis)),
  ];
}

/** The rules, bands or ranges of a classifier, as its reasons name them. */
function rulesOf(classifier: CompiledClassifier): readonly CompiledRule[] {
  switch (classifier.method) {
    case "scorecard":
      return classifier.bands.rules;
    case "rfm":
      return classifier.ranges.rules;
    case "matrix":
    case "lifecycle":
      return [];
    default:
      return classifier.rules.rules;
  }
}

function pathsOf(rules: readonly CompiledRule[]): readonly string[] {
  return rules.map(({ path }) => path);
}
