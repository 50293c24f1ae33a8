/** Where a problem was first heard. */
export const problemSources = ["resident", "gridWorker", "hotline", "committee", "inspection"] as const;

/** The power a street does not have and therefore asks the day for. */
export const powersLacking = [
  "none",
  "planning",
  "approval",
  "enforcement",
  "funding",
  "coordination",
] as const;
export type PowerLacking = (typeof powersLacking)[number];
