import type * as Y from "yjs";
import { type EditAnswer, type EditAuthor, refuseEdit } from "~/record/live/liveRooms.server";
import { newClient, serverEdit } from "./serverEdit";

/**
 * What became of an edit of the server. A conflict: somebody wrote under its client id just before. `unsure`:
 * in the database, perhaps not on the disk.
 */
export type EditOutcome = "stored" | "conflict" | "lost" | "unsure";

/** The room as the server writes in it. */
export interface WrittenRoom {
  room: string;
  frozen: boolean;
  /** The document as committed; null when the room cannot be loaded. */
  committed(): Promise<{ state: Uint8Array } | null>;
  /** Puts an update into the room's queue. */
  submit(bytes: Uint8Array, author: EditAuthor): Promise<EditOutcome>;
}

const attempts = 3;

/** Edits that the server itself makes in one room. */
export class ServerEdits {
  #last: Promise<unknown> = Promise.resolve();
  readonly #client = newClient();

  constructor(readonly written: WrittenRoom) {}

  /** Applies an edit of the server; what `change` throws is thrown on. */
  make(author: EditAuthor, change: (document: Y.Doc) => void): Promise<EditAnswer> {
    // One at a time: each is made on top of the one before, under the same Yjs client.
    const turn = this.#last.then(() => this.#once(author, change));
    this.#last = turn.catch(() => undefined);
    return turn;
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
      if (outcome === "unsure") return refuseEdit("recordUnsure");
      // After a conflict what was written under the server's client id is known.
      if (outcome === "lost") break;
    }
    return refuseEdit("recordNotStored");
  }
}
