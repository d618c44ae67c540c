import { errorAt, type Finding, showInput } from "../shapes/index.js";
import { pathText } from "./path-text.js";

/** Most names standing twice that are told: a hostile text must not become as many findings. */
const MOST_REPEATED = 100;

/** Deeper than any document may be: below it names are not kept, so that a hostile text costs little. */
const DEEPEST_NAMED = 1000;

/** What may come next. */
type State = keyof typeof WANTED;

const WANTED = {
  value: "a value",
  firstValue: "a value or `]`",
  name: "a name in double quotes",
  firstName: "a name in double quotes or `}`",
  colon: "`:`",
  afterEntry: "`,` or `]`",
  afterMember: "`,` or `}`",
  end: "nothing more",
} as const;

/** One piece of JSON: its kind is the sign itself, `text`, `word`, `stop` or `unended`. */
interface Token {
  readonly kind: string;
  readonly from: number;
  readonly until: number;
}

/** A list or object that is still open. */
interface Open {
  readonly isObject: boolean;
  key: string | number;
  names?: Set<string>;
}

/**
 * Where text is no JSON, by line and column: the first place at which it ceases to be; or else
 * every name that stands twice in one object.
 *
 * It walks the text once, without recursion, and takes exactly what `JSON.parse` takes.
 */
export function scanJson(text: string): Finding[] {
  const repeated: Finding[] = [];
  const open: Open[] = [];
  let state: State = "value";
  let token = tokenAt(text, 0);
  while (!(token.kind === "stop" && state === "end")) {
    const next = follow(state, token.kind, open);
    if (next === undefined) return [notJson(text, token, state)];
    if (next === "colon" && !noteName(text, token, open) && repeated.length < MOST_REPEATED) {
      repeated.push(repeatedName(text, token, open));
    }
    state = next;
    token = tokenAt(text, token.until);
  }
  return repeated;
}

/** What may come after a piece; `undefined` where it may not stand at all. */
function follow(state: State, kind: string, open: Open[]): State | undefined {
  const inner = open.at(-1);
  switch (state) {
    case "colon":
      return kind === ":" ? "value" : undefined;
    case "name":
      return kind === "text" ? "colon" : undefined;
    case "firstName":
      if (kind === "text") return "colon";
      return kind === "}" ? close(open) : undefined;
    case "afterMember":
      if (kind === ",") return "name";
      return kind === "}" ? close(open) : undefined;
    case "afterEntry":
      if (kind !== ",") return kind === "]" ? close(open) : undefined;
      inner!.key = (inner!.key as number) + 1;
      return "value";
    case "end":
      return undefined;
    default:
      if (kind === "text" || kind === "word") return afterValue(open);
      if (kind === "]" && state === "firstValue") return close(open);
      if (kind !== "{" && kind !== "[") return undefined;
      open.push({ isObject: kind === "{", key: kind === "{" ? "" : 0 });
      return kind === "{" ? "firstName" : "firstValue";
  }
}

function close(open: Open[]): State {
  open.pop();
  return afterValue(open);
}

function afterValue(open: readonly Open[]): State {
  const inner = open.at(-1);
  if (inner === undefined) return "end";
  return inner.isObject ? "afterMember" : "afterEntry";
}

/** Whether a name is the first of its kind in the object that is open. */
function noteName(text: string, { from, until }: Token, open: readonly Open[]): boolean {
  if (open.length > DEEPEST_NAMED) return true;
  const inner = open.at(-1)!;
  const name = JSON.parse(text.slice(from, until)) as string;
  inner.names ??= new Set();
  const isFirst = !inner.names.has(name);
  inner.names.add(name);
  inner.key = name;
  return isFirst;
}

function tokenAt(text: string, after: number): Token {
  let from = after;
  while (from < text.length && " \t\n\r".includes(text[from]!)) from += 1;
  if (from === text.length) return { kind: "stop", from, until: from };
  const sign = text[from]!;
  if ("{}[],:".includes(sign)) return { kind: sign, from, until: from + 1 };
  if (sign === '"') return textAt(text, from);
  let until = from + 1;
  while (until < text.length && !' \t\n\r{}[],:"'.includes(text[until]!)) until += 1;
  const isWord = WORD.test(text.slice(from, until));
  return { kind: isWord ? "word" : "stray", from, until };
}

const WORD = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$/;

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

function textAt(text: string, from: number): Token {
  for (let at = from + 1; at < text.length; at++) {
    const sign = text[at]!;
    if (sign === '"') return { kind: "text", from, until: at + 1 };
    if (sign < " ") return { kind: "unended", from, until: at };
    if (sign !== "\\") continue;
    ESCAPE.lastIndex = at;
    if (!ESCAPE.test(text)) return { kind: "stray", from: at, until: at + 2 };
    at = ESCAPE.lastIndex - 1;
  }
  return { kind: "unended", from, until: text.length };
}

function notJson(text: string, token: Token, state: State): Finding {
  const message = `the text is not JSON: ${place(text, token.from)}, ${whyNot(text, token, state)}`;
  return errorAt("", "not-json", message);
}

function whyNot(text: string, { kind, from, until }: Token, state: State): string {
  const shown = showInput(text.slice(from, until));
  if (kind === "stop") return `it ends where ${WANTED[state]} should stand`;
  if (kind === "unended") return "a text begins that does not end on its line";
  if (text[from] === BYTE_ORDER_MARK) {
    return "there is a byte order mark; save the file as UTF-8 without one";
  }
  const sign = text[from]!;
  if (sign === "/" || sign === "#") return "there is a comment, and JSON has none";
  if (sign === "'") return "there is `'` where JSON has double quotes";
  if (sign === "\\") return `${shown} stands for no sign`;
  const isAfterComma = state === "name" || state === "value";
  const isClosing = kind === "}" || kind === "]";
  const extra = isAfterComma && isClosing ? "; is the comma before it one too many?" : "";
  return `${shown} stands where ${WANTED[state]} should${extra}`;
}

const BYTE_ORDER_MARK = "\uFEFF";

function repeatedName(text: string, token: Token, open: readonly Open[]): Finding {
  const path = open.reduce((at, { key }) => pathText(at, key), "");
  const name = showInput(open.at(-1)!.key);
  const message = `${name} stands there twice, again at ${place(text, token.from)}`;
  return errorAt(path, "repeated-name", message);
}

/** A position as an editor tells it: lines and columns count from 1. */
function place(text: string, at: number): string {
  const lines = text.slice(0, at).split(/\r\n|\n|\r/);
  return `line ${lines.length}, column ${lines.at(-1)!.length + 1}`;
}
