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

/** Classes whose units speak for themselves in the room and may write there. */
export const writingClasses: readonly InvitationClass[] = invitationClasses.filter(
  (one) => one !== "resident",
);

/** Whether somebody of a unit called so may write in the record. */
export function mayWriteByInvitation(invitation: InvitationClass, state: AttendanceState): boolean {
  return writingClasses.includes(invitation) && state !== "declined";
}
