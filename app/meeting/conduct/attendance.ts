import { type InvitationClass, invitationClasses } from "~/meeting/kind/invitation";

/** How a unit can be called by hand; the chair is called by the plan, or with the meeting. */
export type OfferedClass = Exclude<InvitationClass, "chair">;
export const offeredClasses = invitationClasses.filter((one): one is OfferedClass => one !== "chair");

/**
 * `invited` until the roll is called or the unit declined; 出席 / 列席 / 请假; `absent` when nobody came
 * and nobody said why.
 */
export const attendanceStates = ["invited", "declined", "present", "sittingIn", "excused", "absent"] as const;
export type AttendanceState = (typeof attendanceStates)[number];

/** What the roll call may say of somebody, in the order of its keys. */
export const rollStates = ["present", "sittingIn", "excused", "absent"] as const;
export type RollState = (typeof rollStates)[number];

/** True once the roll has been called for this person. */
export function isCalled(state: AttendanceState): boolean {
  return (rollStates as readonly AttendanceState[]).includes(state);
}

/** Classes that are asked to be there from the start; the others come when they are needed, or write. */
export function isExpected(invitation: InvitationClass): boolean {
  return invitation !== "writtenOpinion" && invitation !== "onCall";
}

/** Whom of a unit an invitation asks for: whoever knows the matter, or the unit's head. */
export const askedFor = ["anybody", "head"] as const;
export type AskedFor = (typeof askedFor)[number];

/** As what somebody comes for a unit: one of its people, its head, or instead of somebody else. */
export const waysOfComing = ["member", "head", "substitute"] as const;
export type WayOfComing = (typeof waysOfComing)[number];

/** Classes whose units say before the day who comes; the others come when they are needed, write, or are residents. */
export const namingClasses: readonly InvitationClass[] = ["lead", "attend", "assist"];

/** Whether the organiser still waits for a unit to say who comes, or that nobody can. */
export function isUnanswered(row: {
  invitation: InvitationClass;
  state: AttendanceState;
  personName: string;
}): boolean {
  return namingClasses.includes(row.invitation) && row.state === "invited" && row.personName === "";
}

/** Classes whose units are told of the meeting, and may follow its record. */
export const followingClasses: readonly InvitationClass[] = invitationClasses.filter(
  (one) => one !== "resident",
);

/**
 * How a unit takes part in a meeting, from weak to strong: it only follows the record; it takes part and writes; it
 * leads topics; it is a street that joins the day.
 */
export const participations = ["none", "follows", "takesPart", "leads", "joins"] as const;
export type Participation = (typeof participations)[number];

/** How a unit called so takes part; asked for a written opinion, it follows without writing. */
export function participationBy(invitation: InvitationClass, state: AttendanceState): Participation {
  if (!followingClasses.includes(invitation) || state === "declined") return "none";
  if (invitation === "writtenOpinion") return "follows";
  return invitation === "lead" ? "leads" : "takesPart";
}

/** The strongest of several ways of taking part; none where there are none. */
export function strongestOf(ways: readonly Participation[]): Participation {
  return ways.reduce((a, b) => (participations.indexOf(b) > participations.indexOf(a) ? b : a), "none");
}
