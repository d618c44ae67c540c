import { expectTypeOf, test } from "vitest";
import type {
  CampaignDefinition,
  CampaignWeeks,
  Criterion,
  LedgerEntry,
  Standing,
  TeamGoal,
} from "../../src/campaigns/index.js";

test("a criterion says its kind, and each kind has its own words", () => {
  expectTypeOf<Extract<Criterion, { kind: "credit" }>>().toHaveProperty("source");
  expectTypeOf<Extract<Criterion, { kind: "plan" }>>().not.toHaveProperty("scoring");
  expectTypeOf<Extract<Criterion, { kind: "activity" }>["judged"]>().toEqualTypeOf<
    true | undefined
  >();
});

test("weeks are ISO weeks, and nothing of a business is left to a silent default", () => {
  expectTypeOf<"2018-W08">().toExtend<NonNullable<CampaignWeeks["excused"]>[number]>();
  expectTypeOf<"week 8">().not.toExtend<NonNullable<CampaignWeeks["excused"]>[number]>();
  expectTypeOf<Omit<CampaignDefinition, "emptyWeek">>().not.toExtend<CampaignDefinition>();
  expectTypeOf<Omit<CampaignDefinition, "lateActivities">>().not.toExtend<CampaignDefinition>();
  // @ts-expect-error a share of members needs its percent
  const goal: TeamGoal = {
    rule: "shareOfMembers",
    atLeast: 1,
    prizeEach: { amount: "1", currency: "EUR" },
  };
  expectTypeOf(goal).toExtend<TeamGoal>();
});

test("results are read only", () => {
  expectTypeOf<LedgerEntry["units"]>().toEqualTypeOf<number>();
  expectTypeOf<Standing["movement"]>().toEqualTypeOf<number | undefined>();
});
