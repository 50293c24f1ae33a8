import type { UnusualDays } from "~/calendar/unusualDays";
import type { Name } from "~/i18n/language";
import type { NamedMeeting } from "~/i18n/meetingName";
import { type AttendanceState, isCalled, isExpected } from "~/meeting/conduct/attendance";
import type { Writer, WritingState } from "~/meeting/conduct/permission";
import type { Quorum } from "~/meeting/conduct/quorum";
import type { ShownMeeting } from "~/meeting/conduct/shownMeeting";
import type { Outcome } from "~/meeting/conduct/topic";
import type { InvitationClass } from "~/meeting/kind/invitation";
import type { ShownOpinion } from "~/meeting/opinion/shownOpinion";
import type { OverwrittenLine } from "~/meeting/overwritten/overwritten";
import type { ShownReservation } from "~/meeting/reservation/reservation";
import type { RoomPromise } from "~/meeting/resource/shownResource";
import type { MentionName } from "~/record/document/mention";
import type { CanonicalRecord } from "~/record/document/record";
import type { UnitChoice } from "~/unit/typing/unitMatch";
import type { UnitKind } from "~/unit/unit";

/** A unit that a resolution may name. */
export interface RoomUnit extends Name {
  id: string;
  kind: UnitKind;
}

/** Why a unit is likely to lead: an item of the duty list, or that it was named on the problem. */
export type LeadReason = "duty" | "power";

/** A unit that is likely to lead what is resolved on a topic. */
export interface ProposedLead {
  topicId: string;
  unitId: string;
  why: LeadReason;
  /** The duty that it rests on, as it is cited; "" for `power`. */
  duty: string;
}

/** What was decided on a topic, as entered. */
export interface RoomOutcome {
  topicId: string;
  outcome: Outcome;
  note: string;
  /** Of one that was put off: the day (YYYY-MM-DD). */
  deferredTo: string | null;
  /** Why the resolutions of the topic are open again; null while they stand. */
  reopened: string | null;
}

/** A later meeting to which a topic can be put off. */
export interface RoomLaterMeeting extends NamedMeeting {
  id: string;
}

/** A unit for which the reader may enter a reservation. */
export interface RoomReserving {
  unitId: string;
  name: Name;
}

/** The amendment that is written in a room. */
export interface RoomAmendment {
  reason: string;
  /** Resolutions that the minutes in force have adopted: they stay as they are. */
  adopted: string[];
}

/** What the database knows of a day in its room; the words stand in the live record. */
export interface RoomView extends ShownMeeting {
  /** Name and epoch of the live record. */
  room: string;
  epoch: number;
  writes: boolean;
  /** As what the reader writes, and how far the meeting has come: together they say which parts. */
  writer: Writer | null;
  writing: WritingState;
  /** Open the resolutions of a decided topic again, and close them. */
  reopens: boolean;
  me: { personId: string };
  /** Hold the session: turn to a topic, start its clock, enter its outcome. */
  conducts: boolean;
  /** Units called, by what the roll call says of them. */
  roll: Record<RollPart, number> & { called: number };
  quorum: Quorum;
  lookBack: { stated: number; total: number; complete: boolean };
  outcomes: RoomOutcome[];
  /** What units do not go along with. */
  reservations: ShownReservation[];
  /** For whom the reader may enter reservations now. */
  reserving: RoomReserving[];
  /** To which a topic can be put off, the next one first; none for who enters no outcome. */
  laterMeetings: RoomLaterMeeting[];
  /** Of topics that were put off to this meeting: from which one. */
  deferredFrom: Record<string, NamedMeeting>;
  /** What units were asked to write on its topics. */
  opinions: ShownOpinion[];
  /** What is promised for its topics, to be taken onto slips. */
  promises: RoomPromise[];
  /** Why no outcome can be entered at present; null when it can. */
  outcomesWaitFor: "session" | "lookBack" | "quorum" | null;
  minutes: { year: number; number: number } | null;
  /** The issued minutes are being amended here. */
  amendment: RoomAmendment | null;
  units: RoomUnit[];
  /** Those that can be made responsible, as they are typed. */
  leads: UnitChoice[];
  proposedLeads: ProposedLead[];
  /** Holidays and make-up days of the time ahead. */
  unusualDays: UnusualDays;
  /** The record as it was last written down; its mentions read as `mentions` says. */
  record: CanonicalRecord | null;
  /** The reader's own words that others overwrote, waiting for them. */
  overwritten: OverwrittenLine[];
  /** How what is named in it is called, as far as the reader sees it. */
  mentions: MentionName[];
}

/** What the roll call has said of somebody; `waiting` until it has. */
export const rollParts = ["present", "sittingIn", "excused", "absent", "waiting"] as const;
export type RollPart = (typeof rollParts)[number];

/**
 * How many of those expected stand where, and of the others who came all the same: a unit that only writes its
 * opinion is not missing. Who declined has said so, and is excused.
 */
export function countRoll(
  rows: readonly { state: AttendanceState; invitation: InvitationClass }[],
): RoomView["roll"] {
  const counted = rows.filter(({ state, invitation }) => isCalled(state) || isExpected(invitation));
  const part = (state: AttendanceState): RollPart =>
    state === "invited" ? "waiting" : state === "declined" ? "excused" : state;
  const roll = { called: counted.length, present: 0, sittingIn: 0, excused: 0, absent: 0, waiting: 0 };
  for (const { state } of counted) roll[part(state)] += 1;
  return roll;
}

/** What happens next in the room. */
export type NextInRoom =
  | "prepare"
  | "roll"
  | "quorum"
  | "lookBack"
  | "decide"
  | "close"
  | "minutes"
  | "amend"
  | "issued";

/**
 * The one thing to do next.
 * @param undecided topics on which something is still to be decided
 */
export function nextInRoom(
  facts: Pick<RoomView, "stage" | "roll" | "quorum" | "lookBack" | "amendment">,
  undecided: number,
): NextInRoom {
  switch (facts.stage) {
    case "inSession":
      if (facts.roll.waiting > 0 && !facts.quorum.reached) return "roll";
      if (!facts.quorum.reached) return "quorum";
      if (!facts.lookBack.complete) return "lookBack";
      return undecided > 0 ? "decide" : "close";
    case "minutes":
      return "minutes";
    case "issued":
    case "followedUp":
      return facts.amendment ? "amend" : "issued";
    default:
      return "prepare";
  }
}

/** Where a topic lands that is moved by one place: the id it then stands before, undefined when it cannot move. */
export function neighbourPlace(
  order: readonly string[],
  id: string,
  step: -1 | 1,
): string | null | undefined {
  const at = order.indexOf(id);
  if (at === -1 || (step === -1 && at === 0) || (step === 1 && at === order.length - 1)) return undefined;
  return order[step === -1 ? at - 1 : at + 2] ?? null;
}
