import { and, eq, isNull } from "drizzle-orm";
import type { NamedMeeting } from "~/i18n/meetingName";
import type { Book } from "~/ledger/change.server";
import { freshness } from "~/ledger/freshness";
import { newId } from "~/ledger/identifier.server";
import type { Later } from "~/ledger/later.server";
import { alignment } from "~/meeting/conduct/alignment";
import { alias } from "~db/alias";
import type { Queries } from "~db/connect";
import { meeting, topic } from "~db/schema";

const before = alias(topic, "topic_before");

type TopicRow = typeof topic.$inferSelect;

/** The transaction in which a topic is put off, or is no longer. */
interface Within {
  tx: Queries;
  book: Book;
  later: Later;
  now: string;
}

/**
 * Puts a topic on the agenda of the meeting to which it was put off, where that is drawn up already, and takes it off
 * any other to which it was put off before. What stands there already stays as it is, so that it may be done any number
 * of times. An agenda that is yet to be drawn up takes the topic when it is (`deferredTo`).
 * @param topicRow the topic as it was put off
 * @param meetingId the meeting that takes it up; null where none does
 */
export async function callDeferred(
  { tx, book, later, now }: Within,
  topicRow: TopicRow,
  meetingId: string | null,
): Promise<void> {
  const slugs = await leaveOthers({ tx, book, now }, topicRow, meetingId);
  const [target] = meetingId ? await tx.select().from(meeting).where(eq(meeting.id, meetingId)) : [];
  if (target?.stage === "agenda") {
    await callOne({ tx, book }, topicRow, target.id);
    slugs.push(target.slug);
  }
  for (const slug of slugs) {
    await later(alignment, { slug });
    await later(freshness, { kind: "topic", slug });
  }
}

/** Where an entry stands already for the same matter, that one is called; the words it has there stay. */
async function callOne(
  { tx, book }: Pick<Within, "tx" | "book">,
  from: TopicRow,
  meetingId: string,
): Promise<void> {
  const called = { deferredFromTopicId: from.id, withdrawnAt: null };
  const stands = await standing(tx, from, meetingId);
  if (stands) {
    if (stands.deferredFromTopicId === from.id && stands.withdrawnAt === null) return;
    await tx
      .update(topic)
      .set({ ...called, version: stands.version + 1 })
      .where(eq(topic.id, stands.id));
    const subject = { kind: "topic", id: stands.id };
    return book({
      verb: "session.callDeferred",
      subject,
      before: { withdrawnAt: stands.withdrawnAt },
      after: called,
    });
  }
  await insertDeferred({ tx, book }, from, meetingId);
}

/** Adds what was put off to a later agenda, as the entry it was. */
export async function insertDeferred(
  { tx, book }: Pick<Within, "tx" | "book">,
  from: TopicRow,
  meetingId: string,
): Promise<void> {
  const { kind, problemId, listingId, title, contentElsewhere } = from;
  const row = {
    ...{ id: newId(), meetingId, kind, problemId, listingId, title, contentElsewhere },
    deferredFromTopicId: from.id,
  };
  await tx.insert(topic).values(row);
  await book({ verb: "session.callDeferred", subject: { kind: "topic", id: row.id }, after: row });
}

async function standing(tx: Queries, from: TopicRow, meetingId: string): Promise<TopicRow | undefined> {
  const there = await tx.select().from(topic).where(eq(topic.meetingId, meetingId));
  return (
    there.find((one) => one.deferredFromTopicId === from.id) ??
    there.find((one) => one.problemId !== null && one.problemId === from.problemId)
  );
}

/** Takes it off the agendas to which it is no longer put off, unless it was decided there. */
async function leaveOthers(
  { tx, book, now }: Pick<Within, "tx" | "book" | "now">,
  from: TopicRow,
  meetingId: string | null,
): Promise<string[]> {
  const called = await tx
    .select({ topic, slug: meeting.slug, stage: meeting.stage })
    .from(topic)
    .innerJoin(meeting, eq(meeting.id, topic.meetingId))
    .where(and(eq(topic.deferredFromTopicId, from.id), isNull(topic.withdrawnAt), isNull(topic.outcome)));
  const left = called.filter(({ topic: one, stage }) => one.meetingId !== meetingId && stage === "agenda");
  for (const { topic: one } of left) {
    await tx
      .update(topic)
      .set({ withdrawnAt: now, version: one.version + 1 })
      .where(eq(topic.id, one.id));
    await book({
      verb: "session.takeOffAgenda",
      subject: { kind: "topic", id: one.id },
      before: { withdrawnAt: null },
      after: { withdrawnAt: now },
    });
  }
  return left.map(({ slug }) => slug);
}

/** What earlier meetings put off to this one and is not on its agenda. */
export async function deferredTo(tx: Queries, meetingId: string): Promise<TopicRow[]> {
  const put = await tx
    .select()
    .from(topic)
    .where(
      and(eq(topic.deferredToMeetingId, meetingId), eq(topic.outcome, "deferred"), isNull(topic.withdrawnAt)),
    );
  const here = await tx
    .select({ from: topic.deferredFromTopicId })
    .from(topic)
    .where(eq(topic.meetingId, meetingId));
  const called = new Set(here.map(({ from }) => from));
  return put.filter(({ id }) => !called.has(id));
}

/** From which meeting each entry of this one was put off, by topic. */
export async function deferredFrom(db: Queries, meetingId: string): Promise<Record<string, NamedMeeting>> {
  const rows = await db
    .select({ id: topic.id, slug: meeting.slug, title: meeting.title, date: meeting.date })
    .from(topic)
    .innerJoin(before, eq(before.id, topic.deferredFromTopicId))
    .innerJoin(meeting, eq(meeting.id, before.meetingId))
    .where(eq(topic.meetingId, meetingId));
  return Object.fromEntries(rows.map(({ id, ...named }) => [id, named]));
}
