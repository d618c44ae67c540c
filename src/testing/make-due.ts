import type { Duty } from "../cadence/index.js";
import type { CareOutcome } from "../care/index.js";
import type { AccountRecords } from "../facts/index.js";
import type { AskContext, CareDecision, CompiledPolicy, DutyExpectation } from "../policy/index.js";
import type { Verdict } from "../shapes/index.js";
import { type MatcherAnswer, unaskable } from "./matcher-answer.js";
import { faultOfCadence, faultOfDuty } from "./names-of-policy.js";
import { reasonLines } from "./reason-lines.js";
import { askCare } from "./watched-policy.js";

/** Whether a contact is among the duties of an account. */
export function answerMakeDue(
  compiled: CompiledPolicy,
  records: AccountRecords,
  duty: DutyExpectation,
  question: AskContext,
): MatcherAnswer {
  const claim = `account \`${records.account.id}\` has a duty ${JSON.stringify(duty)}`;
  const fault = faultOfCadence(compiled, duty.cadence) ?? faultOfDuty(compiled, duty);
  if (fault !== undefined) return unaskable(claim, fault, duty);
  const { careModel, duties } = askCare(records, compiled, question);
  const there = duties.value.kind === "duties" ? duties.value.duties : [];
  const verdicts = there.map((each) => verdictOnDuty(duty, each));
  const own = there.filter(({ cadence }) => cadence === duty.cadence);
  const isOpen = verdicts.includes("unknown") || mayDemand(careModel.value, duty.cadence, compiled);
  const received = there.map(shownDuty);
  return {
    verdict: verdicts.includes("met") ? "met" : isOpen ? "unknown" : "notMet",
    claim,
    found: [dutiesText(duties.value), ...own.flatMap(reasonLines), ...undecidedModel(careModel)],
    expected: duty,
    received,
  };
}

/** Whether a duty is as expected; one that is undecided may still come to be. */
export function verdictOnDuty(expected: DutyExpectation, duty: Duty): Verdict {
  const shown = shownDuty(duty);
  const isSame = (name: string): boolean => {
    return shown[name as keyof DutyExpectation] === expected[name as keyof DutyExpectation];
  };
  if (Object.keys(expected).every(isSame)) return "met";
  const isOpen = shown.status === "undecided" && expected.status !== "undecided";
  return isOpen && isSame("cadence") ? "unknown" : "notMet";
}

/** A duty in the words of an expectation. */
export function shownDuty({
  cadence,
  businessLine,
  channel,
  effortMinutes,
  value: { status, window, daysLate },
}: Duty): DutyExpectation {
  return {
    cadence,
    status,
    ...window,
    daysLate,
    ...(businessLine === undefined ? {} : { businessLine }),
    ...(channel === undefined ? {} : { channel }),
    ...(effortMinutes === undefined ? {} : { effortMinutes }),
  };
}

function dutiesText(value: CareDecision["duties"]["value"]): string {
  if (value.kind === "undecided")
    return "its care model is undecided, so nothing is known of duties";
  const shown = value.duties.map((each) => JSON.stringify(shownDuty(each)));
  return shown.length === 0 ? "it has no duty at all" : `it has ${shown.join(", ")}`;
}

/** Whether a model that is still possible has the cadence. */
function mayDemand(value: CareOutcome, cadence: string, { care }: CompiledPolicy): boolean {
  if (value.kind !== "undecided") return false;
  return value.candidates.some((name) => care.models.get(name)?.cadences.includes(cadence));
}

function undecidedModel(careModel: CareDecision["careModel"]): readonly string[] {
  return careModel.value.kind === "undecided" ? reasonLines(careModel) : [];
}
