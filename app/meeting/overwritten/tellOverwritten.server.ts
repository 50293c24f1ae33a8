import { and, eq } from "drizzle-orm";
import { freshness } from "~/ledger/freshness";
import type { Handler } from "~/ledger/handler.server";
import { done, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { meetingOfRoom } from "~/meeting/conduct/roomName";
import { authorsOf, type RoomAuthors } from "~/meeting/history/authorsOf.server";
import { serverAuthor } from "~/record/live/serverAuthor";
import { read } from "~db/read";
import { overwrittenWords } from "~db/schema";
import { type OverwrittenInRoom, overwritten } from "./overwritten";

type Words = typeof overwrittenWords.$inferSelect;

/** Says in the rows whose words they are, books them, and tells their writers: by a notice, and on the page of the room. */
export const overwrittenHandler: Handler<OverwrittenInRoom> = {
  step: overwritten,
  async outside({ room, epoch }, { now }) {
    const rows = await read((db) =>
      db
        .select()
        .from(overwrittenWords)
        .where(and(eq(overwrittenWords.room, room), eq(overwrittenWords.told, false))),
    );
    if (rows.length === 0) return;
    const authors = await authorsOf(room, epoch);
    for (const row of rows) await tell(row, handsOf(row, authors), now);
  },
};

type Hands = Pick<Words, "writerPersonId" | "writerPostId" | "overPersonId" | "overPostId">;

function handsOf(row: Words, { wrote }: RoomAuthors): Hands {
  const by = (client: number | null, clock: number | null) =>
    client === null || clock === null ? null : (wrote.find({ client, clock, length: 1 })[0]?.writer ?? null);
  const writer = row.writerPersonId === null ? by(row.client, row.clock) : null;
  const over = row.overPersonId === null ? by(row.overClient, row.overClock) : null;
  return {
    writerPersonId: row.writerPersonId ?? writer?.personId ?? null,
    writerPostId: row.writerPostId ?? writer?.postId ?? null,
    overPersonId: row.overPersonId ?? over?.personId ?? null,
    overPostId: row.overPostId ?? over?.postId ?? null,
  };
}

async function tell(row: Words, hands: Hands, now: string): Promise<void> {
  const slug = meetingOfRoom(row.room) ?? row.room;
  // Nobody misses what the platform wrote by itself.
  const state = hands.writerPersonId === serverAuthor.personId ? "letGo" : row.state;
  await changeMeeting(null, now, slug, async (tx, book, later) => {
    const told = await tx
      .update(overwrittenWords)
      .set({ ...hands, state, told: true })
      .where(and(eq(overwrittenWords.id, row.id), eq(overwrittenWords.told, false)))
      .returning({ id: overwrittenWords.id });
    if (told.length !== 1) return refuse("changedMeanwhile");
    const { writerPersonId, overPersonId } = hands;
    await book({
      verb: "session.overwriteWords",
      subject: { kind: "overwritten", id: row.id },
      after: { kind: row.kind, text: row.value, writerPersonId, overPersonId },
      told: true,
    });
    await later(freshness, { kind: "words", slug });
    return done(null);
  });
}
