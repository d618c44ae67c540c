/**
 * Set-up of the package tests: installs the tarball that `npm pack` left into two empty projects, one with zod and one
 * without, and takes them away afterwards.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { TestProject } from "vitest/node";
import manifest from "../../package.json" with { type: "json" };

declare module "vitest" {
  interface ProvidedContext {
    /** The packed tarball. */
    tarball: string;
    /** A project with hoito and zod. */
    withZod: string;
    /** A project with hoito alone. */
    withoutZod: string;
  }
}

export default function installPacked(project: TestProject): () => void {
  const tarball = resolve(`${manifest.name}-${manifest.version}.tgz`);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "hoito-")));
  project.provide("tarball", tarball);
  project.provide("withZod", installInto(join(folder, "with-zod"), [tarball, "zod"]));
  project.provide("withoutZod", installInto(join(folder, "without-zod"), [tarball]));
  return () => rmSync(folder, { recursive: true });
}

function installInto(folder: string, packages: readonly string[]): string {
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
  const args = ["install", "--prefer-offline", "--no-audit", "--no-fund", ...packages];
  execFileSync("npm", args, { cwd: folder, stdio: "inherit" });
  return folder;
}
