import { eq } from "drizzle-orm";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { signIn } from "~db/schema";
import { accessChanged } from "./accessChange.server";
import type { Actor } from "./actor";
import { heldPosts } from "./heldPosts.server";

/** Changes the post a person acts in to another one they hold today; otherwise `notFound`. */
export async function actInPost(actor: Actor, postId: string, now: string): Promise<Result<null>> {
  const posts = await heldPosts(actor.personId, now);
  if (!posts.some((post) => post.id === postId)) return refuse("notFound");
  const result = await change(actor, now, async (tx, book) => {
    await tx.update(signIn).set({ postId }).where(eq(signIn.id, actor.signInId));
    await book({
      verb: "access.actInPost",
      subject: { kind: "signIn", id: actor.signInId },
      before: { postId: actor.postId },
      after: { postId },
    });
    return done(null);
  });
  await accessChanged(actor.personId);
  return result;
}
