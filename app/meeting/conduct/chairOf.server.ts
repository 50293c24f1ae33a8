import { eq } from "drizzle-orm";
import { titleOfPost } from "~/i18n/names";
import type { Queries } from "~db/connect";
import { post, unit } from "~db/schema";
import type { Meeting } from "./findMeeting.server";

/** The chair's post with its unit, or null while nobody is named. */
export async function chairOf(db: Queries, meeting: Pick<Meeting, "chairPostId">) {
  if (!meeting.chairPostId) return null;
  const [row] = await db
    .select({ post, unit })
    .from(post)
    .innerJoin(unit, eq(unit.id, post.unitId))
    .where(eq(post.id, meeting.chairPostId));
  return row ? { postId: row.post.id, unitId: row.unit.id, ...titleOfPost(row.post) } : null;
}
