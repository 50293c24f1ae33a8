import type { Queries } from "~db/connect";
import type { NoteNode } from "./editorSchema";
import { type MentionName, mentionKey, readMention } from "./mention";
import { mentionNames } from "./mentionNames.server";
import { mentionsOf } from "./noteMentions";
import type { CanonicalRecord } from "./record";

/**
 * A record in which every mention reads as the platform calls what it names, whatever the page that wrote it
 * said; a mention of something that does not exist gives way to the id, which is what the room showed of it.
 */
export async function nameMentions<T extends Pick<CanonicalRecord, "topics">>(
  db: Queries,
  record: T,
): Promise<T> {
  const mentions = mentionsOf(record);
  if (mentions.length === 0) return record;
  const names = new Map((await mentionNames(db, mentions)).map((one) => [mentionKey(one), one.name]));
  return {
    ...record,
    topics: record.topics.map((topic) => ({ ...topic, notes: renamed(topic.notes, names) })),
  };
}

function renamed(note: NoteNode, names: Map<string, MentionName["name"]>): NoteNode {
  if (note.type !== "mention")
    return note.content ? { ...note, content: note.content.map((child) => renamed(child, names)) } : note;
  const mention = readMention(note.attrs ?? {});
  const name = mention && names.get(mentionKey(mention));
  const { marks } = note;
  if (mention && name) return { ...note, attrs: { ...mention, label: name.zh } };
  return { type: "text", text: `@${mention?.id ?? ""}`, ...(marks && { marks }) };
}
