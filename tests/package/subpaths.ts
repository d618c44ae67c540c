import manifest from "../../package.json" with { type: "json" };

/** What a host can import: `hoito` and its subpaths. */
export const SPECIFIERS: readonly string[] = Object.keys(manifest.exports)
  .filter((key) => key !== "./package.json")
  .map((key) => key.replace(".", manifest.name));

/** The only doors that load zod. */
export const NEEDS_ZOD: ReadonlySet<string> = new Set(["hoito/schemas"]);
