import { and, asc, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { onlyReads, type ShownFiles } from "~/file/fileRights";
import { filesOn } from "~/file/filesOn.server";
import { done, type Result, refuse } from "~/ledger/result";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import { topicFiles } from "~/meeting/conduct/meetingFiles.server";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import { findOpinion } from "~/meeting/opinion/findOpinion.server";
import { opinionFiles } from "~/meeting/opinion/opinionFiles.server";
import { opinionsOf } from "~/meeting/opinion/opinionsOf.server";
import type { ShownOpinion } from "~/meeting/opinion/shownOpinion";
import { findVisit } from "~/meeting/research/findVisit.server";
import { entriesOf, type ShownEntry } from "~/meeting/research/showVisit.server";
import { visitFiles } from "~/meeting/research/visitFiles.server";
import { type VisitBeside, visitsBesideTopics } from "~/meeting/research/visitsOf.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { topic } from "~db/schema";
import { type EarlierDecision, earlierDecisions } from "./earlierDecisions.server";
import { type MatterOfTopic, matterOfTopic } from "./matterOfTopic.server";

/** A visit with its notes and photos, as it is read in the room. */
export interface ReadVisit extends VisitBeside {
  entries: ShownEntry[];
  files: ShownFiles;
}

/** Everything that is at hand on a topic, as far as the reader may see each of it. */
export interface TopicMaterials {
  topicId: string;
  now: string;
  /** The problem that it comes from; null where it comes from none, or the reader does not see it. */
  matter: MatterOfTopic | null;
  /** Papers for the meeting. */
  papers: ShownFiles | null;
  opinions: (ShownOpinion & { attached: ShownFiles | null })[];
  visits: ReadVisit[];
  /** What meetings before have decided on the same problem, the newest first. */
  earlier: EarlierDecision[];
}

/**
 * What is at hand on a topic of a meeting, for reading beside its record. Each kind of thing is found by the function
 * that decides on its own page who sees it. Refuses with `notFound` to whom the room is closed, and where the topic is not
 * on this agenda or its content may not stand in this system.
 * @param asked null for the first of those that are to be decided
 */
export async function topicMaterials(
  actor: Actor,
  { slug, topicId: asked }: { slug: string; topicId: string | null },
  now: string,
): Promise<Result<TopicMaterials>> {
  return read(async (db) => {
    const meeting = await findMeeting(db, slug);
    if (!meeting || (await roomRight(db, actor, meeting)) === "none") return refuse("notFound");
    const [row] = await db
      .select({ id: topic.id, problemId: topic.problemId })
      .from(topic)
      .where(
        and(
          asked === null ? eq(topic.kind, "topic") : eq(topic.id, asked),
          eq(topic.meetingId, meeting.id),
          isNull(topic.withdrawnAt),
          eq(topic.contentElsewhere, false),
        ),
      )
      .orderBy(asc(topic.id))
      .limit(1);
    if (!row) return refuse("notFound");
    const topicId = row.id;
    const matter = row.problemId ? await matterOfTopic(db, actor, row.problemId) : null;
    return done({
      ...{ topicId, now, matter },
      papers: await papersOf(db, actor, topicId, now),
      opinions: await opinionsOn(db, actor, meeting, topicId),
      visits: await visitsOn(db, actor, meeting, topicId),
      earlier: matter ? await earlierDecisions(db, actor, matter.id, topicId) : [],
    });
  });
}

async function papersOf(db: Queries, actor: Actor, topicId: string, now: string): Promise<ShownFiles | null> {
  const seen = await topicFiles.find(db, actor, topicId, now);
  return seen ? filesOn(db, actor, topicFiles.kind, { id: topicId, rights: onlyReads }) : null;
}

async function opinionsOn(db: Queries, actor: Actor, meeting: Meeting, topicId: string) {
  const all = await opinionsOf(db, actor, meeting.id, meeting.date);
  const opinions: TopicMaterials["opinions"] = [];
  for (const one of all.filter((opinion) => opinion.topicId === topicId)) {
    const seen = one.files > 0 ? await findOpinion(db, actor, one.id) : undefined;
    const attached = seen
      ? await filesOn(db, actor, opinionFiles.kind, { id: one.id, rights: onlyReads })
      : null;
    opinions.push({ ...one, attached });
  }
  return opinions;
}

async function visitsOn(db: Queries, actor: Actor, meeting: Meeting, topicId: string): Promise<ReadVisit[]> {
  const visits: ReadVisit[] = [];
  for (const beside of (await visitsBesideTopics(db, actor, meeting))[topicId] ?? []) {
    if (!(await findVisit(db, actor, beside.id))) continue;
    const files = await filesOn(db, actor, visitFiles.kind, { id: beside.id, rights: onlyReads });
    visits.push({ ...beside, entries: await entriesOf(db, beside.id), files });
  }
  return visits;
}
