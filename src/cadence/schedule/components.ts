import type { Problem } from "./problem.js";

/** Groups of people who share duties with nobody outside. */
export interface Components {
  /** Component by person. */
  readonly componentOf: Int32Array;
  /** By component: all its duties take equally long and need keep no distance. */
  readonly isUniform: Uint8Array;
  readonly dutiesIn: Int32Array;
}

/** The components of a problem. */
export function componentsOf(problem: Problem): Components {
  const { staff, duties, eligible, eligibleFrom, effort, context } = problem;
  const parent = Int32Array.from(staff.ids.keys());
  for (let duty = 0; duty < duties.length; duty++) {
    const from = eligibleFrom[duty]!;
    for (let place = from + 1; place < eligibleFrom[duty + 1]!; place++) {
      join(parent, eligible[from]!, eligible[place]!);
    }
  }
  const componentOf = parent.map((_, person) => rootOf(parent, person));
  const isUniform = new Uint8Array(staff.ids.length).fill(1);
  const dutiesIn = new Int32Array(staff.ids.length);
  const efforts = new Int32Array(staff.ids.length);
  for (let duty = 0; duty < duties.length; duty++) {
    const component = componentOf[eligible[eligibleFrom[duty]!]!]!;
    dutiesIn[component]!++;
    const minutes = effort[duty]!;
    if (minutes === 0) continue;
    if (efforts[component] === 0) efforts[component] = minutes;
    if (efforts[component] !== minutes) isUniform[component] = 0;
  }
  if (context.rules.minimumGapDays !== undefined) isUniform.fill(0);
  return { componentOf, isUniform, dutiesIn };
}

/** The representative of a set: its least member, so that it does not depend on the order. */
export function rootOf(parent: Int32Array, member: number): number {
  let root = member;
  while (parent[root] !== root) root = parent[root]!;
  for (let each = member; each !== root; ) {
    const above = parent[each]!;
    parent[each] = root;
    each = above;
  }
  return root;
}

/** Makes two sets one. */
export function join(parent: Int32Array, left: number, right: number): void {
  const [a, b] = [rootOf(parent, left), rootOf(parent, right)];
  parent[Math.max(a, b)] = Math.min(a, b);
}
