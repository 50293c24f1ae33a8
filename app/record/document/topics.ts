import * as Y from "yjs";
import { byOrder, readOrder, writesToPlace } from "./order";
import { readChoice, readId, readOptionalText, readText, readWhole } from "./readValues";
import { changeRecord, entriesOf, entryOf, makeEntry, topicsOf } from "./shape";

/** What an agenda entry is. */
export const topicKinds = ["lookBack", "siteVisit", "topic", "other"] as const;
export type TopicKind = (typeof topicKinds)[number];

/** One item of the agenda as drafted. What is decided about it with legal weight lies in the database. */
export interface Topic {
  id: string;
  title: string;
  /** Fractional key; compare with `byOrder`. */
  order: string;
  kind: TopicKind;
  /** Minutes set aside, 1 to 600. */
  minutesAllotted: number | null;
  presenter: string;
  /** Number of the problem it is about, such as WJC-2026-0137. */
  problemNumber: string | null;
  /** Taken off the agenda; kept, and brought back in one step. */
  withdrawn: boolean;
}

export type TopicFields = Omit<Topic, "id" | "order" | "withdrawn">;

// Keys of entries whose order is missing or unreadable sort behind all others.
const lastOrder = "~";

function readTopic(id: string, entry: Y.Map<unknown>): Topic {
  return {
    id,
    title: readText(entry.get("title")),
    order: readOrder(entry.get("order")) ?? lastOrder,
    kind: readChoice(entry.get("kind"), topicKinds, "topic"),
    minutesAllotted: readWhole(entry.get("minutesAllotted"), 1, 600),
    presenter: readText(entry.get("presenter")),
    problemNumber: readOptionalText(entry.get("problemNumber"), 64),
    withdrawn: entry.get("withdrawn") === true,
  };
}

function allTopics(document: Y.Doc): Topic[] {
  return entriesOf(topicsOf(document))
    .map(([id, entry]) => readTopic(id, entry))
    .sort(byOrder);
}

/** Lists the agenda in order, without what was withdrawn unless asked for. */
export function listTopics(document: Y.Doc, options: { withdrawn?: boolean } = {}): Topic[] {
  const topics = allTopics(document);
  return options.withdrawn ? topics : topics.filter((topic) => !topic.withdrawn);
}

/** Finds a topic, withdrawn or not; null when there is none of this id. */
export function topicById(document: Y.Doc, id: string): Topic | null {
  const entry = entryOf(topicsOf(document), id);
  return entry && readId(id) ? readTopic(id, entry) : null;
}

/** Adds a topic before another one, or at the end. An existing id is left as it is. */
export function addTopic(
  document: Y.Doc,
  topic: { id: string; title: string } & Partial<TopicFields>,
  beforeId: string | null = null,
): void {
  const topics = topicsOf(document);
  if (topics.has(topic.id)) return;
  makeEntry(document, () => {
    const entry = new Y.Map<unknown>();
    for (const [field, value] of Object.entries(topic)) {
      if (field !== "id" && value !== undefined) entry.set(field, value);
    }
    topics.set(topic.id, entry);
    place(document, topic.id, beforeId);
    return entry;
  });
}

/** Moves a topic before another one, or to the end: one small write. */
export function moveTopic(document: Y.Doc, id: string, beforeId: string | null): void {
  if (id === beforeId || !entryOf(topicsOf(document), id)) return;
  changeRecord(document, () => place(document, id, beforeId));
}

function place(document: Y.Doc, id: string, beforeId: string | null): void {
  const topics = topicsOf(document);
  for (const write of writesToPlace(allTopics(document), id, beforeId)) {
    entryOf(topics, write.id)?.set("order", write.order);
  }
}

/** Sets one field. Nothing happens when the topic does not exist. */
export function setTopicField<F extends keyof TopicFields>(
  document: Y.Doc,
  id: string,
  field: F,
  value: TopicFields[F],
): void {
  changeRecord(document, () => entryOf(topicsOf(document), id)?.set(field, value));
}

/** The write by which a field of a topic says what it says, as one item of the document; null where nothing was written. */
export function writeOfTopicField(
  document: Y.Doc,
  id: string,
  field: keyof TopicFields,
): { client: number; clock: number; length: number } | null {
  const item = entryOf(topicsOf(document), id)?._map.get(field);
  return item ? { ...item.id, length: item.length } : null;
}

/** Takes a topic off the agenda by a mark; its notes and resolutions stay. */
export function withdrawTopic(document: Y.Doc, id: string): void {
  changeRecord(document, () => entryOf(topicsOf(document), id)?.set("withdrawn", true));
}

/** Brings a withdrawn topic back as it was. */
export function restoreTopic(document: Y.Doc, id: string): void {
  changeRecord(document, () => entryOf(topicsOf(document), id)?.set("withdrawn", false));
}
