import { Mutex } from "async-mutex";
import type * as Y from "yjs";
import { type EditAuthor, RoomFrozen } from "~/record/live/liveRooms.server";
import { newClient, serverEdit } from "./serverEdit";

/** What was to be written is not stored; it may be tried again. */
export class NotStored extends Error {}

/** What was to be written is in the database, and the disk has failed to say whether it is there to stay. */
export class Unconfirmed extends Error {}

/**
 * What became of an edit of the server. A conflict: somebody wrote under its client id just before. `inDoubt`:
 * in the database, perhaps not on the disk.
 */
export type EditOutcome = "stored" | "conflict" | "lost" | "inDoubt";

/** The room as the server writes in it. */
export interface WrittenRoom {
  room: string;
  frozen: boolean;
  ready: Promise<void>;
  /** Resolves to the document as committed. */
  snapshot(): Promise<{ state: Uint8Array }>;
  /** Puts an update into the room's queue; resolves when it is known what became of it. */
  submit(bytes: Uint8Array, author: EditAuthor): Promise<EditOutcome>;
}

const attempts = 3;

/** Makes the edits of the server itself in one room. */
export class ServerEdits {
  readonly #mutex = new Mutex();
  readonly #client = newClient();

  constructor(readonly written: WrittenRoom) {}

  /** Applies an edit of the server. Throws RoomFrozen, NotStored or Unconfirmed. */
  make(author: EditAuthor, change: (document: Y.Doc) => void): Promise<void> {
    // Each is made on top of the one before, under the same Yjs client.
    return this.#mutex.runExclusive(() => this.#once(author, change));
  }

  async #once(author: EditAuthor, change: (document: Y.Doc) => void): Promise<void> {
    const { written } = this;
    await written.ready;
    for (let attempt = 0; attempt < attempts; attempt++) {
      if (written.frozen) throw new RoomFrozen(written.room);
      const { state } = await written.snapshot();
      const bytes = serverEdit(state, this.#client, change);
      if (!bytes) return;
      if (written.frozen) throw new RoomFrozen(written.room);
      const outcome = await written.submit(bytes, author);
      if (outcome === "stored") return;
      if (outcome === "inDoubt") throw new Unconfirmed(written.room);
      // After a conflict what was written under the server's client id is known.
      if (outcome === "lost") break;
    }
    throw new NotStored(written.room);
  }
}
