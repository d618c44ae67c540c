import { FlowNetwork } from "./flow-network.js";

/** Minutes that go to one of some people. */
export interface FairShare {
  readonly minutes: number;
  readonly candidates: readonly number[];
}

/**
 * The least highest share of a capacity that there could be: loads may be split, but the largest
 * must fit with somebody.
 *
 * The share is raised to what the minimum cut asks for until all flows (Newton's method on cuts;
 * Radzik 1993). Where the numbers grow beyond 2^53 it stops early, and is a bound all the same.
 */
export function fairShareBound(
  shares: readonly FairShare[],
  kept: readonly number[],
  capacities: readonly number[],
): number {
  let bound = Math.max(0, ...kept.map((minutes, person) => minutes / capacities[person]!));
  for (const { minutes, candidates } of shares) {
    const least = candidates.map((person) => (kept[person]! + minutes) / capacities[person]!);
    bound = Math.max(bound, Math.min(...least));
  }
  const groups = new Map<string, { minutes: number; candidates: readonly number[] }>();
  for (const { minutes, candidates } of shares) {
    const key = candidates.join();
    groups.set(key, { minutes: (groups.get(key)?.minutes ?? 0) + minutes, candidates });
  }
  const split = splitBound([...groups.values()], kept, capacities);
  return Math.max(bound, split);
}

function splitBound(
  groups: readonly FairShare[],
  kept: readonly number[],
  capacities: readonly number[],
): number {
  let over = 0;
  let under = 1;
  for (const [person, minutes] of kept.entries()) {
    if (minutes * under > over * capacities[person]!)
      [over, under] = [minutes, capacities[person]!];
  }
  const wanted = groups.reduce((sum, { minutes }) => sum + minutes, 0);
  const all = capacities.reduce((sum, minutes) => sum + minutes, 0);
  while (Math.max(over, wanted, ...kept) * Math.max(all, under) <= Number.MAX_SAFE_INTEGER) {
    const network = new FlowNetwork(2 + capacities.length + groups.length);
    for (const [person, capacity] of capacities.entries()) {
      network.addEdge(2 + person, 1, over * capacity - kept[person]! * under);
    }
    for (const [index, { minutes, candidates }] of groups.entries()) {
      const node = 2 + capacities.length + index;
      network.addEdge(0, node, minutes * under);
      for (const person of candidates) network.addEdge(node, 2 + person, minutes * under);
    }
    if (network.maximumFlow(0, 1) === wanted * under) break;
    const isShort = (node: number): boolean => network.isOnSourceSide(node);
    const inCut = groups.filter((_, index) => isShort(2 + capacities.length + index));
    over = inCut.reduce((sum, { minutes }) => sum + minutes, 0);
    under = 0;
    for (const [person, capacity] of capacities.entries()) {
      if (!isShort(2 + person)) continue;
      over += kept[person]!;
      under += capacity;
    }
  }
  return over / under;
}
