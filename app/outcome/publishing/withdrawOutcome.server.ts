import { and, desc, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { isOneOfTheDoers } from "~/task/permission";
import { publication } from "~db/schema";
import { indexSubject } from "~db/search";
import { withdrawForm } from "./publicationForm";
import { publicationSearch } from "./publicationSearch.server";
import { taskToPublish } from "./taskToPublish.server";

/**
 * Takes the latest standing outcome of a task back. Residents no longer read its text; that it was withdrawn, when
 * and why stays visible. Office only. Refuses with notFound, notAllowed, doerMayNotJudge, invalid, or notPublished.
 */
export async function withdrawOutcome(
  actor: Actor,
  input: { number: string; reason: string; lookedAt?: "yes" },
  now: string,
): Promise<Result<null>> {
  return change(actor, now, async (tx, book) => {
    const found = await taskToPublish(tx, actor, input.number, now);
    if (!found.ok) return found;
    const row = found.value;
    if (isOneOfTheDoers(actor, row)) return refuse("doerMayNotJudge");
    const parsed = withdrawForm.safeParse(input);
    if (!parsed.success) return refuse("invalid", { field: "reason" });
    const [standing] = await tx
      .select({ id: publication.id, text: publication.text })
      .from(publication)
      .where(and(eq(publication.taskId, row.id), isNull(publication.withdrawnAt)))
      .orderBy(desc(publication.publishedAt), desc(publication.id))
      .limit(1);
    if (!standing) return refuse("notPublished");
    const withdrawn = await tx
      .update(publication)
      .set({ withdrawnAt: now, withdrawnReason: parsed.data.reason })
      .where(and(eq(publication.id, standing.id), isNull(publication.withdrawnAt)))
      .returning({ id: publication.id });
    if (withdrawn.length !== 1) return refuse("changedMeanwhile");
    await indexSubject(tx, publicationSearch, standing.id);
    await book({
      verb: "outcome.withdrawOutcome",
      subject: { kind: "task", id: row.id },
      before: { publicationId: standing.id, text: standing.text },
      after: { reason: parsed.data.reason },
    });
    return done(null);
  });
}
