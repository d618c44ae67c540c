import { spawnSync } from "node:child_process";
import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AccountColumns } from "hoito/facts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { classifyBlocks } from "../../examples/24-ten-million-accounts/classify-blocks.js";
import { type Fault, SOURCES } from "../../examples/24-ten-million-accounts/fact-columns.js";
import { AS_OF, compiled } from "../../examples/24-ten-million-accounts/policy.js";
import { readCsv } from "../../examples/24-ten-million-accounts/read-csv.js";
import { readParquet } from "../../examples/24-ten-million-accounts/read-parquet.js";
import { writeCsv, writeParquet } from "../../examples/24-ten-million-accounts/write-sample.js";

const ACCOUNTS = 3_000;
const folder = mkdtempSync(join(tmpdir(), "hoito-big-"));
const [csv, parquet] = [join(folder, "a.csv"), join(folder, "a.parquet")];

beforeAll(async () => {
  await writeCsv(csv, ACCOUNTS);
  await writeParquet(parquet, ACCOUNTS);
});
afterAll(() => rmSync(folder, { recursive: true }));

function blocksOf(chunkBytes: number, blockRows: number): AsyncGenerator<AccountColumns> {
  const onFault = (fault: Fault): never => {
    throw new Error(`row ${fault.row} has a fault`);
  };
  const chunks = createReadStream(csv, { highWaterMark: chunkBytes });
  return readCsv(chunks, { sources: SOURCES, blockRows, onFault });
}

describe("ten million accounts, some thousands of them", () => {
  it("has the same labels out of CSV and Parquet, however large chunks and blocks are", async () => {
    const asked = { asOf: AS_OF } as const;
    const whole = await classifyBlocks(blocksOf(2 ** 20, 65_536), compiled, asked);
    expect(whole.accounts).toBe(ACCOUNTS);
    expect([...whole.counts.values()].reduce((sum, each) => sum + each, 0)).toBe(ACCOUNTS);
    expect(whole.counts.size).toBe(7);
    expect(await classifyBlocks(blocksOf(61, 100), compiled, asked)).toEqual(whole);
    expect(await classifyBlocks(readParquet(parquet, SOURCES), compiled, asked)).toEqual(whole);
  });

  it("tells how far it is, and stops before the next block", async () => {
    const stop = new AbortController();
    const told: number[] = [];
    const found = await classifyBlocks(blocksOf(2 ** 20, 1_000), compiled, {
      asOf: AS_OF,
      signal: stop.signal,
      onProgress: (accounts) => {
        told.push(accounts);
        if (accounts === 2_000) stop.abort();
      },
    });
    expect(told).toEqual([1_000, 2_000]);
    expect(found).toMatchObject({ accounts: 2_000, isWhole: false });
  });
});

describe("the byte reader of the example", () => {
  async function read(text: string, chunkBytes = 1_000) {
    const faults: Fault[] = [];
    const bytes = new TextEncoder().encode(text);
    async function* chunks(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.slice(at, at + chunkBytes);
    }
    const onFault = (fault: Fault): number => faults.push(fault);
    const cells: unknown[][] = [];
    for await (const block of readCsv(chunks(), { sources: SOURCES, blockRows: 2, onFault })) {
      for (let row = 0; row < block.rows; row++) {
        const columns = Object.values(block.fields);
        const known = columns.map(({ valid }) => ((valid![row >> 3]! >> (row & 7)) & 1) === 1);
        const values = columns.map((each) => {
          const value = each.data[row]!;
          return each.kind === "category" ? each.dictionary[value] : value;
        });
        cells.push(values.map((value, at) => (known[at] ? value : undefined)));
      }
    }
    return { cells, faults };
  }

  const HEAD = "account,headcount,revenue,last_order_on,industry,fast_growth";
  const rows = [
    HEAD,
    '1,12,1200.50,2018-03-28,"a ""b"", c",1\r',
    "2,,-0.05,,Å,0",
    "",
    "3,7,1e3,2018-02-30,retail,yes",
    "4,1",
  ];
  const text = rows.join("\n");

  it.each([1, 2, 3, 7, 1_000])(
    "reads quotes, gaps and faults in chunks of %s bytes",
    async (bytes) => {
      const { cells, faults } = await read(text, bytes);
      expect(cells).toEqual([
        [12, 120_050, 17_618, 'a "b", c', 1],
        [undefined, -5, undefined, "Å", 0],
        [7, undefined, undefined, "retail", undefined],
        [1, undefined, undefined, undefined, undefined],
      ]);
      expect(faults).toEqual([
        { row: 3, header: "revenue", text: "1e3" },
        { row: 3, header: "last_order_on", text: "2018-02-30" },
        { row: 3, header: "fast_growth", text: "yes" },
      ]);
    },
  );

  it.each([".5", "5.", "-", "1.2.3", "1234567890123456", "0x10", " 1"])(
    "leaves the number %j unknown",
    async (written) => {
      const { cells, faults } = await read(`${HEAD}\n1,${written},,,,\n`);
      expect(cells).toEqual([[undefined, undefined, undefined, undefined, undefined]]);
      expect(faults).toHaveLength(1);
    },
  );

  it.each([
    ["1.15", 115],
    ["12.340", 1234],
    ["-0.05", -5],
    ["1234567890123.45", 123_456_789_012_345],
    // A thousandth, and more than a double can tell cents of.
    ["0.005", undefined],
    ["90071992547410", undefined],
  ])("reads the amount %s in cents, none of them rounded", async (written, cents) => {
    const { cells, faults } = await read(`${HEAD}\n1,,${written},,,\n`);
    expect(cells.map(([, revenue]) => revenue)).toEqual([cents]);
    expect(faults).toHaveLength(cents === undefined ? 1 : 0);
  });

  it.each([1, 2, 3, 1_000])(
    "takes blank lines for no rows in chunks of %s bytes, whatever ends a line",
    async (bytes) => {
      const { cells } = await read(`\r\n${HEAD}\r\n\r\n1,5,,,,\r\n\r\n\n2,6,,,,\r\n\r\n`, bytes);
      expect(cells.map(([headcount]) => headcount)).toEqual([5, 6]);
    },
  );

  it.each([1, 2, 5, 1_000])(
    "reads words whole, whichever of their letters a chunk of %s bytes ends with",
    async (bytes) => {
      const words = ["retail", "ret", "re", "retail\r", "", "ret", '"re"'];
      const { cells, faults } = await read(
        `account,headcount,revenue,last_order_on,fast_growth,industry\n${words.map((word) => `1,,,"2018-03-28",1,${word}`).join("\n")}`,
        bytes,
      );
      expect(cells.map(([, , day, industry]) => [day, industry])).toEqual(
        ["retail", "ret", "re", "retail", undefined, "ret", "re"].map((word) => [17_618, word]),
      );
      expect(faults).toEqual([]);
    },
  );

  it("refuses a file without a column it needs, and a quote that never closes", async () => {
    await expect(read("account,headcount\n1,2\n")).rejects.toThrow("no column `revenue`");
    await expect(read(`${HEAD}\n1,"${"x".repeat(2 ** 20)}\n`, 2 ** 16)).rejects.toThrow("quote");
  });
});

/** What an example prints that is started with these arguments. */
function run(example: string, ...args: readonly string[]): string {
  const main = fileURLToPath(new URL(`../../examples/${example}/main.ts`, import.meta.url));
  const child = spawnSync(process.execPath, ["--import", "tsx", main, ...args], {
    encoding: "utf8",
  });
  expect(child.stderr).not.toContain("Error");
  return child.stdout;
}

describe("the examples as one starts them", () => {
  it.each(["csv", "parquet"])(
    "classify what they have written as %s",
    (format) => {
      const told = run("24-ten-million-accounts", "3000", format);
      expect(told).toContain("all 3,000");
      expect(told).toContain("0 cells that could not be read");
    },
    120_000,
  );

  it("label accounts in shared memory as one thread does", () => {
    const told = run("25-workers", "70000", "2");
    expect(told).toContain("70,000 accounts by 2 threads");
    expect(told).toContain("the same codes as one thread");
  }, 120_000);
});
