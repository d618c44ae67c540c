import {
  type CareDecision,
  type CompiledPolicy,
  findNoExpectation,
  findRecordsOfOthers,
  type PolicyCase,
} from "../policy/index.js";
import { isObject } from "../rules/index.js";
import type { SegmentOutcome } from "../segments/index.js";
import { labelOf } from "../segments/index.js";
import type { Decision, Verdict } from "../shapes/index.js";
import { compileCalendar, type WorkingCalendar } from "../time/index.js";
import { differencesOfBecause } from "./case-because.js";
import { differencesOfCare } from "./case-care.js";
import { type CaseDifference, decisionsOf } from "./case-difference.js";
import { verdictOn } from "./classify.js";
import {
  faultOfClassifier,
  faultOfExpectation,
  faultOfLabel,
  isCollecting,
} from "./names-of-policy.js";
import { faultOfRecords } from "./records-of.js";
import { askCare, askSegment } from "./watched-policy.js";

/**
 * How a case came out.
 *
 * @category Policy cases
 */
export interface CaseResult {
  readonly description: string;
  /** `unknown` where nothing contradicts the case and facts are missing. */
  readonly verdict: Verdict;
  /** Empty where the case is met. */
  readonly differences: readonly CaseDifference[];
}

/** Parts of an expectation that nobody can look at without a calendar. */
const NEEDING_CALENDAR = [
  "model",
  "responsible",
  "duties",
  "missing",
  "findings",
  "validUntilDate",
] as const;

/**
 * Asks a policy about one worked case.
 *
 * Only what the case expects is compared. A case that names what the policy does not have, is meant
 * for another policy, carries records of another account, or expects something about care without a
 * calendar is not met, whatever the policy says.
 *
 * @param compiled - the policy, with its fit where it has cuts
 * @param worked - a case, typed or read by `parseCases` of `hoito/schemas`
 * @returns the verdict, and everything that differs at once
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date
 *
 * @example A case that names what the policy does not have
 * ```ts
 * import { type CarePolicy, compilePolicy, orThrow } from "hoito";
 * import { runCase } from "hoito/testing";
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
 * const { verdict, differences } = runCase(orThrow(compilePolicy(policy)), {
 *   description: "a thousand people",
 *   given: { account: { id: "A", headcount: 1000 }, coverage: {} },
 *   asOf: "2018-03-28",
 *   expect: { segment: "lage" },
 * });
 * verdict; // => "notMet"
 * differences.map(({ path, why }) => [path, why]); // => [["expect.segment", "notAskable"]]
 * differences[0]?.message; // => "the policy has no segment `lage`; did you mean `large`?"
 * ```
 *
 * @category Policy cases
 */
export function runCase(compiled: CompiledPolicy, worked: PolicyCase): CaseResult {
  const broken = faultOfCase(worked);
  if (broken !== undefined) {
    const { description = "", expect } = Object(worked) as Partial<PolicyCase>;
    return { description, verdict: "notMet", differences: [notAskable("", broken, expect)] };
  }
  const { description, calendar: definition } = worked;
  const calendar = definition === undefined ? undefined : compileCalendar(definition);
  const differences = [
    ...differencesOfPolicy(compiled, worked),
    ...findRecordsOfOthers(worked).map(({ path, message }) => notAskable(path, message, undefined)),
    ...differencesOfWords(worked),
    ...(calendar === undefined || calendar.ok ? [] : calendar.findings.map(brokenCalendar)),
    ...differencesOf(compiled, worked, calendar?.ok ? calendar.value : undefined),
  ];
  const isCertain = differences.some(({ why }) => why !== "undecided");
  const verdict = differences.length === 0 ? "met" : isCertain ? "notMet" : "unknown";
  return { description, verdict, differences };
}

/** What is wrong with something that is no case at all, as only JavaScript can hand it over. */
function faultOfCase(worked: unknown): string | undefined {
  const { given, expect } = Object(worked) as { readonly given?: unknown; expect?: unknown };
  const fault = faultOfRecords(given);
  if (fault !== undefined) return `\`given\` of a case: ${fault}`;
  return isObject(expect) ? undefined : "a case says under `expect` what the policy is to answer";
}

function differencesOf(
  compiled: CompiledPolicy,
  worked: PolicyCase,
  calendar: WorkingCalendar | undefined,
): readonly CaseDifference[] {
  const { given, asOf, memberships, expect } = worked;
  const { because: expectedReasons = [] } = expect;
  const deciding = memberships === undefined ? { asOf } : { asOf, memberships };
  const decisions: Decision<unknown>[] = [];
  const found = labelsExpected(compiled, worked).flatMap(({ path, classifier, label }) => {
    const fault =
      faultOfClassifier(compiled, classifier) ?? faultOfLabel(compiled, classifier, label);
    if (fault !== undefined) return [notAskable(path, fault, label)];
    const decision = askSegment(given, compiled, { ...deciding, classifier });
    decisions.push(decision);
    const isCollected = isCollecting(compiled.classifiers.get(classifier)!);
    return differenceOfLabel(path, label, decision, isCollected);
  });
  const needing = NEEDING_CALENDAR.filter((part) => expect[part] !== undefined);
  if (calendar === undefined) {
    const unasked = needing.map((part) => {
      return notAskable(`expect.${part}`, "it needs a `calendar` in the case", expect[part]);
    });
    if (expectedReasons.length > 0) decisions.push(askSegment(given, compiled, deciding));
    return [...found, ...unasked, ...differencesOfBecause(expectedReasons, decisions, compiled)];
  }
  const care: CareDecision = askCare(given, compiled, { ...deciding, calendar });
  return [
    ...found,
    ...differencesOfCare(expect, care, compiled),
    ...differencesOfBecause(expectedReasons, [...decisions, ...decisionsOf(care)], compiled),
  ];
}

/** The labels that a case expects, with the classifiers that have to give them. */
function labelsExpected(
  { care }: CompiledPolicy,
  { expect: { segment, segments = {} } }: PolicyCase,
): readonly { readonly path: string; readonly classifier: string; readonly label: string }[] {
  const own = { path: "expect.segment", classifier: care.segmentedBy };
  return [
    ...(segment === undefined ? [] : [{ ...own, label: segment }]),
    ...Object.entries(segments).map(([classifier, label]) => {
      return { path: `expect.segments.${classifier}`, classifier, label };
    }),
  ];
}

function differenceOfLabel(
  path: string,
  label: string,
  { value, missing }: Decision<SegmentOutcome>,
  isCollected: boolean,
): readonly CaseDifference[] {
  const verdict = verdictOn(label, value, isCollected);
  if (verdict === "met") return [];
  const received = labelOf(value);
  const lacking = missing.map((each) => each.path).join(", ");
  const because = lacking === "" ? "" : `; missing: ${lacking}`;
  const message = `expected \`${label}\`, it is \`${received}\`${because}`;
  const why = verdict === "unknown" ? "undecided" : "different";
  return [{ path, why, message, expected: label, received }];
}

function differencesOfPolicy(
  { policy: { id } }: CompiledPolicy,
  { policy }: PolicyCase,
): readonly CaseDifference[] {
  if (policy === undefined || policy === id) return [];
  return [
    notAskable("policy", `the case is meant for policy \`${policy}\`, not \`${id}\``, policy),
  ];
}

/** What nobody could look at would otherwise always be met; `parseCases` refuses it too. */
function differencesOfWords({ expect }: PolicyCase): readonly CaseDifference[] {
  const nothing = findNoExpectation(expect).map(({ path, message }) => {
    return notAskable(path, message, expect);
  });
  const wrong = Object.keys(expect).flatMap((name) => {
    const fault = expect[name as Expected] === undefined ? undefined : faultOfExpectation(name);
    return fault === undefined ? [] : [notAskable(`expect.${name}`, fault, undefined)];
  });
  return [...nothing, ...wrong];
}

type Expected = keyof PolicyCase["expect"];

function brokenCalendar({ path, message }: { path: string; message: string }): CaseDifference {
  return notAskable(path === "" ? "calendar" : `calendar.${path}`, message, undefined);
}

function notAskable(path: string, message: string, expected: unknown): CaseDifference {
  return { path, why: "notAskable", message, expected, received: undefined };
}
