import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const src = fileURLToPath(new URL("./src/", import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^hoito$/, replacement: `${src}index.ts` },
      { find: /^hoito\/(.+)$/, replacement: `${src}$1/index.ts` },
    ],
  },
  test: {
    // No text is ever evaluated as code: the whole suite runs where that is impossible.
    execArgv: ["--disallow-code-generation-from-strings"],
    // Pure functions leave nothing behind, so test files may share a process.
    isolate: false,
    // Every core: by default one is left idle, and of two that is half the machine.
    maxWorkers: "100%",
    // Far beyond what any test takes, so that a busy machine fails none.
    testTimeout: 60_000,
    // In CI every run leaves a report of its own, from which the tests are counted.
    reporters: process.env["CI"] ? ["default", "json"] : ["default"],
    outputFile: { json: `reports/tests/${process.pid}.json` },
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      reporter: ["text", "html"],
      thresholds: { lines: 100, branches: 100, functions: 100, statements: 100 },
    },
    projects: [
      {
        extends: true,
        test: {
          name: "runtime",
          include: ["tests/**/*.test.ts"],
          exclude: ["**/*.prop.test.ts", "tests/conformance/**", "tests/package/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "laws",
          include: ["tests/**/*.prop.test.ts"],
          setupFiles: ["tests/laws/fixed-seed.ts"],
          env: process.argv.includes("--coverage") ? { FAST_CHECK_SEED: "2026" } : {},
        },
      },
      {
        extends: true,
        test: {
          name: "types",
          include: [],
          typecheck: { enabled: true, only: true, include: ["tests/**/*.test-d.ts"] },
        },
      },
      {
        extends: true,
        test: { name: "docs", include: ["reports/doc-fences/*.test.ts"] },
      },
      {
        extends: true,
        test: {
          name: "conformance",
          include: ["tests/conformance/**/*.test.ts"],
          globalSetup: "scripts/find-oracles.ts",
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "package",
          include: ["tests/package/**/*.test.ts"],
          globalSetup: "tests/package/install-packed.ts",
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
