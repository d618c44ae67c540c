import { expect, it } from "vitest";
import { listed } from "../../src/testing/names-of-policy.js";
import { plainText, reasonLines } from "../../src/testing/reason-lines.js";

const comparison = {
  kind: "comparison",
  path: "headcount",
  comparison: "isMissing",
  verdict: "unknown",
} as const;

it("POL-05 a failing test says why in short lines, whatever the reason is", () => {
  const step = {
    kind: "step",
    step: "quota",
    path: "cadences.visits",
    details: { left: 2 },
  } as const;
  const group = { kind: "any", verdict: "unknown", of: [comparison] } as const;
  const lines = reasonLines({
    value: 1,
    because: [comparison, { ...step, of: [group] }],
    missing: [{ path: "headcount", why: "missing" }],
  });
  expect(lines).toEqual([
    "headcount unknown, isMissing: unknown",
    "`cadences.visits`: left 2",
    "headcount unknown, isMissing: unknown",
    "missing: `headcount` (missing)",
  ]);
});

it("POL-05 messages end: long reasons and long lists are cut", () => {
  const because = Array.from({ length: 20 }, () => comparison);
  const lines = reasonLines({ value: 1, because, missing: [] });
  expect([lines.length, lines.at(-1)]).toEqual([13, "…"]);
  const names = Array.from({ length: 20 }, (_, index) => index);
  expect(listed(names)).toMatch(/`11` and 8 more$/);
  expect(listed([])).toBe("there is none");
});

it("POL-05 values are told as people write them", () => {
  const values = [null, true, 1.5, "x", ["a", "b"], { minor: 1250, currency: "EUR" }];
  expect(values.map(plainText)).toEqual(["none", "true", "1.5", "x", '["a","b"]', "12.50 EUR"]);
});
