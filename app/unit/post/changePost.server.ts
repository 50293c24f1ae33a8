import { and, eq } from "drizzle-orm";
import { accessChanged } from "~/access/accessChange.server";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { overtaken } from "~/ledger/overtaken.server";
import { done, type Result, refuse } from "~/ledger/result";
import { post } from "~db/schema";
import { deputiesFor } from "../deputiesFor.server";
import { letDeputyStandIn } from "../letDeputyStandIn.server";
import { mayAppoint } from "../permission";
import { tellHeld } from "../tellHeld.server";
import type { ChangePostInput } from "./postForms";

/**
 * Changes a post's title and who stands in while it is vacant; of a vacant post the deputy begins at once. Refuses with
 * `notFound`, `postClosed`, `changedMeanwhile`, `invalid` at `deputyPostId`.
 */
export async function changePost(
  actor: Actor,
  input: ChangePostInput,
  now: string,
): Promise<Result<{ postId: string }>> {
  if (!mayAppoint(actor)) return refuse("notAllowed");
  const { postId, titleZh, titleEn } = input;
  const deputyPostId = input.deputyPostId || null;
  const result = await change(actor, now, async (tx, book) => {
    const [found] = await tx.select().from(post).where(eq(post.id, postId));
    if (!found) return refuse("notFound");
    if (found.closedAt !== null) return refuse("postClosed");
    const subject = { kind: "post", id: postId };
    if (found.version !== input.version) return overtaken(tx, subject);
    if (deputyPostId && !(await deputiesFor(tx, found)).some(({ id }) => id === deputyPostId))
      return refuse("invalid", { field: "deputyPostId" });
    const changed = await tx
      .update(post)
      .set({ titleZh, titleEn, deputyPostId, version: found.version + 1 })
      .where(and(eq(post.id, postId), eq(post.version, input.version)))
      .returning({ id: post.id });
    if (changed.length !== 1) return overtaken(tx, subject);
    await book({
      verb: "unit.changePost",
      subject,
      before: { titleZh: found.titleZh, titleEn: found.titleEn, deputyPostId: found.deputyPostId },
      after: { titleZh, titleEn, deputyPostId },
    });
    return done({ postId, deputy: await letDeputyStandIn(tx, book, { postId, now }) });
  });
  if (!result.ok) return result;
  const { deputy } = result.value;
  if (deputy) await tellHeld([deputy], { by: actor.account, now });
  await accessChanged();
  return done({ postId });
}
