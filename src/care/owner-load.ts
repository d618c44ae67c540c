import { compareIds, type RecordId } from "../facts/index.js";
import type { Decision } from "../shapes/index.js";
import type { CareOutcome } from "./care-model.js";
import type { CompiledCare } from "./compile-care.js";
import type { OwnedAccount } from "./owner-coverage.js";
import type { Owner } from "./ownership.js";

/**
 * An account with its care model and its owners: a `CareDecision` is one.
 *
 * @category Care
 */
export interface CaredAccount extends OwnedAccount {
  readonly careModel: Decision<CareOutcome>;
}

/**
 * What one person carries.
 *
 * @category Care
 */
export interface OwnerLoad {
  readonly personId: RecordId;
  readonly accounts: number;
  /** Weights of the accounts, added; accounts without a weight not among them. */
  readonly weighted: number;
  /** Minutes a year, added; accounts without minutes not among them. */
  readonly minutesPerYear: number;
  /** Accounts whose care model is undecided or says nothing about effort. */
  readonly withoutEffort: number;
}

/**
 * How many accounts each owner carries, how much they weigh, and how many minutes of care a year
 * they take.
 *
 * An account counts whole for everybody who is named for it in one of the roles, once a person
 * whatever number of places that person fills. Effort is what the account's care model says. People
 * named for nothing are not listed.
 *
 * @param cared - accounts with care model and owner decisions, in any order
 * @param care - the compiled chapter
 * @param context - `roles`: which of an account's people carry it
 * @returns one row a person, by id
 *
 * @category Care
 */
export function ownerLoad(
  cared: readonly CaredAccount[],
  care: Pick<CompiledCare, "models">,
  context: { readonly roles: readonly Owner["role"][] },
): readonly OwnerLoad[] {
  const loads = new Map<RecordId, OwnerLoad>();
  for (const { careModel, owner } of cared) {
    const { value } = owner;
    const owners = "owners" in value ? value.owners : [];
    const carrying = owners.filter((each) => context.roles.includes(each.role));
    const model = careModel.value;
    const effort = model.kind === "model" ? care.models.get(model.model)?.effort : undefined;
    for (const personId of new Set(carrying.map((each) => each.personId))) {
      const before = loads.get(personId) ?? nothing(personId);
      loads.set(personId, {
        personId,
        accounts: before.accounts + 1,
        weighted: before.weighted + (effort?.weight ?? 0),
        minutesPerYear: before.minutesPerYear + (effort?.minutesPerYear ?? 0),
        withoutEffort: before.withoutEffort + (effort === undefined ? 1 : 0),
      });
    }
  }
  return [...loads.values()].sort((a, b) => compareIds(a.personId, b.personId));
}

function nothing(personId: RecordId): OwnerLoad {
  return { personId, accounts: 0, weighted: 0, minutesPerYear: 0, withoutEffort: 0 };
}
