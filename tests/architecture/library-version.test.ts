import { expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { libraryVersion } from "../../src/policy/library-version.js";

test("the version that every result carries is the package's", () => {
  expect(libraryVersion).toBe(manifest.version);
});
