import { describe, expect, it } from "vitest";
import { matchContacts } from "../../../src/policy/compare/match-contacts.js";
import type { OwedContact } from "../../../src/policy/compare/owed-contacts.js";

/** Contacts from a first to a last day of January 2018, as in `"3-5"`. */
const contacts = (...windows: string[]): OwedContact[] =>
  windows.map((window, index) => {
    const [first = "", last = first] = window.split("-");
    const day = (of: string) => `2018-01-${of.padStart(2, "0")}` as "2018-01-01";
    return {
      id: `A|visit|#${index + 1}`,
      accountId: "A",
      cadence: "visit",
      significance: 1,
      permission: "allowed",
      window: { earliest: day(first), ideal: day(first), latest: day(last) },
    };
  });
const match = (before: string[], after: string[]) => {
  const found = matchContacts({ before: contacts(...before), after: contacts(...after) });
  const days = ({ window }: OwedContact) =>
    `${Number(window.earliest.slice(8))}-${Number(window.latest.slice(8))}`;
  return {
    pairs: found.pairs.map(([was, is]) => `${days(was)} → ${days(is)}`),
    vanished: found.vanished.map(days),
    appeared: found.appeared.map(days),
  };
};

describe("POL-04 which contacts are the same under two policies", () => {
  it("pairs equal windows first, wherever they stand", () => {
    expect(match(["1-5", "10-12"], ["10-12", "1-5"])).toEqual({
      pairs: ["1-5 → 1-5", "10-12 → 10-12"],
      vanished: [],
      appeared: [],
    });
    // By days alone 4-8 would be taken for 1-5, and 8-9 would be new.
    expect(match(["1-5", "4-8"], ["4-8", "8-9"])).toEqual({
      pairs: ["4-8 → 4-8"],
      vanished: ["1-5"],
      appeared: ["8-9"],
    });
  });

  it("pairs windows that share a day: the last of one may be the first of the other", () => {
    expect(match(["1-5"], ["5-9"]).pairs).toEqual(["1-5 → 5-9"]);
    expect(match(["5-9"], ["1-5"]).pairs).toEqual(["5-9 → 1-5"]);
    expect(match(["1-4"], ["5-9"])).toEqual({ pairs: [], vanished: ["1-4"], appeared: ["5-9"] });
    expect(match(["5-9"], ["1-4"])).toEqual({ pairs: [], vanished: ["5-9"], appeared: ["1-4"] });
  });

  it("pairs each contact once, in the order of time", () => {
    expect(match(["1-31"], ["20-31", "1-10", "11-19"])).toEqual({
      pairs: ["1-31 → 1-10"],
      vanished: [],
      appeared: ["11-19", "20-31"],
    });
    expect(match(["1-10", "11-20", "21-31"], ["1-31"])).toEqual({
      pairs: ["1-10 → 1-31"],
      vanished: ["11-20", "21-31"],
      appeared: [],
    });
  });

  it("pairs as many contacts of one and the same window as there are on both sides", () => {
    expect(match(["1-5", "1-5", "1-5"], ["1-5"])).toEqual({
      pairs: ["1-5 → 1-5"],
      vanished: ["1-5", "1-5"],
      appeared: [],
    });
    expect(match(["1-5", "1-5"], ["1-5", "1-5"]).pairs).toHaveLength(2);
    expect(match([], ["1-5"]).appeared).toEqual(["1-5"]);
    expect(match([], [])).toEqual({ pairs: [], vanished: [], appeared: [] });
  });
});
