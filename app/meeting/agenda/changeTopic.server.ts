import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { setTopicField, topicById } from "~/record/document/record";
import { topicShown } from "./agendaForm";
import { arrangeAgenda } from "./editTopicInRecord.server";
import { overtakenTopic } from "./overtakenTopic.server";

/** What can be said about an entry on the agenda page; what is left out stays. */
export interface TopicWords {
  title?: string;
  presenter?: string;
  minutesAllotted?: number;
  /** Mark of the words that the writer has seen; `changedMeanwhile` when others stand there. */
  version?: number;
}

/** Changes title, presenter or minutes of an entry, in the live record. Refuses with `changedMeanwhile`
 * and like `arrangeAgenda`. */
export async function changeTopic(
  actor: Actor,
  input: { slug: string; topicId: string } & TopicWords,
): Promise<Result<null>> {
  const { slug, topicId, title, presenter, minutesAllotted, version } = input;
  const changed = await arrangeAgenda(actor, slug, topicId, (document) => {
    const now = topicById(document, topicId);
    if (now && version !== undefined && version !== topicShown(now).version)
      return refuse("changedMeanwhile");
    if (title !== undefined && title !== now?.title) setTopicField(document, topicId, "title", title);
    if (presenter !== undefined && presenter !== now?.presenter)
      setTopicField(document, topicId, "presenter", presenter);
    if (minutesAllotted !== undefined && minutesAllotted !== now?.minutesAllotted)
      setTopicField(document, topicId, "minutesAllotted", minutesAllotted);
    return done(null);
  });
  return !changed.ok && changed.refusal.code === "changedMeanwhile" ? overtakenTopic(slug, topicId) : changed;
}
