import { type CompiledPolicy, type PolicyCase, requireCompiled } from "../policy/index.js";
import { requireList } from "../shapes/index.js";
import { type CaseResult, runCase } from "./run-case.js";
import { differenceLine } from "./satisfy-case.js";

/**
 * How the cases of a file came out.
 *
 * @category Policy cases
 */
export interface CaseReport {
  /** In the order of the cases. */
  readonly results: readonly CaseResult[];
  readonly met: number;
  readonly notMet: number;
  readonly unknown: number;
  /** Whether every case is met; no cases are not enough. */
  readonly ok: boolean;
  /** For people: a line for each case, and below it what differs. */
  readonly text: string;
}

/**
 * Asks a policy about worked cases, for people who write no TypeScript: one program reads their file
 * with `parseCases` and prints the report.
 *
 * @param compiled - the policy, with its fit where it has cuts
 * @param cases - read by `parseCases` of `hoito/schemas`, or typed
 * @returns counts, every result, and a text
 * @throws {@link HoitoError} `not-a-civil-date` when a day of asking is no date; in JavaScript also
 *   `not-a-compiled-policy` and `not-a-list`
 *
 * @example One case that holds and one that does not
 * ```ts
 * import { type CarePolicy, compilePolicy, orThrow } from "hoito";
 * import { runCases } from "hoito/testing";
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
 * const large = { account: { id: "A", headcount: 1000 }, coverage: {} };
 * const small = { account: { id: "B", headcount: 999 }, coverage: {} };
 * const { text } = runCases(orThrow(compilePolicy(policy)), [
 *   { description: "a thousand", given: large, asOf: "2018-03-28", expect: { segment: "large" } },
 *   { description: "one less", given: small, asOf: "2018-03-28", expect: { segment: "large" } },
 * ]);
 * text.split("\n")[0]; // => "met: a thousand"
 * text.split("\n")[1]; // => "NOT MET: one less"
 * text.split("\n")[2]; // => "  expect.segment: expected `large`, it is `small`"
 * ```
 *
 * @category Policy cases
 */
export function runCases(compiled: CompiledPolicy, cases: readonly PolicyCase[]): CaseReport {
  requireCompiled(compiled);
  requireList(cases, "cases", "this is no list of cases: write `orThrow(parseCases(text))`");
  const results = cases.map((worked) => runCase(compiled, worked));
  const count = (wanted: CaseResult["verdict"]): number => {
    return results.filter(({ verdict }) => verdict === wanted).length;
  };
  const met = count("met");
  return {
    results,
    met,
    notMet: count("notMet"),
    unknown: count("unknown"),
    ok: cases.length > 0 && met === cases.length,
    text: results.map(textOf).join("\n"),
  };
}

const WORDS = { met: "met", notMet: "NOT MET", unknown: "UNDECIDED" } as const;

function textOf({ description, verdict, differences }: CaseResult): string {
  const lines = differences.map((each) => `\n  ${differenceLine(each)}`);
  return `${WORDS[verdict]}: ${description}${lines.join("")}`;
}
