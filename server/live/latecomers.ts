import * as Y from "yjs";
import type { CloseReason } from "./codes";
import type { Connection } from "./connection";
import { type Engine, stamp } from "./engine";
import { storeProposal } from "./proposal";

/** The frozen document that late edits are held against. */
export interface FrozenAt {
  room: string;
  epoch: number;
  /** The document once everything accepted before the freeze is in it. */
  state(): Promise<Uint8Array>;
}

interface Gathering {
  updates: Uint8Array[];
  reason: CloseReason;
}

/**
 * Late edits on their way to becoming proposals. What one connection sends within a moment is one
 * proposal; then the connection is closed, so that its page shows what happened.
 */
export class Latecomers {
  #gathering = new Map<Connection, Gathering>();
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

  /** Takes an edit in; the connection will be closed for `reason` when it is stored. */
  add(connection: Connection, bytes: Uint8Array, reason: CloseReason): void {
    const gathering = this.#gathering.get(connection);
    if (gathering) {
      gathering.updates.push(bytes);
      return;
    }
    this.#gathering.set(connection, { updates: [bytes], reason });
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
    const storing = this.#propose(connection, gathering.updates).then((stored) =>
      // Not stored: the client keeps its edits and brings them again.
      connection.close(stored ? gathering.reason : "notStored"),
    );
    this.#storing.add(storing);
    storing.finally(() => this.#storing.delete(storing));
  }

  async #propose(connection: Connection, updates: Uint8Array[]): Promise<boolean> {
    const { counters, log } = this.engine;
    const { personId, postId } = connection.person;
    const { room, epoch } = this.frozen;
    try {
      const bytes = Y.mergeUpdates(updates);
      const frozen = await this.frozen.state();
      const id = await storeProposal({
        room,
        epoch,
        frozen,
        bytes,
        personId,
        postId,
        at: stamp(this.engine),
      });
      if (id) counters.proposals += 1;
      log.info({ room, epoch, person: personId, proposal: id }, "late edit kept as a correction proposal");
      return true;
    } catch (error) {
      counters.proposalFailures += 1;
      log.error({ err: error, room, epoch, person: personId }, "late edit could not be stored");
      return false;
    }
  }
}
