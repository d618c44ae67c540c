import type { Account, CustomerBase, OwnFields } from "../../src/facts/index.js";
import { recordsByAccount } from "../../src/facts/index.js";
import {
  type CareDecision,
  type CarePolicy,
  type CompiledPolicy,
  classifyAccounts,
  compilePolicy,
  decideCare,
  type Fit,
  fitPolicy,
  scoreAccounts,
  withFit,
} from "../../src/policy/index.js";
import { orThrow } from "../../src/shapes/index.js";
import { calendar } from "../policy/sample-policy.js";

export const asOf = "2018-03-28";

/** A policy of these classifiers alone; care is segmented by the last one that is written. */
export function policyOf(segments: object, more: object = {}): CarePolicy {
  const [segmentedBy, last] = Object.entries(segments).at(-1)! as [string, { labels: object }];
  const bySegment = Object.fromEntries(Object.keys(last.labels).map((label) => [label, "light"]));
  const light = { ownership: { mode: "none" }, cadences: "none", significance: 1 };
  const care = { segmentedBy, models: { light }, bySegment };
  return {
    id: "x",
    version: "1",
    currency: "EUR",
    segments,
    care,
    cadences: {},
    ...more,
  } as unknown as CarePolicy;
}

/** What is wrong with such a policy. */
export function faultsOf(segments: object, more: object = {}): readonly string[] {
  return compilePolicy(policyOf(segments, more)).findings.map(
    ({ code, path }) => `${code} at ${path}`,
  );
}

/** Everything that such a policy says of some accounts, its fit stored and read again. */
export interface Asked {
  readonly compiled: CompiledPolicy;
  readonly base: CustomerBase;
  readonly fit: Fit;
  /** The label of every account, by the last classifier or another. */
  readonly labels: (classifier?: string) => string[];
  /** A score of every account; `undefined` where it is not valid. */
  readonly scores: (classifier: string, score?: string) => (number | undefined)[];
  readonly decide: (index: number) => CareDecision;
}

export function ask(
  segments: object,
  accounts: readonly object[],
  more: object = {},
  base: object = {},
): Asked {
  const whole = {
    accounts: accounts.map((each, id) => ({ id, ...each })) as Account<OwnFields>[],
    coverage: {},
    ...base,
  } as CustomerBase;
  return askBase(policyOf(segments, more), whole);
}

function askBase(policy: CarePolicy, base: CustomerBase): Asked {
  const bare = orThrow(compilePolicy(policy));
  const { fit } = fitPolicy(base, bare, { asOf });
  const compiled = orThrow(withFit(bare, JSON.parse(JSON.stringify(fit)) as Fit));
  return {
    compiled,
    base,
    fit: fit!,
    labels: (classifier) => {
      const context = classifier === undefined ? { asOf } : ({ asOf, classifier } as const);
      const { data, dictionary } = classifyAccounts(
        base,
        compiled,
        context as { asOf: typeof asOf },
      );
      return [...data].map((code) => dictionary[code]!);
    },
    scores: (classifier, score = "score") => {
      const column = scoreAccounts(base, compiled, { asOf, classifier, score });
      return [...column.data].map((each, index) => {
        return (column.valid[index >> 3]! >> (index & 7)) & 1 ? each : undefined;
      });
    },
    decide: (index) => decideCare(recordsByAccount(base)[index]!, compiled, { asOf, calendar }),
  };
}

/** What such a policy says of one account before it was fitted to any base. */
export function askUnfitted(segments: object, account: object, more: object = {}): CareDecision {
  const records = { account: { id: 1, ...account }, coverage: {} };
  return decideCare(records, orThrow(compilePolicy(policyOf(segments, more))), { asOf, calendar });
}

/** Accounts that have one own number each. */
export function valued(values: readonly (number | undefined)[]): readonly object[] {
  return values.map((value) => ({ own: value === undefined ? {} : { value } }));
}
