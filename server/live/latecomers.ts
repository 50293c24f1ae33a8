import * as Y from "yjs";
import type { CloseReason } from "./codes";
import type { Connection } from "./connection";
import { type Engine, stamp } from "./engine";
import { type StoredProposal, storeProposal } from "./proposal";

/** The frozen document that late edits are held against. */
export interface FrozenAt {
  room: string;
  epoch: number;
  /** The document once everything accepted before the freeze is in it. */
  state(): Promise<Uint8Array>;
  /** Why its writers are sent away. */
  reason(): CloseReason;
}

/** A late edit; `cosmetic` when a client may have made it without anybody's doing. */
export interface LateEdit {
  bytes: Uint8Array;
  cosmetic: boolean;
}

/**
 * Late edits on their way to becoming proposals. What one connection sends within a moment is one
 * proposal; then the connection is closed, so that its page shows what happened.
 */
export class Latecomers {
  #gathering = new Map<Connection, LateEdit[]>();
  #storing = new Set<Promise<void>>();

  constructor(
    readonly engine: Engine,
    readonly frozen: FrozenAt,
  ) {}

  /** True while edits are being gathered or stored. */
  get busy(): boolean {
    return this.#gathering.size > 0 || this.#storing.size > 0;
  }

  /** True while edits of this connection wait to be stored. */
  has(connection: Connection): boolean {
    return this.#gathering.has(connection);
  }

  /** Takes an edit in; its connection is closed once it is stored. */
  add(connection: Connection, edit: LateEdit): void {
    const gathering = this.#gathering.get(connection);
    if (gathering) {
      gathering.push(edit);
      return;
    }
    this.#gathering.set(connection, [edit]);
    setTimeout(() => this.#store(connection), this.engine.limits.late);
  }

  /** Stores what is gathered without waiting for more. */
  async settle(): Promise<void> {
    for (const connection of [...this.#gathering.keys()]) this.#store(connection);
    while (this.#storing.size > 0) await Promise.all(this.#storing);
  }

  #store(connection: Connection): void {
    const gathering = this.#gathering.get(connection);
    if (!gathering) return;
    this.#gathering.delete(connection);
    const storing = this.#propose(connection, gathering).then((stored) => {
      // Not stored: the client keeps its edits and brings them again.
      if (stored === "failed") connection.close("notStored");
      else if (stored !== "nothing" || this.frozen.reason() !== "frozen")
        connection.close(this.frozen.reason());
    });
    this.#storing.add(storing);
    storing.finally(() => this.#storing.delete(storing));
  }

  async #propose(connection: Connection, edits: LateEdit[]): Promise<StoredProposal | "failed"> {
    const { counters, log } = this.engine;
    const { personId, postId } = connection.person;
    const { room, epoch } = this.frozen;
    try {
      const bytes = Y.mergeUpdates(edits.map((edit) => edit.bytes));
      const cosmetic = edits.every((edit) => edit.cosmetic);
      const frozen = await this.frozen.state();
      const at = stamp(this.engine);
      const stored = await storeProposal({ room, epoch, frozen, bytes, cosmetic, personId, postId, at });
      if (stored === "stored") {
        counters.proposals += 1;
        log.info({ room, epoch, person: personId }, "late edit kept as a correction proposal");
      }
      if (stored === "nothing") counters.proposalsIdle += 1;
      return stored;
    } catch (error) {
      counters.proposalFailures += 1;
      log.error({ err: error, room, epoch, person: personId }, "late edit could not be stored");
      return "failed";
    }
  }
}
