import { compareIds, type RecordId } from "../../facts/index.js";
import { type Checked, checked, errorAt, type Finding, nearestName } from "../../shapes/index.js";
import { ABSENT } from "./kind-of-move.js";
import { checkLabels, type LabelColumn, OUTCOMES, readLabels } from "./label-column.js";
import { type Share, shareOf } from "./share.js";

/**
 * The class that a seller thinks an account has.
 *
 * @category Segments
 */
export interface ClassProposal {
  readonly accountId: RecordId;
  readonly label: string;
  readonly proposedBy: RecordId;
}

/**
 * How far proposals are from the computed classes.
 *
 * @category Segments
 */
export interface ProposalFigures {
  /** Proposals that are the computed class, among those whose account has one. */
  readonly agreement: Share;
  /** Proposals of a better class than the computed one, among the same. */
  readonly overstated: Share;
  /** Proposals of a worse class, among the same. */
  readonly understated: Share;
  /** Of the accounts proposed as the best class, those that are not. */
  readonly falseBest: Share;
  /** Accounts proposed as the best class for each that is: above 1 the best class is inflated. */
  readonly bestInflation: Share;
}

/**
 * Sales' own proposals beside the computed classes.
 *
 * @category Segments
 */
export interface Divergence {
  /** Rows of the matrix: the labels, best first. */
  readonly labels: readonly string[];
  /** Columns: the labels, then `excluded`, `unclassified`, `undecided` and `absent`. */
  readonly states: readonly string[];
  /** `counts[proposed][computed]`. */
  readonly counts: readonly (readonly number[])[];
  readonly all: ProposalFigures;
  /** By id of the person who proposed. */
  readonly sellers: readonly (ProposalFigures & { readonly personId: RecordId })[];
  /** Accounts with a computed label that nobody has proposed a class for. */
  readonly notProposed: number;
}

/**
 * Where sellers see another class than the rules compute, and how much the best class is inflated.
 *
 * Every proposal counts once, in the matrix and for its seller. A proposal for an account that has
 * no computed class is left out of the figures, and told. No proposals give figures that are
 * undefined, not 0.
 *
 * @param proposals - in any order; a seller proposes one class for an account
 * @param computed - the computed labels
 * @param definition - the labels, best first
 * @returns the matrix and figures, or all of the findings `unknown-label`, `duplicate-proposal`,
 *   `duplicate-account`, `duplicate-label`, `reserved-name`, `empty-list` and `too-many` that apply
 * @throws {@link HoitoError} `not-aligned`
 *
 * @example Two proposed as A, of which one is
 * ```ts
 * import { orThrow } from "hoito";
 * import { compareProposals } from "hoito/segments";
 *
 * const divergence = orThrow(
 *   compareProposals(
 *     [
 *       { accountId: 1, label: "A", proposedBy: "Aino" },
 *       { accountId: 2, label: "A", proposedBy: "Aino" },
 *     ],
 *     { accountIds: [1, 2], data: [0, 1], dictionary: ["A", "B"] },
 *     { labels: ["A", "B"] },
 *   ),
 * );
 * divergence.all.bestInflation.value; // => 2
 * divergence.sellers[0]?.falseBest.value; // => 0.5
 * ```
 *
 * @category Segments
 */
export function compareProposals(
  proposals: readonly ClassProposal[],
  computed: LabelColumn,
  definition: { readonly labels: readonly string[] },
): Checked<Divergence> {
  const { labels } = definition;
  const findings: Finding[] = [];
  checkLabels(labels, "labels", findings);
  if (labels.length === 0) findings.push(errorAt("labels", "empty-list", "there are no labels"));
  const classes = readLabels(computed, labels, "computed", findings);
  findings.push(...checkProposals(proposals, labels));
  return checked(findings, () => {
    const states = [...labels, ...OUTCOMES, ABSENT];
    const all = zeros(labels, states);
    const bySeller = new Map<RecordId, Counts>();
    for (const { accountId, label, proposedBy } of proposals) {
      const own = bySeller.get(proposedBy) ?? zeros(labels, states);
      bySeller.set(proposedBy, own);
      const row = labels.indexOf(label);
      const column = states.indexOf(classes.get(accountId) ?? ABSENT);
      all[row]![column]!++;
      own[row]![column]!++;
    }
    const people = [...bySeller].sort(([left], [right]) => compareIds(left, right));
    const proposed = new Set(proposals.map(({ accountId }) => accountId));
    const notProposed = [...classes].filter(([id, label]) => {
      return labels.includes(label) && !proposed.has(id);
    }).length;
    const sellers = people.map(([personId, counts]) => ({
      personId,
      ...figuresOf(counts, states),
    }));
    return { labels, states, counts: all, all: figuresOf(all, states), sellers, notProposed };
  });
}

type Counts = readonly number[][];

function zeros(labels: readonly string[], states: readonly string[]): Counts {
  return labels.map(() => states.map(() => 0));
}

function checkProposals(
  proposals: readonly ClassProposal[],
  labels: readonly string[],
): readonly Finding[] {
  const seen = new Map<RecordId, Set<RecordId>>();
  return proposals.flatMap(({ accountId, label, proposedBy }, index) => {
    const findings: Finding[] = [];
    const accounts = seen.get(proposedBy) ?? new Set();
    seen.set(proposedBy, accounts);
    if (accounts.has(accountId)) {
      const text = `\`${proposedBy}\` has two proposals for \`${accountId}\``;
      findings.push(errorAt(`proposals[${index}]`, "duplicate-proposal", text));
    }
    accounts.add(accountId);
    if (!labels.includes(label)) {
      const text = `there is no label \`${label.slice(0, 80)}\``;
      const near = nearestName(label, labels);
      findings.push(errorAt(`proposals[${index}].label`, "unknown-label", text, near));
    }
    return findings;
  });
}

function figuresOf(counts: Counts, states: readonly string[]): ProposalFigures {
  const classes = counts.length;
  const sum = (fits: (proposed: number, computed: number) => boolean): number =>
    counts.reduce(
      (total, row, proposed) =>
        total + row.reduce((part, count, each) => part + (fits(proposed, each) ? count : 0), 0),
      0,
    );
  const isKnown = (computed: number): boolean => computed < classes;
  const known = sum((_, computed) => isKnown(computed));
  const leftOut = Object.fromEntries(
    [...OUTCOMES, ABSENT].map((state) => {
      return [state, sum((_, computed) => states[computed] === state)];
    }),
  );
  const proposedBest = sum((proposed, computed) => proposed === 0 && isKnown(computed));
  const trueBest = sum((proposed, computed) => proposed === 0 && computed === 0);
  const computedBest = sum((_, computed) => computed === 0);
  const same = sum((proposed, computed) => proposed === computed);
  const over = sum((proposed, computed) => proposed < computed && isKnown(computed));
  const under = sum((proposed, computed) => proposed > computed);
  const falseBest = proposedBest - trueBest;
  return {
    agreement: shareOf("sameOfProposed", same, known, leftOut),
    overstated: shareOf("betterOfProposed", over, known, leftOut),
    understated: shareOf("worseOfProposed", under, known, leftOut),
    falseBest: shareOf("notBestOfProposedBest", falseBest, proposedBest, leftOut),
    bestInflation: shareOf("proposedBestPerComputedBest", proposedBest, computedBest, leftOut),
  };
}
