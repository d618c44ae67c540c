/**
 * A million accounts over all cores: columns stay in shared memory, no row is cloned, and the labels are those of one
 * thread, byte for byte, however many threads there are.
 *
 *     npx tsx examples/25-workers/main.ts [accounts] [threads]
 */
import { availableParallelism } from "node:os";
import { compilePolicy, orThrow } from "hoito";
import { classifyColumns } from "hoito/policy";
import { Piscina } from "piscina";
import { policy } from "../24-ten-million-accounts/policy.js";
import type { Shared, Span } from "./classify-span.js";
import { sharedAccounts } from "./shared-accounts.js";

const accounts = Number(process.argv[2] ?? 1_000_000);
const threads = Number(process.argv[3] ?? availableParallelism());
/** A multiple of eight, so that no two threads write into one byte. */
const SPAN = 65_536;
const asOf = "2018-03-28";

const columns = sharedAccounts(accounts);
const codes = new Uint16Array(new SharedArrayBuffer(accounts * 2));
const workerData: Shared = { columns, policy, asOf, codes };
const pool = new Piscina<Span, ReadonlyMap<string, number>>({
  filename: new URL("./classify-span.ts", import.meta.url).href,
  minThreads: threads,
  maxThreads: threads,
  workerData,
});

const spans = Array.from({ length: Math.ceil(accounts / SPAN) }, (_, index): Span => {
  return { from: index * SPAN, until: Math.min(accounts, (index + 1) * SPAN) };
});
const started = performance.now();
const partials = await Promise.all(spans.map((span) => pool.run(span)));
const milliseconds = performance.now() - started;
await pool.destroy();

const counts = new Map<string, number>();
for (const partial of partials) {
  for (const [label, count] of partial) counts.set(label, (counts.get(label) ?? 0) + count);
}
const alone = classifyColumns(columns, orThrow(compilePolicy(policy)), { asOf });
const isSame = alone.data.every((code, row) => code === codes[row]);

console.table(Object.fromEntries([...counts].sort()));
console.log(`${accounts.toLocaleString("en-US")} accounts by ${threads} threads`);
console.log(`${Math.round(milliseconds)} ms, threads started included`);
console.log(isSame ? "the same codes as one thread" : "OTHER CODES than one thread");
