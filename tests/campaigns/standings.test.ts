import { describe, expect, it } from "vitest";
import {
  anonymousStandings,
  type CampaignEvent,
  ledgerOf,
  neighboursOf,
  type Ranking,
  standingsOf,
} from "../../src/campaigns/index.js";
import type { Instant, RecordId } from "../../src/facts/index.js";
import { earning, logged, opened, SETTLED, STATUS, sellers, told, visit } from "./spring.js";

/** Points by credits. */
function credited(memberId: RecordId, times: number, at: Instant): CampaignEvent {
  const on = at.slice(0, 10) as `${number}-${number}-${number}`;
  const credit = { id: `${memberId}${at}`, source: "given", memberId, accountId: "A", on, times };
  return { at, kind: "credited", credit };
}

const EARLY = "2018-01-20T10:00:00Z";
const given = { kind: "credit", source: "given", points: 1 } as const;
const scores = { a: 5, b: 7, c: 7, d: 5, e: 2, f: 0, g: 5 };
const events = Object.entries(scores)
  .filter(([, times]) => times > 0)
  .map(([id, times]) => credited(id, times, EARLY));

function board(
  ranks: Ranking["ranks"],
  ties: Ranking["ties"] = [],
  more: readonly CampaignEvent[] = [],
) {
  const open = opened(earning({ given, status: STATUS }, { ranking: { ranks, ties } }));
  const ledger = ledgerOf([...events, ...more], open, { at: SETTLED });
  return standingsOf(ledger, open, { at: SETTLED });
}

const ranks = (of: ReturnType<typeof board>) =>
  of.rows.map(({ memberId, rank }) => [memberId, rank]);

describe("CAMP-12 standings", () => {
  it.each([
    ["competition", [1, 1, 3, 3, 3, 6, 7]],
    ["dense", [1, 1, 2, 2, 2, 3, 4]],
    ["ordinal", [1, 2, 3, 4, 5, 6, 7]],
  ] as const)(
    "CAMP-12 %s ranks, equal points by id and never by place in a list",
    (convention, expected) => {
      const found = board(convention);
      expect(found.rows.map(({ memberId }) => memberId)).toEqual([
        "b",
        "c",
        "a",
        "d",
        "g",
        "e",
        "f",
      ]);
      expect(found.rows.map(({ rank }) => rank)).toEqual(expected);
      expect(found.rows[0]).toMatchObject({ points: 7, byWeek: [{ week: "2018-W03", points: 7 }] });
      const mixed = opened(earning({ given }, { ranking: { ranks: convention, ties: [] } }), [
        ...sellers.toReversed(),
      ]);
      const ledger = ledgerOf(events.toReversed(), mixed, { at: SETTLED });
      expect(standingsOf(ledger, mixed, { at: SETTLED }).rows.map(({ rank }) => rank)).toEqual(
        expected,
      );
    },
  );

  it("CAMP-12 the tie chain decides between equal points, first to last", () => {
    const later = [
      credited("b", 1, "2018-02-01T10:00:00Z"),
      credited("c", 1, "2018-02-02T10:00:00Z"),
    ];
    expect(ranks(board("competition", ["earliest"], later)).slice(0, 2)).toEqual([
      ["b", 1],
      ["c", 2],
    ]);
    expect(ranks(board("competition", ["fewestReversals"], later)).slice(0, 2)).toEqual([
      ["b", 1],
      ["c", 1],
    ]);
    const visits = visit(1, "c", "2018-01-24");
    const gone = told("deleted", "2018-02-03T10:00:00Z", visits);
    const chain = board(
      "competition",
      ["fewestReversals", "earliest"],
      [...later, logged(visits), gone],
    );
    expect(ranks(chain).slice(0, 2)).toEqual([
      ["b", 1],
      ["c", 2],
    ]);
    const full = [credited("b", 1, EARLY.replace("10", "11") as Instant), logged(visits)];
    expect(ranks(board("dense", ["mostFullWeeks"], full)).slice(0, 2)).toEqual([
      ["c", 1],
      ["b", 2],
    ]);
  });

  it("CAMP-12 movement is counted from the board of the deadline before", () => {
    const open = opened(earning({ given }));
    const more = [credited("e", 9, "2018-01-25T10:00:00Z")];
    const ledger = ledgerOf([...events, ...more], open, { at: SETTLED });
    const first = standingsOf(ledger, open, { at: "2018-01-22T10:00:00Z" });
    expect(first.comparedWith).toBeUndefined();
    expect(first.rows.every(({ movement }) => movement === undefined)).toBe(true);
    const second = standingsOf(ledger, open, { at: "2018-01-29T10:00:00Z" });
    expect(second.comparedWith).toBe("2018-01-22T10:00:00Z");
    expect(second.rows.map(({ memberId, rank, movement }) => [memberId, rank, movement])).toEqual([
      ["e", 1, 5],
      ["b", 2, -1],
      ["c", 2, -1],
      ["a", 4, -1],
      ["d", 4, -1],
      ["g", 4, -1],
      ["f", 7, 0],
    ]);
  });

  it("CAMP-12 neighbours stand just above and just below", () => {
    const found = board("competition");
    const around = (id: RecordId, each: number) =>
      neighboursOf(found, id, { each }).map(({ memberId }) => memberId);
    expect(around("d", 1)).toEqual(["a", "d", "g"]);
    expect(around("b", 1)).toEqual(["b", "c"]);
    expect(around("f", 2)).toEqual(["g", "e", "f"]);
    expect(around("z", 1)).toEqual([]);
  });

  it("CAMP-12 the anonymous board names nobody, and keeps its pseudonyms from week to week", () => {
    const found = anonymousStandings(board("competition"), { salt: "spring" });
    expect(new Set(found.rows.map(({ pseudonym }) => pseudonym))).toEqual(
      new Set(["P1", "P2", "P3", "P4", "P5", "P6", "P7"]),
    );
    expect(JSON.stringify(found)).not.toMatch(/memberId/);
    expect(found.rows.map(({ rank }) => rank)).toEqual([1, 1, 3, 3, 3, 6, 7]);
    const two = found.rows.slice(0, 2).map(({ pseudonym }) => Number(pseudonym.slice(1)));
    expect(two[0]! < two[1]!).toBe(true);
    const last = (salt: string, more: readonly CampaignEvent[]) =>
      anonymousStandings(board("ordinal", [], more), { salt }).rows.find(
        ({ points }) => points === 0,
      )!;
    const later = [credited("e", 9, "2018-02-25T10:00:00Z")];
    expect(last("spring", later).pseudonym).toBe(last("spring", []).pseudonym);
    const salts = new Set(["x", "y", "z", "u", "v"].map((salt) => last(salt, []).pseudonym));
    expect(salts.size).toBeGreaterThan(1);
  });
});
