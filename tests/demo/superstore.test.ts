import { describe, expect, test } from "vitest";
import { accountRevenue } from "../../demo/report/account-revenue.js";
import { reportChapter } from "../../demo/report/report-chapter.js";
import { segmentRows } from "../../demo/report/segment-rows.js";
import { roundToCents } from "../../demo/superstore/round-to-cents.js";
import { superstore as chapter } from "./decided.js";
import { readIndependently } from "./read-independently.js";

const sums = readIndependently();
const report = reportChapter(chapter);

describe("the Superstore's numbers", () => {
  test("793 customers and 9,994 order lines are read, none rejected", () => {
    expect(sums.centsByCustomer.size).toBe(793);
    expect(sums.lines).toBe(9994);
    expect(chapter.base.accounts).toHaveLength(793);
    expect(chapter.base.orders).toHaveLength(9994);
    expect(chapter.read.map(({ rejected }) => rejected)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(chapter.findings).toEqual([]);
  });

  test("revenue is that of an independent reading, customer by customer and to the cent", () => {
    const { byAccount } = accountRevenue(chapter)!;
    expect(byAccount.size).toBe(793);
    for (const [customer, cents] of sums.centsByCustomer) {
      expect(byAccount.get(customer)).toBe(Number(cents));
    }
  });

  test("every account is in exactly one row of the segment table", () => {
    const ids = segmentRows(chapter).flatMap(({ decisions }) => {
      return decisions.map(({ account }) => account.id);
    });
    expect(ids).toHaveLength(793);
    expect(new Set(ids)).toEqual(new Set(sums.centsByCustomer.keys()));
  });

  test("the printed segments add up to the printed total, which is the independent one", () => {
    const table = report.slice(
      report.indexOf("\nSEGMENTS\n"),
      report.indexOf("Revenue is the sum"),
    );
    const rows = table.split("\n").flatMap((line) => {
      const found = /^ {2}(.+?) +(\d+) +[\d.]+ % +([\d,.]+) +([\d.]+) % +[\d,]+$/.exec(line);
      return found === null ? [] : [found.slice(1)];
    });
    const [segments, [total]] = [rows.slice(0, -1), rows.slice(-1)];
    const cents = (text: string | undefined): bigint => BigInt(text!.replace(/[,.]/g, ""));
    const add = (values: readonly bigint[]): bigint => values.reduce((sum, each) => sum + each, 0n);
    expect(segments.map(([title]) => title)).toEqual([
      "Key accounts",
      "Growing accounts",
      "Regular accounts",
      "Dormant accounts",
      "(undecided)",
    ]);
    expect(add(segments.map(([, accounts]) => BigInt(accounts!)))).toBe(793n);
    expect(add(segments.map(([, , revenue]) => cents(revenue)))).toBe(sums.cents);
    expect(cents(total?.[2])).toBe(sums.cents);
    const shares = segments.map(([, , , share]) => Number(share));
    expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(100, 0);
  });

  test("duties of the table are those of the decisions, and none is lost", () => {
    const duties = chapter.decisions.flatMap(({ duties: { value } }) => {
      return value.kind === "duties" ? value.duties : [];
    });
    const line = report.split("\n").findLast((each) => /^ {2}all +\d+ +\d+ +\d+/.test(each));
    const [all, ...statuses] = line!.match(/\d+/g)!.map(Number);
    expect(all).toBe(duties.length);
    expect(statuses.reduce((sum, count) => sum + count)).toBe(duties.length);
  });

  test("the report says what was generated, rounded and with which seed", () => {
    expect(report).toContain("Real: customers and orders are the Superstore's");
    expect(report).toContain("Made up, generated with the seed");
    expect(report).toContain("rounded to cents");
    expect(report).toContain(`seed     ${chapter.seed}`);
    expect(report).toContain(chapter.compiled.hash);
  });
});

describe("roundToCents", () => {
  test.each([
    ["957.5775", "957.58"],
    ["0.005", "0.01"],
    ["0.0049", "0.00"],
    ["-383.031", "-383.03"],
    ["-0.125", "-0.13"],
    ["9.995", "10.00"],
    ["7", "7.00"],
    ["1 200,50", "1 200,50"],
  ])("%s becomes %s", (written, rounded) => {
    expect(roundToCents(written)).toBe(rounded);
  });
});
