import { contentHash } from "../shapes/index.js";
import { idKey } from "./campaign-event.js";
import type { Standing, Standings } from "./standings.js";

/** A board without names: pseudonyms in place of ids. */
export interface AnonymousStandings extends Omit<Standings, "rows"> {
  readonly rows: readonly AnonymousStanding[];
}

/** A line that names nobody. */
export interface AnonymousStanding extends Omit<Standing, "memberId"> {
  /** `P1`, `P2` … */
  readonly pseudonym: string;
}

/**
 * A board that can hang on the wall: each member under a pseudonym that stays the same from week to
 * week as long as the members and the salt do. Lines with equal rank stand by pseudonym.
 *
 * Gotcha: it keeps names from the wall, not from somebody who knows the salt and the members, nor
 * from a team that is too small to hide in.
 *
 * @param standings - a board
 * @param context - a text of the host's own that nobody else knows
 *
 * @example Points without names
 * ```ts
 * import { anonymousStandings, type Standings } from "hoito/campaigns";
 *
 * const board: Standings = {
 *   at: "2018-02-05T10:00:00Z",
 *   ranks: "competition",
 *   rows: [{ memberId: "Aino", points: 18, rank: 1, byWeek: [] }],
 * };
 * const [line] = anonymousStandings(board, { salt: "only we know" }).rows;
 * line?.pseudonym; // => "P1"
 * line?.points; // => 18
 * ```
 *
 * @category Campaigns
 */
export function anonymousStandings(
  standings: Standings,
  { salt }: { readonly salt: string },
): AnonymousStandings {
  const keys = standings.rows.map(({ memberId }) => idKey(memberId));
  const hashes = new Map(keys.map((key) => [key, contentHash([salt, key])]));
  const mixed = [...keys].sort((left, right) => {
    const [one, other] = [`${hashes.get(left)} ${left}`, `${hashes.get(right)} ${right}`];
    return one < other ? -1 : 1;
  });
  const numbers = new Map(mixed.map((key, index) => [key, index + 1]));
  const rows = standings.rows.map(({ memberId, ...row }) => {
    return { number: numbers.get(idKey(memberId))!, row };
  });
  rows.sort((left, right) => left.row.rank - right.row.rank || left.number - right.number);
  return {
    ...standings,
    rows: rows.map(({ number, row }) => ({ ...row, pseudonym: `P${number}` })),
  };
}
