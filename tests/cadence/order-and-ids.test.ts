import { describe, expect, it } from "vitest";
import {
  type Cadence,
  compareDuties,
  type Duty,
  type DutyStatus,
} from "../../src/cadence/index.js";
import type { CivilDate } from "../../src/time/index.js";
import { dutiesOn, held } from "./ask-duties.js";

function duty(
  status: DutyStatus,
  significance: number,
  latest: CivilDate | undefined,
  id: string,
): Duty {
  const window =
    latest === undefined ? {} : { window: { earliest: latest, ideal: latest, latest } };
  const value = { status, daysLate: 0, ...window };
  return { id, accountId: "A", cadence: "visits", significance, value, because: [], missing: [] };
}

/** In the order in which they are worked. */
const worked: readonly Duty[] = [
  duty("late", 1, "2018-01-10", "b"),
  duty("late", 1, "2018-01-11", "a"),
  duty("due", 1, "2018-01-01", "c"),
  duty("due", 1, "2018-01-01", "d"),
  duty("late", 2, "2018-01-01", "e"),
  duty("due", 2, "2018-01-01", "f"),
  duty("ok", 1, "2018-03-01", "g"),
  duty("early", 1, "2018-03-01", "h"),
  duty("undecided", 1, undefined, "i"),
  duty("exceeded", 1, undefined, "j"),
  duty("fulfilled", 1, undefined, "k"),
  duty("fulfilled", 1, undefined, "l"),
  duty("ok", 2, "2018-03-01", "m"),
];

describe("CAD-01 CAD-02 the order of work", () => {
  it("CAD-01 what is to be done first, then significance, status, latest day and id", () => {
    for (const order of [
      worked,
      worked.toReversed(),
      worked.toSorted((a, b) => (a.id < b.id ? 1 : -1)),
    ]) {
      expect(order.toSorted(compareDuties).map(({ id }) => id)).toEqual(worked.map(({ id }) => id));
    }
    expect(compareDuties(worked[0]!, worked[0]!)).toBe(0);
  });
});

describe("CAD-01 CAD-02 the ids of duties", () => {
  const counts = { field: "kind", equals: "visit" } as const;
  const cadences: Readonly<Record<string, Cadence>> = {
    since: {
      method: "interval",
      counts,
      earliest: { days: 0 },
      ideal: { days: 10 },
      latest: { days: 20 },
      whenNever: "dueAtOnce",
      roll: "next",
    },
    year: {
      method: "quota",
      counts,
      atLeast: 2,
      per: "year",
      counting: "held",
      spread: "even",
      roll: "next",
    },
    rolling: {
      method: "quota",
      counts,
      atLeast: 1,
      per: { rolling: { days: 30 } },
      counting: "held",
      spread: "even",
      roll: "next",
    },
  };

  it("CAD-01 CAD-02 stay until the contact is made, and hold no date but a period's label", () => {
    const account = { relationshipStart: "2018-01-01" } as const;
    const idsOn = (asOf: CivilDate) =>
      dutiesOn(cadences, { asOf, account, activities: [held("2018-02-05")] })
        .map(({ id }) => id)
        .sort();
    const before = ["A|rolling|#1", "A|since|#1", "A|year|2018#1", "A|year|2018#2"];
    expect(idsOn("2018-01-05")).toEqual(before);
    expect(idsOn("2018-02-04")).toEqual(before);
    const after = ["A|rolling|#2", "A|since|#2", "A|year|2018#2"];
    expect(idsOn("2018-02-05")).toEqual(after);
    expect(idsOn("2018-12-31")).toEqual(after);
    expect(idsOn("2019-01-01")).toEqual([
      "A|rolling|#2",
      "A|since|#2",
      "A|year|2019#1",
      "A|year|2019#2",
    ]);
  });
});
