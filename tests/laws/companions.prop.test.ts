import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayContact } from "../../src/cadence/index.js";
import {
  type ActivityEvent,
  type CampaignEvent,
  type CompiledCustomerCampaign,
  type CustomerCampaignDefinition,
  compileCustomerCampaign,
  compileDevelopmentMeasures,
  compileSignals,
  customerCampaignAudience,
  customerCampaignEffect,
  type DevelopmentMeasure,
  type EffectReport,
  findSignals,
  judgeDevelopmentMeasures,
  ledgerOf,
  type MeasureMetric,
  type MeasureReading,
  type MeasureVerdict,
  type SignalDefinition,
  type SignalReport,
  standingsOf,
} from "../../src/campaigns/index.js";
import type { CustomerBase, Instant, RecordId } from "../../src/facts/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { addDays, type CivilDate, writeInstant } from "../../src/time/index.js";
import { opened, SETTLED, visit } from "../campaigns/spring.js";
import { slowAlikeNotes, slowBursts } from "../reference/slow-signals.js";

const open = opened();
const START = Date.parse("2018-01-15T06:00:00Z");
const MINUTE = 60_000;
const days = fc.integer({ min: 0, max: 12 }).map((day) => addDays("2018-01-15", day));
const words = fc.constantFrom("a", "b", "c", "d", "e");
const notes = fc.array(words, { maxLength: 7 }).map((list) => list.join(" "));

/** Visits of two members, written down in short distances so that something is found. */
const logs: fc.Arbitrary<readonly ActivityEvent[]> = fc
  .array(
    fc.record({
      member: fc.constantFrom("a", "b"),
      account: fc.constantFrom("A", "B", "C"),
      heldOn: days,
      minute: fc.oneof(
        fc.nat({ max: 12 }).map((each) => each * 5),
        fc.nat({ max: 20_000 }),
      ),
      notes,
      status: fc.constantFrom("complete", "complete", "held", "planned"),
      kind: fc.constantFrom("logged", "logged", "logged", "deleted"),
    }),
    { maxLength: 14 },
  )
  .map((list) =>
    list.map(({ member, account, heldOn, minute, notes: text, status, kind }, id) => {
      const rest = { accountId: account, notes: text, status } as const;
      const at = writeInstant(START + minute * MINUTE);
      return { at, kind, activity: visit(id, member, heldOn, rest) } as ActivityEvent;
    }),
  );

const across = fc.constantFrom("accounts", "all");
const visits = { field: "kind", equals: "meeting" } as const;

const rules: fc.Arbitrary<SignalDefinition> = fc.record({
  burst: fc.record({
    atLeast: fc.integer({ min: 2, max: 4 }),
    withinMinutes: fc.integer({ min: 1, max: 60 }),
  }),
  deadlineRush: fc.record({
    atLeast: fc.integer({ min: 1, max: 3 }),
    withinMinutes: fc.integer({ min: 1, max: 10_080 }),
  }),
  backDated: fc.record({
    atLeast: fc.integer({ min: 1, max: 3 }),
    longestDays: fc.nat({ max: 5 }),
  }),
  afterDeadline: fc.record({ atLeast: fc.integer({ min: 1, max: 3 }) }),
  alikeNotes: fc.record({
    atLeast: fc.integer({ min: 2, max: 3 }),
    likenessPercent: fc.integer({ min: 1, max: 100 }),
    wordsInARow: fc.integer({ min: 1, max: 3 }),
    shortestWords: fc.integer({ min: 1, max: 3 }),
    across,
  }),
  selfDealing: fc.constant({ atLeast: 1, relations: ["owner"] }),
  crowdedDay: fc.record({
    counts: fc.constant(visits),
    each: fc.constantFrom("visit", "account"),
    mostADay: fc.integer({ min: 1, max: 3 }),
  }),
});

const ties = [{ memberId: "a", accountId: "A", relation: "owner" }];

function look(events: readonly CampaignEvent[], definition: SignalDefinition): SignalReport {
  return findSignals(events, orThrow(compileSignals(definition, {})), { open, at: SETTLED, ties });
}

const shuffled = <T>(list: readonly T[]): fc.Arbitrary<readonly T[]> =>
  fc.shuffledSubarray([...list], { minLength: list.length });

function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const each of Object.values(value)) frozen(each);
  return Object.freeze(value);
}

const fewer = { numRuns: 60 };
const usual = { numRuns: 150 };

describe("the laws of signals", () => {
  it("companions-1: looking for signals changes no event, no ledger and no standing", () => {
    fc.assert(
      fc.property(logs, rules, (events, definition) => {
        const board = () => {
          const ledger = ledgerOf(events, open, { at: SETTLED });
          return { ledger, standings: standingsOf(ledger, open, { at: SETTLED }) };
        };
        const [told, before] = [structuredClone(events), board()];
        look(frozen(events), definition);
        expect(events).toEqual(told);
        expect(board()).toEqual(before);
      }),
      fewer,
    );
  });

  it("companions-2: shuffling the events, or telling them twice, changes no signal", () => {
    const cases = fc.tuple(logs, rules).chain(([events, definition]) => {
      return shuffled([...events, ...events]).map((again) => ({ events, definition, again }));
    });
    fc.assert(
      fc.property(cases, ({ events, definition, again }) => {
        expect(look(again, definition)).toEqual(look(events, definition));
      }),
      usual,
    );
  });

  it("companions-3: one visit a day, written down that evening in words of its own, gives no signal", () => {
    const calm: fc.Arbitrary<readonly ActivityEvent[]> = fc
      .uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 40 })
      .map((offsets) =>
        offsets.map((offset): ActivityEvent => {
          const heldOn = addDays("2018-01-15", offset);
          const text = `x${offset} y${offset} z${offset}`;
          const activity = visit(offset, "b", heldOn, { notes: text, accountId: `${offset % 3}` });
          return { at: `${heldOn}T16:00:00Z` as Instant, kind: "logged", activity };
        }),
      );
    fc.assert(
      fc.property(calm, rules, (events, { deadlineRush: _rush, ...definition }) => {
        expect(look(events, definition)).toEqual({
          ...{ signals: [], activities: events.length, excluded: [], missing: [] },
        });
      }),
      usual,
    );
  });

  it("companions-4: bursts and alike notes are those that comparing everything with everything finds", () => {
    fc.assert(
      fc.property(logs, rules, (events, { burst, alikeNotes }) => {
        const { signals } = look(events, { burst: burst!, alikeNotes: alikeNotes! });
        const found = (kind: string) =>
          sets(signals.filter((each) => each.kind === kind).map(({ activities }) => activities));
        const seen = (member: string) =>
          events
            .filter(
              ({ kind, activity }) =>
                kind === "logged" && activity.status !== "planned" && activity.personId === member,
            )
            .map(({ at, activity }) => ({ activity, writtenAt: Date.parse(at) }));
        const slow = (
          of: (
            list: ReturnType<typeof seen>,
          ) => readonly ReadonlySet<{ activity: { id: RecordId } }>[],
        ) =>
          sets(
            ["a", "b"].flatMap((member) =>
              of(seen(member)).map((group) => [...group].map(({ activity }) => activity)),
            ),
          );
        const { atLeast, withinMinutes } = burst!;
        expect(found("burst")).toEqual(
          slow((list) => slowBursts(list, atLeast, withinMinutes * MINUTE)),
        );
        expect(found("alikeNotes")).toEqual(slow((list) => slowAlikeNotes(list, alikeNotes!)));
      }),
      { numRuns: 300 },
    );
  });

  it("companions-5: a more generous threshold never brings an activity under a signal that had none", () => {
    const evidence = (
      kind: string,
      events: readonly CampaignEvent[],
      definition: SignalDefinition,
    ) =>
      new Set(
        look(events, definition)
          .signals.filter((each) => each.kind === kind)
          .flatMap(({ activities }) => activities.map(({ id }) => id)),
      );
    fc.assert(
      fc.property(logs, rules, (events, definition) => {
        const { burst, backDated, alikeNotes, crowdedDay, deadlineRush } = definition;
        const generous: SignalDefinition = {
          burst: { ...burst!, atLeast: burst!.atLeast + 1 },
          backDated: { ...backDated!, longestDays: backDated!.longestDays + 1 },
          deadlineRush: { ...deadlineRush!, atLeast: deadlineRush!.atLeast + 1 },
          alikeNotes: {
            ...alikeNotes!,
            likenessPercent: Math.min(100, alikeNotes!.likenessPercent + 20),
          },
          crowdedDay: { ...crowdedDay!, mostADay: crowdedDay!.mostADay + 1 },
        };
        for (const kind of Object.keys(generous)) {
          const before = evidence(kind, events, definition);
          for (const id of evidence(kind, events, generous)) expect(before.has(id)).toBe(true);
        }
      }),
      usual,
    );
  });
});

/** Groups of ids, as sets in one order. */
function sets(groups: readonly (readonly { readonly id: RecordId }[])[]): readonly string[] {
  return groups
    .map((group) =>
      group
        .map(({ id }) => id as number)
        .sort((one, other) => one - other)
        .join(),
    )
    .sort();
}

const definition: CustomerCampaignDefinition = {
  ...{ targetGroup: "dealers", target: { field: "tradeRole", equals: "dealer" } },
  ...{ offering: "summer", sales: { records: "orders", where: { field: "product", equals: "s" } } },
  channels: ["email", "phone"],
  timing: [
    { label: "north", from: "2018-05-05", until: "2018-05-12", areas: ["N"] },
    { label: "south", from: "2018-05-01", until: "2018-05-08", areas: ["S"] },
  ],
  areaFrom: "region",
  contacts: { field: "topic", equals: "s" },
  permission: { isMarketing: true, whenNone: "allowed" },
  effect: {
    ...{ afterDays: 2, baseline: "justBefore", channelOf: "firstContact", whenUnknown: "leftOut" },
  },
};
const campaigns: readonly CompiledCustomerCampaign[] = ["one", "two"].map((name) => {
  const offering = name === "one" ? "summer" : "all";
  const sales = name === "one" ? definition.sales : ({ records: "orders" } as const);
  return orThrow(
    compileCustomerCampaign({ ...definition, offering, sales }, { name, currency: "EUR" }),
  );
});

const spring: fc.Arbitrary<CivilDate> = fc
  .integer({ min: 0, max: 30 })
  .map((day) => addDays("2018-04-15", day));
const may: fc.Arbitrary<CivilDate> = fc
  .integer({ min: 0, max: 2 })
  .map((day) => addDays("2018-05-05", day));
const ids = fc.constantFrom("A", "B", "C", "D");
const euros = fc.integer({ min: 0, max: 500 }).map((minor) => ({ minor, currency: "EUR" }));
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

const bases: fc.Arbitrary<CustomerBase> = fc
  .record({
    accounts: fc.tuple(
      ...["A", "B", "C", "D"].map((id) =>
        fc.record({
          id: fc.constant(id),
          tradeRole: optional(fc.constantFrom("dealer", "dealer", "endCustomer")),
          region: optional(fc.constantFrom("N", "S")),
        }),
      ),
    ),
    activities: fc.array(
      fc.record({
        accountId: fc.constantFrom("A", "A", "B", "C", "D"),
        kind: fc.constant("call"),
        status: fc.constantFrom("complete", "complete", "complete", "planned"),
        heldOn: may,
        channel: optional(fc.constantFrom("email", "phone")),
        topic: fc.constantFrom("s", "s", "s", "w", undefined),
        cost: optional(euros),
      }),
      { maxLength: 8 },
    ),
    orders: fc.array(
      fc.record({
        accountId: ids,
        orderedOn: spring,
        product: optional(fc.constantFrom("s", "w")),
        value: euros,
        margin: optional(euros),
      }),
      { maxLength: 10 },
    ),
    permissions: fc.array(
      fc.record({
        accountId: ids,
        channel: fc.constantFrom("email", "phone"),
        verdict: fc.constantFrom("allowed", "forbidden", "marketingBan"),
      }),
      { maxLength: 4 },
    ),
    coverage: fc.constantFrom(
      { activities: "complete", orders: "complete", permissions: "complete" },
      { activities: "complete", orders: "complete" },
      { activities: { since: "2018-05-02" }, permissions: "complete" },
    ),
  })
  .map(({ activities, orders, ...rest }) => {
    const numbered = {
      activities: activities.map((each, id) => ({ id, ...each })),
      orders: orders.map((each, id) => ({ id, ...each })),
    };
    return JSON.parse(JSON.stringify({ ...rest, ...numbered })) as CustomerBase;
  });

describe("the laws of customer campaigns", () => {
  const asOf = fc.integer({ min: 0, max: 30 }).map((day) => addDays("2018-04-28", day));
  const effect = (base: CustomerBase, of: readonly CompiledCustomerCampaign[], day: CivilDate) =>
    customerCampaignEffect(base, of, { asOf: day });

  it("companions-6: shuffling accounts, records and campaigns changes no effect, and shuffles the audience alone", () => {
    const cases = fc.tuple(bases, asOf).chain(([base, day]) =>
      fc
        .tuple(
          shuffled(base.accounts),
          shuffled(base.activities!),
          shuffled(base.orders!),
          shuffled(base.permissions!),
          shuffled(campaigns),
        )
        .map(([accounts, activities, orders, permissions, order]) => ({
          base,
          day,
          order,
          other: { ...base, accounts, activities, orders, permissions },
        })),
    );
    fc.assert(
      fc.property(cases, ({ base, other, day, order }) => {
        expect(effect(other, order, day)).toEqual(effect(base, campaigns, day));
        const audience = (of: CustomerBase) =>
          customerCampaignAudience(of, campaigns[0]!, { asOf: day, mayContact });
        const byId = new Map(audience(base).map((each) => [each.accountId, each]));
        expect(audience(other)).toEqual(other.accounts.map(({ id }) => byId.get(id)));
      }),
      usual,
    );
  });

  it("companions-7: what the parts of a dimension count adds up to what the whole counts", () => {
    const sums = (
      rows: readonly Pick<
        EffectReport["total"],
        "sales" | "spend" | "growthMargin" | "contacted"
      >[],
    ) =>
      (["sales", "spend", "growthMargin", "contacted"] as const).map((name) =>
        rows.reduce((sum, row) => sum + row[name].numerator - 1000 * row[name].denominator, 0),
      );
    fc.assert(
      fc.property(bases, asOf, (base, day) => {
        const { total, byTargetGroup, byOffering, byChannel, byTiming, cells } = effect(
          base,
          campaigns,
          day,
        );
        for (const rows of [byTargetGroup, byOffering, byChannel, byTiming, cells]) {
          expect(sums(rows)).toEqual(sums([total]));
        }
      }),
      usual,
    );
  });

  it("companions-8: a channel is offered only where it is certainly allowed, and to nobody outside the group", () => {
    fc.assert(
      fc.property(bases, asOf, (base, day) => {
        for (const entry of customerCampaignAudience(base, campaigns[0]!, {
          asOf: day,
          mayContact,
        })) {
          const account = base.accounts.find(({ id }) => id === entry.accountId)!;
          const isOffered = entry.state === "toContact" || entry.state === "upcoming";
          expect(entry.channel !== undefined).toBe(isOffered);
          if (entry.channel === undefined) continue;
          expect(account.tradeRole).toBe("dealer");
          const from = definition.timing.find(({ label }) => label === entry.timing)!.from;
          const permissions = base.permissions!.filter(({ accountId }) => accountId === account.id);
          const question = {
            ...definition.permission,
            channel: entry.channel,
            asOf: day < from ? from : day,
          };
          const answer = mayContact({ account, coverage: base.coverage, permissions }, question);
          expect(answer.value.kind).toBe("allowed");
        }
      }),
      usual,
    );
  });
});

describe("the laws of development measures", () => {
  const measure: Omit<DevelopmentMeasure, "metric"> = {
    ...{ owner: "sales management", period: { from: "2018-01-15" }, assessableFrom: "2018-03-01" },
    baseline: { value: 2, measuredOn: "2018-01-12", toldOn: "2018-01-12" },
  };
  const RANK: readonly MeasureVerdict[] = ["notReached", "partly", "reached"];
  const judge = (metric: MeasureMetric, readings: readonly Omit<MeasureReading, "measure">[]) => {
    const measures = orThrow(compileDevelopmentMeasures({ m: { ...measure, metric } }));
    const told = readings.map((each) => ({ measure: "m", ...each }));
    return judgeDevelopmentMeasures(told, measures, { asOf: "2018-05-01" })[0]!.value;
  };
  const small = fc.integer({ min: -5, max: 5 });
  const metrics: fc.Arbitrary<MeasureMetric> = fc
    .record({
      better: fc.constantFrom("higher", "lower"),
      bound: fc.constantFrom("inclusive", "strict"),
      judged: fc.constantFrom("value", "change"),
      reached: small,
      gap: fc.integer({ min: 1, max: 4 }),
    })
    .map(({ gap, ...rest }) => ({
      ...rest,
      kind: "number",
      name: "x",
      partly: rest.reached + (rest.better === "higher" ? -gap : gap),
    }));

  it("companions-9: a better reading never gives a worse verdict", () => {
    fc.assert(
      fc.property(metrics, small, fc.nat({ max: 5 }), (metric, value, more) => {
        const better =
          "better" in metric && metric.better === "higher" ? value + more : value - more;
        const rank = (of: number) =>
          RANK.indexOf(judge(metric, [{ readOn: "2018-04-01", value: of }]).verdict);
        expect(rank(value)).toBeGreaterThanOrEqual(0);
        expect(rank(better)).toBeGreaterThanOrEqual(rank(value));
      }),
      usual,
    );
  });

  it("companions-10: shuffling the readings changes no verdict", () => {
    const readings = fc.array(
      fc.record({
        readOn: fc.constantFrom<CivilDate>("2018-02-01", "2018-03-01", "2018-04-01"),
        value: small,
      }),
      { maxLength: 5 },
    );
    const cases = readings.chain((list) => shuffled(list).map((other) => [list, other] as const));
    fc.assert(
      fc.property(metrics, cases, (metric, [list, other]) => {
        expect(judge(metric, other)).toEqual(judge(metric, list));
      }),
      usual,
    );
  });

  it("companions-11: whatever becomes known of a part, the verdict was among the candidates", () => {
    const parts = ["x", "y", "z"];
    const metric = { kind: "parts", name: "held", parts } as const;
    const known = fc.record({ x: fc.boolean(), y: fc.boolean(), z: fc.boolean() });
    fc.assert(
      fc.property(known, fc.subarray(parts), (whole, told) => {
        const some = Object.fromEntries(
          Object.entries(whole).filter(([part]) => told.includes(part)),
        );
        const before = judge(metric, [{ readOn: "2018-04-01", parts: some }]);
        const after = judge(metric, [{ readOn: "2018-04-01", parts: whole }]);
        expect(before.candidates ?? [before.verdict]).toContain(after.verdict);
      }),
      usual,
    );
  });
});
