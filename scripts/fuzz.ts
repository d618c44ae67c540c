/**
 * Breaks real policies in random ways and asks them everything: `npm run fuzz -- [cases] [seed]`.
 *
 * The work is done in a process of its own. A watchdog ends it when one case takes longer than a
 * minute, and says which; the same seed makes the same cases.
 */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { seededRandom } from "../src/presets/index.js";
import { askEverything, compileUnread } from "../tests/hostility/ask-everything.js";
import { changedGlobals, globalObjects } from "../tests/hostility/global-objects.js";
import { type Edit, mutate } from "../tests/hostility/mutate.js";
import { seeds } from "../tests/hostility/seed-policies.js";
import { storedDocuments } from "../tests/hostility/stored-documents.js";

const LONGEST_CASE_MS = 60_000;

interface Told {
  readonly about: string;
  readonly reached?: string;
  readonly fault?: string;
}

const [cases = 100_000, seed = 1] = process.argv.slice(2).map(Number);
if (process.send === undefined) watch();
else work();

function watch(): void {
  const file = fileURLToPath(import.meta.url);
  const worker = fork(file, [String(cases), String(seed)], { execArgv: ["--import", "tsx"] });
  const counts = new Map<string, number>();
  let current = "";
  let since = Date.now();
  const watchdog = setInterval(() => {
    if (Date.now() - since < LONGEST_CASE_MS) return;
    console.log(`hangs: ${current}`);
    worker.kill("SIGKILL");
    process.exit(1);
  }, 1000);
  worker.on("message", (message) => {
    const { about, reached, fault } = message as Told;
    current = about;
    since = Date.now();
    const kind = fault === undefined ? reached : "FAULT";
    if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (fault !== undefined) console.log(`${about}\n${fault}`);
  });
  worker.on("exit", (code) => {
    clearInterval(watchdog);
    if (code !== 0) counts.set("FAULT", (counts.get("FAULT") ?? 0) + 1);
    console.log(`${cases} cases, seed ${seed}:`, Object.fromEntries(counts));
    process.exitCode = counts.has("FAULT") ? 1 : 0;
  });
}

function work(): void {
  const tell = (told: Told): boolean => process.send!(told);
  const before = globalObjects();
  for (let number = 0; number < cases; number++) {
    const { below, pick } = seededRandom(seed, number);
    const edits = Array.from({ length: 1 + below(3) }, (): Edit => {
      return { at: below(1_000_000), does: below(1_000_000), by: below(1_000_000) };
    });
    const own = pick(seeds);
    const [kind, take] = pick(storedDocuments);
    const about = `case ${number}: ${own.name}, ${kind}, ${JSON.stringify(edits)}`;
    tell({ about });
    try {
      const document = mutate(own.policy, edits);
      const reached = askEverything(document, own);
      compileUnread(document);
      if (number % 8 === 0) take(edits);
      const changed = changedGlobals(before);
      if (changed.length > 0) throw new Error(`changed for everybody: ${changed.join(", ")}`);
      tell({ about, reached });
    } catch (error) {
      tell({ about, fault: (error as Error).stack ?? String(error) });
    }
  }
}
