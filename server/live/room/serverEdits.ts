import { Mutex } from "async-mutex";
import type * as Y from "yjs";
import { type EditAnswer, type EditAuthor, refuseEdit } from "~/record/live/liveRooms.server";
import { newClient, serverEdit } from "../document/serverEdit";

/**
 * What became of an edit of the server. A conflict: somebody wrote under its client id just before. `inDoubt`:
 * in the database, perhaps not on the disk.
 */
export type EditOutcome = "stored" | "conflict" | "lost" | "inDoubt";

/** The room as the server writes in it. */
export interface WrittenRoom {
  room: string;
  frozen: boolean;
  /** Resolves to the document as committed, or to null when the room cannot be loaded. */
  committed(): Promise<{ state: Uint8Array } | null>;
  /** Puts an update into the room's queue; resolves when it is known what became of it. */
  submit(bytes: Uint8Array, author: EditAuthor): Promise<EditOutcome>;
}

const attempts = 3;

/** Makes the edits of the server itself in one room. */
export class ServerEdits {
  readonly #mutex = new Mutex();
  readonly #client = newClient();

  constructor(readonly written: WrittenRoom) {}

  /** Applies an edit of the server; what `change` throws is thrown on. */
  make(author: EditAuthor, change: (document: Y.Doc) => void): Promise<EditAnswer> {
    // Each is made on top of the one before, under the same Yjs client.
    return this.#mutex.runExclusive(() => this.#once(author, change));
  }

  async #once(author: EditAuthor, change: (document: Y.Doc) => void): Promise<EditAnswer> {
    const { written } = this;
    for (let attempt = 0; attempt < attempts; attempt++) {
      const committed = await written.committed();
      if (!committed) break;
      if (written.frozen) return refuseEdit("recordFrozen");
      const bytes = serverEdit(committed.state, this.#client, change);
      if (!bytes) return { ok: true, value: null };
      const outcome = await written.submit(bytes, author);
      if (outcome === "stored") return { ok: true, value: null };
      if (outcome === "inDoubt") return refuseEdit("recordUnsure");
      // After a conflict what was written under the server's client id is known.
      if (outcome === "lost") break;
    }
    return refuseEdit("recordNotStored");
  }
}
