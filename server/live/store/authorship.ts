import * as Y from "yjs";
import type { LiveRow } from "~db/liveStore";

/** Who wrote, or deleted, a run of items of one Yjs client. */
export interface Authorship {
  act: "wrote" | "deleted";
  client: number;
  clock: number;
  length: number;
  personId: string | null;
  postId: string | null;
  at: string;
}

/** Books while a log is replayed who added what: each update, as far as it was not known before. */
export class AuthorshipBook {
  readonly entries: Authorship[] = [];
  #last = { wrote: new Map<number, Authorship>(), deleted: new Map<number, Authorship>() };

  constructor(readonly document: Y.Doc) {}

  /** Applies a page of the log, as one Yjs transaction: tidying up after each update would cost most of the time. */
  replay(page: LiveRow[]): void {
    this.document.transact((transaction) => {
      const booked = new Map<number, number>();
      for (const row of page) {
        this.#wrote(row);
        this.#deleted(row, transaction, booked);
      }
    });
  }

  // A client that comes back sends also what was known.
  #wrote(row: LiveRow): void {
    const { store } = this.document;
    const clients = new Set(Y.decodeUpdate(row.bytes).structs.map(({ id }) => id.client));
    const before = [...clients].map((client) => [client, Y.getState(store, client)] as const);
    Y.applyUpdate(this.document, row.bytes);
    for (const [client, clock] of before) {
      this.#book("wrote", { client, clock, length: Y.getState(store, client) - clock }, row);
    }
  }

  // Each deletion is noted in the transaction when it is made.
  #deleted(row: LiveRow, transaction: Y.Transaction, booked: Map<number, number>): void {
    for (const [client, items] of transaction.deleteSet.clients) {
      const known = booked.get(client) ?? 0;
      if (items.length === known) continue;
      booked.set(client, items.length);
      const fresh = items.slice(known).sort((a, b) => a.clock - b.clock);
      for (const { clock, len } of fresh) this.#book("deleted", { client, clock, length: len }, row);
    }
  }

  #book(act: Authorship["act"], range: Pick<Authorship, "client" | "clock" | "length">, row: LiveRow): void {
    const { personId, postId, at } = row;
    if (range.length > 0) this.#join({ act, ...range, personId, postId, at });
  }

  #join(next: Authorship): void {
    // Many may type at the same time: the range to continue is the client's own last one.
    const last = this.#last[next.act].get(next.client);
    if (last && continues(last, next)) {
      last.length += next.length;
      return;
    }
    this.#last[next.act].set(next.client, next);
    this.entries.push(next);
  }
}

function continues(last: Authorship, next: Authorship): boolean {
  return (
    last.clock + last.length === next.clock &&
    last.personId === next.personId &&
    last.postId === next.postId &&
    // Same minute: "2026-11-12T09:41".
    last.at.slice(0, 16) === next.at.slice(0, 16)
  );
}
