const LONGEST_NAME = 64;

/** The path of what lies at a key: `orders`, then `orders[3]`, then `orders[3].value`. */
export function pathText(path: string, key: PropertyKey): string {
  if (typeof key === "number") return `${path}[${key}]`;
  const name = typeof key === "string" ? key.slice(0, LONGEST_NAME) : "symbol";
  return path === "" ? name : `${path}.${name}`;
}
