import { describe, expect, it } from "vitest";
import { type Cap, explainPoints, ledgerEntries } from "../../src/campaigns/index.js";
import type { CivilDate } from "../../src/time/index.js";
import {
  earning,
  logged,
  opened,
  perVisit,
  pointsOf,
  SETTLED,
  sellers,
  told,
  visit,
} from "./spring.js";

const on = (id: number, day: CivilDate, accountId = "A", personId = "a") =>
  visit(id, personId, day, { accountId });
const week = [
  on(1, "2018-01-15"),
  on(2, "2018-01-15", "B"),
  on(3, "2018-01-16"),
  on(4, "2018-01-23", "B"),
  on(5, "2018-01-23", "C", "b"),
].map(logged);

function total(caps: readonly Cap[], newAccounts: readonly string[] = []): readonly number[] {
  const open = opened(earning({ visits: perVisit(2) }, { caps }), sellers, newAccounts);
  const { total: of } = pointsOf(week, open);
  return [of("a"), of("b")];
}

describe("CAMP-11 caps", () => {
  it.each<[string, Cap, readonly number[]]>([
    ["none that bites", { per: "member", most: 100 }, [8, 2]],
    ["a day", { per: "day", most: 2 }, [6, 2]],
    ["a week", { per: "week", most: 3 }, [5, 2]],
    ["a member", { per: "member", most: 5 }, [5, 2]],
    ["an account", { per: "account", most: 3 }, [6, 2]],
    ["the campaign", { per: "campaign", most: 7 }, [7, 0]],
    ["nothing at all", { per: "campaign", most: 0 }, [0, 0]],
    [
      "a criterion a day",
      { per: "criterion", criterion: "visits", within: "day", most: 3 },
      [7, 2],
    ],
    [
      "a criterion a week",
      { per: "criterion", criterion: "visits", within: "week", most: 1 },
      [2, 1],
    ],
    [
      "a criterion in all",
      { per: "criterion", criterion: "visits", within: "campaign", most: 1 },
      [1, 1],
    ],
  ])("CAMP-11 for %s", (_, cap, expected) => {
    expect(total([cap])).toEqual(expected);
  });

  it("CAMP-11 caps apply in the order of the definition, and the entry names what each took", () => {
    const account: Cap = { per: "account", most: 3 };
    const day: Cap = { per: "day", most: 2 };
    // The day leaves 2 + 2 for A and 2 for B, the account takes one of A's; the account first
    // leaves A 2 + 1 and B 2 + 1, of which the day then takes B's first two.
    expect(total([day, account])[0]).toBe(5);
    expect(total([account, day])[0]).toBe(4);
    const open = opened(earning({ visits: perVisit(2) }, { caps: [day, account] }));
    const { ledger } = pointsOf(week, open);
    const taken = ledgerEntries(ledger, "a").map(({ units, withheld }) => [units, withheld]);
    expect(taken).toEqual([
      [2, undefined],
      [0, [{ cap: "caps[0]", units: 2 }]],
      [1, [{ cap: "caps[1]", units: 1 }]],
      [2, undefined],
    ]);
    const why = explainPoints(ledger, open, { at: SETTLED, memberId: "a" });
    expect(why.because[1]).toMatchObject({
      of: [{ step: "withheld", path: "campaigns.spring.caps[0]", details: { points: 2 } }],
    });
  });

  it("CAMP-11 a reversal makes room for what a cap had taken, and says so", () => {
    const open = opened(earning({ visits: perVisit(2) }, { caps: [{ per: "member", most: 3 }] }));
    const gone = told("deleted", "2018-02-01T10:00:00Z", on(1, "2018-01-15"));
    const { ledger, total: of } = pointsOf([...week, gone], open);
    expect(of("a")).toBe(3);
    const late = ledgerEntries(ledger, "a").filter(({ at }) => at === gone.at);
    expect(late.map(({ kind, cause, units }) => [kind, cause, units])).toEqual([
      ["reversal", "deleted", -2],
      ["award", "cap", 1],
      ["award", "cap", 1],
    ]);
  });

  it("CAMP-11 an activity of the same account cools down, others do not", () => {
    const visits = { ...perVisit(), coolDownDays: 8 } as ReturnType<typeof perVisit>;
    const open = opened(earning({ visits, more: perVisit() }));
    const days: readonly CivilDate[] = ["2018-01-15", "2018-01-22", "2018-01-23", "2018-01-31"];
    const { ledger } = pointsOf(
      [...days.map((day, id) => on(id, day)), on(9, "2018-01-16", "B")].map(logged),
      open,
    );
    const own = { at: SETTLED, memberId: "a", criterion: "visits" } as const;
    expect(explainPoints(ledger, open, own).value).toBe(4);
    expect(explainPoints(ledger, open, { ...own, criterion: "more" }).value).toBe(5);
    const cooled = ledgerEntries(ledger).filter(
      ({ withheld }) => withheld?.[0]?.cap === "coolDown",
    );
    expect(cooled.map(({ units, events }) => [units, events[0]?.id])).toEqual([[0, 1]]);
  });

  it("CAMP-15 points about new customers count up to a share of those about the others", () => {
    const balance: Cap = { per: "newAccounts", mostPercentOfOthers: 50 };
    // Member a: A old with 4 points, B new with 4, of which 2 count; member b: only new.
    expect(total([balance], ["B", "C"])).toEqual([6, 0]);
    expect(total([{ ...balance, mostPercentOfOthers: 100 }], ["B", "C"])).toEqual([8, 0]);
    expect(total([{ ...balance, mostPercentOfOthers: 0 }], ["B"])).toEqual([4, 2]);
    expect(total([balance], [])).toEqual([8, 2]);
    // 49 % of 4 are 1.96, of which 1 is whole.
    expect(total([{ ...balance, mostPercentOfOthers: 49 }], ["B", "C"])).toEqual([5, 0]);
  });
});
