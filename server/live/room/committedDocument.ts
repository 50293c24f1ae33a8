import type { FrozenRoom } from "~/record/live/liveRooms.server";
import type { RoomDocument } from "../document/document";
import type { Engine } from "../engine";
import { CommitBarrier, type CommitState } from "./commitBarrier";

/** The room whose document is looked at. */
export interface CommittedRoom extends CommitState {
  readonly room: string;
  readonly epoch: number;
  /** Null while it is not loaded. */
  readonly document: RoomDocument | null;
  /** Resolves once it is loaded for the first time, rejects when it cannot be. */
  readonly ready: Promise<void>;
  /** Edits that are not yet on the disk. */
  readonly waitingUpdates: number;
}

/** Shows a room's document as it is on the disk, to everybody who asks for it. */
export class CommittedDocument {
  readonly #barrier: CommitBarrier;

  constructor(
    readonly engine: Engine,
    readonly shown: CommittedRoom,
  ) {
    this.#barrier = new CommitBarrier(shown);
  }

  get room(): string {
    return this.shown.room;
  }

  get epoch(): number {
    return this.shown.epoch;
  }

  /** Lets everybody through who waits: the document is as committed again. */
  open(): void {
    this.#barrier.open();
  }

  /** Calls `look` with the document: at once, or when the commit under way is done. Null when it is gone. */
  whenCommitted<T>(look: (document: RoomDocument | null) => T): Promise<T> {
    return this.#barrier.whenCommitted(() => look(this.shown.document));
  }

  /** Does the same for what nobody waits for; a failure is logged. */
  onceCommitted(look: (document: RoomDocument | null) => void): void {
    this.whenCommitted(look).catch((error: unknown) =>
      this.engine.log.error({ err: error, room: this.room }, "live room: work after a commit failed"),
    );
  }

  /** Resolves when everything accepted so far is committed, or known not to be. */
  async flushed(): Promise<void> {
    await this.shown.ready;
    while (this.shown.waitingUpdates > 0) await this.#barrier.nextCommit();
  }

  /** Resolves to the document, or to null when the room cannot be loaded or is gone. */
  async found(): Promise<FrozenRoom | null> {
    try {
      await this.shown.ready;
    } catch {
      return null;
    }
    return this.whenCommitted((document) =>
      document ? { epoch: this.epoch, sequence: document.sequence, state: document.whole() } : null,
    );
  }

  /** Resolves to the document; throws when the room cannot be loaded or is gone. */
  async snapshot(): Promise<FrozenRoom> {
    await this.shown.ready;
    const found = await this.found();
    if (!found) throw new Error(`${this.room} is gone`);
    return found;
  }

  /** Resolves to the document once everything accepted so far is committed: the state in which a room was frozen. */
  async settled(): Promise<FrozenRoom> {
    await this.flushed();
    return this.snapshot();
  }
}
