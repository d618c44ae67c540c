import { ANNOTATIONS, type Scope } from "../rules/index.js";
import { RESERVED_NAMES } from "../segments/index.js";
import type { CareModel } from "./care-model.js";
import { checkChoices, checkContact, checkExitActions } from "./compile-contact.js";
import { checkOwningUnit } from "./compile-owning-unit.js";
import type { OwnerEffort } from "./service-level.js";

/** The names that a model may use. */
interface ModelNames {
  readonly cadences: readonly string[];
  readonly serviceLevels: ReadonlySet<string>;
  readonly plans: ReadonlySet<string>;
}

const MODEL_WORDS = [
  ...["ownership", "cadences", "significance", "serviceLevel", "contact", "choices", "plan"],
  ...["effort", "exitActions", ...ANNOTATIONS],
];
/** The ways of owning an account, with what each has to say besides. */
const OWNERSHIPS: ReadonlyMap<string, readonly string[]> = new Map([
  ["none", []],
  ["team", ["unit"]],
  ["named", ["per", "unit"]],
  ["onePerson", ["team", "steeringGroup", "unit"]],
  ["pair", ["unit"]],
]);
const PLACES = ["region", "businessLine"];
const NEEDS = ["optional", "required"];

/** Checks one care model: who owns, which cadences, which service, which plan. */
export function checkModel(name: string, model: CareModel, names: ModelNames, scope: Scope): void {
  const path = `care.models.${name}`;
  scope.checkWords(model, MODEL_WORDS, path);
  if (name === "none") scope.fault(path, "reserved-name", "`none` stands for no care model");
  if (RESERVED_NAMES.includes(name)) {
    const text = `\`${name}\` is an outcome of its own and cannot name a care model`;
    scope.fault(path, "reserved-name", text);
  }
  checkOwnership(model.ownership, scope, `${path}.ownership`);
  if (!(Number.isInteger(model.significance) && model.significance >= 1)) {
    const text = "`significance` is a whole number from 1, the most significant";
    scope.fault(`${path}.significance`, "out-of-range", text);
  }
  checkService(model, names, scope, path);
  if (model.cadences === "none") return;
  for (const [index, cadence] of model.cadences.entries()) {
    if (!names.cadences.includes(cadence)) {
      scope.unknownName(cadence, "cadence", names.cadences, `${path}.cadences[${index}]`);
    }
  }
  if (model.cadences.length === 0) {
    const text = "a care model without a cadence says `none`";
    scope.fault(`${path}.cadences`, "empty-list", text);
  }
}

function checkService(model: CareModel, names: ModelNames, scope: Scope, path: string): void {
  const { serviceLevel, contact, choices, plan, effort, exitActions } = model;
  if (serviceLevel === undefined) {
    const text = "every care model has a service level once there are any";
    const needsOne = names.serviceLevels.size > 0;
    if (needsOne) scope.fault(`${path}.serviceLevel`, "model-without-service-level", text);
  } else if (!names.serviceLevels.has(serviceLevel)) {
    scope.unknownName(serviceLevel, "service-level", names.serviceLevels, `${path}.serviceLevel`);
  }
  if (plan !== undefined && !names.plans.has(plan)) {
    scope.unknownName(plan, "care-plan", names.plans, `${path}.plan`);
  }
  if (contact !== undefined) checkContact(contact, model.cadences, scope, `${path}.contact`);
  if (choices !== undefined) checkChoices(choices, scope, `${path}.choices`);
  if (effort !== undefined) checkEffort(effort, scope, `${path}.effort`);
  if (exitActions !== undefined) checkExitActions(exitActions, scope, `${path}.exitActions`);
}

function checkEffort(effort: OwnerEffort, scope: Scope, path: string): void {
  scope.checkWords(effort, ["weight", "minutesPerYear"], path);
  for (const [word, least] of [["weight", 1] as const, ["minutesPerYear", 0] as const]) {
    if (Number.isSafeInteger(effort[word]) && effort[word] >= least) continue;
    const text = `\`${word}\` is a whole number from ${least}`;
    scope.fault(`${path}.${word}`, "out-of-range", text);
  }
}

function checkOwnership(ownership: CareModel["ownership"], scope: Scope, path: string): void {
  const words = OWNERSHIPS.get(ownership.mode);
  if (words === undefined) {
    scope.unknownName(ownership.mode, "ownership-mode", OWNERSHIPS.keys(), `${path}.mode`);
    return;
  }
  scope.checkWords(ownership, ["mode", ...words], path);
  if (ownership.mode !== "none" && ownership.unit !== undefined) {
    checkOwningUnit(ownership.unit, scope, `${path}.unit`);
  }
  if (ownership.mode === "onePerson") {
    for (const word of ["team", "steeringGroup"] as const) {
      if (ownership[word] === undefined || NEEDS.includes(ownership[word])) continue;
      const text = `\`${word}\` is \`optional\`, \`required\` or left out`;
      scope.fault(`${path}.${word}`, "unknown-value", text);
    }
  }
  if (ownership.mode !== "named") return;
  if (!Array.isArray(ownership.per)) {
    const text = "a list says what people are named per: `region`, `businessLine`, or both";
    scope.fault(`${path}.per`, "missing-property", text);
    return;
  }
  for (const [index, place] of ownership.per.entries()) {
    if (!PLACES.includes(place)) scope.unknownName(place, "place", PLACES, `${path}.per[${index}]`);
  }
  if (ownership.per.length > 0) return;
  const text = "people are named per `region`, per `businessLine`, or per both";
  scope.fault(`${path}.per`, "empty-list", text);
}
