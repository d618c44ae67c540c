import { describe, expect, it } from "vitest";
import {
  compareBoards,
  computeBoard,
  finishBoard,
  mergeBoards,
  partialBoard,
  type StoredPartialBoard,
  storePartial,
} from "../../src/kpis/index.js";
import { parseBoard, parsePartialBoard } from "../../src/schemas/index.js";
import { type Checked, orThrow } from "../../src/shapes/index.js";
import { everyKpi } from "../kpis/some-bases.js";

const base = {
  accounts: [
    { id: 1, relationshipStart: "2015-01-01", names: [{ name: "Kello Oy", kind: "official" }] },
    { id: "two", relationshipStart: "2018-02-01", region: "__north__" },
  ],
  coverage: { activities: "complete", orders: "complete", surveyAnswers: "complete" },
  activities: [
    { id: 1, accountId: 1, kind: "visit", status: "held", heldOn: "2018-05-01", personId: 7 },
  ],
  orders: [
    { id: 1, accountId: 1, orderedOn: "2018-05-01", value: { minor: 1250, currency: "EUR" } },
  ],
  surveyAnswers: [{ accountId: 1, answeredOn: "2018-05-01", scale: "nps", score: 9 }],
  labels: { segment: ["A", "B"], was: ["B", "B"], now: ["A", "B"] },
} as const;
const context = {
  asOf: "2018-12-31",
  period: { calendar: "year" },
  periodsBefore: 1,
  cutBy: ["region", "segment"],
  receipts: "accounts",
} as const;
const board = computeBoard(base, everyKpi, context);
const partial = partialBoard(base, everyKpi, context);
const asJson = (value: unknown): never => JSON.parse(JSON.stringify(value)) as never;
const codesOf = ({ findings }: Checked<unknown>) =>
  findings.map(({ code, path }) => `${path}: ${code}`);

describe("KPI-15 a stored baseline", () => {
  it("KPI-15 comes back whole, of every figure there is", () => {
    expect(orThrow(parseBoard(JSON.stringify(board)))).toEqual(board);
    const { changes, findings } = compareBoards(board, orThrow(parseBoard(asJson(board))));
    expect(findings).toEqual([]);
    expect(changes.every(({ difference = 0 }) => difference === 0)).toBe(true);
  });

  it.each([
    "always",
    { rolling: { months: 3 } },
    { calendar: { fiscal: "half", startMonth: 4 }, offset: -1 },
    { calendar: { own: [{ label: "Q", from: "2018-01-01", until: "2018-02-01" }] } },
  ])("KPI-15 reads the period %j", (period) => {
    expect(orThrow(parseBoard({ ...board, period })).period).toEqual(period);
  });

  it.each(["yaer", null, {}, { calendar: "yaer" }, { rolling: { months: -1 } }, 7])(
    "KPI-15 does not read the period %j",
    (period) => {
      expect(codesOf(parseBoard({ ...board, period }))).toEqual(["period: wrong-type"]);
    },
  );

  it("KPI-15 a board that does not say what it was asked for is no baseline", () => {
    const { period, ...forgetful } = board;
    expect(codesOf(parseBoard(forgetful))).toEqual(["period: missing-property"]);
  });

  it("KPI-15 tells everything that is wrong at once", () => {
    const [row] = board.rows;
    const { value, undefinedBecause, ...receipt } = row!.figure;
    const figures = [
      { ...receipt, value: 1, undefinedBecause: "notSupplied" },
      receipt,
      { ...receipt, value: "1" },
      { ...receipt, undefinedBecause: "lost" },
      { ...receipt, value: 1, excluded: [{ reason: "duplicate", count: -1 }] },
    ];
    const rows = figures.map((figure) => ({ ...row, figure }));
    const wrong = { ...board, format: "hoito-board/2", asOf: "soon", rows, colour: "red" };
    expect(codesOf(parseBoard(wrong))).toEqual([
      "format: unknown-value",
      "asOf: not-a-civil-date",
      "rows[0].figure: wrong-type",
      "rows[1].figure: wrong-type",
      "rows[2].figure.value: not-a-number",
      "rows[3].figure.undefinedBecause: unknown-value",
      "rows[4].figure.excluded[0].count: out-of-range",
      "colour: unknown-property",
    ]);
  });

  it("KPI-15 text that is no JSON, and input beyond all bounds, are findings", () => {
    expect(codesOf(parseBoard("{"))).toEqual([": not-json"]);
    expect(codesOf(parseBoard({ ...board, asOf: "x".repeat(10_001) }))).toEqual([
      "asOf: text-too-long",
    ]);
    const hostile = JSON.parse('{"__proto__":{"format":"hoito-board/1"}}');
    expect(codesOf(parseBoard(hostile))).toEqual(["__proto__: reserved-name"]);
  });
});

describe("KPI-16 a stored partial", () => {
  const stored: StoredPartialBoard = storePartial(partial);
  const cell = stored.cells[0]!;

  it("KPI-16 comes back as it was, and finishes to the very board", () => {
    const read = orThrow(parsePartialBoard(JSON.stringify(stored)));
    expect(read).toEqual(partial);
    expect(finishBoard(read, everyKpi)).toEqual(board);
  });

  it("KPI-16 is not touched by what it is merged into", () => {
    const first = orThrow(parsePartialBoard(asJson(stored)));
    const again = orThrow(parsePartialBoard(asJson(stored)));
    expect(mergeBoards(first, again).findings.map(({ code }) => code)).toEqual(["shared-accounts"]);
    const ids = { numerator: [], denominator: [], excluded: [] };
    const cells = stored.cells.map((each) => {
      return { ...each, tallies: each.tallies.map((tally) => ({ ...tally, ids })) };
    });
    const second = orThrow(parsePartialBoard(asJson({ ...stored, cells })));
    orThrow(mergeBoards(first, second));
    expect(first).toEqual(partial);
  });

  it("KPI-16 merges with one that was not stored, in whichever order its context was written", () => {
    const { asOf, period, periodsBefore, cutBy, receipts } = context;
    const turned = { receipts, cutBy, periodsBefore, period, asOf };
    const nobody = { ...base, accounts: [], labels: { segment: [], was: [], now: [] } };
    const empty = partialBoard(
      { accounts: [], coverage: nobody.coverage, labels: nobody.labels },
      everyKpi,
      turned,
    );
    const read = orThrow(parsePartialBoard(asJson(stored)));
    expect(finishBoard(orThrow(mergeBoards(empty, read)), everyKpi)).toEqual(board);
  });

  it("KPI-16 is refused where its tallies do not fit", () => {
    const all = { cut: "", label: "" };
    const cases: readonly (readonly [Partial<StoredPartialBoard>, readonly string[]])[] = [
      [{ cells: [] }, ["cells: partial-mismatch"]],
      [{ cells: [cell, cell] }, ["cells[1]: partial-mismatch"]],
      [{ cells: [cell, { ...cell, label: "x" }] }, ["cells[1]: partial-mismatch"]],
      [{ cells: [cell, { ...cell, cut: "team", label: "x" }] }, ["cells[1]: partial-mismatch"]],
      [{ cells: [cell, { ...cell, cut: "region", label: "" }] }, []],
      [{ cells: [{ ...all, tallies: [] }] }, ["cells[0].tallies: partial-mismatch"]],
      [{ fingerprints: ["one"], cells: [cell] }, ["cells[0].tallies: partial-mismatch"]],
      [{ context: { ...context, cutBy: [] }, cells: [cell] }, []],
      [
        { context: { asOf: context.asOf, period: context.period }, cells: [cell] },
        ["cells[0].tallies: partial-mismatch"],
      ],
    ];
    for (const [changed, codes] of cases) {
      expect(codesOf(parsePartialBoard({ ...(asJson(stored) as object), ...changed }))).toEqual(
        codes,
      );
    }
  });

  it("KPI-16 is refused where a value is not what it must be", () => {
    const [tally] = cell.tallies;
    const tallies = [
      { ...tally, counts: [["measured", 0.5]] },
      { ...tally, excluded: [["orphan", -1]] },
      { ...tally, histograms: [["ages", [[true, 1]]]] },
      { ...tally, keys: [["people", [1]]] },
      { ...tally, ids: undefined },
    ].map((each) => asJson(each));
    const wrong = {
      ...stored,
      context: { ...context, periodsBefore: 61, period: "yaer" },
      cells: [{ ...cell, tallies }],
    };
    expect(codesOf(parsePartialBoard(wrong))).toEqual([
      "context.period: wrong-type",
      "context.periodsBefore: out-of-range",
      "cells[0].tallies[0].counts[0][1]: not-whole",
      "cells[0].tallies[1].excluded[0][1]: out-of-range",
      "cells[0].tallies[2].histograms[0][1][0][0]: wrong-type",
      "cells[0].tallies[3].keys[0][1][0]: wrong-type",
      "cells[0].tallies[4].ids: missing-property",
    ]);
    expect(codesOf(parsePartialBoard("[]"))).toEqual([": wrong-type"]);
    // A partial itself holds maps, which JSON would empty: not what is stored.
    expect(parsePartialBoard(partial).ok).toBe(false);
  });
});
