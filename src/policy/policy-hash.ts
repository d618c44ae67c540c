import { contentHash } from "../shapes/index.js";

/**
 * A short fingerprint of a policy's content: equal for equal documents whatever the order of their
 * properties. Which JSON Schema an editor checks it with (`$schema`) makes no difference.
 *
 * @param document - plain JSON
 * @returns sixteen hexadecimal digits
 */
export function policyHash(document: unknown): string {
  const isNamed = typeof document === "object" && document !== null && "$schema" in document;
  if (!isNamed) return contentHash(document);
  const { $schema, ...content } = document;
  return contentHash(content);
}
