import { expectTypeOf, test } from "vitest";
import type { CareChapter, CareModel, CarePlan, ServiceLevel } from "../../src/care/index.js";
import { type ReportView, redact } from "../../src/care/index.js";
import { definePolicy } from "../../src/policy/index.js";

const level = {
  extent: "deep",
  responseHours: 4,
  priority: 1,
  channels: ["visit"],
  includes: ["training"],
  excludes: [],
} as const;
const light = { ownership: { mode: "none" }, cadences: "none", significance: 1 } as const;
const head = {
  id: "x",
  version: "1",
  currency: "EUR",
  fields: { stores: "number" },
  segments: {
    group: {
      method: "rules",
      labels: { key: {}, other: {} },
      hitPolicy: "first",
      rules: [],
      otherwise: "other",
    },
  },
  cadences: {},
} as const;
const care = {
  segmentedBy: "group",
  models: { light },
  bySegment: { key: "light", other: "light" },
} as const;

test("CARE-02 a level is one that the policy has", () => {
  definePolicy({
    ...head,
    care: {
      ...care,
      models: { light: { ...light, serviceLevel: "best" } },
      serviceLevels: { best: level },
      floorLevel: "best",
    },
  });
  definePolicy({
    ...head,
    care: {
      ...care,
      // @ts-expect-error did you mean `best`
      models: { light: { ...light, serviceLevel: "bset" } },
      serviceLevels: { best: level },
      floorLevel: "best",
    },
  });
  definePolicy({
    ...head,
    // @ts-expect-error did you mean `best`
    care: { ...care, serviceLevels: { best: level }, floorLevel: "bset" },
  });
  // @ts-expect-error there is no such extent
  const wrong: ServiceLevel = { ...level, extent: "depp" };
  expectTypeOf(wrong).toExtend<ServiceLevel>();
});

test("CARE-08 a plan is one that the policy has", () => {
  const plan: CarePlan = { implementation: { responsible: "owner" } };
  definePolicy({
    ...head,
    care: { ...care, models: { light: { ...light, plan: "basic" } }, plans: { basic: plan } },
  });
  definePolicy({
    ...head,
    // @ts-expect-error did you mean `basic`
    care: { ...care, models: { light: { ...light, plan: "basik" } }, plans: { basic: plan } },
  });
});

test("CARE-06 a path leads over models by fields that the policy has", () => {
  definePolicy({
    ...head,
    care: {
      ...care,
      models: { light, deep: light },
      paths: {
        up: {
          from: "light",
          climbs: "stepByStep",
          steps: [{ to: "deep", when: { field: "stores", atLeast: 3 } }],
        },
      },
    },
  });
  definePolicy({
    ...head,
    care: {
      ...care,
      models: { light, deep: light },
      paths: {
        up: {
          from: "light",
          climbs: "stepByStep",
          // @ts-expect-error did you mean `deep`
          steps: [{ to: "deeep", when: { field: "stores", atLeast: 3 } }],
        },
      },
    },
  });
  definePolicy({
    ...head,
    care: {
      ...care,
      models: { light, deep: light },
      paths: {
        up: {
          from: "light",
          climbs: "stepByStep",
          // @ts-expect-error did you mean `stores`
          steps: [{ to: "deep", when: { field: "stors", atLeast: 3 } }],
        },
      },
    },
  });
});

test("CARE-10 CARE-13 budgets and required fields are of classes that the policy has", () => {
  definePolicy({
    ...head,
    care: {
      ...care,
      timeBudgets: { phone: { key: { share: 0.5 } } },
      dataDepth: { mostValuableFirst: ["key", "other"], required: { key: ["stores"] } },
    },
  });
  definePolicy({
    ...head,
    // @ts-expect-error did you mean `key`
    care: { ...care, timeBudgets: { phone: { kay: { share: 0.5 } } } },
  });
  definePolicy({
    ...head,
    // @ts-expect-error did you mean `key`
    care: { ...care, dataDepth: { mostValuableFirst: ["kay"], required: {} } },
  });
});

test("CARE-05 modes of ownership and ways of owning", () => {
  expectTypeOf<CareModel["ownership"]["mode"]>().toEqualTypeOf<
    "none" | "team" | "named" | "onePerson" | "pair"
  >();
  // @ts-expect-error there is no such mode
  const wrong: CareModel["ownership"] = { mode: "pear" };
  expectTypeOf(wrong).toExtend<CareModel["ownership"]>();
});

test("CARE-11 a view is plain JSON, and hosts open no text", () => {
  expectTypeOf(redact({}, "internal")).toEqualTypeOf<ReportView>();
  redact({}, { customer: 7 }, { total: "money" });
  // @ts-expect-error text is no form
  redact({}, { customer: 7 }, { remark: "text" });
  // @ts-expect-error there is no such audience
  redact({}, "everybody");
});

test("CARE-01 every new word of a chapter may be left out", () => {
  expectTypeOf(care).toExtend<CareChapter>();
});
