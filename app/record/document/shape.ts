import * as Y from "yjs";

/** Names of the top-level structures in a record's document. Nothing else may be written at the top. */
export const recordRoots = { topics: "topics", resolutions: "resolutions", session: "session" } as const;

/**
 * What each top-level structure that belongs to the notes of a topic is named by, behind the first part of its name:
 * their text by the topic, a table also by its own id, the text of a cell also by those of its row and column.
 */
const notesIds: Record<string, number> = { lines: 1, tables: 2, cells: 4 };

/** Begins the names of structures that held notes as elements, before version 2 of the editor. */
const elementsPrefix = "notes/";
// Starts with a letter or digit, so that no id is a name like `__proto__`.
const idPattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** Bounds on what is read back; more can only come from a client that is not ours. */
export const recordBounds = {
  /** Characters of a one-line field. */
  line: 500,
  /** Characters of a resolution's text. */
  text: 20_000,
  /** Entries of one map or list. */
  entries: 2_000,
} as const;

/** Origin of every transaction made by the functions of the record; an UndoManager tracks it. */
export const recordOrigin = "record";

/** Tells whether an id may key a topic, a resolution or a milestone. */
export function isRecordId(id: unknown): id is string {
  return typeof id === "string" && idPattern.test(id);
}

/** Names the top-level text that holds the notes of a topic. */
export function notesRoot(topicId: string): string {
  return `lines/${topicId}`;
}

/** Tells whose notes a top-level structure of that name belongs to; null where it belongs to no notes. */
export function topicOfNotes(name: string): string | null {
  if (name.startsWith(elementsPrefix)) return topicOfElements(name);
  const [kind = "", ...ids] = name.split("/");
  const isNotes = Object.hasOwn(notesIds, kind) && notesIds[kind] === ids.length && ids.every(isRecordId);
  return isNotes ? (ids[0] ?? null) : null;
}

/** Tells whose notes were held as elements under that name; null for any other structure. */
export function topicOfElements(name: string): string | null {
  const id = name.startsWith(elementsPrefix) ? name.slice(elementsPrefix.length) : null;
  return isRecordId(id) ? id : null;
}

/** Tells whether a top-level structure of that name may be made in a record. */
export function isRecordRoot(name: string): boolean {
  if (name === recordRoots.topics || name === recordRoots.resolutions || name === recordRoots.session)
    return true;
  return topicOfNotes(name) !== null && topicOfElements(name) === null;
}

/** Gives the topics of the document, by id. */
export function topicsOf(document: Y.Doc): Y.Map<unknown> {
  return document.getMap(recordRoots.topics);
}

/** Gives the resolutions of the document, by id. */
export function resolutionsOf(document: Y.Doc): Y.Map<unknown> {
  return document.getMap(recordRoots.resolutions);
}

/** Gives what everybody in the room is looking at: the current topic and the clock. */
export function sessionOf(document: Y.Doc): Y.Map<unknown> {
  return document.getMap(recordRoots.session);
}

/** Gives the notes of a topic, to which its editor is bound. */
export function notesOf(document: Y.Doc, topicId: string): Y.Text {
  return document.getText(notesRoot(topicId));
}

/**
 * Tells whether a document holds the notes of a topic as lines. A text that is only asked for, and in which nothing was
 * ever written, takes nothing away from elements.
 */
export function holdsLines(document: Y.Doc, topicId: string): boolean {
  if (!document.share.has(notesRoot(topicId))) return false;
  const { _start, _map } = notesOf(document, topicId);
  return _start !== null || _map.size > 0 || elementsOf(document, topicId) === null;
}

/** Gives the notes of a topic as they were held before version 2 of the editor; null where there are none. */
export function elementsOf(document: Y.Doc, topicId: string): Y.XmlFragment | null {
  const name = elementsPrefix + topicId;
  return document.share.has(name) ? document.getXmlFragment(name) : null;
}

/** Runs a change of the record as one step of undo. */
export function changeRecord(document: Y.Doc, change: () => void): void {
  document.transact(change, recordOrigin);
}

/** In the `meta` of a transaction that makes an entry: no step of undo, see `makeEntry`. */
export const makingMark = "record.making";

/**
 * Adds an entry in such a way that taking it back withdraws it: it is made withdrawn, which is no step of undo,
 * and then shown, which is one.
 */
export function makeEntry(document: Y.Doc, make: () => Y.Map<unknown>): void {
  let entry: Y.Map<unknown> | undefined;
  document.transact((transaction) => {
    transaction.meta.set(makingMark, true);
    entry = make();
    entry.set("withdrawn", true);
  }, recordOrigin);
  changeRecord(document, () => entry?.set("withdrawn", false));
}

/** Finds an entry of a map; null when it is missing or something else. */
export function entryOf(map: Y.Map<unknown>, id: string): Y.Map<unknown> | null {
  const entry = map.get(id);
  return entry instanceof Y.Map ? entry : null;
}

/** Lists all well-formed entries, in no particular order. */
export function entriesOf(map: Y.Map<unknown>): [string, Y.Map<unknown>][] {
  const entries: [string, Y.Map<unknown>][] = [];
  for (const [id, entry] of map.entries()) {
    if (!isRecordId(id) || !(entry instanceof Y.Map)) continue;
    entries.push([id, entry]);
    if (entries.length >= recordBounds.entries) break;
  }
  return entries;
}
