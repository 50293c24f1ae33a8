import type { RoomDocument } from "../document/document";
import type { Engine } from "../engine";
import type { Compactor } from "../store/compactor";

/** The room whose log is compacted. */
export interface LoggedRoom {
  readonly room: string;
  readonly epoch: number;
  /** Null while it is not loaded. */
  readonly document: RoomDocument | null;
}

/** Replaces a room's log by a snapshot when it has grown long. */
export class LogCompaction {
  #running = false;

  constructor(
    readonly engine: Engine,
    readonly compactor: Compactor,
    readonly logged: LoggedRoom,
  ) {}

  /** While people write: only a log that is long, and long beside what a snapshot costs. */
  whenBusy({ logCount, logBytes, snapshotBytes }: RoomDocument): void {
    if (logCount >= this.engine.limits.compactBusy && logBytes >= snapshotBytes / 2) void this.#compact();
  }

  /** When nobody is there: any log worth it. */
  async whenIdle(): Promise<void> {
    if ((this.logged.document?.logCount ?? 0) >= this.engine.limits.compactIdle) await this.#compact();
  }

  // Does nothing while one is under way.
  async #compact(): Promise<void> {
    const { document, room, epoch } = this.logged;
    if (!document || this.#running) return;
    this.#running = true;
    const compacted = await this.compactor.run(room, epoch);
    this.#running = false;
    if (!compacted || this.logged.document !== document) return;
    document.snapshotBytes = compacted.snapshotBytes;
    document.logCount -= compacted.logCount;
    document.logBytes -= compacted.logBytes;
  }
}
