import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { publication, task } from "~db/schema";
import { canPublish } from "./permission";
import { publishForm } from "./publicationForm";
import { mayTellOutcome } from "./publicationState";

/**
 * Tells residents what came of a task, in their words. Office only, once the street has found it solved: the
 * doer's claim alone is not published.
 * Refuses with notFound, notAllowed, invalid, notSolvedYet, or alreadyPublished while another text stands
 * (a correction takes that back first, visibly).
 */
export async function publishOutcome(
  actor: Actor,
  input: { number: string; text: string },
  now: string,
): Promise<Result<{ publicationId: string }>> {
  if (!canPublish(actor)) return refuse("notAllowed");
  const parsed = publishForm.safeParse(input);
  if (!parsed.success) return refuse("invalid", { field: "text" });
  return change(actor, now, async (tx, book) => {
    const [row] = await tx.select().from(task).where(eq(task.number, input.number));
    if (!row) return refuse("notFound");
    if (!mayTellOutcome(row.state)) return refuse("notSolvedYet");
    const standing = await tx
      .select({ id: publication.id })
      .from(publication)
      .where(and(eq(publication.taskId, row.id), isNull(publication.withdrawnAt)));
    if (standing.length > 0) return refuse("alreadyPublished");
    const id = newId();
    const { text } = parsed.data;
    await tx
      .insert(publication)
      .values({ id, taskId: row.id, text, publishedByPostId: actor.postId, publishedAt: now });
    await book({
      verb: "outcome.publishOutcome",
      subject: { kind: "task", id: row.id },
      after: { publicationId: id, text },
    });
    return done({ publicationId: id });
  });
}
