import { describe, expect, it } from "vitest";
import { type AccountRecords, money } from "../../../src/facts/index.js";
import {
  compileLifecycle,
  type LifecycleDefinition,
  type LifecycleMemory,
  lifecycleOf,
  recordsOfRelationship,
} from "../../../src/segments/index.js";
import { orThrow } from "../../../src/shapes/index.js";
import type { CivilDate } from "../../../src/time/index.js";
import golden from "../../golden/segments/assignment-lifecycle.json" with { type: "json" };
import { codesOf } from "./columns.js";
import {
  compiledWholesale,
  customerWith,
  institute,
  service,
  wholesale,
  wholesaleParameters,
} from "./lifecycles.js";

type Given = Parameters<typeof customerWith>[0];
const lifecycle = compiledWholesale();
const ask = (given: Given, asOf: CivilDate) =>
  lifecycleOf(customerWith(given), lifecycle, { asOf });
const stateOf = (records: AccountRecords, of: typeof lifecycle, asOf: CivilDate) => {
  const { value } = lifecycleOf(records, of, { asOf });
  return value.kind === "state" ? value.state : value.kind;
};

describe.each(golden)("$description", ({ given, states }) => {
  it.each(Object.entries(states))("SEG-20 on %s it is %s", (asOf, state) => {
    const { value } = ask(given as unknown as Given, asOf as CivilDate);
    expect(value).toMatchObject({ kind: "state", state });
  });
});

describe("SEG-20 since when, until when, and why", () => {
  const given: Given = {
    orders: ["2018-01-15"],
    activities: [
      ["2018-02-01", "visit"],
      ["2018-03-01", "call"],
    ],
  };

  it("SEG-20 nothing has happened yet, and time alone changes nothing", () => {
    expect(ask({}, "2018-01-01")).toEqual({
      value: { kind: "state", state: "acquisition" },
      because: [],
      missing: [],
      memory: {
        ...{ format: "hoito-lifecycle/1", state: "acquisition", until: "2018-01-01" },
        ...{ last: {}, counts: {} },
      },
    });
  });

  it("SEG-20 the state says since when and what comes next without new facts", () => {
    expect(ask(given, "2018-06-30").value).toEqual({
      kind: "state",
      state: "active",
      since: "2018-03-01",
      relationshipSince: "2018-01-15",
      next: { on: "2018-09-01", to: "drifting" },
    });
    expect(ask(given, "2018-01-15").value).toMatchObject({
      state: "new",
      next: { on: "2018-02-01" },
    });
    expect(ask(given, "2019-09-01").value).not.toHaveProperty("next");
  });

  it("SEG-20 every transition on the way is a reason", () => {
    expect(ask(given, "2019-09-01").because).toEqual(
      [
        [0, "acquisition", "new", "2018-01-15", "event", "purchase"],
        [1, "new", "active", "2018-03-01", "event", "contact"],
        [4, "active", "drifting", "2018-09-01", "quiet", "contact"],
        [7, "drifting", "ended", "2019-09-01", "after"],
      ].map(([index, from, to, on, trigger, event]) => ({
        kind: "step",
        step: "transition",
        path: `transitions[${index}]`,
        details: { from, to, on, trigger, ...(event === undefined ? {} : { event }) },
        of: [],
      })),
    );
  });

  it("a quiet time is counted from the last contact, or from the entry if that is later", () => {
    const once: Given = { orders: ["2018-01-15"], activities: [["2018-02-01", "visit"]] };
    expect(ask(once, "2018-04-30").value).toMatchObject({ state: "new" });
    expect(ask(once, "2018-05-01").value).toMatchObject({ state: "drifting" });
  });

  it("a contact on the very day on which the quiet time would be over keeps the customer", () => {
    const kept = { ...given, activities: [...given.activities!, ["2018-09-01", "visit"] as const] };
    expect(ask(kept, "2018-08-31").value).toMatchObject({ next: { on: "2018-09-01" } });
    expect(ask(kept, "2018-08-31").value).not.toHaveProperty("next.to");
    expect(ask(kept, "2018-09-01").value).toMatchObject({
      state: "active",
      next: { on: "2019-03-01", to: "drifting" },
    });
  });

  it("what happened on the day of entry brought it about and does not count in the state", () => {
    const busy: Given = {
      orders: ["2018-01-15"],
      activities: [
        ["2018-01-15", "visit"],
        ["2018-01-15", "call"],
        ["2018-02-01", "visit"],
      ],
    };
    expect(ask(busy, "2018-02-01").value).toMatchObject({ state: "new" });
    const twice: Given = { ...busy, activities: [...busy.activities!, ["2018-02-01", "call"]] };
    expect(ask(twice, "2018-02-01").value).toMatchObject({ state: "active", since: "2018-02-01" });
  });

  it("at most one transition is taken on a day, the first that is open", () => {
    const both: Given = {
      ...given,
      terminations: ["2018-10-01"],
      activities: [...given.activities!, ["2018-10-01", "visit"]],
    };
    expect(ask(both, "2018-10-01").value).toMatchObject({ state: "active" });
    expect(ask(both, "2018-10-02").value).toMatchObject({ state: "active" });
  });

  it("records of a later day or without one are plans", () => {
    const records = customerWith({ orders: ["2018-01-15"] });
    const planned = { id: 9, accountId: "A", kind: "visit", status: "planned" } as const;
    expect(stateOf({ ...records, activities: [planned] }, lifecycle, "2018-01-14")).toBe(
      "acquisition",
    );
    expect(lifecycleOf(records, lifecycle, { asOf: "2018-01-14" }).value).toMatchObject({
      next: { on: "2018-01-15" },
    });
  });
});

describe("SEG-20 a returning customer is new, with nothing inherited", () => {
  const given: Given = {
    orders: ["2015-01-15", "2020-05-04"],
    activities: [["2016-02-01", "visit"]],
    terminations: ["2016-06-01"],
  };

  it("SEG-20 contacts of the earlier relationship neither make it active nor let it drift", () => {
    const answer = ask(given, "2020-08-03");
    expect(answer.value).toEqual({
      kind: "state",
      state: "new",
      since: "2020-05-04",
      relationshipSince: "2020-05-04",
      next: { on: "2020-08-04", to: "drifting" },
    });
    expect(answer.memory).toMatchObject({ last: { purchase: "2020-05-04" }, counts: {} });
  });

  it("SEG-20 a record without the date it must have leaves the state undecided", () => {
    const records = customerWith({ orders: ["2018-01-15"] });
    const asOf = "2018-02-01";
    const missingOf = (more: object, of = lifecycle) => {
      const { value, missing } = lifecycleOf({ ...records, ...more } as AccountRecords, of, {
        asOf,
      });
      return [value.kind, ...missing.map(({ path, why }) => `${path} ${why}`)];
    };
    const { orderedOn: _, ...dateless } = records.orders![0]!;
    const broken = { ...dateless, orderedOn: "2018-02-30" };
    expect(missingOf({ orders: [dateless] })).toEqual(["undecided", "orders.orderedOn missing"]);
    expect(missingOf({ orders: [broken] })).toEqual(["undecided", "orders.orderedOn illTyped"]);
    const plan = { id: 9, accountId: "A", kind: "visit", status: "planned" };
    expect(missingOf({ activities: [plan] })).toEqual(["state"]);
    // A date that an order need not have is none where it is missing.
    const events = { ...wholesale.events, purchase: { of: "orders", on: "deliveredOn" } } as const;
    const delivered = orThrow(
      compileLifecycle({ ...wholesale, events }, { parameters: wholesaleParameters }),
    );
    expect(missingOf({}, delivered)).toEqual(["state"]);
    const late = { ...records.orders![0]!, deliveredOn: "soon" };
    expect(missingOf({ orders: [late] }, delivered)).toEqual([
      "undecided",
      "orders.deliveredOn illTyped",
    ]);
  });

  it("SEG-20 its records can be had without those of the earlier relationship", () => {
    const undated = { id: 9, accountId: "A", kind: "visit", status: "planned" } as const;
    const records = customerWith(given);
    const own = recordsOfRelationship(
      {
        ...records,
        activities: [...records.activities!, undated],
        ownerships: [{ accountId: "A", personId: 1, role: "responsible", naming: "named" }],
      },
      "2020-05-04",
    );
    expect(own.orders?.map(({ orderedOn }) => orderedOn)).toEqual(["2020-05-04"]);
    expect(own.activities).toEqual([undated]);
    expect(own.terminations).toEqual([]);
    expect(own.ownerships).toHaveLength(1);
    expect(own.coverage).toBe(records.coverage);
  });
});

describe("SEG-20 the lifecycle of a service (source 2)", () => {
  const compiled = orThrow(compileLifecycle(service, { parameters: { deployment: { weeks: 6 } } }));
  const change = { accountId: "A" };
  const records: AccountRecords = {
    account: { id: "A" },
    coverage: { contracts: "complete", serviceChanges: "complete", terminations: "complete" },
    contracts: [
      { id: 1, accountId: "A", startsOn: "2018-01-01" },
      { id: 2, accountId: "A", startsOn: "2020-01-01" },
    ],
    serviceChanges: [
      { ...change, id: 1, requestedOn: "2018-04-03", completedOn: "2018-04-20" },
      { ...change, id: 2, requestedOn: "2018-09-03" },
    ],
    terminations: [{ accountId: "A", endedOn: "2019-06-30" }],
  };

  it.each<[CivilDate, string]>([
    ["2017-12-31", "acquisition"],
    ["2018-01-01", "deployment"],
    ["2018-02-11", "deployment"],
    ["2018-02-12", "steady"],
    ["2018-04-03", "change"],
    ["2018-04-19", "change"],
    ["2018-04-20", "steady"],
    ["2018-09-03", "change"],
    ["2019-06-30", "ended"],
    ["2020-01-01", "deployment"],
  ])("SEG-20 on %s it is in %s", (asOf, state) => {
    expect(stateOf(records, compiled, asOf)).toBe(state);
  });
});

describe("SEG-20 from a potential customer to a partner (source 3)", () => {
  const compiled = orThrow(compileLifecycle(institute, { parameters: { satisfiedFrom: 4 } }));
  const offer = { accountId: "A", madeOn: "2009-01-05" } as const;
  const records: AccountRecords = {
    account: { id: "A" },
    coverage: {
      activities: "complete",
      orders: "complete",
      surveyAnswers: "complete",
      offers: "complete",
      memberships: "complete",
    },
    activities: [
      { id: 1, accountId: "A", kind: "segmentSelected", heldOn: "2008-01-01", status: "held" },
    ],
    orders: [{ id: 1, accountId: "A", orderedOn: "2008-03-01", value: money("10.00", "EUR") }],
    surveyAnswers: [
      { accountId: "A", answeredOn: "2008-06-01", scale: "csat", score: 3.9 },
      { accountId: "A", answeredOn: "2008-07-01", scale: "nps", score: 10 },
      { accountId: "A", answeredOn: "2008-12-01", scale: "csat", score: 4 },
    ],
    offers: [
      { ...offer, id: 1, status: "won", decidedOn: "2009-02-01" },
      { ...offer, id: 2, status: "lost", decidedOn: "2009-03-01" },
      { ...offer, id: 3, status: "won", decidedOn: "2009-04-01" },
      { ...offer, id: 4, status: "open" },
    ],
    memberships: [{ accountId: "A", projectId: 1, joinedOn: "2010-01-01" }],
  };

  it.each<[CivilDate, string]>([
    ["2007-12-31", "notSelected"],
    ["2008-01-01", "potential"],
    ["2008-03-01", "customer"],
    ["2008-11-30", "customer"],
    ["2008-12-01", "retained"],
    ["2009-03-31", "retained"],
    ["2009-04-01", "strengthened"],
    ["2010-01-01", "partnership"],
    ["2030-01-01", "partnership"],
  ])("SEG-20 on %s it is %s", (asOf, state) => {
    expect(stateOf(records, compiled, asOf)).toBe(state);
  });
});

describe("what is not known leaves the state undecided", () => {
  const all = ["acquisition", "new", "active", "drifting", "exiting", "ended"];
  const records = customerWith({ orders: ["2018-01-15"] });

  it("a kind of record that is not supplied, or not from the beginning", () => {
    const asOf = "2018-06-30";
    const coverage = { orders: { since: "2018-01-01" }, terminations: "complete" } as const;
    const answer = lifecycleOf({ ...records, coverage }, lifecycle, { asOf });
    expect(answer).toEqual({
      value: { kind: "undecided", candidates: all },
      because: [],
      missing: [
        { path: "orders", why: "incomplete" },
        { path: "activities", why: "notSupplied" },
      ],
    });
  });

  it("with a memory, records from the day after it on are enough", () => {
    const { memory } = lifecycleOf(records, lifecycle, { asOf: "2018-02-28" });
    const from = (since: CivilDate) => {
      const known = { since };
      const coverage = { orders: known, activities: known, terminations: known };
      const none = { account: records.account, coverage };
      return lifecycleOf(none, lifecycle, { asOf: "2018-04-15", previous: memory! }).value;
    };
    expect(from("2018-03-01")).toMatchObject({ state: "drifting", since: "2018-04-15" });
    expect(from("2018-03-02").kind).toBe("undecided");
  });

  it("a record that the condition cannot read, unless the company takes it as not met", () => {
    const strict: LifecycleDefinition = {
      ...wholesale,
      events: {
        ...wholesale.events,
        purchase: {
          of: "orders",
          where: { field: "value", atLeast: { amount: "5.00", currency: "EUR" } },
        },
      },
    };
    const dollars = { ...records.orders![0]!, value: money("10.00", "USD") };
    const names = { parameters: wholesaleParameters, currency: "EUR" };
    const weigh = (definition: LifecycleDefinition, asOf: CivilDate) =>
      lifecycleOf({ ...records, orders: [dollars] }, orThrow(compileLifecycle(definition, names)), {
        asOf,
      });
    expect(weigh(strict, "2018-01-15")).toMatchObject({
      value: { kind: "undecided" },
      missing: [{ path: "orders.value", why: "otherCurrency" }],
    });
    expect(weigh(strict, "2018-01-14").value.kind).toBe("state");
    const { purchase } = strict.events;
    const events = { ...strict.events, purchase: { ...purchase!, whenUnknown: "notMet" } } as const;
    expect(weigh({ ...strict, events }, "2018-01-15").value).toMatchObject({
      state: "acquisition",
    });
  });

  it("a memory of another lifecycle, format or day breaks the contract", () => {
    const { memory } = lifecycleOf(records, lifecycle, { asOf: "2018-02-28" });
    const go = (changed: object) => () =>
      lifecycleOf(records, lifecycle, {
        asOf: "2018-03-31",
        previous: { ...(memory as LifecycleMemory), ...changed },
      });
    expect(go({ format: "hoito-lifecycle/2" })).toThrow(
      expect.objectContaining({ code: "unknown-format" }),
    );
    expect(go({ state: "steady" })).toThrow(expect.objectContaining({ code: "unknown-state" }));
    expect(go({ until: "2018-04-01" })).toThrow(expect.objectContaining({ code: "span-reversed" }));
    expect(go({ until: "2018-03-31" })).not.toThrow();
  });
});

describe("what is wrong with a lifecycle is a finding", () => {
  const findings = (changed: object) =>
    codesOf(compileLifecycle({ ...wholesale, ...changed }, { parameters: wholesaleParameters }));
  const way = (changed: object) => ({
    transitions: [...wholesale.transitions, { from: "new", to: "active", ...changed }],
  });
  const event = (changed: object) => ({
    events: { ...wholesale.events, odd: { of: "orders", ...changed } },
  });

  it("states, events and words that are not there", () => {
    expect(findings({ start: "aquisition" })).toContain("start: unknown-state");
    expect(findings({ colour: 1 })).toEqual(["lifecycle.colour: unknown-property"]);
    expect(findings({ states: { ...wholesale.states, conflict: {} } })).toEqual([
      "states.conflict: reserved-name",
      "states.conflict: unreachable-state",
    ]);
    expect(findings({ states: { ...wholesale.states, new: { starts: true } } })).toEqual([
      "states.new.starts: unknown-property",
    ]);
    expect(findings(way({ from: ["newer"], to: "activ", when: { event: "contakt" } }))).toEqual([
      "transitions[10].from: unknown-state",
      "transitions[10].to: unknown-state",
      "transitions[10].when.event: unknown-event",
    ]);
    expect(findings(way({ when: { event: "contact" }, why: "x" }))).toEqual([
      "transitions[10].why: unknown-property",
    ]);
  });

  it("a trigger that is none of the three", () => {
    expect(findings(way({ when: { quite: "contact" } }))).toEqual([
      "transitions[10].when: malformed-lifecycle",
    ]);
  });

  it("nothing is said of ways from a start that there is not", () => {
    expect(findings({ start: "aquisition" })).toEqual(["start: unknown-state"]);
  });

  it("a state that no way leads to is a warning", () => {
    const result = compileLifecycle(
      { ...wholesale, states: { ...wholesale.states, gold: {} } },
      { parameters: wholesaleParameters },
    );
    expect(codesOf(result)).toEqual(["states.gold: unreachable-state"]);
    expect(result.ok).toBe(true);
  });

  it("events of records that are not there, not dated, or not dated by that field", () => {
    expect(findings(event({ of: "order" }))).toEqual(["events.odd.of: unknown-record-kind"]);
    expect(findings(event({ of: "ownerships" }))).toEqual(["events.odd.of: undated-records"]);
    expect(findings(event({ of: "ownerships", on: "validFrom" }))).toEqual([]);
    expect(findings(event({ on: "value" }))).toEqual(["events.odd.on: wrong-field-kind"]);
    expect(findings(event({ on: "orderdOn" }))).toEqual(["events.odd.on: unknown-field"]);
    expect(findings(event({ whenUnknown: "met" }))).toEqual([
      "events.odd.whenUnknown: unknown-value",
    ]);
    expect(findings(event({ where: { field: "brand", atLeast: 1 }, when: 1 }))).toEqual([
      "events.odd.when: unknown-property",
      expect.stringContaining("events.odd.where"),
    ]);
  });

  it("numbers and durations that are open, of another kind, or beyond all measure", () => {
    const times = (written: unknown) =>
      findings(way({ when: { event: "contact", times: written } }));
    expect(times(0)).toEqual(["transitions[10].when.times: out-of-range"]);
    expect(times(1)).toEqual([]);
    expect(times(1_000_001)).toEqual(["transitions[10].when.times: out-of-range"]);
    expect(times({ parameter: "regularContacts" })).toEqual([]);
    expect(times(null)).toEqual(["transitions[10].when.times: out-of-range"]);
    expect(times({ parameter: "fadesAfter" })).toEqual([
      "transitions[10].when.times.parameter: wrong-parameter-kind",
    ]);
    expect(findings(way({ when: { after: { months: -1 } } }))).toEqual([
      "transitions[10].when.after.months: not-a-duration",
    ]);
    const open = { ...wholesaleParameters, endsAfter: { open: "duration" } } as const;
    expect(codesOf(compileLifecycle(wholesale, { parameters: open }))).toEqual([
      "parameters.endsAfter: open-parameter",
    ]);
    const quiet = { quiet: "kontact", for: { months: 1 }, countedFrom: "last" };
    expect(findings(way({ when: quiet }))).toEqual([
      "transitions[10].when.quiet: unknown-event",
      "transitions[10].when.countedFrom: unknown-value",
    ]);
    const broken = { quiet: "contact", for: "long", countedFrom: "entry" };
    expect(findings(way({ when: broken }))).toEqual(["transitions[10].when.for: not-a-duration"]);
  });

  it("a time that runs in the start state, which has no first day", () => {
    expect(findings(way({ from: "acquisition", when: { after: { months: 1 } } }))).toEqual([
      "transitions[10].from: timer-without-entry",
    ]);
  });

  it("too many parts, and parts of another shape", () => {
    // Six states and five events beside them.
    const transitions = Array.from({ length: 990 }, () => wholesale.transitions[0]!);
    expect(findings({ transitions })).toEqual([": too-many"]);
    expect(findings({ transitions: transitions.slice(1) })).not.toContain(": too-many");
    expect(findings({ transitions: [null] })).toEqual([": malformed-lifecycle"]);
  });

  it("names of prototypes are names like any other", () => {
    expect(findings(way({ to: "constructor", when: { event: "toString" } }))).toEqual([
      "transitions[10].to: unknown-state",
      "transitions[10].when.event: unknown-event",
    ]);
  });

  it("a time that runs out beyond the known years never does", () => {
    const long = orThrow(
      compileLifecycle(wholesale, {
        parameters: { ...wholesaleParameters, fadesAfter: { years: 10_000 } },
      }),
    );
    const records = customerWith({ orders: ["2018-01-15"] });
    expect(lifecycleOf(records, long, { asOf: "2199-12-31" }).value).toEqual({
      ...{ kind: "state", state: "new" },
      ...{ since: "2018-01-15", relationshipSince: "2018-01-15" },
    });
  });
});
