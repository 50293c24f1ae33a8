import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { isOneOfTheDoers } from "~/task/permission";
import { publication } from "~db/schema";
import { indexSubject } from "~db/search";
import { publishForm } from "./publicationForm";
import { publicationSearch } from "./publicationSearch.server";
import { mayTellOutcome } from "./publicationState";
import { taskToPublish } from "./taskToPublish.server";

/**
 * Tells residents what came of a task, in their words. Office only, and only what the street has looked at:
 * the doer's claim alone is not published. A newer text stands above the earlier ones, which stay in the
 * matter's history unless they are withdrawn.
 * Refuses with notFound, notAllowed, doerMayNotJudge, invalid, notLookedAt, or alreadyPublished for the very same text.
 */
export async function publishOutcome(
  actor: Actor,
  input: { number: string; text: string; lookedAt?: "yes" },
  now: string,
): Promise<Result<{ publicationId: string }>> {
  return change(actor, now, async (tx, book) => {
    const found = await taskToPublish(tx, actor, input.number, now);
    if (!found.ok) return found;
    const row = found.value;
    if (isOneOfTheDoers(actor, row)) return refuse("doerMayNotJudge");
    const parsed = publishForm.safeParse(input);
    if (!parsed.success) return refuse("invalid", { field: "text" });
    if (!mayTellOutcome(row.state)) return refuse("notLookedAt");
    const { text } = parsed.data;
    const same = await tx
      .select({ id: publication.id })
      .from(publication)
      .where(
        and(eq(publication.taskId, row.id), isNull(publication.withdrawnAt), eq(publication.text, text)),
      );
    if (same.length > 0) return refuse("alreadyPublished");
    const id = newId();
    await tx
      .insert(publication)
      .values({ id, taskId: row.id, text, publishedByPostId: actor.postId, publishedAt: now });
    await indexSubject(tx, publicationSearch, id);
    await book({
      verb: "outcome.publishOutcome",
      subject: { kind: "task", id: row.id },
      after: { publicationId: id, text },
    });
    return done({ publicationId: id });
  });
}
