import type { Activity, ContactPerson } from "../facts/index.js";
import type { Figure } from "./figure.js";
import type { FigureKind } from "./figure-kind.js";
import { overRecords, type RecordContext } from "./over-records.js";
import { operational, type RateMethod, rateKind } from "./rate-kind.js";
import { count, exclude } from "./tally.js";

/**
 * Whether contacts are counted, or customers with at least one contact.
 *
 * @category KPIs
 */
export interface DecisionMakerMethod extends RateMethod {
  readonly per: "contact" | "account";
}

/**
 * The share of contacts that met somebody who decides.
 *
 * A contact that met several persons counts once. One that met a decision maker counts whoever else
 * was there; one that met only persons whose role is known and who do not decide counts against.
 * Without names, or with a person whose role nobody knows, it is left out: unknown is not no.
 *
 * @param records - contacts of one customer or of many, and the persons they met
 * @param method - `contact` for each contact, `account` for whether there was any at all
 * @param context - day and period
 * @returns a share
 * @throws {@link HoitoError} `not-a-civil-date`, or a fault of the period or of a convention
 *
 * @example One of two contacts met the owner
 * ```ts
 * import { decisionMakerShare } from "hoito/kpis";
 *
 * const visit = { accountId: 1, kind: "visit", status: "held", heldOn: "2018-02-01" } as const;
 * const records = {
 *   activities: [
 *     { ...visit, id: 1, personsMet: ["owner", "clerk"] },
 *     { ...visit, id: 2, personsMet: ["clerk"] },
 *   ],
 *   contactPersons: [
 *     { id: "owner", accountId: 1, decisionRole: "decisionMaker" },
 *     { id: "clerk", accountId: 1, decisionRole: "expert" },
 *   ],
 * } as const;
 * const year = { asOf: "2018-12-31", period: { calendar: "year" } } as const;
 * decisionMakerShare(records, { per: "contact" }, year).value; // => 0.5
 * ```
 *
 * @category KPIs
 */
export function decisionMakerShare(
  records: {
    readonly activities: readonly Activity[];
    readonly contactPersons: readonly ContactPerson[];
  },
  method: DecisionMakerMethod,
  context: RecordContext,
): Figure {
  return overRecords(decisionMakerKind, records, method, context);
}

/** The figure that a board can compute. */
export const decisionMakerKind: FigureKind<DecisionMakerMethod> = rateKind<DecisionMakerMethod>({
  describe: operational(
    "Contacts with decision makers",
    "Päättäjäkontaktien osuus",
    "contacts that met a decision maker by contacts whose persons are known; or accounts",
    "S3 §11 A5; S1 L657",
  ),
  arguments: { per: { kind: "word", words: ["contact", "account"] } },
  reads: ["activities", "contactPersons"],
  add: (tally, facts, { per }) => {
    const persons = facts.all("contactPersons", tally);
    const roles = new Map(persons.map(({ id, decisionRole }) => [id, decisionRole]));
    let contacts = 0;
    let deciding = 0;
    for (const { status, personsMet = [] } of facts.inPeriod("activities", tally)) {
      if (status === "cancelled" || status === "planned") continue;
      const met = personsMet.map((id) => roles.get(id));
      const isDeciding = met.includes("decisionMaker");
      if (!isDeciding && (met.length === 0 || met.includes(undefined))) {
        exclude(tally, met.length === 0 ? "nobodyNamed" : "roleUnknown");
        continue;
      }
      contacts++;
      if (isDeciding) deciding++;
    }
    const most = per === "account" ? 1 : Number.POSITIVE_INFINITY;
    count(tally, "denominator", Math.min(most, contacts));
    count(tally, "numerator", Math.min(most, deciding));
  },
});
