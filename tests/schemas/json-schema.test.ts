import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { schemaFiles } from "../../scripts/json-schemas/schema-files.js";

const folder = new URL("../../schemas/", import.meta.url);

it("POL-01 the schemas of the package are those generated today: `npm run schemas:write`", () => {
  for (const [file, text] of schemaFiles()) expect(shipped(file), file).toBe(text);
});

it("POL-01 every property of a policy and of records says what it is", () => {
  const silent: string[] = [];
  for (const file of ["policy.schema.json", "customer-base.schema.json"]) {
    const schema = JSON.parse(shipped(file)) as Schema;
    walk(schema, schema, file, (name, property) => {
      if (!isDescribed(property, schema)) silent.push(name);
    });
  }
  expect(silent).toEqual([]);
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

/** Every property that a schema names. */
function walk(
  value: unknown,
  root: Schema,
  at: string,
  seen: (at: string, property: Schema) => void,
): void {
  visit(value, at, (place, { properties }) => {
    const isShape = typeof properties === "object" && !/\/properties$/.test(place);
    if (!isShape || root === undefined) return;
    for (const [name, each] of Object.entries(properties)) seen(`${place}/${name}`, each);
  });
}

function isDescribed({ description, $ref }: Schema, { definitions }: Schema): boolean {
  if (description !== undefined) return description.length > 3;
  const target = definitions?.[$ref?.split("/").at(-1) ?? ""];
  return target?.description !== undefined;
}
