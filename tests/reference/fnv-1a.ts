/** The slow, obvious twin of the policy hash: FNV-1a, 64 bit, on big integers, over the code units of a text. */
export function fnv1a(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index++) {
    hash = ((hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n) % 2n ** 64n;
  }
  return hash.toString(16).padStart(16, "0");
}
