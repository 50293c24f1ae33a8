import { type Language, named } from "~/i18n/language";
import { type MentionName, mentionKey, readMention } from "~/record/document/mention";
import { mentionsOf } from "~/record/document/noteMentions";
import type { NoteNode } from "~/record/document/noteSchema";
import type { CanonicalRecord } from "~/record/document/record";
import type { Queries } from "~db/connect";
import { mentionNames } from "./mentionNames.server";

/**
 * A record in which every mention reads as the platform calls what it names, whatever the page that wrote it
 * said; a mention of something that does not exist gives way to the id, which is what the room showed of it.
 * @param language Chinese unless told, which is what is issued
 */
export async function nameMentions<T extends Pick<CanonicalRecord, "topics">>(
  db: Queries,
  record: T,
  language: Language = "zh-CN",
): Promise<T> {
  const mentions = mentionsOf(record);
  if (mentions.length === 0) return record;
  const names = new Map((await mentionNames(db, mentions)).map((one) => [mentionKey(one), one.name]));
  return {
    ...record,
    topics: record.topics.map((topic) => ({ ...topic, notes: renamed(topic.notes, { names, language }) })),
  };
}

interface Names {
  names: Map<string, MentionName["name"]>;
  language: Language;
}

function renamed(note: NoteNode, by: Names): NoteNode {
  if (note.type !== "mention")
    return note.content ? { ...note, content: note.content.map((child) => renamed(child, by)) } : note;
  const mention = readMention(note.attrs ?? {});
  const name = mention && by.names.get(mentionKey(mention));
  const { marks } = note;
  if (mention && name) return { ...note, attrs: { ...mention, label: named(name, by.language) } };
  return { type: "text", text: `@${mention?.id ?? ""}`, ...(marks && { marks }) };
}
