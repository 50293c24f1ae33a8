/**
 * What a resolution is: a task to do, or a power that was exercised on the spot (当场审批), which is done with the
 * minutes. What was written before there were two is a task.
 */
export const resolutionKinds = ["task", "power"] as const;
export type ResolutionKind = (typeof resolutionKinds)[number];
