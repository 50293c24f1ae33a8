import { and, eq, inArray, isNull, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Book } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { leftOut, publicTopic } from "~db/schema";
import { type PassageOf, withoutInner } from "./look";
import type { TopicToSee } from "./topicsToSee.server";

/** The transaction in which something becomes public or is taken back. */
export interface Publishing {
  tx: Queries;
  book: Book;
  actor: Actor;
  now: string;
}

/**
 * Makes a topic public as it was seen, without the passages that were left out. Refuses with `topicAlreadySeen` where
 * nothing of it waits any more, and with `changedMeanwhile` where another version of it was seen.
 */
export async function makePublic(
  publishing: Publishing,
  topic: TopicToSee,
  seen: { version: number; passages: readonly PassageOf[] },
): Promise<Result<null>> {
  const { tx, book, actor, now } = publishing;
  if (!topic.waits) return refuse("topicAlreadySeen");
  if (topic.version !== seen.version) return refuse("changedMeanwhile");
  const title = topic.texts.find(({ kind }) => kind === "title")!;
  await endDecided(publishing, topic);
  const places = await leavePassagesOut(publishing, topic, seen.passages);
  const seenNow = { title: title.text, seenEpoch: topic.epoch, seenAt: now, seenByPostId: actor.postId };
  const changed = await tx
    .update(publicTopic)
    .set({ ...seenNow, waitsSince: null, version: topic.version + 1 })
    .where(and(eq(publicTopic.topicId, topic.id), eq(publicTopic.version, topic.version)))
    .returning({ id: publicTopic.topicId });
  if (changed.length !== 1) return refuse("changedMeanwhile");
  await book({
    verb: "outcome.publishTopic",
    subject: { kind: "topic", id: topic.id },
    after: { leftOutPlaces: places },
  });
  return done(null);
}

/** What the check alone has left out is decided now, and of a title that reads otherwise now no place holds. */
async function endDecided({ tx, actor, now }: Publishing, topic: TopicToSee): Promise<void> {
  const waiting = topic.texts.filter(({ waits }) => waits).map(({ subjectId }) => subjectId);
  await tx
    .update(leftOut)
    .set({ endedAt: now, endedByPostId: actor.postId })
    .where(
      and(
        inArray(leftOut.subjectId, waiting),
        or(eq(leftOut.kind, "title"), eq(leftOut.extent, "marks")),
        isNull(leftOut.endedAt),
      ),
    );
}

/** Leaves passages of a topic's texts out; those inside another one are none of their own. Returns how many. */
export async function leavePassagesOut(
  { tx, actor, now }: Publishing,
  { texts }: Pick<TopicToSee, "texts">,
  passages: readonly PassageOf[],
): Promise<number> {
  const rows = texts.flatMap(({ kind, subjectId }, at) =>
    withoutInner(passages.filter((passage) => passage.at === at)).map(({ start, end, reason }) => ({
      ...{ id: newId(), kind, subjectId, extent: "passage" as const, startsAt: start, endsAt: end, reason },
      ...{ byPostId: actor.postId, at: now },
    })),
  );
  if (rows.length > 0) await tx.insert(leftOut).values(rows);
  return rows.length;
}
