/**
 * Runs the runtime tests and the laws once under each time zone; further arguments go to vitest.
 */
import { spawnSync } from "node:child_process";

/** Both sides of UTC, a zone that skipped a day, an offset of 45 minutes, and the zone of the first users. */
const ZONES = [
  "UTC",
  "America/Los_Angeles",
  "Pacific/Apia",
  "Asia/Kathmandu",
  "Europe/Helsinki",
] as const;

const failed = ZONES.filter((zone) => {
  console.log(`\nTZ=${zone}`);
  const env = { ...process.env, TZ: zone };
  const projects = ["--project", "runtime", "--project", "laws"];
  const args = ["run", ...projects, ...process.argv.slice(2)];
  return spawnSync("vitest", args, { stdio: "inherit", env }).status !== 0;
});

if (failed.length > 0) {
  console.error(`\nfailed under ${failed.join(", ")}`);
  process.exitCode = 1;
}
