import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { leftOut } from "~db/schema";
import { takenDownBy } from "../leftOut";
import { publicTopicToChange } from "./publicTopicToChange.server";
import type { takeDownForm } from "./publishingForm";

/**
 * Takes the resident's words of a public topic down as a whole. Residents read that they were taken down, when and
 * why; what was decided stays, and so do the stored words. Office only. Refuses with notFound, notAllowed,
 * changedMeanwhile, or alreadyTakenDown.
 */
export async function takeDownWords(
  actor: Actor,
  input: { slug: string } & z.output<typeof takeDownForm>,
  now: string,
): Promise<Result<{ topicId: string }>> {
  return change(actor, now, async (tx, book) => {
    const found = await publicTopicToChange(tx, actor, input);
    if (!found.ok) return found;
    const words = found.value.texts.find(({ kind }) => kind === "words");
    if (!words) return refuse("notFound");
    if (takenDownBy(words.left)) return refuse("alreadyTakenDown");
    const { kind, subjectId } = words;
    await tx.insert(leftOut).values({
      ...{ id: newId(), kind, subjectId, extent: "whole", reason: input.reason },
      ...{ byPostId: actor.postId, at: now },
    });
    await book({
      verb: "outcome.takeDownWords",
      subject: { kind: "topic", id: found.value.id },
      after: { reason: input.reason },
    });
    return done({ topicId: found.value.id });
  });
}
