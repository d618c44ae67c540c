import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import {
  type ActivityEvent,
  type CampaignDefinition,
  type CampaignEvent,
  classPromotions,
  type EventColumns,
  extendLedger,
  type Ledger,
  leadsPassedOn,
  ledgerAsOf,
  ledgerEntries,
  ledgerOf,
  markActivity,
  NO_DAY,
  type OpenCampaign,
  scoreWeeks,
  splitPrize,
  standingsOf,
} from "../../src/campaigns/index.js";
import { readEpochDay, toCivilDate, writeInstant } from "../../src/time/index.js";
import { campaigns, caps, MEMBERS, stories } from "../campaigns/some-campaigns.js";
import { earning, opened, perVisit, STATUS, told, visit } from "../campaigns/spring.js";
import { slowPoints } from "../reference/slow-board.js";

const END = "2018-03-01T00:00:00Z";
const moments = fc.oneof(
  fc.constantFrom("2018-01-22T10:00:00Z" as const, "2018-01-29T10:00:00Z" as const),
  fc
    .integer({ min: 0, max: 24 * 48 })
    .map((hours) => writeInstant(Date.parse("2018-01-12T00:00:00Z") + hours * 3_600_000)),
);

const capped: fc.Arbitrary<CampaignDefinition> = fc
  .tuple(campaigns, fc.array(caps, { maxLength: 3 }), fc.option(fc.constantFrom(3, 10)))
  .map(([definition, list, days]) => {
    const status = { ...perVisit(2), ...(days === null ? {} : { coolDownDays: days }) };
    const criteria = { ...definition.criteria, status };
    return { ...definition, criteria, caps: list } as CampaignDefinition;
  });

function open(definition: CampaignDefinition): OpenCampaign {
  return opened(definition, MEMBERS);
}

function totals(ledger: Ledger): readonly number[] {
  return MEMBERS.map(({ id }) => {
    return ledgerEntries(ledger, id).reduce((sum, { units }) => sum + units, 0);
  });
}

/** Columns as a host would make them, rows in the order of the events. */
function columnsOf(events: readonly ActivityEvent[], { campaign, members }: OpenCampaign) {
  const kinds = ["logged", "edited", "judged", "deleted"];
  const day = ({ activity: { heldOn, plannedOn } }: ActivityEvent) =>
    readEpochDay(heldOn ?? plannedOn) ?? NO_DAY;
  const columns: EventColumns = {
    member: Int32Array.from(events, ({ activity }) => {
      return members.findIndex(({ id }) => id === activity.personId);
    }),
    activity: Int32Array.from(events, ({ activity }) => Number(activity.id)),
    day: Int32Array.from(events, day),
    at: Float64Array.from(events, ({ at }) => Date.parse(at)),
    kind: Uint8Array.from(events, ({ kind }) => kinds.indexOf(kind)),
    marks: Uint32Array.from(events, ({ activity }) => markActivity(activity, campaign)),
  };
  return columns;
}

const machine = process.env["TZ"];
afterEach(() => {
  if (machine === undefined) delete process.env["TZ"];
  else process.env["TZ"] = machine;
});

describe("the laws of campaigns", () => {
  it("campaigns-1: the same events in any order, in one batch or in many, told once or twice, give the same ledger", () => {
    const cases = fc
      .tuple(capped, stories)
      .chain(([definition, events]) =>
        fc.tuple(
          fc.constant(definition),
          fc.constant(events),
          fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
          fc.nat({ max: events.length }),
          moments,
        ),
      );
    fc.assert(
      fc.property(cases, ([definition, events, mixed, cut, at]) => {
        const campaign = open(definition);
        const whole = ledgerOf(events, campaign, { at: END });
        expect(ledgerOf(mixed, campaign, { at: END })).toEqual(whole);
        const first = ledgerOf(mixed.slice(0, cut), campaign, { at });
        const rest = [...mixed.slice(cut), ...mixed];
        expect(extendLedger(first, rest, campaign, { at: END })).toEqual(whole);
        expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
      }),
      { numRuns: 80 },
    );
  });

  it("campaigns-2: a point is never created or lost without an entry: at every moment the entries add up to what a slow reading of the rules gives", () => {
    fc.assert(
      fc.property(campaigns, stories, moments, (definition, events, at) => {
        const campaign = open(definition);
        const ledger = ledgerOf(events, campaign, { at: END });
        const now = Math.min(Date.parse(at), campaign.cutOffAt);
        for (const { id } of MEMBERS) {
          const own = events.filter(({ activity }) => activity.personId === id);
          let expected = 0;
          for (const week of campaign.weeks.filter(({ number }) => number !== undefined)) {
            const slow = {
              monday: toCivilDate(week.fromDay),
              nextMonday: toCivilDate(week.untilDay),
              deadline: week.deadlineAt,
              judgedUntil: week.judgedUntil,
              isPractice: week.isPractice,
            };
            const known = own.filter((event) => Date.parse(event.at) <= now);
            expected += slowPoints(known, slow, definition, now);
          }
          const booked = ledgerEntries(ledger, id).filter((each) => Date.parse(each.at) <= now);
          expect(booked.reduce((sum, { units }) => sum + units, 0)).toBe(expected);
          for (const { units, withheld } of booked) {
            expect(units !== 0 || withheld !== undefined).toBe(true);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it("campaigns-3: the totals of a board are the sums of the ledger, and their order is that of the points", () => {
    fc.assert(
      fc.property(capped, stories, (definition, events) => {
        const campaign = open(definition);
        const ledger = ledgerOf(events, campaign, { at: END });
        const { rows } = standingsOf(ledger, campaign, { at: END });
        const points = MEMBERS.map(({ id }) => rows.find((row) => row.memberId === id)!.points);
        expect(points).toEqual(totals(ledger));
        for (const [index, row] of rows.entries()) {
          const sum = row.byWeek.reduce((total, week) => total + week.points, 0);
          expect(row.points).toBe(sum);
          expect(index === 0 || rows[index - 1]!.points >= row.points).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("campaigns-4: one more activity in good order, written down in time and judged good, never lowers anybody's points", () => {
    const alone = fc.oneof(
      caps.filter(({ per }) => per !== "campaign").map((cap) => ({ cap })),
      fc.constantFrom({}, { coolDownDays: 3 }, { coolDownDays: 10 }),
    );
    const single = fc.tuple(campaigns, alone).map(([definition, one]) => {
      if ("cap" in one) return { ...definition, caps: [one.cap] };
      const status = { ...perVisit(2), ...one } as typeof STATUS;
      return { ...definition, criteria: { ...definition.criteria, status } };
    });
    const accounts = fc.constantFrom("A", "B");
    const inOrder = fc.array(fc.tuple(fc.nat({ max: 13 }), accounts), { maxLength: 9 });
    const good = (id: string, offset: number, accountId: string) => {
      const heldOn = toCivilDate(readEpochDay("2018-01-15")! + offset);
      const activity = visit(id, "a", heldOn, { kind: "visit", accountId });
      const at = `${heldOn}T08:00:00Z` as const;
      return [
        told("logged", at, activity),
        told("judged", at, { ...activity, noteQuality: "good" }),
      ];
    };
    fc.assert(
      fc.property(
        single,
        fc.oneof(stories, fc.constant([])),
        inOrder,
        fc.nat({ max: 27 }),
        accounts,
        (definition, story, others, offset, account) => {
          const campaign = open(definition);
          const events = [...story, ...others.flatMap(([on, of], n) => good(`other ${n}`, on, of))];
          const more = good("extra", offset, account);
          const before = totals(ledgerOf(events, campaign, { at: END }));
          const after = totals(ledgerOf([...events, ...more], campaign, { at: END }));
          for (const [index, points] of after.entries()) {
            expect(points).toBeGreaterThanOrEqual(before[index]!);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it("campaigns-5: deleting every activity leaves zero, where a week without any earns nothing", () => {
    fc.assert(
      fc.property(capped, stories, moments, (definition, events, at) => {
        const campaign = open({ ...definition, emptyWeek: "zero" });
        const last = new Map(events.map((event) => [event.activity.id, event.activity]));
        const gone = [...last.values()].map((activity) => told("deleted", at, activity));
        const kept = events.filter((event) => Date.parse(event.at) < Date.parse(at));
        const ledger = ledgerOf([...kept, ...gone], campaign, { at: END });
        const isInTime = Date.parse(at) <= campaign.cutOffAt;
        if (isInTime) expect(totals(ledger)).toEqual([0, 0]);
      }),
      { numRuns: 100 },
    );
  });

  it("campaigns-6: the ledger replayed to a moment is the ledger of the events until then", () => {
    fc.assert(
      fc.property(capped, stories, moments, (definition, events, at) => {
        const campaign = open(definition);
        const whole = ledgerOf(events, campaign, { at: END });
        expect(ledgerAsOf(whole, campaign, { at })).toEqual(ledgerOf(events, campaign, { at }));
      }),
      { numRuns: 100 },
    );
  });

  it("campaigns-7: no cap is ever exceeded, at no moment", () => {
    fc.assert(
      fc.property(capped, stories, moments, (definition, events, at) => {
        const campaign = open(definition);
        const ledger = ledgerOf(events, campaign, { at });
        for (const cap of definition.caps!) {
          const sums = new Map<string, number>();
          for (const entry of ledgerEntries(ledger)) {
            const group = groupOf(cap, entry);
            if (group !== undefined) sums.set(group, (sums.get(group) ?? 0) + entry.units);
          }
          if (cap.per === "newAccounts") continue;
          for (const sum of sums.values()) expect(sum).toBeLessThanOrEqual(cap.most);
        }
      }),
      { numRuns: 100 },
    );
    function groupOf(
      cap: NonNullable<CampaignDefinition["caps"]>[number],
      { memberId, week, accountId, criterion }: ReturnType<typeof ledgerEntries>[number],
    ): string | undefined {
      if (cap.per === "campaign") return "";
      if (cap.per === "member") return String(memberId);
      if (cap.per === "week") return `${memberId} ${week}`;
      if (cap.per === "account")
        return accountId === undefined ? undefined : `${memberId} ${accountId}`;
      if (cap.per !== "criterion" || cap.criterion !== criterion) return undefined;
      if (cap.within === "campaign") return String(memberId);
      return cap.within === "week" ? `${memberId} ${week}` : undefined;
    }
  });

  it("campaigns-8: columns come to the units of the ledger", () => {
    fc.assert(
      fc.property(campaigns, stories, moments, (definition, events, at) => {
        const campaign = open(definition);
        const units = scoreWeeks(columnsOf(events, campaign), campaign, Date.parse(at));
        const ledger = ledgerOf(events, campaign, { at });
        const expected = campaign.members.flatMap(({ id }) => {
          const page = ledger.members.find(({ memberId }) => memberId === id)!;
          return page.weeks.map(({ entries }) =>
            entries.reduce((sum, each) => sum + each.units, 0),
          );
        });
        expect([...units]).toEqual(expected);
        const byActivity = [...events].sort((left, right) => {
          return (
            Number(left.activity.id) - Number(right.activity.id) ||
            Date.parse(left.at) - Date.parse(right.at)
          );
        });
        const sorted = scoreWeeks(columnsOf(byActivity, campaign), campaign, Date.parse(at));
        expect(sorted).toEqual(units);
      }),
      { numRuns: 150 },
    );
  });

  it("campaigns-9: one's gain is not another's loss: without a cap for all together, what one does leaves every other page as it was", () => {
    fc.assert(
      fc.property(capped, stories, stories, (definition, events, others) => {
        const own = definition.caps!.filter(({ per }) => per !== "campaign");
        const campaign = open({ ...definition, caps: own });
        const isMine = ({ activity }: ActivityEvent) => activity.personId === "a";
        const mine = events.filter(isMine);
        const rest = others.filter((event) => !isMine(event));
        const alone = ledgerOf(mine, campaign, { at: END });
        const together = ledgerOf([...mine, ...rest], campaign, { at: END });
        const pageOf = (ledger: Ledger) => ledger.members.find(({ memberId }) => memberId === "a");
        expect(pageOf(together)).toEqual(pageOf(alone));
      }),
      { numRuns: 150 },
    );
  });

  it("campaigns-10: the time zone of the machine does not matter", () => {
    fc.assert(
      fc.property(capped, stories, (definition, events) => {
        const ledgers = ["UTC", "Pacific/Apia", "America/Los_Angeles"].map((zone) => {
          process.env["TZ"] = zone;
          return ledgerOf(events, open(definition), { at: END });
        });
        expect(ledgers[1]).toEqual(ledgers[0]);
        expect(ledgers[2]).toEqual(ledgers[0]);
      }),
      { numRuns: 25 },
    );
  });

  it("campaigns-11: the parts of a split prize add up to it, and differ by one cent at most", () => {
    fc.assert(
      fc.property(fc.nat({ max: 10 ** 9 }), fc.integer({ min: 1, max: 50 }), (minor, shares) => {
        const parts = splitPrize(minor, shares, "byId");
        expect(parts.reduce((sum, each) => sum + each, 0)).toBe(minor);
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
        const even = new Set(splitPrize(minor, shares, "keptBack"));
        expect([...even]).toEqual([Math.floor(minor / shares)]);
      }),
    );
  });

  it("campaigns-12: credits given and withdrawn again leave zero, and a promotion never costs its seller or another anything", () => {
    const criteria = {
      promotions: { kind: "credit", source: "promotions", points: 5 },
      leads: { kind: "credit", source: "leads", points: 2 },
      status: STATUS,
    } as const;
    const labels = fc.constantFrom("bronze", "silver", "gold", undefined);
    const rows = fc.array(fc.tuple(fc.constantFrom("a", 2, undefined), labels, labels), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(rows, fc.boolean(), fc.boolean(), (moves, isWithdrawn, isFromA) => {
        const campaign = open(earning(criteria));
        const at = "2018-02-01T10:00:00Z";
        const order = ["bronze", "silver", "gold"];
        const { events } = classPromotions(
          {
            accountIds: moves.map((_, row) => row),
            sellerIds: moves.map(([seller]) => seller),
            before: moves.map(([, before]) => before),
            after: moves.map(([, , after]) => after),
          },
          { source: "promotions", order, on: "2018-02-01", at },
        );
        const lead = {
          accountId: 1,
          passedOn: "2018-02-01",
          passedFrom: isFromA ? "a" : 2,
          passedTo: isFromA ? 2 : "a",
        } as const;
        const leadsOf = (id: unknown) => (id === lead.passedFrom ? 2 : 0);
        const credits: readonly CampaignEvent[] = [
          ...events,
          ...leadsPassedOn([{ id: 1, ...lead }], { source: "leads", at }),
        ];
        const back = credits.map((event): CampaignEvent => {
          const { credit } = event as { credit: (typeof events)[number]["credit"] };
          return { at: "2018-02-02T10:00:00Z", kind: "withdrawn", credit };
        });
        const all = isWithdrawn ? [...credits, ...back] : credits;
        const ledger = ledgerOf(all, campaign, { at: END });
        const climbed = (id: unknown) =>
          moves.reduce((sum, [seller, before, after]) => {
            if (seller !== id || before === undefined || after === undefined) return sum;
            return sum + Math.max(0, order.indexOf(after) - order.indexOf(before));
          }, 0);
        const given = [climbed("a") * 5 + leadsOf("a"), climbed(2) * 5 + leadsOf(2)];
        expect(totals(ledger)).toEqual(isWithdrawn ? [0, 0] : given);
      }),
      { numRuns: 100 },
    );
  });
});
