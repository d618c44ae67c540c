import { do_not_optimize, measure } from "mitata";
import type { Contender } from "./job.js";

/** Times of one contender in nanoseconds for one call, the least of each round. */
export interface Times {
  readonly who: string;
  readonly rounds: readonly number[];
}

/** Rounds in turn, so that what disturbs the machine for a while disturbs everybody. */
const ROUNDS = 5;
/** A call of this many nanoseconds is long enough to be told from one sample a round. */
const LONG = 300_000_000;

/**
 * The times of all contenders, taken in turn.
 */
export async function measureAll(
  contenders: Readonly<Record<string, Contender>>,
): Promise<readonly Times[]> {
  const times = new Map(Object.keys(contenders).map((who) => [who, [] as number[]]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [who, work] of Object.entries(contenders)) {
      const earlier = times.get(who)!;
      earlier.push(await leastTime(work, earlier[0]));
    }
  }
  return [...times].map(([who, rounds]) => ({ who, rounds }));
}

/** The least time of one round. */
async function leastTime(work: Contender, expected: number | undefined): Promise<number> {
  const isLong = expected !== undefined && expected > LONG;
  const options = isLong
    ? { min_samples: 1, max_samples: 1, min_cpu_time: 0, warmup_samples: 0 }
    : { min_samples: 3, min_cpu_time: 150_000_000, warmup_samples: 1 };
  const { min } = await measure(async () => do_not_optimize(await work()), options);
  return min;
}
