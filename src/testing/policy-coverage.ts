import type { Board } from "../kpis/index.js";
import { type CareDecision, type CompiledPolicy, requireCompiled } from "../policy/index.js";
import { type Decision, HoitoError } from "../shapes/index.js";
import { type CoverageCount, type CoverageReport, coverageReport } from "./coverage-report.js";
import { rowsOfPolicy } from "./coverage-rows.js";
import { type NoteSeen, seenInBoard, seenInCare, seenInDecision } from "./seen-in-decision.js";
import { watching } from "./watched-policy.js";

/**
 * What a collector learns from: what `decideCare`, `explainAccount`, `explainPoints` or a board of
 * figures said.
 *
 * @category Testing
 */
export type SeenAnswer = CareDecision | Decision<unknown> | Board;

/**
 * What was seen so far, by path: plain JSON, to be stored and handed to the next collector.
 *
 * @category Testing
 */
export type CoverageCounts = Readonly<Record<string, CoverageCount>>;

/**
 * Collects which parts of a policy tests have brought about.
 *
 * @category Testing
 */
export interface PolicyCoverage {
  /** The same policy: what matchers and cases ask of it is counted. Its answers are the same. */
  readonly policy: CompiledPolicy;
  /** Counts an answer that a test asked for itself, and hands it back. */
  readonly see: <Answer extends SeenAnswer>(answer: Answer) => Answer;
  readonly counts: () => CoverageCounts;
  readonly report: () => CoverageReport;
}

/**
 * A collector of the parts of a policy that a company's own tests bring about: rules met and not
 * met, defaults, labels, care models, steps of paths, exceptions, cadences, criteria of campaigns
 * and figures.
 *
 * It reads the reasons that decisions carry and changes none of them. A part that no reason names
 * is not counted, so that nothing is covered by having stood by.
 *
 * Gotchas: tests in several processes each have a collector of their own: store `counts()` and hand
 * them to the next as `earlier`. Only what a decision tells in its reasons is seen, which
 * `classifyAccounts` and other columns do not have.
 *
 * @param compiled - the policy, with its fit where it has cuts
 * @param earlier - counts of other collectors of the same policy
 * @returns the collector
 * @throws {@link HoitoError} in JavaScript `not-a-compiled-policy`, `not-counts` and, of `see`,
 *   `not-an-answer`
 *
 * @example One rule, met once
 * ```ts
 * import { type CarePolicy, compilePolicy, orThrow } from "hoito";
 * import { expectPolicy, policyCoverage } from "hoito/testing";
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
 * const { rows } = coverage.report();
 * rows.filter(({ isCovered }) => isCovered).map(({ path }) => path);
 * // => ["segments.size.labels.large"]
 * rows.find(({ kind }) => kind === "rule")?.lacks; // => ["notMet"]
 * ```
 *
 * @category Testing
 */
export function policyCoverage(
  compiled: CompiledPolicy,
  ...earlier: readonly CoverageCounts[]
): PolicyCoverage {
  requireCompiled(compiled);
  for (const [at, each] of earlier.entries()) requireCounts(each, `earlier[${at}]`);
  const rows = rowsOfPolicy(compiled);
  const known = new Set(rows.map(({ path }) => path));
  const counts = new Map<string, CoverageCount>();
  for (const each of earlier) for (const [path, count] of Object.entries(each)) add(path, count);
  const note: NoteSeen = (path, way) => add(path, { ...NONE, [way]: 1 });
  const see = <Answer extends SeenAnswer>(answer: Answer): Answer => {
    requireAnswer(answer);
    if ("careModel" in answer) seenInCare(answer, compiled, note);
    else if ("format" in answer) seenInBoard(answer, note);
    else seenInDecision(answer, compiled, note);
    return answer;
  };
  const { id, version } = compiled.policy;
  return {
    policy: watching(compiled, see),
    see,
    counts: () => Object.fromEntries(counts),
    report: () => coverageReport({ id, version, hash: compiled.hash }, rows, counts),
  };

  function add(path: string, count: CoverageCount): void {
    if (!known.has(path)) return;
    const before = counts.get(path) ?? NONE;
    counts.set(path, {
      met: before.met + count.met,
      notMet: before.notMet + count.notMet,
      unknown: before.unknown + count.unknown,
      decided: before.decided + count.decided,
    });
  }
}

/** Refuses what only JavaScript can hand over as counts, such as those of something else. */
function requireCounts(counts: CoverageCounts, path: string): void {
  const wrong = Object.entries(Object(counts) as CoverageCounts).find(([, count]) => {
    const written = Object(count) as Readonly<Record<string, unknown>>;
    return Object.keys(NONE).some((way) => !Number.isInteger(written[way]));
  });
  if (wrong === undefined) return;
  const text = "these are no counts: hand over what `coverage.counts()` gave";
  const at = { code: "not-counts", path: `${path}.${wrong[0].slice(0, 80)}`, received: counts };
  throw new HoitoError(text, at);
}

/** Refuses what is no answer of the library: it would be counted as nothing. */
function requireAnswer(answer: SeenAnswer): void {
  const known = Object(answer) as Readonly<Record<string, unknown>>;
  if (["careModel", "format", "because"].some((name) => name in known)) return;
  const text = "this is no answer: hand over a decision or a board, not what was asked about";
  throw new HoitoError(text, { code: "not-an-answer", path: "answer", received: answer });
}

const NONE: CoverageCount = { met: 0, notMet: 0, unknown: 0, decided: 0 };
