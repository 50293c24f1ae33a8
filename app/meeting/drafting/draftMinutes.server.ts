import { createHash } from "node:crypto";
import type * as Y from "yjs";
import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { meetingInWriting } from "~/meeting/conduct/loadSession.server";
import { recordOf } from "~/meeting/conduct/readRecord.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { isDecided } from "~/meeting/conduct/topic";
import { partRightsOf } from "~/meeting/conduct/writingState.server";
import { restoreNotes } from "~/meeting/history/restoreNotes";
import { assemblePaper } from "~/meeting/minutes/assemblePaper";
import { minutesFacts } from "~/meeting/minutes/paperFacts.server";
import { draftWording } from "~/meeting/wording/draftWording";
import { paperTexts } from "~/meeting/wording/paperTexts.server";
import type { NoteNode } from "~/record/document/noteSchema";
import { canonicalJson, canonicalRecord, notesOf, readWording, wordingId } from "~/record/document/record";
import { labelMentions } from "~/record/editor/labelMentions.server";
import { editRecord } from "~/record/live/liveRooms.server";
import { read } from "~db/read";

/** What is to be drafted. */
export interface DraftAsked {
  slug: string;
  /** One topic; left out, all of them. */
  topicId?: string;
  /** Words that people have edited give way to the draft too. */
  over?: "yes";
}

/**
 * Drafts the minutes from the facts and from what was marked in the record, into the record itself, where they are then
 * edited together. What nobody has edited is drafted anew; edited words are left as they are, unless the one topic that
 * is asked for says otherwise. Refuses with `notFound`, `notAllowed`, `wrongStage`, `wordingEdited` and like
 * `editRecord`.
 */
export async function draftMinutes(actor: Actor, asked: DraftAsked, now: string): Promise<Result<null>> {
  const { slug, topicId } = asked;
  const found = await read(async (db) => {
    const meeting = await meetingInWriting(db, actor, slug, ["minutes"]);
    if (!meeting.ok) return meeting;
    const record = await labelMentions(db, canonicalRecord((await recordOf(slug)).document));
    const facts = await minutesFacts(db, meeting.value);
    const paper = assemblePaper(record, facts.topics, facts.paper, facts.unitName, paperTexts, facts.adopted);
    const topics = paper.topics.filter(
      ({ id, kind }) => isDecided(kind) && (topicId === undefined || id === topicId),
    );
    const mayChange = await partRightsOf(db, actor, meeting.value);
    return done({ meetingId: meeting.value.id, topics, mayChange });
  });
  if (!found.ok) return found;
  const { meetingId, topics, mayChange } = found.value;
  if (topicId !== undefined && topics.length === 0) return refuse("notFound");
  let written: string[] = [];
  const change = (document: Y.Doc) => {
    written = topics
      .filter((topic) =>
        writeDraft(document, topic.id, draftWording(topic, paperTexts), asked.over === "yes"),
      )
      .map(({ id }) => id);
  };
  const edited = await editRecord(liveRoomName(slug), actor, change, mayChange);
  if (!edited.ok) return edited;
  if (topicId !== undefined && written.length === 0) return refuse("wordingEdited");
  if (written.length === 0) return done(null);
  return changeMeeting(actor, now, slug, async (_tx, book) => {
    const subject = { kind: "meeting", id: meetingId } as const;
    await book({ verb: "session.draftMinutes", subject, after: { count: written.length } });
    return done(null);
  });
}

/** How a draft is known again: words that no longer are what was drafted have been edited. */
const draftedKey = "drafted";

function fingerprint(note: NoteNode): string {
  return createHash("sha256").update(canonicalJson(note)).digest("hex").slice(0, 16);
}

/** Writes a draft where that takes nothing of anybody's away; tells whether it did, or there was nothing to do. */
function writeDraft(document: Y.Doc, topicId: string, draft: NoteNode, over: boolean): boolean {
  const id = wordingId(topicId);
  const now = readWording(document, topicId);
  const isEdited = now !== null && notesOf(document, id).getAttribute(draftedKey) !== fingerprint(now);
  if (isEdited && !over) return false;
  if (now !== null && fingerprint(now) === fingerprint(draft)) return true;
  restoreNotes(document, id, draft);
  const text = notesOf(document, id);
  // Of what stands there now: reading may leave away what the tree of the draft still had.
  const stands = readWording(document, topicId);
  document.transact(() => text.setAttribute(draftedKey, fingerprint(stands ?? draft)));
  return true;
}
