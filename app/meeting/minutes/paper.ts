import type { Name } from "~/i18n/language";
import type { AttendanceState } from "~/meeting/conduct/attendance";
import type { Outcome, TopicKind } from "~/meeting/conduct/topic";
import type { InvitationClass } from "~/meeting/kind/invitation";
import type { MeetingKind } from "~/meeting/kind/kind";
import type { CanonicalRecord, ResourceKind } from "~/record/document/record";
import type { Statement } from "~/task/statement";

/** One person, or one unit without a name, at the roll call. */
export interface PaperAttendee {
  unit: Name;
  person: string;
  invitation: InvitationClass;
  state: AttendanceState;
  reason: string;
}

/** What was said of one earlier task. */
export interface PaperLookBack {
  number: string;
  title: string;
  lead: Name;
  dueDate: string;
  statement: Statement;
  text: string;
}

/** A resolution as adopted. */
export interface PaperResolution {
  id: string;
  /** Place in the minutes, from 1. */
  ordinal: number;
  text: string;
  residentText: string;
  leadUnitId: string;
  lead: Name;
  assistingUnitIds: string[];
  assisting: Name[];
  dueDate: string;
  milestones: { text: string; due: string }[];
  measure: string;
  evidence: string;
  resourceKind: ResourceKind;
  resourceText: string;
  checkBackDate: string | null;
  /** 当场审批: a power exercised on the spot by the unit that leads; left out where it is a task. */
  power?: PaperPower;
}

/** A power as it was exercised: which, on what legal basis, in which post, by which document. */
export interface PaperPower {
  what: string;
  basis: string;
  post: string;
  document: string;
}

/** An entry of the agenda with what came of it. */
export interface PaperTopic {
  id: string;
  kind: TopicKind;
  title: string;
  presenter: string;
  problemNumber: string | null;
  outcome: Outcome | null;
  outcomeNote: string;
  /** Of one that was put off: until when, and whether a meeting takes it up on that day. */
  deferredTo?: { date: string; called: boolean };
  /** As they were entered with the outcome, before they named their unit; "" of what is issued now. */
  reservations: string;
  /** 保留意见, by unit; left out where there are none. A unit without a name said them before units were named. */
  reservedBy?: { unit: Name | null; words: string }[];
  resolutions: PaperResolution[];
  /** What was marked for the minutes in the record; left out in minutes issued before there was such a mark. */
  marked?: string[];
  /** What the minutes say of it as they were edited, a paragraph each, in Chinese; left out where nobody worded it. */
  wording?: string[];
}

/** Everything the paper of the minutes says; frozen with them, so that the paper never changes afterwards. */
export interface Paper {
  district: Name;
  /** What kind of meeting, and what it is called; a consultation day goes by its month, and left these out once. */
  kind?: MeetingKind;
  meetingTitle?: string;
  /** The month (YYYY-MM) of a consultation day, the number of any other meeting. */
  month: string;
  date: string;
  host: Name;
  chair: { name: string; post: Name; standsIn?: true } | null;
  openedAt: string | null;
  closedAt: string | null;
  attendance: PaperAttendee[];
  lookBack: PaperLookBack[];
  topics: PaperTopic[];
  /** The office that issues, and the units the minutes are sent to. */
  office: Name;
  copies: Name[];
  /** 更正: what these minutes replace; left out in those issued first. */
  amends?: AmendedMinutes;
}

/** The minutes that amended ones replace, and why they do. */
export interface AmendedMinutes {
  year: number;
  number: number;
  issuedAt: string;
  reason: string;
}

/** Minutes with what only issuing gives them. */
export interface IssuedPaper extends Paper {
  year: number;
  number: number;
  issuedAt: string;
  issuedBy: { name: string; post: Name };
  /** The chair who signed off what is issued; left out where nobody was asked to. */
  signedBy?: { name: string; post: Name; at: string };
  /** The last entry of the ledger by then: printed, it shows a ledger that was cut off or written anew. */
  ledgerHead?: { sequence: number; hash: string };
}

/** As much of a checksum as stands on the paper itself: enough to compare by eye, and beyond chance. */
export function shortHash(hash: string): string {
  return hash.slice(0, 16);
}

/** What is hashed and kept: the record as canonical data, and the paper made of it. */
export interface IssuedRecord extends CanonicalRecord {
  paper: IssuedPaper;
}

/** The paper inside the stored text of issued minutes; null when the text holds none. */
export function readPaper(json: string): IssuedPaper | null {
  return (JSON.parse(json) as Partial<IssuedRecord>).paper ?? null;
}
