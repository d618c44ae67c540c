import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { expect, inject, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };

test("publint finds nothing, not even a suggestion", async () => {
  const { buffer } = new Uint8Array(readFileSync(inject("tarball")));
  const { messages } = await publint({ pack: { tarball: buffer } });
  expect(messages.map((each) => formatMessage(each, manifest, { color: false }))).toEqual([]);
});

test("the tarball holds what runs, and no maps of code that can be read as it is", () => {
  expect(readFileSync(inject("tarball")).byteLength).toBeLessThan(1_500_000);
});

test("types resolve in every mode that TypeScript has, node10 among them", () => {
  const { status, stdout } = spawnSync("attw", [inject("tarball"), "--format", "ascii"], {
    encoding: "utf8",
  });
  expect(status, stdout).toBe(0);
});
