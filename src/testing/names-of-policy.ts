import { DUTY_STATUSES } from "../cadence/index.js";
import { CASE_PARTS, type CompiledPolicy, type DutyExpectation } from "../policy/index.js";
import { nearestName, withGuess } from "../shapes/index.js";
import { isCivilDate } from "../time/index.js";

/** What may stand in the place of a segment. */
export const OUTCOMES: readonly string[] = ["excluded", "unclassified", "undecided", "conflict"];

/** Whether a value is what `compilePolicy` gives. */
export function isCompiled(subject: unknown): boolean {
  return Object(subject).classifiers instanceof Map && Object(subject).cadences instanceof Map;
}

/** What is wrong with the name of a classifier; `undefined` where it is one. */
export function faultOfClassifier(
  { classifiers }: CompiledPolicy,
  name: string,
): string | undefined {
  return faultOfName(name, "classifier", classifiers.keys());
}

/** What is wrong with a label of a classifier that is there; under `collect` with any of several. */
export function faultOfLabel(
  { classifiers }: CompiledPolicy,
  classifier: string,
  label: string,
): string | undefined {
  const compiled = classifiers.get(classifier)!;
  const known = [...compiled.labels.keys(), ...OUTCOMES];
  const labels = isCollecting(compiled) ? String(label).split("+") : [label];
  const faults = labels.map((each) => faultOfName(each, "segment", known));
  return faults.find((each) => each !== undefined);
}

/** What is wrong with the name of a care model; `none` and `undecided` are answers too. */
export function faultOfModel({ care }: CompiledPolicy, name: string): string | undefined {
  return faultOfName(name, "care model", [...care.models.keys(), "none", "undecided"]);
}

/** What is wrong with the name of a cadence. */
export function faultOfCadence({ cadences }: CompiledPolicy, name: string): string | undefined {
  return faultOfName(name, "cadence", cadences.keys());
}

/** What is wrong with the words of an expected duty, where nothing could ever be like it. */
export function faultOfDuty(
  { policy: { businessLines = [] } }: CompiledPolicy,
  duty: DutyExpectation,
): string | undefined {
  const { businessLine, status } = duty;
  const wrong = Object.keys(duty).find((name) => !DUTY_WORDS.includes(name));
  if (wrong !== undefined) return `a duty has ${noName(wrong, "property", DUTY_WORDS)}`;
  if (status !== undefined && !DUTY_STATUSES.includes(status)) {
    return `a duty has ${noName(status, "status", DUTY_STATUSES)}`;
  }
  const undated = DUTY_DAYS.find((name) => duty[name] !== undefined && !isCivilDate(duty[name]));
  if (undated !== undefined) return `\`${undated}\` of a duty is no day like 2018-03-28`;
  return businessLine === undefined
    ? undefined
    : faultOfName(businessLine, "business line", businessLines);
}

/** What is wrong with the name of a part that a case expects. */
export function faultOfExpectation(name: string): string | undefined {
  if (CASE_PARTS.some((part) => part === name)) return undefined;
  return `a case has ${noName(name, "expectation", CASE_PARTS)}`;
}

const DUTY_WORDS: readonly string[] = [
  "cadence",
  "businessLine",
  "status",
  "earliest",
  "ideal",
  "latest",
  "daysLate",
  "effortMinutes",
  "channel",
] satisfies readonly (keyof DutyExpectation)[];

const DUTY_DAYS = ["earliest", "ideal", "latest"] as const;

/** Whether a classifier may give several segments at once. */
export function isCollecting(compiled: object): boolean {
  return "rules" in compiled && Object(compiled.rules).hitPolicy === "collect";
}

function faultOfName(name: string, what: string, known: Iterable<string>): string | undefined {
  const names = [...known];
  return names.includes(name) ? undefined : `the policy has ${noName(name, what, names)}`;
}

function noName(name: string, what: string, names: readonly string[]): string {
  const near = nearestName(String(name), names);
  const none = `no ${what} \`${name}\``;
  return near === undefined ? `${none}: ${listed(names)}` : withGuess(none, near);
}

/** Names in backticks, as many as a message can bear. */
export function listed(names: readonly unknown[]): string {
  const shown = names.slice(0, MOST_NAMES).map((each) => `\`${each}\``);
  const more = names.length - shown.length;
  if (shown.length === 0) return "there is none";
  return more === 0 ? shown.join(", ") : `${shown.join(", ")} and ${more} more`;
}

const MOST_NAMES = 12;
