/**
 * A short fingerprint of plain JSON: equal for equal content whatever the order of properties.
 *
 * It tells versions apart (FNV-1a, 64 bit; Fowler, Noll, Vo 1991); it is no protection against
 * forgery.
 *
 * @param content - plain JSON
 * @returns sixteen hexadecimal digits
 */
export function contentHash(content: unknown): string {
  const text = canonicalJson(content);
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let index = 0; index < text.length; index++) {
    low ^= text.charCodeAt(index);
    const product = (low >>> 0) * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 0x1_0000_0000) + (low << 8)) | 0;
    low = product | 0;
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}

/** JSON with the properties of every object in alphabetical order. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const properties = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, each]) => `${JSON.stringify(name)}:${canonicalJson(each)}`);
  return `{${properties.join(",")}}`;
}
