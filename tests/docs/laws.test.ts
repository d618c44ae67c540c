import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const LAW = /^[a-z]+-\d+: .+/;
const folder = new URL("../laws/", import.meta.url);

/** The laws that are tested: titles of the form `chapter-1: a sentence`. */
function testedLaws(): string[] {
  return readdirSync(folder).flatMap((file) => {
    const text = readFileSync(new URL(file, folder), "utf8");
    const titles = [...text.matchAll(/\b(?:it|test)(?:\.prop\(.*?\))?\(\s*(["'`])(.*?)\1/gs)];
    return titles.map(([, , title = ""]) => title).filter((title) => LAW.test(title));
  });
}

/** The laws that are promised: list items of `docs/laws.md`, their lines joined. */
function promisedLaws(): string[] {
  const text = readFileSync(new URL("../../docs/laws.md", import.meta.url), "utf8");
  const items = text.split(/^- /m).slice(1);
  return items.map((item) =>
    item
      .split(/\n\n|\n#/)[0]!
      .replace(/\s+/g, " ")
      .trim(),
  );
}

describe("docs/laws.md", () => {
  it("lists every law that is tested, word for word, and no other", () => {
    expect(promisedLaws().sort()).toEqual(testedLaws().sort());
  });

  it("gives every law a name of its own", () => {
    const names = promisedLaws().map((law) => law.split(":")[0]);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(40);
  });
});
