import * as Y from "yjs";
import type { CloseReason } from "../connection/closeCodes";
import type { Connection } from "../connection/connection";
import { type StoredProposal, storeProposal } from "../document/proposal";
import { type Engine, stamp } from "../engine";
import { pause } from "../pause";
import type { HandInQuota } from "./handInQuota";

/** What became of a freeze; `undecided` while it is not known whether minutes will be issued. */
export type FreezeOutcome = "issued" | "open" | "undecided";

/** The frozen record that late edits are held against. */
export interface FrozenRecord {
  room: string;
  epoch: number;
  freezeOutcome(): Promise<FreezeOutcome>;
  /** Resolves to the document once everything accepted before the freeze is in it. */
  state(): Promise<Uint8Array>;
  /** Says why its writers are sent away. */
  reason(): CloseReason;
  /** Takes an edit in like any other: writing goes on. */
  accept(connection: Connection, edit: LateEdit): void;
}

/** A late edit; `cosmetic` when a client may have made it without anybody's doing. */
export interface LateEdit {
  bytes: Uint8Array;
  step2: boolean;
  cosmetic: boolean;
}

/** What one connection has brought; without its edits once they are more than may be handed in. */
interface Gathered {
  edits: LateEdit[];
  bytes: number;
}

const undecidedPause = 50;

/**
 * Collects late edits on their way to becoming proposals. What one connection sends within a moment is one
 * proposal; then the connection is closed, so that its page shows what happened. Where the freeze led to no
 * minutes, they go into the record after all.
 */
export class LateEditCollector {
  #gathering = new Map<Connection, Gathered>();
  #storing = new Set<Promise<void>>();
  #hurried = false;

  constructor(
    readonly engine: Engine,
    readonly frozen: FrozenRecord,
    readonly handInQuota: HandInQuota,
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
    const gathered = this.#gathering.get(connection) ?? this.#begin(connection);
    gathered.bytes += edit.bytes.length;
    if (this.#isTooMuch(gathered)) gathered.edits = [];
    else gathered.edits.push(edit);
  }

  #begin(connection: Connection): Gathered {
    const gathered: Gathered = { edits: [], bytes: 0 };
    this.#gathering.set(connection, gathered);
    setTimeout(() => this.#store(connection), this.engine.limits.late);
    return gathered;
  }

  #isTooMuch({ bytes }: Gathered): boolean {
    return bytes > this.engine.limits.handInBytes;
  }

  /** Stores what is gathered without waiting for more, nor for minutes to be issued. */
  async settle(): Promise<void> {
    this.#hurried = true;
    for (const connection of [...this.#gathering.keys()]) this.#store(connection);
    while (this.#storing.size > 0) await Promise.all(this.#storing);
    this.#hurried = false;
  }

  #store(connection: Connection): void {
    if (!this.#gathering.has(connection)) return;
    const storing = this.#conclude(connection).catch((error: unknown) => this.#failed(connection, error));
    this.#storing.add(storing);
    storing.finally(() => this.#storing.delete(storing));
  }

  async #conclude(connection: Connection): Promise<void> {
    const outcome = await this.#freezeOutcome();
    // Until here the connection goes on adding to it.
    const gathered = this.#gathering.get(connection);
    this.#gathering.delete(connection);
    if (!gathered) return;
    if (outcome === "issued") await this.#propose(connection, gathered);
    else if (outcome === "open") this.#accept(connection, gathered);
    // The client keeps its edits and brings them again.
    else connection.close("notStored");
  }

  async #freezeOutcome(): Promise<FreezeOutcome> {
    const end = performance.now() + this.engine.limits.undecided;
    for (;;) {
      const outcome = await this.frozen.freezeOutcome();
      if (outcome !== "undecided" || this.#hurried || performance.now() > end) return outcome;
      await pause(undecidedPause);
    }
  }

  #accept(connection: Connection, gathered: Gathered): void {
    for (const edit of gathered.edits) this.frozen.accept(connection, edit);
    if (this.#isTooMuch(gathered)) connection.close("resync");
  }

  async #propose(connection: Connection, gathered: Gathered): Promise<void> {
    const { personId } = connection.person;
    if (this.#isTooMuch(gathered) || !this.handInQuota.take(personId)) connection.close("tooMuchLate");
    else {
      try {
        this.#tell(connection, await this.#storeProposal(connection, gathered.edits));
      } catch (error) {
        this.handInQuota.giveBack(personId);
        throw error;
      }
    }
  }

  async #storeProposal(connection: Connection, edits: LateEdit[]): Promise<StoredProposal> {
    const { personId, postId } = connection.person;
    const { room, epoch } = this.frozen;
    const late = {
      bytes: Y.mergeUpdates(edits.map((edit) => edit.bytes)),
      step2: edits.some((edit) => edit.step2),
      cosmetic: edits.every((edit) => edit.cosmetic),
      frozen: await this.frozen.state(),
      at: stamp(this.engine),
    };
    return storeProposal({ room, epoch, personId, postId, ...late }, this.engine.limits);
  }

  #tell(connection: Connection, stored: StoredProposal): void {
    const { counters, log } = this.engine;
    const { room, epoch } = this.frozen;
    const reason = this.frozen.reason();
    switch (stored) {
      case "stored":
        counters.proposals += 1;
        log.info(
          { room, epoch, person: connection.person.personId },
          "late edit kept as a correction proposal",
        );
        connection.close(reason);
        break;
      case "known":
        connection.close(reason);
        break;
      case "nothing":
        counters.proposalsIdle += 1;
        if (reason !== "frozen") connection.close(reason);
        break;
      case "gap":
        // Somebody who is still coming back; what it builds on is on its way.
        if (connection.hasAnswered) connection.close("resync");
        break;
      case "invalid":
        connection.refuseMalformed("inapplicableUpdate");
        break;
      case "full":
        connection.close("documentFull");
        break;
      case "tooMany":
        connection.close("tooMuchLate");
    }
  }

  #failed(connection: Connection, error: unknown): void {
    const { counters, log } = this.engine;
    const { room, epoch } = this.frozen;
    const { personId } = connection.person;
    counters.proposalFailures += 1;
    log.error({ err: error, room, epoch, person: personId }, "late edit could not be stored");
    this.#gathering.delete(connection);
    // The client keeps its edits and brings them again.
    connection.close("notStored");
  }
}
