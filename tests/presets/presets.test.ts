import {
  classifyAccounts,
  compilePolicy,
  computeBoard,
  decideCare,
  type Finding,
  fitPolicy,
  orThrow,
  recordsByAccount,
  scheduleDuties,
  withParameters,
} from "hoito";
import { ledgerOf, openCampaign, settleCampaign, standingsOf } from "hoito/campaigns";
import { againstTargets, checkMovementPlan } from "hoito/kpis";
import { type Preset, salonWholesaler2014, seededRandom } from "hoito/presets";
import type { Annotated } from "hoito/rules";
import { parseCustomerBase } from "hoito/schemas";
import { describe, expect, it } from "vitest";
import { MAX_SAMPLE_ACCOUNTS } from "../../src/presets/sample-size.js";
import { allPresets, compiledPreset, openParametersOf, readingsOf } from "./all-presets.js";

/** Accounts of a sample in these tests. */
const ACCOUNTS = 40;

const errorsOf = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ severity }) => severity === "error");

describe.each(allPresets)("POL-06 %s", (_, preset) => {
  it.each(readingsOf(preset))("cites an item of its source at every part of $id", (policy) => {
    const [head] = /^S\d/.exec(policy.source ?? "") ?? [];
    expect(head).toBeDefined();
    const parts = partsOf(policy);
    const uncited = parts.filter(([, { source = "" }]) => {
      return !new RegExp(`^${head} §\\S`).test(source);
    });
    expect(uncited.map(([path]) => path)).toEqual([]);
    expect(parts.length).toBeGreaterThan(20);
  });

  it.each(readingsOf(preset))(
    "has a value for each open number of $id, and for no other",
    (policy) => {
      const open = openParametersOf(policy);
      expect(Object.keys(preset.illustrativeValues).toSorted()).toEqual(open.toSorted());
      const silent = open.filter((name) => {
        const { question, note } = policy.parameters![name] as { question?: string; note?: string };
        return question === undefined || note === undefined;
      });
      expect(silent).toEqual([]);
    },
  );

  it.each(readingsOf(preset))("$id compiles with these values, without a finding", (policy) => {
    const filled = orThrow(withParameters(policy, preset.illustrativeValues));
    expect(compilePolicy(filled)).toMatchObject({ ok: true, findings: [] });
  });

  it("goes the whole way on its sample: fit, classify, care, schedule, board", () => {
    const { asOf, period, targets } = preset;
    const { base, calendar, until, substitutions } = preset.sampleBase({
      asOf,
      accounts: ACCOUNTS,
    });
    expect(base.accounts).toHaveLength(ACCOUNTS);
    expect(parseCustomerBase({ ...base }).findings).toEqual([]);
    const fitted = fitPolicy(base, compiledPreset(preset), { asOf });
    const { segmentedBy } = fitted.care;
    const column = classifyAccounts(base, fitted, { asOf });
    const { data, dictionary } = column;
    const found = new Set(Array.from(data, (code) => dictionary[code]!));
    const named = [...fitted.classifiers.get(segmentedBy)!.labels.keys()];
    expect(named.filter((label) => found.has(label)).length).toBeGreaterThan(1);
    const decisions = recordsByAccount(base).map((each) => {
      return decideCare(each, fitted, { asOf, calendar });
    });
    expect(errorsOf(decisions.flatMap(({ findings }) => findings))).toEqual([]);
    const rules = fitted.policy.schedule ?? preset.illustrativeSchedule;
    const context = { asOf, until, calendar, substitutions, rules };
    const schedule = scheduleDuties(base, fitted, context);
    expect(errorsOf(schedule.findings)).toEqual([]);
    expect(schedule.entries.length).toBeGreaterThan(0);
    const board = computeBoard({ ...base, labels: { [segmentedBy]: column } }, fitted.kpis, {
      asOf,
      period,
    });
    const counted = board.rows.filter(({ figure }) => figure.value !== undefined);
    expect(counted.length).toBeGreaterThan(board.rows.length / 2);
    expect(errorsOf(againstTargets(board, targets, { steadyWithin: 0.01 }).findings)).toEqual([]);
  });

  it("runs its campaigns on its sample, from the opening to the settlement", () => {
    const { asOf } = preset;
    const { calendar, campaigns } = preset.sampleBase({ asOf, accounts: ACCOUNTS });
    const compiled = compiledPreset(preset);
    expect(Object.keys(campaigns)).toEqual([...compiled.campaigns.keys()]);
    for (const [name, { members, events, at }] of Object.entries(campaigns)) {
      const open = orThrow(openCampaign(members, compiled.campaigns.get(name)!, { calendar }));
      const ledger = ledgerOf(events, open, { at });
      const { rows } = standingsOf(ledger, open, { at });
      expect(rows.map(({ memberId }) => memberId).toSorted()).toEqual(
        members.map(({ id }) => id).toSorted(),
      );
      expect(rows.some(({ points }) => points > 0)).toBe(true);
      expect(settleCampaign(ledger, open, { at }).members).toHaveLength(members.length);
    }
  });
});

/** Parts of a policy that come from its source, each with its path. */
function partsOf(policy: Preset["policy"]): readonly (readonly [string, Annotated])[] {
  const { parameters = {}, measures = {}, segments, care, cadences, campaigns = {} } = policy;
  const { models, serviceLevels = {}, paths = {}, plans = {} } = care;
  const named = (path: string, parts: object = {}) => {
    return Object.entries(parts).map(
      ([name, part]) => [`${path}.${name}`, part as Annotated] as const,
    );
  };
  const within = (path: string, parts: object, words: readonly string[]) => {
    return Object.entries(parts).flatMap(([name, part]) => {
      return words.flatMap((word) => named(`${path}.${name}.${word}`, Reflect.get(part, word)));
    });
  };
  return [
    ...named("parameters", parameters),
    ...named("measures", measures),
    ...named("segments", segments),
    ...within("segments", segments, ["labels", "rules", "criteria", "bands"]),
    ...within("segments", segments, ["events", "transitions"]),
    ...named("care.models", models),
    ...named("care.serviceLevels", serviceLevels),
    ...named("care.paths", paths),
    ...within("care.paths", paths, ["steps"]),
    ...named("care.plans", plans),
    ...within("care.plans", plans, ["analysis", "goals", "actions"]),
    ...named("cadences", cadences),
    ...named("campaigns", campaigns),
    ...within("campaigns", campaigns, ["criteria", "teamGoals"]),
    ...named("kpis", policy.kpis),
  ];
}

describe("POL-06 what samples are made of", () => {
  it.each([-1, 1.5, Number.NaN, MAX_SAMPLE_ACCOUNTS + 1])("%d accounts are refused", (accounts) => {
    const { sampleBase, asOf } = salonWholesaler2014;
    expect(() => sampleBase({ asOf, accounts })).toThrow(
      expect.objectContaining({ code: "out-of-range", path: "accounts" }),
    );
  });

  it("a sample has the preset's own number of accounts where none is asked for", () => {
    const { sampleBase, asOf } = salonWholesaler2014;
    expect(sampleBase({ asOf }).base.accounts).toHaveLength(160);
  });

  it("no account is a base too, with its people", () => {
    const { sampleBase, asOf } = salonWholesaler2014;
    const { base } = sampleBase({ asOf, accounts: 0 });
    expect([base.accounts.length, base.people!.length > 0]).toEqual([0, true]);
  });

  it("numbers are drawn evenly, whole numbers below their bound, shares as often as they say", () => {
    const random = seededRandom(1, 0);
    const drawn = Array.from({ length: 6000 }, () => random.below(6));
    const counts = [0, 1, 2, 3, 4, 5].map((face) => drawn.filter((each) => each === face).length);
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(100);
    expect([random.chance(0), random.chance(1)]).toEqual([false, true]);
    expect(random.pick(["only"])).toBe("only");
  });

  it("mulberry32 as published: the first three numbers of seed 0", () => {
    const random = seededRandom(0, 0);
    const drawn = [random.next(), random.next(), random.next()];
    const published = [0.26642920868471265, 0.0003297457005828619, 0.2232720274478197];
    expect(drawn).toEqual(published);
  });
});

describe("POL-06 the class targets that source 4 quotes", () => {
  it("drain B by ten a year and need 30 gold customers to hold 50", () => {
    const result = checkMovementPlan(salonWholesaler2014.movementPlan!);
    expect(result.findings.map(({ code }) => code)).toEqual(["class-drained"]);
    expect(orThrow(result)).toMatchObject({
      total: 20,
      net: { A: 20, B: -10, C: 10 },
      neededAtStart: { A: 30 },
      gainedMovedOn: 0.5,
    });
  });
});

describe.each(allPresets)("sampleBase of %s", (_, { sampleBase }) => {
  it("says which option is misspelt, and how a day is written", () => {
    expect(() => sampleBase({ asOf: "2018-01-31", acounts: 3 } as never)).toThrow(
      expect.objectContaining({ code: "unknown-option", path: "options.acounts" }),
    );
    expect(() => sampleBase({ asof: "2018-01-31" } as never)).toThrow(
      expect.objectContaining({ code: "unknown-option", path: "options.asof" }),
    );
    for (const wrong of [undefined, {}, { asOf: new Date(0) }, { asOf: "2018-02-30" }]) {
      expect(() => sampleBase(wrong as never)).toThrow(
        expect.objectContaining({ code: "not-a-civil-date", path: "options.asOf" }),
      );
    }
  });
});
