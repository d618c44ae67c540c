/**
 * What the bytes of a CSV file mean. They end in a line feed, at which all of these stop.
 */
const [COMMA, QUOTE, LINE_FEED, RETURN] = [44, 34, 10, 13];

export function isLineFeed(byte: number): boolean {
  return byte === LINE_FEED;
}

export function isQuote(byte: number): boolean {
  return byte === QUOTE;
}

export function isReturn(byte: number): boolean {
  return byte === RETURN;
}

/** The next comma or line feed. */
export function endOfCell(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] !== COMMA && bytes[at] !== LINE_FEED) at += 1;
  return at;
}

/** Behind the closing quote, or the end of all bytes where none closes; a doubled quote does not. */
export function endOfQuotes(bytes: Uint8Array, from: number): number {
  for (let at = from + 1; at < bytes.length - 1; at++) {
    if (bytes[at] !== QUOTE) continue;
    if (bytes[at + 1] !== QUOTE) return at + 1;
    at += 1;
  }
  return bytes.length - 1;
}

export function endOfLine(bytes: Uint8Array, from: number): number {
  return bytes.indexOf(LINE_FEED, from);
}

/** Behind the end of a line and blank ones after it, which are no rows. */
export function skipLineEnds(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    if (bytes[at] === LINE_FEED) at += 1;
    else if (bytes[at] === RETURN && bytes[at + 1] === LINE_FEED) at += 2;
    else return at;
  }
}
