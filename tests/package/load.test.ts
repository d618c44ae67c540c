import { expect, inject, test } from "vitest";
import { runNode } from "./run-node.js";
import { NEEDS_ZOD, SPECIFIERS } from "./subpaths.js";

const byImport = (specifier: string) =>
  `console.log(Object.keys(await import("${specifier}")).sort().join())`;
const byRequire = (specifier: string) =>
  `console.log(Object.keys(require("${specifier}")).sort().join())`;

test.each(SPECIFIERS)("%s gives the same names to `import` and to `require`", (specifier) => {
  const imported = runNode(inject("withZod"), "module", byImport(specifier));
  expect(runNode(inject("withZod"), "commonjs", byRequire(specifier))).toBe(imported);
});

test.each(SPECIFIERS.filter((each) => !NEEDS_ZOD.has(each)))(
  "%s loads without zod",
  (specifier) => {
    const imported = runNode(inject("withoutZod"), "module", byImport(specifier));
    expect(runNode(inject("withoutZod"), "commonjs", byRequire(specifier))).toBe(imported);
  },
);

test.each([...NEEDS_ZOD])("%s names zod when zod is not installed", (specifier) => {
  const missing = /Cannot find (package|module) 'zod'/;
  expect(() => runNode(inject("withoutZod"), "module", byImport(specifier))).toThrow(missing);
  expect(() => runNode(inject("withoutZod"), "commonjs", byRequire(specifier))).toThrow(missing);
});

test.each(["module", "commonjs"] as const)(
  "a name is one thing in every subpath (%s)",
  (format) => {
    const load = format === "module" ? "await import" : "require";
    const script = `
    const seen = new Map();
    for (const [specifier, names] of [${SPECIFIERS.map((each) => `["${each}", ${load}("${each}")]`)}]) {
      for (const [name, value] of Object.entries(names)) {
        if (seen.has(name) && seen.get(name) !== value) console.log(specifier, name);
        seen.set(name, value);
      }
    }`;
    expect(runNode(inject("withZod"), format, script)).toBe("");
  },
);
