import { compileCalendar, orThrow } from "hoito";
import {
  explainPoints,
  extendLedger,
  ledgerAsOf,
  ledgerOf,
  openCampaign,
  remindMembers,
  reportWeek,
  settleCampaign,
  stageOfCampaign,
  standingsOf,
} from "hoito/campaigns";
import { describe, expect, it } from "vitest";
import { calendar, compiled, earning, SETTLED, STATUS } from "./spring.js";

const compiledSpring = compiled(earning({ status: STATUS }));
const members = [{ id: "a" }];
const at = SETTLED;

describe("what only JavaScript can hand over of a campaign", () => {
  it.each([
    [
      "not-a-member",
      "members[0]",
      () => openCampaign(["ann"] as never, compiledSpring, { calendar }),
    ],
    [
      "not-a-member",
      "members[1]",
      () => openCampaign([{ id: 1 }, {}] as never, compiledSpring, { calendar }),
    ],
    [
      "not-a-list",
      "members",
      () => openCampaign({ id: "a" } as never, compiledSpring, { calendar }),
    ],
    [
      "not-a-compiled-campaign",
      "campaign",
      () => openCampaign(members, compiledSpring.definition as never, { calendar }),
    ],
    [
      "not-a-calendar",
      "context.calendar",
      () => openCampaign(members, compiledSpring, undefined as never),
    ],
    [
      "not-a-calendar",
      "context.calendar",
      () => openCampaign(members, compiledSpring, {} as never),
    ],
    [
      "not-a-calendar",
      "context.calendar",
      () =>
        openCampaign(members, compiledSpring, {
          calendar: compileCalendar({ from: "2018-01-01", until: "2019-01-01", weekend: [] }),
        } as never),
    ],
  ])("%s at %s", (code, path, ask) => {
    expect(ask).toThrow(expect.objectContaining({ name: "HoitoError", code, path }));
  });

  it("a campaign that is not open, and a moment that is missing", () => {
    const open = orThrow(openCampaign([{ id: "a" }], compiledSpring, { calendar }));
    const ledger = ledgerOf([], open, { at });
    const week = open.weeks[0]!.week;
    const asking = [
      (each: never, asked: never) => ledgerOf([], each, asked),
      (each: never, asked: never) => extendLedger(ledger, [], each, asked),
      (each: never, asked: never) => ledgerAsOf(ledger, each, asked),
      (each: never, asked: never) => standingsOf(ledger, each, asked),
      (each: never, asked: never) => settleCampaign(ledger, each, asked),
      (each: never, asked: never) => remindMembers(ledger, each, asked),
      (each: never, asked: never) => reportWeek(ledger, each, asked),
      (each: never, asked: never) => explainPoints(ledger, each, asked),
      (each: never, asked: never) => stageOfCampaign(each, asked),
    ];
    for (const ask of asking) {
      for (const wrong of [compiledSpring, { ok: true, value: open }, undefined]) {
        expect(() => ask(wrong as never, { at, week, memberId: "a" } as never)).toThrow(
          expect.objectContaining({
            code: "not-an-open-campaign",
            path: "open",
            message: expect.stringContaining("orThrow(openCampaign("),
          }),
        );
      }
      expect(() => ask(open as never, undefined as never)).toThrow(
        expect.objectContaining({
          code: "not-an-instant",
          path: "at",
          message: '`undefined` is no moment: write `{ at: "2018-01-31T12:00:00Z" }`',
        }),
      );
    }
  });

  it("a property that comes near to the absences of a member is a warning", () => {
    const absent = { id: "a", absense: [], role: "seller" };
    const { ok, findings } = openCampaign([absent, { id: "b", absences: [] }], compiledSpring, {
      calendar,
    });
    expect(ok).toBe(true);
    expect(findings.map(({ path, code, suggestion }) => [path, code, suggestion])).toEqual([
      ["members[0].absense", "unknown-property", "absences"],
    ]);
  });
});
