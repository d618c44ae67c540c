import { compareIds } from "../../facts/index.js";
import { type Checked, checked, type MissingFact } from "../../shapes/index.js";
import { checkCandidates, checkKeyAccountRule } from "./check-key-accounts.js";
import type {
  KeyAccountCandidate,
  KeyAccountChoice,
  KeyAccountRule,
  LeftOutAccount,
  UndecidedAccount,
} from "./key-account-choice.js";

/**
 * Which candidates become key accounts, when no more can be chosen than can be cared for.
 *
 * Those with mutual commitment and at least the minimum score are taken by score, ties by the
 * stated order and last by id, until the capacity is used up. Without mutual commitment nobody is a
 * key account, whatever the score. Where commitment, score, or an effort that has to be counted, is
 * unknown, the account is undecided and takes no place. No candidates give an empty choice.
 *
 * Gotchas: under `stop`, more capacity never drops an account that was chosen. Under `skip` it may:
 * a bigger account that now fits can push out smaller ones after it. An account that is undecided
 * and stands `ahead` would take somebody's place, so settle those first.
 *
 * @param candidates - in any order, each account once
 * @param rule - the scale, the minimum, the capacity, and what decides between equals
 * @returns who was chosen and who was left out why, or all of the findings `no-capacity`,
 *   `out-of-range`, `empty-range`, `unknown-value` and `duplicate-account` that apply
 *
 * @example Room for one of two, and one of whom nobody knows
 * ```ts
 * import { orThrow } from "hoito";
 * import { selectKeyAccounts } from "hoito/segments";
 *
 * const choice = orThrow(
 *   selectKeyAccounts(
 *     [
 *       { accountId: "A", score: 90, mutualCommitment: true },
 *       { accountId: "B", score: 95, mutualCommitment: true },
 *       { accountId: "C", score: 99 },
 *     ],
 *     {
 *       scale: { from: 0, to: 100 },
 *       minimumScore: 60,
 *       capacity: { accounts: 1 },
 *       whenFull: "stop",
 *       ties: [],
 *     },
 *   ),
 * );
 * choice.selected; // => [{ accountId: "B", place: 1, score: 95 }]
 * choice.leftOut; // => [{ accountId: "A", because: "noCapacity", score: 90 }]
 * choice.undecided[0]?.missing; // => [{ path: "mutualCommitment", why: "missing" }]
 * ```
 *
 * @category Segments
 */
export function selectKeyAccounts(
  candidates: readonly KeyAccountCandidate[],
  rule: KeyAccountRule,
): Checked<KeyAccountChoice> {
  const findings = [...checkKeyAccountRule(rule), ...checkCandidates(candidates, rule)];
  return checked(findings, () => {
    const ranked = [...candidates].sort((left, right) => compare(left, right, rule));
    const refused = ranked.flatMap((each) => refusal(each, rule));
    const ids = new Set(refused.map(({ accountId }) => accountId));
    const eligible = ranked.filter(({ accountId }) => !ids.has(accountId));
    const known = eligible.filter((each) => missingOf(each, rule).length === 0);
    const { selected, turnedAway, used } = take(known as readonly Ranked[], rule);
    const [first] = turnedAway;
    const undecided = eligible
      .map((each): UndecidedAccount => {
        const missing = missingOf(each, rule);
        const isBefore = first === undefined || compare(each, first, rule) < 0;
        return { accountId: each.accountId, missing, ahead: each.score === undefined || isBefore };
      })
      .filter(({ missing }) => missing.length > 0)
      .sort((left, right) => compareIds(left.accountId, right.accountId));
    const noCapacity = turnedAway.map(({ accountId, score }): LeftOutAccount => {
      return { accountId, because: "noCapacity", score };
    });
    return {
      selected: selected.map(({ accountId, score }, place) => {
        return { accountId, place: place + 1, score };
      }),
      leftOut: [...noCapacity, ...refused.sort(byReason)],
      undecided,
      used,
      capacity: rule.capacity,
    };
  });
}

type Ranked = KeyAccountCandidate & { readonly score: number };

/** Best first; an unknown score comes last. */
function compare(
  left: KeyAccountCandidate,
  right: KeyAccountCandidate,
  { ties }: KeyAccountRule,
): number {
  const [high, low] = [right, left].map(({ score }) => score ?? Number.NEGATIVE_INFINITY);
  if (high !== low) return high! - low!;
  for (const tie of ties) {
    const apart = tie === "keyAccountFirst" ? seniority(left, right) : effort(left, right);
    if (apart !== 0) return apart;
  }
  return compareIds(left.accountId, right.accountId);
}

function seniority(left: KeyAccountCandidate, right: KeyAccountCandidate): number {
  return Number(right.isKeyAccount === true) - Number(left.isKeyAccount === true);
}

/** An unknown effort comes after all that are known. */
function effort(left: KeyAccountCandidate, right: KeyAccountCandidate): number {
  const most = Number.MAX_SAFE_INTEGER;
  return (left.effortMinutes ?? most) - (right.effortMinutes ?? most);
}

/** What settles the matter whatever else is unknown. */
function refusal(
  { accountId, score, mutualCommitment }: KeyAccountCandidate,
  { minimumScore }: KeyAccountRule,
): readonly LeftOutAccount[] {
  const scored = score === undefined ? {} : { score };
  if (mutualCommitment === false) return [{ accountId, because: "noCommitment", ...scored }];
  if (score === undefined || minimumScore === "none" || score >= minimumScore) return [];
  return [{ accountId, because: "belowMinimum", score, shortBy: minimumScore - score }];
}

/** Those below the minimum before those without commitment, each best first. */
function byReason(left: LeftOutAccount, right: LeftOutAccount): number {
  return Number(left.because === "noCommitment") - Number(right.because === "noCommitment");
}

function missingOf(
  { score, mutualCommitment, effortMinutes }: KeyAccountCandidate,
  { capacity }: KeyAccountRule,
): readonly MissingFact[] {
  const facts = {
    score,
    mutualCommitment,
    ...(capacity.effortMinutes === undefined ? {} : { effortMinutes }),
  };
  return Object.entries(facts)
    .filter(([, fact]) => fact === undefined)
    .map(([path]) => ({ path, why: "missing" }));
}

function take(
  ranked: readonly Ranked[],
  { capacity, whenFull }: KeyAccountRule,
): {
  readonly selected: readonly Ranked[];
  readonly turnedAway: readonly Ranked[];
  readonly used: KeyAccountChoice["used"];
} {
  const { accounts = Number.POSITIVE_INFINITY, effortMinutes = Number.POSITIVE_INFINITY } =
    capacity;
  const selected: Ranked[] = [];
  const turnedAway: Ranked[] = [];
  let effort = 0;
  for (const each of ranked) {
    const isClosed = whenFull === "stop" && turnedAway.length > 0;
    const total = effort + (each.effortMinutes ?? 0);
    if (isClosed || selected.length >= accounts || total > effortMinutes) turnedAway.push(each);
    else {
      selected.push(each);
      effort = total;
    }
  }
  return { selected, turnedAway, used: { accounts: selected.length, effortMinutes: effort } };
}
