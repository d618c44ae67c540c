import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * Runs a script of this folder in a process of its own, so that no job warms, fills or slows another, and reads the
 * last line that it prints.
 */
export function inChild<Answer>(script: string, ...args: readonly string[]): Answer {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawnSync(process.execPath, [...process.execArgv, path, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    // Some peers ask the host's time zone.
    env: { ...process.env, TZ: "UTC" },
    maxBuffer: 2 ** 26,
  });
  if (child.status !== 0) throw new Error(`\`${script} ${args.join(" ")}\` failed`);
  return JSON.parse(child.stdout.trimEnd().split("\n").at(-1)!) as Answer;
}
