import manifest from "../../package.json" with { type: "json" };

/** Ways into the test kit that load a package of the host's own, by that package. */
export const NEEDS_PEER: readonly (readonly [specifier: string, peer: string])[] = [
  ["hoito/testing/vitest", "vitest"],
  ["hoito/testing/fast-check", "fast-check"],
];

/** What a host can import without such a package: `hoito` and its subpaths. */
export const SPECIFIERS: readonly string[] = Object.keys(manifest.exports)
  .filter((key) => !key.endsWith(".json"))
  .map((key) => key.replace(".", manifest.name))
  .filter((specifier) => !NEEDS_PEER.some(([each]) => each === specifier));

/** The only doors that load zod. */
export const NEEDS_ZOD: ReadonlySet<string> = new Set(["hoito/schemas"]);
