import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { env } from "node:process";
import { compareGolden, type GoldenDifference, goldenText } from "../golden.js";
import { PolicyAssertionError } from "../policy-assertion-error.js";

/**
 * Whether the file is to be written.
 *
 * @category Testing
 */
export interface GoldenOptions {
  /** By default only where the environment says `HOITO_UPDATE_GOLDEN=1`. */
  readonly update?: boolean;
}

/** Most differences in one message. */
const MOST_LINES = 20;

/**
 * Holds a value against a golden file: what was agreed on, as JSON that people read and review.
 *
 * The file is written on purpose alone: with `update`, or with `HOITO_UPDATE_GOLDEN=1` in the
 * environment. Without that a file that is not there fails, like one that differs. Where `CI` is set
 * nothing is ever written, and asking for it fails.
 *
 * @param path - of the file, which may stand in a folder still to be made
 * @param value - results of the library, or any plain data; see `goldenText`
 * @param options - `update`
 * @returns `matched`, or `written` where the file was made or changed
 * @throws {@link PolicyAssertionError} where file and value differ, or nothing may be written
 * @throws {@link HoitoError} `not-plain-json` or `not-json`
 *
 * @example Nothing is written by itself
 * ```ts
 * import { matchGolden } from "hoito/testing/node";
 *
 * let said = "";
 * try {
 *   matchGolden("golden/no-such-file.json", { large: 12 }, { update: false });
 * } catch (error) {
 *   said = (error as Error).message;
 * }
 * said.startsWith("there is no golden file"); // => true
 * ```
 *
 * @category Testing
 */
export function matchGolden(
  path: string,
  value: unknown,
  options: GoldenOptions = {},
): "matched" | "written" {
  const { update = env["HOITO_UPDATE_GOLDEN"] === "1" } = options;
  const text = existsSync(path) ? readFileSync(path, "utf8") : undefined;
  if (update) return write(path, text, value);
  if (text === undefined) {
    throw failure(`there is no golden file ${path}; ${HOW}`, undefined, value);
  }
  const differences = compareGolden(text, value);
  if (differences.length === 0) return "matched";
  const lines = differences.slice(0, MOST_LINES).map(lineOf).join("");
  const more = differences.length > MOST_LINES ? "\n  …" : "";
  const message = `${path} says otherwise${lines}${more}\nwhere that is meant, ${HOW}`;
  throw failure(message, JSON.parse(text), JSON.parse(goldenText(value)));
}

const HOW = "run once with HOITO_UPDATE_GOLDEN=1 and read what has changed";

function write(path: string, before: string | undefined, value: unknown): "matched" | "written" {
  if ((env["CI"] ?? "") !== "" && env["CI"] !== "false") {
    throw failure(`${path} is not written, because this runs in CI`, undefined, undefined);
  }
  const text = goldenText(value);
  if (text === before) return "matched";
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return "written";
}

function lineOf({ path, ...sides }: GoldenDifference): string {
  const at = path === "" ? "the whole" : path;
  if (!("expected" in sides)) return `\n  ${at} is new: ${JSON.stringify(sides.received)}`;
  if (!("received" in sides)) return `\n  ${at} is gone: ${JSON.stringify(sides.expected)}`;
  return `\n  ${at}: ${JSON.stringify(sides.expected)} → ${JSON.stringify(sides.received)}`;
}

function failure(message: string, expected: unknown, actual: unknown): PolicyAssertionError {
  return new PolicyAssertionError(message, { expected, actual, operator: "matchGolden" });
}
