import type * as Y from "yjs";
import { type Language, named } from "~/i18n/language";
import { heldMentions } from "~/record/document/heldMentions";
import { type MentionName, type MentionTarget, mentionKey, readMention } from "~/record/document/mention";
import type { NoteNode } from "~/record/document/noteSchema";
import { type CanonicalRecord, mentionsOf } from "~/record/document/record";
import type { Queries } from "~db/connect";
import { findMentionNames } from "./findMentionNames.server";

type Names = Map<string, MentionName["name"]>;

async function namesByKey(db: Queries, targets: readonly MentionTarget[]): Promise<Names> {
  return new Map((await findMentionNames(db, targets)).map((one) => [mentionKey(one), one.name]));
}

/**
 * Labels every mention of a record with the platform's name of what it means, whatever the page that wrote it
 * said; a mention of something that does not exist gives way to its id, which is what the room showed of it.
 * @param language Chinese unless told, which is what is issued
 */
export async function labelMentions<T extends Pick<CanonicalRecord, "topics" | "wordings">>(
  db: Queries,
  record: T,
  language: Language = "zh-CN",
): Promise<T> {
  const mentions = mentionsOf(record);
  if (mentions.length === 0) return record;
  const names = await namesByKey(db, mentions);
  return {
    ...record,
    topics: record.topics.map((topic) => ({ ...topic, notes: labelled(topic.notes, names, language) })),
    ...(record.wordings && {
      wordings: Object.fromEntries(
        Object.entries(record.wordings).map(([id, note]) => [id, labelled(note, names, language)]),
      ),
    }),
  };
}

function labelled(note: NoteNode, names: Names, language: Language): NoteNode {
  if (note.type !== "mention")
    return note.content
      ? { ...note, content: note.content.map((child) => labelled(child, names, language)) }
      : note;
  const mention = readMention(note.attrs ?? {});
  const name = mention && names.get(mentionKey(mention));
  const { marks } = note;
  if (mention && name) return { ...note, attrs: { ...mention, label: named(name, language) } };
  return { type: "text", text: `@${mention?.id ?? ""}`, ...(marks && { marks }) };
}

/**
 * Labels every mention in a copy of a record with the platform's name of what it means, or with its id where
 * there is no such thing. For looking at only: the copy must not find its way back into the record.
 * @returns whether any label was another
 */
export async function labelMentionsInCopy(db: Queries, copy: Y.Doc, language: Language): Promise<boolean> {
  const mentions = heldMentions(copy);
  if (mentions.length === 0) return false;
  const names = await namesByKey(
    db,
    mentions.map(({ mention }) => mention),
  );
  const wrong = mentions.flatMap(({ mention, relabel }) => {
    const name = names.get(mentionKey(mention));
    const label = name ? named(name, language) : mention.id;
    return mention.label === label ? [] : [() => relabel(label)];
  });
  copy.transact(() => {
    for (const relabel of wrong) relabel();
  });
  return wrong.length > 0;
}
