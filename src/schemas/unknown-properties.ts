import * as z from "zod";
import { type Finding, nearestName, showInput, warningAt } from "../shapes/index.js";
import { pathText } from "./path-text.js";

/**
 * Warnings for the properties of plain JSON data, however deep, that its schema does not know, each
 * with the nearest name that the schema does know.
 *
 * What a host's own fields and money hold is not looked into: their schemas do that.
 */
export function unknownProperties(schema: z.core.$ZodType, input: unknown, at: string): Finding[] {
  if (schema instanceof z.ZodExactOptional) return unknownProperties(schema.unwrap(), input, at);
  if (schema instanceof z.ZodArray && Array.isArray(input)) {
    return input.flatMap((each, index) =>
      unknownProperties(schema.element, each, pathText(at, index)),
    );
  }
  if (!(schema instanceof z.ZodObject && isObject(input))) return [];
  const { shape } = schema;
  return Object.entries(input).flatMap(([name, value]) => {
    const path = pathText(at, name);
    if (Object.hasOwn(shape, name)) return unknownProperties(shape[name], value, path);
    const message = `${showInput(name)} is no property that hoito knows`;
    const suggestion = nearestName(name, Object.keys(shape));
    return [warningAt(path, "unknown-property", message, suggestion)];
  });
}

function isObject(input: unknown): input is object {
  return typeof input === "object" && input !== null && !Array.isArray(input);
}
