import { basename } from "node:path";

/** Names for a drawer into which anything goes. */
const DRAWERS: ReadonlySet<string> = new Set(["utils", "helpers", "common", "misc", "core", "lib"]);

const KEBAB_CASE =
  /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|prop\.test|policy\.test|test-d|config))?\.(ts|mjs)$/;

/** The paths that have a drawer for a folder or file, or a source file that is not in kebab-case. */
export function checkFileNames(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const drawer = path.split("/").find((part) => DRAWERS.has(part.replace(/\..*$/, "")));
    if (drawer !== undefined) return [`${path}: \`${drawer}\` says nothing`];
    if (/\.(ts|mjs)$/.test(path) && !KEBAB_CASE.test(basename(path))) {
      return [`${path}: a file name is in kebab-case`];
    }
    return [];
  });
}
