import { asc, eq, inArray, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { meeting, topic, visit, visitMatter } from "~db/schema";
import { researchRight } from "./findVisit.server";

/** A visit as it stands beside what it concerns. */
export interface VisitBeside {
  id: string;
  /** Of the meeting it was made for. */
  slug: string;
  kind: string;
  title: string;
  date: string;
}

const columns = {
  id: visit.id,
  slug: meeting.slug,
  kind: visit.kind,
  title: visit.title,
  date: visit.date,
};

/** Lists the visits beside the topics of a meeting that the reader may read, by topic. */
export async function visitsBesideTopics(
  db: Queries,
  reader: Actor,
  held: Meeting,
): Promise<Record<string, VisitBeside[]>> {
  if ((await researchRight(db, reader, held)) === "none") return {};
  const rows = await db
    .select({ topicId: topic.id, beside: columns })
    .from(visitMatter)
    .innerJoin(visit, eq(visit.id, visitMatter.visitId))
    .innerJoin(meeting, eq(meeting.id, visit.meetingId))
    .innerJoin(topic, or(eq(topic.id, visitMatter.topicId), eq(topic.problemId, visitMatter.problemId)))
    .where(eq(topic.meetingId, held.id))
    .orderBy(asc(visit.date), asc(visit.id));
  const beside: Record<string, VisitBeside[]> = {};
  for (const { topicId, beside: one } of rows) beside[topicId] = [...(beside[topicId] ?? []), one];
  return beside;
}

/** Lists the visits that concern a problem which the reader sees, as far as they may read them. */
export async function visitsToProblem(reader: Actor, problemId: string): Promise<VisitBeside[]> {
  return read(async (db) => {
    const visited = db
      .select({ id: visitMatter.visitId })
      .from(visitMatter)
      .where(eq(visitMatter.problemId, problemId));
    const rows = await db
      .select(columns)
      .from(visit)
      .innerJoin(meeting, eq(meeting.id, visit.meetingId))
      .where(inArray(visit.id, visited))
      .orderBy(asc(visit.date), asc(visit.id));
    const readable = new Set<string>();
    for (const slug of new Set(rows.map((row) => row.slug))) {
      const held = await findMeeting(db, slug);
      if (held && (await researchRight(db, reader, held)) !== "none") readable.add(slug);
    }
    return rows.filter(({ slug }) => readable.has(slug));
  });
}
