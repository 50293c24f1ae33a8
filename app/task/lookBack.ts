/** What is stated about an open task when the next day calls last time's list. */
export const statements = ["done", "onTrack", "delayed", "stuck"] as const;
export type Statement = (typeof statements)[number];
