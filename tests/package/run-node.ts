import { execFileSync } from "node:child_process";

/**
 * What a script prints in a project of its own, as ES module or CommonJS, where no text can become code.
 *
 * @throws Error with the script's error output, when it fails
 */
export function runNode(folder: string, format: "module" | "commonjs", script: string): string {
  const args = [
    "--disallow-code-generation-from-strings",
    `--input-type=${format}`,
    "--eval",
    script,
  ];
  return execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8", stdio: "pipe" });
}
