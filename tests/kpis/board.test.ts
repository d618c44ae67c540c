import { describe, expect, it } from "vitest";
import type { Activity, CustomerBase } from "../../src/facts/index.js";
import {
  type Board,
  type BoardContext,
  type BoardSurroundings,
  compareBoards,
  compileKpis,
  computeBoard,
  figureWindow,
  finishBoard,
  kpiCatalogue,
  mergeBoards,
  partialBoard,
  partialSize,
  streamBoard,
} from "../../src/kpis/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { figureOn, leftOut, rowsOf, year2018 } from "./ask-kpis.js";

const visit: Activity = {
  id: 1,
  accountId: 1,
  kind: "visit",
  status: "held",
  heldOn: "2018-05-01",
};
const kinds = { kinds: ["visit"] };
const base: CustomerBase & BoardSurroundings = {
  accounts: [
    { id: 1, region: "north", relationshipStart: "2015-01-01" },
    { id: 2, region: "south", relationshipStart: "2015-01-01", relationshipEnd: "2018-03-01" },
    { id: 3, relationshipStart: "2018-02-01" },
  ],
  coverage: { activities: "complete", ownerships: "complete" },
  labels: { segment: ["key", "other", undefined] },
  people: [{ id: 7, team: "east" }, { id: 8, team: "west" }, { id: 9 }],
  teams: [
    { id: "T9", memberIds: [9] },
    { id: "T8", name: "south-west", memberIds: [8] },
  ],
  ownerships: [
    { accountId: 1, personId: 7, role: "responsible", naming: "named" },
    { accountId: 2, personId: 8, role: "responsible", naming: "named" },
    { accountId: 2, personId: 9, role: "responsible", naming: "named" },
  ],
  activities: [
    { ...visit, businessLine: "clocks" },
    { ...visit, id: 2, accountId: 2, businessLine: "rings" },
    { ...visit, id: 3, accountId: 2, businessLine: "clocks" },
    { ...visit, id: 4 },
  ],
};
const labelsOf = (cut: string, figure = "visits", method: object = kinds) =>
  rowsOf(base, figure, method as never, { ...year2018, cutBy: [cut] }).map(
    (row) => `${row.cut?.label ?? "all"}: ${row.figure.value ?? row.figure.undefinedBecause}`,
  );

describe("a board", () => {
  it("KPI-16 cuts every figure by region, segment, owner and team; none and several are labels", () => {
    expect(labelsOf("region")).toEqual(["all: 4", "none: 0", "north: 2", "south: 2"]);
    expect(labelsOf("segment")).toEqual(["all: 4", "key: 2", "none: 0", "other: 2"]);
    expect(labelsOf("owner")).toEqual(["all: 4", "7: 2", "none: 0", "several: 2"]);
    expect(labelsOf("team")).toEqual(["all: 4", "east: 2", "none: 0", "several: 2"]);
    const loose = { ...base, ownerships: base.ownerships!.slice(1, 2) };
    const byTeam = rowsOf(loose, "visits", kinds, { ...year2018, cutBy: ["team"] });
    expect(byTeam.map(({ cut }) => cut?.label)).toEqual([undefined, "none", "south-west"]);
    const unnamed = {
      ...loose,
      teams: [],
      people: [],
      ownerships: [{ ...base.ownerships![0]!, personId: 99 }],
    };
    const noTeam = rowsOf(unnamed, "visits", kinds, { ...year2018, cutBy: ["team"] });
    expect(noTeam.map(({ cut }) => cut?.label)).toEqual([undefined, "none"]);
    const { ownerships, people, teams, ...without } = base;
    const unknown = { ...without, coverage: { activities: "complete" } } as const;
    const owners = rowsOf(unknown, "visits", kinds, { ...year2018, cutBy: ["owner", "team"] });
    expect(owners.map(({ cut }) => cut?.label)).toEqual([undefined, "unknown", "unknown"]);
    const known = {
      ...without,
      coverage: { activities: "complete", ownerships: "complete" },
    } as const;
    const nobody = rowsOf(known, "visits", kinds, { ...year2018, cutBy: ["owner"] });
    expect(nobody.map(({ cut }) => cut?.label)).toEqual([undefined, "none"]);
  });

  it("KPI-16 cuts by business line the figures whose records know one, and says so of the others", () => {
    expect(labelsOf("businessLine")).toEqual(["all: 4", "clocks: 2", "rings: 1"]);
    const worked = { ...base, coverage: { activities: "complete", orders: "complete" } } as const;
    const hours = rowsOf(
      worked,
      "productivity",
      { of: "orderValue" },
      { ...year2018, cutBy: ["businessLine"] },
    );
    expect(hours.map(({ cut }) => cut?.label)).toEqual([undefined, "clocks", "rings"]);
    const both = computeBoard(
      base,
      orThrow(
        compileKpis({
          visits: { figure: "visits", version: "1", with: kinds },
          gained: { figure: "newCustomers", version: "1" },
        }),
      ),
      { ...year2018, cutBy: ["businessLine"] },
    );
    const gained = both.rows.filter(({ kpi }) => kpi === "gained");
    expect(gained.map(({ figure }) => figure.value ?? figure.undefinedBecause)).toEqual([
      1,
      "notCutByBusinessLine",
      "notCutByBusinessLine",
    ]);
  });

  it("KPI-06 a figure over all says which segments it mixes", () => {
    const [all, ...cut] = rowsOf(
      base,
      "retention",
      { base: "opening" },
      { ...year2018, cutBy: ["segment"] },
    );
    expect(all!.mixes).toEqual({ segment: ["key", "none", "other"] });
    expect(cut.every(({ mixes }) => mixes === undefined)).toBe(true);
    const one = { ...base, labels: { segment: ["key", "key", "key"] } };
    const [whole] = rowsOf(
      one,
      "retention",
      { base: "opening" },
      { ...year2018, cutBy: ["segment"] },
    );
    expect(whole!.mixes).toBeUndefined();
  });

  it("KPI-15 gives the periods before, oldest first; one that goes on says so", () => {
    const context = {
      asOf: "2018-05-15",
      period: { calendar: "quarter" },
      periodsBefore: 2,
    } as const;
    const rows = rowsOf(base, "visits", kinds, context);
    expect(rows.map(({ period, figure }) => `${period.label}: ${figure.value}`)).toEqual([
      "2017-Q4: 0",
      "2018-Q1: 0",
      "2018-Q2: 4",
    ]);
    expect(rows.map(({ period }) => period.running)).toEqual([false, false, true]);
    expect(rows.at(-1)!.period).toMatchObject({ from: "2018-04-01", last: "2018-05-15" });
    const rolling = rowsOf(base, "visits", kinds, {
      asOf: "2018-05-31",
      period: { rolling: { months: 1 } },
      periodsBefore: 1,
    });
    expect(rolling.map(({ period, figure }) => `${period.label}: ${figure.value}`)).toEqual([
      "2018-03-31/2018-04-30: 0",
      "2018-05-01/2018-05-31: 4",
    ]);
    const always = rowsOf(base, "visits", kinds, {
      asOf: "2018-05-15",
      period: "always",
      periodsBefore: 3,
    });
    expect(always.map(({ period }) => period.label)).toEqual(["1900-01-01/2018-05-15"]);
  });

  it("KPI-15 there is no board where there is no period", () => {
    const own = { own: [{ label: "May", from: "2018-05-01", until: "2018-06-01" }] } as const;
    expect(
      rowsOf(base, "visits", kinds, { asOf: "2018-12-31", period: { calendar: own } }),
    ).toEqual([]);
    expect(figureWindow({ calendar: own }, { asOf: "2018-12-31" })).toBeUndefined();
    // Windows stop at the first day there is: the second of January, the day after it.
    const first = {
      asOf: "1900-01-04",
      period: { rolling: { days: 2 } },
      periodsBefore: 3,
    } as const;
    expect(rowsOf(base, "visits", kinds, first).map(({ period }) => period.label)).toEqual([
      "1900-01-02/1900-01-01",
      "1900-01-02/1900-01-02",
      "1900-01-03/1900-01-04",
    ]);
    const none = {
      asOf: "2018-05-15",
      period: { rolling: { days: 0 } },
      periodsBefore: 3,
    } as const;
    expect(rowsOf(base, "visits", kinds, none).map(({ figure }) => figure.value)).toEqual([0]);
    const [early] = rowsOf(base, "visits", kinds, {
      asOf: "1900-03-01",
      period: { calendar: "year" },
    });
    expect(early!.period.label).toBe("1900");
    expect(() => figureWindow({ calendar: "yaer" as "year" }, { asOf: "2018-12-31" })).toThrow(
      /yaer/,
    );
  });

  it("KPI-16 what is not known is not zero", () => {
    const since = { ...base, coverage: { activities: { since: "2018-06-01" } } } as const;
    const figure = figureOn(since, "visits", kinds);
    expect(figure.undefinedBecause).toBe("incomplete");
    expect(leftOut(figure)).toEqual({ incomplete: 3 });
    expect(figureOn({ ...base, coverage: {} }, "visits", kinds).undefinedBecause).toBe(
      "notSupplied",
    );
    const enough = { ...base, coverage: { activities: { since: "2018-01-01" } } } as const;
    expect(figureOn(enough, "visits", kinds).value).toBe(4);
    expect(figureOn({ accounts: [], coverage: {} }, "visits", kinds).undefinedBecause).toBe(
      "nothingToMeasure",
    );
  });

  it("KPI-16 duplicates, orphans and accounts that come twice are counted once or not, and told", () => {
    const activities = [...base.activities!, { ...visit }, { ...visit, id: 50, accountId: 99 }];
    const accounts = [...base.accounts, { id: 1 }];
    const labels = { segment: accounts.map(() => undefined) };
    const figure = figureOn({ ...base, accounts, activities, labels }, "visits", kinds);
    expect(figure.value).toBe(4);
    expect(leftOut(figure)).toEqual({ duplicate: 1, duplicateAccount: 1, orphan: 1 });
    const alone = figureOn({ accounts: [], coverage: {}, activities }, "visits", kinds);
    expect(leftOut(alone)).toEqual({ orphan: 6 });
  });

  it("KPI-16 names the accounts behind a figure when asked, and not otherwise", () => {
    const context = { ...year2018, receipts: "accounts" } as const;
    const churn = figureOn(base, "churn", { base: "opening" }, context);
    expect(churn.accounts).toEqual({ numerator: [], denominator: [1, 2], excluded: [] });
    const visits = figureOn(
      { ...base, activities: [...base.activities!, { ...visit, id: 9, heldOn: "2017-01-01" }] },
      "reach",
      kinds,
      context,
    );
    expect(visits.accounts).toEqual({ numerator: [1, 2], denominator: [1, 2, 3], excluded: [1] });
    expect(figureOn(base, "reach", kinds).accounts).toBeUndefined();
  });

  it("KPI-16 a sum beyond 2^53 is no figure", () => {
    const huge = { minor: Number.MAX_SAFE_INTEGER, currency: "EUR" };
    const orders = [1, 2].map(
      (id) => ({ id, accountId: 1, orderedOn: "2018-05-01", value: huge }) as const,
    );
    const some = { ...base, coverage: { orders: "complete" }, orders } as const;
    expect(figureOn(some, "sales", { of: "orderValue" }).undefinedBecause).toBe("amountTooLarge");
  });

  it("KPI-16 accounts may come one by one", () => {
    const compiled = orThrow(
      compileKpis({ visits: { figure: "visits", version: "1", with: kinds } }),
    );
    const accounts = base.accounts.map((account, row) => ({
      records: {
        account,
        coverage: base.coverage,
        activities: base.activities!.filter(({ accountId }) => accountId === account.id),
      },
      labels: { segment: ["key", "other", undefined][row] },
    }));
    const context = { ...year2018, cutBy: ["segment"] } as const;
    expect(streamBoard(accounts, compiled, context)).toEqual(computeBoard(base, compiled, context));
    expect(streamBoard([], compiled, year2018).rows[0]!.figure.undefinedBecause).toBe(
      "nothingToMeasure",
    );
  });

  it("KPI-16 shards merge, and only with what was computed alike", () => {
    const compiled = orThrow(
      compileKpis({ kept: { figure: "retention", version: "1", with: { base: "opening" } } }),
    );
    const shards = base.accounts.map((account, row) => ({
      ...{
        ...base,
        accounts: [account],
        labels: { segment: [base.labels!["segment"] as never][0]![row]! },
      },
    })) as never as (typeof base)[];
    const context = { ...year2018, cutBy: ["region"] } as const;
    const parts = shards.map((shard, row) =>
      partialBoard({ ...shard, labels: { segment: [String(row)] } }, compiled, context),
    );
    const merged = parts.reduce((left, right) => orThrow(mergeBoards(left, right)));
    expect(finishBoard(merged, compiled)).toEqual(computeBoard(base, compiled, context));
    const other = orThrow(
      compileKpis({ kept: { figure: "retention", version: "2", with: { base: "opening" } } }),
    );
    const refused = mergeBoards(parts[0]!, partialBoard(base, other, context));
    expect(refused.findings.map(({ code }) => code)).toEqual(["other-definitions"]);
    const otherDay = partialBoard(base, compiled, { ...context, asOf: "2018-12-30" });
    expect(mergeBoards(parts[0]!, otherDay).ok).toBe(false);
    expect(() => finishBoard(merged, other)).toThrow(/other definitions/);
  });

  it("KPI-16 shards that surely share accounts do not merge", () => {
    const definition = { figure: "retention", version: "1", with: { base: "opening" } } as const;
    const compiled = orThrow(compileKpis({ kept: definition }));
    const shardOf = (ids: readonly (string | number)[], receipts: object) => {
      const starts = { relationshipStart: "2015-01-01" } as const;
      const accounts = ids.map((id) => (id === "late" ? { id } : { id, ...starts }));
      return partialBoard({ accounts, coverage: {} }, compiled, { ...year2018, ...receipts });
    };
    const receipts = { receipts: "accounts" };
    const left = shardOf([1, "A", "late"], receipts);
    const messages = (ids: readonly (string | number)[]) =>
      mergeBoards(left, shardOf(ids, receipts)).findings.map(({ message }) => message);
    const twice = "its amounts would count twice";
    expect(messages(["B", "A"])).toEqual([`both shards hold the account \`A\`; ${twice}`]);
    expect(messages(["late"])).toEqual([`both shards hold the account \`late\`; ${twice}`]);
    // Another kind of id is another account.
    expect(messages(["1", "B"])).toEqual([]);
    const plain = shardOf([1], {});
    expect(mergeBoards(plain, plain).findings).toMatchObject([
      { code: "shared-accounts", message: `a shard was to be merged with itself; ${twice}` },
    ]);
    // Without receipts nobody can tell.
    expect(mergeBoards(plain, shardOf([1], {})).ok).toBe(true);
  });

  it("KPI-16 a partial does not grow with the accounts, but with the distinct amounts of a Gini", () => {
    const sizeOf = (figure: string, method: object, accounts: number, amounts: number) => {
      const all = Array.from({ length: accounts }, (_, id) => ({ id }));
      const orders = all.map(({ id }) => {
        const value = { minor: 100 + (id % amounts), currency: "EUR" };
        return { id, accountId: id, orderedOn: "2018-05-01", value } as const;
      });
      const definitions = { it: { figure, version: "1", with: method as never } };
      const compiled = orThrow(compileKpis(definitions, { currency: "EUR" }));
      const shard = { accounts: all, orders, coverage: { orders: "complete" } } as const;
      return partialSize(partialBoard(shard, compiled, year2018));
    };
    const sales = { of: "orderValue" };
    expect(sizeOf("sales", sales, 2, 2)).toBe(sizeOf("sales", sales, 200, 200));
    const gini = { ...sales, population: "all", negatives: "refuse" };
    expect(sizeOf("gini", gini, 200, 5)).toBe(1 + 5);
    expect(sizeOf("gini", gini, 200, 200)).toBe(1 + 200);
    const names = ["a", "b", "A"].map((name, id) => {
      return { id, names: [{ name, kind: "official" }] } as const;
    });
    const unique = orThrow(compileKpis({ it: { figure: "accountsUnique", version: "1" } }));
    const partial = partialBoard({ accounts: names, coverage: {} }, unique, year2018);
    // The accounts measured, the denominator, and two different names.
    expect(partialSize(partial)).toBe(2 + 2);
  });

  it("KPI-16 records without an id, and ids in any order, are told apart", () => {
    const answer = { accountId: 1, answeredOn: "2018-05-01", scale: "nps", score: 9 } as const;
    const answers = {
      ...base,
      surveyAnswers: [answer, answer],
      coverage: { surveyAnswers: "complete" },
    } as const;
    expect(figureOn(answers, "netPromoterScore", { confidence: 0.95 }).denominator).toBe(2);
    const ids = [5, 3, "3", 3, 5] as const;
    const activities = ids.map((id) => ({ ...visit, id }));
    const figure = figureOn({ ...base, activities }, "visits", kinds);
    expect(figure.value).toBe(3);
    expect(leftOut(figure)).toEqual({ duplicate: 2 });
  });

  it("KPI-16 a cut that is no column throws, with the nearest that is", () => {
    const ask = (cutBy: readonly string[], periodsBefore = 0) =>
      rowsOf(base, "visits", kinds, { ...year2018, cutBy, periodsBefore });
    expect(() => ask(["regoin"])).toThrow(/did you mean `region`/);
    expect(() => ask(["zzzzzzzz"])).toThrow(/no column of labels `zzzzzzzz`$/);
    expect(() => ask([], 61)).toThrow(/0 to 60/);
    expect(() => ask([], -1)).toThrow(/0 to 60/);
    expect(() => ask([], 0.5)).toThrow(/0 to 60/);
    expect(ask([], 60).length).toBe(61);
  });
});

describe("boards against each other", () => {
  const board = (version: string, base_: "opening" | "all", asOf: "2017-12-31" | "2018-12-31") =>
    computeBoard(
      base,
      orThrow(compileKpis({ kept: { figure: "retention", version, with: { base: base_ } } })),
      { asOf, period: { calendar: "year" }, cutBy: ["region"] },
    );

  it("KPI-15 before and after against a stored baseline, by figure and cut", () => {
    const stored = JSON.parse(JSON.stringify(board("1", "opening", "2017-12-31")));
    const { changes, findings } = compareBoards(board("1", "opening", "2018-12-31"), stored);
    expect(findings).toEqual([]);
    expect(changes.map(({ cut, difference, factor }) => [cut?.label, difference, factor])).toEqual([
      [undefined, -0.5, 0.5],
      ["none", undefined, undefined],
      ["north", 0, 1],
      ["south", -1, 0],
    ]);
    const lost = compareBoards(stored, board("1", "opening", "2018-12-31"));
    expect(lost.changes.map(({ factor }) => factor)).toEqual([2, undefined, 1, undefined]);
  });

  it("KPI-15 two versions, or two ways of counting under one version, are never compared silently", () => {
    const earlier = board("1", "opening", "2017-12-31");
    const newer = compareBoards(board("2", "opening", "2018-12-31"), earlier);
    expect(newer.changes).toEqual([]);
    expect(new Set(newer.findings.map(({ code }) => code))).toEqual(
      new Set(["other-definition-version"]),
    );
    const otherwise = compareBoards(board("1", "all", "2018-12-31"), earlier);
    expect(otherwise.changes).toEqual([]);
    expect(otherwise.findings[1]).toMatchObject({
      code: "other-conventions",
      path: "kept.region.none",
    });
  });

  const asked = (
    period: BoardContext["period"],
    asOf: "2017-06-30" | "2017-12-31" | "2018-06-30" | "2018-07-02" | "2018-12-31",
  ) => {
    const gained = { figure: "newCustomers", version: "1" };
    return computeBoard(base, orThrow(compileKpis({ gained })), { asOf, period });
  };
  const told = (board: Board, baseline: Board) => {
    const { changes, findings } = compareBoards(board, baseline);
    return [changes.length, ...findings.map(({ code, path }) => `${code} ${path}`)];
  };

  it("KPI-15 a half-year is not compared with a year, nor any kind of period with another", () => {
    const year = asked({ calendar: "year" }, "2018-12-31");
    expect(year.period).toEqual({ calendar: "year" });
    const refused = [0, "other-period period"];
    expect(told(asked({ calendar: "half" }, "2018-12-31"), year)).toEqual(refused);
    expect(told(asked({ rolling: { years: 1 } }, "2018-12-31"), year)).toEqual(refused);
    expect(told(asked("always", "2018-12-31"), year)).toEqual(refused);
    const own = (label: string, from: "2018-01-01" | "2018-07-01") => {
      return { calendar: { own: [{ label, from, until: "2019-01-01" }] } } as const;
    };
    expect(told(asked(own("2018", "2018-01-01"), "2018-12-31"), year)).toEqual(refused);
    const half = asked(own("2018-H2", "2018-07-01"), "2018-12-31");
    expect(told(half, asked(own("2018", "2018-01-01"), "2018-12-31"))).toEqual(refused);
    const fiscal = (startMonth: number) => ({ calendar: { fiscal: "year", startMonth } }) as const;
    expect(told(asked(fiscal(4), "2018-12-31"), asked(fiscal(7), "2018-12-31"))).toEqual(refused);
    const month = asked({ rolling: { months: 1 } }, "2018-12-31");
    expect(told(month, asked({ rolling: { months: 2 } }, "2018-12-31"))).toEqual(refused);
  });

  it("KPI-15 one kind of period is compared however it was written and however far back", () => {
    const year = asked({ calendar: "year" }, "2018-12-31");
    expect(told(year, asked({ calendar: "year", offset: -1 }, "2018-12-31"))).toEqual([1]);
    expect(told(asked("always", "2018-12-31"), asked("always", "2017-12-31"))).toEqual([1]);
    const span = { rolling: { months: 1, days: 3 } } as const;
    const turned = { rolling: { days: 3, months: 1 } } as const;
    expect(told(asked(span, "2018-12-31"), asked(turned, "2017-12-31"))).toEqual([1]);
    const [first, second] = [
      { label: "2017", from: "2017-01-01", until: "2018-01-01" },
      { label: "2018", from: "2018-01-01", until: "2019-01-01" },
    ] as const;
    const longer = asked({ calendar: { own: [first, second] } }, "2018-12-31");
    expect(told(longer, asked({ calendar: { own: [first] } }, "2017-12-31"))).toEqual([1]);
  });

  it("KPI-15 a year that goes on is set against a whole one, or a shorter part, with a warning", () => {
    const year = { calendar: "year" } as const;
    const soFar = asked(year, "2018-06-30");
    const uneven = [1, "running-period period"];
    expect(told(soFar, asked(year, "2017-12-31"))).toEqual(uneven);
    expect(told(asked(year, "2018-12-31"), asked(year, "2017-06-30"))).toEqual(uneven);
    expect(told(soFar, asked(year, "2017-06-30"))).toEqual([1]);
    // 1 and 2 July: 182 and 183 days of 2018 against the 181 until 30 June 2017.
    expect(told(asked(year, "2018-07-02"), asked(year, "2017-06-30"))).toEqual(uneven);
    const { findings } = compareBoards(soFar, asked(year, "2017-12-31"));
    expect(findings[0]).toMatchObject({
      severity: "warning",
      message: "`2018` until 2018-06-30 is set against `2017` until 2017-12-31",
    });
    const noRows = { ...soFar, rows: [] };
    expect(told(soFar, noRows)).toEqual([0, "no-baseline gained"]);
    expect(told(noRows, soFar)).toEqual([0, "no-longer-measured gained"]);
  });

  it("KPI-15 a baseline of another format is not read", () => {
    const now = board("1", "opening", "2018-12-31");
    const old = { ...now, format: "hoito-board/0" as "hoito-board/1" };
    expect(compareBoards(now, old)).toMatchObject({
      changes: [],
      findings: [{ code: "unknown-format", path: "format" }],
    });
  });

  it("KPI-15 a figure that is new, or gone, is told", () => {
    const { rows, ...rest } = board("1", "opening", "2018-12-31");
    const whole = { ...rest, rows: rows.slice(0, 1) };
    const { findings } = compareBoards({ ...rest, rows }, whole);
    expect(findings.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "no-baseline kept.region.none",
      "no-baseline kept.region.north",
      "no-baseline kept.region.south",
    ]);
    expect(compareBoards(whole, { ...rest, rows }).findings.map(({ code }) => code)).toEqual([
      "no-longer-measured",
      "no-longer-measured",
      "no-longer-measured",
    ]);
  });
});

describe("the catalogue", () => {
  it("KPI-16 says of every figure what it is, in two languages, and is plain data", () => {
    expect(JSON.parse(JSON.stringify(kpiCatalogue))).toEqual(kpiCatalogue);
    expect(kpiCatalogue.length).toBeGreaterThan(60);
    for (const entry of kpiCatalogue) {
      for (const text of [entry.names.en, entry.names.fi, entry.formula, entry.source]) {
        expect(text).toMatch(/\S/);
      }
      expect(["KPI", "KRI"]).toContain(entry.kind);
      expect(["leading", "lagging"]).toContain(entry.timing);
    }
    const names = kpiCatalogue.map(({ names: { en } }) => en);
    expect(new Set(names).size).toBe(names.length);
  });
});
