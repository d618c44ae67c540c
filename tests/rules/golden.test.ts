import { describe, expect, it } from "vitest";
import type { CivilDate } from "../../src/time/index.js";
import golden from "../golden/rules/verdicts.json" with { type: "json" };
import { ask } from "./ask.js";

interface Golden {
  readonly description: string;
  readonly when: unknown;
  readonly asOf: string;
  readonly cases: readonly { readonly given: object; readonly expected: string }[];
}

describe.each<Golden>(golden)("$description", ({ when, asOf, cases }) => {
  it.each(cases)("$given is $expected", ({ given, expected }) => {
    expect(ask(when, { ...given }, { asOf: asOf as CivilDate })).toBe(expected);
  });
});
