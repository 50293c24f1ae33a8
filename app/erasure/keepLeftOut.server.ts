import { and, eq, isNull } from "drizzle-orm";
import { newId } from "~/ledger/identifier.server";
import type { PublicTextKind } from "~/outcome/publicText";
import { erasedMark } from "~/value/erasedMark";
import type { Queries } from "~db/connect";
import { leftOut } from "~db/schema";
import type { ErasedPlace } from "./importedPlaces.server";
import { leftOutAfter } from "./leftOutAfter";

const kindOf: Record<string, PublicTextKind> = {
  "problem.originalWording": "words",
  "publicTopic.title": "title",
  "publication.text": "outcome",
};

/**
 * Keeps out of public texts what was left out of them: places are offsets in the stored text, which has just become
 * another one. What was itself erased is left out no longer.
 */
export async function keepLeftOut(tx: Queries, places: readonly ErasedPlace[], now: string): Promise<void> {
  for (const { home, field, subjectId, text, becomes } of places) {
    const kind = kindOf[`${home}.${field}`];
    if (!kind) continue;
    const standing = and(
      eq(leftOut.kind, kind),
      eq(leftOut.subjectId, subjectId),
      eq(leftOut.extent, "passage"),
      isNull(leftOut.endedAt),
    );
    const rows = await tx.select().from(leftOut).where(standing);
    await tx.update(leftOut).set({ endedAt: now, endReason: erasedMark }).where(standing);
    for (const row of rows)
      for (const { start, end } of leftOutAfter(text, becomes, { start: row.startsAt, end: row.endsAt }))
        await tx.insert(leftOut).values({ ...row, id: newId(), startsAt: start, endsAt: end });
  }
}
