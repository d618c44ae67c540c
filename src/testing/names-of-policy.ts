import type { CompiledPolicy } from "../policy/index.js";
import { nearestName } from "../shapes/index.js";

/** What may stand in the place of a segment. */
const OUTCOMES = ["excluded", "unclassified", "undecided", "conflict"];

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
  const labels = isCollecting(compiled) ? label.split("+") : [label];
  const wrong = labels.find((each) => !known.includes(each));
  return wrong === undefined ? undefined : faultOfName(wrong, "segment", known);
}

/** What is wrong with the name of a care model; `none` and `undecided` are answers too. */
export function faultOfModel({ care }: CompiledPolicy, name: string): string | undefined {
  return faultOfName(name, "care model", [...care.models.keys(), "none", "undecided"]);
}

/** What is wrong with the name of a cadence. */
export function faultOfCadence({ cadences }: CompiledPolicy, name: string): string | undefined {
  return faultOfName(name, "cadence", cadences.keys());
}

/** Whether a classifier may give several segments at once. */
export function isCollecting(compiled: object): boolean {
  return "rules" in compiled && Object(compiled.rules).hitPolicy === "collect";
}

function faultOfName(name: string, what: string, known: Iterable<string>): string | undefined {
  const names = [...known];
  if (names.includes(name)) return undefined;
  const near = nearestName(String(name), names);
  const hint = near === undefined ? `: ${listed(names)}` : `; did you mean \`${near}\`?`;
  return `the policy has no ${what} \`${name}\`${hint}`;
}

/** Names in backticks, as many as a message can bear. */
export function listed(names: readonly unknown[]): string {
  const shown = names.slice(0, MOST_NAMES).map((each) => `\`${each}\``);
  const more = names.length - shown.length;
  if (shown.length === 0) return "there is none";
  return more === 0 ? shown.join(", ") : `${shown.join(", ")} and ${more} more`;
}

const MOST_NAMES = 12;
