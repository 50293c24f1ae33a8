import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { takenDownBy } from "../leftOut";
import { decideMarks, findPassages, isLeftOut, marksIn } from "./look";
import { makePublic } from "./makePublic.server";
import { meetingToPublish } from "./meetingToPublish.server";
import type { publishTopicForm } from "./publishingForm";
import { topicsToSee } from "./topicsToSee.server";

/**
 * Makes one topic of an issued meeting public after somebody has looked at it: marks they left out and further
 * passages they named are left out wherever they stand in its texts, marks they let stand are shown. Office
 * only. Refuses with notFound, notAllowed, topicAlreadySeen, changedMeanwhile, marksUndecided or passageNotFound.
 */
export async function publishTopic(
  actor: Actor,
  input: { slug: string } & z.output<typeof publishTopicForm>,
  now: string,
): Promise<Result<{ topicId: string }>> {
  return change(actor, now, async (tx, book) => {
    const held = await meetingToPublish(tx, actor, input.slug);
    if (!held.ok) return held;
    const topic = (await topicsToSee(tx, held.value.id)).find(({ id }) => id === input.topicId);
    if (!topic) return refuse("notFound");
    if (!topic.waits) return refuse("topicAlreadySeen");
    if (topic.version !== input.version) return refuse("changedMeanwhile");
    const choices = input.choices.filter((choice) => choice !== undefined);
    const marked = decideMarks(marksIn(topic.texts), choices);
    if (!marked.ok) return marked;
    const named = findPassages(topic.texts, input.passages, input.reason, ({ left }) => !takenDownBy(left));
    if (!named.ok) return named;
    const fresh = named.value.filter((passage) => !isLeftOut(topic.texts[passage.at]!, passage));
    const passages = [...marked.value, ...fresh];
    const made = await makePublic({ tx, book, actor, now }, topic, { version: input.version, passages });
    return made.ok ? done({ topicId: topic.id }) : made;
  });
}
