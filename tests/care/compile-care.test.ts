import { describe, expect, it } from "vitest";
import type { CareException } from "../../src/care/index.js";
import { care, exception, faultsOf, findingsOf, type WrittenCare } from "./ask-care.js";

const { personal, light } = care.models;

describe("CARE-01 exactly one care model for each segment", () => {
  it.each<[string, WrittenCare, string[]]>([
    ["each segment has its own, and each model its segment", {}, []],
    [
      "a segment without a model",
      { bySegment: { large: "personal", middle: "light" } },
      ["segment-without-care at care.bySegment.small"],
    ],
    [
      "a model that no segment is entitled to",
      { models: { ...care.models, spare: light } },
      ["orphaned-care-model at care.models.spare"],
    ],
    [
      "a model that only an exception uses is not orphaned",
      { models: { ...care.models, spare: light }, exceptions: [exception({ model: "spare" })] },
      [],
    ],
    [
      "a segment that does not exist",
      { bySegment: { ...care.bySegment, larg: "light" } },
      ["unknown-segment at care.bySegment.larg"],
    ],
    [
      "a model that does not exist",
      { bySegment: { ...care.bySegment, small: "lihgt" } },
      ["unknown-care-model at care.bySegment.small"],
    ],
    [
      "a classifier that does not exist",
      { segmentedBy: "sise" },
      ["unknown-classifier at care.segmentedBy"],
    ],
    [
      "a word that says nothing",
      { except: [] } as WrittenCare,
      ["unknown-property at care.except"],
    ],
    ["a title, a note and a source", { title: "a", note: "b", source: "c" } as WrittenCare, []],
  ])("CARE-01 %s", (_, changed, expected) => {
    expect(faultsOf(changed)).toEqual(expected);
  });

  it("CARE-01 a misspelt name comes with the nearest right one", () => {
    const suggestions = (changed: WrittenCare) =>
      findingsOf(changed).map(({ suggestion }) => suggestion);
    expect(suggestions({ bySegment: { ...care.bySegment, larg: "light" } })).toEqual(["large"]);
    expect(suggestions({ bySegment: { ...care.bySegment, small: "lihgt" } })).toEqual(["light"]);
    expect(suggestions({ segmentedBy: "sise" })).toEqual(["size"]);
    expect(suggestions({ exceptons: [] } as WrittenCare)).toEqual(["exceptions"]);
    const long = findingsOf({ ["x".repeat(100)]: 1 } as WrittenCare)[0]!;
    expect(long.message).toBe(`\`${"x".repeat(80)}\` says nothing here`);
    expect(long.path).toBe(`care.${"x".repeat(80)}`);
  });

  it("CARE-01 says what is wrong in one sentence", () => {
    const messages = (changed: WrittenCare) => findingsOf(changed).map(({ message }) => message);
    expect(messages({ bySegment: { large: "personal", middle: "light" } })).toEqual([
      "segment `small` has no care model",
    ]);
    expect(messages({ models: { ...care.models, spare: light } })).toEqual([
      "nobody is entitled to `spare`",
    ]);
  });
});

describe("CARE-01 CARE-05 what a care model must say", () => {
  const at = "care.models.personal";

  it.each<[object, string[]]>([
    [{ title: "a", note: "b", source: "c" }, []],
    [{ owner: "anna" }, [`unknown-property at ${at}.owner`]],
    [{ significance: 0 }, [`out-of-range at ${at}.significance`]],
    [{ significance: 1.5 }, [`out-of-range at ${at}.significance`]],
    [{ significance: "1" }, [`out-of-range at ${at}.significance`]],
    [{ cadences: "none" }, []],
    [{ cadences: [] }, [`empty-list at ${at}.cadences`]],
    [{ cadences: ["visits", "visit"] }, [`unknown-cadence at ${at}.cadences[1]`]],
    [{ ownership: { mode: "one" } }, [`unknown-ownership-mode at ${at}.ownership.mode`]],
    [{ ownership: { mode: "none", per: [] } }, [`unknown-property at ${at}.ownership.per`]],
    [{ ownership: { mode: "named", per: ["region", "businessLine"] } }, []],
    [{ ownership: { mode: "named", per: ["businessLine"] } }, []],
    [{ ownership: { mode: "named", per: [] } }, [`empty-list at ${at}.ownership.per`]],
    [
      { ownership: { mode: "named", per: ["region", "line"] } },
      [`unknown-place at ${at}.ownership.per[1]`],
    ],
    [{ ownership: { mode: "onePerson", team: "optional", steeringGroup: "required" } }, []],
    [
      { ownership: { mode: "onePerson", team: "requierd" } },
      [`unknown-value at ${at}.ownership.team`],
    ],
    [
      { ownership: { mode: "onePerson", steeringGroup: true } },
      [`unknown-value at ${at}.ownership.steeringGroup`],
    ],
    [
      { ownership: { mode: "onePerson", per: ["region"] } },
      [`unknown-property at ${at}.ownership.per`],
    ],
  ])("CARE-05 %j: %j", (change, expected) => {
    const models = { ...care.models, personal: { ...personal, ...change } };
    expect(faultsOf({ models })).toEqual(expected);
  });

  it("CARE-01 no model may be called none, which stands for no care model", () => {
    const models = { ...care.models, none: light };
    const bySegment = { ...care.bySegment, small: "none" };
    expect(faultsOf({ models, bySegment })).toEqual(["reserved-name at care.models.none"]);
    expect(findingsOf({ models, bySegment })[0]!.message).toBe("`none` stands for no care model");
  });

  it.each(["excluded", "unclassified", "undecided", "conflict", "absent"])(
    "CARE-01 no model may be called %s, which stands in place of one",
    (name) => {
      const models = { ...care.models, [name]: light };
      const bySegment = { ...care.bySegment, small: name };
      expect(faultsOf({ models, bySegment })).toEqual([`reserved-name at care.models.${name}`]);
    },
  );

  it("CARE-05 says what is wrong in one sentence, with the nearest right word", () => {
    const findings = (change: object) =>
      findingsOf({ models: { ...care.models, personal: { ...personal, ...change } } });
    const messages = (change: object) => findings(change).map(({ message }) => message);
    expect(messages({ significance: 0 })).toEqual([
      "`significance` is a whole number from 1, the most significant",
    ]);
    expect(messages({ cadences: [] })).toEqual(["a care model without a cadence says `none`"]);
    expect(messages({ ownership: { mode: "named", per: [] } })).toEqual([
      "people are named per `region`, per `businessLine`, or per both",
    ]);
    expect(messages({ ownership: { mode: "onePerson", team: 1 } })).toEqual([
      "`team` is `optional`, `required` or left out",
    ]);
    expect(findings({ ownership: { mode: "onePersn" } })[0]!.suggestion).toBe("onePerson");
    expect(findings({ cadences: ["visit"] })[0]!.suggestion).toBe("visits");
    expect(findings({ significanse: 1 })[0]!.suggestion).toBe("significance");
    expect(findings({ ownership: { mode: "onePerson", tem: "required" } })[0]!.suggestion).toBe(
      "team",
    );
    expect(findings({ ownership: { mode: "named", per: ["regoin"] } })[0]!.suggestion).toBe(
      "region",
    );
  });
});

describe("CARE-01 what an exception must say", () => {
  const at = "care.exceptions[0]";

  it.each<[object, string[]]>([
    [{}, []],
    [{ accountId: 7 }, []],
    [{ validFrom: "2018-01-01", validUntil: "2018-01-02" }, []],
    [{ accountId: undefined }, [`missing-property at ${at}.accountId`]],
    [{ model: "persnal" }, [`unknown-care-model at ${at}.model`]],
    [{ reason: "" }, [`exception-without-reason at ${at}.reason`]],
    [{ reason: "  " }, [`exception-without-reason at ${at}.reason`]],
    [{ reason: undefined }, [`exception-without-reason at ${at}.reason`]],
    [{ validFrom: "2018-02-30" }, [`not-a-civil-date at ${at}.validFrom`]],
    [{ validUntil: 20180101 }, [`not-a-civil-date at ${at}.validUntil`]],
    [{ validFrom: "2018-01-01", validUntil: "2018-01-01" }, [`span-reversed at ${at}.validUntil`]],
    [{ validuntil: "2018-01-01" }, [`unknown-property at ${at}.validuntil`]],
  ])("CARE-01 %j: %j", (change, expected) => {
    expect(faultsOf({ exceptions: [{ ...exception(), ...change }] })).toEqual(expected);
  });

  it("CARE-01 says what is wrong in one sentence", () => {
    const messages = (...changes: object[]) => {
      const exceptions = changes.map((change) => ({ ...exception(), ...change }));
      return findingsOf({ exceptions }).map(({ message }) => message);
    };
    expect(messages({ accountId: undefined })).toEqual(["an exception says whose it is"]);
    expect(messages({ reason: "" })).toEqual(["an exception says its reason"]);
    expect(messages({ validFrom: "May" })).toEqual(["`May` is no date"]);
    expect(messages({ validFrom: "x".repeat(50) })).toEqual([`\`${"x".repeat(40)}\` is no date`]);
    expect(messages({ validFrom: "2018-02-01", validUntil: "2018-01-01" })).toEqual([
      "an exception cannot end on 2018-01-01 when it begins on 2018-02-01",
    ]);
    expect(messages({}, {})).toEqual(["account `A` has two exceptions at the same time"]);
  });

  const january = { validFrom: "2018-01-01", validUntil: "2018-02-01" } as const;
  const february = { validFrom: "2018-02-01", validUntil: "2018-03-01" } as const;
  const since = { validFrom: "2018-01-31" } as const;
  const until = { validUntil: "2018-01-02" } as const;

  it.each<[string, Partial<CareException>[], number[]]>([
    ["one ends where the other begins", [january, february], []],
    ["in any order", [february, january], []],
    ["the last day of one is the first of the other", [january, since], [1]],
    ["the same whichever is written first", [since, january], [0]],
    ["one ends a day after the other begins", [january, until], [0]],
    ["two that hold always", [{}, {}], [1]],
    ["one within a longer one, though another lies between", [{}, january, february], [1, 2]],
    ["the second of three reaches into the third", [until, since, february], [2]],
    ["the same days of two accounts", [january, { ...january, accountId: "B" }], []],
    ["accounts 1 and `1` are two", [{ accountId: 1 }, { accountId: "1" }], []],
  ])("CARE-01 overlaps: %s", (_, changes, overlapping) => {
    const exceptions = changes.map((change) => exception(change));
    expect(faultsOf({ exceptions })).toEqual(
      overlapping.map((index) => `overlapping-exceptions at care.exceptions[${index}]`),
    );
  });
});
