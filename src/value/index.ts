export { type AccountProfits, type ProfitMethod, profitByAccount } from "./account-profits.js";
export { checkValueFit, type ValueFit } from "./check-value-fit.js";
export { cellAt, type MoneyColumn, type NumberColumn, suppliedMeasure } from "./column.js";
export { type ContractCurve, contractCurve, residualLifetime } from "./contract-curve.js";
export type { Estimated, UndefinedBecause } from "./estimated.js";
export { expectedSpend } from "./expected-spend.js";
export { type ContractFit, fitContracts } from "./fit-contracts.js";
export { fitPurchases, type PurchaseFit } from "./fit-purchases.js";
export { fitSpend, type SpendFit } from "./fit-spend.js";
export { type Convergence, type Exclusion, type FitEnding, VALUE_FORMAT } from "./fitted.js";
export { type CashTiming, checkLifetimeTerms, type LifetimeTerms } from "./lifetime-terms.js";
export { type LifetimeValue, lifetimeValue, lifetimeValueColumn } from "./lifetime-value.js";
export { type LifetimeHorizon, type LifetimeValues, lifetimeValues } from "./lifetime-values.js";
export type { OrderColumns } from "./order-columns.js";
export {
  aliveColumn,
  expectedPurchases,
  forecastPurchases,
  probabilityAlive,
} from "./predict-purchases.js";
export {
  type CompiledProfit,
  compileProfit,
  type ProfitCost,
  type ProfitDefinition,
} from "./profit-definition.js";
export type { Profitability, ProfitReceipt } from "./profit-figure.js";
export {
  profitByLabel,
  profitColumn,
  profitOfAccount,
  profitOfPortfolio,
} from "./profitability.js";
export {
  type PurchaseHistories,
  type PurchaseHistory,
  type PurchaseMethod,
  purchaseHistories,
} from "./purchase-histories.js";
export {
  type RepeatPurchaseDefinition,
  summarizeRepeatPurchases,
} from "./summarize-repeat-purchases.js";
