import type { CustomerBase, RecordId } from "../facts/index.js";
import { type ClassifyContext, type CompiledPolicy, classifyAccounts } from "../policy/index.js";
import { type MatcherAnswer, unaskable } from "./matcher-answer.js";
import { faultOfClassifier, isCompiled, listed } from "./names-of-policy.js";
import type { MoveLimit, MoveQuestion } from "./policy-matchers.js";

/** Whether at most so many accounts change their segment. */
export function answerMoveAtMost(
  compiled: CompiledPolicy,
  limit: MoveLimit,
  question: MoveQuestion,
): MatcherAnswer {
  const { from, base, ...context } = question;
  const claim = `at most ${limitText(limit)} of ${base.accounts.length} accounts change segment`;
  const { classifier } = context;
  const named = classifier === undefined ? [] : [from, compiled];
  const fault =
    faultOfLimit(limit) ??
    (isCompiled(from) ? undefined : "`from` is no compiled policy") ??
    (base.accounts.length === 0 ? "the base has no account, and nobody can move" : undefined) ??
    named.map((each) => faultOfClassifier(each, classifier!)).find((each) => each !== undefined);
  if (fault !== undefined) return unaskable(claim, fault, limit);
  const before = labelsOf(base, from, context);
  const after = labelsOf(base, compiled, context);
  const moves: { readonly accountId: RecordId; readonly from: string; readonly to: string }[] = [];
  const open: RecordId[] = [];
  for (const [row, { id: accountId }] of base.accounts.entries()) {
    const labels = { from: before[row]!, to: after[row]! };
    if (labels.from === "undecided" || labels.to === "undecided") open.push(accountId);
    else if (labels.from !== labels.to) moves.push({ accountId, ...labels });
  }
  const isWithin = (count: number): boolean => isWithinLimit(count, limit, base.accounts.length);
  const verdict = isWithin(moves.length + open.length) ? "met" : "unknown";
  const shown = moves.map((each) => `${each.accountId}: ${each.from} → ${each.to}`);
  const uncompared = open.length === 0 ? [] : [`undecided on either side: ${listed(open)}`];
  return {
    verdict: isWithin(moves.length) ? verdict : "notMet",
    claim,
    found: [`${moves.length} do: ${listed(shown)}`, ...uncompared],
    expected: limit,
    received: { moved: moves.length, undecided: open.length, moves },
  };
}

function labelsOf(
  base: CustomerBase,
  compiled: CompiledPolicy,
  context: ClassifyContext,
): readonly string[] {
  const { data, dictionary } = classifyAccounts(base, compiled, context);
  return Array.from(data, (code) => dictionary[code]!);
}

/** A limit that is none would be kept by nothing, so that its opposite would always hold. */
function faultOfLimit(limit: MoveLimit): string | undefined {
  const [[name, most] = [], ...others] = Object.entries(Object(limit));
  const isLimit = others.length === 0 && (name === "percent" || name === "accounts");
  if (isLimit && typeof most === "number" && most >= 0) return undefined;
  return "a limit is `{ percent }` or `{ accounts }`, one number from 0 up";
}

function limitText(limit: MoveLimit): string {
  const { percent, accounts } = Object(limit) as { percent?: unknown; accounts?: unknown };
  return percent === undefined ? String(accounts) : `${percent} %`;
}

function isWithinLimit(count: number, limit: MoveLimit, total: number): boolean {
  return "percent" in limit ? count * 100 <= limit.percent * total : count <= limit.accounts;
}
