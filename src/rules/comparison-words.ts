import type { FieldKind } from "../facts/index.js";

/** How a cell must stand to its bound. */
export type Order = "atLeast" | "moreThan" | "atMost" | "lessThan" | "equal" | "startsWith";

/** Words that compare with one bound. */
export type BoundWord = keyof typeof BOUND_WORDS;
/** Words that compare with a list. */
export type ListWord = keyof typeof LIST_WORDS;

/** For each word the order it asks for, and the kinds of field it can be asked of. */
export const BOUND_WORDS = {
  atLeast: { order: "atLeast", kinds: ["number", "money"] },
  moreThan: { order: "moreThan", kinds: ["number", "money"] },
  atMost: { order: "atMost", kinds: ["number", "money"] },
  lessThan: { order: "lessThan", kinds: ["number", "money"] },
  onOrAfter: { order: "atLeast", kinds: ["date"] },
  after: { order: "moreThan", kinds: ["date"] },
  onOrBefore: { order: "atMost", kinds: ["date"] },
  before: { order: "lessThan", kinds: ["date"] },
  equals: { order: "equal", kinds: ["number", "money", "date", "boolean", "text", "category"] },
  startsWith: { order: "startsWith", kinds: ["text"] },
} as const;

const LIST_WORDS = {
  isOneOf: ["number", "text", "category"],
  isNoneOf: ["text", "category"],
  includes: ["set"],
  includesAnyOf: ["set"],
  includesAllOf: ["set"],
} as const;

const RANGED = ["number", "money", "date"];

/** Every word that can be asked of a field of this kind. */
export function wordsFor(kind: FieldKind): readonly string[] {
  const name: string = typeof kind === "string" ? kind : "category";
  const among = (kinds: readonly string[]): boolean => kinds.includes(name);
  const bounds = Object.entries(BOUND_WORDS).filter(([, { kinds }]) => among(kinds));
  const lists = Object.entries(LIST_WORDS).filter(([, kinds]) => among(kinds));
  const range = among(RANGED) ? ["between"] : [];
  return [...bounds, ...lists].map(([word]) => word).concat(range, "isMissing");
}

/** Whether a word that was found to be allowed compares with a list. */
export function isListWord(word: string): word is ListWord {
  return Object.hasOwn(LIST_WORDS, word);
}
