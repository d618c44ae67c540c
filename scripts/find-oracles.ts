/**
 * Set-up of the conformance tests: finds the published data that they reproduce, or fails. A test reads a file of it
 * with `join(inject("oracles"), "name.csv")`.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of the published data. */
    oracles: string;
  }
}

export default function findOracles(project: TestProject): void {
  const folder = fileURLToPath(new URL("../../shared/oracles", import.meta.url));
  if (!existsSync(folder)) throw new Error(`the conformance tests need the data of \`${folder}\``);
  project.provide("oracles", folder);
}
