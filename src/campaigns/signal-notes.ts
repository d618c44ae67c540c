import { idKey } from "./campaign-event.js";
import type { AlikeNotesSignal } from "./signal.js";
import {
  compareSeen,
  type LeaveOut,
  type SeenActivity,
  type SeenMember,
  signalled,
} from "./signal-activities.js";
import type { AlikeNotesRule } from "./signal-definition.js";

/** Most different notes of one member that are compared with each other. */
const MOST_NOTES = 1000;
/** Words of a note that are compared. */
const MOST_WORDS = 500;

/**
 * Groups of notes that are alike: each is linked with another of its group, not with all.
 *
 * Likeness is the share of the runs of words that two notes have in common among those of both
 * (Jaccard 1901; runs of words as shingles, Broder 1997).
 */
export function alikeNotesOf(
  { memberId, seen }: SeenMember,
  rule: AlikeNotesRule,
  leaveOut: LeaveOut,
): readonly AlikeNotesSignal[] {
  const texts = distinctTexts(seen, rule);
  if (texts.length > MOST_NOTES) {
    const rest = texts.slice(MOST_NOTES);
    leaveOut(
      "notesNotCompared",
      rest.reduce((sum, { notes }) => sum + notes.length, 0),
    );
  }
  const links = linksBetween(texts.slice(0, MOST_NOTES), rule);
  return groupsOf(texts, links)
    .filter(({ notes }) => notes.length >= rule.atLeast)
    .map(({ notes, leastPercent }): AlikeNotesSignal => {
      const activities = notes.sort(compareSeen).map(signalled);
      const accounts = accountsOf(notes).size;
      return { kind: "alikeNotes", memberId, activities, rule, leastPercent, accounts };
    });
}

/** A text and the activities whose notes read so. */
interface Text {
  readonly notes: SeenActivity[];
  readonly runs: ReadonlySet<string>;
}

interface Link {
  readonly left: number;
  readonly right: number;
  readonly percent: number;
}

/** The words of a note: letters and digits, capitals aside. */
export function wordsOfNote(notes: string): readonly string[] {
  const words = notes
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word !== "").slice(0, MOST_WORDS);
}

/** In the order in which they were first written down. */
function distinctTexts(
  seen: readonly SeenActivity[],
  { wordsInARow, shortestWords }: AlikeNotesRule,
): readonly Text[] {
  const texts = new Map<string, Text>();
  for (const each of seen) {
    const words = wordsOfNote(each.activity.notes ?? "");
    if (words.length < shortestWords) continue;
    const text = words.join(" ");
    const known = texts.get(text);
    if (known === undefined) texts.set(text, { notes: [each], runs: runsOf(words, wordsInARow) });
    else known.notes.push(each);
  }
  return [...texts.values()];
}

/** A note shorter than a run is one run. */
function runsOf(words: readonly string[], length: number): ReadonlySet<string> {
  const runs = new Set<string>();
  const last = Math.max(0, words.length - length);
  for (let at = 0; at <= last; at++) runs.add(words.slice(at, at + length).join(" "));
  return runs;
}

/** Counts shared runs by an index of who has them, so that notes without one never meet. */
function linksBetween(
  texts: readonly Text[],
  { likenessPercent, across }: AlikeNotesRule,
): readonly Link[] {
  const links: Link[] = [];
  const places = texts.map(({ notes }) => onlyAccountOf(notes));
  const havers = new Map<string, number[]>();
  const shared = new Int32Array(texts.length);
  for (const [right, { runs }] of texts.entries()) {
    const place = places[right];
    if (across === "all" || place === undefined) links.push({ left: right, right, percent: 100 });
    shared.fill(0);
    for (const run of runs) {
      const having = havers.get(run) ?? [];
      for (const left of having) shared[left]! += 1;
      having.push(right);
      havers.set(run, having);
    }
    for (let left = 0; left < right; left++) {
      const count = shared[left]!;
      const percent = (100 * count) / (runs.size + texts[left]!.runs.size - count);
      const isElsewhere = across === "all" || place === undefined || place !== places[left];
      if (percent < likenessPercent || !isElsewhere) continue;
      links.push({ left, right, percent: Math.floor(percent) });
    }
  }
  return links;
}

/** `undefined` where a text was written at several accounts. */
function onlyAccountOf(notes: readonly SeenActivity[]): string | undefined {
  const [first, ...others] = accountsOf(notes);
  return others.length === 0 ? first : undefined;
}

function accountsOf(notes: readonly SeenActivity[]): ReadonlySet<string> {
  return new Set(notes.map(({ activity }) => idKey(activity.accountId)));
}

interface Group {
  readonly notes: SeenActivity[];
  leastPercent: number;
}

/** Texts that are linked, directly or through others; in the order of the first of each. */
function groupsOf(texts: readonly Text[], links: readonly Link[]): readonly Group[] {
  const heads = texts.map((_, at) => at);
  const headOf = (at: number): number => {
    let head = at;
    while (heads[head] !== head) head = heads[head]!;
    heads[at] = head;
    return head;
  };
  for (const { left, right } of links) {
    const [one, other] = [headOf(left), headOf(right)];
    heads[Math.max(one, other)] = Math.min(one, other);
  }
  const groups = new Map<number, Group>();
  const linked = new Set(links.flatMap(({ left, right }) => [left, right]));
  for (const [at, { notes }] of texts.entries()) {
    if (!linked.has(at)) continue;
    const group = groups.get(headOf(at)) ?? { notes: [], leastPercent: 100 };
    group.notes.push(...notes);
    groups.set(headOf(at), group);
  }
  for (const { left, percent } of links) {
    const group = groups.get(headOf(left))!;
    group.leastPercent = Math.min(group.leastPercent, percent);
  }
  return [...groups.values()];
}
