import { createHash } from "node:crypto";
import { and, asc, eq, max } from "drizzle-orm";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { canonicalJson } from "~/record/document/record";
import type { Queries } from "~db/connect";
import { changeNote, resolution, topic } from "~db/schema";
import { type ChangeNote, changeNoteVersion, type StoredNote } from "./changeNote";
import type { MinutesRow } from "./findMinutes.server";

/** The change notes of minutes, in order. */
export async function notesOfMinutes(db: Queries, minutesId: string): Promise<StoredNote[]> {
  const rows = await db
    .select({ json: changeNote.canonicalJson, sha256: changeNote.sha256 })
    .from(changeNote)
    .where(eq(changeNote.minutesId, minutesId))
    .orderBy(asc(changeNote.number));
  return rows.map(({ json, sha256 }) => ({ ...(JSON.parse(json) as ChangeNote), sha256 }));
}

/** What a note is made of. */
export interface NoteDraft {
  proposalId: string;
  topicId: string | null;
  resolutionId: string | null;
  text: string;
  by: ChangeNote["by"] & { postId: string };
  at: string;
}

/** Appends a note to issued minutes. Refuses with `invalid` where it concerns what is not in them. */
export async function appendNote(
  tx: Queries,
  issued: MinutesRow,
  draft: NoteDraft,
): Promise<Result<StoredNote & { id: string }>> {
  const concerns = await concerned(tx, issued, draft);
  if (!concerns) return refuse("invalid", { field: "concerns" });
  const { text, by, at } = draft;
  const note: ChangeNote = {
    number: await nextNumber(tx, issued.id),
    at,
    minutes: { year: issued.year, number: issued.number },
    ...concerns,
    text,
    by: { name: by.name, post: by.post },
  };
  const json = canonicalJson({ ...note, version: changeNoteVersion });
  const sha256 = createHash("sha256").update(json).digest("hex");
  const id = newId();
  await tx.insert(changeNote).values({
    id,
    minutesId: issued.id,
    number: note.number,
    proposalId: draft.proposalId,
    topicId: note.topic?.id ?? null,
    resolutionId: note.resolution?.id ?? null,
    text,
    canonicalJson: json,
    sha256,
    byPostId: by.postId,
    at,
  });
  return done({ ...note, id, sha256 });
}

async function nextNumber(tx: Queries, minutesId: string): Promise<number> {
  const [last] = await tx
    .select({ number: max(changeNote.number) })
    .from(changeNote)
    .where(eq(changeNote.minutesId, minutesId));
  return (last?.number ?? 0) + 1;
}

/** The topic and resolution of these minutes that a draft names; null when it names what is not theirs. */
async function concerned(
  tx: Queries,
  issued: MinutesRow,
  draft: NoteDraft,
): Promise<Pick<ChangeNote, "topic" | "resolution"> | null> {
  if (draft.resolutionId) {
    const [row] = await tx
      .select({ ordinal: resolution.ordinal, topicId: topic.id, title: topic.title })
      .from(resolution)
      .innerJoin(topic, eq(topic.id, resolution.topicId))
      // Amended minutes hold what earlier ones of the day have adopted.
      .where(and(eq(resolution.id, draft.resolutionId), eq(resolution.meetingId, issued.meetingId)));
    if (!row) return null;
    const { ordinal, topicId: id, title } = row;
    return { topic: { id, title }, resolution: { id: draft.resolutionId, ordinal } };
  }
  if (!draft.topicId) return { topic: null, resolution: null };
  const [row] = await tx
    .select({ id: topic.id, title: topic.title })
    .from(topic)
    .where(and(eq(topic.id, draft.topicId), eq(topic.meetingId, issued.meetingId)));
  return row ? { topic: row, resolution: null } : null;
}
