import {
  type AccountRecords,
  type Activity,
  compareIds,
  type InboundCase,
  type Offer,
  type RecordId,
  type RecordKind,
  type Task,
} from "../../facts/index.js";
import { type CivilDate, toEpochDay } from "../../time/index.js";
import type { Duty } from "../duty.js";

/**
 * What the caller knows of the account already.
 *
 * @category Cadence
 */
export interface BriefFacts {
  readonly segment?: string;
  readonly ownerIds?: readonly RecordId[];
  readonly duties?: readonly Duty[];
}

/**
 * A product that an account has bought.
 *
 * @category Cadence
 */
export interface BoughtProduct {
  readonly product: string;
  readonly lastOrderedOn: CivilDate;
  readonly orders: number;
}

/**
 * What one sees of an account before a contact or on an inbound call.
 *
 * A list is absent where that kind of record is not supplied: unknown is not none.
 *
 * @category Cadence
 */
export interface AccountBrief {
  readonly accountId: RecordId;
  /** For staff alone. */
  readonly segment?: string;
  /** For staff alone. */
  readonly ownerIds?: readonly RecordId[];
  readonly lastActivity?: Activity;
  readonly nextActivity?: Activity;
  readonly openTasks?: readonly Task[];
  readonly openOffers?: readonly Offer[];
  readonly openComplaints?: readonly InboundCase[];
  /** The latest bought first. */
  readonly bought?: readonly BoughtProduct[];
  /** For staff alone. */
  readonly duties?: readonly Duty[];
  /** Kinds of record that are not known to be complete. */
  readonly incomplete: readonly RecordKind[];
}

const READ = ["activities", "tasks", "offers", "cases", "orders"] as const;

/**
 * A page about one account before a contact, or while it is on the telephone: its class for staff
 * only, owner, last and next activity, open tasks, offers and complaints, what it bought.
 *
 * For a customer the class, the owners, the duties, the tasks and the activities with their notes
 * are left out.
 *
 * @param records - the account with its records
 * @param known - segment, owners and duties as they were decided
 * @param context - `asOf`, that day included, and who will see it
 * @returns the brief
 * @throws {@link HoitoError} `not-a-civil-date` when `asOf` is no date
 *
 * @example The class is for staff
 * ```ts
 * import { accountBrief } from "hoito/cadence";
 *
 * const records = { account: { id: "A" }, coverage: {} } as const;
 * const known = { segment: "gold" };
 * const on = { asOf: "2018-03-28" } as const;
 * accountBrief(records, known, { ...on, audience: "staff" }).segment; // => "gold"
 * "segment" in accountBrief(records, known, { ...on, audience: "customer" }); // => false
 * ```
 *
 * @category Cadence
 */
export function accountBrief(
  records: AccountRecords,
  known: BriefFacts,
  context: { readonly asOf: CivilDate; readonly audience: "staff" | "customer" },
): AccountBrief {
  const { account, coverage } = records;
  const { asOf, audience } = context;
  toEpochDay(asOf);
  const isGiven = (kind: RecordKind): boolean => coverage[kind] !== undefined;
  const { offers = [], cases = [] } = records;
  const isOpen = (closedOn: CivilDate | undefined): boolean =>
    closedOn === undefined || closedOn > asOf;
  const openOffers = offers.filter(
    ({ madeOn, status, decidedOn }) =>
      madeOn <= asOf && (decidedOn === undefined ? status === "open" : decidedOn > asOf),
  );
  const openComplaints = cases.filter(
    ({ kind, receivedOn, solvedOn }) =>
      kind === "complaint" && receivedOn <= asOf && isOpen(solvedOn),
  );
  return {
    accountId: account.id,
    ...(audience === "staff" ? staffPart(records, known, asOf) : {}),
    ...(isGiven("offers") ? { openOffers: openOffers.sort(byDay("madeOn")) } : {}),
    ...(isGiven("cases") ? { openComplaints: openComplaints.sort(byDay("receivedOn")) } : {}),
    ...(isGiven("orders") ? { bought: boughtUpTo(asOf, records) } : {}),
    incomplete: READ.filter((kind) => coverage[kind] !== "complete"),
  };
}

function staffPart(
  { activities = [], tasks = [], coverage }: AccountRecords,
  known: BriefFacts,
  asOf: CivilDate,
): Partial<AccountBrief> {
  const last = activities
    .filter(
      ({ status, heldOn }) =>
        (status === "held" || status === "complete") && heldOn !== undefined && heldOn <= asOf,
    )
    .sort(byDay("heldOn"))
    .at(-1);
  const next = activities
    .filter(({ status, plannedOn }) => status === "planned" && (plannedOn ?? "") >= asOf)
    .sort(byDay("plannedOn"))[0];
  const open = tasks.filter(
    ({ openedOn, acknowledgedOn }) =>
      openedOn <= asOf && (acknowledgedOn === undefined || acknowledgedOn > asOf),
  );
  const isKnown = coverage.activities !== undefined;
  return {
    ...known,
    ...(isKnown && last !== undefined ? { lastActivity: last } : {}),
    ...(isKnown && next !== undefined ? { nextActivity: next } : {}),
    ...(coverage.tasks === undefined ? {} : { openTasks: open.sort(byDay("openedOn")) }),
  };
}

function boughtUpTo(asOf: CivilDate, { orders = [] }: AccountRecords): readonly BoughtProduct[] {
  const products = new Map<string, BoughtProduct>();
  for (const { product, orderedOn } of orders) {
    if (product === undefined || orderedOn > asOf) continue;
    const known = products.get(product) ?? { product, lastOrderedOn: orderedOn, orders: 0 };
    const lastOrderedOn = known.lastOrderedOn > orderedOn ? known.lastOrderedOn : orderedOn;
    products.set(product, { product, lastOrderedOn, orders: known.orders + 1 });
  }
  return [...products.values()].sort(
    (a, b) => compareIds(b.lastOrderedOn, a.lastOrderedOn) || compareIds(a.product, b.product),
  );
}

/** By a day that is there, then by id. */
function byDay<Day extends string>(
  day: Day,
): (
  left: { readonly id: RecordId } & { readonly [Name in Day]?: CivilDate },
  right: { readonly id: RecordId } & { readonly [Name in Day]?: CivilDate },
) => number {
  return (left, right) =>
    compareIds(String(left[day]), String(right[day])) || compareIds(left.id, right.id);
}
