import type { MeetingPage } from "~/address/meetings";
import type { Name } from "~/i18n/language";
import type { ApprovalStanding } from "~/meeting/approval/approvalStanding";
import type { MeetingDoer } from "~/meeting/kind/doer";
import { kindOf, type MeetingKind } from "~/meeting/kind/kind";
import type { Stage } from "~/meeting/kind/stage";

/** So many of so many. */
export interface Count {
  have: number;
  need: number;
}

/** A unit that something is still missing from. */
export interface MissingUnit {
  slug: string;
  name: Name;
}

/** How far a meeting has come, counted in the database. */
export interface MeetingProgress {
  topics: number;
  outcomes: Count;
  agendaPublished: boolean;
  /** How the chair's approval of the agenda stands; null where there is no chair to ask. */
  approval: ApprovalStanding | null;
  /** Units invited to anything but the chair. */
  invitedUnits: number;
  rollCall: Count;
  /** Units expected at the session whose roll has not been called. */
  uncalled: MissingUnit[];
  leads: { present: number; invited: number };
  lookBack: Count;
  minutesIssued: boolean;
  /** The issued minutes are being amended. */
  amending: boolean;
  /** Tasks of this meeting: acknowledged, and at their end, of all. */
  acknowledged: Count;
  finished: Count;
  /** Tasks whose outcome residents can read, of all. */
  published: Count;
  /** Topics of which nothing waits to be seen before residents read it, of all that they come to read. */
  seen: Count;
  /** Residents find a page of it once its minutes are issued. */
  opened: boolean;
}

/** 当场审批: a power that was exercised on the spot, done with the minutes; no task. */
export interface ExercisedPower {
  id: string;
  text: string;
  power: string;
  basis: string;
  post: string;
  document: string;
  unit: Name;
}

/** How long a topic was on, beside what was planned for it. */
export interface TopicTimeKept {
  topicId: string;
  title: string;
  plannedMinutes: number | null;
  /** Null where its clock never ran. */
  seconds: number | null;
}

/** What happens next at a meeting that has its agenda. */
export type MeetingStep =
  | "addTopics"
  | "inviteUnits"
  | "askAgendaApproval"
  | "approveAgenda"
  | "publishAgenda"
  | "openSession"
  | "callRoll"
  | "lookBack"
  | "recordOutcomes"
  | "closeSession"
  | "issueMinutes"
  | "finishAmendment"
  | "publishTopics"
  | "acknowledgeTasks"
  | "finishTasks"
  | "followUp"
  | "nothing";

/** What happens next, who must do it and until when. */
export interface NextAtMeeting {
  step: MeetingStep;
  who: MeetingDoer;
  /** YYYY-MM-DD. */
  by?: string;
}

/** The dates that the steps are due by. */
export interface MeetingDates {
  date: string;
  /** Last day on which the agenda is approved. */
  agendaApprovedBy: string;
}

const open = (count: Count) => count.have < count.need;

/** What happens next at a meeting from its agenda on; undefined before there is one. */
export function nextAtMeeting(
  meeting: { kind: MeetingKind; stage: Stage },
  progress: MeetingProgress,
  dates: MeetingDates,
): NextAtMeeting | undefined {
  switch (meeting.stage) {
    case "agenda":
      return nextOnAgenda(kindOf(meeting).publishesAgenda, progress, dates);
    case "inSession":
      return { step: nextInSession(progress), who: "organiserAndChair", by: dates.date };
    case "minutes":
      return { step: "issueMinutes", who: "organiserAndChair" };
    case "issued":
      return nextAfterIssue(progress);
    case "followedUp":
      if (progress.amending) return amendment;
      return open(progress.seen) ? publishing : { step: "nothing", who: "nobody" };
    case "cancelled":
      return { step: "nothing", who: "nobody" };
    default:
      return undefined;
  }
}

const amendment: NextAtMeeting = { step: "finishAmendment", who: "organiserAndChair" };

const publishing: NextAtMeeting = { step: "publishTopics", who: "organiser" };

function nextOnAgenda(
  publishes: boolean,
  { invitedUnits, agendaPublished, approval, topics }: MeetingProgress,
  { agendaApprovedBy, date }: MeetingDates,
): NextAtMeeting {
  const by = agendaApprovedBy;
  // What was laid before the chair waits for them, whether or not units are called already.
  if (publishes && !agendaPublished && (approval === "asked" || approval === "askedOther"))
    return { step: "approveAgenda", who: "chair", by };
  if (publishes && invitedUnits === 0) return { step: "inviteUnits", who: "organiser", by };
  if (publishes && !agendaPublished && approval !== null && approval !== "approved")
    return { step: "askAgendaApproval", who: "organiser", by };
  if (publishes && !agendaPublished) return { step: "publishAgenda", who: "organiser", by };
  if (!publishes && topics === 0) return { step: "addTopics", who: "organiser", by: date };
  return { step: "openSession", who: "organiserAndChair", by: date };
}

function nextInSession({ rollCall, lookBack, outcomes }: MeetingProgress): MeetingStep {
  if (open(rollCall)) return "callRoll";
  if (open(lookBack)) return "lookBack";
  return open(outcomes) ? "recordOutcomes" : "closeSession";
}

function nextAfterIssue({ amending, seen, acknowledged, finished }: MeetingProgress): NextAtMeeting {
  if (amending) return amendment;
  if (open(seen)) return publishing;
  if (open(acknowledged)) return { step: "acknowledgeTasks", who: "departments" };
  if (open(finished)) return { step: "finishTasks", who: "departments" };
  return { step: "followUp", who: "organiser" };
}

/** The page on which a step is done, where it is not the meeting's own. */
export const pageOfStep: Partial<Record<MeetingStep, MeetingPage>> = {
  addTopics: "agenda",
  inviteUnits: "agenda",
  askAgendaApproval: "agenda",
  approveAgenda: "agenda",
  publishAgenda: "agenda",
  openSession: "agenda",
  callRoll: "rollcall",
  lookBack: "look-back",
  recordOutcomes: "room",
  closeSession: "minutes",
  issueMinutes: "minutes",
  finishAmendment: "minutes",
  publishTopics: "publish",
};
