import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { beforeAll, expect, inject, test } from "vitest";
import { SPECIFIERS } from "./subpaths.js";

const TSC = createRequire(import.meta.url).resolve("typescript/bin/tsc");

/** An old host: CommonJS, and a module resolution that has never heard of `exports`. */
const OPTIONS = {
  target: "ES2022",
  module: "commonjs",
  moduleResolution: "node10",
  strict: true,
  types: [],
  // zod's own types, which the schemas door shows, want it.
  esModuleInterop: true,
};

const HOST = [
  ...SPECIFIERS.map((each, index) => `import * as chapter${index} from "${each}";`),
  `const chapters: object[] = [${SPECIFIERS.map((_, index) => `chapter${index}`)}];`,
  "console.log(chapters.length);",
];

let folder: string;

beforeAll(() => {
  folder = join(inject("withZod"), "node10-host");
  mkdirSync(folder);
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: OPTIONS }));
});

test("an old CommonJS host compiles against every subpath and runs", () => {
  writeFileSync(join(folder, "host.ts"), HOST.join("\n"));
  const { status, stdout } = spawnSync(process.execPath, [TSC, "-p", folder], { encoding: "utf8" });
  expect(status, stdout).toBe(0);
  const run = execFileSync(process.execPath, [join(folder, "host.js")], { encoding: "utf8" });
  expect(run).toBe(`${SPECIFIERS.length}\n`);
});

test("it gets types, not `any`", () => {
  const misuses = SPECIFIERS.map(
    (each, index) => `import * as c${index} from "${each}";\nc${index}.noSuchName;`,
  );
  writeFileSync(join(folder, "host.ts"), misuses.join("\n"));
  const { stdout } = spawnSync(process.execPath, [TSC, "-p", folder], { encoding: "utf8" });
  expect(stdout.match(/TS2339: Property 'noSuchName' does not exist/g)).toHaveLength(
    SPECIFIERS.length,
  );
});
