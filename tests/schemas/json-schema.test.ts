import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { schemaFiles } from "../../scripts/json-schemas/schema-files.js";

const folder = new URL("../../schemas/", import.meta.url);

it("POL-01 the schemas of the package are those generated today: `npm run schemas:write`", () => {
  for (const [file, text] of schemaFiles()) expect(shipped(file), file).toBe(text);
});

it.each([...schemaFiles().keys()])("POL-01 every property in %s says what it is", (file) => {
  const schema = JSON.parse(shipped(file)) as Schema;
  const silent: string[] = [];
  let properties = 0;
  visit(schema, "", (at, { properties: named = {} }) => {
    for (const [name, property] of isNameOfProperty(at) ? [] : Object.entries(named)) {
      properties += 1;
      if (!isDescribed(property, schema)) silent.push(`${at}/${name}`);
    }
  });
  expect(silent).toEqual([]);
  expect(properties).toBeGreaterThan(20);
});

it("POL-01 every object of a policy is closed, so that an editor marks a misspelt property", () => {
  const schema = JSON.parse(shipped("policy.schema.json")) as Schema;
  const open: string[] = [];
  visit(schema, "", (at, each) => {
    const isShaped = each.properties !== undefined;
    if (isShaped && each.additionalProperties !== false) open.push(at);
  });
  expect(open).toEqual([]);
});

function shipped(file: string): string {
  return readFileSync(new URL(file, folder), "utf8");
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly description?: string;
  readonly $ref?: string;
}

/** Every object of a schema. */
function visit(value: unknown, at: string, seen: (at: string, schema: Schema) => void): void {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) seen(at, value);
  for (const [name, each] of Object.entries(value)) visit(each, `${at}/${name}`, seen);
}

/** Whether a place holds properties by name, one of which may be called `properties`. */
function isNameOfProperty(at: string): boolean {
  return at.endsWith("/properties");
}

/** By itself, or by the definition that it is: beside a reference, draft 7 reads no description. */
function isDescribed({ description, $ref }: Schema, { definitions }: Schema): boolean {
  if (description !== undefined) return description.length > 3;
  const target = definitions?.[$ref?.split("/").at(-1) ?? ""];
  return target?.description !== undefined;
}
