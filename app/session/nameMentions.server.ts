import { inArray } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { person, task, unit } from "~db/schema";
import type { NoteNode } from "./editorSchema";
import { type Mention, type MentionKind, readMention } from "./mention";
import type { CanonicalRecord } from "./record";

// A statement takes a bounded number of parameters.
const most = 500;

/**
 * A record in which every mention reads as the platform calls what it names, whatever the page that wrote it
 * said; a mention of something that does not exist gives way to its words.
 */
export async function nameMentions<T extends Pick<CanonicalRecord, "topics">>(
  db: Queries,
  record: T,
): Promise<T> {
  const mentions = record.topics.flatMap((topic) => mentionsIn(topic.notes));
  if (mentions.length === 0) return record;
  const labels = await labelsOf(db, mentions);
  return {
    ...record,
    topics: record.topics.map((topic) => ({ ...topic, notes: renamed(topic.notes, labels) })),
  };
}

function mentionsIn(note: NoteNode): Mention[] {
  const own = note.type === "mention" ? readMention(note.attrs ?? {}) : null;
  return own ? [own] : (note.content ?? []).flatMap(mentionsIn);
}

type Labels = Record<MentionKind, Map<string, string>>;

async function labelsOf(db: Queries, mentions: readonly Mention[]): Promise<Labels> {
  const ids = (kind: MentionKind) =>
    [...new Set(mentions.filter((one) => one.kind === kind).map((one) => one.id))].slice(0, most);
  const [units, people, tasks] = await Promise.all([
    db
      .select({ id: unit.slug, label: unit.nameZh })
      .from(unit)
      .where(inArray(unit.slug, ids("unit"))),
    db
      .select({ id: person.id, label: person.name })
      .from(person)
      .where(inArray(person.id, ids("person"))),
    db
      .select({ id: task.number, label: task.number })
      .from(task)
      .where(inArray(task.number, ids("task"))),
  ]);
  const named = (rows: { id: string; label: string }[]) => new Map(rows.map((row) => [row.id, row.label]));
  return { unit: named(units), person: named(people), task: named(tasks) };
}

function renamed(note: NoteNode, labels: Labels): NoteNode {
  if (note.type !== "mention")
    return note.content ? { ...note, content: note.content.map((child) => renamed(child, labels)) } : note;
  const mention = readMention(note.attrs ?? {});
  const label = mention && labels[mention.kind].get(mention.id);
  const { marks } = note;
  if (mention && label) return { ...note, attrs: { ...mention, label } };
  return { type: "text", text: `@${mention?.label ?? ""}`, ...(marks && { marks }) };
}
