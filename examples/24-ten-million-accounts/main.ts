/**
 * Ten million accounts out of a file, in bounded memory, with progress; Ctrl-C stops it and shows what there is.
 *
 *     npx tsx examples/24-ten-million-accounts/main.ts [accounts] [csv|parquet]
 */
import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { classifyBlocks } from "./classify-blocks.js";
import { type Fault, SOURCES } from "./fact-columns.js";
import { AS_OF, compiled } from "./policy.js";
import { readCsv } from "./read-csv.js";
import { readParquet } from "./read-parquet.js";
import { writeCsv, writeParquet } from "./write-sample.js";

const accounts = Number(process.argv[2] ?? 10_000_000);
const format = process.argv[3] ?? "csv";
const folder = mkdtempSync(join(tmpdir(), "hoito-"));
const path = join(folder, `accounts.${format}`);
process.on("exit", () => rmSync(folder, { recursive: true }));

console.log(`writing ${accounts.toLocaleString("en-US")} accounts …`);
await (format === "csv" ? writeCsv : writeParquet)(path, accounts);

const stop = new AbortController();
process.once("SIGINT", () => stop.abort());
const faults: Fault[] = [];
const options = {
  sources: SOURCES,
  blockRows: 65_536,
  onFault: (each: Fault) => faults.push(each),
};
const blocks =
  format === "csv"
    ? readCsv(createReadStream(path, { highWaterMark: 2 ** 20 }), options)
    : readParquet(path, SOURCES);

const started = performance.now();
let shown = 0;
const found = await classifyBlocks(blocks, compiled, {
  asOf: AS_OF,
  signal: stop.signal,
  onProgress: (done) => {
    if (done - shown < 1_000_000) return;
    shown = done;
    console.log(`  ${done.toLocaleString("en-US")} accounts`);
  },
});
const seconds = (performance.now() - started) / 1000;

console.table(Object.fromEntries(found.counts));
console.log(`${found.isWhole ? "all" : "stopped after"} ${found.accounts.toLocaleString("en-US")}`);
console.log(`${seconds.toFixed(1)} s, ${faults.length} cells that could not be read`);
console.log(`peak of memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
