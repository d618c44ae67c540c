import type { CareOutcome } from "../care/index.js";
import type { AccountRecords } from "../facts/index.js";
import type { AskContext, CompiledPolicy } from "../policy/index.js";
import { type MatcherAnswer, unaskable } from "./matcher-answer.js";
import { faultOfModel, listed } from "./names-of-policy.js";
import { reasonLines } from "./reason-lines.js";
import { askCare } from "./watched-policy.js";

/** Whether an account is cared for by a model. */
export function answerGiveCare(
  compiled: CompiledPolicy,
  records: AccountRecords,
  model: string,
  question: AskContext,
): MatcherAnswer {
  const claim = `account \`${records.account.id}\` is cared for by \`${model}\``;
  const fault = faultOfModel(compiled, model);
  if (fault !== undefined) return unaskable(claim, fault, model);
  const { careModel } = askCare(records, compiled, question);
  const { value } = careModel;
  const received = modelWord(value);
  const among = value.kind === "undecided" ? ` between ${listed(value.candidates)}` : "";
  return {
    verdict: verdictOnModel(model, value),
    claim,
    found: [`it is \`${received}\`${among}`, ...reasonLines(careModel)],
    expected: model,
    received,
  };
}

/** A care model as one word. */
export function modelWord(value: CareOutcome): string {
  return value.kind === "model" ? value.model : value.kind;
}

/** Whether care is by the model that was expected; undecided between others it is not. */
export function verdictOnModel(model: string, value: CareOutcome): MatcherAnswer["verdict"] {
  if (modelWord(value) === model) return "met";
  return value.kind === "undecided" && value.candidates.includes(model) ? "unknown" : "notMet";
}
