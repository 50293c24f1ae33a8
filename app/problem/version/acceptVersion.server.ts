import { and, desc, eq } from "drizzle-orm";
import type { Author } from "~/ledger/change.server";
import type { Queries } from "~db/connect";
import { listVersion } from "~db/schema";
import type { VersionOutcome } from "./listVersion";

/** The newest version of a list; undefined where it was never submitted. */
export async function newestVersion(db: Queries, listId: string) {
  const [row] = await db
    .select()
    .from(listVersion)
    .where(eq(listVersion.listId, listId))
    .orderBy(desc(listVersion.number))
    .limit(1);
  return row;
}

/** Marks the newest version with what the office made of it. False where there is none, or it says so already. */
export async function markVersion(
  tx: Queries,
  listId: string,
  mark: { outcome: VersionOutcome; returnReason?: string; by: Pick<Author, "postId"> },
  now: string,
): Promise<boolean> {
  const version = await newestVersion(tx, listId);
  if (!version || version.outcome === mark.outcome) return false;
  const { outcome, returnReason = null, by } = mark;
  await tx
    .update(listVersion)
    .set({ outcome, outcomeAt: now, outcomeByPostId: by.postId, returnReason })
    .where(and(eq(listVersion.id, version.id), eq(listVersion.outcome, version.outcome)));
  return true;
}

/** Accepts the newest version, also by deciding about what stands on it. */
export function acceptVersion(
  tx: Queries,
  listId: string,
  by: Pick<Author, "postId">,
  now: string,
): Promise<boolean> {
  return markVersion(tx, listId, { outcome: "accepted", by }, now);
}
