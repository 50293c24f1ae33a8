import { and, eq, isNull } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { amendment } from "~db/schema";

/** How an amendment ends. */
type Ending = { result: "issued"; minutesId: string } | { result: "dropped"; dropReason: string };

/** Ends an amendment inside the caller's transaction; false when it has ended already or was changed since. */
export async function endAmendment(
  tx: Queries,
  open: Pick<typeof amendment.$inferSelect, "id" | "version">,
  ending: Ending,
  now: string,
): Promise<boolean> {
  const ended = await tx
    .update(amendment)
    .set({ ...ending, endedAt: now, version: open.version + 1 })
    .where(and(eq(amendment.id, open.id), eq(amendment.version, open.version), isNull(amendment.endedAt)))
    .returning({ id: amendment.id });
  return ended.length === 1;
}
