import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { expect, inject, test } from "vitest";

/**
 * What Node reads for a subpath before a host's first line runs. The time is taken in the bench; it
 * follows the bytes, the files, and the packages that have to be found.
 */
const CEILINGS = [
  {
    entry: "index.js",
    files: 8,
    bytes: 800_000,
    packages: ["immer"],
    because: "the root loads a chunk for each group of floors, and little that it does not use",
  },
  {
    entry: "time.js",
    files: 2,
    bytes: 45_000,
    packages: [],
    because: "the time floor loads nothing of the others, and no package",
  },
] as const;

test.each(CEILINGS)("$entry loads at most $files files", (ceiling) => {
  const { entry, files, bytes, packages, because } = ceiling;
  const dist = resolve(inject("withoutZod"), "node_modules/hoito/dist");
  const sources = new Map<string, string>();
  const found = new Set<string>();
  read(resolve(dist, entry));
  const size = [...sources.values()].reduce((sum, each) => sum + Buffer.byteLength(each), 0);
  console.log(`${entry} loads ${sources.size} files of ${size} bytes`);
  expect([...found], because).toEqual(packages);
  expect(sources.size, because).toBeLessThanOrEqual(files);
  expect(size, because).toBeLessThanOrEqual(bytes);

  function read(path: string): void {
    if (sources.has(path)) return;
    const source = readFileSync(path, "utf8");
    sources.set(path, source);
    for (const [, specifier] of source.matchAll(/^(?:import|\}?.* from) *"([^"]+)";/gm)) {
      if (specifier!.startsWith("./")) read(resolve(dirname(path), specifier!));
      else found.add(specifier!);
    }
  }
});
