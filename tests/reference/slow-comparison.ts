import { type CustomerBase, recordsByAccount } from "../../src/facts/index.js";
import { dutiesToSchedule } from "../../src/policy/duties-to-schedule.js";
import type { CompiledPolicy, PolicyPair } from "../../src/policy/index.js";
import { type AskContext, type CareDecision, decideCare } from "../../src/policy/index.js";
import { labelOf } from "../../src/segments/index.js";
import type { CivilDate } from "../../src/time/index.js";

/** Whether an account moves, by asking for everything twice and looking at both answers. */
export function slowVerdicts(
  base: CustomerBase,
  { before, after }: PolicyPair,
  context: AskContext,
): readonly { readonly id: unknown; readonly verdict: string; readonly isOpen: boolean }[] {
  return recordsByAccount(base).map((records) => {
    const was = statesOf(decideCare(records, before, context));
    const is = statesOf(decideCare(records, after, context));
    const known = was.map((state, at) => state !== undefined && is[at] !== undefined);
    const moved = was.some((state, at) => known[at] && state !== is[at]);
    const verdict = moved ? "moved" : known.every(Boolean) ? "unmoved" : "undecided";
    const isOpen = was[1] === undefined || is[1] === undefined;
    return { id: records.account.id, verdict, isOpen };
  });
}

/** Segment and care model by name; `undefined` where nobody can say. */
function statesOf({ segment, careModel }: CareDecision): readonly (string | undefined)[] {
  const { kind } = segment.value;
  const isKnown = kind !== "undecided" && kind !== "conflict";
  const { value } = careModel;
  const model = value.kind === "model" ? `model ${value.model}` : undefined;
  return [isKnown ? labelOf(segment.value) : undefined, value.kind === "none" ? "no model" : model];
}

/** Every contact with a window that the scheduler would get under one policy. */
export function slowContacts(
  base: CustomerBase,
  compiled: CompiledPolicy,
  context: AskContext & { readonly until: CivilDate },
): readonly { readonly accountId: unknown; readonly minutes: number | undefined }[] {
  const { duties } = dutiesToSchedule(base, compiled, context);
  return duties.flatMap(({ accountId, window, effortMinutes }) => {
    return window === undefined ? [] : [{ accountId, minutes: effortMinutes }];
  });
}
