import type * as Y from "yjs";
import { type Mention, readMention } from "./mention";
import type { NoteNode } from "./noteSchema";
import { readNotes } from "./readNotes";
import { type RecordSession, readSession } from "./recordSession";
import { listResolutions, type Resolution } from "./resolutions";
import { listTopics, type Topic } from "./topics";
import { readWording } from "./wording";

/** Rises when the shape below changes, so that an old record is read as what it was. */
export const canonicalVersion = 1;

/** A topic with its notes as a validated tree. */
export interface CanonicalTopic extends Topic {
  notes: NoteNode;
}

/** The whole record as plain data. Withdrawn topics, resolutions and milestones are in it, marked. */
export interface CanonicalRecord {
  version: number;
  topics: CanonicalTopic[];
  resolutions: Resolution[];
  session: RecordSession;
  /** What was worded for the minutes, by topic; left out while nothing was. */
  wordings?: Record<string, NoteNode>;
}

/** Reads the record out of a document. Never throws on what is in it; ignores what does not belong. */
export function canonicalRecord(document: Y.Doc): CanonicalRecord {
  const wordings = wordingsOf(document);
  return {
    version: canonicalVersion,
    topics: listTopics(document, { withdrawn: true }).map((topic) => ({
      ...topic,
      notes: readNotes(document, topic.id),
    })),
    resolutions: listResolutions(document, undefined, { withdrawn: true }),
    session: readSession(document),
    ...(wordings && { wordings }),
  };
}

function wordingsOf(document: Y.Doc): CanonicalRecord["wordings"] {
  const worded = listTopics(document, { withdrawn: true }).flatMap(({ id }): [string, NoteNode][] => {
    const wording = readWording(document, id);
    return wording ? [[id, wording]] : [];
  });
  return worded.length > 0 ? Object.fromEntries(worded) : undefined;
}

/** Lists everything that the notes of a record mention, in reading order; the same thing may come up often. */
export function mentionsOf({
  topics,
  wordings = {},
}: Pick<CanonicalRecord, "topics" | "wordings">): Mention[] {
  return [...topics.map((topic) => topic.notes), ...Object.values(wordings)].flatMap(mentionsIn);
}

function mentionsIn(note: NoteNode): Mention[] {
  const own = note.type === "mention" ? readMention(note.attrs ?? {}) : null;
  return own ? [own] : (note.content ?? []).flatMap(mentionsIn);
}

/** Writes a record, or other plain data, as text: the same data give the same bytes, in whatever order they came. */
export function canonicalJson(record: object): string {
  return JSON.stringify(sorted(record));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]));
}
