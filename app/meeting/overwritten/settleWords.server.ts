import { and, eq, inArray } from "drizzle-orm";
import type * as Y from "yjs";
import type { Actor } from "~/access/actor";
import { freshness } from "~/ledger/freshness";
import { done, type Result, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { rightByPost, roomRight } from "~/meeting/conduct/roomRight.server";
import { partRightsOf } from "~/meeting/conduct/writingState.server";
import type { FieldValue } from "~/record/document/fieldPlace";
import { writeField } from "~/record/document/fieldValue";
import { editRecord } from "~/record/live/liveRooms.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { overwrittenWords } from "~db/schema";
import { canSettle, type OverwrittenState } from "./overwritten";

/** Which words, in which meeting's record. */
export interface WhichWords {
  slug: string;
  wordsId: string;
}

type Words = typeof overwrittenWords.$inferSelect;

/**
 * Puts overwritten words back where they were written, as an edit of whoever does it, also those that were let go.
 * Put back already, nothing happens. Refuses with `notFound`, `notAllowed`, `recordFrozen`, `wordsHaveNoPlace` where the
 * entry is gone and cannot be brought back, and like `editRecord`.
 */
export async function putWordsBack(actor: Actor, input: WhichWords, now: string): Promise<Result<null>> {
  const found = await read(async (db) => {
    const words = await wordsToSettle(db, actor, input);
    if (!words.ok) return words;
    const { meeting, row } = words.value;
    const right = await roomRight(db, actor, meeting);
    if (right !== "write")
      return refuse((await rightByPost(db, actor, input.slug)) === "write" ? "recordFrozen" : "notAllowed");
    return done({ row, mayWrite: await partRightsOf(db, actor, meeting) });
  });
  if (!found.ok) return found;
  const { row, mayWrite } = found.value;
  if (row.state === "putBack") return done(null);
  // First into the record: if this ends in between, the words still wait, and putting them back again changes nothing.
  let written = false;
  const change = (document: Y.Doc) => {
    written = writeField(document, row, JSON.parse(row.value) as FieldValue, row.topicId);
  };
  const edited = await editRecord(liveRoomName(input.slug), actor, change, mayWrite);
  if (!edited.ok) return edited;
  return written ? settle(actor, input, "putBack", now) : refuse("wordsHaveNoPlace");
}

/** Lets overwritten words go; they stay in the history. Let go, or put back, already, nothing happens. Refuses with `notFound`. */
export async function letWordsGo(actor: Actor, input: WhichWords, now: string): Promise<Result<null>> {
  const found = await read((db) => wordsToSettle(db, actor, input));
  if (!found.ok) return found;
  return found.value.row.state === "waiting" ? settle(actor, input, "letGo", now) : done(null);
}

/** Refuses with `notFound` also to whom the words do not belong: they are read in the history. */
async function wordsToSettle(
  db: Queries,
  actor: Actor,
  { slug, wordsId }: WhichWords,
): Promise<Result<{ meeting: Meeting; row: Words }>> {
  const meeting = await findMeeting(db, slug);
  if (!meeting || (await roomRight(db, actor, meeting)) === "none") return refuse("notFound");
  const { id, room } = overwrittenWords;
  const [row] = await db
    .select()
    .from(overwrittenWords)
    .where(and(eq(id, wordsId), eq(room, liveRoomName(slug))));
  if (!row) return refuse("notFound");
  return canSettle(actor, meeting, row) ? done({ meeting, row }) : refuse("notAllowed");
}

const before: Record<Exclude<OverwrittenState, "waiting">, OverwrittenState[]> = {
  putBack: ["waiting", "letGo"],
  letGo: ["waiting"],
};

function settle(
  actor: Actor,
  input: WhichWords,
  state: "putBack" | "letGo",
  now: string,
): Promise<Result<null>> {
  return changeMeeting(actor, now, input.slug, async (tx, book, later) => {
    const again = await wordsToSettle(tx, actor, input);
    if (!again.ok) return again;
    const { row } = again.value;
    const { personId: settledByPersonId, postId: settledByPostId } = actor;
    const changed = await tx
      .update(overwrittenWords)
      .set({ state, settledByPersonId, settledByPostId, settledAt: now, version: row.version + 1 })
      .where(
        and(
          eq(overwrittenWords.id, row.id),
          eq(overwrittenWords.version, row.version),
          inArray(overwrittenWords.state, before[state]),
        ),
      )
      .returning({ id: overwrittenWords.id });
    if (changed.length !== 1) return refuse("changedMeanwhile");
    await book({
      verb: state === "putBack" ? "session.putWordsBack" : "session.letWordsGo",
      subject: { kind: "overwritten", id: row.id },
      before: { state: row.state },
      after: { state, kind: row.kind },
      told: true,
    });
    await later(freshness, { kind: "words", slug: input.slug });
    return done(null);
  });
}
