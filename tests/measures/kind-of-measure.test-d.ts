import { expectTypeOf, test } from "vitest";
import type {
  KindOfMeasure,
  LatestMeasure,
  Measure,
  RecordNames,
  SumMeasure,
} from "../../src/measures/index.js";

test("RULE-05 a measure's kind of value is read off what it is written like", () => {
  expectTypeOf<KindOfMeasure<{ count: "orders" }>>().toEqualTypeOf<"number">();
  expectTypeOf<KindOfMeasure<{ sum: "orders.value" }>>().toEqualTypeOf<"money">();
  expectTypeOf<KindOfMeasure<{ sum: "orders.quantity" }>>().toEqualTypeOf<"number">();
  expectTypeOf<KindOfMeasure<{ minimum: "orders.orderedOn" }>>().toEqualTypeOf<"date">();
  expectTypeOf<KindOfMeasure<{ maximum: "orders.value" }>>().toEqualTypeOf<"money">();
  expectTypeOf<KindOfMeasure<{ latest: "orders.orderedOn" }>>().toEqualTypeOf<"date">();
  expectTypeOf<KindOfMeasure<{ distinct: "orders.brand" }>>().toEqualTypeOf<"number">();
  expectTypeOf<KindOfMeasure<{ ratio: "a"; to: "b" }>>().toEqualTypeOf<"number">();
  expectTypeOf<KindOfMeasure<{ growth: "a" }>>().toEqualTypeOf<"number">();
  expectTypeOf<KindOfMeasure<{ daysSince: "a" }>>().toEqualTypeOf<"number">();
  expectTypeOf<KindOfMeasure<{ supplied: "text" }>>().toEqualTypeOf<"text">();
});

test("RULE-05 only fields that fit can be measured, and only record fields be asked for", () => {
  expectTypeOf<"orders.value">().toExtend<SumMeasure["sum"]>();
  expectTypeOf<"orders.brand">().not.toExtend<SumMeasure["sum"]>();
  expectTypeOf<"orders.orderedOn">().toExtend<LatestMeasure["latest"]>();
  expectTypeOf<"orders.value">().not.toExtend<LatestMeasure["latest"]>();
  expectTypeOf<"businessLine">().toExtend<RecordNames["text"]>();
  expectTypeOf<"headcount">().not.toExtend<RecordNames["number"]>();
  expectTypeOf<{ count: "order"; over: "always" }>().not.toExtend<Measure>();
});
