import type { AccountColumns } from "hoito/facts";
import { type CompiledPolicy, classifyColumns } from "hoito/policy";
import type { CivilDate } from "hoito/time";

/** How a stream is classified. */
export interface StreamOptions {
  readonly asOf: CivilDate;
  readonly onProgress?: (accounts: number) => void;
  /** Stops before the next block; what was counted until then comes back. */
  readonly signal?: AbortSignal;
}

/** How many accounts each label has, and whether all of them were read. */
export interface LabelCounts {
  readonly accounts: number;
  readonly counts: ReadonlyMap<string, number>;
  readonly isWhole: boolean;
}

/**
 * Classifies a stream of blocks and counts labels, with one block in memory at a time.
 */
export async function classifyBlocks(
  blocks: AsyncIterable<AccountColumns>,
  compiled: CompiledPolicy,
  { asOf, onProgress, signal }: StreamOptions,
): Promise<LabelCounts> {
  const counts = new Map<string, number>();
  let accounts = 0;
  for await (const block of blocks) {
    if (signal?.aborted === true) return { accounts, counts, isWhole: false };
    const { data, dictionary } = classifyColumns(block, compiled, { asOf });
    const found = new Uint32Array(dictionary.length);
    for (const code of data) found[code]! += 1;
    for (const [code, label] of dictionary.entries()) {
      if (found[code]! > 0) counts.set(label, (counts.get(label) ?? 0) + found[code]!);
    }
    accounts += block.rows;
    onProgress?.(accounts);
  }
  return { accounts, counts, isWhole: true };
}
