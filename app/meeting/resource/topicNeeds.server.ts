import { eq, inArray, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { freshness } from "~/ledger/freshness";
import type { Later } from "~/ledger/later.server";
import type { Queries } from "~db/connect";
import { resourceNeed, topic } from "~db/schema";
import { needsWhere } from "./findNeed.server";
import type { RoomPromise, ShownNeed } from "./shownResource";
import { slipPromise } from "./slipWords.server";

/** The needs of a topic: those of its resolutions, and of its problem. */
export type TopicNeed = ShownNeed & { topicId: string; resolutionId: string | null };

/** What the topics of a meeting need, as far as the reader sees it, by the topic. */
export async function needsOfTopics(db: Queries, actor: Actor, meetingId: string): Promise<TopicNeed[]> {
  const topics = await db
    .select({ id: topic.id, problemId: topic.problemId })
    .from(topic)
    .where(eq(topic.meetingId, meetingId));
  const problems = topics.flatMap(({ problemId }) => problemId ?? []);
  const ids = topics.map(({ id }) => id);
  const on = { id: resourceNeed.id, topicId: resourceNeed.topicId, problemId: resourceNeed.problemId };
  const places = await db
    .select({ ...on, resolutionId: resourceNeed.resolutionId })
    .from(resourceNeed)
    .where(or(inArray(resourceNeed.topicId, ids), inArray(resourceNeed.problemId, problems)));
  const needs = await needsWhere(
    db,
    actor,
    inArray(
      resourceNeed.id,
      places.map(({ id }) => id),
    ),
  );
  return needs.flatMap((need) => {
    const place = places.find(({ id }) => id === need.id)!;
    // What a resolution of another meeting needs is that meeting's.
    const at = place.topicId
      ? topics.find(({ id }) => id === place.topicId)
      : topics.find(({ problemId }) => problemId === place.problemId);
    return at ? [{ ...need, topicId: at.id, resolutionId: place.resolutionId }] : [];
  });
}

/** What is promised for the topics of a meeting, as it is written into slips. */
export function roomPromises(needs: readonly TopicNeed[]): RoomPromise[] {
  return needs.flatMap(({ promises, topicId, resolutionId }) =>
    promises
      .filter(({ takenBackAt }) => takenBackAt === null)
      .map((promise) => ({ ...slipPromise(promise), topicId, resolutionId })),
  );
}

/** Has the pages of a meeting show what changed about the resources of its topics; nothing where it is of no meeting. */
export async function tellRoom(later: Later, slug: string | null | undefined): Promise<void> {
  if (slug) await later(freshness, { kind: "topic", slug });
}
