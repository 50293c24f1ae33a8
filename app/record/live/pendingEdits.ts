import * as Y from "yjs";
import { type ClockRange, ClockRanges } from "./clockRanges";
import { type StateVector, stateVector } from "./lostEdits";

/** Something done on this page that the server has not yet said it has. */
interface PendingEdit {
  inserted: ClockRanges;
  deleted: ClockRanges;
  /** Of its last keystroke, milliseconds. */
  at: number;
}

// What is typed in one go is one change to the person who typed it, as it is one step of undo.
const together = 1_000;

/**
 * What was done on this page and is not yet known to be stored. The server sends an edit back only once it
 * is committed, so what arrives from it is the acknowledgement; what a connection opens with (the server's
 * state vector, then everything missing with the full set of deletions) settles what the echo never said.
 * Deletions are followed apart, because they do not show in a state vector.
 */
export class PendingEdits {
  #edits: PendingEdit[] = [];

  /** How many changes, as a person would count them. */
  get count(): number {
    return this.#edits.length;
  }

  /** The state of a document without what is pending; what is only deleted does not show in it. */
  stateBefore(document: Y.Doc): StateVector {
    const state = stateVector(document);
    for (const edit of this.#edits)
      for (const { client, from } of edit.inserted.list())
        state.set(client, Math.min(from, state.get(client) ?? 0));
    return state;
  }

  /**
   * Takes in an update made here.
   * @param at milliseconds, to join what was typed in one go
   */
  wrote(update: Uint8Array, at: number): void {
    const { inserted, deleted } = partsOf(update);
    if (inserted.length === 0 && deleted.length === 0) return;
    const last = this.#edits.at(-1);
    const edit =
      last && at - last.at < together
        ? last
        : { inserted: new ClockRanges(), deleted: new ClockRanges(), at };
    for (const range of inserted) edit.inserted.add(range);
    for (const range of deleted) edit.deleted.add(range);
    edit.at = at;
    if (edit !== last) this.#edits.push(edit);
  }

  /** An update came from the server: what it holds is stored there. */
  arrived(update: Uint8Array): void {
    if (this.#edits.length === 0) return;
    const { inserted, deleted, gone } = partsOf(update);
    this.#settle(inserted, [...deleted, ...gone]);
  }

  /**
   * The server said what it has (sync step 1). What this page has beyond it counts as pending, also when it
   * was written before the page was loaded.
   */
  serverHas(stateVector: Uint8Array, document: Y.Doc, at: number): void {
    const theirs = Y.decodeStateVector(stateVector);
    for (const edit of this.#edits)
      for (const range of edit.inserted.list())
        edit.inserted.remove({ ...range, to: Math.min(range.to, theirs.get(range.client) ?? 0) });
    const beyond = [...Y.decodeStateVector(Y.encodeStateVector(document))].map(([client, to]) => ({
      client,
      from: theirs.get(client) ?? 0,
      to,
    }));
    this.#find(beyond, "inserted", at);
    this.#dropSettled();
  }

  /**
   * The server's answer to this page (sync step 2): it names every deletion the server has, so what this page
   * had deleted beyond it is pending.
   * @param held what {@link deletedIn} read before the answer was applied; what goes by that, where two wrote
   * the same field, goes on the server too, which never says so
   */
  answered(update: Uint8Array, held: readonly ClockRange[], at: number): void {
    const { inserted, deleted, gone } = partsOf(update);
    this.#settle(inserted, [...deleted, ...gone]);
    const beyond = new ClockRanges();
    for (const range of held) beyond.add(range);
    for (const range of deleted) beyond.remove(range);
    this.#find(beyond.list(), "deleted", at);
  }

  #settle(inserted: ClockRange[], deleted: ClockRange[]): void {
    for (const edit of this.#edits) {
      for (const range of inserted) edit.inserted.remove(range);
      for (const range of deleted) edit.deleted.remove(range);
    }
    this.#dropSettled();
  }

  #find(ranges: ClockRange[], kind: "inserted" | "deleted", at: number): void {
    const unknown = new ClockRanges();
    for (const range of ranges) unknown.add(range);
    for (const edit of this.#edits) for (const range of edit[kind].list()) unknown.remove(range);
    if (unknown.isEmpty) return;
    const edit = { inserted: new ClockRanges(), deleted: new ClockRanges(), at };
    edit[kind] = unknown;
    // It was there before anything written since.
    this.#edits.unshift(edit);
  }

  #dropSettled(): void {
    this.#edits = this.#edits.filter((edit) => !(edit.inserted.isEmpty && edit.deleted.isEmpty));
  }
}

/** Lists everything that is deleted in a document. */
export function deletedIn(document: Y.Doc): ClockRange[] {
  return deletionsOf(Y.createDeleteSetFromStructStore(document.store));
}

interface Parts {
  inserted: ClockRange[];
  deleted: ClockRange[];
  /** Items that come already deleted; their deletion is not always told apart from them. */
  gone: ClockRange[];
}

function partsOf(update: Uint8Array): Parts {
  const { structs, ds } = Y.decodeUpdate(update);
  const parts: Parts = { inserted: [], deleted: deletionsOf(ds), gone: [] };
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue;
    const { client, clock } = struct.id;
    const range = { client, from: clock, to: clock + struct.length };
    parts.inserted.push(range);
    const dead =
      struct instanceof Y.GC || (struct instanceof Y.Item && struct.content instanceof Y.ContentDeleted);
    if (dead) parts.gone.push(range);
  }
  return parts;
}

function deletionsOf(set: ReturnType<typeof Y.createDeleteSet>): ClockRange[] {
  return [...set.clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }) => ({ client, from: clock, to: clock + len })),
  );
}
