import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkTimeBudgets,
  compareService,
  findOwningUnit,
  findSubstitute,
  moveOnCare,
  namingState,
  type OwnerOutcome,
  ownerCoverage,
  planCompleteness,
  type ServiceLevel,
  splitRevenue,
  stepNaming,
} from "../../src/care/index.js";
import type { Ownership, Person } from "../../src/facts/index.js";
import { toCivilDate, toEpochDay } from "../../src/time/index.js";
import { compileChapter, models, rowOf } from "../care/compile-chapter.js";
import { type StepTruth, walkedPaths } from "../reference/walked-paths.js";

const FIRST = toEpochDay("2018-01-01");
const basisPoints = fc.integer({ min: 0, max: 10_000 });

/** Shares that make exactly 1, as cuts of ten thousand. */
const splits = fc.array(basisPoints, { maxLength: 5 }).map((cuts) => {
  const ends = [...cuts.toSorted((a, b) => a - b), 10_000];
  return ends.map((end, index) => ({
    unit: `u${index}`,
    share: (end - (ends[index - 1] ?? 0)) / 10_000,
  }));
});

const texts = fc.uniqueArray(fc.constantFrom(..."abcde"), { maxLength: 5 });
const extents = fc.constantFrom("light" as const, "standard" as const, "deep" as const);
const levels: fc.Arbitrary<ServiceLevel> = fc.record({
  extent: extents,
  responseHours: fc.nat(10),
  priority: fc.integer({ min: 1, max: 3 }),
  channels: texts,
  includes: texts,
  excludes: texts,
});

describe("the laws of care models", () => {
  it("care-25: time budgets pass exactly when no role's shares make more than the whole, and what is given out and what is left make the whole", () => {
    const budget = fc.dictionary(fc.constantFrom(..."ABCD"), fc.integer({ min: 0, max: 4_000 }));
    const names = { segments: [..."ABCD"], cadences: [] };
    fc.assert(
      fc.property(fc.array(budget, { maxLength: 3 }), (roles) => {
        const written = roles.map((role, index) => {
          const shares = Object.entries(role).map(([label, points]) => {
            return [label, { share: points / 10_000 }];
          });
          return [`role${index}`, Object.fromEntries(shares) as Record<string, { share: number }>];
        });
        const sums = roles.map((role) => Object.values(role).reduce((sum, each) => sum + each, 0));
        const result = checkTimeBudgets(Object.fromEntries(written), names);
        expect(result.ok).toBe(sums.every((sum) => sum <= 10_000));
        if (!result.ok) return;
        for (const [index, { allotted, rest, unspecified }] of result.value.entries()) {
          expect(Math.round(allotted * 10_000)).toBe(sums[index]);
          expect(Math.round(rest * 10_000)).toBe(10_000 - sums[index]!);
          expect(unspecified).toEqual(names.segments.filter((each) => !(each in roles[index]!)));
        }
      }),
    );
  });

  it("care-26: the parts of a split revenue make the sum, and each is within one minor unit of its share", () => {
    const minors = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -200, max: 200 }));
    fc.assert(
      fc.property(splits, minors, (split, minor) => {
        const parts = splitRevenue({ minor, currency: "EUR" }, split);
        const total = parts.reduce((sum, { amount }) => sum + BigInt(amount.minor), 0n);
        expect(total).toBe(BigInt(minor));
        for (const [index, { unit, amount }] of parts.entries()) {
          expect(unit).toBe(split[index]!.unit);
          const points = BigInt(Math.round(split[index]!.share * 10_000));
          const apart = BigInt(amount.minor) * 10_000n - BigInt(minor) * points;
          expect(apart > -10_000n && apart < 10_000n).toBe(true);
        }
      }),
    );
  });

  it("care-27: a path leads exactly to the models that some way of turning out the unknown leads to", () => {
    const truths = fc.array(fc.constantFrom<StepTruth>("met", "notMet", "unknown"), {
      minLength: 1,
      maxLength: 5,
    });
    const climbs = fc.constantFrom("stepByStep" as const, "highestMet" as const);
    const fields = ["headcount", "serviceBreadth", "silence", "contractValue", "revenue"];
    const one = { ownership: { mode: "none" }, cadences: "none", significance: 1 };
    fc.assert(
      fc.property(truths, climbs, (list, way) => {
        const steps = list.map((_, index) => ({
          to: `m${index}`,
          when: { field: "industry", equals: `${index}` },
        }));
        const byField = steps.map((step, index) => ({
          ...step,
          when:
            index < 3
              ? { field: fields[index], atLeast: 1 }
              : { field: fields[index], atLeast: { amount: "1.00", currency: "EUR" } },
        }));
        const names = ["start", ...steps.map(({ to }) => to)];
        const { care, scope, faults } = compileChapter({
          models: Object.fromEntries(names.map((name) => [name, one])),
          bySegment: { A: "start", B: "start", C: "start" },
          paths: { up: { from: "start", climbs: way, steps: byField } },
        });
        expect(faults).toEqual([]);
        const cells = { met: 100, notMet: 0, unknown: undefined };
        const facts = list.map((truth, index) => [fields[index]!, cells[truth]] as const);
        const entitled = { kind: "model", model: "start" } as const;
        const { value, missing } = moveOnCare(
          { value: entitled, because: [], missing: [] },
          care,
          rowOf(scope, Object.fromEntries(facts)),
        );
        const expected = walkedPaths(list, way).map((step) => names[step + 1]!);
        if (expected.length === 1) expect(value).toEqual({ kind: "model", model: expected[0] });
        else expect(value).toEqual({ kind: "undecided", candidates: expected });
        expect(missing.length > 0).toBe(expected.length > 1);
        for (const { path } of missing) expect(list[fields.indexOf(path)]).toBe("unknown");
      }),
      { numRuns: 300 },
    );
  });

  it("care-28: whoever stands in is there, and everybody who goes before is away; the order of people changes nothing", () => {
    const ids = [..."abcde"];
    const spans = fc.tuple(fc.nat(20), fc.nat(20)).map(([from, length]) => ({
      from: toCivilDate(FIRST + from),
      until: toCivilDate(FIRST + from + length),
    }));
    const people = fc
      .tuple(
        ...ids.map((id) =>
          fc.record({ id: fc.constant(id), absences: fc.array(spans, { maxLength: 2 }) }),
        ),
      )
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: 5 })));
    const chains = fc.tuple(...ids.map(() => fc.subarray(ids)));
    fc.assert(
      fc.property(people, chains, fc.nat(30), ([list, mixed], lists, offset) => {
        const asOf = toCivilDate(FIRST + offset);
        const substitutions = ids.map((personId, index) => ({
          personId,
          substitutes: lists[index]!,
        }));
        const ask = (some: readonly Person[]) =>
          findSubstitute("a", { people: some, substitutions }, { asOf });
        const isAway = (id: unknown) =>
          list
            .find((each) => each.id === id)!
            .absences.some(({ from, until }) => from <= asOf && asOf < until);
        const { value, because } = ask(list);
        expect(ask(mixed)).toEqual({ value, because, missing: [] });
        if (value.kind === "nobody") {
          expect(value.away.every(isAway)).toBe(true);
          for (const id of value.away) {
            for (const next of lists[ids.indexOf(id as string)]!)
              expect(value.away).toContain(next);
          }
        } else if (value.kind !== "undecided") {
          const [reason] = because;
          if (reason?.kind !== "step") return expect.unreachable();
          const asked = reason.details["asked"] as readonly string[];
          expect(asked.at(-1)).toBe(value.personId);
          expect(asked.map(isAway)).toEqual(asked.map((id) => id !== value.personId));
        } else expect.unreachable();
      }),
    );
  });

  it("care-29: every account is covered, lacking, of several owners or left out, and the order of accounts changes nothing", () => {
    const outcomes = fc.constantFrom<OwnerOutcome>(
      { kind: "named", owners: [] },
      { kind: "notNeeded" },
      { kind: "several", owners: [] },
      { kind: "undecided" },
      { kind: "lacking", owners: [], lacking: [{ role: "responsible" }], proposed: [] },
    );
    const accounts = fc
      .uniqueArray(fc.oneof(fc.nat(20), fc.string({ maxLength: 2 })), { maxLength: 10 })
      .chain((ids) => fc.tuple(...ids.map((id) => outcomes.map((value) => [id, value] as const))))
      .chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      );
    const owned = (list: readonly (readonly [string | number, OwnerOutcome])[]) =>
      list.map(([id, value]) => ({ account: { id }, owner: { value, because: [], missing: [] } }));
    fc.assert(
      fc.property(accounts, ([list, mixed]) => {
        const { value, numerator, denominator, excluded, lacking, several, ...rest } =
          ownerCoverage(owned(list));
        expect(numerator + lacking.length + several.length).toBe(denominator);
        const leftOut = excluded.reduce((sum, { count }) => sum + count, 0);
        expect(denominator + leftOut).toBe(list.length);
        expect(value === undefined).toBe(denominator === 0);
        if (value !== undefined) expect(value >= 0 && value <= 1).toBe(true);
        expect(rest.undecided.length).toBe(excluded[1]!.count);
        expect(ownerCoverage(owned(mixed))).toEqual(ownerCoverage(owned(list)));
      }),
    );
  });

  it("care-30: giving more never opens a gap below the level, and giving exactly the level is as entitled", () => {
    const given = fc.record({
      extent: extents,
      responseHours: fc.nat(12),
      channels: texts,
      services: texts,
    });
    fc.assert(
      fc.property(levels, given, texts, fc.nat(5), (level, had, more, faster) => {
        const before = compareService(had, level).value.less.map(({ aspect }) => aspect);
        const after = compareService(
          {
            extent: "deep",
            responseHours: Math.max(0, had.responseHours - faster),
            channels: [...had.channels, ...more],
            services: [...had.services, ...more],
          },
          level,
        );
        for (const { aspect } of after.value.less) expect(before).toContain(aspect);
        const { extent, responseHours, channels } = level;
        const services = level.includes.filter((each) => !level.excludes.includes(each));
        const clean = { ...level, includes: services };
        const exact = compareService({ extent, responseHours, channels, services }, clean);
        expect(exact.value).toEqual({ kind: "asEntitled", less: [], more: [] });
      }),
    );
  });

  it("care-31: data depth is out of proportion exactly when some class asks for more fields than a more valuable one", () => {
    const fields = ["headcount", "turnover", "industry", "region"];
    const required = fc.record(
      { A: fc.subarray(fields), B: fc.subarray(fields), C: fc.subarray(fields) },
      { requiredKeys: [] },
    );
    const orders = fc.shuffledSubarray([..."ABC"] as const, { minLength: 3 });
    fc.assert(
      fc.property(required, orders, (asked, mostValuableFirst) => {
        const dataDepth = { mostValuableFirst, required: asked };
        const { faults } = compileChapter({ dataDepth }, {}, fields);
        const counts = mostValuableFirst.map((each) => asked[each as "A"]?.length ?? 0);
        const isOut = counts.some((count, index) => {
          return counts.slice(0, index).some((higher) => count > higher);
        });
        expect(faults.some((each) => each.startsWith("depth-out-of-proportion"))).toBe(isOut);
        expect(faults.every((each) => each.startsWith("depth-out-of-proportion"))).toBe(true);
      }),
    );
  });

  it("care-32: nobody is named who was not proposed, and whatever steps are tried the record is always in a state", () => {
    const owner = { accountId: "A", personId: "anna", role: "responsible" } as const;
    const dates = fc.nat(50).map((offset) => toCivilDate(FIRST + offset));
    const steps = fc.oneof(
      fc.constant({ step: "propose", owner } as const),
      fc.constant({ step: "withdraw" } as const),
      dates.map((on) => ({ step: "name", on }) as const),
      dates.map((on) => ({ step: "release", on }) as const),
    );
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 12 }), (list) => {
        let record: Ownership | undefined;
        let wasProposed = false;
        for (const step of list) {
          const before = namingState(record);
          const result = stepNaming(record, step);
          if (!result.ok) continue;
          record = result.value;
          if (step.step === "propose") wasProposed = true;
          const after = namingState(record);
          expect(after).not.toBe(before);
          if (after === "named" || after === "released") expect(wasProposed).toBe(true);
          if (after === "released") expect(record!.validFrom! < record!.validUntil!).toBe(true);
        }
      }),
    );
  });

  it("care-33: the largest service share decides whatever the order of deliveries, and equal shares are never broken", () => {
    const deliveries = fc.array(fc.record({ unit: fc.constantFrom(..."abc"), amount: fc.nat(6) }), {
      maxLength: 8,
    });
    const shuffled = deliveries.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    const rule = { by: "largestServiceShare" } as const;
    fc.assert(
      fc.property(shuffled, ([list, mixed]) => {
        const answer = findOwningUnit(rule, { account: { id: "A" } }, list);
        expect(findOwningUnit(rule, { account: { id: "A" } }, mixed)).toEqual(answer);
        const sums = [..."abc"].map((unit) => {
          return list
            .filter((each) => each.unit === unit)
            .reduce((sum, each) => sum + each.amount, 0);
        });
        const most = Math.max(...sums);
        const winners = [..."abc"].filter((_, index) => most > 0 && sums[index] === most);
        const { value } = answer;
        if (winners.length === 0) expect(value).toEqual({ kind: "nobody" });
        else if (winners.length > 1) expect(value).toEqual({ kind: "tie", units: winners });
        else expect(value).toEqual({ kind: "unit", unit: winners[0] });
      }),
    );
  });

  it("care-34: a part more makes a plan a fifth more complete, and hostile words in a chapter are findings, never an exception", () => {
    const parts = {
      analysis: { a: { finding: "x" } },
      goals: { g: { what: "x", level: "account" } },
      actions: { x: { what: "x", obligation: "compulsory" } },
      implementation: { responsible: "x" },
      followUp: { every: { months: 6 }, by: "x" },
    } as const;
    const names = Object.keys(parts) as (keyof typeof parts)[];
    fc.assert(
      fc.property(
        fc.subarray(names),
        fc.constantFrom("__proto__", "toString", "x"),
        (some, word) => {
          const plan = Object.fromEntries(some.map((name) => [name, parts[name]]));
          expect(planCompleteness(plan)).toMatchObject({
            value: some.length / 5,
            missing: names.filter((name) => !some.includes(name)),
          });
          const hostile = JSON.parse(`{ "${word}": { "extent": "deep" } }`) as object;
          const { faults } = compileChapter({
            models: { ...models, deep: { ...models.deep, serviceLevel: word, plan: word } },
            serviceLevels: { ...hostile },
            bySegment: { A: "deep", B: "middle", C: "light" },
          });
          expect(faults).toContain("unknown-care-plan at care.models.deep.plan");
        },
      ),
    );
  });
});
