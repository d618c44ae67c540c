import * as z from "zod";
import type { FieldKind, FieldKinds, OwnFields, OwnValue } from "../facts/index.js";
import { HoitoError, nearestName, showInput, withGuess } from "../shapes/index.js";
import { ASKING } from "./issue-findings.js";
import { pathText } from "./path-text.js";
import { listOf } from "./record-schema.js";
import { civilDate, flag, money, number, text } from "./value-schemas.js";

/**
 * The schema of a host's own fields: those of a declared kind are checked and typed, all others
 * travel through untouched.
 */
export function ownSchema(kinds: FieldKinds): z.ZodType<OwnFields> {
  for (const [name, kind] of Object.entries(kinds)) requireKind(name, kind);
  const schemas = Object.entries(kinds).map(([name, kind]) => [name, ownValue(kind)] as const);
  return z.looseObject({}).transform((own, { issues }): OwnFields => {
    const typed = schemas.flatMap(([name, schema]) => {
      // An own field may be named like something every object inherits.
      if (!Object.hasOwn(own, name)) return [];
      const read = schema.safeParse(own[name], ASKING);
      if (read.success) return [[name, read.data] as const];
      for (const issue of read.error.issues) {
        issues.push({ ...issue, path: [name, ...issue.path] } as z.core.$ZodRawIssue);
      }
      return [];
    });
    return { ...(own as OwnFields), ...Object.fromEntries(typed) };
  });
}

const KINDS: readonly string[] = ["number", "money", "date", "boolean", "text", "set"];

/** Refuses what only JavaScript can hand over as the kind of a field. */
function requireKind(name: string, kind: unknown): void {
  const isWords = Array.isArray(kind) && kind.every(isText);
  if (isWords || (isText(kind) && KINDS.includes(kind))) return;
  const near = isText(kind) ? nearestName(kind, KINDS) : undefined;
  const none = `${showInput(kind)} is none of \`${KINDS.join("`, `")}\` and no list of words`;
  const text = withGuess(none, near);
  throw new HoitoError(text, { code: "unknown-kind", path: pathText("own", name), received: kind });
}

function isText(input: unknown): input is string {
  return typeof input === "string";
}

/** The schema of a value of one kind; a list of words is a category. */
export function ownValue(kind: FieldKind): z.ZodType<OwnValue> {
  switch (kind) {
    case "number":
      return number;
    case "money":
      return money;
    case "date":
      return civilDate;
    case "boolean":
      return flag;
    case "text":
      return text;
    case "set":
      return listOf(text);
    default:
      return z.enum(kind);
  }
}
