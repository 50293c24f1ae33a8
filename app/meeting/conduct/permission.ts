import { type Actor, seesContents } from "~/access/actor";
import { kindOf, type MeetingKind } from "~/meeting/kind/kind";
import { hasReached, reachedStation, type Stage, type Station } from "~/meeting/kind/stage";
import type { RecordPart } from "~/record/document/parts";
import type { Participation } from "./attendance";

/** What a right in a session depends on. */
export interface HeldMeeting {
  kind: MeetingKind;
  stage: Stage;
  organiserUnitId: string;
  hostUnitId: string;
  chairPostId: string | null;
  /** The station it was at when it was cancelled. */
  cancelledAtStage?: Station | null;
}

/** What decides who holds a meeting. */
export type Holding = Pick<HeldMeeting, "kind" | "organiserUnitId" | "chairPostId">;

/** What somebody may do in the live record of a day. */
export type RoomRight = "none" | "read" | "write";

type Who = Pick<Actor, "role" | "unitId" | "postId">;

/** Whether somebody acts for those who organise a meeting: the district office, or the unit that called it. */
export function organisesMeeting(
  actor: Pick<Who, "role" | "unitId">,
  meeting: Pick<Holding, "kind" | "organiserUnitId">,
): boolean {
  const { heldBy, calledBy } = kindOf(meeting);
  if (heldBy === "office") return actor.role === "office";
  // The administrator has a post in the office too, and holds nothing.
  return actor.unitId === meeting.organiserUnitId && calledBy.includes(actor.role);
}

/**
 * Who holds a meeting, its agenda, its session, its minutes and the corrections to them: its chair, and the
 * district office or the unit that called it, as its kind says. Nobody else enters a fact of legal weight.
 */
export function holdsMeeting(actor: Who, meeting: Holding): boolean {
  return actor.postId === meeting.chairPostId || organisesMeeting(actor, meeting);
}

/** The whole file of a meeting is for those who hold it, and for leaders who know of it. */
export function mayArchive(actor: Who, meeting: Holding): boolean {
  return holdsMeeting(actor, meeting) || actor.role === "leader";
}

/** Proposed corrections are decided by whoever issues the minutes. */
export function canDecideCorrections(actor: Who, day: Holding): boolean {
  return holdsMeeting(actor, day);
}

/** A proposed correction is seen by those who decide on it and by the person whose words it holds. */
export function canSeeCorrection(
  actor: Who & Pick<Actor, "personId">,
  day: Holding,
  proposal: { personId: string | null },
): boolean {
  return proposal.personId === actor.personId || canDecideCorrections(actor, day);
}

/** The unit itself answers its invitation; the office may enter what it was told by telephone. */
export function canAnswerInvitation(actor: Who, day: Holding, invitation: { unitId: string }): boolean {
  return actor.unitId === invitation.unitId || holdsMeeting(actor, day);
}

/**
 * The right that somebody's post gives in the live record, whether or not the record is frozen by now: who
 * could write keeps `write`, because what they wrote without a network must become a proposal, not be lost. The
 * administrator, who has a post in the office too, has none.
 * @param part how their unit takes part
 */
export function roomRightByPost(actor: Who, day: HeldMeeting, part: Participation): RoomRight {
  // The record of a meeting that was cancelled stays to be read.
  if (!seesContents(actor) || !hasReached(reachedStation(day), "agenda")) return "none";
  if (standingOf(actor, day, part)) return day.stage === "cancelled" ? "read" : "write";
  return part === "follows" || kindOf(day).seenBy === "officials" ? "read" : "none";
}

/**
 * As what somebody writes in a record: whoever holds the meeting, a street that hosts or joins it, a unit that leads
 * topics, or one that takes part. Null for those who do not write.
 */
export type Standing = "holds" | "prepares" | "leads" | "takesPart";

/** Finds as what somebody writes in a meeting's record. */
export function standingOf(actor: Who, day: HeldMeeting, part: Participation): Standing | null {
  if (holdsMeeting(actor, day)) return "holds";
  const hosts = actor.role === "street" && actor.unitId === day.hostUnitId;
  if (hosts || part === "joins") return "prepares";
  return part === "leads" || part === "takesPart" ? part : null;
}

/** Somebody who writes in a record. */
export interface Writer {
  unitId: string;
  standing: Standing;
}

/** How far a meeting has come, for what may be written in its record. */
export interface WritingState {
  kind: MeetingKind;
  stage: Stage;
  agendaPublished: boolean;
  /** Issued minutes are being amended: an act with a reason that everybody sees. */
  amending: boolean;
  /** Topics that are decided, and not opened again. */
  closedTopicIds: readonly string[];
  /** Topics whose content may not stand here. */
  elsewhereTopicIds: readonly string[];
  /** The unit that leads each topic, where one does, by topic. */
  leadUnitIds: Readonly<Record<string, string>>;
}

/**
 * Whether somebody who may write in a record may change this part of it now. Notes are everybody's; what the minutes say of a topic is of those who hold the meeting, from the end of the session on. The room's topic
 * and clock are of those who hold the meeting. Resolutions are everybody's until their topic is decided, then nobody's
 * until it is opened again. Of a topic whose content is elsewhere neither is anybody's. An agenda that is published ahead is written together until then by those who prepare the
 * day, and by each lead unit in its own topic; from then on, and where none is published, by those who hold the meeting.
 */
export function canWritePart(writer: Writer, state: WritingState, part: RecordPart): boolean {
  const holds = writer.standing === "holds";
  if (isElsewhere(state, part)) return false;
  if (state.amending) return holds;
  switch (part.kind) {
    case "notes":
      return true;
    // The minutes are worded by those who issue them, once the session is over.
    case "wording":
      return holds && state.stage === "minutes";
    case "session":
      return holds;
    case "resolutions":
      return part.topicId === null || !state.closedTopicIds.includes(part.topicId);
    default:
      return holds || (isAgendaShared(state) && preparesPart(writer, state, part));
  }
}

function isElsewhere({ elsewhereTopicIds }: WritingState, part: RecordPart): boolean {
  if (part.kind !== "notes" && part.kind !== "wording" && part.kind !== "resolutions") return false;
  return part.topicId !== null && elsewhereTopicIds.includes(part.topicId);
}

/** Whether the agenda is still being put together, by more than those who hold the meeting. */
function isAgendaShared({ kind, stage, agendaPublished }: WritingState): boolean {
  return kindOf({ kind }).publishesAgenda && stage === "agenda" && !agendaPublished;
}

function preparesPart({ standing, unitId }: Writer, state: WritingState, part: RecordPart): boolean {
  if (standing === "prepares") return true;
  return standing === "leads" && part.kind === "topic" && state.leadUnitIds[part.topicId] === unitId;
}

/** Stages at which proposals for an agenda are made and decided on. */
export const proposingStages: readonly Stage[] = ["agenda", "inSession"];

/**
 * Whether somebody who writes in a record, and does not hold the meeting, may propose changes to its agenda now: from
 * when it is the moderator's until the session is closed.
 */
export function canProposeForAgenda(writer: Writer, state: WritingState): boolean {
  return writer.standing !== "holds" && proposingStages.includes(state.stage) && !isAgendaShared(state);
}

/**
 * What somebody may do in the live record now: the office, the chair, the host street and units invited to take part
 * write until the minutes are issued; who is asked for a written opinion, and every other official, reads. Issued minutes that are
 * being amended are written by whoever issues them.
 */
export function canInRoom(actor: Who, day: HeldMeeting, part: Participation, amending = false): RoomRight {
  const right = roomRightByPost(actor, day, part);
  if (right !== "write" || !hasReached(day.stage, "issued")) return right;
  return amending && holdsMeeting(actor, day) ? "write" : "read";
}
