import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordKinds, type SurveyAnswer } from "../../src/facts/index.js";
import {
  type Board,
  churnRate,
  computeBoard,
  effectiveNumber,
  finishBoard,
  giniCoefficient,
  herfindahlIndex,
  lorenzCurve,
  mergeBoards,
  netPromoterScore,
  type PartialBoard,
  partialBoard,
  restorePartial,
  retentionRate,
  storePartial,
  topShare,
  wilsonInterval,
} from "../../src/kpis/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { type Base, everyKpi, someBases, someContexts } from "../kpis/some-bases.js";
import { giniOfPairs, herfindahlOfList, topOfList } from "../reference/listed-concentration.js";

// A board of every figure costs milliseconds, and each run computes several.
const runs = { numRuns: 40 };
const scores = fc.array(fc.oneof(fc.integer({ min: -2, max: 12 }), fc.constantFrom(6.5, 8.5)), {
  maxLength: 30,
});
const amounts = fc.array(fc.nat(1000), { minLength: 1, maxLength: 30 });
const refuse = { negatives: "refuse" } as const;

function answersOf(list: readonly number[]): SurveyAnswer[] {
  return list.map((score) => ({ accountId: 1, answeredOn: "2018-05-01", scale: "nps", score }));
}

/** The shard of a base that holds the accounts at these rows. */
function shardOf(base: Base, rows: readonly number[], takesOrphans: boolean): Base {
  const ids = new Set(rows.map((row) => base.accounts[row]!.id));
  const known = new Set(base.accounts.map(({ id }) => id));
  const lists = recordKinds.map((kind) => [
    kind,
    (base[kind] ?? []).filter(({ accountId }) =>
      known.has(accountId) ? ids.has(accountId) : takesOrphans,
    ),
  ]);
  const labels = Object.entries(base.labels ?? {}).map(([name, column]) => [
    name,
    rows.map((row) => (column as readonly (string | undefined)[])[row]),
  ]);
  return {
    ...base,
    ...Object.fromEntries(lists),
    accounts: rows.map((row) => base.accounts[row]!),
    labels: Object.fromEntries(labels),
  };
}

/** A split of rows into shards, in any order, with an order of merging. */
function splitsOf(base: Base): fc.Arbitrary<readonly (readonly number[])[]> {
  const rows = base.accounts.map((_, row) => row);
  return fc
    .tuple(
      fc.array(fc.nat(2), { minLength: rows.length, maxLength: rows.length }),
      fc.shuffledSubarray(rows, { minLength: rows.length }),
    )
    .map(([places, order]) =>
      [0, 1, 2].map((shard) => order.filter((row) => places[row] === shard)),
    );
}

describe("kpis", () => {
  it("kpis-1: promoters, passives and detractors add up to the valid answers, and the rest is told", () => {
    fc.assert(
      fc.property(scores, (list) => {
        const {
          parts = [],
          denominator,
          excluded,
        } = netPromoterScore(answersOf(list), {
          confidence: 0.95,
        });
        const valid = list.filter((each) => Number.isInteger(each) && each >= 0 && each <= 10);
        expect(denominator).toBe(valid.length);
        if (valid.length > 0) {
          expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(valid.length);
        }
        const left = excluded.reduce((sum, { count }) => sum + count, 0);
        expect(left).toBe(list.length - valid.length);
      }),
    );
  });

  it("kpis-2: retention and churn on the same base add up to 1", () => {
    fc.assert(
      fc.property(
        someBases,
        someContexts,
        fc.constantFrom("opening" as const, "average" as const, "all" as const),
        ({ accounts }, context, base) => {
          const kept = retentionRate(accounts, { base }, context);
          const lost = churnRate(accounts, { base }, context);
          expect(kept.denominator).toBe(lost.denominator);
          if (kept.value === undefined) expect(lost.undefinedBecause).toBe(kept.undefinedBecause);
          else {
            expect(kept.numerator! + lost.numerator!).toBe(kept.denominator);
            expect(kept.value + lost.value!).toBeCloseTo(1, 12);
          }
        },
      ),
    );
  });

  it("kpis-3: shares of the parts of a whole add up to 1", () => {
    fc.assert(
      fc.property(someBases, someContexts, (base, context) => {
        for (const { figure } of computeBoard(base, everyKpi, context).rows) {
          const shares = (figure.parts ?? []).flatMap(({ share }) => share ?? []);
          if (shares.length === 0) continue;
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        }
      }),
      runs,
    );
  });

  it("kpis-4: shards of whole accounts, split and merged in any way, give the very board of the whole", () => {
    const cases = someBases.chain((base) => fc.tuple(fc.constant(base), splitsOf(base)));
    fc.assert(
      fc.property(cases, someContexts, fc.boolean(), ([base, splits], context, lists) => {
        const asked = lists ? { ...context, receipts: "accounts" as const } : context;
        const shards = splits.map((rows, at) =>
          partialBoard(shardOf(base, rows, at === 0), everyKpi, asked),
        );
        const merge = (left: PartialBoard, right: PartialBoard) =>
          orThrow(mergeBoards(left, right));
        const [first, second, third] = shards.map((each) =>
          orThrow(restorePartial(JSON.parse(JSON.stringify(storePartial(each))))),
        ) as [PartialBoard, PartialBoard, PartialBoard];
        const whole = computeBoard(base, everyKpi, asked);
        expect(finishBoard(merge(merge(first, second), third), everyKpi)).toEqual(whole);
        expect(finishBoard(merge(third, merge(second, first)), everyKpi)).toEqual(whole);
      }),
      runs,
    );
  });

  it("kpis-5: shuffling accounts and records changes no figure", () => {
    const cases = someBases.chain((base) => {
      const rows = base.accounts.map((_, row) => row);
      const order = fc.shuffledSubarray(rows, { minLength: rows.length });
      return fc.tuple(fc.constant(base), order, fc.infiniteStream(fc.nat(1000)));
    });
    fc.assert(
      fc.property(cases, someContexts, ([base, order, stream], context) => {
        const unlike = distinctIds(base);
        const shuffled = shardOf(unlike, order, true);
        const mixed = Object.fromEntries(
          recordKinds.map((kind) => {
            const keyed = (shuffled[kind] ?? []).map(
              (each) => [stream.next().value!, each] as const,
            );
            return [kind, keyed.sort(([left], [right]) => left - right).map(([, each]) => each)];
          }),
        );
        const board = computeBoard({ ...shuffled, ...mixed }, everyKpi, context);
        expect(board).toEqual(computeBoard(unlike, everyKpi, context));
      }),
      runs,
    );
  });

  it("kpis-6: an interval contains its value and lies within the scale", () => {
    fc.assert(
      fc.property(scores, fc.constantFrom(0.8, 0.95, 0.999), (list, confidence) => {
        const figure = netPromoterScore(answersOf(list), { confidence } as { confidence: 0.95 });
        if (figure.value === undefined) return;
        const { low, high } = figure.interval!;
        expect(-100 <= low && low <= figure.value && figure.value <= high && high <= 100).toBe(
          true,
        );
      }),
    );
    const counts = fc
      .integer({ min: 1, max: 500 })
      .chain((of) => fc.tuple(fc.nat(of), fc.constant(of)));
    fc.assert(
      fc.property(counts, ([hits, of]) => {
        const { low, high } = wilsonInterval(hits, of, 0.95);
        expect(0 <= low && low <= hits / of && hits / of <= high && high <= 1).toBe(true);
      }),
    );
  });

  it("kpis-7: every figure of the catalogue is a finite number or says why it is none", () => {
    fc.assert(
      fc.property(someBases, someContexts, (base, context) => {
        for (const row of allRows(base, context)) {
          const { value, undefinedBecause, excluded, numerator = 0, denominator = 0 } = row.figure;
          expect(value === undefined).toBe(undefinedBecause !== undefined);
          for (const number of [value ?? 0, numerator, denominator]) {
            expect(Number.isFinite(number)).toBe(true);
          }
          for (const { count } of excluded)
            expect(Number.isSafeInteger(count) && count > 0).toBe(true);
          expect(JSON.parse(JSON.stringify(row))).toEqual(row);
        }
      }),
      runs,
    );
  });

  it("kpis-8: concentration out of a histogram is that of the listed amounts", () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 40 }), (list, most) => {
        const sum = list.reduce((left, right) => left + right, 0);
        const gini = giniCoefficient(list, refuse);
        if (sum === 0) {
          expect(gini.undefinedBecause).toBe("nothingToMeasure");
          return;
        }
        expect(gini.value).toBeCloseTo(giniOfPairs(list), 10);
        const herfindahl = herfindahlIndex(list, refuse).value!;
        expect(herfindahl).toBeCloseTo(herfindahlOfList(list), 6);
        expect(effectiveNumber(list, refuse).value).toBeCloseTo(10_000 / herfindahl, 8);
        const top = topShare(list, { top: "count", accounts: most });
        expect(top.numerator).toBe(topOfList(list, most));
        const curve = lorenzCurve(list, refuse)!;
        // Gini is twice the area between the curve and the diagonal.
        const area = curve.slice(1).reduce((under, { accountShare, amountShare }, at) => {
          const before = curve[at]!;
          const width = accountShare - before.accountShare;
          return under + (width * (amountShare + before.amountShare)) / 2;
        }, 0);
        expect(gini.value).toBeCloseTo(1 - 2 * area, 10);
      }),
    );
  });

  it("kpis-9: the labels of a cut share out the counts of the whole", () => {
    const additive = [
      "visits0",
      "newCustomers0",
      "sales0",
      "retention0",
      "hitRate0",
      "endReasons0",
    ];
    fc.assert(
      fc.property(someBases, someContexts, (base, context) => {
        const { rows } = computeBoard(base, everyKpi, { ...context, cutBy: ["segment"] });
        for (const kpi of additive) {
          const own = rows.filter((row) => row.kpi === kpi);
          for (const { figure, period } of own.filter(({ cut }) => cut === undefined)) {
            const parts = own.filter(
              (row) => row.cut !== undefined && row.period.label === period.label,
            );
            const sum = parts.reduce((total, row) => total + (row.figure.numerator ?? 0), 0);
            expect(sum).toBe(figure.numerator);
          }
        }
      }),
      runs,
    );
  });

  it("kpis-10: what a figure says of all accounts is the same, whether they are cut or not", () => {
    fc.assert(
      fc.property(someBases, someContexts, fc.boolean(), (base, context, lists) => {
        const asked = lists ? { ...context, receipts: "accounts" as const } : context;
        const cutBy = ["region", "segment", "businessLine"];
        const { rows } = computeBoard(base, everyKpi, { ...asked, cutBy });
        const whole = rows.filter(({ cut }) => cut === undefined);
        const uncut = computeBoard(base, everyKpi, { ...asked, cutBy: [] }).rows;
        expect(whole.map(({ mixes, ...row }) => row)).toEqual(uncut);
      }),
      runs,
    );
  });

  it("kpis-11: a figure among others is the figure alone", () => {
    const { kpis } = everyKpi;
    const some = fc.subarray([...kpis.keys()], { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(someBases, someContexts, some, (base, context, chosen) => {
        const together = computeBoard(base, everyKpi, context).rows;
        for (const at of chosen) {
          const one = kpis[at]!;
          const alone = computeBoard(base, { ...everyKpi, kpis: [one] }, context).rows;
          expect(alone).toEqual(together.filter(({ kpi }) => kpi === one.id));
        }
      }),
      runs,
    );
  });
});

function allRows(base: Base, context: Parameters<typeof computeBoard>[2]): Board["rows"] {
  return computeBoard(base, everyKpi, context).rows;
}

/**
 * The base with one id for each record: of two records of one id the first counts, which an order
 * decides.
 */
function distinctIds(base: Base): Base {
  const lists = recordKinds.map((kind) => [
    kind,
    (base[kind] ?? []).map((each, id) => ("id" in each ? { ...each, id } : each)),
  ]);
  return { ...base, ...Object.fromEntries(lists) };
}
