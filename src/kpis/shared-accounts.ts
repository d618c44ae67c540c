import type { RecordId } from "../facts/index.js";
import { errorAt, type Finding, showInput } from "../shapes/index.js";
import type { PartialBoard } from "./partial-board.js";

/**
 * An error where two shards surely hold the same accounts: they are one and the same partial, or
 * both name an account. Partials without receipts name none, and nobody can tell.
 */
export function sharedAccounts(left: PartialBoard, right: PartialBoard): readonly Finding[] {
  if (left === right) return [fault("a shard was to be merged with itself")];
  const known = new Set(accountsNamed(left));
  for (const id of known.size === 0 ? [] : accountsNamed(right)) {
    if (known.has(id)) return [fault(`both shards hold the account ${showInput(id)}`)];
  }
  return [];
}

function* accountsNamed({ cells }: PartialBoard): Iterable<RecordId> {
  for (const { ids } of cells.get("")!.get("")!) {
    yield* ids.numerator;
    yield* ids.denominator;
    yield* ids.excluded;
  }
}

function fault(what: string): Finding {
  return errorAt("", "shared-accounts", `${what}; its amounts would count twice`);
}
