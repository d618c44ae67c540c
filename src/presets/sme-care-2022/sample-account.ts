import type { Account, Money } from "../../facts/index.js";
import { addDays, type CivilDate } from "../../time/index.js";
import { euros } from "../euros.js";
import type { SeededRandom } from "../seeded-random.js";
import { REGIONS } from "./sample-people.js";

/** What a company turns out to be. */
type Likeness = "micro" | "small" | "broad" | "chain" | "group" | "large" | "unclear";

/** A company and what it is like. */
export interface MadeAccount {
  readonly account: Account & {
    readonly region: string;
    readonly relationshipStart: CivilDate;
    readonly contractValue: Money;
    readonly serviceBreadth: number;
  };
  readonly likeness: Likeness;
  /** Which of its years the company is in, from the day the relationship began. */
  readonly ageDays: number;
}

interface Place {
  /** Position among all accounts. */
  readonly index: number;
  readonly asOf: CivilDate;
}

/** Of every twenty: six micro, seven small, two broad; five that are taken out or unclear. */
const LIKENESSES: readonly Likeness[] = [
  "micro",
  "small",
  "small",
  "broad",
  "micro",
  "chain",
  "small",
  "micro",
  "small",
  "unclear",
  "micro",
  "small",
  "group",
  "micro",
  "small",
  "large",
  "broad",
  "small",
  "micro",
  "unclear",
];
const INDUSTRIES = ["care", "retail", "construction", "logistics"];

/** The account at a place, whatever the others are. */
export function sampleAccount({ index, asOf }: Place, random: SeededRandom): MadeAccount {
  const likeness = LIKENESSES[index % LIKENESSES.length]!;
  const id = index + 1;
  const ageDays = random.chance(0.15) ? random.below(80) : 100 + random.below(2_000);
  const hasEnded = ageDays > 365 && random.chance(0.06);
  const account = {
    id,
    names: [{ name: `Company ${String(id).padStart(3, "0")}`, kind: "official" as const }],
    kind: "organisation" as const,
    region: random.pick(REGIONS),
    industry: random.pick(INDUSTRIES),
    relations: ["customer"] as const,
    relationshipStart: addDays(asOf, -ageDays),
    ...(hasEnded ? { relationshipEnd: addDays(asOf, -random.below(60)) } : {}),
    ...sizeOf(likeness, random),
  };
  return { account, likeness, ageDays };
}

type Sized = Partial<Account> & Pick<MadeAccount["account"], "contractValue" | "serviceBreadth">;

function sizeOf(likeness: Likeness, random: SeededRandom): Sized {
  const alone = { chainSteered: false, inGroup: false, companyOwnershipShare: 0 };
  switch (likeness) {
    case "micro":
      return { ...alone, ...company(1 + random.below(9), random), ...value(500, 4, random) };
    case "small":
      return { ...alone, ...company(10 + random.below(120), random), ...value(2_000, 13, random) };
    case "broad":
      return { ...alone, ...company(60 + random.below(180), random), ...value(21_000, 40, random) };
    case "chain": {
      const size = company(2 + random.below(30), random);
      return { ...alone, chainSteered: true, franchise: true, ...size, ...value(3_000, 5, random) };
    }
    case "group": {
      const size = company(5 + random.below(80), random);
      const owned = { inGroup: true, companyOwnershipShare: 0.6 + random.below(4) / 10 };
      return { ...alone, ...owned, ...size, ...value(4_000, 9, random) };
    }
    case "large":
      return {
        ...alone,
        ...company(250 + random.below(900), random),
        ...value(30_000, 60, random),
      };
    case "unclear":
      return { chainSteered: false, headcount: 3 + random.below(100), ...value(1_000, 8, random) };
  }
}

/** About 120 000 euros of turnover and half as much of balance sheet a head. */
function company(headcount: number, random: SeededRandom): Partial<Account> {
  const turnover = euros(headcount * (80_000 + random.below(80_000)));
  return { headcount, turnover, balanceSheet: euros(headcount * 60_000) };
}

function value(
  least: number,
  steps: number,
  random: SeededRandom,
): { readonly contractValue: Money; readonly serviceBreadth: number } {
  const contractValue = euros(least + 1_000 * random.below(steps));
  return { contractValue, serviceBreadth: 1 + random.below(least > 20_000 ? 8 : 4) };
}
