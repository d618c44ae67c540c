import { isObject } from "../rules/index.js";
import type { PolicyMatchers } from "./policy-matchers.js";
import { faultOfAccount, faultOfRecords } from "./records-of.js";

type Fault = (asked: unknown) => string | undefined;

/** What a matcher that names things of the policy says itself. */
const unchecked: Fault = () => undefined;

const question: Fault = objectOr("its last argument is an object, such as `{ asOf }`");

const base: Fault = (asked) => {
  if (isObject(asked) && Array.isArray(asked["accounts"])) return undefined;
  return "there is no customer base, which has `accounts` and `coverage`";
};

const questionOfBase: Fault = (asked) => question(asked) ?? base(Object(asked).base);

/** The arguments that matchers take after the policy. */
const ARGUMENTS: { readonly [Name in keyof PolicyMatchers]: readonly Fault[] } = {
  toCoverEveryAccount: [question],
  toBeProved: [question],
  toBeComplete: [],
  toHaveNoFindings: [question],
  toClassify: [faultOfAccount, unchecked, question],
  toGiveCare: [faultOfRecords, unchecked, question],
  toMakeDue: [faultOfRecords, objectOr("a duty is an object, such as `{ cadence }`"), question],
  toBeKeepableOn: [base, question],
  toMoveAtMost: [unchecked, questionOfBase],
  toNeverContact: [unchecked, questionOfBase],
  toSatisfyCase: [objectOr("there is no case: read cases of JSON with `parseCases`")],
};

/** What is wrong with the arguments of a matcher, as only JavaScript can hand them over. */
export function faultOfAsked(
  name: keyof PolicyMatchers,
  asked: readonly unknown[],
): string | undefined {
  const faults = ARGUMENTS[name].map((fault, at) => fault(asked[at]));
  return faults.find((each) => each !== undefined);
}

function objectOr(fault: string): Fault {
  return (asked) => (isObject(asked) ? undefined : fault);
}
