import { and, eq, gt, isNull, ne, or } from "drizzle-orm";
import { accessChanged } from "~/access/accessChange.server";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { holding, post } from "~db/schema";
import { type LeavePostInput, leavePostForm } from "./holdingForms";
import { mayAppoint } from "./permission";

/**
 * Ends somebody's time in a post on a day (the last one with its rights), with what they hand over to the
 * next. Refuses with `leftAlready`, `leavesBeforeItBegan` at `toDay`, `lastAdministrator`.
 */
export async function leavePost(
  actor: Actor,
  input: LeavePostInput,
  now: string,
): Promise<Result<{ postId: string }>> {
  if (!mayAppoint(actor)) return refuse("notAllowed");
  const parsed = leavePostForm.safeParse(input);
  if (!parsed.success) return refuse("invalid");
  const { holdingId, toDay, handover } = parsed.data;
  const result = await change(actor, now, async (tx, book) => {
    const found = await loadHolding(tx, holdingId);
    if (!found) return refuse("notFound");
    const { held, role } = found;
    if (held.toDay !== null) return refuse("leftAlready");
    if (toDay < held.fromDay) return refuse("leavesBeforeItBegan", { field: "toDay" });
    if (role === "admin" && !(await anotherAdministrator(tx, held.id, toDay)))
      return refuse("lastAdministrator");
    const changed = await tx
      .update(holding)
      .set({ toDay, handover })
      .where(and(eq(holding.id, held.id), isNull(holding.toDay)))
      .returning({ id: holding.id });
    if (changed.length !== 1) return refuse("changedMeanwhile");
    await book({
      verb: "unit.leavePost",
      subject: { kind: "post", id: held.postId },
      before: { personId: held.personId, toDay: null },
      after: { personId: held.personId, toDay, handover },
    });
    return done({ postId: held.postId, personId: held.personId });
  });
  if (!result.ok) return result;
  await accessChanged(result.value.personId);
  return done({ postId: result.value.postId });
}

async function loadHolding(tx: Queries, id: string) {
  const [row] = await tx
    .select({ held: holding, role: post.role })
    .from(holding)
    .innerJoin(post, eq(post.id, holding.postId))
    .where(eq(holding.id, id))
    .limit(1);
  return row;
}

// Without one nobody could appoint the next.
async function anotherAdministrator(tx: Queries, holdingId: string, after: string): Promise<boolean> {
  const [other] = await tx
    .select({ id: holding.id })
    .from(holding)
    .innerJoin(post, eq(post.id, holding.postId))
    .where(
      and(
        eq(post.role, "admin"),
        ne(holding.id, holdingId),
        or(isNull(holding.toDay), gt(holding.toDay, after)),
      ),
    )
    .limit(1);
  return other !== undefined;
}
