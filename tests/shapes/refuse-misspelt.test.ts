import { describe, expect, it } from "vitest";
import { compilePolicy, HoitoError, orThrow } from "../../src/index.js";
import { refuseMisspelt } from "../../src/shapes/index.js";

interface Options {
  readonly asOf: string;
  readonly until?: string;
  readonly previous?: string;
}

const NAMES = { asOf: true, until: true, previous: true } as const;
const asOf = "2018-01-31";

function refusal(given: unknown): unknown {
  try {
    return refuseMisspelt(given as Options, NAMES);
  } catch (fault) {
    const { code, path, message, received } = fault as HoitoError;
    expect(fault).toBeInstanceOf(HoitoError);
    expect([code, received]).toEqual(["unknown-option", given]);
    return `${path}: ${message}`;
  }
}

describe("an option that is one slip away from one that was not given", () => {
  it.each([
    ["untill", "until"],
    ["unti", "until"],
    ["untip", "until"],
    ["Until", "until"],
    ["unitl", "until"],
    ["previuos", "previous"],
    ["prevoius", "previous"],
    ["previus", "previous"],
  ])("`%s` is refused, and `%s` named", (written, meant) => {
    expect(refusal({ asOf, [written]: "x" })).toBe(
      `context.${written}: there is no option \`${written}\`; did you mean \`${meant}\`?`,
    );
  });

  it("`asof` is refused before anybody asks for the day", () => {
    expect(refusal({ asof: asOf })).toContain("did you mean `asOf`?");
  });

  it("what is two slips away, or beside the option itself, is left alone", () => {
    for (const given of [
      { asOf, untilll: "x" },
      { asOf, until: "y", untill: "x" },
      { asOf, calendar: 1, classifier: "x", __proto__: { untill: 1 } },
      { asOf, ["u".repeat(5000)]: 1 },
      {},
      undefined,
      null,
      "2018",
    ]) {
      expect(refusal(given)).toBeUndefined();
    }
  });

  it("an option that is there as `undefined` was not given", () => {
    expect(refusal({ asOf, until: undefined, untill: "x" })).toContain("did you mean `until`?");
  });

  it("the argument is called as it is", () => {
    expect(() => refuseMisspelt({ asof: asOf } as never, NAMES, "options")).toThrow(
      expect.objectContaining({ path: "options.asof" }),
    );
  });
});

describe("orThrow of what no check returned", () => {
  it("says what belongs there", () => {
    const compiled = { hash: "x" };
    for (const wrong of [compiled, undefined, null, "text", { ok: false }, { ok: "yes" }]) {
      expect(() => orThrow(wrong as never)).toThrow(
        expect.objectContaining({
          name: "HoitoError",
          code: "not-a-result",
          path: "result",
          received: wrong,
          message: expect.stringContaining("`parse…` or `compile…`"),
        }),
      );
    }
    expect(() => orThrow(compilePolicy({} as never))).toThrow(
      expect.objectContaining({ code: "missing-property" }),
    );
  });
});
