import { answerEarly, type LoadingConnection } from "../connection/earlyAnswer";
import { RoomDocument } from "../document/document";
import type { Engine } from "../engine";
import { loadDocument } from "../store/store";
import type { PartRights } from "./partRights";
import type { RoomState } from "./roomState";

/** The room whose document is loaded. */
export interface LoadingRoom {
  readonly room: string;
  readonly epoch: number;
  readonly state: RoomState;
  readonly partRights: PartRights;
  readonly connections: ReadonlySet<LoadingConnection>;
  /** Called when it is in memory, as committed. */
  onLoaded(): void;
  /** Leaves the room: called when it cannot be loaded. */
  giveUp(): void;
}

/** Brings a room's document from the disk into memory. */
export class LoadedDocument {
  /** Resolves once it is in memory for the first time, rejects when it cannot be loaded. */
  readonly ready: Promise<void>;
  #current: RoomDocument | null = null;

  constructor(
    readonly engine: Engine,
    readonly loading: LoadingRoom,
  ) {
    this.ready = this.#load();
    this.ready.catch(() => undefined);
  }

  /** Null while it is not in memory. */
  get current(): RoomDocument | null {
    return this.#current;
  }

  /** Loads it once more; what was in memory is dropped before. */
  reload(): void {
    this.#load().catch(() => undefined);
  }

  drop(): void {
    this.#current?.destroy();
    this.#current = null;
  }

  async #load(): Promise<void> {
    const { room, epoch, state, partRights } = this.loading;
    const { counters, limits, log } = this.engine;
    const start = performance.now();
    try {
      const stored = await loadDocument(room, epoch, (update) =>
        answerEarly(this.loading.connections, update),
      );
      await state.load();
      await partRights.load();
      this.#current = new RoomDocument(stored, limits);
      counters.loads += 1;
      counters.loadSeconds += (performance.now() - start) / 1000;
    } catch (error) {
      counters.loadFailures += 1;
      log.error({ err: error, room, epoch }, "live room could not be loaded");
      this.loading.giveUp();
      throw error;
    }
    this.loading.onLoaded();
  }
}
