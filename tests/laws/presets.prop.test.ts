import fc from "fast-check";
import {
  addDays,
  type CivilDate,
  classifyAccounts,
  compilePolicy,
  type Finding,
  fitPolicy,
  isWorkingDay,
  orThrow,
  withFit,
  withParameters,
} from "hoito";
import { recordDates, recordKinds } from "hoito/facts";
import type { Preset } from "hoito/presets";
import { parseCustomerBase, parsePolicy } from "hoito/schemas";
import { describe, expect, it } from "vitest";
import { allPresets, compiledPreset, openParametersOf } from "../presets/all-presets.js";

const byName = new Map(allPresets);
const presetOf = (name: string): Preset => byName.get(name)!;
const someNames = fc.constantFrom(...byName.keys());

/** Any day of twenty-five years around those of the sources, and a small base. */
const someOptions = fc.record({
  asOf: fc.nat({ max: 9_000 }).map((days): CivilDate => addDays("2005-01-01", days)),
  seed: fc.integer(),
  accounts: fc.nat({ max: 30 }),
});

const sized = { numRuns: 20 };

const pathsOf = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ path }) => path);

describe("presets", () => {
  it("presets-1: the same options give the same sample, and another seed another one", () => {
    fc.assert(
      fc.property(someNames, someOptions, (name, options) => {
        const { sampleBase } = presetOf(name);
        const sample = JSON.stringify(sampleBase(options));
        expect(JSON.stringify(sampleBase({ ...options }))).toBe(sample);
        const other = JSON.stringify(sampleBase({ ...options, seed: options.seed + 1 }));
        expect(other === sample).toBe(false);
      }),
      sized,
    );
  });

  it("presets-2: a sample of any size on any day is read without a finding, and is JSON", () => {
    fc.assert(
      fc.property(someNames, someOptions, (name, options) => {
        const { sampleBase } = presetOf(name);
        const { base, calendar, until } = sampleBase(options);
        expect(base.accounts).toHaveLength(options.accounts);
        const { findings, base: read } = parseCustomerBase(JSON.parse(JSON.stringify(base)));
        expect(findings).toEqual([]);
        expect(read).toEqual(base);
        expect(until > options.asOf).toBe(true);
        const days = [options.asOf, addDays(until, -1)];
        expect(days.map((day) => typeof isWorkingDay(day, calendar))).toEqual([
          "boolean",
          "boolean",
        ]);
      }),
      sized,
    );
  });

  it("presets-3: an account of a sample is what it is, however many others there are", () => {
    fc.assert(
      fc.property(someNames, someOptions, fc.nat({ max: 10 }), (name, options, more) => {
        const { sampleBase } = presetOf(name);
        const few = sampleBase(options).base;
        const many = sampleBase({ ...options, accounts: options.accounts + more }).base;
        expect(many.accounts.slice(0, options.accounts)).toEqual(few.accounts);
        const known = new Set(few.accounts.map(({ id }) => id));
        for (const kind of recordKinds) {
          const kept = many[kind]?.filter(({ accountId }) => known.has(accountId));
          expect(kept).toEqual(few[kind]);
        }
      }),
      sized,
    );
  });

  it("presets-4: what a sample tells as happened lies before the day of asking or on it", () => {
    fc.assert(
      fc.property(someNames, someOptions, (name, options) => {
        const { sampleBase } = presetOf(name);
        const { base } = sampleBase(options);
        for (const kind of recordKinds) {
          const field = recordDates[kind];
          if (field === null) continue;
          const days = (base[kind] ?? []).map(
            (each) => Reflect.get(each, field) as string | undefined,
          );
          expect(days.filter((day) => day !== undefined && day > options.asOf)).toEqual([]);
        }
      }),
      sized,
    );
  });

  it("presets-5: every open number that has no value is a finding that names it, and none else", () => {
    const someFilled = someNames.chain((name) => {
      return fc.tuple(fc.constant(name), fc.subarray([...openParametersOf(presetOf(name).policy)]));
    });
    fc.assert(
      fc.property(someFilled, ([name, names]) => {
        const { policy, illustrativeValues } = presetOf(name);
        const values = names.map((each) => [each, illustrativeValues[each]!] as const);
        const filled = orThrow(withParameters(policy, Object.fromEntries(values)));
        const lacking = openParametersOf(policy).filter((each) => !names.includes(each));
        const result = compilePolicy(filled);
        expect(pathsOf(result.findings)).toEqual(lacking.map((each) => `parameters.${each}`));
        expect(result.ok).toBe(lacking.length === 0);
        // It is a document: JSON and back changes nothing, filled or not.
        const read = orThrow(parsePolicy(JSON.stringify(filled)));
        expect(read).toEqual(filled);
        expect(pathsOf(compilePolicy(read).findings)).toEqual(pathsOf(result.findings));
      }),
      { numRuns: 30 },
    );
  });

  it("presets-6: a fit that was stored as JSON classifies as it did", () => {
    fc.assert(
      fc.property(someNames, someOptions, (name, options) => {
        const preset = presetOf(name);
        const { asOf } = options;
        const { base } = preset.sampleBase(options);
        const compiled = compiledPreset(preset);
        const fitted = fitPolicy(base, compiled, { asOf });
        const restored = orThrow(withFit(compiled, JSON.parse(JSON.stringify(fitted.fit))));
        const before = classifyAccounts(base, fitted, { asOf });
        const after = classifyAccounts(base, restored, { asOf });
        expect(Array.from(after.data)).toEqual(Array.from(before.data));
        expect(after.dictionary).toEqual(before.dictionary);
      }),
      { numRuns: 15 },
    );
  });
});
