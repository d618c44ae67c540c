import { expectTypeOf, test } from "vitest";
import type { Money } from "../../src/facts/index.js";
import {
  type CashTiming,
  type ContractFit,
  checkLifetimeTerms,
  type Estimated,
  expectedPurchases,
  fitPurchases,
  type LifetimeTerms,
  lifetimeValue,
  type PurchaseFit,
  type PurchaseHistories,
  residualLifetime,
  type SpendFit,
  type ValueFit,
} from "../../src/value/index.js";

declare const fit: ValueFit;
declare const histories: PurchaseHistories;

test("a fit is told by its model, and its parameters may be missing", () => {
  if (fit.model === "bgNbd") expectTypeOf(fit).toEqualTypeOf<PurchaseFit>();
  if (fit.model === "gammaGamma") expectTypeOf(fit).toEqualTypeOf<SpendFit>();
  if (fit.model === "sBg") expectTypeOf(fit).toEqualTypeOf<ContractFit>();
  expectTypeOf(fit.parameters).extract<null>().toEqualTypeOf<null>();
  // @ts-expect-error parameters may be null
  fitPurchases(histories).parameters.r;
});

test("an estimate is a value or a reason, never both", () => {
  expectTypeOf<Estimated<Money>["value"]>().toEqualTypeOf<Money | undefined>();
  const estimated = lifetimeValue(100, { method: "plainSum", periods: 3 });
  if (estimated.undefinedBecause === undefined) {
    expectTypeOf(estimated.value).toEqualTypeOf<number>();
  }
});

test("a fit of one model does not answer for another", () => {
  const contract = {} as ContractFit;
  const history = { repeats: 0, lastRepeatAt: 0, observedFor: 0 };
  // @ts-expect-error contracts tell nothing of purchases
  expectedPurchases(history, contract, 5);
  // @ts-expect-error a horizon is a number or "forever"
  residualLifetime(contract, { renewals: 1, discountRate: 0.1, periods: "always" });
});

test("terms name their timing", () => {
  expectTypeOf<CashTiming>().toEqualTypeOf<
    "startOfPeriod" | "endOfPeriod" | "endOfPeriodFirstCertain"
  >();
  const checked = checkLifetimeTerms({});
  if (checked.ok) expectTypeOf(checked.value).toEqualTypeOf<LifetimeTerms>();
  // @ts-expect-error no timing is assumed
  lifetimeValue(1, { method: "discounted", periods: 2, retention: 1, discountRate: 0 });
});
