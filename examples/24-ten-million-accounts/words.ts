/** There are codes for so many words. */
const MOST = 2 ** 16;
const PLACES = 2 * MOST;

const NONE = -1;

/** Different words and their codes, found by their bytes. */
export class Words {
  readonly dictionary: string[] = [];
  private readonly bytesOf: Uint8Array[] = [];
  /** Codes, each at its word's hash or in the first free place behind it. */
  private readonly codes = new Int32Array(PLACES).fill(NONE);

  /** The code of a word, or −1. */
  find(bytes: Uint8Array, from: number, until: number): number {
    return this.codes[this.placeOf(bytes, from, until)]!;
  }

  /** The code of a word, which gets one where it has none; −1 when all are given away. */
  codeOf(word: string): number {
    const bytes = new TextEncoder().encode(word);
    const place = this.placeOf(bytes, 0, bytes.length);
    const code = this.bytesOf.length;
    if (this.codes[place] !== NONE || code === MOST) return this.codes[place]!;
    this.codes[place] = code;
    this.bytesOf.push(bytes);
    this.dictionary.push(word);
    return code;
  }

  /** Where the code of a word stands, or is to stand. */
  private placeOf(bytes: Uint8Array, from: number, until: number): number {
    let place = hashOf(bytes, from, until) & (PLACES - 1);
    for (;;) {
      const code = this.codes[place]!;
      if (code === NONE || isSame(this.bytesOf[code]!, bytes, from, until)) return place;
      place = (place + 1) & (PLACES - 1);
    }
  }
}

/** FNV-1a. */
function hashOf(bytes: Uint8Array, from: number, until: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = from; at < until; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return hash;
}

function isSame(word: Uint8Array, bytes: Uint8Array, from: number, until: number): boolean {
  if (word.length !== until - from) return false;
  for (let at = 0; at < word.length; at++) if (word[at] !== bytes[from + at]) return false;
  return true;
}
