import type { Handler } from "~/ledger/handler.server";
import { done, type Result } from "~/ledger/result";
import { hasReached } from "~/meeting/kind/stage";
import { pauseTimer } from "~/record/document/record";
import { editRecord } from "~/record/live/liveRooms.server";
import { serverAuthor } from "~/record/live/serverAuthor";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { type Alignment, alignment } from "./alignment";
import { type AgendaEntry, alignRecordDocument, namePresenter } from "./alignRecordDocument";
import { findMeeting } from "./findMeeting.server";
import { liveRoomName } from "./roomName";
import { type TopicRow, topicsOfMeeting } from "./topicsOfMeeting.server";

/**
 * Brings the live record of a meeting in line with its topics in the database, by an edit of the server. May be
 * done any number of times: it writes only what differs, and heals what an interruption or a client that is not
 * ours left behind. Refuses like `editRecord`.
 */
export async function alignRecord({ slug, presenter }: Alignment): Promise<Result<null>> {
  const { entries, closedAt } = await read((db) => toAlign(db, slug));
  if (entries.length === 0) return done(null);
  return editRecord(liveRoomName(slug), serverAuthor, (document) => {
    alignRecordDocument(document, entries);
    if (closedAt) pauseTimer(document, new Date(closedAt));
    if (presenter) namePresenter(document, presenter);
  });
}

/** Aligns after a commit; a record that is just frozen is tried again until it is known what becomes of it. */
export const alignmentHandler: Handler<Alignment> = {
  step: alignment,
  async outside(asked) {
    const aligned = await alignRecord(asked);
    if (!aligned.ok) throw new Error(aligned.refusal.code);
  },
};

/** The entries of a meeting, and when its session was closed: none where nothing may be written in its record. */
async function toAlign(
  db: Queries,
  slug: string,
): Promise<{ entries: AgendaEntry[]; closedAt: string | null }> {
  const meeting = await findMeeting(db, slug);
  if (!meeting || !hasReached(meeting.stage, "agenda")) return { entries: [], closedAt: null };
  // An issued record is frozen, unless it is being amended.
  if (hasReached(meeting.stage, "issued") && !meeting.amendment) return { entries: [], closedAt: null };
  const entries = (await topicsOfMeeting(db, meeting.id)).map(entryOf);
  return { entries, closedAt: meeting.closedAt };
}

/** A topic in the database as its entry in the record should be. */
export function entryOf(row: TopicRow): AgendaEntry {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    problemNumber: row.problem?.number ?? null,
    presenter: row.street?.nameZh ?? "",
    withdrawn: row.withdrawnAt !== null,
  };
}
