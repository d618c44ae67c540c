import { describe, expect, it } from "vitest";
import { readInstant, writeInstant } from "../../src/time/index.js";

describe("moments as text", () => {
  it.each([
    "2018-03-26T09:00:00Z",
    "2018-03-26T09:00:00.007Z",
    "1969-12-31T23:59:59.999Z",
    "2018-03-26T09:00Z",
  ])("%s is the moment that the engine reads", (text) => {
    expect(readInstant(text)).toBe(Date.parse(text));
    expect(readInstant(writeInstant(Date.parse(text)))).toBe(Date.parse(text));
  });

  it.each([
    "2018-02-29T09:00:00Z",
    "2018-03-26T24:00:00Z",
    "2018-03-26T09:60:00Z",
    "2018-03-26T09:00:60Z",
    "2018-03-26T09:00:00+02:00",
    "2018-03-26T09:00:00.1:Z",
    "2018-03-26T09:00:00.1-Z",
    "2018-03-26T0x:00:00Z",
    "2018-03-26",
    7,
    undefined,
  ])("%s is none", (input) => {
    expect(readInstant(input)).toBeUndefined();
  });

  it("cuts what is finer than a millisecond, and writes whole seconds without fraction", () => {
    expect(readInstant("1970-01-01T00:00:00.0019Z")).toBe(1);
    expect(readInstant("1970-01-01T00:00:00.5Z")).toBe(500);
    expect(writeInstant(1000)).toBe("1970-01-01T00:00:01Z");
  });
});
