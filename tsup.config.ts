import { defineConfig } from "tsup";
import manifest from "./package.json" with { type: "json" };

const subpaths = Object.keys(manifest.exports)
  .filter((key) => key !== "." && key !== "./package.json")
  .map((key) => key.slice("./".length));

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
  sourcemap: true,
  target: "es2022",
});
