import { compareIds, type RecordId } from "../../facts/index.js";
import type { Finding } from "../../shapes/index.js";
import type {
  ComparedContact,
  ContactChange,
  ContactComparison,
  ContactCounts,
} from "./compare-contacts.js";
import { isSameWindow, matchContacts } from "./match-contacts.js";
import {
  type ContactComparisonContext,
  type ContactsNotCompared,
  checkHorizon,
  type OwedAccount,
  type OwedContact,
  type OwedGroup,
} from "./owed-contacts.js";

/** Counts the contacts of accounts one by one. */
export function contactTally(context: ContactComparisonContext): ContactTally {
  checkHorizon(context);
  const { asOf, until } = context;
  const byCadence = new Map<string, Counts>();
  const total = noContacts();
  const changes: ContactChange[] = [];
  const notCompared: ContactsNotCompared[] = [];
  const findings = new Map<string, Finding>();
  return { add, finish };

  function add(account: OwedAccount): void {
    for (const each of account.findings) findings.set(`${each.path} ${each.code}`, each);
    notCompared.push(...account.notCompared);
    for (const group of account.groups) {
      const counts = byCadence.get(group.cadence) ?? noContacts();
      byCadence.set(group.cadence, counts);
      for (const sums of [total, counts]) {
        sums.before += group.before.length;
        sums.after += group.after.length;
      }
      addGroup(group, counts);
    }
  }

  function addGroup(group: OwedGroup, counts: Counts): void {
    const { accountId, cadence, businessLine } = group;
    const place = { accountId, cadence, ...(businessLine === undefined ? {} : { businessLine }) };
    const { pairs, vanished, appeared } = matchContacts(group);
    const tell = (kind: keyof Counts, change?: ContactChange): void => {
      counts[kind]++;
      total[kind]++;
      if (change !== undefined) changes.push(change);
    };
    for (const each of vanished) {
      tell("vanished", { ...place, kind: "vanished", before: toCompared(each) });
    }
    for (const each of appeared) {
      tell("appeared", { ...place, kind: "appeared", after: toCompared(each) });
    }
    for (const [was, is] of pairs) {
      const sides = () => ({ before: toCompared(was), after: toCompared(is) });
      const isSameOwner = isSameList(was.eligible, is.eligible);
      if (!isSameWindow(was, is)) {
        const other = isSameOwner === false ? { otherOwner: true as const } : {};
        tell("moved", { ...place, kind: "moved", ...sides(), ...other });
      } else if (isSameOwner === undefined) tell("ownerUnknown");
      else if (isSameOwner) tell("unchanged");
      else tell("reassigned", { ...place, kind: "reassigned", ...sides() });
    }
  }

  function finish(): ContactComparison {
    const sorted = [...byCadence].sort(([left], [right]) => compareIds(left, right));
    return {
      from: asOf,
      until,
      total,
      byCadence: sorted.map(([cadence, counts]) => ({ cadence, ...counts })),
      changes: changes.sort(byPlace),
      notCompared: notCompared.sort((left, right) => {
        return (
          compareIds(left.accountId, right.accountId) ||
          compareIds(placeText(left), placeText(right))
        );
      }),
      findings: [...findings.keys()].sort().map((key) => findings.get(key)!),
    };
  }
}

/** Collects what accounts are owed, and then says what differs. */
export interface ContactTally {
  readonly add: (account: OwedAccount) => void;
  readonly finish: () => ContactComparison;
}

type Counts = { -readonly [Kind in keyof ContactCounts]: number };

function noContacts(): Counts {
  return {
    before: 0,
    after: 0,
    appeared: 0,
    vanished: 0,
    moved: 0,
    reassigned: 0,
    unchanged: 0,
    ownerUnknown: 0,
  };
}

function toCompared({ id, window, eligible }: OwedContact): ComparedContact {
  return eligible === undefined ? { id, window } : { id, window, owners: eligible };
}

/** `undefined` where one of the lists is not known. */
function isSameList(
  left: readonly RecordId[] | undefined,
  right: readonly RecordId[] | undefined,
): boolean | undefined {
  if (left === undefined || right === undefined) return undefined;
  return left.length === right.length && left.every((id, index) => id === right[index]);
}

function byPlace(left: ContactChange, right: ContactChange): number {
  return (
    compareIds(left.accountId, right.accountId) ||
    compareIds(placeText(left), placeText(right)) ||
    compareIds(timeText(left), timeText(right))
  );
}

function placeText({
  cadence = "",
  businessLine = "",
}: {
  readonly cadence?: string;
  readonly businessLine?: string;
}): string {
  return `${cadence}|${businessLine}`;
}

function timeText(change: ContactChange): string {
  const { window, id } = change.kind === "appeared" ? change.after : change.before;
  return `${window.earliest} ${window.latest} ${id} ${change.kind}`;
}
