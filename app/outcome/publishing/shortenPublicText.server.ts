import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { takenDownBy } from "../leftOut";
import { findPassages, isLeftOut, type StoredText } from "./look";
import { leavePassagesOut } from "./makePublic.server";
import { publicTopicToChange } from "./publicTopicToChange.server";
import type { shortenForm } from "./publishingForm";

/**
 * Leaves further passages out of what is public of a topic, wherever they stand in it, for a reason that residents
 * read. The stored texts stay. Office only. Refuses with notFound, notAllowed, invalid, changedMeanwhile, and with
 * passageNotFound where a passage is not public.
 */
export async function shortenPublicText(
  actor: Actor,
  input: { slug: string } & z.output<typeof shortenForm>,
  now: string,
): Promise<Result<{ topicId: string }>> {
  return change(actor, now, async (tx, book) => {
    const found = await publicTopicToChange(tx, actor, input);
    if (!found.ok) return found;
    const topic = found.value;
    if (input.passages.length === 0) return refuse("invalid", { field: "passages" });
    const named = findPassages(topic.texts, input.passages, input.reason, isPublic);
    if (!named.ok) return named;
    const fresh = named.value.filter((passage) => !isLeftOut(topic.texts[passage.at]!, passage));
    if (fresh.length === 0)
      return refuse("passageNotFound", { field: "passages", values: { words: input.passages[0]! } });
    const places = await leavePassagesOut({ tx, book, actor, now }, topic, fresh);
    await book({
      verb: "outcome.shortenText",
      subject: { kind: "topic", id: topic.id },
      after: { leftOutPlaces: places, reason: input.reason },
    });
    return done({ topicId: topic.id });
  });
}

const isPublic = (text: StoredText) => text.isShown && !takenDownBy(text.left);
