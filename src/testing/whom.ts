import type { RecordId } from "../facts/index.js";
import {
  type CompiledPolicy,
  classifyAccounts,
  compilePolicy,
  type Fit,
  withFit,
} from "../policy/index.js";
import type { Condition } from "../rules/index.js";
import { nearestName, orThrow, withGuess } from "../shapes/index.js";
import type { ContactQuestion, Whom } from "./policy-matchers.js";

/** The accounts that are meant for certain, and those of which nobody can tell. */
export interface WhomFound {
  readonly certain: ReadonlySet<RecordId>;
  readonly possible: ReadonlySet<RecordId>;
}

/** Name of the classifier that a condition is asked as. */
const ASKED = "accountsOfTheTest";

/** Which accounts of a base are meant. */
export function findWhom(
  whom: Whom,
  compiled: CompiledPolicy,
  question: ContactQuestion,
): WhomFound | { readonly fault: string } {
  if (typeof whom === "object" && !Array.isArray(whom)) {
    return findByCondition(whom as Condition, compiled, question);
  }
  const ids = [whom].flat() as readonly RecordId[];
  if (ids.length === 0)
    return { fault: "no account is named, and with nobody there is no contact" };
  const known = new Set(question.base.accounts.map(({ id }) => id));
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length === 0) return { certain: new Set(ids), possible: new Set() };
  const [wrong] = unknown;
  const near = nearestName(String(wrong), [...known].map(String));
  return { fault: withGuess(`the base has no account \`${wrong}\``, near) };
}

/** Asks the condition as one more classifier of the policy, so that it may read all its names. */
function findByCondition(
  when: Condition,
  compiled: CompiledPolicy,
  { base, asOf }: ContactQuestion,
): WhomFound | { readonly fault: string } {
  const { policy, fit } = compiled;
  const asked = {
    method: "rules",
    labels: { meant: {}, other: {} },
    hitPolicy: "first",
    rules: [{ segment: "meant", when }],
    otherwise: "other",
  } as const;
  const extended = compilePolicy({ ...policy, segments: { ...policy.segments, [ASKED]: asked } });
  if (!extended.ok) return { fault: extended.findings.map(({ message }) => message).join("; ") };
  const fitted = fit === undefined ? extended.value : refit(extended.value, fit);
  const { data, dictionary } = classifyAccounts(base, fitted, { asOf, classifier: ASKED });
  const labelled = (label: string): ReadonlySet<RecordId> => {
    const rows = base.accounts.filter((_, row) => dictionary[data[row]!] === label);
    return new Set(rows.map(({ id }) => id));
  };
  return { certain: labelled("meant"), possible: labelled("undecided") };
}

/** One more classifier by rules leaves the fit as it was. */
function refit(extended: CompiledPolicy, fit: Fit): CompiledPolicy {
  const madeWith = { ...fit.madeWith, policyHash: extended.hash };
  return orThrow(withFit(extended, { ...fit, madeWith }));
}
