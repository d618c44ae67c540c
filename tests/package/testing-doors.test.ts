import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, expect, inject, test } from "vitest";
import { runNode } from "./run-node.js";
import { NEEDS_PEER } from "./subpaths.js";

let folder: string;

beforeAll(() => {
  // As a host has them that runs vitest and fast-check: beside hoito.
  folder = inject("withZod");
  for (const peer of ["vitest", "fast-check"]) {
    const link = join(folder, "node_modules", peer);
    if (!existsSync(link)) symlinkSync(resolve("node_modules", peer), link, "dir");
  }
});

test.each(NEEDS_PEER)("%s names %s when it is not installed", (specifier, peer) => {
  const script = `await import("${specifier}")`;
  const missing = new RegExp(`Cannot find (package|module) '${peer}'`);
  expect(() => runNode(inject("withoutZod"), "module", script)).toThrow(missing);
});

// The types under `require` are for tests in TypeScript that vitest turns into modules.
test("hoito/testing/vitest cannot be required, as vitest cannot, which says what to do", () => {
  const told = /Please use "import" instead/;
  expect(() => runNode(folder, "commonjs", `require("hoito/testing/vitest")`)).toThrow(told);
});

test.each(["module", "commonjs"] as const)(
  "the generators load beside fast-check (%s)",
  (format) => {
    const load = format === "module" ? "await import" : "require";
    const script = `console.log(Object.keys(${load}("hoito/testing/fast-check")).sort().join())`;
    expect(runNode(folder, format, script)).toBe("accounts,bases,histories,records\n");
  },
);

test("vitest asks the matchers of the package after one import", () => {
  const tests = join(folder, "policy-tests");
  mkdirSync(tests, { recursive: true });
  writeFileSync(join(tests, "policy.test.mjs"), POLICY_TEST);
  const args = [resolve("node_modules/vitest/vitest.mjs"), "run", "--root", tests];
  const options = { cwd: tests, encoding: "utf8", stdio: "pipe" } as const;
  expect(execFileSync(process.execPath, args, options)).toContain("1 passed");
});

const POLICY_TEST = `
import "hoito/testing/vitest";
import { compilePolicy, orThrow } from "hoito";
import { expect, test } from "vitest";

const policy = orThrow(compilePolicy({
  id: "demo",
  version: "1",
  segments: {
    size: {
      method: "rules",
      labels: { large: {}, small: {} },
      hitPolicy: "first",
      rules: [{ segment: "large", when: { field: "headcount", atLeast: 1000 } }],
      otherwise: "small",
    },
  },
  care: {
    segmentedBy: "size",
    models: { light: { ownership: { mode: "none" }, cadences: "none", significance: 1 } },
    bySegment: { large: "light", small: "light" },
  },
  cadences: {},
}));

test("large from a thousand", () => {
  expect(policy).toCoverEveryAccount({ asOf: "2018-03-28" });
  expect(policy).toClassify({ id: "A", headcount: 1000 }, "large", { asOf: "2018-03-28" });
  expect(policy).not.toClassify({ id: "B", headcount: 999 }, "large", { asOf: "2018-03-28" });
});
`;
