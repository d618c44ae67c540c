import { HoitoError, nearestName, refuseMisspelt, withGuess } from "../shapes/index.js";
import type { CoverageKind, PolicyRow } from "./coverage-rows.js";

/**
 * How often a part of a policy was seen in each way.
 *
 * @category Testing
 */
export interface CoverageCount {
  /** A rule that was met; anything else that came about. */
  readonly met: number;
  readonly notMet: number;
  /** For want of facts. */
  readonly unknown: number;
  /** Of the times it was met those in which it decided. */
  readonly decided: number;
}

/**
 * One part of a policy, and whether tests have brought it about.
 *
 * A rule or a step of a path is covered once it has decided and has not been met; anything else
 * once it came about.
 *
 * @category Testing
 */
export interface CoverageRow extends PolicyRow, CoverageCount {
  readonly isCovered: boolean;
  /** What has not been seen yet. */
  readonly lacks: readonly ("decided" | "met" | "notMet")[];
}

/**
 * How much of a policy its tests have brought about: plain JSON.
 *
 * @category Testing
 */
export interface CoverageReport {
  readonly policy: { readonly id: string; readonly version: string; readonly hash: string };
  /** In the order of the policy. */
  readonly rows: readonly CoverageRow[];
  readonly covered: number;
  /** By kind of part, those that the policy has. */
  readonly byKind: readonly {
    readonly kind: CoverageKind;
    readonly covered: number;
    readonly of: number;
  }[];
  /** For people: a line for each kind, then what is not covered. */
  readonly text: string;
}

/**
 * How much has to be covered, in percent of the parts; kinds that are not named count in the whole.
 *
 * @category Testing
 */
export interface CoverageThreshold {
  readonly percent: number;
  readonly byKind?: Readonly<Partial<Record<CoverageKind, number>>>;
}

const BOTH_WAYS: ReadonlySet<CoverageKind> = new Set<CoverageKind>(["rule", "careStep"]);

const NEVER: CoverageCount = { met: 0, notMet: 0, unknown: 0, decided: 0 };

/** The report over rows and what was seen of them. */
export function coverageReport(
  policy: CoverageReport["policy"],
  parts: readonly PolicyRow[],
  counts: ReadonlyMap<string, CoverageCount>,
): CoverageReport {
  const rows = parts.map((part): CoverageRow => {
    const count = counts.get(part.path) ?? NEVER;
    const lacks = lacksOf(part.kind, count);
    return { ...part, ...count, isCovered: lacks.length === 0, lacks };
  });
  const byKind = [...new Set(rows.map(({ kind }) => kind))].map((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    return { kind, covered: own.filter(({ isCovered }) => isCovered).length, of: own.length };
  });
  const covered = rows.filter(({ isCovered }) => isCovered).length;
  const lines = [
    `${covered} of ${rows.length} parts of \`${policy.id}\` ${policy.version} are covered`,
    ...byKind.map((each) => `  ${each.kind}: ${each.covered} of ${each.of}`),
    ...rows.filter(({ isCovered }) => !isCovered).map(lackText),
  ];
  return { policy, rows, covered, byKind, text: lines.join("\n") };
}

function lacksOf(kind: CoverageKind, count: CoverageCount): CoverageRow["lacks"] {
  const { met, notMet, decided } = count;
  if (!BOTH_WAYS.has(kind)) return met > 0 ? [] : ["met"];
  const decides = decided > 0 ? [] : (["decided"] as const);
  return notMet > 0 ? decides : [...decides, "notMet"];
}

const WORDS = { decided: "decides", met: "comes about", notMet: "is not met" } as const;

function lackText({ path, lacks, unknown }: CoverageRow): string {
  const open = unknown > 0 ? `; unknown ${unknown} times` : "";
  return `never seen: ${path} ${lacks.map((each) => WORDS[each]).join(", ")}${open}`;
}

/**
 * Whether enough of a policy is covered.
 *
 * @param report - of a coverage collector
 * @param threshold - least percent of all parts, and of single kinds; both inclusive
 * @returns `ok`, and a text that says what falls short and which parts are missing. A policy or a
 *   kind without parts is covered
 * @throws {@link HoitoError} `out-of-range` when a percentage is no number from 0 to 100, and
 *   `unknown-property` when a kind is none: nothing would ever fall short of it; in JavaScript also
 *   `not-a-report` and `unknown-option`
 *
 * @example One of two segments tested
 * ```ts
 * import { type CarePolicy, compilePolicy, orThrow } from "hoito";
 * import { checkCoverage, expectPolicy, policyCoverage } from "hoito/testing";
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
 * const coverage = policyCoverage(orThrow(compilePolicy(policy)));
 * const large = { id: "A", headcount: 1000 };
 * expectPolicy(coverage.policy).toClassify(large, "large", { asOf: "2018-03-28" });
 * const { ok, text } = checkCoverage(coverage.report(), { percent: 0, byKind: { label: 100 } });
 * ok; // => false
 * text.split("\n")[0]; // => "label: 1 of 2 is less than 100 %"
 * ```
 *
 * @category Testing
 */
export function checkCoverage(
  report: CoverageReport,
  threshold: CoverageThreshold,
): { readonly ok: boolean; readonly text: string } {
  requireReport(report);
  refuseMisspelt(threshold, { percent: true, byKind: true }, "threshold");
  const { rows, covered, byKind, text } = report;
  const { percent, byKind: wanted = {} } = Object(threshold) as CoverageThreshold;
  mustBePercent("percent", percent);
  for (const [kind, least] of Object.entries(wanted)) {
    mustBeKind(kind);
    mustBePercent(`byKind.${kind}`, least);
  }
  const parts = [
    { what: "all parts", covered, of: rows.length, least: percent },
    ...byKind.flatMap(({ kind, ...each }) => {
      const least = wanted[kind];
      return least === undefined ? [] : [{ what: kind, ...each, least }];
    }),
  ];
  const short = parts.filter((each) => each.covered * 100 < each.least * each.of);
  const lines = short.map((each) => {
    return `${each.what}: ${each.covered} of ${each.of} is less than ${each.least} %`;
  });
  return { ok: short.length === 0, text: [...lines, text].join("\n") };
}

/** Refuses what only JavaScript can hand over as a report, such as the coverage it is made of. */
function requireReport(report: CoverageReport): void {
  if (Array.isArray(Object(report).rows)) return;
  const text = "this is no report: write `coverage.report()`";
  throw new HoitoError(text, { code: "not-a-report", path: "report", received: report });
}

function mustBePercent(path: string, percent: unknown): void {
  if (typeof percent === "number" && percent >= 0 && percent <= 100) return;
  const message = `\`${path}\` is a number from 0 to 100`;
  throw new HoitoError(message, { code: "out-of-range", path, received: percent });
}

function mustBeKind(kind: string): void {
  if (Object.hasOwn(KINDS, kind)) return;
  const near = nearestName(kind, Object.keys(KINDS));
  const path = `byKind.${kind}`;
  const message = withGuess(`\`${kind}\` is no kind of part`, near);
  throw new HoitoError(message, { code: "unknown-property", path, received: kind });
}

const KINDS: Readonly<Record<CoverageKind, true>> = {
  rule: true,
  default: true,
  transition: true,
  label: true,
  careModel: true,
  careStep: true,
  exception: true,
  cadence: true,
  criterion: true,
  kpi: true,
};
