import * as fc from "fast-check";
import {
  type CareDecision,
  classifyAccounts,
  decideCare,
  explainAccount,
  factsNeeded,
  orThrow,
} from "hoito";
import { parseCases, parseCustomerBase } from "hoito/schemas";
import { labelOf } from "hoito/segments";
import {
  compareGolden,
  expectPolicy,
  goldenText,
  policyCoverage,
  runCase,
  runCases,
  thresholdsOf,
} from "hoito/testing";
import { accounts, bases, records } from "hoito/testing/fast-check";
import { describe, expect, test } from "vitest";
import {
  asOf,
  calendar,
  calendarDefinition,
  visits,
  visitsPolicy,
} from "../testing/visits-policy.js";

const RUNS = { numRuns: 50 };

function holds(assertion: () => void): boolean {
  try {
    assertion();
    return true;
  } catch {
    return false;
  }
}

describe("testkit", () => {
  test("testkit-1: generated bases are always read without a finding", () => {
    const law = fc.property(bases(visits, { asOf, accounts: { most: 3 } }), (base) => {
      const { findings, base: read } = parseCustomerBase(JSON.parse(JSON.stringify(base)), {
        own: visitsPolicy.fields,
      });
      expect(findings).toEqual([]);
      expect(read.accounts).toEqual(base.accounts);
    });
    fc.assert(law, RUNS);
  });

  test("testkit-2: every threshold is hit at, just below and just above", () => {
    const wanted = thresholdsOf(visits, { asOf }).flatMap(({ field, sides }) => {
      return sides.map((side) => `${field} ${JSON.stringify(side)}`);
    });
    const seen = new Set<string>();
    for (const each of fc.sample(records(visits, { asOf }), { numRuns: 500, seed: 1 })) {
      const { account } = each;
      for (const field of ["headcount", "turnover"] as const) {
        seen.add(`${field} ${JSON.stringify(account[field])}`);
      }
      for (const classifier of ["size", "activity"]) {
        for (const { of } of explainAccount(each, visits, { asOf, classifier })
          .because as never[]) {
          note(of);
        }
      }
    }
    expect(wanted.filter((each) => !seen.has(each))).toEqual([]);

    function note(reasons: readonly { path?: string; value?: unknown; of?: never }[]): void {
      for (const { path, value, of } of reasons) {
        seen.add(`${path} ${JSON.stringify(value)}`);
        if (of !== undefined) note(of);
      }
    }
  });

  test("testkit-3: the matchers say of every account what classification and care say", () => {
    const law = fc.property(records(visits, { asOf }), fc.nat(), (each, choice) => {
      const { segment, careModel } = decideCare(each, visits, question);
      const ours = expectPolicy(visits);
      const labels = ["key", "middle", "small", "excluded", "unclassified", "undecided"];
      const label = labels[choice % labels.length]!;
      const isSo = labelOf(segment.value) === label;
      const isOpen = segment.value.kind === "undecided" && segment.value.candidates.includes(label);
      expect(holds(() => ours.toClassify(each, label, { asOf }))).toBe(isSo);
      expect(holds(() => ours.not.toClassify(each, label, { asOf }))).toBe(!isSo && !isOpen);
      const models = ["personal", "light", "none", "undecided"];
      const model = models[choice % models.length]!;
      const { value } = careModel;
      const given = value.kind === "model" ? value.model : value.kind;
      const maybe = value.kind === "undecided" && value.candidates.includes(model);
      expect(holds(() => ours.toGiveCare(each, model, question))).toBe(given === model);
      expect(holds(() => ours.not.toGiveCare(each, model, question))).toBe(
        given !== model && !maybe,
      );
    });
    fc.assert(law, RUNS);
  });

  test("testkit-4: the same seed gives the same facts", () => {
    const options = { numRuns: 20, seed: 7 };
    const first = fc.sample(bases(visits, { asOf }), options);
    expect(fc.sample(bases(visits, { asOf }), options)).toEqual(first);
  });

  test("testkit-5: accounts have the fields that the policy reads, and no others", () => {
    const { accountFields } = factsNeeded(visits, { asOf });
    const law = fc.property(accounts(visits, { asOf }), ({ id: _, own, ...rest }) => {
      const names = [...Object.keys(rest), ...Object.keys(own ?? {})];
      expect(names.filter((name) => !accountFields.includes(name))).toEqual([]);
    });
    fc.assert(law, RUNS);
  });

  test("testkit-6: nobody moves between a policy and itself, but who is undecided", () => {
    const law = fc.property(bases(visits, { asOf, accounts: { most: 5 } }), (base) => {
      fc.pre(base.accounts.length > 0);
      const { data, dictionary } = classifyAccounts(base, visits, { asOf });
      const open = [...data].filter((code) => dictionary[code] === "undecided").length;
      const moving = { asOf, base, from: visits };
      const none = holds(() => expectPolicy(visits).toMoveAtMost({ accounts: 0 }, moving));
      expect(none).toBe(open === 0);
      expect(holds(() => expectPolicy(visits).not.toMoveAtMost({ accounts: 0 }, moving))).toBe(
        false,
      );
      expectPolicy(visits).toMoveAtMost({ accounts: open }, moving);
    });
    fc.assert(law, RUNS);
  });

  test("testkit-7: coverage never counts a row that did not occur, and every one that did", () => {
    const some = fc.array(records(visits, { asOf }), { minLength: 1, maxLength: 4 });
    const law = fc.property(some, (asked) => {
      const coverage = policyCoverage(visits);
      const decisions = asked.map((each) => coverage.see(decideCare(each, visits, question)));
      const { rows } = coverage.report();
      for (const { path, kind, met, decided } of rows) {
        const times = (isSo: (decision: CareDecision) => boolean): number =>
          decisions.filter(isSo).length;
        const own = path.slice(path.lastIndexOf(".") + 1);
        const isRuleMet = ({ segment }: CareDecision): boolean =>
          segment.because.some((each) => {
            return each.kind === "rule" && each.rule === path && each.verdict === "met";
          });
        const expected = path.startsWith("segments.activity.")
          ? 0
          : kind === "label"
            ? times(({ segment }) => labelOf(segment.value) === own)
            : kind === "careModel"
              ? times(({ careModel: { value } }) => value.kind === "model" && value.model === own)
              : kind === "rule"
                ? times(isRuleMet)
                : times(({ duties: { value } }) => {
                    const list = value.kind === "duties" ? value.duties : [];
                    return list.some((duty) => duty.value.status !== "undecided");
                  });
        expect([path, met]).toEqual([path, expected]);
        expect(decided).toBeLessThanOrEqual(met);
      }
      const rules = rows.filter(({ kind }) => kind === "rule");
      const deciding = rules.reduce((total, { decided }) => total + decided, 0);
      expect(deciding).toBe(
        decisions.filter(({ segment }) => segment.value.kind === "segment").length,
      );
    });
    fc.assert(law, RUNS);
  });

  test("testkit-8: a case made from an answer is met, and read from its JSON it still is", () => {
    const law = fc.property(records(visits, { asOf }), (given) => {
      const { segment, careModel, duties, owner, ...rest } = decideCare(given, visits, question);
      const { value: model } = careModel;
      const each = duties.value.kind === "duties" ? duties.value.duties : [];
      const unknown = [segment, careModel, owner, duties, ...each].flatMap(
        ({ missing }) => missing,
      );
      const worked = {
        description: "as it is",
        given,
        asOf,
        calendar: calendarDefinition,
        expect: {
          segment: labelOf(segment.value),
          model: model.kind === "model" ? model.model : model.kind,
          missing: [...new Set(unknown.map(({ path }) => path))],
          findings: rest.findings.map(({ code }) => code),
          validUntilDate: rest.validUntilDate ?? null,
        },
      };
      expect(runCase(visits, worked)).toMatchObject({ verdict: "met", differences: [] });
      const read = orThrow(parseCases(JSON.stringify(worked), { own: visitsPolicy.fields }));
      expect(runCases(visits, read).ok).toBe(true);
      const other = {
        ...worked,
        expect: { segment: worked.expect.segment === "key" ? "small" : "key" },
      };
      expect(runCase(visits, other).verdict).not.toBe("met");
    });
    fc.assert(law, RUNS);
  });

  test("testkit-9: a golden text says the same as its value, whatever the order of properties", () => {
    const law = fc.property(fc.jsonValue(), (value) => {
      const text = goldenText(value);
      expect(compareGolden(text, value)).toEqual([]);
      expect(goldenText(reversed(JSON.parse(text)))).toBe(text);
      expect(compareGolden(text, [value, 1])).not.toEqual([]);
    });
    fc.assert(law, RUNS);
  });
});

const question = { asOf, calendar };

/** The same value, the properties of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, reversed(each)] as const);
  return Object.fromEntries(entries.reverse());
}
