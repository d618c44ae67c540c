import type { Duty } from "../cadence/index.js";
import { compareIds } from "../facts/index.js";
import type {
  CareDecision,
  CaseExpectation,
  CompiledPolicy,
  DutyExpectation,
} from "../policy/index.js";
import type { Verdict } from "../shapes/index.js";
import { type CaseDifference, decisionsOf } from "./case-difference.js";
import { modelWord, verdictOnModel } from "./give-care.js";
import { shownDuty, verdictOnDuty } from "./make-due.js";
import { faultOfCadence, faultOfDuty, faultOfModel } from "./names-of-policy.js";

/** What differs in model, people, duties, missing facts, findings and the day of the next change. */
export function differencesOfCare(
  expect: CaseExpectation,
  care: CareDecision,
  compiled: CompiledPolicy,
): readonly CaseDifference[] {
  const missing = decisionsOf(care).flatMap((decision) => decision.missing);
  const { owner, validUntilDate = null } = care;
  const owners = "owners" in owner.value ? owner.value.owners : [];
  const responsible = owners.filter(({ role }) => role === "responsible");
  const names = (ids: readonly (string | number)[]): unknown => [...new Set(ids)].sort(compareIds);
  return [
    ...differencesOfModel(expect, care, compiled),
    ...differencesOfDuties(expect, care, compiled),
    ...differenceOf(
      "responsible",
      expect.responsible && names(expect.responsible),
      names(responsible.map(({ personId }) => personId)),
      owner.value.kind === "undecided",
    ),
    ...differenceOf(
      "missing",
      expect.missing && names(expect.missing),
      names(missing.map(({ path }) => path)),
    ),
    ...differenceOf(
      "findings",
      expect.findings && names(expect.findings),
      names(care.findings.map(({ code }) => code)),
    ),
    ...differenceOf("validUntilDate", expect.validUntilDate, validUntilDate),
  ];
}

function differencesOfModel(
  { model }: CaseExpectation,
  { careModel: { value } }: CareDecision,
  compiled: CompiledPolicy,
): readonly CaseDifference[] {
  if (model === undefined) return [];
  const path = "expect.model";
  const fault = faultOfModel(compiled, model);
  const received = modelWord(value);
  if (fault !== undefined) {
    return [{ path, why: "notAskable", message: fault, expected: model, received }];
  }
  const verdict = verdictOnModel(model, value);
  if (verdict === "met") return [];
  const message = `expected \`${model}\`, it is \`${received}\``;
  const why = verdict === "unknown" ? "undecided" : "different";
  return [{ path, why, message, expected: model, received }];
}

/** Each expected duty takes one that fits it; what is left on either side differs. */
function differencesOfDuties(
  { duties: expected }: CaseExpectation,
  { duties: { value } }: CareDecision,
  compiled: CompiledPolicy,
): readonly CaseDifference[] {
  if (expected === undefined) return [];
  const there = value.kind === "duties" ? value.duties : [];
  const received = there.map(shownDuty);
  const faults = expected.flatMap((duty, index): readonly CaseDifference[] => {
    const path = `expect.duties[${index}]`;
    const inCadence = faultOfCadence(compiled, duty.cadence);
    const message = inCadence ?? faultOfDuty(compiled, duty);
    if (message === undefined) return [];
    const at =
      inCadence === undefined
        ? { path, expected: duty }
        : { path: `${path}.cadence`, expected: duty.cadence };
    return [{ ...at, why: "notAskable", message, received }];
  });
  if (faults.length > 0) return faults;
  const path = "expect.duties";
  const shown = JSON.stringify(received);
  if (value.kind === "undecided") {
    const message = "the care model is undecided, so nothing is known of duties";
    return [{ path, why: "undecided", message, expected, received: "undecided" }];
  }
  if (canPair(expected, there, ["met"])) return [];
  // Where it is unknown whether a cadence applies, there may be no duty at all.
  const none = there.slice(expected.length).map(() => NO_DUTY);
  const isOpen = canPair([...expected, ...none], there, ["met", "unknown"]);
  const message = `expected ${JSON.stringify(expected)}, there is ${shown}`;
  return [{ path, why: isOpen ? "undecided" : "different", message, expected, received }];
}

/** What an undecided duty may turn out to be. */
const NO_DUTY = "noDuty" as const;

function verdictOn(expected: DutyExpectation | typeof NO_DUTY, duty: Duty): Verdict {
  if (expected !== NO_DUTY) return verdictOnDuty(expected, duty);
  return duty.value.status === "undecided" ? "unknown" : "notMet";
}

/** Whether every expected duty can have a duty of its own, and none is left (König's theorem). */
function canPair(
  expected: readonly (DutyExpectation | typeof NO_DUTY)[],
  there: readonly Duty[],
  verdicts: readonly Verdict[],
): boolean {
  if (expected.length !== there.length) return false;
  const takenBy = new Map<number, number>();
  return expected.every((_, index) => findPlace(index, new Set()));

  /** Gives an expectation a duty, moving others to theirs where need be (Kuhn 1955). */
  function findPlace(index: number, tried: Set<number>): boolean {
    return there.some((duty, place) => {
      if (tried.has(place) || !verdicts.includes(verdictOn(expected[index]!, duty))) {
        return false;
      }
      tried.add(place);
      const holder = takenBy.get(place);
      if (holder !== undefined && !findPlace(holder, tried)) return false;
      takenBy.set(place, index);
      return true;
    });
  }
}

function differenceOf(
  part: keyof CaseExpectation,
  expected: unknown,
  received: unknown,
  isOpen = false,
): readonly CaseDifference[] {
  if (expected === undefined || JSON.stringify(expected) === JSON.stringify(received)) return [];
  const message = `expected ${JSON.stringify(expected)}, it is ${JSON.stringify(received)}`;
  const why = isOpen ? "undecided" : "different";
  return [{ path: `expect.${part}`, why, message, expected, received }];
}
