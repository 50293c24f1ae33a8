import type * as Y from "yjs";
import { readId } from "./readValues";
import { entryOf, recordRoots, resolutionsOf, topicOfNotes } from "./shape";
import { type DecodedUpdate, type Place, placesOf } from "./updatePlaces";
import { topicOfWording } from "./wording";

/** A part of the record that some may write and others may not. */
export type RecordPart =
  /** The topic the room is on, and its clock. */
  | { kind: "session" }
  /** Which entries stand on the agenda, as what, and in which order. */
  | { kind: "agenda" }
  /** Title, presenter and minutes of one entry. */
  | { kind: "topic"; topicId: string }
  | { kind: "notes"; topicId: string }
  /** What the minutes say of a topic. */
  | { kind: "wording"; topicId: string }
  /** The resolutions of a topic; null where they name none. */
  | { kind: "resolutions"; topicId: string | null };

const wordsOfTopic: readonly unknown[] = ["title", "presenter", "minutesAllotted"];

/**
 * Lists the parts of a record that an update would change, deletions and what it hides under other edits included.
 * The update must be one that could be applied. Costs the length of the update, not of the document.
 */
export function changedParts(document: Y.Doc, update: DecodedUpdate): RecordPart[] {
  const parts = new Map<string, RecordPart>();
  const add = (part: RecordPart) => parts.set(JSON.stringify(part), part);
  for (const { place, written } of placesOf(document, update)) {
    if (place.root === recordRoots.resolutions)
      for (const topicId of topicsOfResolution(document, place, written))
        add({ kind: "resolutions", topicId });
    else add(partAt(place));
  }
  return [...parts.values()];
}

function partAt({ root, keys }: Place): RecordPart {
  if (root === recordRoots.session) return { kind: "session" };
  const notes = topicOfNotes(root);
  const worded = notes === null ? null : topicOfWording(notes);
  if (worded !== null) return { kind: "wording", topicId: worded };
  if (notes !== null) return { kind: "notes", topicId: notes };
  const [topicId, field] = keys;
  return topicId && wordsOfTopic.includes(field) ? { kind: "topic", topicId } : { kind: "agenda" };
}

/** A resolution belongs to the topic that it names now, and to every one that the update makes it name. */
function topicsOfResolution(
  document: Y.Doc,
  { keys: [id, field] }: Place,
  written: readonly unknown[],
): (string | null)[] {
  const now = readId(id ? entryOf(resolutionsOf(document), id)?.get("topicId") : null);
  const named = field === "topicId" ? written.map(readId).filter((topicId) => topicId !== null) : [];
  return now === null && named.length > 0 ? named : [now, ...named];
}
