import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { checkFileNames } from "./check-file-names.js";
import { checkImports } from "./check-imports.js";
import { checkPurity } from "./check-purity.js";
import { DOORS, FLOORS } from "./floors.js";

const sources = filesIn("src")
  .filter((path) => path.endsWith(".ts"))
  .map((path) => [path, readFileSync(path, "utf8")] as const);

test("every arrow runs downward, and every package stays in its place", () => {
  expect(sources.flatMap(([path, text]) => checkImports(path, text))).toEqual([]);
});

test("no answer can depend on anything but its arguments, and no name is public by accident", () => {
  expect(sources.flatMap(([path, text]) => checkPurity(path, text))).toEqual([]);
});

test("files and folders say what they hold", () => {
  const folders = ["src", "tests", "scripts", "bench", "examples", "demo", "docs"];
  expect(checkFileNames(folders.flatMap(filesIn))).toEqual([]);
});

test("each folder under src is a floor or a door, and each but the shapes is a subpath", () => {
  const folders = readdirSync("src", { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map((each) => each.name);
  expect(folders.filter((name) => !FLOORS.has(name) && !DOORS.has(name))).toEqual([]);

  const subpaths = Object.keys(manifest.exports)
    .filter((key) => key !== "." && !key.endsWith(".json"))
    .map((key) => key.slice("./".length));
  const top = subpaths.filter((name) => !name.includes("/"));
  expect(top.toSorted()).toEqual(folders.filter((name) => name !== "shapes").sort());
  // What needs a package of its own stands behind a door of its own, within the same house.
  expect(subpaths.filter((name) => !existsSync(`src/${name}/index.ts`))).toEqual([]);
  expect(Object.keys(manifest.typesVersions["*"])).toEqual(subpaths);
});

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => `${each.parentPath}/${each.name}`.replaceAll("\\", "/"))
    .filter((path) => !path.includes("node_modules/"));
}
