import type { Verdict } from "../shapes/index.js";

/**
 * What a matcher found out, before anybody asked for it or for its opposite.
 *
 * `unaskable` is a question that names what the policy does not have: no answer to it is right, so
 * that the matcher and its `.not` both fail.
 */
export interface MatcherAnswer {
  readonly verdict: Verdict | "unaskable";
  /** What was claimed, as a clause: "account `A-1` is classified `large` by `size`". */
  readonly claim: string;
  /** What is so instead, or beside it: one or more clauses, a line each. */
  readonly found: readonly string[];
  readonly expected: unknown;
  readonly received: unknown;
}

/**
 * What a matcher gives a test runner.
 *
 * @category Testing
 */
export interface MatcherResult {
  /** The runner turns it round for `.not`. */
  readonly pass: boolean;
  readonly message: () => string;
  readonly expected: unknown;
  readonly received: unknown;
  /** The same as `received`, under the name that vitest shows a difference of. */
  readonly actual: unknown;
}

/**
 * The answer as a runner wants it. What is undecided passes neither way: `pass` is then the one that
 * fails.
 */
export function toResult(answer: MatcherAnswer, isNot: boolean): MatcherResult {
  const { verdict, expected, received } = answer;
  const isOpen = verdict === "unknown" || verdict === "unaskable";
  return {
    pass: isOpen ? isNot : verdict === "met",
    message: () => messageOf(answer, isNot),
    expected,
    received,
    actual: received,
  };
}

function messageOf({ verdict, claim, found }: MatcherAnswer, isNot: boolean): string {
  const lines = found.map((line) => `\n  ${line}`).join("");
  if (verdict === "unaskable") return `cannot ask whether ${claim}:${lines}`;
  if (verdict === "unknown") return `undecided whether ${claim}, which fails either way:${lines}`;
  return isNot
    ? `expected it not to be so that ${claim}${lines}`
    : `expected that ${claim}${lines}`;
}

/** A question that names what is not there. */
export function unaskable(claim: string, fault: string, expected: unknown): MatcherAnswer {
  return { verdict: "unaskable", claim, found: [fault], expected, received: undefined };
}
