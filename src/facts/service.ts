import type { CivilDate } from "../time/index.js";
import type { RecordId } from "./record-id.js";

/** A change of service: requested → passed on → completed. */
export interface ServiceChange {
  readonly id: RecordId;
  readonly accountId: RecordId;
  readonly service?: string;
  readonly requestedOn: CivilDate;
  readonly passedOnOn?: CivilDate;
  readonly completedOn?: CivilDate;
}

/** A complaint or another matter the account brought up. */
export interface InboundCase {
  readonly id: RecordId;
  readonly accountId: RecordId;
  readonly kind: "complaint" | "question" | "order" | "other";
  readonly matter?: string;
  readonly receivedOn: CivilDate;
  readonly solvedOn?: CivilDate;
  readonly solvedAtFirstContact?: boolean;
  readonly repeated?: boolean;
}

/** A lead or tip that one person passes to another. */
export interface Lead {
  readonly id: RecordId;
  readonly accountId: RecordId;
  readonly passedOn: CivilDate;
  readonly passedFrom: RecordId;
  readonly passedTo: RecordId;
  readonly businessLine?: string;
}

/** The end of a relationship or of one of its services. */
export interface Termination {
  readonly accountId: RecordId;
  readonly endedOn: CivilDate;
  readonly service?: string;
  readonly reason?: string;
}

/** One answer to one question of a survey. */
export interface SurveyAnswer {
  readonly accountId: RecordId;
  readonly contactPersonId?: RecordId;
  readonly answeredOn: CivilDate;
  /** Net promoter score 0–10, satisfaction 1–5, customer effort 1–5 or 1–7. */
  readonly scale: "nps" | "csat" | "ces5" | "ces7";
  readonly score: number;
  /** For effort: which end of the scale is good. */
  readonly direction?: "highIsGood" | "lowIsGood";
}

/** Feedback addressed to the company and what became of it. */
export interface Feedback {
  readonly id: RecordId;
  readonly accountId: RecordId;
  readonly receivedOn: CivilDate;
  readonly text?: string;
  readonly routedTo?: RecordId;
  readonly answeredOn?: CivilDate;
}
