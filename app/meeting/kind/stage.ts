/** Stations of a consultation day, in order. */
export const stages = [
  "planned",
  "collecting",
  "screening",
  "agenda",
  "inSession",
  "minutes",
  "issued",
  "followedUp",
] as const;
export type Stage = (typeof stages)[number];

/** True when `stage` comes at or after `other`. */
export function hasReached(stage: Stage, other: Stage): boolean {
  return stages.indexOf(stage) >= stages.indexOf(other);
}

/** What moves a day from station to station. */
export const stageEvents = [
  "openWindow",
  "closeWindow",
  "reopenWindow",
  "startAgenda",
  "openSession",
  "closeSession",
  "reopenSession",
  "issue",
  "followUp",
  "reopenFollowUp",
] as const;
export type StageEvent = (typeof stageEvents)[number];

const table: Record<Stage, Partial<Record<StageEvent, Stage>>> = {
  planned: { openWindow: "collecting" },
  collecting: { closeWindow: "screening" },
  screening: { reopenWindow: "collecting", startAgenda: "agenda" },
  agenda: { openSession: "inSession" },
  inSession: { closeSession: "minutes" },
  minutes: { reopenSession: "inSession", issue: "issued" },
  issued: { followUp: "followedUp" },
  followedUp: { reopenFollowUp: "issued" },
};

/** The stage after `event`, or undefined when the event is not possible at `stage`. */
export function advanceStage(stage: Stage, event: StageEvent): Stage | undefined {
  return table[stage][event];
}
