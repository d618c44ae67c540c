import type { CivilDate } from "../time/index.js";
import type { Account, OwnFields, OwnValue } from "./account.js";
import type { Activity, Task } from "./activity.js";
import type { RateTable } from "./exchange.js";
import type {
  ContactPerson,
  Ownership,
  Permission,
  Person,
  Project,
  ProjectMembership,
  Team,
  Unit,
} from "./people.js";
import type {
  Feedback,
  InboundCase,
  Lead,
  ServiceChange,
  SurveyAnswer,
  Termination,
} from "./service.js";
import type {
  Contract,
  Invoice,
  Offer,
  Opportunity,
  Order,
  Revenue,
  ServiceItem,
} from "./trade.js";

/** The records that belong to accounts, by kind; every one carries an `accountId`. */
export interface RecordTypes {
  readonly activities: Activity;
  readonly tasks: Task;
  readonly revenues: Revenue;
  readonly orders: Order;
  readonly invoices: Invoice;
  readonly offers: Offer;
  readonly opportunities: Opportunity;
  readonly contracts: Contract;
  readonly serviceItems: ServiceItem;
  readonly serviceChanges: ServiceChange;
  readonly cases: InboundCase;
  readonly leads: Lead;
  readonly terminations: Termination;
  readonly surveyAnswers: SurveyAnswer;
  readonly feedback: Feedback;
  readonly contactPersons: ContactPerson;
  readonly permissions: Permission;
  readonly ownerships: Ownership;
  readonly memberships: ProjectMembership;
}

/** Name of a kind of record that belongs to accounts. */
export type RecordKind = keyof RecordTypes;

/**
 * What a base knows of a kind of record: all of it, or all of it from a day on. A kind that is not
 * named is not supplied, and whatever is counted over it is unknown rather than zero.
 */
export type Coverage = {
  readonly [Kind in RecordKind]?: "complete" | { readonly since: CivilDate };
};

/** Lists of records by kind; a list that is not there is empty. */
export type RecordLists = {
  readonly [Kind in RecordKind]?: readonly RecordTypes[Kind][];
};

/**
 * All accounts and their records as one value, with what is known to be complete.
 *
 * @category Facts
 */
export interface CustomerBase<A extends Account<OwnFields> = Account> extends RecordLists {
  readonly accounts: readonly A[];
  readonly coverage: Coverage;
  readonly people?: readonly Person[];
  readonly teams?: readonly Team[];
  readonly units?: readonly Unit[];
  readonly projects?: readonly Project[];
  /** Needed only where records are in several currencies. */
  readonly exchangeRates?: RateTable;
  /** Ready-made measures by name: a value for each account, in the order of `accounts`. */
  readonly measures?: Readonly<Record<string, readonly (OwnValue | undefined)[]>>;
}

/**
 * One account with its records: what the front door asks for.
 *
 * @category Facts
 */
export interface AccountRecords<A extends Account<OwnFields> = Account> extends RecordLists {
  readonly account: A;
  readonly coverage: Coverage;
  readonly exchangeRates?: RateTable;
  /** Ready-made measures by name. */
  readonly measures?: Readonly<Record<string, OwnValue | undefined>>;
}
