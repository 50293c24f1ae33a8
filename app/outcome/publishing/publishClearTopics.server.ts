import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { isOpen, marksIn } from "./look";
import { makePublic } from "./makePublic.server";
import { meetingToPublish } from "./meetingToPublish.server";
import type { publishClearForm } from "./publishingForm";
import { topicsToSee } from "./topicsToSee.server";

/**
 * Makes all topics of an issued meeting public that were shown with nothing left to decide; what is surely personal
 * data is left out of them. All of them or none. Office only. Refuses with notFound, notAllowed, topicAlreadySeen,
 * changedMeanwhile or marksUndecided.
 */
export async function publishClearTopics(
  actor: Actor,
  input: { slug: string } & z.output<typeof publishClearForm>,
  now: string,
): Promise<Result<{ count: number }>> {
  return change(actor, now, async (tx, book) => {
    const held = await meetingToPublish(tx, actor, input.slug);
    if (!held.ok) return held;
    const topics = await topicsToSee(tx, held.value.id);
    for (const { topicId, version } of input.topics) {
      const topic = topics.find(({ id }) => id === topicId);
      if (!topic) return refuse("notFound");
      const marks = marksIn(topic.texts);
      const open = marks.filter(isOpen).length;
      if (topic.waits && open > 0) return refuse("marksUndecided", { values: { count: open } });
      const passages = marks.map(({ at, start, end }) => ({ at, start, end, reason: "" }));
      const made = await makePublic({ tx, book, actor, now }, topic, { version, passages });
      if (!made.ok) return made;
    }
    return done({ count: input.topics.length });
  });
}
