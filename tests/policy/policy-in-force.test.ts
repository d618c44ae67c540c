import { describe, expect, it } from "vitest";
import { type CarePolicy, policyInForce } from "../../src/policy/index.js";
import type { CivilDate } from "../../src/time/index.js";
import { faultOf } from "../time/fault-of.js";
import { samplePolicy } from "./sample-policy.js";

const { validFrom: _, ...undated } = samplePolicy;
const version = (name: string, more: Partial<CarePolicy> = {}): CarePolicy => {
  return { ...undated, version: name, ...more };
};
const first = version("1", { validUntil: "2018-01-01" });
const second = version("2", { validFrom: "2018-01-01", validUntil: "2019-01-01" });
const third = version("3", { validFrom: "2019-01-01" });

const ask = (versions: readonly CarePolicy[], asOf: CivilDate): string => {
  const result = policyInForce(versions, asOf);
  if (result.ok) return result.value.version;
  return result.findings
    .map(({ code, path, message }) => `${code} at ${path}: ${message}`)
    .join("\n");
};

describe("POL-01 the version in force", () => {
  it.each<[CivilDate, string]>([
    ["2017-12-31", "1"],
    ["2018-01-01", "2"],
    ["2018-12-31", "2"],
    ["2019-01-01", "3"],
    ["2199-12-31", "3"],
  ])("on %s is %s, whatever their order", (asOf, expected) => {
    for (const versions of [
      [first, second, third],
      [third, first, second],
      [second, third, first],
    ]) {
      expect(ask(versions, asOf)).toBe(expected);
    }
  });

  it("is an approved one or one in force, or one without a status", () => {
    const steps = ["draft", "proposed", "approved", "inForce", "retired"] as const;
    const answers = steps.map((status) => ask([version("1", { status })], "2018-03-28"));
    const none = "no-policy-in-force at asOf: no version is in force on 2018-03-28";
    expect(answers).toEqual([none, none, "1", "1", none]);
    expect(ask([first, version("draft", { status: "draft" }), second], "2018-03-28")).toBe("2");
  });

  it("is none outside all of them", () => {
    expect(ask([], "2018-03-28")).toBe(
      "no-policy-in-force at asOf: no version is in force on 2018-03-28",
    );
    expect(ask([third], "2018-12-31")).toBe(
      "no-policy-in-force at asOf: no version is in force on 2018-12-31",
    );
  });

  it("refuses a gap, also on another day", () => {
    const gap = "policy-gap at versions.3: no version holds from 2018-01-01 to 2019-01-01";
    expect(ask([first, third], "2017-01-01")).toBe(gap);
    expect(ask([first, third], "2018-06-01")).toBe(
      `${gap}\nno-policy-in-force at asOf: no version is in force on 2018-06-01`,
    );
  });

  it("refuses an overlap, also on another day", () => {
    const early = version("3", { validFrom: "2018-12-31" });
    const text = "policies-overlap at versions.3: versions `2` and `3` hold at the same time";
    expect(ask([first, second, early], "2017-01-01")).toBe(text);
    const endless = version("2", { validFrom: "2018-01-01" });
    expect(ask([first, endless, third], "2017-01-01")).toBe(text);
    const twin = version("2", {});
    expect(ask([version("1"), twin], "2017-01-01")).toBe(
      "policies-overlap at versions.2: versions `1` and `2` hold at the same time",
    );
    expect(ask([twin, version("1")], "2017-01-01")).toBe(
      "policies-overlap at versions.2: versions `1` and `2` hold at the same time",
    );
  });

  it("sees that a long version covers what a short one within it leaves", () => {
    const long = version("long", { validUntil: "2020-01-01" });
    const short = version("short", { validFrom: "2018-01-01", validUntil: "2018-07-01" });
    const next = version("next", { validFrom: "2020-01-01" });
    expect(ask([long, short, next], "2021-01-01")).toBe(
      "policies-overlap at versions.short: versions `long` and `short` hold at the same time",
    );
    const soon = version("soon", { validFrom: "2019-01-01" });
    expect(ask([long, short, soon], "2021-01-01").split("\n")).toHaveLength(2);
  });

  it("throws for a day that is none", () => {
    expect(faultOf(() => policyInForce([first], "2018-02-30"))[0]).toBe("not-a-civil-date");
  });
});
