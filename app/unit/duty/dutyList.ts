/** The lists of who answers for what: the district's own, and the three of the streets. */
export const dutyLists = ["district", "basic", "cooperating", "takenBack"] as const;
export type DutyList = (typeof dutyLists)[number];
