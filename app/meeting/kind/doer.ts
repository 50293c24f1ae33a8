import { kindOf, type MeetingKind } from "./kind";

/** Who must do a step: those who hold the meeting, they or its chair, the chair alone, or the lead units of its tasks. */
export type MeetingDoer = "organiser" | "organiserAndChair" | "chair" | "departments" | "nobody";

/** How a doer is called, as a text under `meeting.who`. */
export type CalledDoer = MeetingDoer | "office" | "officeAndChair";

const ofOffice: Record<MeetingDoer, CalledDoer> = {
  organiser: "office",
  organiserAndChair: "officeAndChair",
  chair: "chair",
  departments: "departments",
  nobody: "nobody",
};

/** Names a doer at a meeting of this kind: where the district office holds it, by its name. */
export function calledDoer(meeting: { kind: MeetingKind }, who: MeetingDoer): CalledDoer {
  return kindOf(meeting).heldBy === "office" ? ofOffice[who] : who;
}
