import { kindOf, type MeetingKind } from "~/meeting/kind/kind";
import { type TopicKind, topicKinds } from "~/record/document/topics";

export { type TopicKind, topicKinds };

/** Kinds that the office adds by hand; topics of problems come from the streets' lists. */
export const addedKinds = ["siteVisit", "topic", "other"] as const;
export type AddedKind = (typeof addedKinds)[number];

/** 通过 / 原则通过 / 不通过 / 其他. */
export const outcomes = ["passed", "passedInPrinciple", "notPassed", "other"] as const;
export type Outcome = (typeof outcomes)[number];

/** True for entries on which the day decides; the look-back and a visit are held, not decided. */
export function isDecided(kind: TopicKind): boolean {
  return kind === "topic" || kind === "other";
}

/** True for topics whose resolutions stand: an outcome is entered, and they were not opened again. */
export function isClosed(topic: { outcome: Outcome | null; reopenedAt: string | null }): boolean {
  return topic.outcome !== null && topic.reopenedAt === null;
}

/** True for outcomes whose resolutions are issued and become tasks. */
export function isAdopted(outcome: Outcome | null): boolean {
  return outcome === "passed" || outcome === "passedInPrinciple";
}

/** Minutes set aside for an entry until somebody says otherwise. */
export const usualMinutes: Record<TopicKind, number> = {
  lookBack: 30,
  siteVisit: 40,
  topic: 15,
  other: 10,
};

/** Title of the look-back in the record, whose language is that of the district. */
export function lookBackTitle(meeting: { kind: MeetingKind }): string {
  return kindOf(meeting).lookBack.calls === "district" ? "上次会商日任务回头看" : "以往会议任务回头看";
}
