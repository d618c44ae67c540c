import type {
  Account,
  InboundCase,
  Ownership,
  Permission,
  SurveyAnswer,
  Termination,
} from "../../facts/index.js";
import { addDays, type CivilDate } from "../../time/index.js";
import type { SeededRandom } from "../seeded-random.js";
import { fieldSellerOf, PHONE_SELLERS, REGIONS } from "./sample-people.js";

/** What a made-up salon is like. */
type Likeness = "large" | "middle" | "small" | "difficult" | "former" | "prospect" | "new";

/** Of every twenty salons. */
const LIKENESSES: readonly Likeness[] = [
  "large",
  "large",
  "middle",
  "middle",
  "middle",
  "middle",
  "middle",
  "small",
  "small",
  "small",
  "small",
  "small",
  "small",
  "small",
  "small",
  "small",
  "difficult",
  "former",
  "prospect",
  "new",
];
const STAFF = {
  large: [6, 8],
  middle: [3, 4],
  small: [1, 2],
  difficult: [2, 3],
  former: [1, 3],
  prospect: [1, 6],
  new: [2, 4],
} as const;
const REASONS = ["closed", "competitor", "price"];

/** A salon and the person or people who look after it. */
export interface Salon {
  readonly account: Account & { readonly id: string; readonly region: string };
  readonly likeness: Likeness;
  readonly fieldSeller: string;
  readonly phoneSeller: string;
  readonly asOf: CivilDate;
}

/** The salon at a position, by its own sequence of numbers. */
export function salonAt(index: number, asOf: CivilDate, random: SeededRandom): Salon {
  const likeness = LIKENESSES[index % LIKENESSES.length]!;
  const region = random.pick(REGIONS);
  const number = String(index + 1).padStart(3, "0");
  const [least, more] = STAFF[likeness];
  const isFar = region === "Vaasa";
  const isKnown = random.chance(0.96);
  const headcount = least + random.below(more);
  const location = { travelMinutes: (isFar ? 150 : 15) + random.below(60) };
  const judgements = { paymentBehaviour: { value: random.chance(0.9) ? "good" : "late" } } as const;
  const account: Salon["account"] = {
    id: `salon-${number}`,
    names: [{ name: `Salon ${number}`, kind: "official" }],
    kind: "organisation",
    region,
    relations: likeness === "prospect" ? ["potential"] : ["customer"],
    location,
    judgements,
    ...(isKnown ? { headcount } : {}),
    ...datesOf(likeness, asOf, random),
  };
  const phoneSeller = random.pick(PHONE_SELLERS);
  return { account, likeness, fieldSeller: fieldSellerOf(region), phoneSeller, asOf };
}

function datesOf(
  likeness: Likeness,
  asOf: CivilDate,
  random: SeededRandom,
): Pick<Account, "relationshipStart" | "relationshipEnd"> {
  if (likeness === "prospect") return {};
  if (likeness === "new") return { relationshipStart: addDays(asOf, -10 - random.below(50)) };
  const relationshipStart = addDays(asOf, -760 - random.below(2_000));
  if (likeness !== "former") return { relationshipStart };
  return { relationshipStart, relationshipEnd: addDays(asOf, -20 - random.below(300)) };
}

/** Who is responsible: a pair for the large, phone sales for the small. */
export function ownershipsOf({ account, ...salon }: Salon): readonly Ownership[] {
  const named = { accountId: account.id, role: "responsible", naming: "named" } as const;
  const field = { ...named, personId: salon.fieldSeller };
  const phone = { ...named, personId: salon.phoneSeller };
  switch (salon.likeness) {
    case "large":
      return [field, phone];
    case "middle":
      return [field];
    case "former":
    case "prospect":
      return [];
    default:
      return [phone];
  }
}

/** Salons that refused a channel; of the others nobody has said anything. */
export function permissionsOf({ account }: Salon, random: SeededRandom): readonly Permission[] {
  if (!random.chance(0.06)) return [];
  const accountId = account.id;
  return [{ accountId, channel: random.pick(["phone", "fieldVisit"]), verdict: "forbidden" }];
}

/** Questions and complaints of the last year, most of them settled. */
export function casesOf({ account, likeness, asOf }: Salon, random: SeededRandom): InboundCase[] {
  if (likeness === "prospect" || likeness === "former") return [];
  const isDifficult = likeness === "difficult";
  return Array.from({ length: isDifficult ? 6 : random.below(3) }, (_, at) => {
    const receivedOn = addDays(asOf, -1 - random.below(isDifficult ? 300 : 360));
    const isSettled = random.chance(0.9);
    const solvedOn = addDays(receivedOn, random.below(2));
    return {
      id: `${account.id}/case-${at + 1}`,
      accountId: account.id,
      kind: isDifficult || random.chance(0.3) ? "complaint" : "question",
      receivedOn,
      solvedAtFirstContact: isSettled && solvedOn === receivedOn,
      ...(isSettled ? { solvedOn } : {}),
    } as const;
  });
}

/** An answer to the survey of satisfaction, where one was given. */
export function answersOf(
  { account, likeness, asOf }: Salon,
  random: SeededRandom,
): readonly SurveyAnswer[] {
  if (likeness === "prospect" || !random.chance(0.4)) return [];
  const answeredOn = addDays(asOf, -random.below(300));
  const score = likeness === "difficult" ? 2 : 3 + random.below(3);
  return [{ accountId: account.id, answeredOn, scale: "csat", score }];
}

/** The end of a former customer. */
export function terminationsOf({ account }: Salon, random: SeededRandom): readonly Termination[] {
  const endedOn = account.relationshipEnd;
  return endedOn === undefined
    ? []
    : [{ accountId: account.id, endedOn, reason: random.pick(REASONS) }];
}
