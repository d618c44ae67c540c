import { ANNOTATIONS, type Scope } from "../rules/index.js";
import type { CareModel } from "./care-model.js";
import { checkNames, checkText } from "./check-names.js";
import type { ContactStandard, ServiceChoices } from "./service-level.js";

const CONTACT_WORDS = ["quantity", "content", "quality", "goals", "twoWay", ...ANNOTATIONS];
const CHOICE_WORDS = [
  ...["salesModel", "offering", "services", "price", "adaptedProcesses"],
  ...ANNOTATIONS,
];
const EXIT_ACTIONS = ["raisePrices", "reorganiseContact", "selfService"];

/** Checks that a model says how much contact there is, about what, how good and to what end. */
export function checkContact(
  contact: ContactStandard,
  cadences: CareModel["cadences"],
  scope: Scope,
  path: string,
): void {
  scope.checkWords(contact, CONTACT_WORDS, path);
  checkQuantity(contact.quantity, cadences, scope, `${path}.quantity`);
  for (const word of ["content", "quality", "goals"] as const) {
    const stated = contact[word];
    if (stated !== undefined && stated.length > 0) checkNames(stated, scope, `${path}.${word}`);
    else {
      const text = `quantity, content, quality and goals of contact are all stated; no \`${word}\``;
      scope.fault(`${path}.${word}`, "contact-not-stated", text);
    }
  }
  if (contact.twoWay === true) return;
  if (contact.twoWay === false) {
    const text = "the customer is not asked; contact goes both ways";
    scope.warn(`${path}.twoWay`, "one-way-contact", text);
  } else {
    const text = "`twoWay` is `true` or `false`";
    scope.fault(`${path}.twoWay`, "contact-not-stated", text);
  }
}

function checkQuantity(
  quantity: ContactStandard["quantity"] | undefined,
  cadences: CareModel["cadences"],
  scope: Scope,
  path: string,
): void {
  if (quantity === undefined) {
    const text = "the quantity of contact is `byCadence` or a number a year";
    scope.fault(path, "contact-not-stated", text);
  } else if (typeof quantity === "string") {
    scope.checkWord(quantity, ["byCadence"], path);
    if (cadences !== "none") return;
    const text = "the model has no cadence that says how much contact there is";
    scope.fault(path, "quantity-without-cadence", text);
  } else {
    scope.checkWords(quantity, ["perYear"], path);
    if (Number.isInteger(quantity.perYear) && quantity.perYear >= 0) return;
    scope.fault(`${path}.perYear`, "out-of-range", "contacts a year are a whole number from 0");
  }
}

/** Checks that all four choices of service are made. */
export function checkChoices(choices: ServiceChoices, scope: Scope, path: string): void {
  scope.checkWords(choices, CHOICE_WORDS, path);
  checkText(choices.salesModel, scope, `${path}.salesModel`);
  checkText(choices.offering, scope, `${path}.offering`);
  checkNames(choices.services, scope, `${path}.services`);
  checkText(choices.price, scope, `${path}.price`);
  const { adaptedProcesses } = choices;
  if (adaptedProcesses !== undefined) {
    checkNames(adaptedProcesses, scope, `${path}.adaptedProcesses`);
  }
}

/** Checks what a model does about accounts that are not wanted. */
export function checkExitActions(actions: readonly string[], scope: Scope, path: string): void {
  for (const [index, action] of actions.entries()) {
    scope.checkWord(action, EXIT_ACTIONS, `${path}[${index}]`);
  }
  if (actions.length > 0) return;
  scope.fault(path, "empty-list", "a model without an exit action leaves `exitActions` out");
}
