import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CareException,
  entitle,
  findOwner,
  nextException,
  nextOwnership,
  type OwnershipRule,
} from "../../src/care/index.js";
import type { Ownership } from "../../src/facts/index.js";
import { compilePolicy } from "../../src/policy/index.js";
import type { SegmentOutcome } from "../../src/segments/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { toCivilDate, toEpochDay } from "../../src/time/index.js";
import { care, faultsOf, ownedBy, policyOf } from "../care/ask-care.js";

const FIRST = toEpochDay("2018-01-01");
const LENGTH = 60;
const offsets = fc.nat(LENGTH);
const days = offsets.map((each) => FIRST + each);
const lines = ["training", "employment"];

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });

function stated<T>(written: object): T {
  const given = Object.entries(written).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as T;
}

const dates = days.map(toCivilDate);

const ownerships: fc.Arbitrary<Ownership> = fc
  .record({
    accountId: fc.constant("A"),
    personId: fc.constantFrom("anna", "eero", 7),
    role: fc.constantFrom("responsible", "teamMember", "steeringGroup", "executor"),
    naming: fc.constantFrom("named", "named", "proposed"),
    region: maybe(fc.constantFrom("north", "south")),
    businessLine: maybe(fc.constantFrom("training", "employment")),
    validFrom: maybe(dates),
    validUntil: maybe(dates),
  })
  .map((each) => stated<Ownership>(each));

const rules: fc.Arbitrary<OwnershipRule> = fc.oneof(
  fc.constant({ mode: "none" } as const),
  fc
    .subarray(["region", "businessLine"] as const, { minLength: 1 })
    .map((per) => ({ mode: "named", per }) as const),
  fc
    .record({
      mode: fc.constant("onePerson"),
      team: fc.constantFrom(undefined, "optional", "required"),
      steeringGroup: fc.constantFrom(undefined, "optional", "required"),
    })
    .map((each) => stated<OwnershipRule>(each)),
);

/** Exceptions of one account that follow one another, some with a gap. */
const exceptions: fc.Arbitrary<readonly CareException[]> = fc
  .uniqueArray(offsets, { minLength: 2, maxLength: 8 })
  .map((cuts) => {
    const sorted = cuts.toSorted((a, b) => a - b).map((each) => toCivilDate(FIRST + each));
    return sorted.slice(1).flatMap((validUntil, index) => {
      const model = index % 2 === 0 ? "personal" : "light";
      const days = { validFrom: sorted[index]!, validUntil };
      return index % 3 === 2 ? [] : [{ accountId: "A", model, reason: "a reason", ...days }];
    });
  });

function compiledCare(list: readonly CareException[]) {
  return orThrow(compilePolicy(policyOf({ exceptions: list }))).care;
}

const small = {
  value: { kind: "segment", segment: "small" } as SegmentOutcome,
  because: [],
  missing: [],
};

describe("the laws of care", () => {
  it("care-1: shuffling the ownerships of an account and the exceptions of a policy changes nothing", () => {
    const shuffles = fc
      .tuple(fc.array(ownerships, { maxLength: 8 }), exceptions)
      .chain(([held, excepted]) =>
        fc.record({
          held: fc.constant(held),
          mixed: fc.shuffledSubarray(held, { minLength: held.length }),
          excepted: fc.constant(excepted),
          reordered: fc.shuffledSubarray([...excepted], { minLength: excepted.length }),
        }),
      );
    fc.assert(
      fc.property(shuffles, rules, days, ({ held, mixed, excepted, reordered }, rule, asOf) => {
        const answer = findOwner(rule, ownedBy(held), lines, asOf);
        expect(findOwner(rule, ownedBy(mixed), lines, asOf)).toEqual(answer);
        const model = (list: readonly CareException[]) =>
          entitle("A", small, compiledCare(list), asOf).value;
        expect(model(reordered)).toEqual(model(excepted));
      }),
    );
  });

  it("care-2: a chapter compiles only when every segment has one model that is there and every model is used", () => {
    const models = fc.subarray(["personal", "light", "spare"], { minLength: 1 });
    const model = fc.constantFrom("personal", "light", "spare");
    const bySegments = [
      fc.record({ large: model, middle: model, small: model }),
      fc.record({ large: model, middle: model, small: model, tiny: model }, { requiredKeys: [] }),
    ];
    const entries = fc.oneof(...bySegments).map((each) => stated<Record<string, string>>(each));
    fc.assert(
      fc.property(models, entries, (names, bySegment) => {
        const written = Object.fromEntries(names.map((name) => [name, care.models.light]));
        const segments = Object.keys(bySegment).sort().join();
        const used = [...new Set(Object.values(bySegment))].sort().join();
        const isWhole = segments === "large,middle,small" && used === names.toSorted().join();
        expect(faultsOf({ models: written, bySegment }).length === 0).toBe(isWhole);
      }),
      { numRuns: 500 },
    );
  });

  it("care-3: candidates give the model that all of them are entitled to, otherwise exactly the models of each", () => {
    const all = ["large", "middle", "small", "excluded", "unclassified"];
    const kinds = fc.constantFrom("undecided" as const, "conflict" as const);
    const candidates = fc
      .subarray(all, { minLength: 1 })
      .chain((each) => fc.shuffledSubarray(each, { minLength: each.length }));
    const chapter = compiledCare([]);
    const modelOf = (label: string) => chapter.bySegment.get(label) ?? "none";
    fc.assert(
      fc.property(kinds, candidates, days, (kind, list, asOf) => {
        const segment = { ...small, value: { kind, candidates: list } };
        const { value } = entitle("A", segment, chapter, asOf);
        const models = [...new Set(list.map(modelOf))];
        if (models.length > 1) expect(value).toEqual({ kind: "undecided", candidates: models });
        else if (models[0] === "none") expect(value).toEqual({ kind: "none" });
        else expect(value).toEqual({ kind: "model", model: models[0] });
      }),
    );
  });

  it("care-4: an exception holds from its first day to the day before its end, for its own account and no other", () => {
    fc.assert(
      fc.property(exceptions, days, (list, asOf) => {
        const date = toCivilDate(asOf);
        const inForce = list.find(({ validFrom = "", validUntil = "" }) => {
          return validFrom <= date && date < validUntil;
        });
        const chapter = compiledCare(list);
        const ofA = entitle("A", small, chapter, asOf).value;
        expect(ofA).toEqual({ kind: "model", model: inForce?.model ?? "light" });
        expect(entitle("B", small, chapter, asOf).value).toEqual({ kind: "model", model: "light" });
      }),
    );
  });

  it("care-5: two exceptions of one account are refused exactly when some day lies in both", () => {
    const spans = fc
      .record({ validFrom: maybe(dates), validUntil: maybe(dates) })
      .filter(({ validFrom = "0", validUntil = "9" }) => validFrom < validUntil);
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 4 }), (list) => {
        const written = list.map((each) => {
          return stated<CareException>({ accountId: "A", model: "light", reason: "a", ...each });
        });
        const covers = (day: number): number => {
          const date = toCivilDate(day);
          return written.filter(({ validFrom = "0", validUntil = "9" }) => {
            return validFrom <= date && date < validUntil;
          }).length;
        };
        let most = 0;
        for (let day = FIRST - 1; day <= FIRST + LENGTH + 1; day++)
          most = Math.max(most, covers(day));
        expect(faultsOf({ exceptions: written }).length > 0).toBe(most > 1);
      }),
      { numRuns: 300 },
    );
  });

  it("care-6: until the next exception or ownership begins or ends every day gives the same model and the same owners", () => {
    fc.assert(
      fc.property(
        exceptions,
        fc.array(ownerships, { maxLength: 5 }),
        rules,
        days,
        (list, held, rule, asOf) => {
          const chapter = compiledCare(list);
          const records = ownedBy(held);
          const modelOn = (day: number) => entitle("A", small, chapter, day);
          const ownerOn = (day: number) => findOwner(rule, records, lines, day);
          const modelEnd = Math.min(nextException("A", chapter, asOf), FIRST + LENGTH + 2);
          const ownerEnd = Math.min(nextOwnership(records, asOf), FIRST + LENGTH + 2);
          expect(Math.min(modelEnd, ownerEnd)).toBeGreaterThan(asOf);
          for (let day = asOf; day < modelEnd; day++) expect(modelOn(day)).toEqual(modelOn(asOf));
          for (let day = asOf; day < ownerEnd; day++) expect(ownerOn(day)).toEqual(ownerOn(asOf));
        },
      ),
    );
  });

  it("care-7: naming one more person never leaves a place empty that was filled before", () => {
    const named = ownerships.map((each) => ({ ...each, naming: "named" as const }));
    fc.assert(
      fc.property(
        fc.array(ownerships, { maxLength: 5 }),
        named,
        rules,
        days,
        (held, one, rule, asOf) => {
          const lackingWith = (list: readonly Ownership[]) => {
            const { value } = findOwner(rule, ownedBy(list), lines, asOf);
            return value.kind === "lacking" ? value.lacking : [];
          };
          const before = lackingWith(held);
          for (const place of lackingWith([...held, one])) expect(before).toContainEqual(place);
        },
      ),
    );
  });
});
