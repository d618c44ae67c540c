import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, expect, test, vi } from "vitest";

const folder = fileURLToPath(new URL("../../examples/", import.meta.url));
const examples = readdirSync(folder).filter((file) => file.endsWith(".ts"));

afterEach(() => vi.restoreAllMocks());

test("there are examples, numbered in the order of reading", () => {
  expect(examples.length).toBeGreaterThan(0);
  for (const file of examples) expect(file).toMatch(/^\d\d-[a-z0-9-]+\.ts$/);
});

test.each(examples)("%s prints what its comments say", async (file) => {
  const expected = [...readFileSync(`${folder}${file}`, "utf8").matchAll(/\/\/ => (.+)$/gm)];
  const printed: string[] = [];
  vi.spyOn(console, "log").mockImplementation((...values: unknown[]) => {
    printed.push(values.map(String).join(" "));
  });
  await import(/* @vite-ignore */ pathToFileURL(`${folder}${file}`).href);
  expect(printed).toEqual(expected.map(([, text]) => text));
  expect(printed.length).toBeGreaterThan(0);
});
