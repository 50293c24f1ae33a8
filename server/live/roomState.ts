import type { Verdict } from "./lateEditCollector";
import { findRoom } from "./store";

/**
 * Whether a room of one epoch takes edits: not while a use case has frozen it to issue minutes, and not once the
 * database says that they are issued or that there is a newer epoch.
 */
export class Standing {
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

  /** The record has a newer epoch: this one is only good for handing over what was written late. */
  get superseded(): boolean {
    return this.#superseded;
  }

  /** Takes over what the database says. */
  async read(): Promise<void> {
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

  supersede(): void {
    this.#superseded = true;
    this.#issued = true;
  }

  /** Whoever froze the room says so only when writing goes on; of issued minutes the database knows. */
  async verdict(): Promise<Verdict> {
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
