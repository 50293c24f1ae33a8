import * as Y from "yjs";
import { authorsOf } from "~/meeting/history/authorsOf.server";
import { type CarriedRange, carriedHands } from "~/meeting/history/carriedHands";
import { convertNotes, topicsInElements } from "~/record/document/convertNotes";
import { itemsOfNotes } from "~/record/document/noteItems";

/** A state of a record whose notes are lines, and whose the words are that had to be copied for it. */
export interface RecordInLines {
  state: Uint8Array;
  hands: CarriedRange[];
}

/**
 * Reads a state of a record that holds its notes as elements, and makes lines of them. Everything else in it stays
 * what it is, item by item.
 * @param from the state, and the epoch of the room in which it was written
 */
export async function recordInLines(
  room: string,
  from: { state: Uint8Array; epoch: number },
): Promise<RecordInLines> {
  const document = new Y.Doc();
  Y.applyUpdate(document, from.state);
  const topics = topicsInElements(document);
  const before = topics.map((topicId) => itemsOfNotes(document, topicId).flat());
  document.transact(() => convertNotes(document));
  const { wrote } = await authorsOf(room, from.epoch);
  const hands = topics.flatMap((topicId, at) =>
    carriedHands(before[at] ?? [], itemsOfNotes(document, topicId).flat(), wrote),
  );
  const state = Y.encodeStateAsUpdate(document);
  document.destroy();
  return { state, hands };
}
