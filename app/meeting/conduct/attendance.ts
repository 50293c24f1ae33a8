/** How strongly a unit is called; weakly related departments need not sit through a day. */
export const invitationClasses = ["chair", "lead", "assist", "writtenOpinion", "onCall", "resident"] as const;
export type InvitationClass = (typeof invitationClasses)[number];

/** Classes the office chooses among; the chair is called by the plan. */
export const offeredClasses = ["lead", "assist", "writtenOpinion", "onCall", "resident"] as const;
export type OfferedClass = (typeof offeredClasses)[number];

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
export function mayWriteByInvitation(invitation: InvitationClass, state: AttendanceState): boolean {
  return invitation !== "resident" && state !== "declined";
}
