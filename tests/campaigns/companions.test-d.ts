import { expectTypeOf, test } from "vitest";
import type { mayContact } from "../../src/cadence/index.js";
import type {
  AskPermission,
  CustomerCampaignDefinition,
  EffectFigure,
  MeasureVerdict,
  Signal,
  SignalDefinition,
} from "../../src/campaigns/index.js";
import type { Figure } from "../../src/kpis/index.js";

test("the effect of a campaign is a figure as the board knows them", () => {
  expectTypeOf<EffectFigure>().toExtend<Figure>();
});

test("mayContact answers what a campaign asks about permissions", () => {
  expectTypeOf<typeof mayContact>().toExtend<AskPermission>();
});

test("the kind of a signal tells its evidence, and none has a grade", () => {
  expectTypeOf<Extract<Signal, { kind: "burst" }>["mostWithin"]>().toEqualTypeOf<number>();
  expectTypeOf<Signal>().not.toHaveProperty("severity");
  expectTypeOf<{ readonly brust: object }>().not.toExtend<SignalDefinition>();
});

test("a baseline or a verdict is one of the words there are", () => {
  type Baseline = CustomerCampaignDefinition["effect"]["baseline"];
  expectTypeOf<Baseline>().toEqualTypeOf<"justBefore" | "yearBefore">();
  expectTypeOf<MeasureVerdict>().toEqualTypeOf<
    "reached" | "partly" | "notReached" | "notMeasured"
  >();
});
