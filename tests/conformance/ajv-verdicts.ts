import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const child = fileURLToPath(new URL("ajv-child.mjs", import.meta.url));
const folder = fileURLToPath(new URL("../../schemas/", import.meta.url));

/** Documents, and the file of the schema that they are held against. */
export interface Asked {
  readonly file: string;
  readonly documents: readonly unknown[];
}

/** The errors that an independent validator finds in a document; none where it is valid. */
type Verdict = readonly string[];

/** What an independent validator says of documents, in their order, by the schemas as they are shipped. */
export function ajvVerdicts(asked: readonly Asked[]): readonly (readonly Verdict[])[] {
  const schemas = readdirSync(folder).map((file) => {
    return JSON.parse(readFileSync(`${folder}${file}`, "utf8")) as unknown;
  });
  const output = execFileSync(process.execPath, [child], {
    input: JSON.stringify({ schemas, asked }),
    encoding: "utf8",
    maxBuffer: 1e9,
    env: { PATH: process.env["PATH"] ?? "" },
  });
  return JSON.parse(output) as readonly (readonly Verdict[])[];
}
