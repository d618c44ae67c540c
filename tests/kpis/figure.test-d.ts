import { describe, expectTypeOf, it } from "vitest";
import type {
  BoardContext,
  Figure,
  KpiTarget,
  QuantityTarget,
  UndefinedReason,
} from "../../src/kpis/index.js";
import { churnRate, netPromoterScore, topShare } from "../../src/kpis/index.js";

describe("types of figures", () => {
  it("a figure has a value, or the reason why it has none, and never both", () => {
    const figure = {} as Figure;
    if (figure.value === undefined) {
      expectTypeOf(figure.undefinedBecause).toEqualTypeOf<UndefinedReason>();
    } else {
      expectTypeOf(figure.value).toEqualTypeOf<number>();
      expectTypeOf(figure.undefinedBecause).toEqualTypeOf<undefined>();
    }
  });

  it("no convention and no day is chosen for the caller", () => {
    // @ts-expect-error the confidence has no default
    netPromoterScore([], {});
    // @ts-expect-error the base has no default
    churnRate([], {}, { asOf: "2018-12-31", period: "always" });
    // @ts-expect-error a share of accounts needs its rounding
    topShare([1], { top: "share", share: 0.2 });
    // @ts-expect-error the day of asking has no default
    const context: BoardContext = { period: "always" };
    expectTypeOf(context).toExtend<object>();
  });

  it("a target says which way it counts, and money is written as money", () => {
    const goal = { kind: "quantity", kpi: "sales", version: "1", period: "2018" } as const;
    const euros: QuantityTarget = {
      ...goal,
      bound: "atLeast",
      value: { amount: "50000.00", currency: "EUR" },
    };
    expectTypeOf(euros).toExtend<KpiTarget>();
    // @ts-expect-error to reach or not to exceed has no default
    const open: QuantityTarget = { ...goal, value: 1 };
    // @ts-expect-error minor units are no writing of money
    const minor: QuantityTarget = { ...euros, value: { minor: 1, currency: "EUR" } };
    expectTypeOf([open, minor]).toExtend<readonly KpiTarget[]>();
  });
});
