import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { leftOut, publication, publicTopic, resolution } from "~db/schema";
import { shownText } from "./leftOut";
import { leftOutOf } from "./leftOutOf.server";

/**
 * Every text that is searched and has something left out, as residents read it. These are few: the database searches
 * the stored texts of all others.
 */
export async function partlyShown(db: Queries): Promise<{ subjectId: string; shown: string }[]> {
  const rows = await db
    .selectDistinct({
      kind: leftOut.kind,
      subjectId: leftOut.subjectId,
      title: publicTopic.title,
      promise: resolution.residentText,
      outcome: publication.text,
    })
    .from(leftOut)
    .leftJoin(publicTopic, eq(publicTopic.topicId, leftOut.subjectId))
    .leftJoin(resolution, eq(resolution.id, leftOut.subjectId))
    .leftJoin(publication, eq(publication.id, leftOut.subjectId))
    .where(and(inArray(leftOut.kind, ["title", "promise", "outcome"]), isNull(leftOut.endedAt)));
  const left = await leftOutOf(
    db,
    rows.map(({ subjectId }) => subjectId),
  );
  return rows.map(({ kind, subjectId, ...texts }) => ({
    subjectId,
    shown: kind === "words" ? "" : shownText(texts[kind] ?? "", left({ kind, subjectId })),
  }));
}
