import { type Account, type Activity, addDays, type CivilDate, type Ownership } from "hoito";
import type { Judgements } from "hoito/facts";
import { type SeededRandom, seededRandom } from "hoito/presets";

/** What the Superstore's file does not hold, made up with a seed. */
export interface GeneratedCare {
  /** The accounts with what a seller might have judged about them. */
  readonly accounts: readonly Account[];
  readonly activities: readonly Activity[];
  readonly ownerships: readonly Ownership[];
}

/** Sellers of each region. */
const SELLERS = [1, 2, 3];
const DAYS_OF_CONTACTS = 730;
const PACE_DAYS = 30;

/**
 * Makes up who owns each account, the calls and visits of the last two years and those planned, and
 * two judgements with gaps. Whoever orders more often is met more often.
 *
 * @param accounts - as read from the file
 * @param ordersOf - number of orders by account
 * @param asOf - the last day of the past
 * @param seed - the same seed gives the same facts, account by account
 */
export function generateCare(
  accounts: readonly Account[],
  ordersOf: ReadonlyMap<Account["id"], number>,
  { asOf, seed }: { readonly asOf: CivilDate; readonly seed: number },
): GeneratedCare {
  const made = accounts.map((account, index) => {
    const random = seededRandom(seed, index);
    const seller = `${account.region}-${random.pick(SELLERS)}`;
    return {
      account: { ...account, judgements: judge(random) },
      ownerships: own(account, seller, random),
      activities: meet(account, seller, ordersOf.get(account.id) ?? 0, asOf, random),
    };
  });
  return {
    accounts: made.map(({ account }) => account),
    ownerships: made.flatMap(({ ownerships }) => ownerships),
    activities: made.flatMap(({ activities }) => activities),
  };
}

function judge(random: SeededRandom): Judgements {
  const basis = "judgement" as const;
  const payment = random.pick(["good", "good", "good", "good", "late", "bad"] as const);
  const potential = random.pick(["low", "medium", "medium", "high"] as const);
  return {
    ...(random.chance(0.92) ? { paymentBehaviour: { value: payment, basis } } : {}),
    ...(random.chance(0.85) ? { buyingPotential: { value: potential, basis } } : {}),
  };
}

function own(account: Account, personId: string, random: SeededRandom): readonly Ownership[] {
  const share = random.next();
  const responsible = { accountId: account.id, personId, role: "responsible" } as const;
  if (share < 0.02) {
    const other = `${account.region}-4`;
    return [
      { ...responsible, naming: "named" },
      { ...responsible, personId: other, naming: "named" },
    ];
  }
  if (share < 0.84) return [{ ...responsible, naming: "named" }];
  return share < 0.92 ? [{ ...responsible, naming: "proposed" }] : [];
}

function meet(
  account: Account,
  personId: string,
  orders: number,
  asOf: CivilDate,
  random: SeededRandom,
): readonly Activity[] {
  const activities: Activity[] = [];
  const often = Math.min(0.8, 0.05 + 0.05 * orders);
  const contact = (): Pick<Activity, "id" | "accountId" | "kind" | "direction" | "personId"> => ({
    id: `${account.id}/${activities.length + 1}`,
    accountId: account.id,
    kind: random.chance(0.6) ? "call" : "visit",
    direction: "outbound",
    personId,
  });
  for (let back = DAYS_OF_CONTACTS; back > 0; back -= PACE_DAYS) {
    if (!random.chance(often)) continue;
    const heldOn = addDays(asOf, random.below(PACE_DAYS) - back + 1);
    const isCancelled = random.chance(0.05);
    if (isCancelled) activities.push({ ...contact(), plannedOn: heldOn, status: "cancelled" });
    else activities.push({ ...contact(), heldOn, status: "complete" });
  }
  if (random.chance(0.15)) {
    const plannedOn = addDays(asOf, 1 + random.below(60));
    activities.push({ ...contact(), plannedOn, status: "planned" });
  }
  return activities;
}
