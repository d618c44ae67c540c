import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compareGolden, goldenText } from "hoito/testing";
import { matchGolden } from "hoito/testing/node";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

describe("POL-05 goldenText", () => {
  it("is the same text whatever built the value", () => {
    const value = { b: [1, { d: null, c: true }], a: "x", gone: undefined };
    const other = { a: "x", b: [1, { c: true, d: null }] };
    expect(goldenText(value)).toBe(goldenText(other));
    expect(goldenText({ b: 1, a: [] })).toBe('{\n  "a": [],\n  "b": 1\n}\n');
  });

  it("writes maps, sets, typed arrays and minus zero as plain JSON", () => {
    const map = new Map([
      ["b", 1],
      ["a", 2],
    ]);
    const value = { map, set: new Set(["x"]), codes: Uint16Array.of(1, 2), zero: -0 };
    expect(JSON.parse(goldenText(value))).toEqual({
      codes: [1, 2],
      map: { a: 2, b: 1 },
      set: ["x"],
      zero: 0,
    });
  });

  it("refuses what JSON would lose without a word", () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    const plain = [() => 1, Symbol("x"), 1n, Number.NaN, new Map([[1, 2]]), circle, undefined];
    const view = new DataView(new ArrayBuffer(1));
    const lossy = [...plain, new Date(0), new Error("x"), /x/, view, Promise.resolve(1)];
    for (const each of lossy) {
      expect(() => goldenText({ list: [each] })).toThrow("without loss");
    }
    expect(() => goldenText({ list: [Number.NaN] })).toThrow("`list[0]`");
    const shared = { a: 1 };
    expect(() => goldenText([shared, shared])).not.toThrow();
  });
});

describe("POL-05 compareGolden", () => {
  it("tells what changed, what is gone and what is new, by path", () => {
    const before = goldenText({ list: [1, 2, 3], same: { deep: 1 }, gone: 1, kind: [] });
    expect(
      compareGolden(before, { list: [1, 5], same: { deep: 1 }, fresh: null, kind: {} }),
    ).toEqual([
      { path: "gone", expected: 1 },
      { path: "kind", expected: [], received: {} },
      { path: "list[1]", expected: 2, received: 5 },
      { path: "list[2]", expected: 3 },
      { path: "fresh", received: null },
    ]);
    expect(compareGolden("1", 1)).toEqual([]);
    expect(compareGolden("1", "1")).toEqual([{ path: "", expected: 1, received: "1" }]);
    expect(compareGolden("[[1]]", [[2]])).toEqual([{ path: "[0][0]", expected: 1, received: 2 }]);
  });

  it("ends after a hundred, and refuses what is no JSON", () => {
    const many = Array.from({ length: 150 }, (_, index) => index);
    const other = many.map((each) => each + 1);
    expect(compareGolden(goldenText(many), other)).toHaveLength(100);
    expect(compareGolden(goldenText({}), { ...other })).toHaveLength(100);
    expect(() => compareGolden("{", 1)).toThrow("no JSON");
  });
});

describe("POL-05 matchGolden", () => {
  let folder: string;
  const environment = ["HOITO_UPDATE_GOLDEN", "CI"] as const;
  const before = environment.map((name) => process.env[name]);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "hoito-golden-"));
    for (const name of environment) delete process.env[name];
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
    for (const [index, name] of environment.entries()) {
      if (before[index] === undefined) delete process.env[name];
      else process.env[name] = before[index];
    }
  });

  it("writes on purpose alone, into a folder still to be made", () => {
    const path = join(folder, "new", "labels.json");
    expect(() => matchGolden(path, { a: 1 })).toThrow("there is no golden file");
    expect(existsSync(path)).toBe(false);
    expect(matchGolden(path, { a: 1 }, { update: true })).toBe("written");
    expect(matchGolden(path, { a: 1 })).toBe("matched");
    expect(matchGolden(path, { a: 1 }, { update: true })).toBe("matched");
    expect(readFileSync(path, "utf8")).toBe('{\n  "a": 1\n}\n');
  });

  it("fails on a difference, says where, and leaves the file alone", () => {
    const path = join(folder, "labels.json");
    writeFileSync(path, '{ "a": 1, "b": 2 }');
    expect(() => matchGolden(path, { a: 2, c: 3 })).toThrow(
      /says otherwise\n {2}a: 1 → 2\n {2}b is gone: 2\n {2}c is new: 3\nwhere that is meant/,
    );
    expect(() => matchGolden(path, 7)).toThrow(/the whole: \{"a":1,"b":2\} → 7/);
    const many = Array.from({ length: 30 }, (_, index) => index);
    expect(() => matchGolden(path, { ...many })).toThrow(/…/);
    expect(readFileSync(path, "utf8")).toBe('{ "a": 1, "b": 2 }');
  });

  it("is told to write by the environment too, but never in CI", () => {
    const path = join(folder, "labels.json");
    process.env["HOITO_UPDATE_GOLDEN"] = "1";
    expect(matchGolden(path, 1)).toBe("written");
    process.env["CI"] = "true";
    expect(() => matchGolden(path, 2)).toThrow("because this runs in CI");
    expect(() => matchGolden(path, 1)).toThrow("because this runs in CI");
    expect(matchGolden(path, 1, { update: false })).toBe("matched");
    process.env["CI"] = "false";
    expect(matchGolden(path, 2)).toBe("written");
  });
});
