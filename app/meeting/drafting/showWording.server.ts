import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import { canWritePart } from "~/meeting/conduct/permission";
import { recordOf } from "~/meeting/conduct/readRecord.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { roomRight, writerIn } from "~/meeting/conduct/roomRight.server";
import { type ShownMeeting, shownMeeting } from "~/meeting/conduct/shownMeeting";
import { isDecided } from "~/meeting/conduct/topic";
import { writingStateOf } from "~/meeting/conduct/writingState.server";
import { hasReached } from "~/meeting/kind/stage";
import { assemblePaper } from "~/meeting/minutes/assemblePaper";
import type { PaperTopic } from "~/meeting/minutes/paper";
import { minutesFacts } from "~/meeting/minutes/paperFacts.server";
import { draftWording } from "~/meeting/wording/draftWording";
import { paperTexts } from "~/meeting/wording/paperTexts.server";
import { topicFacts } from "~/meeting/wording/topicFacts";
import type { MentionName } from "~/record/document/mention";
import type { NoteNode } from "~/record/document/noteSchema";
import { type CanonicalRecord, canonicalRecord, mentionsOf } from "~/record/document/record";
import { findMentionNames } from "~/record/editor/findMentionNames.server";
import { labelMentions } from "~/record/editor/labelMentions.server";
import { taskScope } from "~/task/scope.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { liveRoom } from "~db/schema";

/** A topic of the minutes as its words are edited. */
export interface WordedTopicView {
  topic: PaperTopic;
  /** What the facts in its words read. */
  facts: Record<string, string>;
  /** What would be drafted now. */
  draft: NoteNode;
  /** What stands there; null while nothing was drafted. */
  wording: NoteNode | null;
}

/** Everything the page begins with on which the minutes are edited. */
export interface WordingPage {
  meeting: ShownMeeting;
  room: string;
  epoch: number;
  me: { personId: string };
  topics: WordedTopicView[];
  mentions: MentionName[];
  /** The reader may edit the words now. */
  writes: boolean;
}

/**
 * Shows the words of the minutes as they stand in the record, beside what would be drafted from facts and record now.
 * Refuses with `notFound` to whom the room is closed, and before the session is over.
 */
export async function showWording(actor: Actor, slug: string): Promise<Result<WordingPage>> {
  return read(async (db) => {
    const meeting = await findMeeting(db, slug);
    if (!meeting || !hasReached(meeting.stage, "minutes")) return refuse("notFound");
    const right = await roomRight(db, actor, meeting);
    if (right === "none") return refuse("notFound");
    const record = await labelMentions(db, canonicalRecord((await recordOf(slug)).document));
    return done({
      meeting: shownMeeting(meeting),
      room: liveRoomName(slug),
      epoch: await epochOf(db, slug),
      me: { personId: actor.personId },
      topics: await wordedTopics(db, meeting, record),
      mentions: await findMentionNames(db, mentionsOf(record), taskScope(actor)),
      writes: right === "write" && (await mayWord(db, actor, meeting)),
    });
  });
}

async function mayWord(db: Queries, actor: Actor, meeting: Meeting): Promise<boolean> {
  const writer = await writerIn(db, actor, meeting);
  const part = { kind: "wording", topicId: "" } as const;
  return writer !== null && canWritePart(writer, await writingStateOf(db, meeting), part);
}

async function wordedTopics(
  db: Queries,
  meeting: Meeting,
  record: CanonicalRecord,
): Promise<WordedTopicView[]> {
  const facts = await minutesFacts(db, meeting);
  const paper = assemblePaper(record, facts.topics, facts.paper, facts.unitName, paperTexts, facts.adopted);
  return paper.topics
    .filter(({ kind }) => isDecided(kind))
    .map((topic) => ({
      topic,
      facts: topicFacts(topic, paperTexts, "zh-CN"),
      draft: draftWording(topic, paperTexts),
      wording: record.wordings?.[topic.id] ?? null,
    }));
}

async function epochOf(db: Queries, slug: string): Promise<number> {
  const name = liveRoomName(slug);
  const [row] = await db.select({ epoch: liveRoom.epoch }).from(liveRoom).where(eq(liveRoom.name, name));
  return row?.epoch ?? 1;
}
