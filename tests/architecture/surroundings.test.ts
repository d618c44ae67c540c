/**
 * The suite claims to run in several time zones and where no text can become code; here it shows that it does.
 */
import { expect, test } from "vitest";

test("the zone is the one that was asked for", () => {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const asked = new Intl.DateTimeFormat("en", { timeZone: process.env["TZ"] }).resolvedOptions();
  expect(timeZone).toBe(asked.timeZone);
});

test("no text can be evaluated as code", () => {
  expect(() => new Function("return 1")).toThrow(EvalError);
});
