import type { CompiledPolicy } from "../policy/index.js";
import { answerBeComplete } from "./be-complete.js";
import { answerBeKeepableOn } from "./be-keepable-on.js";
import { answerBeProved } from "./be-proved.js";
import { answerClassify } from "./classify.js";
import { answerCoverEveryAccount } from "./cover-every-account.js";
import { faultOfAsked } from "./fault-of-asked.js";
import { answerGiveCare } from "./give-care.js";
import { answerHaveNoFindings } from "./have-no-findings.js";
import { answerMakeDue } from "./make-due.js";
import { type MatcherAnswer, unaskable } from "./matcher-answer.js";
import { answerMoveAtMost } from "./move-at-most.js";
import { isCompiled } from "./names-of-policy.js";
import { answerNeverContact } from "./never-contact.js";
import type { PolicyMatchers } from "./policy-matchers.js";
import { answerSatisfyCase } from "./satisfy-case.js";

type Answers = {
  readonly [Name in keyof PolicyMatchers]: (
    compiled: CompiledPolicy,
    ...asked: Parameters<PolicyMatchers[Name]>
  ) => MatcherAnswer;
};

type Ask = (compiled: CompiledPolicy, ...asked: readonly unknown[]) => MatcherAnswer;

const ASKED: Answers = {
  toCoverEveryAccount: answerCoverEveryAccount,
  toBeProved: answerBeProved,
  toBeComplete: answerBeComplete,
  toHaveNoFindings: answerHaveNoFindings,
  toClassify: answerClassify,
  toGiveCare: answerGiveCare,
  toMakeDue: answerMakeDue,
  toBeKeepableOn: answerBeKeepableOn,
  toMoveAtMost: answerMoveAtMost,
  toNeverContact: answerNeverContact,
  toSatisfyCase: answerSatisfyCase,
};

/** The one table of matchers: what each answers, whoever asks and in whichever direction. */
export const answers: Answers = /* @__PURE__ */ ofCompiledPolicies(ASKED);

/** The same answers, and none where the subject is no compiled policy or an argument is none. */
function ofCompiledPolicies(asked: Answers): Answers {
  const made = Object.entries(asked).map(([name, answer]): [string, Ask] => [
    name,
    (compiled, ...rest) => {
      const claim = `\`${name}\` holds`;
      if (!isCompiled(compiled)) return unaskable(claim, NO_POLICY, "a compiled policy");
      const fault = faultOfAsked(name as keyof PolicyMatchers, rest);
      return fault === undefined
        ? (answer as Ask)(compiled, ...rest)
        : unaskable(claim, fault, undefined);
    },
  ]);
  return Object.fromEntries(made) as unknown as Answers;
}

const NO_POLICY = "the subject is no compiled policy: write `orThrow(compilePolicy(policy))`";
