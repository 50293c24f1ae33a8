import { and, desc } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { meetingScope } from "~/meeting/conduct/meetingScope.server";
import type { Queries } from "~db/connect";
import { meeting } from "~db/schema";
import { matchesWords } from "~db/search";

/** Finds meetings that units called by number, title and place, the latest first, as far as they exist for the reader. */
export async function searchMeetings(db: Queries, reader: Actor, words: string, most: number) {
  const matching = await matchesWords(db, "meeting", meeting.id, words);
  if (!matching) return [];
  return db
    .select({ slug: meeting.slug, title: meeting.title, date: meeting.date })
    .from(meeting)
    .where(and(matching, meetingScope(db, reader)))
    .orderBy(desc(meeting.date), desc(meeting.number))
    .limit(most);
}
