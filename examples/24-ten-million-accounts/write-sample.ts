import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { toCivilDate } from "hoito/time";
import { fileWriter, ParquetWriter } from "hyparquet-writer";

/** One account as a file holds it; `null` where nothing is known. */
interface SampleRow {
  readonly headcount: number | null;
  /** In cents. */
  readonly revenue: number | null;
  /** An epoch day. */
  readonly lastOrderOn: number | null;
  readonly industry: string | null;
  readonly fastGrowth: boolean | null;
}

const INDUSTRIES = ["retail", "industry", "services", "public"];
const LAST_DAY = 17_618;

/** The same accounts in every run: most are small, some facts are missing. */
function* rowsOf(count: number): Generator<SampleRow> {
  let state = 20_180_328;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const known = <Value>(value: Value): Value | null => (draw(50) === 0 ? null : value);
  for (let row = 0; row < count; row++) {
    yield {
      headcount: known(1 + Math.floor((draw(1500) * draw(1500)) / 1500)),
      revenue: known(Math.floor((draw(10_000_000) * draw(10_000)) / 10_000)),
      lastOrderOn: known(LAST_DAY - draw(1200)),
      industry: known(INDUSTRIES[draw(INDUSTRIES.length)]!),
      fastGrowth: known(draw(10) === 0),
    };
  }
}

const HEAD = "account,headcount,revenue,last_order_on,industry,fast_growth\n";
const LINES_AT_ONCE = 10_000;

/** Writes a CSV file of that many accounts. */
export async function writeCsv(path: string, count: number): Promise<void> {
  const file = createWriteStream(path);
  let text = HEAD;
  let id = 0;
  for (const row of rowsOf(count)) {
    id += 1;
    text += `${id},${lineOf(row)}\n`;
    if (id % LINES_AT_ONCE !== 0) continue;
    if (!file.write(text)) await once(file, "drain");
    text = "";
  }
  file.end(text);
  await finished(file);
}

function lineOf({ headcount, revenue, lastOrderOn, industry, fastGrowth }: SampleRow): string {
  const amount = revenue === null ? "" : (revenue / 100).toFixed(2);
  const date = lastOrderOn === null ? "" : toCivilDate(lastOrderOn);
  const growth = fastGrowth === null ? "" : Number(fastGrowth);
  return `${headcount ?? ""},${amount},${date},${industry ?? ""},${growth}`;
}

const GROUP_ROWS = 65_536;

/** Writes a Parquet file of the same accounts, a group of rows at a time. */
export async function writeParquet(path: string, count: number): Promise<void> {
  const optional = { repetition_type: "OPTIONAL" } as const;
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    schema: [
      { name: "root", num_children: 5 },
      { name: "headcount", type: "INT32", ...optional },
      { name: "revenue", type: "DOUBLE", ...optional },
      { name: "last_order_on", type: "INT32", converted_type: "DATE", ...optional },
      { name: "industry", type: "BYTE_ARRAY", converted_type: "UTF8", ...optional },
      { name: "fast_growth", type: "BOOLEAN", ...optional },
    ],
  });
  let group: SampleRow[] = [];
  const flush = async (): Promise<void> => {
    if (group.length > 0) await writer.write({ columnData: columnsOf(group) });
    group = [];
  };
  for (const row of rowsOf(count)) {
    if (group.push(row) === GROUP_ROWS) await flush();
  }
  await flush();
  await writer.finish();
}

function columnsOf(group: readonly SampleRow[]): { name: string; data: unknown[] }[] {
  return [
    { name: "headcount", data: group.map((row) => row.headcount) },
    {
      name: "revenue",
      data: group.map((row) => (row.revenue === null ? null : row.revenue / 100)),
    },
    { name: "last_order_on", data: group.map((row) => row.lastOrderOn) },
    { name: "industry", data: group.map((row) => row.industry) },
    { name: "fast_growth", data: group.map((row) => row.fastGrowth) },
  ];
}
