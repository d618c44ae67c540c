import { describe, expect, it } from "vitest";
import {
  checked,
  errorAt,
  HoitoError,
  orThrow,
  showInput,
  warningAt,
} from "../../src/shapes/index.js";

const error = errorAt("rules[0]", "empty-list", "says nothing");
const other = errorAt("", "too-many", "is too large");
const warning = warningAt("asOf", "policy-not-in-force", "was asked late");

describe("findings", () => {
  it("are errors or warnings, with a code and a path", () => {
    const told = { code: "empty-list", path: "rules[0]", message: "says nothing" };
    expect(error).toEqual({ ...told, severity: "error" });
    expect(warningAt("rules[0]", "empty-list", "says nothing")).toEqual({
      ...told,
      severity: "warning",
    });
  });

  it("ask whether the suggestion was meant", () => {
    expect(errorAt("", "unknown-field", "there is no field `a`", "b")).toEqual({
      code: "unknown-field",
      severity: "error",
      path: "",
      message: "there is no field `a`; did you mean `b`?",
      suggestion: "b",
    });
    expect(warningAt("", "x", "y", "z")).toMatchObject({ severity: "warning", suggestion: "z" });
  });
});

describe("checked", () => {
  it("builds the value when nothing is an error, and keeps the warnings", () => {
    expect(checked([], () => 5)).toEqual({ ok: true, value: 5, findings: [] });
    expect(checked([warning], () => 5)).toEqual({ ok: true, value: 5, findings: [warning] });
  });

  it("gives all findings when one is an error, and builds nothing", () => {
    const build = (): never => {
      throw new Error("built");
    };
    const findings = [warning, error];
    expect(checked(findings, build)).toEqual({ ok: false, findings });
  });
});

describe("orThrow", () => {
  it("gives the value", () => {
    expect(orThrow(checked([warning], () => 5))).toBe(5);
  });

  it("throws all errors as one, with the code and path of the first", () => {
    const findings = [warning, error, other];
    const thrown = (() => {
      try {
        return orThrow({ ok: false, findings });
      } catch (caught) {
        return caught;
      }
    })();
    expect(thrown).toBeInstanceOf(HoitoError);
    expect(thrown).toBeInstanceOf(Error);
    expect(thrown).toMatchObject({
      name: "HoitoError",
      message: "rules[0]: says nothing\ninput: is too large",
      code: "empty-list",
      path: "rules[0]",
      received: undefined,
      findings,
    });
  });
});

describe("HoitoError", () => {
  it("tells what was received, and has no findings of its own", () => {
    const thrown = new HoitoError("no", { code: "not-a-date", path: "asOf", received: 5 });
    expect(thrown).toMatchObject({ message: "no", code: "not-a-date", path: "asOf", received: 5 });
    expect(thrown.findings).toEqual([]);
  });
});

describe("showInput", () => {
  it.each([
    ["a", "`a`"],
    ["x".repeat(40), `\`${"x".repeat(40)}\``],
    ["x".repeat(41), `\`${"x".repeat(40)}…\``],
    [5, "`5`"],
    [-0, "`-0`"],
    [0, "`0`"],
    [10n ** 50n, `\`1${"0".repeat(39)}…\``],
    [Number.NaN, "`NaN`"],
    [true, "`true`"],
    [null, "`null`"],
    [undefined, "`undefined`"],
    [Symbol("s"), "`Symbol(s)`"],
    [[1], "a list"],
    [{ toString: 1 }, "an object"],
    [Object.create(null), "an object"],
    [() => 5, "a function"],
  ])("%# shows", (input, expected) => {
    expect(showInput(input)).toBe(expected);
  });
});
