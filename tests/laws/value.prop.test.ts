import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CustomerBase } from "../../src/facts/index.js";
import { orThrow } from "../../src/shapes/index.js";
import {
  cellAt,
  checkLifetimeTerms,
  checkValueFit,
  compileProfit,
  contractCurve,
  expectedPurchases,
  expectedSpend,
  fitContracts,
  fitPurchases,
  fitSpend,
  forecastPurchases,
  lifetimeValue,
  lifetimeValues,
  probabilityAlive,
  profitByAccount,
  profitByLabel,
  profitOfAccount,
  profitOfPortfolio,
  purchaseHistories,
  residualLifetime,
} from "../../src/value/index.js";
import {
  naiveContractLikelihood,
  naiveExpectedPurchases,
  naivePurchaseLikelihood,
  naiveResidualLifetime,
  naiveSpendLikelihood,
} from "../reference/naive-value-models.js";
import { gammaNumber, simulateCustomer, uniforms } from "../reference/simulated-customers.js";

const context = { unit: "weeks", currency: "EUR" } as const;

/** A history as it may well be: times with two decimals, so that some customers are alike. */
const customers = fc
  .record({
    repeats: fc.nat(6),
    time: fc.integer({ min: 0, max: 5200 }),
    share: fc.integer({ min: 1, max: 100 }),
    averageSpend: fc.integer({ min: 50, max: 50_000 }),
  })
  .map(({ repeats, time, share, averageSpend }) => ({
    repeats,
    lastRepeatAt: repeats === 0 ? 0 : (time * share) / 10_000,
    observedFor: time / 100,
    averageSpend,
  }));
const bases = fc.array(customers, { minLength: 2, maxLength: 25 });

const logs = fc.double({ min: -3, max: 3, noNaN: true });
const positive = logs.map(Math.exp);
const four = fc.record({ r: positive, alpha: positive, a: positive, b: positive });
const wild = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -0, 1e308, 5e-324, 2 ** 53, 1e9, 1e7),
);

const few = { numRuns: 25 };
const some = { numRuns: 60 };

describe("value", () => {
  it("value-1: the order of the customers changes no fit and no forecast, to the bit", () => {
    const shuffled = bases.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all.keys()], { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, order]) => {
        const straight = purchaseHistories(all, context);
        const other = purchaseHistories(
          order.map((at) => all[at]!),
          context,
        );
        const fit = fitPurchases(straight);
        expect(fitPurchases(other)).toEqual(fit);
        const limit = { correlationLimit: 0.5 };
        expect(fitSpend(other, limit)).toEqual(fitSpend(straight, limit));
        const forecast = forecastPurchases(straight, fit, { ahead: 26 });
        const shuffledForecast = forecastPurchases(other, fit, { ahead: 26 });
        expect(order.map((_, row) => cellAt(shuffledForecast, row))).toEqual(
          order.map((at) => cellAt(forecast, at)),
        );
      }),
      few,
    );
  });

  it("value-2: no parameters of two hundred drawn at random beat those of a fit", () => {
    const draws = fc.array(fc.tuple(logs, logs, logs, logs), { minLength: 200, maxLength: 200 });
    fc.assert(
      fc.property(bases, draws, (all, points) => {
        const histories = purchaseHistories(all, context);
        const bought = fitPurchases(histories);
        const spent = fitSpend(histories, { correlationLimit: 1 });
        const back = all.filter(({ repeats }) => repeats > 0);
        for (const point of points) {
          const [e1, e2, e3, e4] = point.map(Math.exp) as [number, number, number, number];
          if (bought.parameters !== null) {
            const drawn = { r: e1, alpha: e2 * 20, a: e3, b: e4 };
            const limit = bought.convergence.logLikelihood! + 1e-4;
            expect(naivePurchaseLikelihood(all, drawn)).toBeLessThanOrEqual(limit);
          }
          if (spent.parameters !== null) {
            const drawn = { p: e1, q: e2, v: e3 * 5000 };
            const limit = spent.convergence.logLikelihood! + 1e-4;
            expect(naiveSpendLikelihood(back, drawn)).toBeLessThanOrEqual(limit);
          }
        }
      }),
      few,
    );
  });

  it("value-3: no chance to leave drawn at random explains contracts better than the fit", () => {
    const losses = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 8 });
    const draws = fc.array(fc.tuple(logs, logs), { minLength: 200, maxLength: 200 });
    fc.assert(
      fc.property(losses, draws, (lost, points) => {
        const cohort = [400];
        for (const each of lost) cohort.push(cohort.at(-1)! - each);
        const { parameters, convergence } = fitContracts([cohort]);
        if (parameters === null) return;
        for (const [logAlpha, logBeta] of points) {
          const drawn = { alpha: Math.exp(logAlpha), beta: Math.exp(logBeta) };
          const limit = convergence.logLikelihood! + 1e-4;
          expect(naiveContractLikelihood(cohort, drawn)).toBeLessThanOrEqual(limit);
        }
      }),
      some,
    );
  });

  it("value-4: a chance to be alive lies from 0 to 1, retention and survival too", () => {
    fc.assert(
      fc.property(four, customers, positive, positive, (parameters, customer, alpha, beta) => {
        const alive = probabilityAlive(customer, { parameters })!;
        expect(alive).toBeGreaterThanOrEqual(0);
        expect(alive).toBeLessThanOrEqual(1);
        const fit = { parameters: { alpha, beta }, simple: { retention: null } };
        const { retention, survival } = contractCurve(fit, { periods: 30 })!;
        for (const share of [...retention, ...survival]) {
          expect(share).toBeGreaterThan(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        expect(survival).toEqual(survival.toSorted((left, right) => right - left));
        expect(retention).toEqual(retention.toSorted((left, right) => left - right));
      }),
    );
  });

  it("value-5: expected purchases begin at none, never fall with time, and stay below the rate of one who never leaves", () => {
    fc.assert(
      fc.property(four, customers, (parameters, customer) => {
        const fit = { parameters, simple: { repeatsPerUnit: null } };
        const { r, alpha } = parameters;
        const rate = (r + customer.repeats) / (alpha + customer.observedFor);
        let before = expectedPurchases(customer, fit, 0)!;
        expect(before).toBe(0);
        for (const ahead of [1e-6, 0.5, 4, 52, 53, 1e4, 1e7]) {
          const now = expectedPurchases(customer, fit, ahead)!;
          expect(now).toBeGreaterThanOrEqual(before * (1 - 1e-13));
          expect(now).toBeLessThanOrEqual(rate * ahead * (1 + 1e-12));
          before = now;
        }
      }),
    );
  });

  it("value-6: the integral over the chance to leave is Gauss' series, where the series can be summed", () => {
    const ahead = fc.double({ min: 0.01, max: 300, noNaN: true });
    fc.assert(
      fc.property(four, customers, ahead, (drawn, customer, time) => {
        // The formula divides by a − 1.
        const parameters = Math.abs(drawn.a - 1) < 0.05 ? { ...drawn, a: 1.1 } : drawn;
        const fit = { parameters, simple: { repeatsPerUnit: null } };
        const slow = naiveExpectedPurchases(customer, parameters, time);
        const fast = expectedPurchases(customer, fit, time)!;
        expect(Math.abs(fast - slow)).toBeLessThan(1e-7 * fast + 1e-9);
      }),
    );
  });

  it("value-7: the residual lifetime of a contract is Gauss' series, and at most a payment for ever", () => {
    const rates = fc.double({ min: 0.01, max: 2, noNaN: true });
    fc.assert(
      fc.property(positive, positive, fc.nat(30), rates, (alpha, beta, renewals, discountRate) => {
        const fit = { parameters: { alpha, beta }, simple: { retention: null } };
        const asked = { renewals, discountRate, periods: "forever" } as const;
        const fast = residualLifetime(fit, asked).value!;
        const slow = naiveResidualLifetime({ alpha, beta }, renewals, discountRate);
        expect(Math.abs(fast / slow - 1)).toBeLessThan(1e-9);
        expect(fast).toBeLessThanOrEqual((1 + discountRate) / discountRate);
      }),
    );
  });

  it("value-8: customers made up from known parameters are found again", () => {
    for (const [seed, truth] of [
      [1, { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }],
      [2, { r: 1.2, alpha: 10, a: 1.5, b: 6 }],
    ] as const) {
      const uniform = uniforms(seed);
      const all = Array.from({ length: 8000 }, () => simulateCustomer(truth, 52, 26, uniform));
      const fit = fitPurchases(purchaseHistories(all, context));
      const { r, alpha, a, b } = fit.parameters!;
      expect(Math.abs(r / truth.r - 1)).toBeLessThan(0.1);
      expect(Math.abs(r / alpha / (truth.r / truth.alpha) - 1)).toBeLessThan(0.1);
      expect(Math.abs(a / (a + b) - truth.a / (truth.a + truth.b))).toBeLessThan(0.03);
      const column = forecastPurchases(purchaseHistories(all, context), fit, { ahead: 26 });
      const expected = column.data.reduce((sum, each) => sum + each, 0);
      const bought = all.reduce((sum, { later }) => sum + later, 0);
      expect(Math.abs(expected / bought - 1)).toBeLessThan(0.06);
    }
  });

  it("value-9: spend made up from known parameters is found again", () => {
    const uniform = uniforms(3);
    const truth = { p: 6, q: 4, v: 1500 };
    const all = Array.from({ length: 6000 }, (_, at) => {
      const repeats = 1 + (at % 5);
      const scale = gammaNumber(truth.q, uniform) / truth.v;
      const averageSpend = gammaNumber(truth.p * repeats, uniform) / scale / repeats;
      return { repeats, lastRepeatAt: 1, observedFor: 2, averageSpend };
    });
    const { parameters } = fitSpend(purchaseHistories(all, context), { correlationLimit: 0.1 });
    const { p, q, v } = parameters!;
    expect(Math.abs(p / truth.p - 1)).toBeLessThan(0.12);
    expect(Math.abs(q / truth.q - 1)).toBeLessThan(0.12);
    expect(Math.abs((p * v) / (q - 1) / ((truth.p * truth.v) / (truth.q - 1)) - 1)).toBeLessThan(
      0.05,
    );
  });

  it("value-10: hostile numbers never throw, never hang, and never give a number that is none", () => {
    const hostile = fc.record({
      repeats: wild,
      lastRepeatAt: wild,
      observedFor: wild,
      averageSpend: wild,
    });
    const rows = fc.array(fc.oneof(hostile, customers, fc.constant(undefined)), { maxLength: 12 });
    const cohorts = fc.array(fc.array(wild, { maxLength: 6 }), { maxLength: 4 });
    fc.assert(
      fc.property(rows, cohorts, wild, wild, (all, contracts, one, other) => {
        const histories = purchaseHistories(all, context);
        const purchases = fitPurchases(histories);
        const spend = fitSpend(histories, { correlationLimit: one });
        const kept = fitContracts(contracts);
        const horizon = {
          periods: 3,
          unitsAPeriod: one,
          discountRate: other,
          cash: "endOfPeriod",
          marginShare: 0.3,
        } as const;
        const { column } = lifetimeValues(histories, { purchases, spend }, horizon);
        const forecast = forecastPurchases(histories, purchases, { ahead: one });
        const terms = { method: "discounted", periods: 4, cash: "endOfPeriod" } as const;
        const rest = { renewals: one, discountRate: other, periods: 5 };
        const answers = [
          ...column.data,
          ...forecast.data,
          residualLifetime(kept, rest).value,
          residualLifetime(kept, { ...rest, renewals: 1, periods: "forever" }).value,
          expectedSpend({ repeats: 2, averageSpend: one }, spend),
          lifetimeValue(one, { ...terms, retention: other, discountRate: other }).value,
          lifetimeValue([one, other, one, other], { method: "plainSum", periods: 4 }).value,
        ];
        for (const answer of answers) expect(Number.isFinite(answer ?? 0)).toBe(true);
        for (const fit of [purchases, spend, kept]) {
          expect(JSON.parse(JSON.stringify(fit))).toEqual(fit);
        }
      }),
      some,
    );
  });

  it("value-11: profit is income less cost, and rolls up from accounts to segments to the portfolio exactly", () => {
    const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
    const revenues = fc.array(
      fc.record({
        accountId: fc.nat(5),
        amount: cents,
        cost: fc.option(cents, { nil: undefined }),
      }),
      { maxLength: 20 },
    );
    const codes = fc.array(fc.nat(2), { minLength: 6, maxLength: 6 });
    const eur = (minor: number) => ({ minor, currency: "EUR" });
    const choices = fc.constantFrom("unknown", "leaveOut", "countAsNothing");
    fc.assert(
      fc.property(revenues, codes, choices, (drawn, data, whenCostMissing) => {
        const base: CustomerBase = {
          accounts: Array.from({ length: 6 }, (_, id) => ({ id })),
          coverage: { revenues: "complete" },
          revenues: drawn.map(({ accountId, amount, cost }) => ({
            accountId,
            bookedOn: "2018-05-05",
            amount: eur(amount),
            ...(cost === undefined ? {} : { cost: eur(cost) }),
          })),
        };
        const compiled = compileProfit({
          income: "revenues.amount",
          costs: ["revenues.cost"],
          over: "always",
          currency: "EUR",
          whenCostMissing,
          ratio: "profitToIncome",
        });
        const profits = profitByAccount(base, orThrow(compiled), { asOf: "2018-12-31" });
        const total = (figures: readonly { difference: { value?: { minor: number } } }[]) =>
          figures.reduce((sum, { difference }) => sum + (difference.value?.minor ?? 0), 0);
        const whole = profitOfPortfolio(profits);
        const accounts = base.accounts.map((_, row) => profitOfAccount(profits, row));
        const segments = profitByLabel(profits, { data, dictionary: ["a", "b", "c"] });
        expect(total(accounts)).toBe(total([whole]));
        expect(total(segments)).toBe(total([whole]));
        const counted = (of: readonly { accounts: number }[]) =>
          of.reduce((sum, each) => sum + each.accounts, 0);
        expect(counted(segments)).toBe(whole.accounts);
        expect(counted(accounts)).toBe(whole.accounts);
        for (const { difference } of [...accounts, ...segments, whole]) {
          if (difference.value === undefined) continue;
          expect(difference.value.minor).toBe(difference.numerator - difference.denominator);
        }
      }),
    );
  });

  it("value-12: kept for certain and discounted by nothing, a lifetime is worth the plain sum", () => {
    const flows = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 30 });
    const timings = fc.constantFrom("startOfPeriod", "endOfPeriod", "endOfPeriodFirstCertain");
    fc.assert(
      fc.property(flows, timings, (money, cash) => {
        const periods = money.length;
        const terms = { method: "discounted", periods, retention: 1, discountRate: 0, cash };
        const plain = { method: "plainSum", periods };
        const value = (written: unknown) =>
          lifetimeValue(money, orThrow(checkLifetimeTerms(written))).value;
        expect(value(terms)).toBe(money.reduce((sum, each) => sum + each, 0));
        expect(value(terms)).toBe(value(plain));
      }),
    );
  });

  it("value-13: a fit that was stored answers as it did before", () => {
    fc.assert(
      fc.property(bases, (all) => {
        const histories = purchaseHistories(all, context);
        const fit = fitPurchases(histories);
        const stored = checkValueFit(JSON.parse(JSON.stringify(fit)));
        expect(stored.ok && stored.value).toEqual(fit);
        const again = stored.ok && stored.value.model === "bgNbd" ? stored.value : undefined;
        expect(forecastPurchases(histories, again!, { ahead: 13 })).toEqual(
          forecastPurchases(histories, fit, { ahead: 13 }),
        );
      }),
      few,
    );
  });

  it("value-14: retention, a lower rate and a longer horizon never lower the value of a payment", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, fc.integer({ min: 1, max: 60 }), (retention, rate, periods) => {
        const at = (change: object) => {
          const terms = { method: "discounted", cash: "endOfPeriod", retention, periods };
          const written = { ...terms, discountRate: rate, ...change };
          return lifetimeValue(100, orThrow(checkLifetimeTerms(written))).value!;
        };
        expect(at({ retention: Math.min(1, retention + 0.1) })).toBeGreaterThanOrEqual(at({}));
        expect(at({ discountRate: rate + 0.1 })).toBeLessThanOrEqual(at({}));
        expect(at({ periods: periods + 1 })).toBeGreaterThanOrEqual(at({}));
      }),
    );
  });
});
