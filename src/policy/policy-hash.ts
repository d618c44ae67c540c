import { contentHash } from "../shapes/index.js";

/**
 * A short fingerprint of a policy's content: equal for equal documents whatever the order of their
 * properties.
 *
 * @param document - plain JSON
 * @returns sixteen hexadecimal digits
 */
export function policyHash(document: unknown): string {
  return contentHash(document);
}
