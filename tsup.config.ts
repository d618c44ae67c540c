import { defineConfig } from "tsup";
import manifest from "./package.json" with { type: "json" };
import { fewChunks } from "./scripts/few-chunks.js";
import { writeNotices } from "./scripts/write-notices.js";

const subpaths = Object.keys(manifest.exports)
  .filter((key) => key !== "." && !key.endsWith(".json"))
  .map((key) => key.slice("./".length));

/** Part of the bundle: two functions, while finding the package takes longer than loading the root. */
const bundled = ["@date-fns/tz", "date-fns"];

/** What shares a chunk, the lowest first. */
const floors = [
  ["shapes", "time"],
  ["facts", "rules", "measures"],
  ["segments", "value"],
  ["care", "cadence", "campaigns"],
  ["kpis"],
  ["policy"],
];

export default defineConfig({
  entry: {
    index: "src/index.ts",
    ...Object.fromEntries(subpaths.map((name) => [name, `src/${name}/index.ts`])),
  },
  format: ["esm", "cjs"],
  // CommonJS too: without shared chunks every subpath would have a `HoitoError` of its own.
  splitting: true,
  dts: true,
  clean: true,
  target: "es2022",
  noExternal: bundled,
  esbuildPlugins: [fewChunks("src/index.ts", floors)],
  onSuccess: async () => writeNotices(bundled, "dist/third-party-notices.txt"),
});
