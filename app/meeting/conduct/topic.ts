import { kindOf, type MeetingKind } from "~/meeting/kind/kind";
import { type TopicKind, topicKinds } from "~/record/document/topics";

export { type TopicKind, topicKinds };

/** Kinds that the office adds by hand; topics of problems come from the streets' lists. */
export const addedKinds = ["siteVisit", "topic", "other"] as const;
export type AddedKind = (typeof addedKinds)[number];

/** 通过 / 原则通过 / 不通过 / 其他 / 延期审议. */
export const outcomes = ["passed", "passedInPrinciple", "notPassed", "other", "deferred"] as const;
export type Outcome = (typeof outcomes)[number];

/** True for entries on which the day decides; the look-back and a visit are held, not decided. */
export function isDecided(kind: TopicKind): boolean {
  return kind === "topic" || kind === "other";
}

/** True for topics whose resolutions stand: an outcome is entered, and they were not opened again. */
export function isClosed(topic: { outcome: Outcome | null; reopenedAt: string | null }): boolean {
  return topic.outcome !== null && topic.reopenedAt === null;
}

/**
 * What an outcome does with the resolutions under its topic. `other` says in words what was decided, and what follows
 * from it is decided with it. Of a topic that was put off nothing is: it comes again, and its resolutions with it.
 */
const adopts: Readonly<Record<Outcome, boolean>> = {
  passed: true,
  passedInPrinciple: true,
  notPassed: false,
  other: true,
  deferred: false,
};

/** True for outcomes whose resolutions are issued and become tasks. */
export function isAdopted(outcome: Outcome | null): boolean {
  return outcome !== null && adopts[outcome];
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
