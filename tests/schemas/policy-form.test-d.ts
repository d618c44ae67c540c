import { describe, expectTypeOf, test } from "vitest";
import type * as z from "zod";
import type { cadence, schedule } from "../../scripts/json-schemas/cadence-form.js";
import type { campaign } from "../../scripts/json-schemas/campaign-form.js";
import type { care } from "../../scripts/json-schemas/care-form.js";
import type { classifier } from "../../scripts/json-schemas/classifier-form.js";
import type { condition, recordCondition } from "../../scripts/json-schemas/condition-form.js";
import {
  either,
  exactly,
  may,
  must,
  only,
  part,
  text,
  word,
} from "../../scripts/json-schemas/form.js";
import type { kpi } from "../../scripts/json-schemas/kpi-form.js";
import type { measure } from "../../scripts/json-schemas/measure-form.js";
import type { policyForm } from "../../scripts/json-schemas/policy-form.js";
import type { Cadence, ScheduleRules } from "../../src/cadence/index.js";
import type { CampaignDefinition } from "../../src/campaigns/index.js";
import type { CareChapter } from "../../src/care/index.js";
import type { KpiDefinition } from "../../src/kpis/index.js";
import type { Measure, RecordNames } from "../../src/measures/index.js";
import type { CarePolicy } from "../../src/policy/index.js";
import type { Condition } from "../../src/rules/index.js";
import type { Classifier } from "../../src/segments/index.js";

/** Whether each of two types can stand for the other. */
type Same<A, B> = [A, B] extends [B, A] ? true : false;

describe("POL-01 the strict forms stand for the hand-written types, chapter by chapter", () => {
  test("POL-01 both ways", () => {
    expectTypeOf<Same<z.infer<typeof policyForm>, CarePolicy>>().toEqualTypeOf<true>();
    expectTypeOf<Same<z.infer<typeof classifier>, Classifier>>().toEqualTypeOf<true>();
    expectTypeOf<Same<z.infer<typeof care>, CareChapter>>().toEqualTypeOf<true>();
    expectTypeOf<Same<z.infer<typeof cadence>, Cadence>>().toEqualTypeOf<true>();
    expectTypeOf<Same<z.infer<typeof schedule>, ScheduleRules>>().toEqualTypeOf<true>();
    expectTypeOf<Same<z.infer<typeof campaign>, CampaignDefinition>>().toEqualTypeOf<true>();
    expectTypeOf<Same<z.infer<typeof kpi>, KpiDefinition>>().toEqualTypeOf<true>();
    expectTypeOf<Same<z.infer<typeof measure>, Measure>>().toEqualTypeOf<true>();
    expectTypeOf<Same<z.infer<typeof condition>, Condition>>().toEqualTypeOf<true>();
    type Over = Condition<RecordNames>;
    expectTypeOf<Same<z.infer<typeof recordCondition>, Over>>().toEqualTypeOf<true>();
  });

  interface Sample {
    readonly kind: "a" | "b";
    readonly note?: string;
  }
  const kind = must("The kind.", word({ a: "", b: "" }));
  const note = may("A note.", text);

  test("POL-01 a form that forgets, adds, narrows or loosens something does not compile", () => {
    part<Sample>({ kind, note });
    // @ts-expect-error a property is forgotten
    part<Sample>({ kind });
    // @ts-expect-error a property is added
    part<Sample>({ kind, note, other: note });
    // @ts-expect-error a word is forgotten
    part<Sample>({ kind: must("The kind.", word({ a: "" })), note });
    // @ts-expect-error a word is added
    part<Sample>({ kind: must("The kind.", word({ a: "", b: "", c: "" })), note });
    // @ts-expect-error what may be left out must be there
    part<Sample>({ kind, note: must("A note.", text) });
    // @ts-expect-error what must be there may be left out
    part<Sample>({ kind: may("The kind.", word({ a: "", b: "" })), note });
  });

  test("POL-01 a variant that is forgotten does not compile", () => {
    exactly<1 | 2>(must("One or two.", either(only(1), only(2))));
    // @ts-expect-error a variant is forgotten
    exactly<1 | 2>(must("One or two.", only(1)));
  });
});
