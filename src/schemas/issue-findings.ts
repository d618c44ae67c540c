import type * as z from "zod";
import { errorAt, type Finding, nearestName, showInput } from "../shapes/index.js";
import { pathText } from "./path-text.js";

/**
 * How zod is asked: nothing is compiled from text, issues say what they saw, and only a schema's own
 * words become their message.
 */
export const ASKING: z.core.ParseContext<z.core.$ZodIssue> = {
  jitless: true,
  reportInput: true,
  error: () => "",
};

/** The findings of zod's issues about a value that stands at a path. */
export function issueFindings(issues: readonly z.core.$ZodIssue[], at: string): Finding[] {
  return issues.flatMap((issue) => {
    const path = issue.path.reduce<string>(pathText, at);
    if (issue.code === "invalid_key") return issueFindings(issue.issues, path);
    if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknown(path, key));
    const { code, message, suggestion } = explain(issue);
    return [errorAt(path, code, message, suggestion)];
  });
}

function unknown(path: string, key: string): Finding {
  return errorAt(pathText(path, key), "unknown-property", `${showInput(key)} is no property here`);
}

interface Explanation {
  readonly code: string;
  readonly message: string;
  readonly suggestion?: string | undefined;
}

function explain(issue: z.core.$ZodIssue): Explanation {
  const { input } = issue;
  const shown = showInput(input);
  if (issue.code === "custom") {
    const { code = "wrong-type" } = issue.params ?? {};
    return { code: String(code), message: issue.message };
  }
  if (input === undefined) {
    return { code: "missing-property", message: `${showInput(issue.path.at(-1))} is missing` };
  }
  switch (issue.code) {
    case "invalid_value": {
      const words = issue.values.map(String);
      const message = `${shown} is none of ${words.map((each) => `\`${each}\``).join(", ")}`;
      const suggestion = typeof input === "string" ? nearestName(input, words) : undefined;
      return { code: "unknown-value", message, suggestion };
    }
    case "too_small":
      if (issue.origin === "string") return { code: "empty-text", message: "the text is empty" };
      return { code: "out-of-range", message: `${shown} is less than \`${issue.minimum}\`` };
    case "too_big":
      return { code: "out-of-range", message: `${shown} is more than \`${issue.maximum}\`` };
    case "invalid_type":
      return explainType(issue, input);
    default: {
      const message = `${shown} has none of the forms allowed here`;
      return { code: "wrong-type", message: issue.message || message };
    }
  }
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "`true` or `false`",
  array: "a list",
  object: "an object",
};

function explainType(issue: z.core.$ZodIssueInvalidType, input: unknown): Explanation {
  if (issue.message !== "") return { code: "wrong-type", message: issue.message };
  const message = `${showInput(input)} is not ${EXPECTED[issue.expected]}`;
  const isNumeric = issue.expected === "number" || issue.expected === "int";
  if (isNumeric && typeof input === "string") return { code: "not-a-number", message };
  if (isNumeric && typeof input === "number") return { code: "not-whole", message };
  if (input !== null) return { code: "wrong-type", message };
  return { code: "wrong-type", message: "`null` is no value; leave out what is missing" };
}
