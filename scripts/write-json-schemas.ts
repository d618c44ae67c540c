import { mkdirSync, writeFileSync } from "node:fs";
import { schemaFiles } from "./json-schemas/schema-files.js";

/** Writes the JSON Schemas that the package ships; a test fails when they are out of date. */
const folder = new URL("../schemas/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [file, text] of schemaFiles()) {
  writeFileSync(new URL(file, folder), text);
  console.log(`${file}: ${text.length} characters`);
}
