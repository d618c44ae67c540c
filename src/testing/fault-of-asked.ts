import type { AskContext, CapacityContext, ClassifyContext } from "../policy/index.js";
import { isObject } from "../rules/index.js";
import { misspeltName, type OptionNames, withGuess } from "../shapes/index.js";
import type { CivilDate } from "../time/index.js";
import type {
  ClassifierQuestion,
  ContactQuestion,
  FindingsQuestion,
  MoveQuestion,
  PolicyMatchers,
} from "./policy-matchers.js";
import { faultOfAccount, faultOfRecords } from "./records-of.js";

type Fault = (asked: unknown) => string | undefined;

/** What a matcher that names things of the policy says itself. */
const unchecked: Fault = () => undefined;

const isQuestion: Fault = objectOr("its last argument is an object, such as `{ asOf }`");

/** A question of which no option is misspelt. */
function question<Question>(names: OptionNames<Question>): Fault {
  return (asked) => isQuestion(asked) ?? misspelt(asked, names);
}

const base: Fault = (asked) => {
  if (isObject(asked) && Array.isArray(asked["accounts"])) return undefined;
  return "there is no customer base, which has `accounts` and `coverage`";
};

function questionOfBase<Question>(names: OptionNames<Question>): Fault {
  return (asked) => question(names)(asked) ?? base(Object(asked).base);
}

const DAY: OptionNames<{ readonly asOf: CivilDate }> = { asOf: true };
const OF_CLASSIFIER: OptionNames<ClassifierQuestion> = { ...DAY, classifier: true };
const OF_SEGMENT: OptionNames<ClassifyContext> = { ...OF_CLASSIFIER, memberships: true };
const OF_CARE: OptionNames<AskContext> = { ...DAY, calendar: true, memberships: true };
const AHEAD = { ...OF_CARE, until: true, substitutions: true } as const;
const OF_CAPACITY: OptionNames<CapacityContext> = { ...AHEAD, rules: true };
const OF_MOVES: OptionNames<MoveQuestion> = { ...OF_SEGMENT, from: true, base: true };
const OF_CONTACTS: OptionNames<ContactQuestion> = { ...AHEAD, base: true, campaigns: true };
const OF_FINDINGS: OptionNames<FindingsQuestion> = { ...DAY, except: true };

/** The arguments that matchers take after the policy. */
const ARGUMENTS: { readonly [Name in keyof PolicyMatchers]: readonly Fault[] } = {
  toCoverEveryAccount: [question(OF_CLASSIFIER)],
  toBeProved: [question(DAY)],
  toBeComplete: [],
  toHaveNoFindings: [question(OF_FINDINGS)],
  toClassify: [faultOfAccount, unchecked, question(OF_SEGMENT)],
  toGiveCare: [faultOfRecords, unchecked, question(OF_CARE)],
  toMakeDue: [
    faultOfRecords,
    objectOr("a duty is an object, such as `{ cadence }`"),
    question(OF_CARE),
  ],
  toBeKeepableOn: [base, question(OF_CAPACITY)],
  toMoveAtMost: [unchecked, questionOfBase(OF_MOVES)],
  toNeverContact: [unchecked, questionOfBase(OF_CONTACTS)],
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

function misspelt(asked: unknown, names: OptionNames<object>): string | undefined {
  const slip = misspeltName(asked, names);
  if (slip === undefined) return undefined;
  return withGuess(`there is no option \`${slip.written}\``, slip.meant);
}

function objectOr(fault: string): Fault {
  return (asked) => (isObject(asked) ? undefined : fault);
}
