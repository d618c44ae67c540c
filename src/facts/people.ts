import type { CivilDate } from "../time/index.js";
import type { RecordId } from "./record-id.js";

/** Whether a person or account may be reached through a channel. */
export interface Permission {
  readonly accountId: RecordId;
  /** When given, the permission of this contact person only. */
  readonly contactPersonId?: RecordId;
  /** Without it the verdict holds for every channel. */
  readonly channel?: string;
  readonly verdict: "allowed" | "forbidden" | "doNotContact" | "marketingBan";
  /** What the consent was given for; without it the permission is general. */
  readonly purpose?: string;
  readonly validFrom?: CivilDate;
  /** Exclusive. */
  readonly validUntil?: CivilDate;
}

/** A human at an account. */
export interface ContactPerson {
  readonly id: RecordId;
  readonly accountId: RecordId;
  readonly name?: string;
  readonly decisionRole?: "decisionMaker" | "influencer" | "expert" | "other";
  readonly topManagement?: boolean;
  /** People of ours who know this person. */
  readonly knownBy?: readonly RecordId[];
  /** Sensitive: it never leaves the library in a report. */
  readonly personalNote?: string;
}

/** A human in the company. */
export interface Person {
  readonly id: RecordId;
  readonly name?: string;
  readonly role?: string;
  readonly unit?: string;
  readonly region?: string;
  readonly team?: string;
  /** Whether the person is meant to use the customer register. */
  readonly plannedUser?: boolean;
  readonly weeklyCapacityMinutes?: number;
  readonly absences?: readonly Absence[];
  readonly calendarMedium?: "electronic" | "paper";
}

/** Days on which a person does not work. */
export interface Absence {
  readonly from: CivilDate;
  /** Exclusive. */
  readonly until: CivilDate;
  readonly reason?: string;
}

/** A group of people that works together. */
export interface Team {
  readonly id: RecordId;
  readonly name?: string;
  readonly memberIds: readonly RecordId[];
  readonly leadId?: RecordId;
}

/** A part of the company. */
export interface Unit {
  readonly id: RecordId;
  readonly name?: string;
  readonly region?: string;
  readonly parentId?: RecordId;
}

/** Who is responsible for an account, where and since when. */
export interface Ownership {
  readonly accountId: RecordId;
  readonly personId: RecordId;
  readonly role: "responsible" | "teamMember" | "steeringGroup" | "executor";
  readonly naming: "proposed" | "named";
  readonly region?: string;
  readonly businessLine?: string;
  readonly validFrom?: CivilDate;
  /** Exclusive. */
  readonly validUntil?: CivilDate;
}

/** An account's part in a project or programme. */
export interface ProjectMembership {
  readonly accountId: RecordId;
  readonly projectId: RecordId;
  readonly role?: string;
  readonly joinedOn?: CivilDate;
  /** Exclusive. */
  readonly leftOn?: CivilDate;
}

/** A project or programme that accounts take part in. */
export interface Project {
  readonly id: RecordId;
  readonly name?: string;
  readonly businessLine?: string;
  readonly from?: CivilDate;
  /** Exclusive. */
  readonly until?: CivilDate;
}
