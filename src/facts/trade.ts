import type { CivilDate } from "../time/index.js";
import type { Money } from "./money.js";
import type { RecordId } from "./record-id.js";

/** Money booked for an account in a business line. */
export interface Revenue {
  readonly accountId: RecordId;
  readonly bookedOn: CivilDate;
  readonly businessLine?: string;
  readonly amount: Money;
  readonly cost?: Money;
  readonly margin?: Money;
}

/** An order, or a line of one. */
export interface Order {
  readonly id: RecordId;
  readonly accountId: RecordId;
  readonly orderedOn: CivilDate;
  readonly value: Money;
  readonly margin?: Money;
  readonly businessLine?: string;
  readonly product?: string;
  readonly brand?: string;
  /** Pieces, whole or not. */
  readonly quantity?: number;
  readonly promisedOn?: CivilDate;
  readonly deliveredOn?: CivilDate;
}

/** A bill and when it was paid. */
export interface Invoice {
  readonly id: RecordId;
  readonly accountId: RecordId;
  readonly issuedOn: CivilDate;
  readonly value: Money;
  readonly businessLine?: string;
  readonly dueOn?: CivilDate;
  readonly paidOn?: CivilDate;
}

/** An offer: open → won → delivered, or lost. */
export interface Offer {
  readonly id: RecordId;
  readonly accountId: RecordId;
  readonly madeOn: CivilDate;
  readonly value?: Money;
  readonly businessLine?: string;
  readonly status: "open" | "won" | "delivered" | "lost";
  readonly decidedOn?: CivilDate;
}

/** A chance to sell more of the same (depth) or something new (breadth). */
export interface Opportunity {
  readonly id: RecordId;
  readonly accountId: RecordId;
  readonly openedOn: CivilDate;
  readonly value?: Money;
  readonly businessLine?: string;
  readonly direction?: "depth" | "breadth";
  readonly needOrigin?: string;
}

/** An agreement for a fixed term or open ended (then without an end). */
export interface Contract {
  readonly id: RecordId;
  readonly accountId: RecordId;
  readonly startsOn: CivilDate;
  /** Exclusive; an open-ended contract has none. */
  readonly endsOn?: CivilDate;
  readonly businessLine?: string;
  readonly recurring?: boolean;
  readonly value?: Money;
  readonly includesTechnology?: boolean;
}

/** How much of a service an account has. */
export interface ServiceItem {
  readonly accountId: RecordId;
  readonly service: string;
  readonly countedOn: CivilDate;
  readonly itemCount: number;
  readonly componentCount?: number;
}
