import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { leftOut } from "~db/schema";
import { placesLeftOut } from "../leftOut";
import { leavePassagesOut, type Publishing } from "./makePublic.server";
import { publicTopicToChange } from "./publicTopicToChange.server";
import type { putBackForm } from "./publishingForm";
import type { TopicToSee } from "./topicsToSee.server";

/**
 * Puts back what was left out of a public text, a passage or the whole, as it is stored. Office only. Refuses with
 * notFound, notAllowed, changedMeanwhile.
 */
export async function putBack(
  actor: Actor,
  input: { slug: string } & z.output<typeof putBackForm>,
  now: string,
): Promise<Result<{ topicId: string }>> {
  return change(actor, now, async (tx, book) => {
    const found = await publicTopicToChange(tx, actor, input);
    if (!found.ok) return found;
    const topic = found.value;
    const at = topic.texts.findIndex(({ left }) => left.some(({ id }) => id === input.leftOutId));
    const left = topic.texts[at]?.left.find(({ id }) => id === input.leftOutId);
    if (!left) return refuse("changedMeanwhile");
    const ended = await tx
      .update(leftOut)
      .set({ endedAt: now, endedByPostId: actor.postId, endReason: input.reason })
      .where(and(eq(leftOut.id, left.id), isNull(leftOut.endedAt)))
      .returning({ id: leftOut.id });
    if (ended.length !== 1) return refuse("changedMeanwhile");
    const publishing = { tx, book, actor, now };
    if (left.extent === "marks" && !(await keepOtherMarks(publishing, topic, at, input)))
      return refuse("changedMeanwhile");
    await book({
      verb: "outcome.putBack",
      subject: { kind: "topic", id: topic.id },
      after: { reason: input.reason },
    });
    return done({ topicId: topic.id });
  });
}

/** Where the check alone has left things out, somebody decides now: this one is shown, the others stay out. */
async function keepOtherMarks(
  publishing: Publishing,
  topic: TopicToSee,
  at: number,
  { leftOutId, start }: { leftOutId: string; start: number },
): Promise<boolean> {
  const { text, left } = topic.texts[at]!;
  const marks = placesLeftOut(text, left).filter((place) => place.leftOut.id === leftOutId);
  const others = marks.filter((place) => place.start !== start);
  if (others.length === marks.length) return false;
  const kept = others.map((place) => ({ at, start: place.start, end: place.end, reason: "" }));
  await leavePassagesOut(publishing, topic, kept);
  return true;
}
