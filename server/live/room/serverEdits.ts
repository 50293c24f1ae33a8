import { Mutex } from "async-mutex";
import type * as Y from "yjs";
import { type EditAnswer, type EditAuthor, type MayWrite, refuseEdit } from "~/record/live/liveRooms.server";
import { newClient, serverEdit } from "../document/serverEdit";
import { type Engine, stamp } from "../engine";
import type { CommittedDocument } from "./committedDocument";
import type { EditOutcome, QueuedEdit } from "./editQueue";

/** The room as the server writes in it. */
export interface WrittenRoom {
  readonly frozen: boolean;
  /** True once it takes no edits any more. */
  readonly isClosed: boolean;
  readonly committed: CommittedDocument;
  /** Takes an edit on its way into the document. */
  enqueue(edit: QueuedEdit): void;
}

const attempts = 3;

/** Makes the edits of the server itself in one room. */
export class ServerEdits {
  readonly #mutex = new Mutex();
  readonly #client = newClient();

  constructor(
    readonly engine: Engine,
    readonly written: WrittenRoom,
  ) {}

  /**
   * Applies an edit of the server; what `change` throws is thrown on.
   * @param mayWrite which parts it may change; all of them unless told
   */
  make(author: EditAuthor, change: (document: Y.Doc) => void, mayWrite?: MayWrite): Promise<EditAnswer> {
    // Each is made on top of the one before, under the same Yjs client.
    return this.#mutex.runExclusive(() => this.#once(author, change, mayWrite));
  }

  async #once(
    author: EditAuthor,
    change: (document: Y.Doc) => void,
    mayWrite?: MayWrite,
  ): Promise<EditAnswer> {
    const { written } = this;
    for (let attempt = 0; attempt < attempts; attempt++) {
      const committed = await written.committed.found();
      if (!committed) break;
      if (written.frozen) return refuseEdit("recordFrozen");
      const bytes = serverEdit(committed.state, this.#client, change);
      if (!bytes) return { ok: true, value: null };
      const outcome = await this.#submit(bytes, author, mayWrite);
      if (outcome === "stored") return { ok: true, value: null };
      if (outcome === "refused") return refuseEdit("partClosed");
      if (outcome === "inDoubt") return refuseEdit("recordUnsure");
      // After a conflict what was written under the server's client id is known.
      if (outcome === "lost") break;
    }
    return refuseEdit("recordNotStored");
  }

  /** Puts an update into the room's queue; resolves when it is known what became of it. */
  #submit(bytes: Uint8Array, author: EditAuthor, mayWrite?: MayWrite): Promise<EditOutcome> {
    const { written } = this;
    if (written.isClosed) return Promise.resolve("lost");
    const at = stamp(this.engine);
    return new Promise((settle) =>
      written.enqueue({ connection: null, bytes, step2: false, early: false, author, at, mayWrite, settle }),
    );
  }
}
