import { describe, expect, it } from "vitest";
import { extendLedger, ledgerOf } from "../../src/campaigns/index.js";
import { parseCampaignEvents, parseLedger } from "../../src/schemas/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { flawless, logged, opened, SETTLED, told, visit } from "../campaigns/spring.js";
import { codesOf } from "../segments/assignment/columns.js";

const at = "2018-02-01T10:00:00Z";
const credit = {
  id: "lead 1",
  source: "leads",
  memberId: "a",
  accountId: 7,
  on: "2018-02-01",
  times: 1,
} as const;
const given = { at, kind: "credited", credit } as const;
const event = logged(visit(1, "a", "2018-01-17"));

describe("CAMP-10 events and ledgers that come back from outside", () => {
  it("CAMP-10 events of every kind come back whole, with what the host wrote beside", () => {
    const activity = { ...event.activity, colour: "red" };
    const kinds = ["logged", "edited", "judged", "deleted"] as const;
    const events = [
      ...kinds.map((kind) => told(kind, at, activity)),
      given,
      { ...given, kind: "withdrawn" },
    ];
    expect(orThrow(parseCampaignEvents(JSON.stringify(events)))).toEqual(events);
    expect(orThrow(parseCampaignEvents([]))).toEqual([]);
  });

  it("CAMP-10 kinds, moments, subjects and numbers that are none are findings", () => {
    const events = [
      { ...event, kind: "loged" },
      { ...event, at: "yesterday" },
      { at, kind: "logged" },
      { at, kind: "credited" },
      { ...event, credit },
      { ...given, activity: event.activity },
      { ...given, credit: { ...credit, times: 0 } },
      { ...given, credit: { ...credit, times: 1001 } },
      { ...given, credit: { ...credit, times: 1.5 } },
      { ...event, activity: { ...event.activity, heldOn: "2018-02-30" } },
    ];
    expect(codesOf(parseCampaignEvents(events))).toEqual([
      "[0].kind: unknown-value",
      "[1].at: not-an-instant",
      "[2].activity: missing-property",
      "[3].credit: missing-property",
      "[4].credit: unknown-property",
      "[5].activity: unknown-property",
      "[6].credit.times: out-of-range",
      "[7].credit.times: out-of-range",
      "[8].credit.times: not-whole",
      "[9].activity.heldOn: not-a-civil-date",
    ]);
    expect(parseCampaignEvents(events).findings[0]?.suggestion).toBe("logged");
    const most = { ...given, credit: { ...credit, times: 1000 } };
    expect(parseCampaignEvents([most]).ok).toBe(true);
    expect(codesOf(parseCampaignEvents([Number.NaN]))).toEqual(["[0]: not-json"]);
    expect(codesOf(parseCampaignEvents("no list"))).toEqual([": not-json"]);
  });

  it("CAMP-10 a ledger comes back whole and goes on from there", () => {
    const open = opened();
    const events = [...flawless("a"), event];
    const gone = told("deleted", "2018-02-07T10:00:00Z", event.activity);
    const early = ledgerOf(events, open, { at });
    const read = orThrow(parseLedger(JSON.stringify(early)));
    expect(read).toEqual(early);
    const whole = ledgerOf([...events, gone], open, { at: SETTLED });
    expect(extendLedger(read, [...events, gone], open, { at: SETTLED })).toEqual(whole);
    expect(orThrow(parseLedger(whole))).toEqual(whole);
  });

  it("CAMP-10 entries keep their account and what caps took", () => {
    const entry = {
      id: "x#1",
      at,
      kind: "award",
      cause: "credited",
      memberId: "a",
      week: "2018-W05",
      criterion: "leads",
      units: 0,
      accountId: 7,
      events: [{ id: "lead 1", kind: "credited", at }],
      withheld: [{ cap: "caps[0]", units: 3 }],
    };
    const week = { week: "2018-W05", histories: [[given]], entries: [entry] };
    const page = { memberId: "a", weeks: [week], elsewhere: [] };
    const head = { format: "hoito-ledger/1", campaign: "spring", hash: "0" };
    const ledger = { ...head, at, members: [page] };
    expect(orThrow(parseLedger(ledger))).toEqual(ledger);
    const wrong = { ...entry, units: 0.5, cause: "luck", week: "2018-W54", colour: "red" };
    const odd = { ...week, histories: [[]], entries: [wrong] };
    expect(codesOf(parseLedger({ ...ledger, members: [{ ...page, weeks: [odd] }] }))).toEqual([
      "members[0].weeks[0].histories[0]: out-of-range",
      "members[0].weeks[0].entries[0].cause: unknown-value",
      "members[0].weeks[0].entries[0].week: no-such-week",
      "members[0].weeks[0].entries[0].units: not-whole",
      "members[0].weeks[0].entries[0].colour: unknown-property",
    ]);
  });
});
