import { and, desc, eq, isNull } from "drizzle-orm";
import type { Name } from "~/i18n/language";
import { titleOfPost } from "~/i18n/names";
import type { Queries } from "~db/connect";
import { minutesSignOff, person, post } from "~db/schema";

/** A sign-off of minutes: what was laid before the chair, and what the chair said. */
export type SignOffRow = typeof minutesSignOff.$inferSelect;

/**
 * What was last laid before the chair of a meeting; undefined before the first. Minutes that are being amended are
 * signed off anew.
 */
export async function lastSignOff(
  db: Queries,
  meeting: { id: string; amendment: { id: string } | null },
): Promise<SignOffRow | undefined> {
  const { amendmentId } = minutesSignOff;
  const { amendment } = meeting;
  const [last] = await db
    .select()
    .from(minutesSignOff)
    .where(
      and(
        eq(minutesSignOff.meetingId, meeting.id),
        amendment ? eq(amendmentId, amendment.id) : isNull(amendmentId),
      ),
    )
    .orderBy(desc(minutesSignOff.id))
    .limit(1);
  return last;
}

/** Who did something, as the paper names them. */
export async function namedBy(
  db: Queries,
  personId: string,
  postId: string,
): Promise<{ name: string; post: Name }> {
  const [who] = await db.select({ name: person.name }).from(person).where(eq(person.id, personId));
  const [as] = await db.select().from(post).where(eq(post.id, postId));
  return { name: who?.name ?? "", post: as ? titleOfPost(as) : { zh: "", en: "" } };
}
