import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { publicTopic } from "~db/schema";
import { meetingToPublish } from "./meetingToPublish.server";
import { type TopicToSee, topicsToSee } from "./topicsToSee.server";

/**
 * The public topic of which somebody changes what residents read, which is a new version of it from now on. Refuses
 * with notFound, notAllowed, or changedMeanwhile where another version of it was seen.
 */
export async function publicTopicToChange(
  tx: Queries,
  actor: Actor,
  { slug, topicId, version }: { slug: string; topicId: string; version: number },
): Promise<Result<TopicToSee>> {
  const held = await meetingToPublish(tx, actor, slug);
  if (!held.ok) return held;
  const topic = (await topicsToSee(tx, held.value.id)).find(({ id }) => id === topicId);
  if (!topic?.isPublic) return refuse("notFound");
  const changed = await tx
    .update(publicTopic)
    .set({ version: version + 1 })
    .where(and(eq(publicTopic.topicId, topicId), eq(publicTopic.version, version)))
    .returning({ id: publicTopic.topicId });
  return changed.length === 1 ? done(topic) : refuse("changedMeanwhile");
}
