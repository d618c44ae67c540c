import { expectTypeOf, test } from "vitest";
import { definePolicy } from "../../../src/policy/index.js";
import type {
  EffectiveSegment,
  LifecycleClassifier,
  MembershipState,
  Share,
  UnitDuty,
} from "../../../src/segments/index.js";

test("a share has a value or says why it has none, never both", () => {
  const told = (share: Share): number | "zeroDenominator" =>
    share.undefinedBecause === undefined ? share.value : share.undefinedBecause;
  expectTypeOf(told).returns.toEqualTypeOf<number | "zeroDenominator">();
});

test("a proposal is never in force", () => {
  type Proposal = Extract<EffectiveSegment, { readonly kind: "proposal" }>;
  expectTypeOf<Proposal["state"]>().toEqualTypeOf<Exclude<MembershipState, "inForce">>();
});

test("the host's own duty travels through merging", () => {
  interface OwnDuty {
    readonly id: string;
    readonly truck: number;
  }
  expectTypeOf<UnitDuty<OwnDuty>["truck"]>().toEqualTypeOf<number>();
});

test("a lifecycle starts in, and leads to, labels that it declares", () => {
  type Life = LifecycleClassifier<{ readonly lead: object; readonly customer: object }>;
  expectTypeOf<Life["start"]>().toEqualTypeOf<"lead" | "customer">();
  expectTypeOf<Life["transitions"][number]["to"]>().toEqualTypeOf<"lead" | "customer">();
  const rest = {
    care: {
      segmentedBy: "life",
      models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
      bySegment: { lead: "light", customer: "light" },
    },
    cadences: {},
  } as const;
  definePolicy({
    id: "typed",
    version: "1",
    segments: {
      life: {
        method: "lifecycle",
        labels: { lead: {}, customer: {} },
        start: "lead",
        startsRelationship: ["customer"],
        events: { purchase: { of: "orders" } },
        transitions: [
          { from: "lead", to: "customer", when: { event: "purchase" } },
          // @ts-expect-error there is no label `custmer`
          { from: "lead", to: "custmer", when: { event: "purchase" } },
        ],
      },
    },
    ...rest,
  });
});
