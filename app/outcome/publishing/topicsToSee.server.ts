import { and, asc, eq, inArray, isNotNull, isNull, max } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { minutes, problem, publication, publicTopic, resolution, task, topic } from "~db/schema";
import { leftOutOf } from "../leftOutOf.server";
import type { StoredText } from "./look";

/** A decided topic of an issued meeting with all its public texts, as they are stored. */
export interface TopicToSee {
  id: string;
  version: number;
  /** Of the problem; null where none stands behind the topic. */
  number: string | null;
  isPublic: boolean;
  seenAt: string | null;
  waits: boolean;
  /** Of the minutes in force. */
  epoch: number;
  /** Title, resident's words, promises, published outcomes, in this order. */
  texts: StoredText[];
}

/** The topics of a meeting of which residents read, or will read, in the order of the minutes. */
export async function topicsToSee(db: Queries, meetingId: string): Promise<TopicToSee[]> {
  const rows = await db
    .select({ public: publicTopic, topic, problem })
    .from(publicTopic)
    .innerJoin(topic, eq(topic.id, publicTopic.topicId))
    .leftJoin(problem, eq(problem.id, topic.problemId))
    .where(and(eq(publicTopic.meetingId, meetingId), isNull(topic.withdrawnAt)))
    .orderBy(asc(topic.id));
  const [inForce] = await db
    .select({ epoch: max(minutes.epoch) })
    .from(minutes)
    .where(eq(minutes.meetingId, meetingId));
  const promises = await promisesOf(db, meetingId);
  const outcomes = await outcomesOf(db, meetingId);
  const problemIds = rows.flatMap(({ problem }) => (problem ? [problem.id] : []));
  const seenWords = await wordsSeen(db, problemIds);
  const left = await leftOutOf(db, [
    ...rows.map((row) => row.topic.id),
    ...problemIds,
    ...promises.map((one) => one.id),
    ...outcomes.map((one) => one.id),
  ]);
  const stored = (text: Omit<StoredText, "left">): StoredText => ({ ...text, left: left(text) });
  const topics = rows.map((row) => {
    const { seenEpoch, title, version, seenAt, waitsSince } = row.public;
    const { id } = row.topic;
    const renamed = title !== row.topic.title;
    const ownPromises = promises.filter((one) => one.topicId === id);
    const isPublic = seenEpoch !== null;
    const heading = { kind: "title", subjectId: id, text: row.topic.title } as const;
    const isSeen = (one: { epoch: number }) => isPublic && one.epoch <= seenEpoch;
    const texts = [
      renamed
        ? { ...heading, isShown: false, waits: true, left: [] }
        : stored({ ...heading, isShown: true, waits: false }),
      ...(row.problem ? [wordsText(stored, row.problem, seenWords)] : []),
      ...ownPromises.map((one) =>
        stored({
          ...{ kind: "promise", subjectId: one.id, text: one.text },
          ...{ isShown: isSeen(one), waits: !isSeen(one) },
        }),
      ),
      ...outcomes
        .filter((one) => one.topicId === id)
        .map((one) =>
          stored({
            ...{ kind: "outcome", subjectId: one.id, text: one.text },
            ...{ isShown: isPublic, waits: false },
          }),
        ),
    ];
    return {
      place: ownPromises[0]?.ordinal ?? Number.MAX_SAFE_INTEGER,
      ...{ id, version, seenAt, texts, number: row.problem?.number ?? null },
      ...{ isPublic, waits: waitsSince !== null, epoch: inForce?.epoch ?? 0 },
    };
  });
  return topics.sort((one, other) => one.place - other.place).map(({ place, ...one }) => one);
}

/** Words that were never decided about wait, also where they have been public since before anybody decided. */
function wordsText(
  stored: (text: Omit<StoredText, "left">) => StoredText,
  { id, originalWording }: typeof problem.$inferSelect,
  seen: ReadonlySet<string>,
): StoredText {
  const isShown = seen.has(id);
  const text = stored({ kind: "words", subjectId: id, text: originalWording, isShown, waits: !isShown });
  return { ...text, waits: text.waits || text.left.some(({ extent }) => extent === "marks") };
}

async function promisesOf(db: Queries, meetingId: string) {
  return db
    .select({
      id: resolution.id,
      topicId: resolution.topicId,
      text: resolution.residentText,
      ordinal: resolution.ordinal,
      epoch: minutes.epoch,
    })
    .from(resolution)
    .innerJoin(minutes, eq(minutes.id, resolution.minutesId))
    .where(eq(resolution.meetingId, meetingId))
    .orderBy(asc(resolution.ordinal));
}

async function outcomesOf(db: Queries, meetingId: string) {
  return db
    .select({ id: publication.id, topicId: resolution.topicId, text: publication.text })
    .from(publication)
    .innerJoin(task, eq(task.id, publication.taskId))
    .innerJoin(resolution, eq(resolution.id, task.resolutionId))
    .where(and(eq(resolution.meetingId, meetingId), isNull(publication.withdrawnAt)))
    .orderBy(asc(publication.publishedAt), asc(publication.id));
}

/** The problems of which some topic is public, and with it the resident's words. */
async function wordsSeen(db: Queries, problemIds: string[]): Promise<Set<string>> {
  const rows = await db
    .select({ id: topic.problemId })
    .from(topic)
    .innerJoin(publicTopic, eq(publicTopic.topicId, topic.id))
    .where(and(inArray(topic.problemId, problemIds), isNotNull(publicTopic.seenEpoch)));
  return new Set(rows.flatMap(({ id }) => id ?? []));
}
