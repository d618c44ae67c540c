import { describe, expect, it } from "vitest";
import type { CustomerBase } from "../../../src/facts/index.js";
import { compareCare, comparePolicies, compilePolicy } from "../../../src/policy/index.js";
import { orThrow } from "../../../src/shapes/index.js";
import type { CivilDate } from "../../../src/time/index.js";
import cases from "../../golden/policy/compare-calls-and-visits.json" with { type: "json" };
import readings from "../../golden/policy/compare-s1-readings.json" with { type: "json" };
import vectors from "../../golden/policy/s1-vectors.json" with { type: "json" };
import { growthCompanyPolicy, type Reading } from "../../presets/growth-company-readings.js";
import { against, calendar, known } from "./two-policies.js";

describe("POL-04 worked comparisons", () => {
  it.each(cases)("POL-04 $description", ({ given, asOf, until, expected }) => {
    const context = { asOf: asOf as CivilDate, until: until as CivilDate, calendar };
    const { care, contacts, hours } = comparePolicies(known, against(given.after), context);
    const movers = care.movers.map(({ accountId, segment: { from, to } }) => [accountId, from, to]);
    expect(movers).toEqual(expected.movers);
    expect(contacts!.total).toMatchObject(expected.contacts);
    expect(hours!.total.minutes).toEqual(expected.minutes);
  });
});

describe("POL-04 the two readings of source 1", () => {
  it.each(readings.expected)("POL-04 R500 against R1000, headcount $headcountBound", (expected) => {
    const [before, after] = (["R500", "R1000"] as const).map((reading) => {
      const options = { reading, headcountBound: expected.headcountBound } as Reading;
      return orThrow(compilePolicy(growthCompanyPolicy(options)));
    });
    const asOf = readings.asOf as CivilDate;
    const found = vectors.map(({ id, given }) => {
      const { account, ...lists } = given;
      const one = { accounts: [account], ...lists } as unknown as CustomerBase;
      return [id, compareCare(one, { before: before!, after: after! }, { asOf })] as const;
    });
    const movers = found.flatMap(
      ([
        id,
        {
          movers: [mover],
        },
      ]) => {
        return mover === undefined ? [] : [[id, mover.segment]];
      },
    );
    expect(Object.fromEntries(movers)).toEqual(expected.movers);
    const open = found.filter(([, { undecided }]) => undecided > 0).map(([id]) => id);
    expect(open).toEqual(expected.undecided);
  });
});
