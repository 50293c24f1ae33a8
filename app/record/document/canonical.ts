import type * as Y from "yjs";
import { type Mention, readMention } from "./mention";
import type { NoteNode } from "./noteSchema";
import { readNotes } from "./readNotes";
import { type RecordSession, readSession } from "./recordSession";
import { listResolutions, type Resolution } from "./resolutions";
import { listTopics, type Topic } from "./topics";

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
}

/** Reads the record out of a document. Never throws on what is in it; ignores what does not belong. */
export function canonicalRecord(document: Y.Doc): CanonicalRecord {
  return {
    version: canonicalVersion,
    topics: listTopics(document, { withdrawn: true }).map((topic) => ({
      ...topic,
      notes: readNotes(document, topic.id),
    })),
    resolutions: listResolutions(document, undefined, { withdrawn: true }),
    session: readSession(document),
  };
}

/** Lists everything that the notes of a record mention, in reading order; the same thing may come up often. */
export function mentionsOf({ topics }: Pick<CanonicalRecord, "topics">): Mention[] {
  return topics.flatMap((topic) => mentionsIn(topic.notes));
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
