import * as z from "zod";
import { about } from "./form.js";

/** A JSON Schema, as plain data. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** What a file of the package says of itself. */
export interface SchemaHead {
  readonly file: string;
  readonly title: string;
  readonly description: string;
}

/** Where editors find the files of the newest version. */
const HOME = "https://unpkg.com/hoito/schemas";

/**
 * The JSON Schema of a form, draft 7: the newest that the JSON editor of VS Code knows in full.
 *
 * Beside what the form says, a document may name its schema under `$schema`.
 */
export function jsonSchemaOf(
  form: z.ZodType,
  { file, title, description }: SchemaHead,
): JsonSchema {
  const generated = z.toJSONSchema(form, {
    target: "draft-7",
    io: "input",
    metadata: about,
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      tidy(jsonSchema as Record<string, unknown>, zodSchema._zod.def.type === "custom");
    },
  });
  const { $schema, ...rest } = withoutDetours(generated as Record<string, unknown>);
  const head = { $schema, $id: `${HOME}/${file}`, title, description };
  return { ...head, ...withSchemaProperty(rest) };
}

/** An object lets `$schema` stand among its properties; a list has no place for it. */
function withSchemaProperty(schema: Record<string, unknown>): Record<string, unknown> {
  if (schema["type"] !== "object") return schema;
  const says = "The JSON Schema that an editor checks this file with; it changes no answer.";
  const $schema = { type: "string", description: says };
  return { ...schema, properties: { ...(schema["properties"] as object), $schema } };
}

/** Leaves out what says nothing: the bounds of every safe integer, and that a name is text. */
function tidy(schema: Record<string, unknown>, isIsoWeek: boolean): void {
  // The one form that is read by code alone is a week.
  if (isIsoWeek) Object.assign(schema, { type: "string", pattern: "^\\d{4}-W\\d{2}$" });
  if (schema["minimum"] === Number.MIN_SAFE_INTEGER) delete schema["minimum"];
  if (schema["maximum"] === Number.MAX_SAFE_INTEGER) delete schema["maximum"];
  const names = schema["propertyNames"];
  if (JSON.stringify(names) === '{"type":"string"}') delete schema["propertyNames"];
}

/** Definitions without a name that only refer to another one are left out, and so are their names. */
function withoutDetours(schema: Record<string, unknown>): Record<string, unknown> {
  const definitions = Object.entries((schema["definitions"] ?? {}) as Record<string, object>);
  const detours = new Map<string, string>();
  for (const [name, each] of definitions) {
    const target = /^\{"allOf":\[\{"\$ref":"([^"]+)"\}\]\}$/.exec(JSON.stringify(each))?.[1];
    if (target !== undefined) detours.set(`#/definitions/${name}`, target);
  }
  const left = definitions.filter(([name]) => !detours.has(`#/definitions/${name}`));
  const whole = { ...schema, definitions: Object.fromEntries(left.sort(byFirst)) };
  return JSON.parse(JSON.stringify(whole), (key, value: unknown) => {
    return key === "$ref" ? (detours.get(value as string) ?? value) : plainReference(value);
  }) as Record<string, unknown>;
}

/** A reference that stands alone needs no list around it. */
function plainReference(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Object.keys(value).length !== 1) return value;
  const { allOf } = value as { readonly allOf?: readonly unknown[] };
  return allOf?.length === 1 ? allOf[0] : value;
}

function byFirst([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : 1;
}
