import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { blockedDays } from "~db/schema";
import { canBlock } from "./permission";

/** Takes an entry of days away that a leader no longer keeps free. Refuses with `notFound`. */
export async function unblockDays(actor: Actor, { id }: { id: string }, now: string): Promise<Result<null>> {
  return change(actor, now, async (tx, book) => {
    const [found] = await tx.select().from(blockedDays).where(eq(blockedDays.id, id));
    if (!found || !canBlock(actor, found.postId)) return refuse("notFound");
    await tx.delete(blockedDays).where(eq(blockedDays.id, id));
    const before = { firstDay: found.fromDay, lastDay: found.toDay };
    await book({ verb: "plan.unblockDays", subject: { kind: "post", id: found.postId }, before });
    return done(null);
  });
}
