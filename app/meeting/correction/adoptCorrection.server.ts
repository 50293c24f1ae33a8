import type * as Y from "yjs";
import type { Actor } from "~/access/actor";
import type { Book } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { alignment } from "~/meeting/conduct/alignment";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { partRightsOf } from "~/meeting/conduct/writingState.server";
import type { StoredNote } from "~/meeting/minutes/changeNote";
import { appendNote } from "~/meeting/minutes/changeNotes.server";
import { findMinutes } from "~/meeting/minutes/findMinutes.server";
import { minutesSearch } from "~/meeting/minutes/minutesSearch.server";
import { heldAsElements } from "~/record/live/heldAsElements.server";
import { type EditAnswer, editRecord, type MayWrite } from "~/record/live/liveRooms.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { indexSubject } from "~db/search";
import { concernsOf } from "./correction";
import { correctionMutex } from "./correctionMutex.server";
import { correctionToDecide, type FoundCorrection, markDecided } from "./findCorrection.server";
import { mergeEdits, type ProposedEdits } from "./mergeEdits";

/** A decision to adopt; text and `concerns` matter only for issued minutes. */
export interface AdoptInput {
  slug: string;
  proposalId: string;
  version: number;
  text: string;
  /** `topic:ID`, `resolution:ID` or nothing. */
  concerns: string;
}

/**
 * Adopts a proposed correction. Issued minutes stay as they are and get a numbered change note; into a record
 * that is still being written the edits themselves are merged, as their author's. No task is changed. Answers
 * the note's number, null where there is none. Refuses like `correctionToDecide` and `editRecord`, and with
 * `invalid` for a note without text or about what is not in the minutes.
 */
export async function adoptCorrection(
  actor: Actor,
  input: AdoptInput,
  now: string,
): Promise<Result<number | null>> {
  return correctionMutex.take(input.proposalId, () => adoptOnce(actor, input, now));
}

async function adoptOnce(actor: Actor, input: AdoptInput, now: string): Promise<Result<number | null>> {
  const before = await read(async (db) => {
    const found = await correctionToDecide(db, actor, input);
    return found.ok ? done({ ...found.value, issued: await findMinutes(db, found.value.meeting.id) }) : found;
  });
  if (!before.ok) return before;
  const { proposal, issued } = before.value;
  if (issued) return adoptAsNote(actor, input, now);
  // First into the record: if this ends in between, the proposal still waits, and merging again changes nothing.
  const mayWrite = await read((db) => partRightsOf(db, actor, before.value.meeting));
  const inElements = await read((db) => heldAsElements(db, proposal.room, proposal.epoch));
  const merged = await mergeIntoRecord(actor, input.slug, { ...proposal, inElements }, mayWrite);
  if (!merged.ok) return merged;
  return changeMeeting(actor, now, input.slug, async (tx, book, later) => {
    const found = await correctionToDecide(tx, actor, input);
    if (!found.ok) return found;
    // What was merged may have touched the agenda, which is not the record's alone.
    await later(alignment, { slug: input.slug });
    return mark(tx, book, found.value, { actor, now });
  });
}

function mergeIntoRecord(
  actor: Actor,
  slug: string,
  proposal: FoundCorrection["proposal"] & Pick<ProposedEdits, "inElements">,
  mayWrite: MayWrite,
): Promise<EditAnswer> {
  const { personId, postId, bytes, difference, inElements } = proposal;
  const author = personId && postId ? { personId, postId } : actor;
  const change = difference === null ? null : (JSON.parse(difference) as ProposedEdits["change"]);
  const merge = (document: Y.Doc) => mergeEdits(document, { bytes, change, inElements });
  return editRecord(liveRoomName(slug), author, merge, mayWrite);
}

async function adoptAsNote(actor: Actor, input: AdoptInput, now: string): Promise<Result<number | null>> {
  const { text } = input;
  if (!text) return refuse("invalid", { field: "text" });
  return changeMeeting(actor, now, input.slug, async (tx, book) => {
    const found = await correctionToDecide(tx, actor, input);
    if (!found.ok) return found;
    const issued = await findMinutes(tx, found.value.meeting.id);
    if (!issued) return refuse("changedMeanwhile");
    const by = { name: actor.name, post: actor.postTitle, postId: actor.postId };
    const draft = { proposalId: input.proposalId, ...concernsOf(input.concerns), text, by, at: now };
    const note = await appendNote(tx, issued, draft);
    if (!note.ok) return note;
    await bookNote(book, issued.meetingId, note.value);
    await indexSubject(tx, minutesSearch, issued.id);
    return mark(tx, book, found.value, { actor, now }, note.value.number);
  });
}

function bookNote(book: Book, meetingId: string, note: StoredNote & { id: string }): Promise<void> {
  const { id, number, text, sha256, topic, resolution } = note;
  return book({
    verb: "session.addChangeNote",
    subject: { kind: "changeNote", id },
    after: { meetingId, number, text, sha256, topicId: topic?.id, resolutionId: resolution?.id },
  });
}

async function mark(
  tx: Queries,
  book: Book,
  { proposal }: FoundCorrection,
  by: { actor: Actor; now: string },
  number: number | null = null,
): Promise<Result<number | null>> {
  if (!(await markDecided(tx, proposal, { state: "adopted" }, by))) return refuse("changedMeanwhile");
  await book({
    verb: "session.adoptCorrection",
    subject: { kind: "correction", id: proposal.id },
    before: { state: "waiting" },
    after: { state: "adopted", number },
    told: true,
  });
  return done(number);
}
