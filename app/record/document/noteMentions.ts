import { type Mention, readMention } from "./mention";
import type { NoteNode } from "./noteSchema";
import type { CanonicalRecord } from "./record";

/** Everything that is named in the notes of a record, in reading order; the same thing may come up often. */
export function mentionsOf({ topics }: Pick<CanonicalRecord, "topics">): Mention[] {
  return topics.flatMap((topic) => mentionsIn(topic.notes));
}

function mentionsIn(note: NoteNode): Mention[] {
  const own = note.type === "mention" ? readMention(note.attrs ?? {}) : null;
  return own ? [own] : (note.content ?? []).flatMap(mentionsIn);
}
