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
export type Station = (typeof stages)[number];

/** Where a meeting can stand: at a station, or cancelled and so at none. */
export const meetingStages = [...stages, "cancelled"] as const;
export type Stage = (typeof meetingStages)[number];

/** True when `stage` comes at or after `other`; a cancelled meeting has reached nothing. */
export function hasReached(stage: Stage, other: Station): boolean {
  return stage !== "cancelled" && stages.indexOf(stage) >= stages.indexOf(other);
}

/** The station a meeting has come to; of a cancelled one, that at which it was cancelled. */
export function reachedStation(meeting: { stage: Stage; cancelledAtStage?: Station | null }): Station {
  return meeting.stage === "cancelled" ? (meeting.cancelledAtStage ?? "planned") : meeting.stage;
}

/** Stations at which nothing has been held yet: then a meeting can be rearranged, postponed or cancelled. */
export const stagesBefore: readonly Stage[] = ["planned", "collecting", "screening", "agenda"];

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
  cancelled: {},
};

/** The stage after `event`, or undefined when the event is not possible at `stage`. */
export function advanceStage(stage: Stage, event: StageEvent): Stage | undefined {
  return table[stage][event];
}
