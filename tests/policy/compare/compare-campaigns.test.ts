import { describe, expect, it } from "vitest";
import type { CampaignEvent } from "../../../src/campaigns/index.js";
import { compareCampaigns, type PolicyPair } from "../../../src/policy/index.js";
import { calendar, SETTLED, springDefinition } from "../../campaigns/spring.js";
import { compiledWith } from "./two-policies.js";

const { teamGoals: _goals, budget: _budget, tiers: _tiers, ...rest } = springDefinition;
const { rankPrizes: _ranks, figurePrizes: _figures, ...withoutPrizes } = rest;
const prize = (amount: string, currency = "EUR") => ({ amount, currency });

/** A point for each lead, and a prize from ten points on. */
const leads = (points: number, amount = prize("30.00")) => ({
  ...withoutPrizes,
  criteria: { leads: { kind: "credit", source: "leads", points } },
  tiers: { bound: "inclusive", take: "highestOnly", rungs: [{ fromPoints: 10, prize: amount }] },
});
const withCampaigns = (campaigns: object, currency = "EUR") =>
  compiledWith({ campaigns, currency });
const members = [{ id: "Aino" }, { id: "Eero" }];
const passed = (memberId: string, times: number): CampaignEvent => ({
  at: "2018-03-02T08:00:00Z",
  kind: "credited",
  credit: { id: memberId, source: "leads", memberId, accountId: "A", on: "2018-03-01", times },
});
const events = [passed("Aino", 6), passed("Eero", 10)];
const facts = { members, events, at: SETTLED };
const compare = (policies: PolicyPair, of: object = { spring: facts }) =>
  compareCampaigns(of as { spring: typeof facts }, policies, { calendar });

describe("POL-04 points and prizes gained and lost", () => {
  it("POL-04 runs the same events by both definitions", () => {
    const before = withCampaigns({ spring: leads(1) });
    const after = withCampaigns({ spring: leads(2) });
    // Six leads are 6 points or 12, ten are 10 or 20; from 10 points on there are 30 €.
    expect(compare({ before, after })).toEqual([
      {
        kind: "compared",
        campaign: "spring",
        points: { before: 16, after: 32, gained: 16, lost: 0 },
        prizes: {
          before: { minor: 3000, currency: "EUR" },
          after: { minor: 6000, currency: "EUR" },
          gained: { minor: 3000, currency: "EUR" },
          lost: { minor: 0, currency: "EUR" },
        },
        undecidedPrizes: {
          before: { minor: 0, currency: "EUR" },
          after: { minor: 0, currency: "EUR" },
        },
        members: [
          {
            memberId: "Aino",
            pointsBefore: 6,
            pointsAfter: 12,
            prizesBefore: { minor: 0, currency: "EUR" },
            prizesAfter: { minor: 3000, currency: "EUR" },
          },
          {
            memberId: "Eero",
            pointsBefore: 10,
            pointsAfter: 20,
            prizesBefore: { minor: 3000, currency: "EUR" },
            prizesAfter: { minor: 3000, currency: "EUR" },
          },
        ],
      },
    ]);
    expect(compare({ before: after, after: before })[0]).toMatchObject({
      points: { gained: 0, lost: 16 },
      prizes: { gained: { minor: 0 }, lost: { minor: 3000 } },
    });
  });

  it("adds up no prizes of different currencies", () => {
    const before = withCampaigns({ spring: leads(1) });
    const after = withCampaigns({ spring: leads(1, prize("300.00", "SEK")) }, "SEK");
    const [found] = compare({ before, after });
    expect(found).toMatchObject({
      prizes: {
        before: { minor: 3000, currency: "EUR" },
        after: { minor: 30_000, currency: "SEK" },
      },
    });
    expect(found).not.toHaveProperty("prizes.gained");
  });

  it("says of every campaign that it does not compare why", () => {
    const before = withCampaigns({ spring: leads(1), autumn: leads(1), silent: leads(1) });
    const after = withCampaigns({ spring: leads(1), summer: leads(1), silent: leads(1) });
    const twice = { ...facts, members: [...members, { id: "Aino" }] };
    const found = compare({ before, after }, { spring: twice, winter: facts });
    expect(
      found.map((each) => [each.campaign, each.kind === "notCompared" && each.because]),
    ).toEqual([
      ["autumn", "onlyBefore"],
      ["silent", "noFacts"],
      ["spring", "notOpened"],
      ["summer", "onlyAfter"],
      ["winter", "inNeither"],
    ]);
    expect(found[2]).toMatchObject({
      findings: [{ code: "duplicate-member" }, { code: "duplicate-member" }],
    });
  });

  it("says why, where only one of the two definitions cannot be opened", () => {
    const before = withCampaigns({ spring: leads(1) });
    const budget = { amount: prize("1.00"), whenExceeded: "refuse" };
    const after = withCampaigns({ spring: { ...leads(1), budget } });
    for (const policies of [
      { before, after },
      { before: after, after: before },
    ]) {
      const [found] = compare(policies);
      expect(found).toMatchObject({
        because: "notOpened",
        findings: [{ code: "budget-too-small" }],
      });
    }
  });

  it("hands on which accounts count as new", () => {
    const policies = {
      before: withCampaigns({ spring: leads(1) }),
      after: withCampaigns({ spring: leads(1) }),
    };
    expect(compare(policies, { spring: { ...facts, newAccountIds: ["A"] } })[0]).toMatchObject({
      points: { before: 16, after: 16 },
    });
  });
});
