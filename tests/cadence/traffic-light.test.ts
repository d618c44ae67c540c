import { describe, expect, it } from "vitest";
import {
  checkLight,
  type Duty,
  type LightStep,
  lightOf,
  worstLight,
} from "../../src/cadence/index.js";
import type { CivilDate } from "../../src/time/index.js";
import { daysBetween } from "../../src/time/index.js";
import golden from "../golden/cadence/traffic-light.json" with { type: "json" };

interface Golden {
  readonly description: string;
  readonly source: string;
  readonly given: {
    readonly steps: readonly LightStep[];
    readonly significance: readonly number[];
  };
  readonly asOf: CivilDate;
  readonly expected: readonly string[];
}

const window = { earliest: "2018-01-01", ideal: "2018-01-15", latest: "2018-01-31" } as const;
const asOf = "2018-02-01";

function duty(significance: number, on: CivilDate, rest: Partial<Duty> = {}): Duty {
  const daysLate = Math.max(0, daysBetween(window.latest, on));
  const value = { status: daysLate > 0 ? "late" : "due", daysLate, window } as const;
  const id = `A|visits|${significance}`;
  return {
    id,
    accountId: "A",
    cadence: "visits",
    significance,
    value,
    because: [],
    missing: [],
    ...rest,
  };
}

/** Significant accounts are red as soon as they are late, others after a month; amber a week before. */
const steps: readonly LightStep[] = [
  { light: "red", significanceAtMost: 2, daysLateAtLeast: 1 },
  { light: "red", significanceAtMost: 3, daysLateAtLeast: 30 },
  { light: "amber", significanceAtMost: 2, daysLeftAtMost: 7 },
];

describe("CAD-09 the traffic light knows which accounts are significant", () => {
  it("CAD-09 overdue A is red, overdue D is not", () => {
    expect(lightOf(duty(1, asOf), steps, { asOf }).value).toBe("red");
    expect(lightOf(duty(4, asOf), steps, { asOf }).value).toBe("green");
  });

  it.each<[number, CivilDate, string]>([
    [1, "2018-01-23", "green"],
    [1, "2018-01-24", "amber"],
    [2, "2018-01-31", "amber"],
    [3, "2018-01-31", "green"],
    [2, "2018-02-01", "red"],
    [3, "2018-03-01", "green"],
    [3, "2018-03-02", "red"],
    [4, "2019-03-02", "green"],
  ])("CAD-09 significance %d on %s is %s", (significance, on, expected) => {
    expect(lightOf(duty(significance, on), steps, { asOf: on }).value).toBe(expected);
  });

  it("CAD-09 says which step gave it, and from what", () => {
    expect(lightOf(duty(3, "2018-03-02"), steps, { asOf: "2018-03-02" }).because).toEqual([
      {
        kind: "step",
        step: "light",
        path: "A|visits|3",
        details: { daysLate: 30, daysLeft: -30, significance: 3, step: 1 },
        of: [],
      },
    ]);
    const [green] = lightOf(duty(4, asOf), steps, { asOf }).because;
    expect(green).toMatchObject({ details: { daysLate: 1, daysLeft: -1, significance: 4 } });
  });

  it("CAD-09 an undecided duty is unknown, a fulfilled one green", () => {
    const missing = [{ path: "activities", why: "notSupplied" }] as const;
    const unknown = duty(1, asOf, { value: { status: "undecided", daysLate: 0 }, missing });
    expect(lightOf(unknown, steps, { asOf })).toEqual({ value: "unknown", because: [], missing });
    const done = duty(1, asOf, { value: { status: "fulfilled", daysLate: 0 } });
    expect(lightOf(done, steps, { asOf }).value).toBe("green");
  });

  it("CAD-09 an account is as its worst duty: red, amber, unknown, green", () => {
    const red = duty(1, asOf);
    const green = duty(4, asOf);
    const unknown = duty(1, asOf, {
      value: { status: "undecided", daysLate: 0 },
      missing: [{ path: "activities", why: "notSupplied" }],
    });
    const amber = duty(1, asOf, {
      value: { status: "due", daysLate: 0, window: { ...window, latest: asOf } },
    });
    const of = (...duties: readonly Duty[]) => worstLight(duties, steps, { asOf });
    expect(of(green, unknown, amber, red).value).toBe("red");
    expect(of(green, unknown, amber).value).toBe("amber");
    expect(of(green, unknown)).toMatchObject({ value: "unknown", missing: unknown.missing });
    expect(of(green).value).toBe("green");
    expect(of().value).toBe("green");
  });
});

describe("CAD-09 worked cases of the sources", () => {
  it.each(golden as readonly Golden[])("CAD-09 $description ($source)", (each) => {
    const { given, asOf: on, expected } = each;
    const found = given.significance.map((significance) => {
      return lightOf(duty(significance, on), given.steps, { asOf: on }).value;
    });
    expect(found).toEqual(expected);
  });
});

describe("CAD-09 steps that cannot be", () => {
  it("CAD-09 a misspelt word comes with the nearest right one", () => {
    const written = [{ light: "red", significanceAtMost: 1, daysLateAtLest: 3 }];
    expect(checkLight(written).findings[0]?.suggestion).toBe("daysLateAtLeast");
  });

  it.each<[unknown, string[]]>([
    [steps, []],
    ["red", ["not-a-list at "]],
    [Array.from({ length: 101 }, () => steps[0]), ["too-many at "]],
    [[null], ["unknown-value at [0]"]],
    [[{ light: "blue", significanceAtMost: 1, daysLeftAtMost: 0 }], ["unknown-value at [0].light"]],
    [
      [{ light: "red", significanceAtMost: 0, daysLateAtLeast: 0 }],
      ["out-of-range at [0].significanceAtMost", "out-of-range at [0].daysLateAtLeast"],
    ],
    [
      [{ light: "red", significanceAtMost: 1, daysLeftAtMost: 10_001 }],
      ["out-of-range at [0].daysLeftAtMost"],
    ],
    [
      [{ light: "red", significanceAtMost: 1.5, daysLeftAtMost: 1 }],
      ["out-of-range at [0].significanceAtMost"],
    ],
    [[{ light: "red", significanceAtMost: 1 }], ["no-comparison at [0]"]],
    [
      [{ light: "red", significanceAtMost: 1, daysLateAtLeast: 1, daysLeftAtMost: 1 }],
      ["no-comparison at [0]"],
    ],
    [
      [{ light: "red", significanceAtMost: 1, daysLateAtLeast: 1, colour: 1 }],
      ["unknown-property at [0].colour"],
    ],
  ])("CAD-09 %j: %j", (written, expected) => {
    const found = checkLight(written);
    expect(found.findings.map(({ code, path }) => `${code} at ${path}`)).toEqual(expected);
    expect(found.ok).toBe(expected.length === 0);
  });
});
