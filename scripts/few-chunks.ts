import { readFileSync } from "node:fs";
import { basename, dirname, resolve, sep } from "node:path";
import type { Plugin } from "esbuild";

/**
 * Lays the root out in few chunks, with little in them that it does not use.
 *
 * esbuild makes a chunk of the files that the same entries reach. Left to itself it counts a whole
 * floor as reached where one name of its `index.ts` is used; led past the `index.ts`, it would make
 * a chunk of nearly every file. So names are imported from where they are declared, and an entry
 * that needs one file of the root reaches all of them that stand as low, or lower.
 *
 * @param root - path of the root's source
 * @param floors - folders beside it, the lowest first; those that are to share a chunk together
 */
export function fewChunks(root: string, floors: readonly (readonly string[])[]): Plugin {
  const ofRoot = new Set(filesBehind(resolve(root), new Set()));
  ofRoot.delete(resolve(root));
  const heightOf = (path: string): number => {
    const folder = path.slice(dirname(resolve(root)).length + 1).split(sep)[0]!;
    return floors.findIndex((each) => each.includes(folder));
  };
  return {
    name: "few-chunks",
    setup(build) {
      // The imports by which an entry reaches the root's files are meant to leave nothing behind.
      build.initialOptions.logOverride = { "ignored-bare-import": "silent" };
      const entries = Object.values(build.initialOptions.entryPoints ?? {}).map((each) =>
        resolve(String(each)),
      );
      build.onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path }) => {
        const source = importDirectly(readFileSync(path, "utf8"), path);
        if (!entries.includes(path)) return { contents: source, loader: "ts" };
        const needed = [...filesBehind(path, new Set())].filter((each) => ofRoot.has(each));
        const height = Math.max(...needed.map(heightOf));
        const reached = [...ofRoot].filter((each) => heightOf(each) <= height && each !== path);
        const imports = reached.map((each) => `import ${JSON.stringify(each)};`);
        return { contents: source + imports.join(""), loader: "ts" };
      });
    },
  };
}

/** The file and all that it imports, for the names that it imports. */
function filesBehind(path: string, found: Set<string>): ReadonlySet<string> {
  if (found.has(path)) return found;
  found.add(path);
  const source = importDirectly(readFileSync(path, "utf8"), path);
  for (const [, imported] of source.matchAll(/\b(?:import|export) \{[^}]*\} from "(\/[^"]*)";/g)) {
    filesBehind(imported!, found);
  }
  return found;
}

/** Every name of another floor imported from the file that declares it; lines stay where they are. */
function importDirectly(source: string, path: string): string {
  const statement = /\b(import|export) \{([^}]*)\} from "(\.[^"]*)";/g;
  return source.replace(statement, (written, word: string, names: string, from: string) => {
    const index = sourceFile(path, from);
    const direct = namesIn(names).map(([name, as]) => {
      const place = declaredIn(index, name);
      return `${word} { ${place.name} as ${as} } from ${JSON.stringify(place.path)};`;
    });
    return direct.join("") + "\n".repeat(written.split("\n").length - 1);
  });
}

interface Place {
  readonly path: string;
  readonly name: string;
}

const exportsByIndex = new Map<string, ReadonlyMap<string, Place>>();

/** Where a name comes from, through one `index.ts` after the other. */
function declaredIn(path: string, name: string): Place {
  if (basename(path) !== "index.ts") return { path, name };
  const places = exportsByIndex.get(path) ?? exportsOf(path);
  exportsByIndex.set(path, places);
  const place = places.get(name);
  return place === undefined ? { path, name } : declaredIn(place.path, place.name);
}

function exportsOf(index: string): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const statements = readFileSync(index, "utf8").matchAll(/\bexport \{([^}]*)\} from "([^"]+)";/g);
  for (const [, names, from] of statements) {
    for (const [name, as] of namesIn(names!)) {
      places.set(as, { path: sourceFile(index, from!), name });
    }
  }
  return places;
}

/** The names of a statement, each with the one it goes by; types are left out. */
function namesIn(names: string): readonly (readonly [name: string, as: string])[] {
  return names
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "" && !each.startsWith("type "))
    .map((each) => {
      const [name, as] = each.split(" as ");
      return [name!, as ?? name!];
    });
}

function sourceFile(importer: string, specifier: string): string {
  return resolve(dirname(importer), specifier.replace(/\.js$/, ".ts"));
}
