import { type Engine, stamp } from "../engine";
import { storeVersion, type VersionLabel } from "./version";

/** The room whose versions are kept. */
export interface VersionedRoom {
  room: string;
  epoch: number;
  /** Resolves when everything accepted so far is committed. */
  flushed(): Promise<void>;
  snapshot(): Promise<{ sequence: number; state: Uint8Array }>;
}

/** Keeps states of one room to go back to: when asked, and by itself every so often while people write. */
export class VersionKeeper {
  #last: number;

  constructor(
    readonly engine: Engine,
    readonly versioned: VersionedRoom,
  ) {
    this.#last = engine.now().getTime();
  }

  /** Keeps the state as committed as a version; resolves to its id. */
  async keep(label: VersionLabel, personId: string | null): Promise<string> {
    const { engine, versioned } = this;
    await versioned.flushed();
    const { sequence, state } = await versioned.snapshot();
    this.#last = engine.now().getTime();
    const { room, epoch } = versioned;
    const id = await storeVersion({ room, epoch, sequence, label, state, personId, at: stamp(engine) });
    engine.counters.versions += 1;
    return id;
  }

  /** Keeps one when the last is long enough ago; called after each commit. */
  async keepWhenDue(): Promise<void> {
    const { engine } = this;
    const at = engine.now().getTime();
    if (at - this.#last < engine.limits.version) return;
    this.#last = at;
    try {
      await this.keep("automatic", null);
    } catch (error) {
      engine.log.error({ err: error, room: this.versioned.room }, "live version not stored");
    }
  }
}
