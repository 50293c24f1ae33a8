import { findRoom } from "../store/store";
import type { FreezeOutcome } from "./lateEditCollector";

/**
 * Knows whether a room of one epoch takes edits: not while a use case has frozen it to issue minutes, and not once the
 * database says that they are issued or that there is a newer epoch.
 */
export class RoomState {
  #frozen = false;
  #freezes = 0;
  #issued = false;
  #superseded = false;

  constructor(
    readonly room: string,
    readonly epoch: number,
  ) {}

  get frozen(): boolean {
    return this.#frozen || this.#issued;
  }

  /** True once the record has a newer epoch: this one is only good for handing over what was written late. */
  get superseded(): boolean {
    return this.#superseded;
  }

  /** Takes over what the database says. */
  async load(): Promise<void> {
    const row = await findRoom(this.room);
    this.#superseded = row !== undefined && row.epoch !== this.epoch;
    this.#issued = this.#superseded || row?.state === "frozen";
  }

  /** Stops writes at once. */
  freeze(): void {
    this.#frozen = true;
    this.#freezes += 1;
  }

  /** Lets people write again, unless the database says that minutes were issued. */
  async thaw(): Promise<void> {
    const freeze = this.#freezes;
    this.#issued = await this.#isIssued();
    // Somebody may have frozen it anew meanwhile.
    if (this.#freezes === freeze) this.#frozen = false;
  }

  /** Notes that the record has a newer epoch. */
  supersede(): void {
    this.#superseded = true;
    this.#issued = true;
  }

  /** Tells what became of a freeze: that writing goes on is said by whoever froze the room, that minutes are issued by the database. */
  async freezeOutcome(): Promise<FreezeOutcome> {
    if (this.frozen && (this.#issued || (await this.#isIssued()))) {
      this.#issued = true;
      return "issued";
    }
    return this.frozen ? "undecided" : "open";
  }

  async #isIssued(): Promise<boolean> {
    const row = await findRoom(this.room);
    return row?.state === "frozen" || (row !== undefined && row.epoch !== this.epoch);
  }
}
