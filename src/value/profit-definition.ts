import { isCurrency } from "../facts/index.js";
import { compileWindow, type Window, type WindowDefinition } from "../measures/index.js";
import { Scope } from "../rules/index.js";
import { type Checked, checked, type Finding, nearestName, showInput } from "../shapes/index.js";

/**
 * What counts as income and as cost, over which days, and which of the practices is followed where
 * they differ.
 *
 * @category Value
 */
export interface ProfitDefinition {
  readonly income: "revenues.amount" | "orders.value";
  /**
   * Costs that are taken off: of the same records as the income, written as a cost or as a margin
   * (then the cost is what is left), and of the care that was given.
   */
  readonly costs: readonly ProfitCost[];
  readonly over: WindowDefinition;
  /** ISO 4217 code; other currencies are converted by the rates of the base. */
  readonly currency: string;
  /**
   * A record without its cost or margin: the account's profit is unknown, the record is left out
   * with its income, or its cost is nothing. The figure counts such records whatever is chosen.
   */
  readonly whenCostMissing: "unknown" | "leaveOut" | "countAsNothing";
  readonly ratio: "incomeToCost" | "profitToIncome" | "profitToCost";
  /** A ready-made money measure of the base: what it cost to win the customer. */
  readonly investment?: string;
}

/**
 * Where a cost is read from.
 *
 * @category Value
 */
export type ProfitCost = "revenues.cost" | "revenues.margin" | "orders.margin" | "activities.cost";

/**
 * A definition after its check.
 *
 * @category Value
 */
export interface CompiledProfit {
  readonly definition: ProfitDefinition;
  readonly window: Window;
}

const CHOICES = {
  income: ["revenues.amount", "orders.value"],
  whenCostMissing: ["unknown", "leaveOut", "countAsNothing"],
  ratio: ["incomeToCost", "profitToIncome", "profitToCost"],
} as const;
const COSTS: readonly string[] = [
  "revenues.cost",
  "revenues.margin",
  "orders.margin",
  "activities.cost",
];
const WORDS = [...Object.keys(CHOICES), "costs", "over", "currency", "investment"];

/**
 * Checks a definition of profit, with every fault at once.
 *
 * @param written - the definition as a company wrote it, trusted or not
 * @returns the definition with its window, or findings: `missing-property`, `unknown-property`,
 *   `unknown-value`, `not-a-list`, `empty-list`, `not-a-currency`, those of the window,
 *   `cost-of-other-income` for the cost of records that are no income, and `cost-counted-twice`
 *
 * @example The margin of orders does not fit the amount of revenues
 * ```ts
 * import { compileProfit } from "hoito/value";
 *
 * const written = {
 *   income: "revenues.amount",
 *   costs: ["orders.margin"],
 *   over: { calendar: "year" },
 *   currency: "EUR",
 *   whenCostMissing: "unknown",
 *   ratio: "incomeToCost",
 * };
 * compileProfit(written).findings.map(({ path, code }) => `${path} ${code}`);
 * // => ["costs[0] cost-of-other-income"]
 * ```
 *
 * @category Value
 */
export function compileProfit(written: unknown): Checked<CompiledProfit> {
  const findings: Finding[] = [];
  const scope = new Scope({ findings });
  if (typeof written !== "object" || written === null) {
    scope.fault("", "malformed-policy", `${showInput(written)} is no definition of profit`);
    return { ok: false, findings };
  }
  const definition = written as Readonly<Record<string, unknown>>;
  for (const word of Object.keys(definition)) {
    if (WORDS.includes(word)) continue;
    const shown = word.slice(0, 80);
    const near = nearestName(word, WORDS);
    scope.fault(shown, "unknown-property", `\`${shown}\` says nothing here`, near);
  }
  for (const [word, known] of Object.entries(CHOICES)) {
    checkChoice(definition[word], known, scope, word);
  }
  checkCosts(definition, scope);
  const { currency, investment, over } = definition;
  if (!isCurrency(currency)) {
    scope.fault("currency", "not-a-currency", `${showInput(currency)} is no ISO 4217 code`);
  }
  if (investment !== undefined && typeof investment !== "string") {
    scope.fault("investment", "unknown-measure", `${showInput(investment)} names no measure`);
  }
  const window = compileWindow(over, scope, "over");
  return checked(findings, () => ({
    definition: written as ProfitDefinition,
    window: window!,
  }));
}

function checkChoice(
  value: unknown,
  known: readonly string[],
  scope: Scope,
  path: string,
): value is string {
  if (value === undefined) {
    scope.fault(path, "missing-property", `\`${path}\` is missing`);
    return false;
  }
  if (typeof value === "string" && known.includes(value)) return true;
  const near = typeof value === "string" ? nearestName(value, known) : undefined;
  scope.fault(path, "unknown-value", `${showInput(value)} is none of those known here`, near);
  return false;
}

function checkCosts(definition: Readonly<Record<string, unknown>>, scope: Scope): void {
  const { costs, income } = definition;
  const incomes: readonly string[] = CHOICES.income;
  if (!Array.isArray(costs)) {
    scope.fault("costs", "not-a-list", `${showInput(costs)} is no list of costs`);
    return;
  }
  if (costs.length === 0) scope.fault("costs", "empty-list", "a profit takes off some cost");
  const kinds = new Set<string>();
  for (const [at, cost] of costs.slice(0, COSTS.length).entries()) {
    const path = `costs[${at}]`;
    if (!checkChoice(cost, COSTS, scope, path)) continue;
    const kind = kindOf(cost);
    const isOther = incomes.includes(String(income)) && kind !== kindOf(String(income));
    if (isOther && kind !== "activities") {
      scope.fault(path, "cost-of-other-income", `\`${cost}\` is no cost of the income`);
    }
    if (kinds.has(kind)) {
      scope.fault(path, "cost-counted-twice", `\`${cost}\` is the second cost of ${kind}`);
    }
    kinds.add(kind);
  }
  if (costs.length > COSTS.length) {
    scope.fault("costs", "too-many", `${costs.length} costs are more than there are`);
  }
}

/** The kind of record that a path is read from. */
export function kindOf(path: string): string {
  return path.slice(0, path.indexOf("."));
}
