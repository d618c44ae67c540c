import { compareIds } from "../../facts/index.js";
import type { OwedContact, OwedGroup } from "./owed-contacts.js";

/** Contacts that are the same one under both policies, and those that only one of them asks for. */
export interface MatchedContacts {
  readonly pairs: readonly (readonly [before: OwedContact, after: OwedContact])[];
  readonly vanished: readonly OwedContact[];
  readonly appeared: readonly OwedContact[];
}

/**
 * Which contacts of a cadence are the same: first those whose windows are equal, then, in the order
 * of time, those whose windows have a day in common.
 */
export function matchContacts({ before, after }: Sides): MatchedContacts {
  const [was, is] = [before.toSorted(byTime), after.toSorted(byTime)];
  if (was.length === is.length && was.every((each, at) => isSameWindow(each, is[at]!))) {
    return { pairs: was.map((each, at) => [each, is[at]!] as const), vanished: [], appeared: [] };
  }
  const waiting = new Map<string, OwedContact[]>();
  for (const contact of was) {
    const key = windowText(contact);
    const known = waiting.get(key);
    if (known === undefined) waiting.set(key, [contact]);
    else known.push(contact);
  }
  const pairs: (readonly [OwedContact, OwedContact])[] = [];
  const rest = is.filter((contact) => {
    const found = waiting.get(windowText(contact))?.shift();
    if (found !== undefined) pairs.push([found, contact]);
    return found === undefined;
  });
  const { pairs: moved, ...others } = matchDays([...waiting.values()].flat().sort(byTime), rest);
  return { pairs: [...pairs, ...moved], ...others };
}

type Sides = Pick<OwedGroup, "before" | "after">;

/** Pairs of contacts that share a day, both lists in the order of time. */
function matchDays(before: readonly OwedContact[], after: readonly OwedContact[]): MatchedContacts {
  const pairs: (readonly [OwedContact, OwedContact])[] = [];
  const vanished: OwedContact[] = [];
  const appeared: OwedContact[] = [];
  let [old, now] = [0, 0];
  while (old < before.length && now < after.length) {
    const [was, is] = [before[old]!, after[now]!];
    if (was.window.latest < is.window.earliest) vanished.push(before[old++]!);
    else if (is.window.latest < was.window.earliest) appeared.push(after[now++]!);
    else pairs.push([before[old++]!, after[now++]!]);
  }
  vanished.push(...before.slice(old));
  appeared.push(...after.slice(now));
  return { pairs, vanished, appeared };
}

/** Whether two contacts belong on the same days. */
export function isSameWindow(left: OwedContact, right: OwedContact): boolean {
  const [was, is] = [left.window, right.window];
  return was.earliest === is.earliest && was.ideal === is.ideal && was.latest === is.latest;
}

function windowText({ window: { earliest, ideal, latest } }: OwedContact): string {
  return `${earliest} ${ideal} ${latest}`;
}

function byTime(left: OwedContact, right: OwedContact): number {
  const [was, is] = [left.window, right.window];
  return (
    compareIds(was.earliest, is.earliest) ||
    compareIds(was.ideal, is.ideal) ||
    compareIds(was.latest, is.latest) ||
    compareIds(left.id, right.id)
  );
}
