import type { Role } from "~/access/role";
import type { InvitationClass } from "./invitation";
import type { ResolutionPart } from "./resolutionPart";
import type { Stage } from "./stage";

/**
 * 基层会商日, 周例会, and whatever meeting an earlier ledger names as the source of its tasks (由原台账转入). A new kind is a
 * name here, its row below and its texts under `meeting.kind`.
 */
export const meetingKinds = ["consultationDay", "weekly", "takenOver"] as const;
export type MeetingKind = (typeof meetingKinds)[number];

/** Which earlier tasks a meeting calls: the district's own, those of its series, those of its organiser. */
export type TasksCalled = "district" | "series" | "organiser";

/** What one kind of meeting does otherwise than another. */
export interface KindOfMeeting {
  /** It is held in this system: agenda, roll, record and minutes are here. Of others only the tasks are. */
  isHeldHere: boolean;
  /** The stations it passes, in order; the first is where it begins. */
  stages: readonly Stage[];
  /** Posts that may call one for their own unit; nobody where the year's plan calls it. */
  calledBy: readonly Role[];
  /** Who holds it beside its chair: the district office, or the unit that called it. */
  heldBy: "office" | "organiser";
  /** Who may know of it: every official of the district, or only those who hold it or are called to it. */
  seenBy: "officials" | "participants";
  /** Days between two of its series, by which the date of the next one is proposed; null where there is no series. */
  daysBetween: number | null;
  /** The agenda is published ahead, and departments are called by what it asks of them. */
  publishesAgenda: boolean;
  /** How strongly units may be called to it, the usual way first. */
  invites: readonly InvitationClass[];
  /** Nothing is decided before enough of those who lead are there. */
  needsQuorum: boolean;
  /** The look-back at earlier tasks: which are called, and whether topics wait until each has its statement. */
  lookBack: { calls: TasksCalled; isGate: boolean };
  /** What a resolution must say before the minutes are issued. */
  resolutionsSay: readonly ResolutionPart[];
  /** Communities of the street that calls it may be made responsible, beside departments and streets. */
  communitiesLead: boolean;
  /** How its minutes are numbered: with all of its kind, or with those of its organiser. */
  minutesSeries: "kind" | "organiser";
  /** Residents read what came of it. */
  isPublic: boolean;
}

/** What differs from kind to kind; pages, gates and rights ask this table and nothing else. */
export const kindsOfMeeting: Record<MeetingKind, KindOfMeeting> = {
  consultationDay: {
    isHeldHere: true,
    stages: ["planned", "collecting", "screening", "agenda", "inSession", "minutes", "issued", "followedUp"],
    calledBy: [],
    heldBy: "office",
    seenBy: "officials",
    daysBetween: null,
    publishesAgenda: true,
    invites: ["lead", "assist", "writtenOpinion", "onCall", "resident"],
    needsQuorum: true,
    lookBack: { calls: "district", isGate: true },
    resolutionsSay: ["text", "residentText", "leadUnit", "dueDate", "measure", "evidence"],
    communitiesLead: false,
    minutesSeries: "kind",
    isPublic: true,
  },
  weekly: {
    isHeldHere: true,
    stages: ["agenda", "inSession", "minutes", "issued", "followedUp"],
    calledBy: ["office", "street"],
    heldBy: "organiser",
    seenBy: "participants",
    daysBetween: 7,
    publishesAgenda: false,
    invites: ["attend", "writtenOpinion", "onCall"],
    needsQuorum: false,
    lookBack: { calls: "series", isGate: false },
    // Nothing of it is public, and a quarter of an hour prepares it.
    resolutionsSay: ["text", "leadUnit", "dueDate"],
    communitiesLead: true,
    minutesSeries: "organiser",
    isPublic: false,
  },
  takenOver: {
    isHeldHere: false,
    stages: ["issued"],
    calledBy: [],
    heldBy: "office",
    seenBy: "officials",
    daysBetween: null,
    publishesAgenda: false,
    invites: [],
    needsQuorum: false,
    lookBack: { calls: "district", isGate: false },
    resolutionsSay: ["text", "leadUnit", "dueDate"],
    communitiesLead: false,
    minutesSeries: "kind",
    isPublic: false,
  },
};

/** What differs for meetings of this kind. */
export function kindOf(meeting: { kind: MeetingKind }): KindOfMeeting {
  return kindsOfMeeting[meeting.kind];
}

/** The series in which the minutes of a meeting are numbered, such as `consultationDay` or `weekly/UNIT`. */
export function minutesSeriesOf(meeting: { kind: MeetingKind; organiserUnitId: string }): string {
  return kindOf(meeting).minutesSeries === "kind"
    ? meeting.kind
    : `${meeting.kind}/${meeting.organiserUnitId}`;
}

const kindsWhere = (has: (kind: KindOfMeeting) => boolean) =>
  (Object.keys(kindsOfMeeting) as MeetingKind[]).filter((kind) => has(kindsOfMeeting[kind]));

/** The kinds whose tasks are called at any next meeting of their organiser. */
export function kindsCallingOrganisers(): MeetingKind[] {
  return kindsWhere(({ lookBack }) => lookBack.calls === "organiser");
}

/** The kinds whose tasks are the district's: its consultation days call them, and its office strikes them off. */
export function kindsOfDistrict(): MeetingKind[] {
  return kindsWhere(({ lookBack }) => lookBack.calls === "district");
}

/** The kinds that are held in this system, and so have the pages of a meeting. */
export function kindsHeldHere(): MeetingKind[] {
  return kindsWhere(({ isHeldHere }) => isHeldHere);
}

/** The kinds of which residents read what came of them. */
export function publicKinds(): MeetingKind[] {
  return kindsWhere(({ isPublic }) => isPublic);
}

/** The kinds that every official of the district may know of. */
export function kindsSeenByOfficials(): MeetingKind[] {
  return kindsWhere(({ seenBy }) => seenBy === "officials");
}

/** The kinds that a post of this role may call for its own unit. */
export function kindsCalledBy(role: Role): MeetingKind[] {
  return kindsWhere(({ calledBy }) => calledBy.includes(role));
}

/** The kinds that the district office holds, here. */
export function kindsHeldByOffice(): MeetingKind[] {
  return kindsWhere(({ heldBy, isHeldHere }) => heldBy === "office" && isHeldHere);
}

/** The kinds that units call, and no plan. */
export function kindsCalledByUnits(): MeetingKind[] {
  return kindsWhere(({ calledBy }) => calledBy.length > 0);
}

/** The kinds that an earlier ledger names: nothing but their tasks is here. */
export function kindsTakenOver(): MeetingKind[] {
  return kindsWhere(({ isHeldHere }) => !isHeldHere);
}

/** The kinds whose agenda is published ahead. */
export function kindsPublishingAgenda(): MeetingKind[] {
  return kindsWhere(({ publishesAgenda }) => publishesAgenda);
}
