import { expectPolicy, type PolicyMatchers } from "hoito/testing";
import "hoito/testing/vitest";
import { expect, expectTypeOf, test } from "vitest";
import { asOf, calendar, visits } from "./visits-policy.js";

test("POL-05 vitest knows every matcher with its arguments", () => {
  const asked = expect(visits);
  expectTypeOf(asked.toClassify).toEqualTypeOf<PolicyMatchers["toClassify"]>();
  expectTypeOf(asked.not.toBeProved).parameters.toEqualTypeOf<[{ readonly asOf: typeof day }]>();
  expectTypeOf<keyof PolicyMatchers>().toExtend<keyof typeof asked>();
  asked.toClassify({ id: "A" }, "undecided", { asOf });
  // @ts-expect-error the day of asking is never taken for granted
  asked.toClassify({ id: "A" }, "undecided", {});
  // @ts-expect-error an account has no such field
  asked.toClassify({ id: "A", hedcount: 1 }, "key", { asOf });
  // @ts-expect-error a limit says what it counts
  asked.toMoveAtMost(5, { from: visits, base: { accounts: [], coverage: {} }, asOf });
  // @ts-expect-error duties need a calendar
  asked.toGiveCare({ account: { id: "A" }, coverage: {} }, "light", { asOf });
});

test("POL-05 the plain form has the same matchers, and their opposites", () => {
  const ours = expectPolicy(visits);
  expectTypeOf(ours.not.toClassify).toEqualTypeOf(expect(visits).toClassify);
  expectTypeOf(ours.toGiveCare).returns.toBeVoid();
  ours.toGiveCare({ account: { id: "A" }, coverage: {} }, "undecided", { asOf, calendar });
});

declare const day: `${number}-${number}-${number}`;
