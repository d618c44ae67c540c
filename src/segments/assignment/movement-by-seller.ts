import { type CustomerBase, compareIds, type Ownership, type RecordId } from "../../facts/index.js";
import { type Checked, checked, type Finding } from "../../shapes/index.js";
import { FIRST_EPOCH_DAY, toEpochDay } from "../../time/index.js";
import { checkWord } from "./check-word.js";
import { changes, kindOfMove, noMoves, readBoth } from "./kind-of-move.js";
import type { DatedLabels } from "./label-column.js";
import type { MoveKind, MovementDefinition } from "./movement.js";
import { type Share, shareOf } from "./share.js";

/**
 * Whose move it was.
 *
 * @category Segments
 */
export interface SellerRule {
  /** The owner on the day of which of the two columns. */
  readonly ownedOn: "before" | "after";
  /**
   * Where an account has several named, responsible owners: every one has the move; nobody has it
   * and the account is left out; or the one who has owned it longest has it, the smaller id where
   * they began together.
   */
  readonly severalOwners: "each" | "nobody" | "longest";
}

/**
 * What became of the accounts of one seller.
 *
 * @category Segments
 */
export interface SellerMovement {
  readonly personId: RecordId;
  readonly counts: Readonly<Record<MoveKind, number>>;
  /** Promoted accounts among those whose segment is known on both dates. */
  readonly promotedShare: Share;
}

/**
 * Movement by seller, with what no seller could be credited with.
 *
 * @category Segments
 */
export interface MovementBySeller {
  /** By id of the person. */
  readonly sellers: readonly SellerMovement[];
  readonly withoutSeller: Readonly<Record<WithoutSeller, number>>;
}

/**
 * Why an account is credited to nobody: it has no owner on the day, it has several and the rule
 * credits none of them, or the base does not say who owns it.
 *
 * @category Segments
 */
export type WithoutSeller = "noOwner" | "severalOwners" | "ownerUnknown";

/** The two columns and who owned the accounts. */
export interface OwnedMovement extends Pick<CustomerBase, "ownerships" | "coverage"> {
  readonly before: DatedLabels;
  readonly after: DatedLabels;
}

/**
 * How many accounts each seller moved to a higher segment between two dates: the measure by which
 * sellers are rewarded for developing relationships.
 *
 * An owner is a person named responsible on the day that the rule says, that day included and the
 * last day of an ownership excluded. Where `coverage` does not supply ownerships, or supplies them
 * from a later day on, the owner is unknown and nobody is credited.
 *
 * @param facts - both label columns, ownerships and their coverage
 * @param definition - the labels and their order
 * @param rule - whose move it was
 * @returns one row for each seller who owned an account, or the findings of
 *   {@link movementMatrix}
 * @throws {@link HoitoError} `not-aligned`; `not-a-civil-date`
 *
 * @example Aino raised one of her two accounts
 * ```ts
 * import { orThrow } from "hoito";
 * import { movementBySeller } from "hoito/segments";
 *
 * const dictionary = ["A", "B"];
 * const owned = { personId: "Aino", role: "responsible", naming: "named" } as const;
 * const bySeller = orThrow(
 *   movementBySeller(
 *     {
 *       before: { asOf: "2018-01-01", accountIds: [1, 2], data: [1, 1], dictionary },
 *       after: { asOf: "2019-01-01", accountIds: [1, 2], data: [0, 1], dictionary },
 *       coverage: { ownerships: "complete" },
 *       ownerships: [
 *         { accountId: 1, ...owned },
 *         { accountId: 2, ...owned },
 *       ],
 *     },
 *     { labels: ["A", "B"], order: "bestFirst" },
 *     { ownedOn: "before", severalOwners: "each" },
 *   ),
 * );
 * bySeller.sellers[0]?.counts.promoted; // => 1
 * bySeller.sellers[0]?.promotedShare.value; // => 0.5
 * ```
 *
 * @category Segments
 */
export function movementBySeller(
  facts: OwnedMovement,
  definition: MovementDefinition,
  rule: SellerRule,
): Checked<MovementBySeller> {
  const findings: Finding[] = [
    ...checkWord(rule.ownedOn, ["before", "after"], "ownedOn"),
    ...checkWord(rule.severalOwners, ["each", "nobody", "longest"], "severalOwners"),
  ];
  const readings = readBoth(facts.before, facts.after, definition, findings);
  return checked(findings, () => {
    const owners = ownersOf(facts, toEpochDay(facts[rule.ownedOn].asOf));
    const bySeller = new Map<RecordId, Record<MoveKind, number>>();
    const withoutSeller = { noOwner: 0, severalOwners: 0, ownerUnknown: 0 };
    for (const [accountId, from, to] of changes(readings)) {
      const credited =
        owners === undefined ? "ownerUnknown" : creditOf(owners.get(accountId), rule);
      if (typeof credited === "string") withoutSeller[credited]++;
      else {
        for (const personId of credited) {
          const counts = bySeller.get(personId) ?? noMoves();
          counts[kindOfMove(from, to, definition)]++;
          bySeller.set(personId, counts);
        }
      }
    }
    const people = [...bySeller].sort(([left], [right]) => compareIds(left, right));
    return { sellers: people.map(([personId, counts]) => seller(personId, counts)), withoutSeller };
  });
}

type Owners = ReadonlyMap<RecordId, readonly Ownership[]>;

/** The responsible owners of a day, or `undefined` where the base does not know them. */
function ownersOf({ ownerships = [], coverage }: OwnedMovement, day: number): Owners | undefined {
  const known = coverage.ownerships;
  if (known === undefined) return undefined;
  if (known !== "complete" && toEpochDay(known.since) > day) return undefined;
  const owners = new Map<RecordId, Ownership[]>();
  for (const ownership of ownerships) {
    const { accountId, naming, role, validFrom, validUntil } = ownership;
    if (naming !== "named" || role !== "responsible") continue;
    if (validFrom !== undefined && toEpochDay(validFrom) > day) continue;
    if (validUntil !== undefined && toEpochDay(validUntil) <= day) continue;
    const group = owners.get(accountId);
    if (group === undefined) owners.set(accountId, [ownership]);
    else group.push(ownership);
  }
  return owners;
}

function creditOf(
  owned: readonly Ownership[] = [],
  { severalOwners }: SellerRule,
): readonly RecordId[] | WithoutSeller {
  const people = [...new Set([...owned].sort(byAge).map(({ personId }) => personId))];
  if (people.length === 0) return "noOwner";
  if (people.length === 1 || severalOwners === "each") return people;
  return severalOwners === "nobody" ? "severalOwners" : people.slice(0, 1);
}

/** An ownership without a beginning is older than any other. */
function byAge(left: Ownership, right: Ownership): number {
  return begin(left) - begin(right) || compareIds(left.personId, right.personId);
}

function begin({ validFrom }: Ownership): number {
  return validFrom === undefined ? FIRST_EPOCH_DAY - 1 : toEpochDay(validFrom);
}

function seller(personId: RecordId, counts: Readonly<Record<MoveKind, number>>): SellerMovement {
  const { stayed, promoted, demoted, moved, arrived, gone, undecided } = counts;
  const known = stayed + promoted + demoted + moved;
  const leftOut = { arrived, gone, undecided };
  const promotedShare = shareOf("promotedOfKnownOnBothDates", promoted, known, leftOut);
  return { personId, counts, promotedShare };
}
