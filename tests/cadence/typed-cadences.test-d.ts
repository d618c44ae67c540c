import { expectTypeOf, test } from "vitest";
import type {
  AnchoredCadence,
  Cadence,
  Duty,
  DutyStatus,
  EventCadence,
  SubjectDuty,
} from "../../src/cadence/index.js";

test("a duty says how it stands, and one of a subject names no account", () => {
  expectTypeOf<Duty["value"]["status"]>().toEqualTypeOf<DutyStatus>();
  expectTypeOf<SubjectDuty>().not.toHaveProperty("accountId");
  expectTypeOf<Cadence["method"]>().toEqualTypeOf<
    "quota" | "interval" | "anchored" | "event" | "survey"
  >();
});

test("a misspelt record kind, word or unit does not compile", () => {
  expectTypeOf<"orders" | "followUps" | "account">().toExtend<EventCadence["record"]>();
  expectTypeOf<"order">().not.toExtend<EventCadence["record"]>();
  expectTypeOf<"someday">().not.toExtend<EventCadence["lapses"]>();
  expectTypeOf<{ readonly month: 1 }>().not.toExtend<EventCadence["latest"]>();
  expectTypeOf<AnchoredCadence>().not.toHaveProperty("which");
});
