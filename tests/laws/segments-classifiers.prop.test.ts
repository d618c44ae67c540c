import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideCare, scoreAccounts, withFit } from "../../src/policy/index.js";
import { parseFit } from "../../src/schemas/index.js";
import {
  abcClasses,
  countRepeatPeriods,
  rfmScores,
  summarizePurchases,
} from "../../src/segments/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { addDays, toCivilDate } from "../../src/time/index.js";
import { calendar } from "../policy/sample-policy.js";
import { slowAbc, slowRank, slowScores } from "../reference/slow-classifiers.js";
import { ask, asOf, valued } from "../segments/ask-classifiers.js";
import {
  fields,
  someAccounts,
  someFacts,
  someNormalisations,
  someScorings,
  someSegments,
  wholeFacts,
} from "../segments/some-classifiers.js";

const NAMES = ["top", "field", "abc", "rfm", "card", "size"] as const;
const SCORES = [
  ["card", "score"],
  ["rfm", "score"],
  ["rfm", "recency"],
  ["rfm", "frequency"],
  ["rfm", "monetary"],
] as const;
/** The same policy, care being segmented by another of its classifiers. */
const askedBy = (
  segments: Readonly<Record<string, object>>,
  name: string,
  accounts: readonly object[],
) => {
  const { [name]: last, ...rest } = segments;
  return ask({ ...rest, [name]: last }, accounts, { fields });
};
const amounts = fc.array(fc.integer({ min: -3, max: 20 }), { maxLength: 12 });
const boundaries = fc.constantFrom("include", "exclude", "nearest");
const abcOf = (boundary: string, by = "cumulativeShare") => ({
  method: "abc",
  labels: { A: {}, B: {}, C: {} },
  of: "value",
  by,
  classes: [{ segment: "A", upToShare: 0.8 }, { segment: "B", upToShare: 0.95 }, { segment: "C" }],
  boundary,
  zero: "C",
  negative: "C",
  missing: "undecided",
});

describe("segments", () => {
  it("segments-20: shuffling the accounts changes no fit, no label and no score of any method", () => {
    const shuffled = someAccounts.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all.keys()], { minLength: all.length })),
    );
    fc.assert(
      fc.property(someSegments, shuffled, (segments, [accounts, order]) => {
        const before = ask(segments, accounts, { fields });
        const after = ask(
          segments,
          order.map((at) => accounts[at]!),
          { fields },
        );
        expect(after.fit.classifiers).toEqual(before.fit.classifiers);
        for (const name of NAMES) {
          const labels = before.labels(name);
          expect(after.labels(name)).toEqual(order.map((at) => labels[at]));
        }
        for (const [name, part] of SCORES) {
          const scores = before.scores(name, part);
          expect(after.scores(name, part)).toEqual(order.map((at) => scores[at]));
        }
      }),
    );
  });

  it("segments-21: one account asked alone, with the fit stored and read again, answers by every method as in bulk", () => {
    fc.assert(
      fc.property(
        someSegments,
        someAccounts,
        fc.constantFrom(...NAMES),
        (segments, accounts, name) => {
          const { base, compiled, fit, labels } = askedBy(segments, name, accounts);
          const stored = orThrow(parseFit(JSON.stringify(fit)));
          expect(stored).toEqual(fit);
          const again = orThrow(withFit({ ...compiled, fit: undefined }, stored));
          const alone = base.accounts.map((account) => {
            const { value } = decideCare({ account, coverage: {} }, again, {
              asOf,
              calendar,
            }).segment;
            return value.kind === "segment" ? value.segment : value.kind;
          });
          expect(alone).toEqual(labels());
        },
      ),
    );
  });

  it("segments-22: under every method an account has one outcome, or candidates and the facts that are missing", () => {
    fc.assert(
      fc.property(
        someSegments,
        someAccounts,
        fc.constantFrom(...NAMES),
        (segments, accounts, name) => {
          const { compiled, decide } = askedBy(segments, name, accounts);
          const { labels } = compiled.classifiers.get(name)!;
          for (const index of accounts.keys()) {
            const { value, missing } = decide(index).segment;
            expect(value.kind).toMatch(/^(segment|excluded|unclassified|undecided)$/);
            if (value.kind === "segment") expect(labels.has(value.segment)).toBe(true);
            if (value.kind !== "undecided") {
              expect(missing).toEqual([]);
              continue;
            }
            expect(new Set(value.candidates).size).toBe(value.candidates.length);
            expect(value.candidates.length).toBeGreaterThan(1);
            expect(missing.length).toBeGreaterThan(0);
          }
        },
      ),
    );
  });

  it("segments-23: whatever a missing fact turns out to be, every method gives under the same fit what it held possible", () => {
    const known = fc.subarray(["value", "r", "f", "m", "level", "word"]);
    fc.assert(
      fc.property(
        someSegments,
        someAccounts,
        wholeFacts,
        known,
        (segments, accounts, facts, names) => {
          const some = Object.fromEntries(
            Object.entries(facts).filter(([name]) => names.includes(name)),
          );
          for (const name of NAMES) {
            const { compiled } = askedBy(segments, name, accounts);
            const outcome = (own: object) =>
              decideCare(
                { account: { id: 1, own: own as Record<string, number> }, coverage: {} },
                compiled,
                {
                  asOf,
                  calendar,
                },
              ).segment.value;
            const [before, after] = [outcome(some), outcome(facts)];
            const possible = (each: typeof before): readonly string[] => {
              if (each.kind === "segment") return [each.segment];
              return "candidates" in each ? each.candidates : [each.kind];
            };
            const treatsMissing =
              name === "abc" || name === "field" || name === "top"
                ? (segments["abc"] as { missing: string }).missing !== "undecided"
                : false;
            const rescales = (segments["card"] as { missing: string }).missing === "rescale";
            if (treatsMissing || (rescales && (name === "card" || name === "top"))) continue;
            expect(possible(before)).toEqual(expect.arrayContaining([...possible(after)]));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("segments-24: ABC classes are those of the definition, counted anew for every account", () => {
    fc.assert(
      fc.property(
        amounts,
        boundaries,
        fc.constantFrom("cumulativeShare", "rank"),
        (values, boundary, by) => {
          const shares = [0.5, 0.8, 0.95];
          const { classes } = abcClasses(values, { by, boundary, shares } as Parameters<
            typeof abcClasses
          >[1]);
          const expected = slowAbc(values, shares, boundary, by as "rank");
          const codes = values.map((value, index) => expected[index] ?? (value === 0 ? 253 : 254));
          expect([...classes]).toEqual(codes);
        },
      ),
    );
  });

  it("segments-25: more money never lowers an ABC class under the same cuts, nor under new ones where the boundary is `include`", () => {
    const some = amounts.filter((values) => values.length > 0);
    fc.assert(
      fc.property(
        some,
        fc.nat(30),
        fc.nat(11),
        boundaries,
        fc.constantFrom("cumulativeShare", "rank"),
        (values, more, at, boundary, by) => {
          const index = at % values.length;
          const richer = values.with(index, values[index]! + more);
          const place = (label: string) => ["A", "B", "C", "undecided"].indexOf(label);
          const before = ask({ abc: abcOf(boundary, by) }, valued(values), { fields });
          const { account, coverage } = {
            account: { id: 1, own: { value: richer[index]! } },
            coverage: {},
          };
          const { value } = decideCare({ account, coverage }, before.compiled, {
            asOf,
            calendar,
          }).segment;
          const was = place(before.labels()[index]!);
          expect(place(value.kind === "segment" ? value.segment : value.kind)).toBeLessThanOrEqual(
            was === 2 && values.every((each) => each <= 0) ? 3 : was,
          );
          const anew = ask({ abc: abcOf("include", by) }, valued(richer), { fields }).labels()[
            index
          ]!;
          const included = ask({ abc: abcOf("include", by) }, valued(values), { fields }).labels()[
            index
          ]!;
          expect(place(anew)).toBeLessThanOrEqual(place(included));
        },
      ),
    );
  });

  it("segments-26: the classes of an ABC fit add up to all that was ranked, and equal values are in one class", () => {
    fc.assert(
      fc.property(
        amounts,
        boundaries,
        fc.constantFrom("cumulativeShare", "rank"),
        (values, boundary, by) => {
          const shares = [0.8, 0.95];
          const { classes, fit } = abcClasses(values, { by, boundary, shares } as Parameters<
            typeof abcClasses
          >[1]);
          const byValue = new Map(values.map((value, index) => [value, classes[index]]));
          expect([...classes]).toEqual(values.map((value) => byValue.get(value)));
          if (fit === undefined) return;
          const sum = (of: "accounts" | "total" | "shareOfAccounts" | "shareOfTotal") =>
            fit.classes.reduce((all, each) => all + each[of], 0);
          const positive = values.filter((value) => value > 0);
          expect(sum("accounts")).toBe(positive.length);
          expect(sum("total")).toBe(positive.reduce((all, each) => all + each, 0));
          expect(sum("shareOfAccounts")).toBeCloseTo(1, 12);
          expect(sum("shareOfTotal")).toBeCloseTo(1, 12);
          expect(fit.counted + fit.zero + fit.negative + fit.missing).toBe(values.length);
          fit.classes.forEach(({ accounts }, at) => {
            expect([...classes].filter((code) => code === at)).toHaveLength(accounts);
          });
        },
      ),
    );
  });

  it("segments-27: RFM scores by quantiles are those of the slow twin, and equal values have equal scores", () => {
    const rows = fc.array(fc.tuple(fc.nat(20), fc.nat(6), fc.nat(40)), {
      minLength: 1,
      maxLength: 25,
    });
    const bins = fc.integer({ min: 2, max: 6 });
    fc.assert(
      fc.property(
        rows,
        bins,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom("lower", "upper"),
        (all, n, type, boundary) => {
          const column = (at: 0 | 1 | 2) => Float64Array.from(all, (row) => row[at]);
          const columns = { recency: column(0), frequency: column(1), monetary: column(2) };
          const scoring = { by: "quantile", type: type as 7, boundary } as const;
          const found = rfmScores(columns, { bins: n, scoring, unit: 1 });
          const slow = (values: Float64Array) => slowScores([...values], n, type as 7, boundary);
          expect([...found.recency]).toEqual(slow(columns.recency).map((each) => n + 1 - each));
          expect([...found.frequency]).toEqual(slow(columns.frequency));
          expect([...found.monetary]).toEqual(slow(columns.monetary));
        },
      ),
    );
  });

  it("segments-28: who bought more recently, more often and for more scores nowhere lower, by every method but nested", () => {
    const flat = someScorings.filter((each) => (each as { by: string }).by !== "nested");
    fc.assert(
      fc.property(flat, fc.array(wholeFacts, { minLength: 2, maxLength: 12 }), (scoring, all) => {
        const segments = {
          rfm: {
            method: "rfm",
            labels: { all: {} },
            ...{ recency: "r", frequency: "f", monetary: "m", bins: 3, scoring },
            ...{ hitPolicy: "unique", segments: [], otherwise: "all" },
            ...{ neverBought: "all", missing: "undecided" },
          },
        };
        const { scores } = ask(
          segments,
          all.map((own) => ({ own })),
          { fields },
        );
        const axes = [
          ["recency", "r", -1],
          ["frequency", "f", 1],
          ["monetary", "m", 1],
        ] as const;
        for (const [axis, field, sign] of axes) {
          const found = scores("rfm", axis);
          const values = all.map((own) => sign * (own as Record<string, number>)[field]!);
          for (const left of all.keys()) {
            for (const right of all.keys()) {
              if (values[left]! < values[right]!) continue;
              expect(found[left]).toBeGreaterThanOrEqual(found[right]!);
            }
          }
        }
      }),
    );
  });

  it("segments-29: a matrix gives what is written in the cell", () => {
    const words = ["low", "medium", "high"];
    const cells = fc.array(fc.constantFrom("p", "q"), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(cells, fc.nat(2), fc.nat(2), (table, row, column) => {
        const labels = Object.fromEntries(table.map((label) => [label, {}]));
        const of = (at: number) =>
          Object.fromEntries(words.map((word, each) => [word, table[at * 3 + each]]));
        const matrix = {
          method: "matrix",
          labels,
          axes: [
            { field: "effort", values: words },
            { field: "strength", values: words },
          ],
          cells: Object.fromEntries(words.map((word, at) => [word, of(at)])),
        };
        const judgements = { effort: { value: words[row] }, strength: { value: words[column] } };
        expect(ask({ matrix }, [{ judgements }]).labels()).toEqual([table[row * 3 + column]]);
      }),
    );
  });

  it("segments-30: a scorecard's score is the weighted sum of criteria normalised one by one", () => {
    const values = fc.array(fc.integer({ min: -5, max: 9 }), { minLength: 2, maxLength: 10 });
    fc.assert(
      fc.property(someNormalisations, values, (normalise, all) => {
        const written = normalise as {
          by: string;
          better: string;
          ties: "mean";
          whenAllEqual: number;
          deviation: string;
        };
        const sign = written.better === "less" ? -1 : 1;
        const signed = all.map((value) => sign * value);
        const [least, most] = [Math.min(...signed), Math.max(...signed)];
        const mean = signed.reduce((sum, each) => sum + each, 0) / all.length;
        const squares = signed.reduce((sum, each) => sum + (each - mean) ** 2, 0);
        const deviation = Math.sqrt(
          squares / (all.length - (written.deviation === "sample" ? 1 : 0)),
        );
        const expected = all.map((value, index) => {
          const own = signed[index]!;
          if (written.by === "bands") return value >= 3 ? 1 : 0.25;
          if (written.by === "z") return deviation === 0 ? 0 : (own - mean) / deviation;
          if (least === most) return written.whenAllEqual;
          if (written.by === "rank") return slowRank(own, signed, written.ties);
          return (own - least) / (most - least);
        });
        const criteria = [
          { of: "value", weight: 70, normalise },
          {
            of: "f",
            weight: 30,
            normalise: { by: "bands", bands: [{ points: 2, atLeast: 3 }, { points: -1 }] },
          },
        ];
        const card = {
          method: "scorecard",
          labels: { all: {} },
          ...{ weightsSumTo: 100, missing: "undecided", criteria, bands: [{ segment: "all" }] },
        };
        const accounts = all.map((value, f) => ({ own: { value, f } }));
        const found = ask({ card }, accounts, { fields }).scores("card");
        found.forEach((score, index) => {
          expect(score).toBeCloseTo(70 * expected[index]! + 30 * (index >= 3 ? 2 : -1), 9);
        });
      }),
    );
  });

  it("segments-31: an empty base, one account, all equal, all zero, all negative and nothing known have a defined answer under every method", () => {
    const bases: readonly (readonly object[])[] = [
      [],
      [{ value: 3, r: 1, f: 1, m: 1, level: "low", word: "x" }],
      Array(5).fill({ value: 3, r: 1, f: 1, m: 1, level: "low", word: "x" }),
      Array(5).fill({ value: 0, r: 0, f: 0, m: 0, level: "low", word: "y" }),
      Array(5).fill({ value: -2, r: 0, f: 0, m: -2, level: "high", word: "y" }),
      Array(5).fill({}),
    ];
    fc.assert(
      fc.property(
        someSegments,
        fc.constantFrom(...bases),
        someFacts,
        (segments, base, stranger) => {
          for (const name of NAMES) {
            const accounts = base.map((own) => ({ own }));
            const { compiled, labels, fit } = askedBy(segments, name, accounts);
            expect(new Set(labels()).size).toBeLessThanOrEqual(1);
            expect(JSON.stringify(fit)).not.toMatch(/NaN|Infinity|undefined/);
            const account = { id: "stranger", own: stranger as Record<string, number> };
            const { segment } = decideCare({ account, coverage: {} }, compiled, { asOf, calendar });
            expect(segment.value.kind).toMatch(/^(segment|excluded|unclassified|undecided)$/);
            expect(JSON.stringify(segment.because)).not.toMatch(/NaN|Infinity/);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("segments-32: a hundred thousand ties are in one class and have one score", () => {
    const values = new Float64Array(100_000).fill(7);
    fc.assert(
      fc.property(boundaries, fc.constantFrom("cumulativeShare", "rank"), (boundary, by) => {
        const { classes } = abcClasses(values, { by, boundary, shares: [0.8] } as Parameters<
          typeof abcClasses
        >[1]);
        // One group crosses 80 %: 100 is nearer to 80 than 0 is.
        expect(new Set(classes)).toEqual(new Set([boundary === "exclude" ? 1 : 0]));
      }),
      { numRuns: 6 },
    );
    const columns = { recency: values, frequency: values, monetary: values };
    const flat = someScorings.filter((each) => (each as { by: string }).by !== "thresholds");
    fc.assert(
      fc.property(flat, (scoring) => {
        const found = rfmScores(columns, { bins: 5, scoring, unit: 1 } as unknown as Parameters<
          typeof rfmScores
        >[1]);
        expect(new Set(found.score).size).toBe(1);
      }),
      { numRuns: 8 },
    );
  });

  it("segments-33: purchases summed in columns are those counted account by account", () => {
    const first = 17_000;
    const rows = fc.array(
      fc.tuple(fc.nat(4), fc.integer({ min: first, max: first + 800 }), fc.nat(900)),
      {
        maxLength: 30,
      },
    );
    const periods = fc.constantFrom("day", "month", "quarter", "year");
    fc.assert(
      fc.property(rows, periods, (all, period) => {
        const orders = {
          account: Uint32Array.from(all, ([who]) => who),
          day: Int32Array.from(all, ([, day]) => day),
          minor: Float64Array.from(all, ([, , minor]) => minor),
        };
        const found = summarizePurchases(orders, { accounts: 5 });
        const repeats = countRepeatPeriods(orders, { accounts: 5, period });
        for (let who = 0; who < 5; who++) {
          const own = all.filter(([each]) => each === who);
          const labels = own.map(([, day]) => {
            const [year, month] = toCivilDate(day).split("-");
            const quarter = Math.ceil(Number(month) / 3);
            return {
              day: String(day),
              month: `${year}-${month}`,
              quarter: `${year} ${quarter}`,
              year,
            }[period];
          });
          expect(found.orders[who]).toBe(own.length);
          expect(repeats[who]).toBe(Math.max(0, new Set(labels).size - 1));
          expect(found.minor[who]).toBe(own.reduce((sum, [, , minor]) => sum + minor, 0));
          if (own.length === 0) continue;
          expect(found.lastDay[who]).toBe(Math.max(...own.map(([, day]) => day)));
          expect(found.firstDay[who]).toBe(Math.min(...own.map(([, day]) => day)));
        }
      }),
    );
  });

  it("segments-34: without new facts no method changes its answer before the day it names", () => {
    const measures = {
      last: { latest: "orders.orderedOn", over: "always" },
      days: { daysSince: "last" },
    };
    const ages = fc.array(fc.nat(20), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(someSegments, ages, fc.integer({ min: 1, max: 12 }), (segments, all, later) => {
        const [abc, rfm, size] = ["abc", "rfm", "size"].map(
          (name) => segments[name] as { of: string },
        );
        const card = segments["card"] as { criteria: readonly object[] };
        const aged = {
          ...segments,
          abc: { ...abc, of: "days" },
          rfm: { ...rfm, recency: "days" },
          size: {
            ...size,
            of: "days",
            bands: [{ segment: "large", atMost: 6 }, { segment: "small" }],
          },
          card: {
            ...card,
            criteria: [{ ...card.criteria[0], of: "days" }, ...card.criteria.slice(1)],
          },
        };
        const orders = all.map((age, id) => ({
          ...{ id, accountId: id, orderedOn: addDays(asOf, -age) },
          value: { minor: 1, currency: "EUR" },
        }));
        const base = { coverage: { orders: "complete" }, orders };
        const own = { value: 3, f: 2, m: 3, level: "low", word: "x" };
        for (const name of NAMES) {
          const { [name]: last, ...rest } = aged as Readonly<Record<string, object>>;
          const asked = ask(
            { ...rest, [name]: last },
            all.map(() => ({ own })),
            { fields, measures },
            base,
          );
          const today = asked.decide(0);
          const day = addDays(asOf, later);
          if (today.validUntilDate !== undefined && day >= today.validUntilDate) continue;
          const records = {
            account: asked.base.accounts[0]!,
            coverage: asked.base.coverage,
            orders: asked.base.orders!.slice(0, 1),
          };
          const then = decideCare(records, asked.compiled, { asOf: day, calendar });
          expect(then.segment.value).toEqual(today.segment.value);
          if (name !== "rfm") continue;
          const alone = { ...asked.base, ...records, accounts: [records.account] };
          const recency = (asOf: typeof day) => {
            const context = { asOf, classifier: "rfm", score: "recency" };
            return scoreAccounts(alone, asked.compiled, context).data[0];
          };
          expect(recency(day)).toBe(recency(asOf));
        }
      }),
    );
  });

  it("segments-35: columns without a policy give the classes and scores that the policy gives", () => {
    const fitted = someScorings.filter((each) => (each as { by: string }).by !== "thresholds");
    fc.assert(
      fc.property(fitted, fc.array(someFacts, { minLength: 1, maxLength: 12 }), (scoring, all) => {
        const segments = {
          rfm: {
            method: "rfm",
            labels: { all: {} },
            ...{ recency: "r", frequency: "f", monetary: "m", bins: 3, scoring },
            ...{ hitPolicy: "unique", segments: [], otherwise: "all" },
            ...{ neverBought: "all", missing: "undecided" },
          },
          abc: abcOf("nearest"),
        };
        const { labels, scores } = ask(
          segments,
          all.map((own) => ({ own })),
          { fields },
        );
        const column = (name: string) =>
          Float64Array.from(all, (own) => (own as Record<string, number>)[name] ?? Number.NaN);
        const columns = { recency: column("r"), frequency: column("f"), monetary: column("m") };
        const method = { bins: 3, scoring, unit: 1 } as unknown as Parameters<typeof rfmScores>[1];
        expect([...rfmScores(columns, method).score]).toEqual(
          scores("rfm").map((each) => each ?? 0),
        );
        const definition = {
          by: "cumulativeShare",
          boundary: "nearest",
          shares: [0.8, 0.95],
        } as const;
        const { classes, fit } = abcClasses(column("value"), definition);
        const told = [...classes].map((code) => {
          if (code === 255) return "undecided";
          if (code >= 253) return "C";
          return fit === undefined ? "undecided" : ["A", "B", "C"][code];
        });
        expect(told).toEqual(labels());
      }),
    );
  });
});
