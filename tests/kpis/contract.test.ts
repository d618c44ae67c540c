import { compilePolicy, orThrow } from "hoito";
import {
  checkMovementPlan,
  compileKpis,
  computeBoard,
  finishBoard,
  mergeBoards,
  partialBoard,
  partialSize,
  restorePartial,
  storePartial,
  streamBoard,
} from "hoito/kpis";
import { describe, expect, it } from "vitest";
import { visitsPolicy } from "../testing/visits-policy.js";

const checkedKpis = compileKpis({ gained: { figure: "newCustomers", version: "1" } });
const kpis = orThrow(checkedKpis);
const base = { accounts: [{ id: 1 }, { id: 2 }], coverage: {} };
const context = { asOf: "2018-12-31", period: { calendar: "year" } } as const;
const partial = partialBoard(base, kpis, context);
const board = computeBoard(base, kpis, context);
const fault = (code: string, path: string, message = "") =>
  expect.objectContaining({
    name: "HoitoError",
    code,
    path,
    message: expect.stringContaining(message),
  });

describe("what only JavaScript can hand over for a board", () => {
  it("figures that are not compiled, or a policy in their place", () => {
    const policy = orThrow(compilePolicy(visitsPolicy));
    for (const ask of [
      (wrong: never) => computeBoard(base, wrong, context),
      (wrong: never) => partialBoard(base, wrong, context),
      (wrong: never) => streamBoard([], wrong, context),
      (wrong: never) => finishBoard(partial, wrong),
    ]) {
      for (const wrong of [checkedKpis, undefined, {}]) {
        expect(() => ask(wrong as never)).toThrow(
          fault("not-compiled-kpis", "compiled", "`orThrow(compileKpis(definitions))`"),
        );
      }
      expect(() => ask({ ...policy, kpis: undefined } as never)).toThrow(
        fault("not-compiled-kpis", "compiled", "hand over its `kpis`"),
      );
      expect(() => ask(visitsPolicy as never)).toThrow(fault("not-compiled-kpis", "compiled"));
    }
  });

  it("a context without a day, with one cut, or with an option one slip away", () => {
    for (const ask of [
      (wrong: never) => computeBoard(base, kpis, wrong),
      (wrong: never) => partialBoard(base, kpis, wrong),
      (wrong: never) => streamBoard([], kpis, wrong),
    ]) {
      expect(() => ask(undefined as never)).toThrow(fault("not-a-civil-date", "context.asOf"));
      expect(() => ask({ ...context, asOf: "2018-02-30" } as never)).toThrow(
        fault("not-a-civil-date", "context.asOf"),
      );
      expect(() => ask({ ...context, cutBy: "owner" } as never)).toThrow(
        fault("not-a-list", "context.cutBy", "`owner` is no list"),
      );
      expect(() => ask({ ...context, cutby: ["owner"] } as never)).toThrow(
        fault("unknown-option", "context.cutby", "did you mean `cutBy`?"),
      );
    }
    expect(() => computeBoard(base.accounts as never, kpis, context)).toThrow(
      fault("not-a-base", "base"),
    );
  });

  it("partial boards that are finished, stored, unwrapped or in a list", () => {
    const merged = mergeBoards(partial, partialBoard({ ...base, accounts: [] }, kpis, context));
    const wrong = [
      [board, "finished already"],
      [storePartial(partial), "orThrow(restorePartial(stored))"],
      [JSON.parse(JSON.stringify(partial)), "orThrow(restorePartial(stored))"],
      [merged, "orThrow(mergeBoards(left, right))"],
      [[partial, partial], "two are merged at a time"],
      [undefined, "makes one"],
    ] as const;
    for (const [each, hint] of wrong) {
      const code = "not-a-partial-board";
      expect(() => mergeBoards(each as never, partial)).toThrow(fault(code, "left", hint));
      expect(() => mergeBoards(partial, each as never)).toThrow(fault(code, "right", hint));
      for (const ask of [storePartial, partialSize, (one: never) => finishBoard(one, kpis)]) {
        expect(() => ask(each as never)).toThrow(fault(code, "partial", hint));
      }
    }
    expect(finishBoard(orThrow(merged), kpis)).toEqual(board);
  });

  it("JSON that is no stored board", () => {
    const lost = JSON.parse(JSON.stringify(partial)) as never;
    for (const wrong of [lost, undefined, {}, { cells: [] }, board]) {
      expect(() => restorePartial(wrong as never)).toThrow(
        fault("not-a-stored-board", "stored", "storePartial(partial)"),
      );
    }
  });
});

describe("two partial boards that were not made alike", () => {
  it("say in what they differ", () => {
    const other = partialBoard(base, kpis, {
      asOf: "2018-12-31",
      period: { calendar: "quarter" },
      cutBy: ["region"],
    });
    const { findings } = mergeBoards(partial, other);
    expect(findings.map(({ code, path, message }) => [code, path, message])).toEqual([
      ["other-definitions", "context.period", "the two boards differ in `period`"],
      ["other-definitions", "context.cutBy", "the two boards differ in `cutBy`"],
    ]);
    const definitions = { lost: { figure: "newCustomers", version: "1" } };
    const unlike = partialBoard(base, orThrow(compileKpis(definitions)), context);
    expect(mergeBoards(partial, unlike).findings.map(({ path }) => path)).toEqual(["fingerprints"]);
  });
});

describe("labels of accounts", () => {
  it("are one for each: one too few or too many is refused", () => {
    const asked = { ...context, cutBy: ["tier"] };
    for (const tier of [
      ["a"],
      ["a", "b", "c"],
      [],
      { data: Uint8Array.of(0), dictionary: ["a"] },
      undefined,
    ]) {
      expect(() => computeBoard({ ...base, labels: { tier } } as never, kpis, asked)).toThrow(
        fault("not-aligned", "base.labels.tier", "2 accounts have"),
      );
    }
    for (const tier of [["a", undefined], { data: Uint8Array.of(0, 0), dictionary: ["a"] }]) {
      expect(computeBoard({ ...base, labels: { tier } }, kpis, asked).rows.length).toBeGreaterThan(
        1,
      );
    }
  });
});

describe("a plan of movement", () => {
  it("names the end of a move that is not stated", () => {
    const plan = { gain: { count: 1, into: "C" }, moves: [{ form: "B", to: "A", count: 10 }, {}] };
    const { ok, findings } = checkMovementPlan(plan as never);
    expect(ok).toBe(false);
    expect(findings.map(({ code, path, message }) => [code, path, message])).toEqual([
      ["missing-property", "moves[0].from", "`from` is not stated, and `form` says nothing here"],
      ["missing-property", "moves[1].from", "`from` is not stated"],
      ["missing-property", "moves[1].to", "`to` is not stated"],
    ]);
  });
});
