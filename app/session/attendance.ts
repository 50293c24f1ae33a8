/** How strongly a unit is called; weakly related departments need not sit through a day. */
export const invitationClasses = ["chair", "lead", "assist", "writtenOpinion", "onCall", "resident"] as const;
export type InvitationClass = (typeof invitationClasses)[number];

/** 出席 / 列席 / 请假; `invited` until the roll is called, `absent` when nobody came. */
export const attendanceStates = ["invited", "present", "sittingIn", "excused", "absent"] as const;
export type AttendanceState = (typeof attendanceStates)[number];
