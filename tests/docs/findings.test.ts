import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const root = new URL("../../", import.meta.url);

/** Words with a hyphen that stand in the sources and are no codes. */
const NO_CODES = new Set(["calendar-too-short", "fast-check", "ts-pattern", "two-groups"]);

function sources(): string {
  const files = readdirSync(new URL("src/", root), { recursive: true, encoding: "utf8" });
  // Presets are policies and samples: their words are those of companies, never codes.
  const code = files.filter((file) => file.endsWith(".ts") && !file.startsWith("presets/"));
  return code.map((file) => readFileSync(new URL(`src/${file}`, root), "utf8")).join("\n");
}

/** Codes that the sources name, written out or as `unknown-` before what `unknownName` is told. */
function codesInSources(): Set<string> {
  const text = sources().replace(/^\s*\*.*$/gm, "");
  const written = [...text.matchAll(/"([a-z]+(?:-[a-z0-9]+)+)"/g)].map(([, code = ""]) => code);
  const told = /\.unknownName\(\s*[^;]*?"([a-z-]+)"/gs;
  const kinds = new Set([...text.matchAll(told)].map(([, kind = ""]) => kind));
  const single = ["cycle", "circular", "unreadable"].filter((code) => text.includes(`"${code}"`));
  const codes = written.filter((code) => !NO_CODES.has(code) && !kinds.has(code));
  return new Set([...codes, ...single, ...[...kinds].map((kind) => `unknown-${kind}`)]);
}

function codesInDocs(): Set<string> {
  const text = readFileSync(new URL("docs/findings.md", root), "utf8");
  const cells = [...text.matchAll(/^\| (`.*?`) \|/gm)].map(([, cell = ""]) => cell);
  return new Set(
    cells.flatMap((cell) => [...cell.matchAll(/`([a-z-]+)`/g)].map(([, c = ""]) => c)),
  );
}

describe("docs/findings.md", () => {
  it("lists every code that the sources know, and no other", () => {
    expect([...codesInDocs()].sort()).toEqual([...codesInSources()].sort());
  });
});
