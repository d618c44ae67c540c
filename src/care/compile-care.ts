import type { RecordId } from "../facts/index.js";
import { ANNOTATIONS, type Scope } from "../rules/index.js";
import type { CompiledClassifier } from "../segments/index.js";
import type { CareChapter, CareModel } from "./care-model.js";
import { type CompiledException, compileExceptions } from "./compile-exceptions.js";

/** The care chapter after its check. */
export interface CompiledCare {
  readonly segmentedBy: string;
  readonly models: ReadonlyMap<string, CareModel>;
  readonly bySegment: ReadonlyMap<string, string>;
  /** By account, in the order of the policy. */
  readonly exceptions: ReadonlyMap<RecordId, readonly CompiledException[]>;
}

const CHAPTER_WORDS = ["segmentedBy", "models", "bySegment", "exceptions"];
const MODEL_WORDS = ["ownership", "cadences", "significance"];
/** The ways of owning an account, with what each has to say besides. */
const OWNERSHIPS: ReadonlyMap<string, readonly string[]> = new Map([
  ["none", []],
  ["named", ["per"]],
  ["onePerson", ["team", "steeringGroup"]],
]);
const PLACES = ["region", "businessLine"];
const NEEDS = ["optional", "required"];

/**
 * The care chapter ready to be asked of any account: exactly one model for each segment, none
 * missing and none that nobody is entitled to, every exception with its reason.
 *
 * Every fault is recorded in the scope, with its path and, for a misspelt name, the nearest right
 * one: `segment-without-care`, `orphaned-care-model`, `unknown-classifier`, `unknown-segment`,
 * `unknown-care-model`, `unknown-cadence`, `unknown-ownership-mode`, `unknown-property`,
 * `unknown-value`, `reserved-name` (`none`), `out-of-range` (a significance below 1), `empty-list`,
 * and of exceptions `missing-property`, `exception-without-reason`, `not-a-civil-date`,
 * `span-reversed`, `overlapping-exceptions`.
 *
 * @param care - as the policy wrote it
 * @param classifiers - those of the policy, by name
 * @param cadences - the names of the policy's cadences
 * @param scope - where faults go
 * @returns the compiled chapter; it may be asked when no fault was recorded
 *
 * @category Care
 */
export function compileCare(
  care: CareChapter,
  classifiers: ReadonlyMap<string, CompiledClassifier>,
  cadences: readonly string[],
  scope: Scope,
): CompiledCare {
  scope.checkWords(care, [...CHAPTER_WORDS, ...ANNOTATIONS], "care");
  const models = new Map(Object.entries(care.models));
  const bySegment = new Map(Object.entries(care.bySegment));
  const classifier = classifiers.get(care.segmentedBy);
  if (classifier === undefined) {
    scope.unknownName(care.segmentedBy, "classifier", classifiers.keys(), "care.segmentedBy");
  } else {
    checkSegments(classifier, bySegment, models, scope);
  }
  for (const [name, model] of models) checkModel(name, model, cadences, scope);
  const exceptions = compileExceptions(care.exceptions ?? [], models, scope);
  const exceptional = [...exceptions.values()].flat().map((each) => each.exception.model);
  const used = new Set([...bySegment.values(), ...exceptional]);
  for (const name of models.keys()) {
    if (used.has(name)) continue;
    scope.fault(`care.models.${name}`, "orphaned-care-model", `nobody is entitled to \`${name}\``);
  }
  return { segmentedBy: care.segmentedBy, models, bySegment, exceptions };
}

function checkSegments(
  classifier: CompiledClassifier,
  bySegment: ReadonlyMap<string, string>,
  models: ReadonlyMap<string, CareModel>,
  scope: Scope,
): void {
  for (const label of classifier.labels.keys()) {
    if (bySegment.has(label)) continue;
    const text = `segment \`${label}\` has no care model`;
    scope.fault(`care.bySegment.${label}`, "segment-without-care", text);
  }
  for (const [label, model] of bySegment) {
    const path = `care.bySegment.${label}`;
    if (!classifier.labels.has(label)) {
      scope.unknownName(label, "segment", classifier.labels.keys(), path);
    }
    if (!models.has(model)) scope.unknownName(model, "care-model", models.keys(), path);
  }
}

function checkModel(
  name: string,
  model: CareModel,
  cadences: readonly string[],
  scope: Scope,
): void {
  const path = `care.models.${name}`;
  scope.checkWords(model, [...MODEL_WORDS, ...ANNOTATIONS], path);
  if (name === "none") scope.fault(path, "reserved-name", "`none` stands for no care model");
  checkOwnership(model.ownership, scope, `${path}.ownership`);
  if (!(Number.isInteger(model.significance) && model.significance >= 1)) {
    const text = "`significance` is a whole number from 1, the most significant";
    scope.fault(`${path}.significance`, "out-of-range", text);
  }
  if (model.cadences === "none") return;
  for (const [index, cadence] of model.cadences.entries()) {
    if (!cadences.includes(cadence)) {
      scope.unknownName(cadence, "cadence", cadences, `${path}.cadences[${index}]`);
    }
  }
  if (model.cadences.length === 0) {
    const text = "a care model without a cadence says `none`";
    scope.fault(`${path}.cadences`, "empty-list", text);
  }
}

function checkOwnership(ownership: CareModel["ownership"], scope: Scope, path: string): void {
  const words = OWNERSHIPS.get(ownership.mode);
  if (words === undefined) {
    scope.unknownName(ownership.mode, "ownership-mode", OWNERSHIPS.keys(), `${path}.mode`);
    return;
  }
  scope.checkWords(ownership, ["mode", ...words], path);
  if (ownership.mode === "onePerson") {
    for (const word of ["team", "steeringGroup"] as const) {
      if (ownership[word] === undefined || NEEDS.includes(ownership[word])) continue;
      const text = `\`${word}\` is \`optional\`, \`required\` or left out`;
      scope.fault(`${path}.${word}`, "unknown-value", text);
    }
  }
  if (ownership.mode !== "named") return;
  for (const [index, place] of ownership.per.entries()) {
    if (!PLACES.includes(place)) scope.unknownName(place, "place", PLACES, `${path}.per[${index}]`);
  }
  if (ownership.per.length > 0) return;
  const text = "people are named per `region`, per `businessLine`, or per both";
  scope.fault(`${path}.per`, "empty-list", text);
}
