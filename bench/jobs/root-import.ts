import { spawnSync } from "node:child_process";
import type { Job } from "../job.js";

export const name: Job["name"] = "a process that starts, loads a package and ends";

/** The project itself, from where its own name and its packages can be loaded. */
const root = new URL("../../", import.meta.url);

/** Starts a process that loads one package and gives its exit code. */
function load(specifier: string | undefined): number {
  const script = specifier === undefined ? "" : `import ${JSON.stringify(specifier)};`;
  const args = ["--input-type=module", "--eval", script];
  return spawnSync(process.execPath, args, { cwd: root }).status ?? Number.NaN;
}

/** By hand nothing is loaded: what is beyond it is the price of the import. */
export const contenders: Job["contenders"] = {
  "by hand": () => load(undefined),
  "a module of nothing": () => load("data:text/javascript,"),
  hoito: () => load("hoito"),
  "hoito/time": () => load("hoito/time"),
  "date-fns": () => load("date-fns"),
  zod: () => load("zod"),
};

export const remark: Job["remark"] =
  "By hand is Node that loads nothing; a first module, even one of nothing, starts the loader. The goal of 5 ms is missed; decision 058 says why.";
