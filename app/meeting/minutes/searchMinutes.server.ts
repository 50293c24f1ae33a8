import { and, desc, eq, isNotNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { meetingScope } from "~/meeting/conduct/meetingScope.server";
import { alias } from "~db/alias";
import type { Queries } from "~db/connect";
import { meeting, minutes, unit } from "~db/schema";
import { matchesWords } from "~db/search";

const replacing = alias(minutes, "replacing");

/**
 * Finds issued minutes that hold all words, newest first, of meetings that exist for the reader; those that were
 * replaced too.
 */
export async function searchMinutes(db: Queries, reader: Actor, words: string, most: number) {
  const matching = await matchesWords(db, "minutes", minutes.id, words);
  if (!matching) return [];
  return db
    .select({
      id: minutes.id,
      meeting: { slug: meeting.slug, title: meeting.title, date: meeting.date },
      year: minutes.year,
      number: minutes.number,
      host: { zh: unit.nameZh, en: unit.nameEn },
      /** The amended minutes in their place. */
      replacedBy: { year: replacing.year, number: replacing.number },
    })
    .from(minutes)
    .leftJoin(replacing, eq(replacing.amends, minutes.id))
    .innerJoin(meeting, eq(meeting.id, minutes.meetingId))
    .innerJoin(unit, eq(unit.id, meeting.hostUnitId))
    .where(and(matching, isNotNull(minutes.issuedAt), meetingScope(db, reader)))
    .orderBy(desc(minutes.issuedAt))
    .limit(most);
}
