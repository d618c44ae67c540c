import manifest from "../../package.json" with { type: "json" };

/** What a host can import: `hoito` and its subpaths. */
export const SPECIFIERS: readonly string[] = Object.keys(manifest.exports)
  .filter((key) => !key.endsWith(".json"))
  .map((key) => key.replace(".", manifest.name))
  .filter((specifier) => !isForPeer(specifier));

/** Ways into the test kit that load a package of the host's own, by that package. */
export const NEEDS_PEER: readonly (readonly [specifier: string, peer: string])[] = [
  ["hoito/testing/vitest", "vitest"],
  ["hoito/testing/fast-check", "fast-check"],
];

function isForPeer(specifier: string): boolean {
  return ["hoito/testing/vitest", "hoito/testing/fast-check"].includes(specifier);
}

/** The only doors that load zod. */
export const NEEDS_ZOD: ReadonlySet<string> = new Set(["hoito/schemas"]);
