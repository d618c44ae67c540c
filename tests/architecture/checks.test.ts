/**
 * Each check of the house is seen red here, on a sample that breaks it.
 */
import { describe, expect, test } from "vitest";
import { checkFileNames } from "./check-file-names.js";
import { checkImports } from "./check-imports.js";
import { checkPurity } from "./check-purity.js";

describe("imports", () => {
  test.each([
    [
      "src/care/plan.ts",
      'import { a } from "../cadence/index.js";',
      "`cadence` is not below `care`",
    ],
    ["src/care/plan.ts", 'import type { A } from "../policy/index.js";', "`policy` is not below"],
    ["src/care/plan.ts", 'export { a } from "../policy/index.js";', "`policy` is not below"],
    ["src/care/plan.ts", 'type A = import("../policy/index.js").A;', "`policy` is not below"],
    ["src/care/plan.ts", 'const a = await import("../policy/index.js");', "`policy` is not below"],
    ["src/care/plan.ts", "const a = await import(name);", "`?` is not among"],
    ["src/care/plan.ts", 'import a = require("../policy/index.js");', "`policy` is not below"],
    ["src/care/plan.ts", 'const a = require("../policy/index.js");', "`policy` is not below"],
    ["src/cadence/due.ts", 'import { a } from "../campaigns/index.js";', "is not below `cadence`"],
    ["src/shapes/finding.ts", 'import { a } from "../time/index.js";', "is not below `shapes`"],
    ["src/policy/check.ts", 'import { a } from "../schemas/index.js";', "`schemas` is a door"],
    ["src/sentences/say.ts", 'import { a } from "../schemas/index.js";', "`schemas` is a door"],
    ["src/index.ts", 'export { a } from "./schemas/index.js";', "`schemas` is a door"],
    ["src/care/plan.ts", 'import { a } from "../index.js";', "through the floor's index"],
    ["src/care/plan.ts", 'import { a } from "../time/add-days.js";', "through the floor's index"],
    ["src/care/deep/plan.ts", 'import { a } from "../../time/x.js";', "through the floor's index"],
    ["src/care/plan.ts", 'import { a } from "../../tests/a.js";', "leaves the sources"],
    ["src/care/plan.ts", 'import { a } from "../attic/index.js";', "`attic` is no floor"],
    ["src/attic/plan.ts", 'import { a } from "../time/index.js";', "neither floor nor door"],
    ["src/facts/a.ts", 'import { addDays } from "date-fns";', "in time alone"],
    ["src/facts/a.ts", 'import { addDays } from "date-fns/addDays";', "in time alone"],
    ["src/facts/a.ts", 'import { TZDate } from "@date-fns/tz";', "in time alone"],
    ["src/facts/a.ts", 'import * as z from "zod";', "in schemas alone"],
    ["src/schemas/a.ts", 'import { z } from "zod";', "`import * as z"],
    ["src/schemas/a.ts", 'import * as z from "zod/v4";', "`import * as z"],
    ["src/schemas/a.ts", 'import z from "zod";', "`import * as z"],
    ["src/facts/a.ts", 'import { readFileSync } from "node:fs";', "in testing/node alone"],
    ["src/testing/a.ts", 'import { readFileSync } from "node:fs";', "in testing/node alone"],
    ["src/testing/a.ts", 'import { expect } from "vitest";', "in testing/vitest alone"],
    ["src/testing/a.ts", 'import * as fc from "fast-check";', "in testing/fast-check alone"],
    ["src/testing/a.ts", 'import { exec } from "node:child_process";', "packages of the house"],
    ["src/facts/a.ts", 'import { a } from "hoito/time";', "packages of the house"],
  ])("%s may not say %s", (path, text, fault) => {
    expect(checkImports(path, text)).toEqual([expect.stringContaining(fault)]);
  });

  test("a fault carries file and line", () => {
    const text = '// first line\nimport * as z from "zod";\n';
    expect(checkImports("src/care/plan.ts", text)[0]).toMatch(/^src\/care\/plan\.ts:2: /);
  });

  test.each([
    ["src/care/plan.ts", 'import { a } from "../time/index.js";'],
    ["src/care/plan.ts", 'import { a } from "./entitlement.js";'],
    ["src/care/deep/plan.ts", 'import { a } from "../entitlement.js";'],
    ["src/time/add-days.ts", 'import { addDays } from "date-fns";'],
    ["src/policy/edit.ts", 'import { Immer } from "immer";'],
    ["src/schemas/a.ts", 'import * as z from "zod";'],
    ["src/schemas/a.ts", 'import { a } from "../policy/index.js";'],
    ["src/testing/node/a.ts", 'import { readFileSync } from "node:fs";'],
    ["src/testing/vitest/a.ts", 'import { a } from "../matchers.js";'],
    ["src/index.ts", 'export { a } from "./policy/index.js";'],
  ])("%s may say %s", (path, text) => {
    expect(checkImports(path, text)).toEqual([]);
  });
});

describe("purity", () => {
  test.each([
    ["src/facts/a.ts", "const now = new Date();", "`Date` is at home in time alone"],
    ["src/facts/a.ts", "export type When = Date;", "`Date` is at home in time alone"],
    ["src/facts/a.ts", "new Intl.NumberFormat();", "`Intl` is at home in time and sentences alone"],
    ["src/rules/a.ts", 'eval("1");', "`eval` is at home nowhere"],
    ["src/rules/a.ts", 'new Function("return 1");', "`Function` is at home nowhere"],
    ["src/rules/a.ts", "Math.random();", "`random` is at home nowhere"],
    ["src/rules/a.ts", "const { env } = process;", "`process` is at home nowhere"],
    ["src/rules/a.ts", "globalThis.x;", "`globalThis` is at home nowhere"],
    ["src/rules/a.ts", "names.sort((a, b) => a.localeCompare(b));", "in sentences alone"],
    ["src/index.ts", 'export * from "./time/index.js";', "`export *`"],
    ["src/index.ts", 'export * as time from "./time/index.js";', "`export *`"],
  ])("%s may not say %s", (path, text, fault) => {
    expect(checkPurity(path, text)).toEqual([expect.stringContaining(fault)]);
  });

  test.each([
    ["src/time/a.ts", "new Date(0);"],
    ["src/sentences/a.ts", 'new Intl.PluralRules("fi");'],
    ["src/facts/a.ts", '// new Date() and eval\nconst text = "process";'],
    ["src/facts/a.ts", "interface Order { readonly process: string; Date(): void }"],
    ["src/facts/a.ts", "const { process: step } = order; order.process; generator.random();"],
    ["src/index.ts", 'export { addDays } from "./time/index.js";'],
  ])("%s may say %s", (path, text) => {
    expect(checkPurity(path, text)).toEqual([]);
  });
});

test("drawers and names that are not in kebab-case are found", () => {
  expect(
    checkFileNames([
      "src/utils/a.ts",
      "src/time/helpers.ts",
      "tests/common/README.md",
      "src/time/addDays.ts",
      "src/time/add-days.prop.test.ts",
      "tests/presets/growth-company-2020.policy.test.ts",
      "src/time/README.md",
    ]),
  ).toEqual([
    "src/utils/a.ts: `utils` says nothing",
    "src/time/helpers.ts: `helpers.ts` says nothing",
    "tests/common/README.md: `common` says nothing",
    "src/time/addDays.ts: a file name is in kebab-case",
  ]);
});
