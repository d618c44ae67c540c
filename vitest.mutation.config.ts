import { defineConfig } from "vitest/config";
import vitestConfig from "./vitest.config.js";

/** What a mutant must not survive: runtime tests and laws, without the checks that read the sources themselves. */
export default defineConfig({
  resolve: vitestConfig.resolve ?? {},
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/architecture/**", "tests/conformance/**", "tests/docs/**", "tests/package/**"],
  },
});
