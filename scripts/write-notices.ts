import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** Writes the licences of bundled packages into one file, as they ask for. */
export function writeNotices(packages: readonly string[], path: string): void {
  const notices = packages.map((name) => {
    const folder = new URL(`../node_modules/${name}/`, import.meta.url);
    const { version } = JSON.parse(readFileSync(new URL("package.json", folder), "utf8")) as {
      version: string;
    };
    const license = ["LICENSE", "LICENSE.md"].find((file) => existsSync(new URL(file, folder)));
    if (license === undefined) throw new Error(`\`${name}\` has no licence`);
    return `${name} ${version}\n\n${readFileSync(new URL(license, folder), "utf8").trim()}\n`;
  });
  writeFileSync(path, notices.join("\n---\n\n"));
}
